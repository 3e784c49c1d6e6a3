import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Scope } from '#domain/permission.ts'

export const keys = sqliteTable(
  'keys',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    hash: text().notNull(),
    /** The secret before the last rotation, which works until `previous_until`. */
    previous_hash: text(),
    previous_until: integer(),
    scopes: text({ mode: 'json' }).$type<Scope[]>().notNull(),
    created_at: integer().notNull(),
    expires_at: integer(),
    revoked_at: integer(),
    last_used_at: integer(),
    created_by: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('keys_hash').on(table.hash),
    uniqueIndex('keys_previous_hash').on(table.previous_hash),
  ],
)
