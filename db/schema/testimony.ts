import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What somebody wants to tell others about reverse mentoring; seen by nobody before an organiser has read it (D36, F1). */
export const testimonies = sqliteTable(
  'testimonies',
  {
    id: text().primaryKey(),
    /** How the author wants to be named. */
    author: text().notNull(),
    organisation: text(),
    text: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    state: text({ enum: ['waiting', 'published', 'refused'] }).notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    decided_at: integer(),
  },
  (table) => [index('testimonies_state').on(table.state, table.created_at)],
)
