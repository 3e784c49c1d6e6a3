import { CRITERIA, type Criterion, type SwitchableCriterion } from '#domain/criterion.ts'
import { familyDistance } from '#domain/job-family.ts'
import { fitHopes } from './hopes-fit.ts'
import type { Pack } from './pack.ts'
import { TRADES } from './pack-side.ts'
import { NEUTRAL, scoreAvailability, scoreField, turned } from './score.ts'
import { type Share, sharesOf } from './shares.ts'

/**
 * The kinds of pair that share out a score differently: 1 where one of the two prefers remote, plus 2 where the topic
 * that binds them is useful in any field (see `measurePair`).
 */
export const KINDS = 4

/** The distances of two families, by code. */
export const DISTANCES = [0, 1 / 3, 2 / 3, 1]

/** Everything of a score that is a choice among few, as points by kind of pair; worked out by the very same functions. */
export interface Points {
  /** `[KINDS]` what need, reverse and learning can bring at most. */
  need: Float64Array
  reverse: Float64Array
  learning: Float64Array
  /** `[KINDS]` what all but need and field can bring at most. */
  restMost: Float64Array
  isLearningTurned: boolean
  /** `[KINDS]` the points of somebody who said nothing about learning. */
  learningUnknown: Int32Array
  /** `[KINDS × 4]` by code of distance. */
  field: Int32Array
  /** `[KINDS × 4]` by shared slots 0, 1, 2 or more, and 3 where they are not known. */
  availability: Int32Array
  /** `[KINDS × 3]` other, same, not known. */
  site: Int32Array
  /** `[KINDS × seniors × juniors]` by class of the senior and class of the junior. */
  hopes: Int32Array
  seniors: number
  juniors: number
  /** `[(trades + 1)²]` codes of distance between families of the catalogue; the last row is of all others. */
  distance: Uint8Array
}

export function pointsOf({ settings: { scoring }, hopes }: Pack): Points {
  const shares = sharesOf(scoring.weights)
  const byKind: Share[] = [shares.whole, shares.withoutSite, shares.halfField, shares.halfFieldWithoutSite]
  const isTurned = (criterion: Criterion) => scoring.different.includes(criterion as SwitchableCriterion)
  const table = (criterion: Criterion, values: readonly number[]) => {
    const points = new Int32Array(KINDS * values.length)
    const counted = isTurned(criterion) ? values.map(turned) : values
    for (let kind = 0; kind < KINDS; kind++) {
      const most = byKind[kind]![criterion]
      for (let n = 0; n < values.length; n++) {
        points[kind * values.length + n] = Math.round(most * counted[n]!)
      }
    }
    return points
  }
  const most = (criterion: Criterion) => Float64Array.from(byKind, (share) => share[criterion])
  return {
    need: most('need'),
    reverse: most('reverse'),
    learning: most('learning'),
    restMost: Float64Array.from(byKind, (share) =>
      CRITERIA.reduce(
        (sum, criterion) =>
          criterion === 'need' || criterion === 'field' ? sum : sum + Math.ceil(share[criterion]),
        0,
      ),
    ),
    isLearningTurned: isTurned('learning'),
    learningUnknown: table('learning', [NEUTRAL]),
    field: table('field', DISTANCES.map(scoreField)),
    availability: table('availability', [0, 1, 2, null].map(scoreAvailability)),
    site: table('site', [0, 1, NEUTRAL]),
    hopes: table(
      'intentions',
      hopes.senior.flatMap((senior) =>
        hopes.junior.map((junior) => fitHopes(scoring.hopes, senior, junior) ?? NEUTRAL),
      ),
    ),
    seniors: hopes.senior.length,
    juniors: hopes.junior.length,
    distance: distancesOfTrades(),
  }
}

function distancesOfTrades(): Uint8Array {
  const trades = [...TRADES, null]
  return Uint8Array.from(
    trades.flatMap((one) => trades.map((other) => DISTANCES.indexOf(familyDistance(one, other)))),
  )
}
