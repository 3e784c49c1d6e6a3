import type { Assignment } from './assign.ts'
import { checkProblem, type Problem, SCORE_MAX } from './assignment-problem.ts'

export interface Verdict {
  holds: boolean
  /** By how much the assignment may miss the optimum, in the units of the costs below; 0 where it is optimal. */
  gap: number
  why?: string
}

/**
 * Proves that an assignment is optimal, by weak duality and without any part of the solver.
 *
 * As costs: an arc costs 1,000,000 − score, a wanted mentor that is missing costs `M`: 1,000,000 for quality, and
 * for coverage more than any assignment could cost, so that one arc more always wins. Given a price ≥ 0 per mentor
 * and a worth ≤ M per mentee, cost − bound is a sum of terms that cannot be negative: for a chosen arc,
 * max(0, cost + price − worth); for one not chosen, max(0, worth − cost − price); for a missing mentor, M − worth;
 * for a free place, its price. All are exact integers, so a sum of 0 proves the optimum (LP duality;
 * complementary slackness).
 * @returns `holds`, and otherwise why not in one sentence
 * @throws RangeError where the problem itself has not the promised shape
 */
export function certify(problem: Problem, assignment: Assignment): Verdict {
  const { mentors, mentees, capacity, demand, start, mentor, score } = problem
  checkProblem(problem)
  const { price, worth, objective } = assignment.certificate
  const flaw = flawOfClaims(problem, assignment) ?? flawOfDuals(problem, assignment)
  if (flaw) return { holds: false, gap: Number.POSITIVE_INFINITY, why: flaw }

  const missing = missingCost(problem, objective)
  const places = Int32Array.from(capacity)
  let gap = 0
  let next = 0
  for (let j = 0; j < mentees; j++) {
    let wanted = demand[j]!
    for (let a = start[j]!; a < start[j + 1]!; a++) {
      const slack = SCORE_MAX - score[a]! + price[mentor[a]!]! - worth[j]!
      if (assignment.arc[next] === a) {
        next++
        wanted--
        places[mentor[a]!]!--
        gap += Math.max(0, slack)
      } else gap += Math.max(0, -slack)
    }
    if (wanted < 0) return refused(`mentee ${j} is given more mentors than wanted`)
    gap += wanted * (missing - worth[j]!)
  }
  for (let i = 0; i < mentors; i++) {
    if (places[i]! < 0) return refused(`mentor ${i} is given more mentees than there are places`)
    gap += places[i]! * price[i]!
  }
  return gap === 0
    ? { holds: true, gap }
    : { holds: false, gap, why: 'the prices do not prove that this assignment is optimal' }
}

function refused(why: string): Verdict {
  return { holds: false, gap: Number.POSITIVE_INFINITY, why }
}

/** What is wrong with the arcs, or with what is said of them. */
function flawOfClaims({ mentor, score }: Problem, assignment: Assignment): string | null {
  const { arc, matched, total, worst } = assignment
  let sum = 0
  let least = SCORE_MAX
  for (let n = 0; n < arc.length; n++) {
    const a = arc[n]!
    if (a < 0 || a >= mentor.length) return `arc ${a} does not exist`
    if (n > 0 && a <= arc[n - 1]!) return 'the chosen arcs must ascend and be distinct'
    sum += score[a]!
    least = Math.min(least, score[a]!)
  }
  if (matched !== arc.length) return `${arc.length} arcs are chosen, not ${matched}`
  if (total !== sum) return `the scores add up to ${sum}, not ${total}`
  if (worst !== (arc.length === 0 ? 0 : least)) return `the lowest score is not ${worst}`
  return null
}

/** What makes the prices useless as a proof. Integers this small are added and compared without rounding. */
function flawOfDuals(problem: Problem, { certificate }: Assignment): string | null {
  const { objective, price, worth } = certificate
  if (objective !== 'coverage' && objective !== 'quality') return 'the certificate names no known objective'
  if (price.length !== problem.mentors || worth.length !== problem.mentees)
    return 'a price or a worth is missing'
  const missing = missingCost(problem, objective)
  const exact = Number.MAX_SAFE_INTEGER / 4
  if (missing > exact) return 'the problem is too large for exact numbers'
  for (const p of price) {
    if (!Number.isInteger(p) || p < 0 || p > exact) return `a price is ${p}`
  }
  for (const u of worth) {
    if (!Number.isInteger(u) || u > missing || u < -exact) return `a worth is ${u}`
  }
  return null
}

/** What a missing mentor costs: as much as a score of 0, or more than any number of poor scores. */
function missingCost(
  { capacity, demand, mentor }: Problem,
  objective: Assignment['certificate']['objective'],
): number {
  if (objective === 'quality') return SCORE_MAX
  const most = Math.min(sum(capacity), sum(demand), mentor.length)
  return SCORE_MAX * most + 1
}

function sum(numbers: Int32Array): number {
  let total = 0
  for (const n of numbers) total += n
  return total
}
