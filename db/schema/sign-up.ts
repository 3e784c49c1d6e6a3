import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Answers } from '#questionnaire/answers.ts'

/** A sign-up whose address is not confirmed yet: it touches nobody's data until it is. */
export const signUps = sqliteTable(
  'sign_ups',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    role: text({ enum: ['mentor', 'mentee', 'both'] }).notNull(),
    given_name: text().notNull(),
    family_name: text().notNull(),
    email: text().notNull(),
    email_key: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    questionnaire_version: integer().notNull(),
    own_questions_version: integer().notNull().default(0),
    charter_version: integer().notNull(),
    notice_version: integer().notNull().default(1),
    /** Set where a printed code or an invitation says who this is. */
    person_id: text(),
    volunteer_at: integer().notNull(),
    charter_at: integer().notNull(),
    reminders: integer({ mode: 'boolean' }).notNull(),
    token_hash: text().notNull(),
    created_at: integer().notNull(),
    expires_at: integer().notNull(),
    confirmed_at: integer(),
  },
  (table) => [
    uniqueIndex('sign_ups_token').on(table.token_hash),
    // How many mails an address has been sent lately; also the purge of what was never confirmed.
    index('sign_ups_email').on(table.email_key, table.created_at),
    index('sign_ups_expiry').on(table.expires_at),
  ],
)
