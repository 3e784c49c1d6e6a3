import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Both } from '#domain/language.ts'

/** Something worth reading or watching, with its source (W21, D38). */
export const resources = sqliteTable(
  'resources',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['video', 'pdf', 'image', 'link'] }).notNull(),
    title: text({ mode: 'json' }).$type<Both>().notNull(),
    summary: text({ mode: 'json' }).$type<Both>().notNull(),
    source: text().notNull(),
    url: text().notNull(),
    /** The language of what the link leads to; null where it needs none. */
    language: text({ enum: ['fr', 'en'] }),
    published_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [index('resources_published').on(table.published_at)],
)
