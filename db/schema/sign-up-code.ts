import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A code that HR prints for somebody without a mailbox: it proves who signs up, once. */
export const signUpCodes = sqliteTable(
  'sign_up_codes',
  {
    id: text().primaryKey(),
    person_id: text().notNull(),
    code_hash: text().notNull(),
    created_at: integer().notNull(),
    expires_at: integer().notNull(),
    used_at: integer(),
  },
  (table) => [
    uniqueIndex('sign_up_codes_code').on(table.code_hash),
    index('sign_up_codes_person').on(table.person_id),
    index('sign_up_codes_expiry').on(table.expires_at),
  ],
)
