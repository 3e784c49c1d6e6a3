import { keepArcs } from '#matching/arcs.ts'
import type { Assignment } from '#matching/assign.ts'
import { assign } from '#matching/assign.ts'
import type { Problem } from '#matching/assignment-problem.ts'
import type { Choice } from '#matching/wishes.ts'

/**
 * What a choice is weighed on, quickly for every objective. For `fair`, those are the pairs no worse than its worst,
 * on which it is the best coverage: whatever keeps the worst pair as good as it is has its exact regret there, and what
 * would lower it comes after.
 */
export function weighableOf({ problem, proved }: Choice): { problem: Problem; proved: Assignment } {
  if (proved.certificate.objective !== 'fair') return { problem, proved }
  const above = keepArcs(problem, (a) => problem.score[a]! >= proved.worst)
  return { problem: above.problem, proved: assign(above.problem, { objective: 'coverage' }) }
}
