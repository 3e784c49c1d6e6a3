import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Answers } from '#questionnaire/answers.ts'

export const participants = sqliteTable(
  'participants',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    person_id: text().notNull(),
    role: text({ enum: ['mentor', 'mentee'] }).notNull(),
    state: text({ enum: ['pending', 'active', 'withdrawn'] }).notNull(),
    capacity: integer().notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    questionnaire_version: integer().notNull(),
    own_questions_version: integer().notNull().default(0),
    charter_version: integer().notNull(),
    notice_version: integer().notNull().default(1),
    /** Who proposed a designated person, in words that this person reads; null for volunteers (C6). */
    proposed_by: text(),
    volunteer_at: integer(),
    charter_at: integer(),
    reminders: integer({ mode: 'boolean' }).notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    // One row per (programme, person, role); "both" makes two.
    uniqueIndex('participants_once').on(table.programme_id, table.person_id, table.role),
    index('participants_person').on(table.person_id),
  ],
)
