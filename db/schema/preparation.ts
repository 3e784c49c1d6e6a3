import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PreparationReason, PreparationState } from '#domain/preparation.ts'

/** A talk with a coach before session 1, which is booked once the talk is held or waived with a reason (P28, P29). */
export const preparations = sqliteTable(
  'preparations',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    /** Whom the talk is for. */
    participant_id: text().notNull(),
    reasons: text({ mode: 'json' }).$type<PreparationReason[]>().notNull(),
    state: text().$type<PreparationState>().notNull(),
    /** Why it was waived, or what was agreed, in the words of the coach or the organiser. */
    outcome: text(),
    decided_by: text(),
    decided_at: integer(),
    due_at: integer().notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('preparations_once').on(table.pair_id, table.participant_id),
    // What keeps first sessions from being booked.
    index('preparations_open').on(table.programme_id, table.due_at).where(sql`state = 'open'`),
  ],
)
