/** A mean with what it may well be in truth. */
export interface MeanInterval {
  mean: number
  low: number
  high: number
  /** How many numbers it is made of. */
  count: number
}

/** The 97.5th percentile of the standard normal distribution: two-sided 95 %. */
const Z95 = 1.959963984540054

/**
 * The 97.5th percentile of Student’s t with so many degrees of freedom, exact to three decimals from 4 on.
 * Source: M. Abramowitz, I. Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
 */
export function studentT95(freedom: number): number {
  const z = Z95
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z)
}

/**
 * The mean of some numbers with its 95 % interval, m ± t·s/√n. Source: Student, The probable error of a mean, Biometrika 6
 * (1908) 1–25. For differences between two answers of the same people it is the paired interval.
 * @returns null for fewer than two numbers.
 */
export function meanInterval(numbers: readonly number[]): MeanInterval | null {
  const count = numbers.length
  if (count < 2) return null
  const mean = meanOf(numbers) as number
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (count - 1)
  const half = studentT95(count - 1) * Math.sqrt(variance / count)
  return { mean, low: mean - half, high: mean + half, count }
}

/** The mean of some numbers; null of none. */
export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** A recommendation score from −1 to 1 with its 95 % interval. */
export interface Recommendation {
  score: number
  low: number
  high: number
  count: number
}

/**
 * The share of answers 9 and 10 less the share of 0 to 6 (questionnaires.md §10), with the interval of a difference between
 * two shares of the same sample after half an answer was added to each of four cells, of which two are neutral.
 * Source: A. Agresti, Y. Min, Simple improved confidence intervals for comparing matched proportions, Statistics in
 * Medicine 24 (2005) 729–740.
 * @param answers each from 0 to 10
 * @returns null where nobody answered.
 */
export function recommendationScore(answers: readonly number[]): Recommendation | null {
  const count = answers.length
  if (count === 0) return null
  const fans = answers.filter((answer) => answer >= 9).length
  const critics = answers.filter((answer) => answer <= 6).length
  const all = count + 2
  const middle = (fans - critics) / all
  const variance = (fans + critics + 1) / all - middle ** 2
  const half = Z95 * Math.sqrt(variance / all)
  return {
    score: (fans - critics) / count,
    low: Math.max(-1, middle - half),
    high: Math.min(1, middle + half),
    count,
  }
}
