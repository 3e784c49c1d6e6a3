import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'

/** The name under which the event trail counts the times that due moves were applied. */
export const REPORTING_MOVES = 'reporting-moves'

/**
 * People for whom a day (`YYYY-MM-DD`) changes something: a move whose day has come, or a last day that is over. By id,
 * at most `limit`.
 */
export async function listPeopleDue(db: Database, day: string, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT people.id FROM reporting_moves AS move CROSS JOIN people ON people.external_id = move.person
      WHERE move.effective_on <= ${day}
    UNION SELECT people.id FROM reporting_moves AS move CROSS JOIN people ON people.id = move.person
      WHERE move.effective_on <= ${day} AND people.external_id IS NULL
    UNION SELECT id FROM people WHERE leaves_on < ${day} AND active = 1
    ORDER BY 1 LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Everybody whose managers change by a day, by reference. */
export async function listMoversDue(db: Database, day: string): Promise<string[]> {
  const rows = await db.all<{ person: string }>(sql`
    SELECT DISTINCT person FROM reporting_moves WHERE effective_on <= ${day}`)
  return rows.map(({ person }) => person)
}

/** How often due moves were applied so far: the version that the next time must follow. */
export async function countTimesApplied(db: Database): Promise<number> {
  const row = await db.get<{ version: number | null }>(sql`
    SELECT max(version) AS version FROM events WHERE subject = ${REPORTING_MOVES}`)
  return row?.version ?? 0
}

/** True inside a batch while none of these people has changed since they were read. */
export function areUnchanged(rows: readonly { id: string; version: number }[]): SQL[] {
  return inChunks(rows.map(({ id, version }) => ({ id, version }))).map(
    (chunk) => sql`NOT EXISTS (SELECT 1 FROM json_each(${chunk}) AS read
      LEFT JOIN people ON people.id = read.value ->> 'id'
      WHERE people.version IS NOT read.value ->> 'version')`,
  )
}
