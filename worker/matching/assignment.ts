import { type Objective, type Problem, scoreMaxOf } from './assignment-problem.ts'
import type { Solution } from './solve.ts'

/** Prices of mentors and worths of mentees, all integers (see `certify`). */
export interface Duals {
  /** `[mentors]` what one more place would be worth, ≥ 0; 0 wherever a place is left. */
  price: Float64Array
  /** `[mentees]` what the dearest mentor that this mentee got costs, price included, or the missing one. */
  worth: Float64Array
}

/** Duals that prove the optimum to anybody who adds them up. */
export interface Certificate extends Duals {
  objective: Objective
  /**
   * fair only: that no more arcs are possible at all, and that fewer are possible above the worst score. In both, an arc
   * costs nothing and a missing mentor 1, or 2 for those who are served first.
   */
  coverage?: { all: Duals; above: Duals }
}

export interface Assignment {
  /** The chosen arcs, ascending. */
  arc: Int32Array
  matched: number
  total: number
  /** The lowest chosen score; 0 where nothing is chosen. */
  worst: number
  certificate: Certificate
}

/** What the dearest mentor of each mentee costs, price included; the missing one where one is missing. */
export function worthsOf(problem: Problem, missing: Float64Array, { arc, price }: Solution): Float64Array {
  const { mentees, demand, start, mentor, score } = problem
  const scoreMax = scoreMaxOf(problem)
  const worth = new Float64Array(mentees)
  let n = 0
  for (let j = 0; j < mentees; j++) {
    const first = n
    for (; n < arc.length && arc[n]! < start[j + 1]!; n++) {
      const cost = scoreMax - score[arc[n]!]! + price[mentor[arc[n]!]!]!
      if (cost > worth[j]!) worth[j] = cost
    }
    if (n - first < demand[j]!) worth[j] = missing[j]!
  }
  return worth
}

/** The chosen arcs with what is to be said of them. */
export function settle(
  { score }: Problem,
  objective: Objective,
  { arc, price }: Solution,
  worth: Float64Array,
): Assignment {
  let total = 0
  let worst = arc.length === 0 ? 0 : Number.POSITIVE_INFINITY
  for (const a of arc) {
    total += score[a]!
    worst = Math.min(worst, score[a]!)
  }
  return { arc, matched: arc.length, total, worst, certificate: { objective, price, worth } }
}
