import * as v from 'valibot'
import { OBJECTIVES, type Objective } from '#domain/programme.ts'
import { bothShown, countShown } from './shape.ts'

const cell = v.nullable(countShown)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** How a pair ended, as totals tell it. */
export const OUTCOME_ENDINGS = ['completed', 'separation', 'leaver', 'reorganisation'] as const

const mean = v.nullable(v.strictObject({ mean: v.number(), people: countShown }))

/** A mean with its 95 % interval (Student, 1908). */
const interval = v.nullable(
  v.strictObject({ mean: v.number(), low: v.number(), high: v.number(), people: countShown }),
)

/** Before, after and with hindsight; a change is that of the same people. */
const comparison = v.strictObject({
  before: mean,
  after: mean,
  hindsight: mean,
  change: interval,
  change_hindsight: interval,
})

/** The same columns for both roles (P8). Scales go from 1 to 5, `PC1` from never (1) to every day (5), `LEVELS` from 0 to 4. */
const roleShown = v.strictObject({
  SE: comparison,
  LD: comparison,
  CK: comparison,
  EM: comparison,
  CO: comparison,
  IV: comparison,
  PC1: comparison,
  LEVELS: comparison,
  RQ: interval,
  PR1: interval,
  AU1: interval,
  /** The share of 9 and 10 less the share of 0 to 6, −1 to 1, with its interval (Agresti and Min, 2005). */
  recommendation: v.nullable(
    v.strictObject({ score: v.number(), low: v.number(), high: v.number(), people: countShown }),
  ),
  /** By topic, those who reached the level they aimed at. */
  targets: v.array(
    v.strictObject({
      topic: v.string(),
      name: bothShown,
      reached: countShown,
      of: countShown,
      share,
      low: share,
      high: share,
    }),
  ),
  months_saved: v.nullable(
    v.strictObject({ people: countShown, at_least: countShown, at_most: v.nullable(countShown) }),
  ),
})
export type OutcomeRoleShown = v.InferOutput<typeof roleShown>

/** What the pairs of a programme lived through and what it changed. */
export const outcomeLifeShown = v.strictObject({
  sessions: v.strictObject({ planned: cell, held: cell }),
  endings: v.strictObject(v.entriesFromList(OUTCOME_ENDINGS, cell)),
  ideas: v.strictObject({ new: cell, tried: cell, adopted: cell }),
  /** Of ended pairs; `untold` lack a last survey or every pulse, and are in no share. */
  success: v.strictObject({
    pairs: v.nullable(
      v.strictObject({ successful: countShown, of: countShown, share, low: share, high: share }),
    ),
    weak: cell,
    good: cell,
    strong: cell,
    untold: cell,
  }),
  /** The objectives of the programme, with the measures below that tell of them. */
  objectives: v.array(
    v.strictObject({
      objective: v.picklist(Object.keys(OBJECTIVES) as Objective[]),
      name: bothShown,
      measures: v.array(v.string()),
    }),
  ),
  mentor: roleShown,
  mentee: roleShown,
})
export type OutcomeLifeShown = v.InferOutput<typeof outcomeLifeShown>
