import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The link that asks a designated person whether they want to take part; without an answer, nobody is matched (C6, P31). */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    participant_id: text().notNull(),
    token_hash: text().notNull(),
    created_at: integer().notNull(),
    expires_at: integer().notNull(),
    /** When it was used to say yes or no; which of the two stands in the participant alone. */
    answered_at: integer(),
  },
  (table) => [
    uniqueIndex('invitations_token').on(table.token_hash),
    index('invitations_participant').on(table.participant_id),
    index('invitations_expiry').on(table.expires_at),
  ],
)
