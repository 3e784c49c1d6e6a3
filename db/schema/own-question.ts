import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OwnQuestion } from '#questionnaire/own-question.ts'

/** The questions that a programme adds to its questionnaires, one row per version: an answer belongs to the one it answered. */
export const ownQuestionSets = sqliteTable(
  'own_question_sets',
  {
    programme_id: text().notNull(),
    version: integer().notNull(),
    questions: text({ mode: 'json' }).$type<OwnQuestion[]>().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme_id, table.version] })],
)
