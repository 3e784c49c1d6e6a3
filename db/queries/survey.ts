import { and, asc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { feedbackRequests, surveyAnswers } from '#db/schema/feedback.ts'
import type { SurveyMoment } from '#domain/feedback.ts'

export type SurveyRow = typeof surveyAnswers.$inferSelect

export function insertSurvey(db: Database, row: SurveyRow): SQLWrapper {
  return db.insert(surveyAnswers).values(row)
}

/** Every answer to the surveys of a programme, to be counted and never shown one by one. */
export async function listSurveysOfProgramme(db: Database, programmeId: string): Promise<SurveyRow[]> {
  return db
    .select()
    .from(surveyAnswers)
    .where(eq(surveyAnswers.programme_id, programmeId))
    .orderBy(asc(surveyAnswers.created_at), asc(surveyAnswers.id))
}

/** The pair with which somebody was first asked for a survey of this moment; null before anybody asked. */
export async function findFirstPairAsked(
  db: Database,
  participantId: string,
  moment: SurveyMoment,
): Promise<string | null> {
  const row = await db
    .select({ pair_id: feedbackRequests.pair_id })
    .from(feedbackRequests)
    .where(
      and(
        eq(feedbackRequests.participant_id, participantId),
        eq(feedbackRequests.moment, moment),
        eq(feedbackRequests.kind, 'survey'),
        sql`${feedbackRequests.state} <> 'cancelled'`,
      ),
    )
    .orderBy(asc(feedbackRequests.created_at), asc(feedbackRequests.id))
    .get()
  return row?.pair_id ?? null
}

/** True inside a batch while the request still waits for its answer. */
export function isWaiting(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM feedback_requests WHERE id = ${id} AND state = 'waiting')`
}
