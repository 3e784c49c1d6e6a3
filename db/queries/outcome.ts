import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { ParticipantState, Role } from '#domain/participant.ts'

/** What a programme has come to, counted. */
export interface OutcomeCounts {
  participants: { role: Role; state: ParticipantState; joined: number; count: number }[]
  proposals: { state: string; count: number }[]
  pairs: { state: string; count: number }[]
  /** Who was left without a pair in the newest approved run and still takes part; null before there is one. */
  waiting: { role: Role; count: number }[] | null
  /** Participants who said yes themselves: how many, and how long each waited for their first pair (ms). */
  joined: number
  waitsMs: number[]
}

/** Counts of one programme; every one in the store, nobody by name. */
export async function countOutcomes(db: Database, programmeId: string): Promise<OutcomeCounts> {
  const [participants, proposals, pairs, run, waits] = await Promise.all([
    db.all<OutcomeCounts['participants'][number]>(sql`
      SELECT role, state, volunteer_at IS NOT NULL AS joined, count(*) AS count FROM participants
      WHERE programme_id = ${programmeId} GROUP BY role, state, volunteer_at IS NOT NULL`),
    db.all<{ state: string; count: number }>(sql`
      SELECT state, count(*) AS count FROM proposals
      WHERE programme_id = ${programmeId} AND revealed_at IS NOT NULL GROUP BY state`),
    db.all<{ state: string; count: number }>(sql`
      SELECT state, count(*) AS count FROM pairs WHERE programme_id = ${programmeId} GROUP BY state`),
    db.get<{ id: string }>(sql`
      SELECT id FROM match_runs WHERE programme_id = ${programmeId} AND approved_at IS NOT NULL
      ORDER BY approved_at DESC, id DESC LIMIT 1`),
    db.all<{ wait_ms: number }>(sql`
      SELECT min(pair.started_at) - participant.volunteer_at AS wait_ms
      FROM pairs AS pair JOIN participants AS participant ON participant.id IN (pair.mentor_id, pair.mentee_id)
      WHERE pair.programme_id = ${programmeId} AND participant.volunteer_at IS NOT NULL GROUP BY participant.id`),
  ])
  const waiting = run
    ? await db.all<{ role: Role; count: number }>(sql`
        SELECT participant.role, count(*) AS count
        FROM match_run_waiting AS waiting JOIN participants AS participant ON participant.id = waiting.participant_id
        WHERE waiting.run_id = ${run.id} AND participant.state = 'active' GROUP BY participant.role`)
    : null
  const joined = participants.reduce((sum, row) => sum + (row.joined ? row.count : 0), 0)
  return {
    participants,
    proposals,
    pairs,
    waiting,
    joined,
    waitsMs: waits.map(({ wait_ms }) => Math.max(0, wait_ms)),
  }
}
