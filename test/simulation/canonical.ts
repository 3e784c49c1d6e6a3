import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { GENESIS, type StoredEvent, textToSeal } from '#domain/seal.ts'

/** What is no part of a state: how often something was tried, by whom it is held, and what was remembered of requests. */
const LEFT_OUT = new Set([
  'guards',
  'job_leases',
  'webhook_attempts',
  'idempotency_keys',
  'event_seals',
  'sign_in_limits',
])

const BOOKKEEPING =
  /^(seq|fence|attempts|challenge_(attempts|outcome|status)|failures|lease_until|message_id|due_at|last_\w+|next_\w+|failing_since|open_until|chunks_done)$/
/** Of secrets and instants, only whether there is one counts. */
const PRESENCE = /(_at|_until|At|_hash)$|^(until|secret|previous_secret|challenge|paused_until)$/
/** Ids, instants, and secrets of 43 characters. */
const EITHER = /[a-z]{3}_[0-9]{20}|\b17\d{11}\b|(?<![\w-])[\w-]{43}(?![\w-])/g

/** A row as text with holes, and which id stands in each of them. */
interface Row {
  table: string
  parts: string[]
  ids: string[]
}

/** A state of the whole store, without what differs from one undisturbed run to the next. */
export interface Canonical {
  /** Rows with every id told by what it is: two states are the same where these are. */
  rows: string[]
  /** The same with the kinds of ids alone, to be read by people. */
  plain: string[]
  /** The name of an id in `rows`. */
  nameOf: (text: string) => string
}

/**
 * Everything that is stored, so that two runs can be held against each other. Ids stand for what is known of them: their
 * names are refined from the rows that they stand in, round by round (colour refinement).
 */
export function canonical(store: DatabaseSync): Canonical {
  const rows = readRows(store)
  const names = new Map<string, string>()
  for (const { ids } of rows) for (const id of ids) names.set(id, id.slice(0, 3))
  const plain = rows.map((row) => written(row, names)).sort()
  for (let round = 0; round < 4; round++) refine(rows, names)
  const nameOf = (text: string) => plainText(text).replace(EITHER, (id) => names.get(id) ?? id.slice(0, 3))
  return { rows: rows.map((row) => written(row, names)).sort(), plain, nameOf }
}

function readRows(store: DatabaseSync): Row[] {
  const tables = store
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .all() as { name: string }[]
  const events = store.prepare('SELECT seq, id FROM events').all() as { seq: number; id: string }[]
  const eventOf = new Map(events.map(({ seq, id }) => [seq, id]))
  const rows: Row[] = []
  for (const { name } of tables) {
    if (LEFT_OUT.has(name)) continue
    for (const row of store.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]) {
      rows.push(readRow(name, adapted(name, row, eventOf)))
    }
  }
  return rows
}

/** What a table keeps in a way of its own. */
function adapted(
  table: string,
  row: Record<string, unknown>,
  eventOf: ReadonlyMap<number, string>,
): Record<string, unknown> {
  if ('event_seq' in row) return { ...row, event_seq: eventOf.get(row.event_seq as number) ?? '?' }
  // Where the chain ends depends on how many events there are, which is compared by itself.
  if (table === 'events' && row.type === 'journal.sealed') return { ...row, data: '' }
  // What somebody asks for in the open, and a job would have done a moment later, is the same deed.
  if (table === 'events' && String(row.type).startsWith('pair.')) return { ...row, actor: '' }
  if (table !== 'mails') return row
  // A mail whose answer was lost keeps its address and its facts, for somebody to look at.
  const isOver = row.state === 'sent' || row.state === 'uncertain'
  return {
    ...row,
    ...(isOver ? { to_address: null, facts: null, sent_at: 1, state: 'sent or uncertain' } : {}),
  }
}

function readRow(table: string, row: Record<string, unknown>): Row {
  const cells: string[] = []
  for (const [column, value] of Object.entries(row)) {
    if (BOOKKEEPING.test(column)) continue
    if (PRESENCE.test(column)) cells.push(`${column}: ${value === null ? 'none' : 'some'}`)
    else
      cells.push(
        `${column}: ${value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)}`,
      )
  }
  const parts: string[] = []
  const ids: string[] = []
  const text = plainText(cells.join(' | '))
  let from = 0
  for (const match of text.matchAll(EITHER)) {
    parts.push(text.slice(from, match.index))
    ids.push(match[0])
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  return { table, parts, ids }
}

/** Instants and secrets are written alike, wherever they stand. */
function plainText(text: string): string {
  return text.replace(EITHER, (found) =>
    found.length === 24 ? found : found.length === 13 ? 'instant' : 'secret',
  )
}

function written({ table, parts, ids }: Row, names: ReadonlyMap<string, string>): string {
  let text = `${table}: ${parts[0]}`
  for (let at = 0; at < ids.length; at++) text += names.get(ids[at]!)! + parts[at + 1]!
  return text
}

function refine(rows: readonly Row[], names: Map<string, string>): void {
  const seen = new Map<string, number[]>()
  for (const row of rows) {
    if (row.ids.length === 0) continue
    const whole = hashOf(written(row, names))
    for (let at = 0; at < row.ids.length; at++) {
      const list = seen.get(row.ids[at]!)
      const mark = (whole ^ Math.imul(at + 1, 0x9e3779b1)) >>> 0
      if (list) list.push(mark)
      else seen.set(row.ids[at]!, [mark])
    }
  }
  for (const [id, marks] of seen) {
    names.set(id, `${id.slice(0, 3)}_${hashOf(marks.sort((a, b) => a - b).join()).toString(16)}`)
  }
}

/** FNV-1a, which is enough to tell rows apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** What one state has and the other has not; empty where they are the same. */
export function differences(wanted: Canonical, found: Canonical): string[] {
  const told = differing(wanted.plain, found.plain)
  return told.length > 0 ? told : differing(wanted.rows, found.rows)
}

function differing(wanted: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const row of wanted) counts.set(row, (counts.get(row) ?? 0) + 1)
  for (const row of found) counts.set(row, (counts.get(row) ?? 0) - 1)
  return [...counts].flatMap(([row, count]) =>
    count === 0 ? [] : [`${count > 0 ? 'missing' : 'too many'}: ${row}`],
  )
}

/** Where the chain over the journal is broken, or does not reach its end; empty where it is whole. */
export function flawsOfChain(store: DatabaseSync): string[] {
  const events = store.prepare('SELECT * FROM events ORDER BY seq').all() as unknown as StoredEvent[]
  const seals = store.prepare('SELECT event_seq, hash FROM event_seals ORDER BY event_seq').all() as {
    event_seq: number
    hash: string
  }[]
  if (seals.length !== events.length) return [`${events.length} events and ${seals.length} seals`]
  let hash = GENESIS.hash
  for (const [at, event] of events.entries()) {
    hash = createHash('sha256').update(textToSeal(hash, event)).digest('hex')
    if (seals[at]!.hash !== hash) return [`the seal of ${event.id} does not follow from what was before`]
  }
  return []
}
