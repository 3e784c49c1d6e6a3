import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FeedbackState, SurveyMoment } from '#domain/feedback.ts'
import type { PulseAnswers } from '#domain/pulse.ts'
import type { SurveyAnswers } from '#domain/survey.ts'

/** A pulse or a survey that somebody is asked for, by a mailed link that opens a page, and at most two reminders. */
export const feedbackRequests = sqliteTable(
  'feedback_requests',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['pulse', 'survey'] }).notNull(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    participant_id: text().notNull(),
    /** The session that a pulse is about. */
    session_id: text(),
    /** The moment that a survey is about. */
    moment: text().$type<SurveyMoment>(),
    state: text().$type<FeedbackState>().notNull(),
    reminders: integer().notNull().default(0),
    /** When the next reminder leaves; null for none. */
    next_at: integer(),
    expires_at: integer().notNull(),
    answered_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('feedback_requests_pulse').on(table.participant_id, table.session_id),
    uniqueIndex('feedback_requests_survey').on(table.participant_id, table.pair_id, table.moment),
    index('feedback_requests_next').on(table.next_at).where(sql`state = 'waiting'`),
    index('feedback_requests_pair').on(table.pair_id),
  ],
)

/** How a session was for one of the two (questionnaires.md §9); read by the coach of the pair and the referent alone. */
export const pulses = sqliteTable(
  'pulses',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    session_id: text().notNull(),
    participant_id: text().notNull(),
    answers: text({ mode: 'json' }).$type<PulseAnswers>().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('pulses_once').on(table.session_id, table.participant_id),
    index('pulses_pair').on(table.pair_id, table.created_at),
    index('pulses_programme').on(table.programme_id),
  ],
)

/** What somebody answered at the start, in the middle, at the end or months later (questionnaires.md §10); shown as totals. */
export const surveyAnswers = sqliteTable(
  'survey_answers',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    participant_id: text().notNull(),
    moment: text().$type<SurveyMoment>().notNull(),
    answers: text({ mode: 'json' }).$type<SurveyAnswers>().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('survey_answers_once').on(table.participant_id, table.pair_id, table.moment),
    index('survey_answers_programme').on(table.programme_id, table.moment),
    index('survey_answers_pair').on(table.pair_id),
  ],
)
