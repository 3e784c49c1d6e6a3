import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const organisers = sqliteTable(
  'organisers',
  {
    id: text().primaryKey(),
    email: text().notNull(),
    email_key: text().notNull(),
    role: text({ enum: ['organiser', 'coach', 'consultant', 'correspondent'] })
      .notNull()
      .default('organiser'),
    /** The only subsidiary that a correspondent sees. */
    subsidiary: text(),
    /** Whether Monday’s digest is wanted. */
    digest: integer({ mode: 'boolean' }).notNull().default(true),
    version: integer().notNull().default(1),
    created_at: integer().notNull(),
  },
  (table) => [uniqueIndex('organisers_email_key').on(table.email_key)],
)
