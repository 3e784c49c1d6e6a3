import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Organisation } from '#domain/organisation.ts'

/** How to reach whoever runs this service, and what they say about where data are held: one row. */
export const organisations = sqliteTable('organisations', {
  id: text({ enum: ['here'] }).primaryKey(),
  profile: text({ mode: 'json' }).$type<Organisation>().notNull(),
  version: integer().notNull(),
  updated_at: integer().notNull(),
})
