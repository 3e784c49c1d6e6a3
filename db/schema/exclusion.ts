import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * Whom somebody would rather not be paired with, by address: read by the matching alone. `named_person_id` is whoever
 * bore the address on that day, so that a new address changes nothing.
 */
export const exclusions = sqliteTable(
  'exclusions',
  {
    id: text().primaryKey(),
    person_id: text().notNull(),
    address: text().notNull(),
    named_person_id: text(),
    created_at: integer().notNull(),
  },
  (table) => [uniqueIndex('exclusions_once').on(table.person_id, table.address)],
)
