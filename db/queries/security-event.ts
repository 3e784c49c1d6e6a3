import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { EventType, Happening } from '#domain/event.ts'
import { SECURITY_EVENT_TYPES, SECURITY_SUBJECTS } from '#domain/security-event.ts'

export interface SecurityEventRow {
  seq: number
  id: string
  type: EventType
  subject: string
  data: Happening['data']
  actor: string
  occurred_at: number
  actor_name: string | null
  subject_name: string | null
}

/** What an id of the log is called today: a key by its name, the team by address, a receiver by its description. */
const nameOf = (id: string) => sql`CASE substr(${sql.raw(id)}, 1, 4)
    WHEN 'key_' THEN (SELECT name FROM keys WHERE keys.id = ${sql.raw(id)})
    WHEN 'org_' THEN (SELECT email FROM organisers WHERE organisers.id = ${sql.raw(id)})
    WHEN 'whe_' THEN (SELECT nullif(description, '') FROM webhook_endpoints WHERE webhook_endpoints.id = ${sql.raw(id)})
  END`

/** An opened session is written as `org_…/session`: what is before the stroke is who it belongs to. */
const SUBJECT_ID = `(CASE instr(found.subject, '/') WHEN 0 THEN found.subject
    ELSE substr(found.subject, 1, instr(found.subject, '/') - 1) END)`

/** Events of the log before a place in the order of all events, the newest first, as they are kept. */
export function selectSecurityEvents(beforeSeq: number | null, limit: number): SQL {
  const kinds = SECURITY_SUBJECTS.map(
    // The character after the underscore ends the range of a prefix. A plus keeps a column from choosing the index.
    (prefix) => sql`(subject >= ${`${prefix}_`} AND subject < ${`${prefix}\``})`,
  )
  return sql`SELECT seq, id, type, subject, data, actor, occurred_at FROM events
    WHERE (${sql.join(kinds, sql` OR `)})
      AND +type IN (SELECT value FROM json_each(${JSON.stringify(SECURITY_EVENT_TYPES)}))
      AND +seq < ${beforeSeq ?? Number.MAX_SAFE_INTEGER}
    ORDER BY +seq DESC LIMIT ${limit}`
}

/**
 * The security log, the newest first. Read along the index of subjects, by the few prefixes that it is about, so that
 * it does not slow down with everything else that happens. Names and addresses are those of today: none is in an event.
 */
export async function listSecurityEvents(
  db: Database,
  beforeSeq: number | null,
  limit: number,
): Promise<SecurityEventRow[]> {
  const rows = await db.all<Omit<SecurityEventRow, 'data'> & { data: string }>(sql`
    SELECT found.seq, found.id, found.type, ${sql.raw(SUBJECT_ID)} AS subject, found.data, found.actor,
      found.occurred_at, ${nameOf('found.actor')} AS actor_name, ${nameOf(SUBJECT_ID)} AS subject_name
    FROM (${selectSecurityEvents(beforeSeq, limit)}) AS found
    ORDER BY found.seq DESC`)
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Happening['data'] }))
}
