import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PairDecision } from '#domain/match-run.ts'

/** What an organiser decided about two people in a programme: one row, so a lock and a ban never meet. */
export const pairDecisions = sqliteTable(
  'pair_decisions',
  {
    id: text().notNull(),
    programme_id: text().notNull(),
    mentor_person_id: text().notNull(),
    mentee_person_id: text().notNull(),
    decision: text().$type<PairDecision>().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programme_id, table.mentor_person_id, table.mentee_person_id] }),
    uniqueIndex('pair_decisions_id').on(table.id),
    // The locks of a programme, or its bans, page by page.
    index('pair_decisions_programme').on(table.programme_id, table.decision, table.id),
    check('pair_decisions_two_people', sql`mentor_person_id <> mentee_person_id`),
  ],
)
