import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A questionnaire put aside by somebody who asked for a link to come back to it. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    role: text({ enum: ['mentor', 'mentee', 'both'] }).notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    email_key: text().notNull(),
    /** What was typed, field by field, unchecked. */
    fields: text({ mode: 'json' }).$type<[string, string][]>().notNull(),
    token_hash: text().notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
    expires_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('drafts_token').on(table.token_hash),
    // How many links an address has been sent lately.
    index('drafts_email').on(table.email_key, table.created_at),
    index('drafts_expiry').on(table.expires_at),
  ],
)
