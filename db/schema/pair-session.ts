import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CancelledBy, PairSessionState } from '#domain/pair-session.ts'

/** The meetings of a pair: proposed by one, planned by the agreement of both, then held or not. */
export const pairSessions = sqliteTable(
  'pair_sessions',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    state: text().$type<PairSessionState>().notNull(),
    starts_at: integer().notNull(),
    minutes: integer().notNull(),
    /** A room or the address of a call, in the words of whoever proposed it. */
    place: text(),
    /** The participant who proposed this time; the other agrees. */
    proposed_by: text().notNull(),
    planned_at: integer(),
    /** SEQUENCE of the invitation (RFC 5545 §3.8.7.4): goes up with each change that calendars must hear of. */
    sequence: integer().notNull().default(0),
    moves: integer().notNull().default(0),
    cancelled_by: text().$type<CancelledBy>(),
    cancelled_at: integer(),
    /** How long it really was, as one of the two logged it; the other confirms. */
    held_minutes: integer(),
    logged_by: text(),
    logged_at: integer(),
    confirmed_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    index('pair_sessions_pair').on(table.pair_id, table.starts_at),
    index('pair_sessions_programme').on(table.programme_id, table.state),
    // What was planned and is over: to be logged, and the pulse to be asked for.
    index('pair_sessions_due').on(table.state, table.starts_at),
  ],
)
