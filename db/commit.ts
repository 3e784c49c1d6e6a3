import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { concernsOutside, type Happening } from '#domain/event.ts'
import { conflict } from '#domain/problem.ts'
import { REPEAT_AFTER_MS, storeFailure, untilAnswered } from './failure.ts'

export type Database = DrizzleD1Database & { $client: D1Database }

export function openDatabase(binding: D1Database): Database {
  return drizzle(binding)
}

/** Who commits, and when: handed in, never looked up. */
export interface Stamp {
  eventId: string
  actor: string
  now: number
}

export interface Change {
  /** What happened; its (subject, version) is the optimistic lock. */
  event: Happening
  /** The changed rows, as statements that have not run. */
  writes: SQLWrapper[]
  /** Conditions that must still hold inside the batch, such as a lease or a version; false aborts it whole. */
  guards?: SQL[]
}

const dialect = new SQLiteAsyncDialect()

/**
 * With `stage`, the only caller of `batch`: the changed rows and the one event that says what happened, or nothing.
 * Deliveries to webhook endpoints are written in the same batch, so nothing that happened is forgotten
 * and nothing is announced that did not happen. Where the answer of the store is lost, the event is looked for under its id
 * before anything is written again: what was written counts, and is written once.
 * @throws Problem `conflict` when somebody else changed the subject first or a guard no longer holds;
 *   what the store said where it could not be reached (see `storeFailure`).
 */
export async function commit(
  db: Database,
  { event, writes, guards = [] }: Change,
  stamp: Stamp,
): Promise<void> {
  const outside = concernsOutside(event.type)
  const statements: SQLWrapper[] = [
    ...guarding(guards),
    ...writes,
    sql`INSERT INTO events (id, type, subject, version, data, actor, outside, occurred_at)
        VALUES (${stamp.eventId}, ${event.type}, ${event.subject}, ${event.version}, ${JSON.stringify(event.data)},
                ${stamp.actor}, ${outside ? 1 : 0}, ${stamp.now})`,
  ]
  if (outside) {
    statements.push(sql`INSERT INTO webhook_deliveries (endpoint_id, event_seq, line, state, attempts, next_attempt_at)
      SELECT endpoint.id, event.seq, ${lineOf(event)}, 'waiting', 0, ${stamp.now}
      FROM webhook_endpoints AS endpoint JOIN events AS event ON event.id = ${stamp.eventId}
      WHERE endpoint.state = 'active' AND (json_array_length(endpoint.types) = 0
        OR EXISTS (SELECT 1 FROM json_each(endpoint.types) WHERE json_each.value = ${event.type}))`)
  }
  await runBatch(db, statements, async () => {
    const written = await untilAnswered(() =>
      db.$client.prepare('SELECT 1 FROM events WHERE id = ?').bind(stamp.eventId).first(),
    )
    return written !== null
  })
}

/**
 * Writes rows ahead of the commit that will make them visible, such as those of a run that is not completed yet: all of
 * `writes` or none, and no event, for nothing has happened so far. Guarded, so that who lost the lease writes nothing.
 * Where the answer of the store is lost, it is not asked again: whoever stages writes everything anew.
 * @throws Problem `conflict` when a guard no longer holds.
 */
export async function stage(
  db: Database,
  { writes, guards }: Required<Omit<Change, 'event'>>,
): Promise<void> {
  await runBatch(db, [...guarding(guards), ...writes])
}

function guarding(guards: readonly SQL[]): SQLWrapper[] {
  if (guards.length === 0) return []
  return [
    ...guards.map((condition) => sql`INSERT INTO guards (ok) SELECT (${condition})`),
    sql`DELETE FROM guards`,
  ]
}

async function runBatch(
  db: Database,
  statements: readonly SQLWrapper[],
  hasLanded?: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await db.$client.batch(statements.map((statement) => prepare(db.$client, statement)))
      return
    } catch (error) {
      const failure = storeFailure(error)
      const isUnsure = failure === 'lost' || (failure === null && attempt > 0)
      if (isUnsure && (await hasLanded?.())) return
      if (/UNIQUE constraint failed|guards_hold|guards\.ok/.test(String(error))) {
        throw Object.assign(conflict(), { cause: error })
      }
      const wait = REPEAT_AFTER_MS[attempt]
      if (!hasLanded || (failure !== 'lost' && failure !== 'restarting') || wait === undefined) throw error
      await new Promise((wake) => setTimeout(wake, wait))
    }
  }
}

/** What is told in order: all that concerns a pair, or else the same subject. */
function lineOf({ data, subject }: Happening): string {
  return typeof data['pair'] === 'string' ? data['pair'] : subject
}

function prepare(client: D1Database, statement: SQLWrapper): D1PreparedStatement {
  const { sql: text, params } = dialect.sqlToQuery(statement.getSQL())
  return client.prepare(text).bind(...params)
}

/** Which unique index a refused commit ran into, such as `people.email_key`; null for any other error. */
export function uniqueClash(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null
  return /UNIQUE constraint failed: ([\w.]+)/.exec(String(cause))?.[1] ?? null
}

const CHUNK_BYTES = 900_000

/** Rows bound as one JSON parameter at a time, below D1's limits of 100 parameters and 2 MB a value. */
export function inChunks<T>(rows: Iterable<T>, bytesMax = CHUNK_BYTES): string[] {
  return [...eachChunk(rows, bytesMax)]
}

/** The same, one chunk after the other, for more rows than memory should hold. */
export function* eachChunk<T>(rows: Iterable<T>, bytesMax = CHUNK_BYTES): Generator<string> {
  let current: string[] = []
  let bytes = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (bytes + text.length > bytesMax && current.length) {
      yield `[${current.join(',')}]`
      current = []
      bytes = 0
    }
    current.push(text)
    bytes += text.length + 1
  }
  if (current.length) yield `[${current.join(',')}]`
}
