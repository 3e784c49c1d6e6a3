import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Both } from '#domain/language.ts'

/** A step of the path that all pairs of a programme share (F6, D34). */
export const learningModules = sqliteTable(
  'learning_modules',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    position: integer().notNull(),
    role: text({ enum: ['mentor', 'mentee', 'both'] }).notNull(),
    title: text({ mode: 'json' }).$type<Both>().notNull(),
    text: text({ mode: 'json' }).$type<Both>().notNull(),
    url: text(),
    minutes: integer().notNull(),
    /** To be read before the first session. */
    before_first: integer({ mode: 'boolean' }).notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [index('learning_modules_programme').on(table.programme_id, table.position)],
)

export const moduleCompletions = sqliteTable(
  'module_completions',
  {
    module_id: text().notNull(),
    participant_id: text().notNull(),
    completed_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.module_id, table.participant_id] }),
    index('module_completions_participant').on(table.participant_id),
  ],
)
