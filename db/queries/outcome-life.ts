import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { PairEnding } from '#domain/pair.ts'
import type { Role } from '#domain/participant.ts'
import type { TakeawayState } from '#domain/takeaway.ts'
import type { Want } from '#questionnaire/answers.ts'

/** What the success of one ended pair is told from, beside its surveys; means of pulses are 0 to 4. */
export interface EndedPair {
  id: string
  mentor_id: string
  mentee_id: string
  ending: PairEnding
  planned: number
  held: number
  a: number | null
  b: number | null
}

/** What the pairs of a programme lived through, counted in the store; participants without a name. */
export async function countLife(db: Database, programmeId: string, now: number) {
  const [participants, sessions, ideas, ended] = await Promise.all([
    db.all<{ id: string; role: Role; wants: string | null }>(sql`
      SELECT id, role, json_extract(answers, '$.WANTS') AS wants FROM participants
      WHERE programme_id = ${programmeId} AND state <> 'pending' ORDER BY id`),
    db.get<{ planned: number; held: number }>(sql`
      SELECT count(*) AS planned, coalesce(sum(state = 'held'), 0) AS held FROM pair_sessions
      WHERE programme_id = ${programmeId} AND planned_at IS NOT NULL AND starts_at <= ${now}
        AND coalesce(cancelled_by, '') <> 'programme'`),
    db.all<{ state: TakeawayState; count: number }>(sql`
      SELECT state, count(*) AS count FROM takeaways
      WHERE programme_id = ${programmeId} AND kind = 'idea' GROUP BY state`),
    db.all<EndedPair>(sql`
      WITH flows AS (
        SELECT pulse.pair_id,
          avg(CASE participant.role WHEN 'mentee' THEN pulse.answers ->> 'PU3' ELSE pulse.answers ->> 'PU4' END) AS a,
          avg(CASE participant.role WHEN 'mentor' THEN pulse.answers ->> 'PU3' ELSE pulse.answers ->> 'PU4' END) AS b
        FROM pulses AS pulse JOIN participants AS participant ON participant.id = pulse.participant_id
        WHERE pulse.programme_id = ${programmeId} GROUP BY pulse.pair_id, pulse.session_id
      )
      SELECT pair.id, pair.mentor_id, pair.mentee_id, pair.ending,
        (SELECT count(*) FROM pair_sessions AS met WHERE met.pair_id = pair.id AND met.planned_at IS NOT NULL
          AND met.starts_at <= pair.ended_at AND coalesce(met.cancelled_by, '') <> 'programme') AS planned,
        (SELECT count(*) FROM pair_sessions AS met WHERE met.pair_id = pair.id AND met.state = 'held') AS held,
        (SELECT avg(a) FROM flows WHERE flows.pair_id = pair.id) AS a,
        (SELECT avg(b) FROM flows WHERE flows.pair_id = pair.id) AS b
      FROM pairs AS pair WHERE pair.programme_id = ${programmeId} AND pair.state = 'ended' ORDER BY pair.id`),
  ])
  return {
    participants: participants.map(({ id, role, wants }) => ({
      id,
      role,
      wants: wants === null ? [] : (JSON.parse(wants) as Want[]),
    })),
    sessions: sessions ?? { planned: 0, held: 0 },
    ideas,
    ended,
  }
}

export type LifeCounts = Awaited<ReturnType<typeof countLife>>
