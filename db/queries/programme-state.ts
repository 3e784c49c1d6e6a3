import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { Role } from '#domain/participant.ts'

/** What a programme looked after and where its people work, counted; nobody by name. */
export interface ProgrammeStateCounts {
  troubles: { state: string; count: number }[]
  help: { state: string; count: number }[]
  /** People in live pairs. */
  places: { subsidiary: string; role: Role; count: number }[]
  pairs: { id: string; mentor_id: string; mentee_id: string }[]
}

/** Counts of one programme for its committee; live pairs come with their ids, from which their health is told. */
export async function countProgrammeState(db: Database, programmeId: string): Promise<ProgrammeStateCounts> {
  const [troubles, help, places, pairs] = await Promise.all([
    db.all<{ state: string; count: number }>(sql`
      SELECT state, count(*) AS count FROM troubles WHERE programme_id = ${programmeId} AND kind <> 'help' GROUP BY state`),
    db.all<{ state: string; count: number }>(sql`
      SELECT state, count(*) AS count FROM help_requests WHERE programme_id = ${programmeId} GROUP BY state`),
    db.all<{ subsidiary: string; role: Role; count: number }>(sql`
      SELECT coalesce(people.subsidiary, participants.answers ->> '$.G3.subsidiary') AS subsidiary, participants.role,
        count(*) AS count
      FROM participants JOIN people ON people.id = participants.person_id
      WHERE participants.programme_id = ${programmeId} AND EXISTS (SELECT 1 FROM pairs
        WHERE pairs.state <> 'ended' AND participants.id IN (pairs.mentor_id, pairs.mentee_id))
      GROUP BY 1, 2 HAVING subsidiary IS NOT NULL ORDER BY 1`),
    db.all<{ id: string; mentor_id: string; mentee_id: string }>(sql`
      SELECT id, mentor_id, mentee_id FROM pairs WHERE programme_id = ${programmeId} AND state <> 'ended'`),
  ])
  return { troubles, help, places, pairs }
}
