import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const pairs = sqliteTable(
  'pairs',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    proposal_id: text().notNull(),
    mentor_id: text().notNull(),
    mentee_id: text().notNull(),
    state: text({ enum: ['active', 'suspended', 'ended'] }).notNull(),
    ending: text({ enum: ['leaver', 'reorganisation', 'separation', 'completed'] }),
    started_at: integer().notNull(),
    ended_at: integer(),
    /** Since when a reorganisation keeps the two apart. */
    suspended_at: integer(),
    /** A break that one of the two asked for, with the day on which it ends by itself. */
    paused_at: integer(),
    paused_until: integer(),
    /** Whoever faces a named group or a much higher grade is prepared by a coach (P28). */
    exposed: integer({ mode: 'boolean' }).notNull().default(false),
    /** The coach who stands by the two; somebody of the team. */
    coach_id: text(),
    version: integer().notNull(),
  },
  (table) => [
    uniqueIndex('pairs_proposal').on(table.proposal_id),
    // Two people are never in two live pairs together.
    uniqueIndex('pairs_active').on(table.mentor_id, table.mentee_id).where(sql`state <> 'ended'`),
    index('pairs_mentee').on(table.mentee_id),
    index('pairs_programme').on(table.programme_id, table.state),
    check('pairs_two_people', sql`mentor_id <> mentee_id`),
  ],
)
