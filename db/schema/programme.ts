import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  type HopesMatrix,
  STARTING_HOPES,
  type SwitchableCriterion,
  type Weights,
} from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import type { PairingRule } from '#domain/pairing-rule.ts'
import type { Objective, ProgrammeKind, ProgrammeWords, WorksCouncil } from '#domain/programme.ts'

export const programmes = sqliteTable(
  'programmes',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    kind: text().$type<ProgrammeKind>().notNull(),
    objectives: text({ mode: 'json' }).$type<Objective[]>().notNull(),
    words: text({ mode: 'json' }).$type<Both<ProgrammeWords>>().notNull(),
    time_zone: text().notNull(),
    sign_ups_open_at: integer(),
    sign_ups_close_at: integer(),
    matching_at: integer(),
    rematch_days: integer(),
    acceptance_days: integer().notNull(),
    starts_on: text(),
    ends_on: text(),
    session_minutes: integer().notNull(),
    preparation_minutes: integer().notNull(),
    capacity_max: integer().notNull(),
    seniority_gap: integer().notNull(),
    experience_gap_years: integer().notNull(),
    unknown_seniority_allowed: integer({ mode: 'boolean' }).notNull(),
    externals_allowed: integer({ mode: 'boolean' }).notNull(),
    weights: text({ mode: 'json' }).$type<Weights>().notNull(),
    weights_version: integer().notNull(),
    matching_objective: text().$type<MatchingObjective>().notNull().default('coverage'),
    different: text({ mode: 'json' }).$type<SwitchableCriterion[]>().notNull().default([]),
    hopes: text({ mode: 'json' }).$type<HopesMatrix>().notNull().default(STARTING_HOPES),
    own_rules: text({ mode: 'json' }).$type<PairingRule[]>().notNull().default([]),
    mentors_per_mentee: integer().notNull().default(1),
    asked_bonus: integer().notNull().default(30_000),
    kept_bonus: integer().notNull().default(0),
    changes_max: integer(),
    /** Somebody of the team to whom people may speak in confidence: reads calls for help and pulses (C29). */
    referent_id: text(),
    /** From how many grades between the two on, a mentor is prepared by a coach (P28). */
    exposure_gap: integer().notNull().default(4),
    charter_version: integer().notNull(),
    notice_version: integer().notNull().default(1),
    /** 0: the programme asks nothing of its own. */
    own_questions_version: integer().notNull().default(0),
    works_council: text({ mode: 'json' }).$type<WorksCouncil>(),
    published_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('programmes_slug').on(table.slug),
    // The timetable asks which programmes have a round that may be due.
    index('programmes_matching').on(table.matching_at),
  ],
)
