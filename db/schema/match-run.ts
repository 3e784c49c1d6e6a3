import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Weights } from '#domain/criterion.ts'
import type { MatchingObjective, RunSettings } from '#domain/match-run.ts'

export const matchRuns = sqliteTable(
  'match_runs',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    round: integer().notNull(),
    state: text({ enum: ['queued', 'running', 'completed', 'failed', 'superseded'] }).notNull(),
    requested_by: text().notNull(),
    attempts: integer().notNull().default(0),
    lease_until: integer(),
    fence: integer().notNull().default(0),
    weights: text({ mode: 'json' }).$type<Weights>(),
    weights_version: integer(),
    objective: text().$type<MatchingObjective>(),
    settings: text({ mode: 'json' }).$type<RunSettings>(),
    /** The run before in this round that was computed, whose pairs are disturbed as little as the programme wishes. */
    previous_id: text(),
    mentors: integer(),
    mentees: integer(),
    arcs: integer(),
    matched: integer(),
    total: integer(),
    worst: integer(),
    certified: integer({ mode: 'boolean' }),
    failure: text(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    completed_at: integer(),
    approved_at: integer(),
    approved_by: text(),
  },
  (table) => [
    // One run per (programme, round): a cron that fires twice changes nothing.
    uniqueIndex('match_runs_round').on(table.programme_id, table.round).where(sql`state <> 'superseded'`),
    // What the timetable must wake up.
    index('match_runs_waiting').on(table.state).where(sql`state IN ('queued', 'running')`),
  ],
)

/**
 * The arcs given to the solver, frozen with the run: one row per mentee, `[[mentor, score], …]`, the mentor by place among
 * the `mentors` of `match_run_parts`, or by participant id in runs of before there were any.
 */
export const matchCandidates = sqliteTable(
  'match_candidates',
  {
    run_id: text().notNull(),
    mentee_id: text().notNull(),
    position: integer().notNull(),
    arcs: text({ mode: 'json' }).$type<[mentor: number | string, score: number][]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.run_id, table.mentee_id] }),
    // Reading them in the order of the run.
    index('match_candidates_position').on(table.run_id, table.position),
  ],
)

/** Who was left without a pair in a run, and why, as facts that the words are made from. */
export const matchRunWaiting = sqliteTable(
  'match_run_waiting',
  {
    run_id: text().notNull(),
    participant_id: text().notNull(),
    reason: text().notNull(),
    facts: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run_id, table.participant_id] })],
)

/** What of the participants and wishes of a run its answer depends on, frozen with it so that it can be found again. */
export const matchRunParts = sqliteTable(
  'match_run_parts',
  {
    run_id: text().notNull(),
    /** mentors, mentees: `[participant id, person, places]`, in the order of the run · locked, asked, kept: `[mentor, mentee]` · first: `[group, person]`. */
    kind: text({ enum: ['mentors', 'mentees', 'locked', 'first', 'asked', 'kept'] }).notNull(),
    part: integer().notNull(),
    data: text({ mode: 'json' }).$type<(readonly (string | number)[])[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run_id, table.kind, table.part] })],
)
