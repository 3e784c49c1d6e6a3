import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the two of a pair want from it, in their own words: written by either, accepted by both (D13). */
export const pairAgreements = sqliteTable('pair_agreements', {
  pair_id: text().primaryKey(),
  aims: text().notNull(),
  rhythm: text().notNull(),
  ways: text().notNull(),
  /** The participant who wrote these words last; the other still has to accept them. */
  written_by: text().notNull(),
  mentor_accepted_at: integer(),
  mentee_accepted_at: integer(),
  version: integer().notNull(),
  created_at: integer().notNull(),
  updated_at: integer().notNull(),
})
