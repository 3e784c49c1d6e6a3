import * as v from 'valibot'
import { CRITERIA, STARTING_WEIGHTS, SWITCHABLE_CRITERIA } from '#domain/criterion.ts'
import { MATCHING_OBJECTIVES } from '#domain/match-run.ts'
import { SHEET_FIELDS, type SheetField, type SheetSettings } from '#domain/match-sheet.ts'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { whole } from './shape.ts'

const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * The settings of a match between two files, under the names that a programme gives them; what is left out takes
 * the default of the kind. `capacity`: places of a mentor whose line does not say. Weights sum to 1.
 */
export const matchSettings = v.strictObject({
  kind: v.optional(v.picklist(Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]), 'reverse'),
  matching_objective: v.optional(v.picklist(MATCHING_OBJECTIVES), 'coverage'),
  weights: v.optional(
    v.pipe(
      v.strictObject(v.entriesFromList(CRITERIA, weight)),
      v.check(
        (weights) => Math.abs(Object.values(weights).reduce((a, b) => a + b, 0) - 1) < 0.005,
        'weights',
      ),
    ),
    STARTING_WEIGHTS,
  ),
  different: v.optional(v.array(v.picklist(SWITCHABLE_CRITERIA)), []),
  seniority_gap: v.optional(whole(0, 100), 1),
  experience_gap_years: v.optional(whole(0, 50), 3),
  unknown_seniority_allowed: v.optional(v.boolean(), true),
  capacity: v.optional(whole(1, 50), 1),
})

export type MatchSettings = v.InferOutput<typeof matchSettings>

/** Settings as the engine takes them. */
export function sheetSettings(settings: MatchSettings): SheetSettings {
  const { kind, matching_objective, ...rest } = settings
  return { ...rest, senior: PROGRAMME_KINDS[kind].senior, objective: matching_objective }
}

const columns = v.record(v.string(), v.picklist(Object.keys(SHEET_FIELDS) as SheetField[]))

/**
 * What the columns of two files hold: the title of a column → our field. A column that is not named is not read.
 * `grades`: the least senior first; several names in one list stand on the same level.
 */
export const matchMapping = v.strictObject({
  mentors: columns,
  mentees: columns,
  grades: v.optional(
    v.array(
      v.union([
        v.pipe(
          v.string(),
          v.transform((name) => [name]),
        ),
        v.array(v.string()),
      ]),
    ),
    [],
  ),
})
export type MatchMapping = v.InferOutput<typeof matchMapping>
