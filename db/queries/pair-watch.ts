import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { BreakEvent } from '#domain/active-time.ts'
import type { PairState } from '#domain/pair.ts'
import type { Role } from '#domain/participant.ts'
import type { PreparationState } from '#domain/preparation.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import type { TroubleRow } from './trouble.ts'

/** A live pair with what its programme and its team say about it. */
export interface WatchedPair {
  id: string
  programme_id: string
  mentor_id: string
  mentee_id: string
  state: PairState
  started_at: number
  paused_at: number | null
  /** Null as well for whoever may not read. */
  coach_id: string | null
  referent_id: string | null
  kind: ProgrammeKind
  ends_on: string | null
  time_zone: string
}

/** Whether somebody of the team is there, may read in confidence and is not one of the two. */
const READS = (reader: 'coach' | 'referent') =>
  sql.raw(`${reader}.role IN ('organiser', 'coach') AND NOT EXISTS (
      SELECT 1 FROM participants JOIN people ON people.id = participants.person_id
      WHERE participants.id IN (pairs.mentor_id, pairs.mentee_id) AND people.email_key = ${reader}.email_key)`)

/** Live pairs of every programme, page by page. A coach or a referent who has left the team, or is one of the two, is none. */
export async function listPairsToWatch(db: Database, afterId: string, limit: number): Promise<WatchedPair[]> {
  return db.all<WatchedPair>(sql`
    SELECT pairs.id, pairs.programme_id, pairs.mentor_id, pairs.mentee_id, pairs.state, pairs.started_at,
      pairs.paused_at, coach.id AS coach_id, referent.id AS referent_id, programmes.kind, programmes.ends_on,
      programmes.time_zone
    FROM pairs JOIN programmes ON programmes.id = pairs.programme_id
    LEFT JOIN organisers AS coach ON coach.id = pairs.coach_id AND ${READS('coach')}
    LEFT JOIN organisers AS referent ON referent.id = programmes.referent_id AND ${READS('referent')}
    WHERE pairs.state <> 'ended' AND pairs.id > ${afterId} ORDER BY pairs.id LIMIT ${limit}`)
}

/** What preparations of these pairs are open, and when the others closed. */
export async function listPreparationsOfPairs(db: Database, pairIds: readonly string[]) {
  return db.all<{ pair_id: string; state: PreparationState; decided_at: number | null }>(sql`
    SELECT preparations.pair_id, preparations.state, preparations.decided_at FROM preparations
    WHERE preparations.pair_id IN (SELECT value FROM json_each(${JSON.stringify(pairIds)}))`)
}

/** Who of these pairs waits for help, without a word of it. */
export async function listHelpOfPairs(db: Database, pairIds: readonly string[]) {
  return db.all<{
    pair_id: string
    role: Role
    due_at: number
    reader_id: string | null
    created_at: number
  }>(sql`
    SELECT help.pair_id, participants.role, help.due_at, help.reader_id, help.created_at
    FROM help_requests AS help JOIN participants ON participants.id = help.participant_id
    WHERE help.state = 'open' AND help.pair_id IN (SELECT value FROM json_each(${JSON.stringify(pairIds)}))`)
}

/** When these pairs did not meet, as their events tell it, in order. */
export async function listBreakEvents(db: Database, pairIds: readonly string[]) {
  return db.all<{ pair_id: string; type: BreakEvent; at: number }>(sql`
    SELECT events.subject AS pair_id, events.type, events.occurred_at AS at FROM events
    WHERE events.subject IN (SELECT value FROM json_each(${JSON.stringify(pairIds)}))
      AND events.type IN ('pair.paused', 'pair.returned', 'pair.suspended', 'pair.resumed')
    ORDER BY events.subject, events.version`)
}

/** Everything that troubles or troubled these pairs. */
export async function listTroublesOfPairs(db: Database, pairIds: readonly string[]): Promise<TroubleRow[]> {
  return db.all<TroubleRow>(sql`
    SELECT troubles.* FROM troubles
    WHERE troubles.pair_id IN (SELECT value FROM json_each(${JSON.stringify(pairIds)}))`)
}

/** Open troubles of pairs that have ended, which trouble nobody any more. */
export async function listTroublesOfEnded(db: Database, limit: number): Promise<TroubleRow[]> {
  return db.all<TroubleRow>(sql`
    SELECT troubles.* FROM troubles JOIN pairs ON pairs.id = troubles.pair_id
    WHERE troubles.state = 'open' AND pairs.state = 'ended' ORDER BY troubles.id LIMIT ${limit}`)
}
