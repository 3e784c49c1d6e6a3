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
    /** Who is written to; null for visitors and the team. */
    person_id: text(),
    /** A reminder: several that leave at once leave as one. */
    reminder: integer({ mode: 'boolean' }).notNull().default(false),
    facts: text({ mode: 'json' }).$type<Record<string, string>>(),
    state: text({ enum: ['waiting', 'sending', 'sent', 'failed', 'uncertain'] }).notNull(),
    attempts: integer().notNull().default(0),
    next_attempt_at: integer().notNull(),
    last_outcome: text(),
    created_at: integer().notNull(),
    sent_at: integer(),
    /** The provider’s id of the message, by which it tells of it later. */
    message_id: text(),
  },
  (table) => [
    // At most one mail per (reason, person).
    uniqueIndex('mails_key').on(table.key),
    index('mails_due').on(table.next_attempt_at).where(sql`state = 'waiting'`),
    // Those whose worker died between asking the provider and noting its answer.
    index('mails_sending').on(table.next_attempt_at).where(sql`state = 'sending'`),
  ],
)

/** Addresses that refuse mail: nothing more is sent there. Known by their hash only. */
export const mailSuppressions = sqliteTable('mail_suppressions', {
  /** SHA-256 (hex) of the address in its compared form. */
  address_hash: text().primaryKey(),
  reason: text({ enum: ['bounced', 'complained', 'refused'] }).notNull(),
  person_id: text(),
  created_at: integer().notNull(),
})
