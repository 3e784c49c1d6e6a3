import { and, asc, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { feedbackRequests } from '#db/schema/feedback.ts'
import { pairs } from '#db/schema/pair.ts'
import { participants } from '#db/schema/participant.ts'
import { programmes } from '#db/schema/programme.ts'
import { PULSE_AFTER_MS, PULSE_OPEN_MS, type SurveyMoment } from '#domain/feedback.ts'
import { MOMENTS_OF_EACH_PAIR } from '#domain/survey-schedule.ts'

export type FeedbackRow = typeof feedbackRequests.$inferSelect

export async function findFeedback(db: Database, id: string): Promise<FeedbackRow | undefined> {
  return db.select().from(feedbackRequests).where(eq(feedbackRequests.id, id)).get()
}

/** What somebody was asked about one session; undefined where they were not asked yet. */
export async function findPulseRequest(
  db: Database,
  participantId: string,
  sessionId: string,
): Promise<FeedbackRow | undefined> {
  return db
    .select()
    .from(feedbackRequests)
    .where(
      and(eq(feedbackRequests.participant_id, participantId), eq(feedbackRequests.session_id, sessionId)),
    )
    .get()
}

/** Everything that the two people of a pair were asked, oldest first. */
export async function listFeedbackOfPair(db: Database, pairId: string): Promise<FeedbackRow[]> {
  return db
    .select()
    .from(feedbackRequests)
    .where(eq(feedbackRequests.pair_id, pairId))
    .orderBy(asc(feedbackRequests.created_at), asc(feedbackRequests.id))
}

/** What waits for an answer of this person at an instant (epoch ms), in all their programmes, oldest first. */
export async function listOpenFeedback(db: Database, personId: string, now: number): Promise<FeedbackRow[]> {
  const rows = await db
    .select({ request: feedbackRequests })
    .from(feedbackRequests)
    .innerJoin(participants, eq(participants.id, feedbackRequests.participant_id))
    .where(
      and(
        eq(participants.person_id, personId),
        eq(feedbackRequests.state, 'waiting'),
        sql`${feedbackRequests.expires_at} > ${now}`,
      ),
    )
    .orderBy(asc(feedbackRequests.created_at), asc(feedbackRequests.id))
    .limit(20)
  return rows.map(({ request }) => request)
}

/** Somebody who is to be asked about a session; `request` where they were asked before, and it had not taken place then. */
export interface PulseToAsk {
  session_id: string
  pair_id: string
  programme_id: string
  participant_id: string
  request: string | null
  version: number
}

/** True of a session about which its people can tell: logged as held, or planned and over for two hours. */
const isTold = (now: number) => sql`(session.state = 'held' OR (session.state = 'planned'
  AND session.starts_at + session.minutes * 60000 + ${PULSE_AFTER_MS} <= ${now}))`

/**
 * Each of the two of a live pair, for sessions about which they can tell, and about which that person was not asked; none
 * that began longer ago than anybody remembers, and none during a pause.
 */
export async function listPulsesToAsk(db: Database, now: number, limit: number): Promise<PulseToAsk[]> {
  return db.all<PulseToAsk>(sql`
    SELECT session.id AS session_id, session.pair_id, session.programme_id, participant.id AS participant_id,
      asked.id AS request, coalesce(asked.version, 0) AS version
    FROM pair_sessions AS session
    JOIN pairs AS pair ON pair.id = session.pair_id
    JOIN participants AS participant ON participant.id IN (pair.mentor_id, pair.mentee_id)
    JOIN people AS person ON person.id = participant.person_id
    LEFT JOIN feedback_requests AS asked
      ON asked.participant_id = participant.id AND asked.session_id = session.id
    WHERE session.state IN ('held', 'planned') AND session.starts_at > ${now - PULSE_OPEN_MS} AND ${isTold(now)}
      AND pair.state = 'active' AND pair.paused_at IS NULL AND participant.state <> 'withdrawn' AND person.active = 1
      AND (asked.id IS NULL OR asked.state = 'cancelled')
    ORDER BY session.starts_at, session.id, participant.id LIMIT ${limit}`)
}

/** A pair whose two people may be due a survey, with what each was asked and has answered so far. */
export type PairToSurvey = Awaited<ReturnType<typeof listPairsToSurvey>>[number]

/** How long after its end a pair may still be asked something, with room to spare after the twelfth month. */
const FOLLOW_UP_MS = 420 * 86_400_000

/** Pairs that are live, or were completed within the last year or so, page by page. */
export async function listPairsToSurvey(db: Database, now: number, afterId: string, limit: number) {
  // What is null is nobody’s: whoever has left the programme or the company is asked nothing.
  const known = (side: 'mentor_id' | 'mentee_id') => sql<string | null>`(
    SELECT (SELECT json_group_array(moment) FROM (
      SELECT moment FROM feedback_requests AS asked WHERE asked.kind = 'survey'
        AND (asked.pair_id = pairs.id OR asked.moment NOT IN (SELECT value FROM json_each(${JSON.stringify(MOMENTS_OF_EACH_PAIR)})))
        AND asked.participant_id = participant.id
      UNION SELECT moment FROM survey_answers AS given WHERE given.pair_id = pairs.id
        AND given.participant_id = participant.id))
    FROM participants AS participant JOIN people AS person ON person.id = participant.person_id
    WHERE participant.id = pairs.${sql.raw(side)} AND participant.state <> 'withdrawn' AND person.active = 1)`
  const rows = await db
    .select({ pair: pairs, programme: programmes, mentor: known('mentor_id'), mentee: known('mentee_id') })
    .from(pairs)
    .innerJoin(programmes, eq(programmes.id, pairs.programme_id))
    .where(
      sql`${pairs.id} > ${afterId} AND (${pairs.state} = 'active'
        OR (${pairs.state} = 'ended' AND ${pairs.ending} = 'completed' AND ${pairs.ended_at} > ${now - FOLLOW_UP_MS}))`,
    )
    .orderBy(asc(pairs.id))
    .limit(limit)
  return rows.map(({ pair, programme, mentor, mentee }) => ({
    pair,
    programme,
    known: [
      { participantId: pair.mentor_id, moments: mentor },
      { participantId: pair.mentee_id, moments: mentee },
    ].flatMap(({ participantId, moments }) =>
      moments === null ? [] : [{ participantId, moments: JSON.parse(moments) as SurveyMoment[] }],
    ),
  }))
}

/** Questions that wait and whose next reminder is due; during a pause nobody is reminded. */
export async function listRemindersDue(db: Database, now: number, limit: number): Promise<FeedbackRow[]> {
  const rows = await db
    .select({ request: feedbackRequests })
    .from(feedbackRequests)
    .innerJoin(pairs, eq(pairs.id, feedbackRequests.pair_id))
    .where(
      sql`${feedbackRequests.state} = 'waiting' AND ${feedbackRequests.next_at} <= ${now}
        AND ${feedbackRequests.expires_at} > ${now} AND ${pairs.state} <> 'suspended' AND ${pairs.paused_at} IS NULL`,
    )
    .orderBy(asc(feedbackRequests.next_at), asc(feedbackRequests.id))
    .limit(limit)
  return rows.map(({ request }) => request)
}

/** A question that nobody asks any more, and why. */
export type FeedbackToClose = FeedbackRow & { close: 'expired' | 'cancelled' }

/**
 * Questions that wait although their time is over, their pair has ended (but for the last survey and those that follow),
 * or their session did not take place after all, or takes place later.
 */
export async function listFeedbackToClose(
  db: Database,
  now: number,
  limit: number,
): Promise<FeedbackToClose[]> {
  const rows = await db
    .select({
      request: feedbackRequests,
      close: sql<
        'expired' | 'cancelled'
      >`CASE WHEN feedback_requests.expires_at <= ${now} THEN 'expired' ELSE 'cancelled' END`,
    })
    .from(feedbackRequests)
    .innerJoin(pairs, eq(pairs.id, feedbackRequests.pair_id))
    .where(
      sql`${feedbackRequests.state} = 'waiting' AND (${feedbackRequests.expires_at} <= ${now}
        OR (${pairs.state} = 'ended' AND (${feedbackRequests.kind} = 'pulse'
          OR ${feedbackRequests.moment} IN ('start', 'middle')))
        OR EXISTS (SELECT 1 FROM pair_sessions AS session WHERE session.id = feedback_requests.session_id
          AND NOT ${isTold(now)}))`,
    )
    .orderBy(asc(feedbackRequests.expires_at), asc(feedbackRequests.id))
    .limit(limit)
  return rows.map(({ request, close }) => ({ ...request, close }))
}

export function insertFeedback(db: Database, row: FeedbackRow): SQLWrapper {
  return db.insert(feedbackRequests).values(row)
}

export function updateFeedback(db: Database, id: string, set: Partial<FeedbackRow>): SQLWrapper {
  return db.update(feedbackRequests).set(set).where(eq(feedbackRequests.id, id))
}

/** Of several questions about sessions of one pair, only the newest sends reminders. */
export function quietenOlderPulses(pairId: string, participantId: string): SQLWrapper {
  return sql`UPDATE feedback_requests SET next_at = NULL WHERE pair_id = ${pairId}
    AND participant_id = ${participantId} AND kind = 'pulse' AND state = 'waiting'`
}

/** Mails about a question that have not left yet and are no longer needed; their keys begin with template and question. */
export function dropWaitingMails(templates: readonly string[], requestId: string): SQLWrapper[] {
  return templates.map(
    (
      template,
    ) => sql`DELETE FROM mails WHERE key > ${`${template}:${requestId}`} AND key < ${`${template}:${requestId}~`}
      AND state = 'waiting' AND attempts = 0`,
  )
}
