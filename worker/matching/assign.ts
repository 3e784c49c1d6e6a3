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
export function worthsOf(problem: Problem, missing: Float64Array, { chosen, price }: Solution): Float64Array {
  const { mentees, demand, start, mentor, score } = problem
  const scoreMax = scoreMaxOf(problem)
  const worth = new Float64Array(mentees)
  for (let j = 0; j < mentees; j++) {
    let count = 0
    const to = start[j + 1]!
    for (let a = start[j]!; a < to; a++) {
      if (chosen[a] === 0) continue
      count++
      const cost = scoreMax - score[a]! + price[mentor[a]!]!
      if (cost > worth[j]!) worth[j] = cost
    }
    if (count < demand[j]!) worth[j] = missing[j]!
  }
  return worth
}

/** The chosen arcs with what is to be said of them. */
export function settle(
  problem: Problem,
  objective: Objective,
  { chosen, price }: Solution,
  worth: Float64Array,
): Assignment {
  let matched = 0
  for (let a = 0; a < chosen.length; a++) matched += chosen[a]!
  const arc = new Int32Array(matched)
  let total = 0
  let worst = matched === 0 ? 0 : Number.POSITIVE_INFINITY
  for (let a = 0, n = 0; n < matched; a++) {
    if (chosen[a] === 0) continue
    arc[n++] = a
    total += problem.score[a]!
    if (problem.score[a]! < worst) worst = problem.score[a]!
  }
  return { arc, matched, total, worst, certificate: { objective, price, worth } }
}
