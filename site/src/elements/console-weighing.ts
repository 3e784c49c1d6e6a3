import { CRITERIA, type Weights } from '#domain/criterion.ts'
import { apportion } from './console-figures.ts'

/** A weight (0 to 1) as points out of 100, as a number field holds it. */
export function pointsText(weight: number): string {
  return String(Math.round(weight * 10_000) / 100)
}

/** Weights as the form holds them, under their JSON pointers. */
export function weightsDraft(weights: Weights): Record<string, string> {
  return Object.fromEntries(
    CRITERIA.map((criterion) => [`/weights/${criterion}`, pointsText(weights[criterion])]),
  )
}

/** How many of the 100 points are given out, to a hundredth. */
export function sumWeights(points: readonly number[]): number {
  return Math.round(points.reduce((sum, point) => sum + point, 0) * 100) / 100
}

/** Whether the points count as 100: the API allows half a point of rounding. */
export function isWholeWeight(sum: number): boolean {
  return Math.abs(sum - 100) < 0.5
}

/** The same proportions, made to sum to 100 to the tenth of a point; equal shares where all are nothing. */
export function balanceWeights(points: readonly number[]): number[] {
  const sum = points.reduce((total, point) => total + point, 0)
  const exact = points.map((point) => (sum > 0 ? (point / sum) * 1000 : 1000 / points.length))
  return apportion(exact, 1000).map((tenths) => tenths / 10)
}
