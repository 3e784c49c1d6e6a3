import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { QUIET_FROM, QUIET_TO } from '#domain/quiet-hours.ts'

/** How somebody wants to be written to; absent for the usual. Hours are on the clock of `time_zone`. */
export const preferences = sqliteTable('preferences', {
  person_id: text().primaryKey(),
  /** IANA zone; null for that of the programme. */
  time_zone: text(),
  reminders: integer({ mode: 'boolean' }).notNull().default(true),
  quiet_from: integer().notNull().default(QUIET_FROM),
  quiet_to: integer().notNull().default(QUIET_TO),
  version: integer().notNull(),
  updated_at: integer().notNull(),
})

/** A secret address at which a calendar program reads somebody’s sessions; the assistant’s shows the times and nothing else. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: text().primaryKey(),
    person_id: text().notNull(),
    kind: text({ enum: ['own', 'assistant'] }).notNull(),
    token_hash: text().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('calendar_feeds_token').on(table.token_hash),
    uniqueIndex('calendar_feeds_once').on(table.person_id, table.kind),
  ],
)
