import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { PairState } from '#domain/pair.ts'
import type { TaskWorld } from '#domain/task-world.ts'

/** Who signed up for a programme, counted as a match run would see them. */
export interface PeopleCount {
  programme_id: string
  candidates: number
  eligible: number
  mentors: number
  mentees: number
  places: number
}

/** People once, however many roles they took; those who withdrew are left out, and the invited are candidates only. */
export async function countPeople(db: Database): Promise<PeopleCount[]> {
  return db.all<PeopleCount>(sql`
    SELECT programme_id, count(DISTINCT person_id) AS candidates,
      count(DISTINCT CASE WHEN state = 'active' THEN person_id END) AS eligible,
      sum(state = 'active' AND role = 'mentor') AS mentors, sum(state = 'active' AND role = 'mentee') AS mentees,
      sum(CASE WHEN state = 'active' AND role = 'mentor' THEN capacity ELSE 0 END) AS places
    FROM participants WHERE state <> 'withdrawn' GROUP BY programme_id`)
}

export type RunOfProgramme = TaskWorld['runs'][number]

/** The runs of every programme, the newest first. */
export async function listRunsOfProgrammes(db: Database): Promise<RunOfProgramme[]> {
  return db.all<RunOfProgramme>(sql`
    SELECT id, programme_id, round, state, matched, created_at, completed_at, approved_at FROM match_runs
    WHERE state <> 'superseded' ORDER BY created_at DESC, round DESC LIMIT 1000`)
}

/** Talks that wait, by programme, with the day of the oldest (epoch ms). */
export async function countOpenConversations(db: Database) {
  return db.all<{ programme_id: string; count: number; since: number }>(sql`
    SELECT programme_id, count(*) AS count, min(created_at) AS since FROM conversations WHERE state = 'open'
    GROUP BY programme_id`)
}

/**
 * Designated people who have been pending since before an instant (epoch ms), by programme and subsidiary, with when the
 * programme last wrote to them again. Whoever said no in confidence is pending too, and is counted like everybody (C6).
 */
export async function countSilentDesignated(db: Database, before: number) {
  return db.all<{
    programme_id: string
    subsidiary: string | null
    count: number
    since: number
    reminded_at: number | null
  }>(sql`
    SELECT participants.programme_id, coalesce(people.subsidiary, participants.answers ->> '$.G3.subsidiary') AS subsidiary, count(*) AS count, min(participants.created_at) AS since,
      (SELECT max(occurred_at) FROM events WHERE subject = participants.programme_id || '/designations') AS reminded_at
    FROM participants JOIN people ON people.id = participants.person_id AND people.active = 1
    WHERE participants.state = 'pending' AND participants.proposed_by IS NOT NULL AND participants.created_at <= ${before}
    GROUP BY participants.programme_id, 2`)
}

/**
 * Open proposals that end between two instants (epoch ms) and of which nobody was reminded. Open is all that is looked
 * at: whether somebody has answered, and how, stays with them.
 */
export async function listProposalsEnding(db: Database, from: number, to: number) {
  return db.all<{
    id: string
    programme_id: string
    deadline_at: number
    mentor_subsidiary: string | null
    mentee_subsidiary: string | null
  }>(sql`
    SELECT proposals.id, proposals.programme_id, deadline_at, coalesce(mentor.subsidiary, one.answers ->> '$.G3.subsidiary') AS mentor_subsidiary,
      coalesce(mentee.subsidiary, two.answers ->> '$.G3.subsidiary') AS mentee_subsidiary
    FROM proposals JOIN participants AS one ON one.id = proposals.mentor_id JOIN people AS mentor ON mentor.id = one.person_id
    JOIN participants AS two ON two.id = proposals.mentee_id JOIN people AS mentee ON mentee.id = two.person_id
    WHERE proposals.state = 'open' AND deadline_at > ${from} AND deadline_at <= ${to}
      AND NOT EXISTS (SELECT 1 FROM events WHERE subject = proposals.id || '/reminder')
    ORDER BY deadline_at, proposals.id LIMIT 2000`)
}

/** A pair with the names of its two people and where they work. */
export interface NamedPair {
  id: string
  programme_id: string
  state: PairState
  ending: string | null
  started_at: number
  ended_at: number | null
  suspended_at: number | null
  coach_id: string | null
  mentor: string
  mentee: string
  mentor_participant: string
  mentee_participant: string
  mentor_subsidiary: string | null
  mentee_subsidiary: string | null
  /** Of the two, those who still take part and have neither a live pair nor an open proposal. */
  waiting: number
}

const FREE = (column: 'mentor_id' | 'mentee_id') =>
  sql.raw(`EXISTS (SELECT 1 FROM participants AS left_over JOIN people ON people.id = left_over.person_id
    WHERE left_over.id = pairs.${column} AND left_over.state = 'active' AND people.active = 1
      AND NOT EXISTS (SELECT 1 FROM pairs AS other WHERE left_over.id IN (other.mentor_id, other.mentee_id) AND other.state <> 'ended')
      AND NOT EXISTS (SELECT 1 FROM proposals WHERE left_over.id IN (proposals.mentor_id, proposals.mentee_id)
        AND proposals.state = 'open'))`)

/** Live pairs of every programme, and those that ended at or after an instant (epoch ms). */
export async function listNamedPairs(db: Database, endedSince: number): Promise<NamedPair[]> {
  return db.all<NamedPair>(sql`
    SELECT pairs.id, pairs.programme_id, pairs.state, pairs.ending, pairs.started_at, pairs.ended_at, pairs.suspended_at,
      pairs.coach_id, trim(mentor.given_name || ' ' || mentor.family_name) AS mentor,
      trim(mentee.given_name || ' ' || mentee.family_name) AS mentee, pairs.mentor_id AS mentor_participant,
      pairs.mentee_id AS mentee_participant, coalesce(mentor.subsidiary, one.answers ->> '$.G3.subsidiary') AS mentor_subsidiary, coalesce(mentee.subsidiary, two.answers ->> '$.G3.subsidiary') AS mentee_subsidiary,
      CASE WHEN pairs.state = 'ended' THEN ${FREE('mentor_id')} + ${FREE('mentee_id')} ELSE 0 END AS waiting
    FROM pairs JOIN participants AS one ON one.id = pairs.mentor_id JOIN people AS mentor ON mentor.id = one.person_id
    JOIN participants AS two ON two.id = pairs.mentee_id JOIN people AS mentee ON mentee.id = two.person_id
    WHERE pairs.state <> 'ended' OR pairs.ended_at >= ${endedSince} ORDER BY pairs.id LIMIT 5000`)
}

/** Mentors whom the newest approved run of their programme left without a pair, and who have none since either (P20). */
export async function countIdleMentors(db: Database) {
  return db.all<{ programme_id: string; run: string; since: number; count: number }>(sql`
    SELECT match_runs.programme_id, match_runs.id AS run, match_runs.approved_at AS since, count(*) AS count
    FROM match_runs JOIN match_run_waiting AS waiting ON waiting.run_id = match_runs.id
    JOIN participants ON participants.id = waiting.participant_id
    JOIN people ON people.id = participants.person_id AND people.active = 1
    WHERE participants.state = 'active' AND participants.role = 'mentor'
      AND match_runs.id = (SELECT newest.id FROM match_runs AS newest WHERE newest.programme_id = match_runs.programme_id
        AND newest.approved_at IS NOT NULL ORDER BY newest.approved_at DESC, newest.id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM pairs WHERE pairs.mentor_id = participants.id AND pairs.state <> 'ended')
      AND NOT EXISTS (SELECT 1 FROM proposals WHERE proposals.mentor_id = participants.id AND proposals.state = 'open')
    GROUP BY match_runs.programme_id`)
}

/** Topics that somebody taking part wants to learn and no mentor offers, the most wanted first. */
export async function listUnmetTopics(db: Database) {
  return db.all<{ programme_id: string; topic: string; wanted: number }>(sql`
    WITH skills AS (
      SELECT participants.programme_id, participants.id, value ->> 'topic' AS topic, 1 AS wants, 0 AS offers
      FROM participants, json_each(participants.answers, '$.WANTS') WHERE state = 'active' AND role = 'mentee'
      UNION ALL
      SELECT participants.programme_id, participants.id, value ->> 'topic', 0, 1
      FROM participants, json_each(participants.answers, '$.OFFERS') WHERE state = 'active' AND role = 'mentor')
    SELECT programme_id, topic, count(DISTINCT CASE WHEN wants THEN id END) AS wanted FROM skills
    GROUP BY programme_id, topic HAVING sum(offers) = 0 ORDER BY wanted DESC, topic LIMIT 500`)
}

/** Receivers to which something could not be handed over several times, and is tried again. */
export async function listFailingEndpoints(db: Database, attempts: number) {
  return db.all<{ id: string; url: string; count: number; since: number }>(sql`
    SELECT endpoint.id, endpoint.url, count(*) AS count, min(events.occurred_at) AS since
    FROM webhook_deliveries AS delivery JOIN webhook_endpoints AS endpoint ON endpoint.id = delivery.endpoint_id
    JOIN events ON events.seq = delivery.event_seq
    WHERE delivery.state = 'waiting' AND delivery.attempts >= ${attempts} AND endpoint.state = 'active'
    GROUP BY endpoint.id ORDER BY since`)
}

/** People in live pairs whose signature is of an older charter (F12). */
export async function countUnsignedCharters(db: Database) {
  return db.all<{ programme_id: string; count: number }>(sql`
    SELECT participants.programme_id, count(*) AS count
    FROM participants JOIN programmes ON programmes.id = participants.programme_id
    WHERE participants.state = 'active' AND participants.charter_version < programmes.charter_version
      AND EXISTS (SELECT 1 FROM pairs WHERE pairs.state <> 'ended' AND participants.id IN (pairs.mentor_id, pairs.mentee_id))
    GROUP BY participants.programme_id`)
}
