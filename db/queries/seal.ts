import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { Anchor, Seal, StoredEvent } from '#domain/seal.ts'

/** Where the chain ends; undefined while nothing is sealed. */
export async function findLastSeal(db: Database): Promise<Seal | undefined> {
  return db.get<Seal | undefined>(
    sql`SELECT event_seq, hash FROM event_seals ORDER BY event_seq DESC LIMIT 1`,
  )
}

/** Events behind a place in their order, with every column as it is stored. */
export async function listEventsStored(
  db: Database,
  afterSeq: number,
  limit: number,
): Promise<StoredEvent[]> {
  return db.all<StoredEvent>(sql`
    SELECT seq, id, type, subject, version, data, actor, outside, occurred_at
    FROM events WHERE seq > ${afterSeq} ORDER BY seq LIMIT ${limit}`)
}

/**
 * Lengthens the chain in one statement, all of `seals` or none: none where it no longer ends where they begin, because
 * another worker was faster, or where `holds` is false. What is sealed is never written again.
 * @returns whether they were written
 */
export async function addSeals(
  db: Database,
  afterSeq: number,
  seals: readonly Seal[],
  holds: SQL = sql`1`,
): Promise<boolean> {
  const rows = JSON.stringify(seals.map(({ event_seq, hash }) => [event_seq, hash]))
  const { meta } = await db.run(sql`
    INSERT INTO event_seals (event_seq, hash)
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(${rows})
    WHERE (SELECT coalesce(max(event_seq), 0) FROM event_seals) = ${afterSeq} AND ${holds}`)
  return meta.changes > 0
}

export interface LastAnchor extends Anchor {
  subject: string
  occurred_at: number
}

/** What was last told outside about the chain. */
export async function findLastAnchor(db: Database): Promise<LastAnchor | undefined> {
  return db.get<LastAnchor | undefined>(sql`
    SELECT data ->> 'seq' AS seq, data ->> 'hash' AS hash, subject, occurred_at
    FROM events WHERE outside = 1 AND type = 'journal.sealed' ORDER BY seq DESC LIMIT 1`)
}

/** Whether anything was sealed in a stretch of the journal, other than what was told about the chain itself. */
export async function hasNewsSealed(db: Database, afterSeq: number, untilSeq: number): Promise<boolean> {
  const row = await db.get<{ yes: number } | undefined>(sql`
    SELECT 1 AS yes FROM events WHERE seq > ${afterSeq} AND seq <= ${untilSeq} AND type <> 'journal.sealed' LIMIT 1`)
  return Boolean(row)
}

/** When somebody outside was first told anything. */
export async function findFirstTold(db: Database): Promise<number | undefined> {
  const row = await db.get<{ occurred_at: number } | undefined>(
    sql`SELECT occurred_at FROM events WHERE outside = 1 ORDER BY seq LIMIT 1`,
  )
  return row?.occurred_at
}

/** How many events there are, and how many of them stand behind the end of the chain. */
export async function countEvents(db: Database): Promise<{ events: number; unsealed: number }> {
  return (await db.get<{ events: number; unsealed: number }>(sql`
    SELECT count(*) AS events,
      (SELECT count(*) FROM events WHERE seq > (SELECT coalesce(max(event_seq), 0) FROM event_seals)) AS unsealed
    FROM events`))!
}
