import { checkProblem, missingCosts, type Objective, type Problem, scoreMaxOf } from './assignment-problem.ts'
import { proveOptimum } from './certify.ts'
import { assignFairly } from './fair.ts'
import { type Solution, solve } from './solve.ts'

export type { Objective, Problem } from './assignment-problem.ts'

export interface Options {
  /**
   * coverage: most arcs first, then the highest total · quality: the highest total ·
   * fair: most arcs, then the best worst score, then the highest total.
   */
  objective: Objective
}

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

/**
 * The best assignment, exactly, with the proof of it. The same problem always gets the same answer. The answer is
 * proved before it is given back.
 *
 * It is a flow of least cost: an arc costs `scoreMax` − score, and a wanted mentor who stays missing costs as much as a
 * score of 0 (quality), or more than everything else together (coverage).
 * @throws RangeError where the problem has not the promised shape
 * @throws Error where the proof does not hold: a fault of the solver
 */
export function assign(problem: Problem, { objective }: Options): Assignment {
  checkProblem(problem)
  const assignment = objective === 'fair' ? assignFairly(problem) : assignAtLeastCost(problem, objective)
  const verdict = proveOptimum(problem, assignment)
  if (!verdict.holds) throw new Error(`The assignment is not proved optimal: ${verdict.why}`)
  return assignment
}

function assignAtLeastCost(problem: Problem, objective: Objective): Assignment {
  const missing = missingCosts(problem, objective)
  const solution = solve(problem, missing)
  return settle(problem, objective, solution, worthsOf(problem, missing, solution))
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
