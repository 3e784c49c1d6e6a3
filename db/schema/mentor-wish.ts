import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The mentor whom a mentee would like (D1), by address: a preference, never shown to the mentor. */
export const mentorWishes = sqliteTable(
  'mentor_wishes',
  {
    id: text().primaryKey(),
    participant_id: text().notNull(),
    address: text().notNull(),
    named_person_id: text(),
    created_at: integer().notNull(),
  },
  (table) => [uniqueIndex('mentor_wishes_once').on(table.participant_id)],
)
