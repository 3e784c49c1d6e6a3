import { type Assignment, assign } from './assign.ts'
import type { Objective, Problem } from './assignment-problem.ts'
import { certify } from './certify.ts'

/**
 * The best assignment, only ever with a proof that holds.
 * @throws Error where the proof does not hold; nothing may then be proposed
 */
export function assignProved(problem: Problem, objective: Objective): Assignment {
  const assignment = assign(problem, { objective })
  const verdict = certify(problem, assignment)
  if (!verdict.holds) throw new Error(`The assignment is not proved optimal: ${verdict.why}`)
  return assignment
}
