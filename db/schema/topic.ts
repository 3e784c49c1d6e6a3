import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { JobFamily } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'

/**
 * What the organisation changed in the catalogue of topics: its own ones, and others it renamed, moved or no longer
 * offers. A topic is never deleted: people may have chosen it (W1).
 */
export const topics = sqliteTable('topics', {
  id: text().primaryKey(),
  group: text().notNull(),
  name: text({ mode: 'json' }).$type<Both>().notNull(),
  transversal: integer({ mode: 'boolean' }).notNull(),
  family: text().$type<JobFamily>(),
  nature: text({ enum: ['hard', 'soft'] }).notNull(),
  /** The last part of an ESCO identifier. */
  esco: text(),
  offered: integer({ mode: 'boolean' }).notNull(),
  version: integer().notNull(),
  created_at: integer().notNull(),
  updated_at: integer().notNull(),
})

/** What somebody missed in the list, for an organiser to file. */
export const topicSuggestions = sqliteTable(
  'topic_suggestions',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    text: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    state: text({ enum: ['open', 'filed', 'dismissed'] }).notNull(),
    /** The topic it was filed under. */
    topic: text(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    decided_at: integer(),
  },
  (table) => [index('topic_suggestions_state').on(table.state, table.created_at)],
)

/** Skills of an imported ESCO file, to search when a topic is added. */
export const escoSkills = sqliteTable('esco_skills', {
  id: text().primaryKey(),
  fr: text().notNull(),
  en: text().notNull(),
  group: text(),
  /** Both names without accents, in lower case, for the search. */
  folded: text().notNull(),
})
