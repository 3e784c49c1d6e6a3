import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Mails to send, written in the batch that made them necessary; address and facts are cleared once sent. */
export const mails = sqliteTable(
  'mails',
  {
    id: text().primaryKey(),
    key: text().notNull(),
    template: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    to_address: text(),
    facts: text({ mode: 'json' }).$type<Record<string, string>>(),
    state: text({ enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    next_attempt_at: integer().notNull(),
    last_outcome: text(),
    created_at: integer().notNull(),
    sent_at: integer(),
  },
  (table) => [
    // At most one mail per (reason, person).
    uniqueIndex('mails_key').on(table.key),
    index('mails_due').on(table.next_attempt_at).where(sql`state = 'waiting'`),
  ],
)
