import { apportion } from './console-figures.ts'

const MICRO = 1_000_000

/** What a criterion brings and what it could have brought, in whole points out of 100. */
export interface Share {
  points: number
  most: number
}

/**
 * Whole points for each criterion, so that what is read adds up: what they bring to the score as it is read, what they
 * could bring to 100, and nothing brings more than it could.
 * @param criteria `points` in micro-units; `weight` 0…1, together 1.
 */
export function wholeShares(criteria: readonly { points: number; weight: number }[]): Share[] {
  const most = apportion(
    criteria.map(({ weight }) => weight * 100),
    Math.round(criteria.reduce((sum, { weight }) => sum + weight, 0) * 100),
  )
  const exact = criteria.map(({ points }) => (points * 100) / MICRO)
  const shown = exact.map((value, at) => Math.min(Math.floor(value + 1e-9), most[at]!))
  const total = Math.min(
    Math.round(exact.reduce((sum, value) => sum + value, 0)),
    most.reduce((sum, value) => sum + value, 0),
  )
  for (let missing = total - shown.reduce((a, b) => a + b, 0); missing > 0; missing -= 1) {
    const room = shown.map((value, at) => (value < most[at]! ? exact[at]! - value : Number.NEGATIVE_INFINITY))
    shown[room.indexOf(Math.max(...room))]! += 1
  }
  return shown.map((points, at) => ({ points, most: most[at]! }))
}
