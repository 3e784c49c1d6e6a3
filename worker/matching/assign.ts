import { type Assignment, settle, worthsOf } from './assignment.ts'
import { checkProblem, missingCosts, type Objective, type Problem } from './assignment-problem.ts'
import { proveOptimum } from './certify.ts'
import { assignFairly } from './fair.ts'
import { solve } from './solve.ts'

export type { Assignment, Certificate, Duals } from './assignment.ts'
export type { Objective, Problem } from './assignment-problem.ts'

export interface Options {
  /**
   * coverage: most arcs first, then the highest total · quality: the highest total ·
   * fair: most arcs, then the best worst score, then the highest total.
   */
  objective: Objective
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
