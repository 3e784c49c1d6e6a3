import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PairFacts } from '#matching/explain.ts'

export const proposals = sqliteTable(
  'proposals',
  {
    id: text().primaryKey(),
    run_id: text().notNull(),
    programme_id: text().notNull(),
    mentor_id: text().notNull(),
    mentee_id: text().notNull(),
    score: integer().notNull(),
    facts: text({ mode: 'json' }).$type<PairFacts>().notNull(),
    state: text({ enum: ['draft', 'open', 'paired', 'lapsed', 'withdrawn'] }).notNull(),
    mentor_accepted_at: integer(),
    mentee_accepted_at: integer(),
    revealed_at: integer(),
    deadline_at: integer(),
    impossible_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    // A worker that commits twice cannot double a proposal.
    uniqueIndex('proposals_once').on(table.run_id, table.mentor_id, table.mentee_id),
    // Reading those of a run page by page.
    index('proposals_run').on(table.run_id, table.id),
    index('proposals_mentor').on(table.mentor_id),
    index('proposals_mentee').on(table.mentee_id),
    // What lapses next.
    index('proposals_deadline').on(table.deadline_at).where(sql`state = 'open'`),
    check('proposals_two_people', sql`mentor_id <> mentee_id`),
  ],
)

/**
 * Who declined whom, apart from the proposal: read only to show people their own answer
 * and to never propose that pair again.
 */
export const refusals = sqliteTable(
  'refusals',
  {
    proposal_id: text().notNull(),
    participant_id: text().notNull(),
    mentor_person_id: text().notNull(),
    mentee_person_id: text().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.proposal_id, table.participant_id] }),
    index('refusals_people').on(table.mentor_person_id, table.mentee_person_id),
  ],
)
