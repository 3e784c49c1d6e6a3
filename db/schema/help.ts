import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Somebody asked for help in confidence: only the reader named before it was sent reads it (C29). */
export const helpRequests = sqliteTable(
  'help_requests',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text(),
    participant_id: text().notNull(),
    source: text({ enum: ['button', 'pulse'] }).notNull(),
    /** The referent who was named as its reader; null where the whole team was. */
    reader_id: text(),
    text: text(),
    state: text({ enum: ['open', 'closed'] }).notNull(),
    due_at: integer().notNull(),
    /** What was agreed, in the reader’s words, for the reader. */
    outcome: text(),
    decided_by: text(),
    decided_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    index('help_requests_open').on(table.programme_id, table.due_at).where(sql`state = 'open'`),
    index('help_requests_participant').on(table.participant_id),
  ],
)

/** Who asked that a pair be separated, and why, where they said so: for the reader alone, and no fault of anybody (C30). */
export const separations = sqliteTable('separations', {
  pair_id: text().primaryKey(),
  programme_id: text().notNull(),
  asked_by: text({ enum: ['mentor', 'mentee', 'organiser'] }).notNull(),
  reason: text(),
  reader_id: text(),
  created_at: integer().notNull(),
})
