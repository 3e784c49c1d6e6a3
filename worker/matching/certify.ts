import type { Assignment, Certificate, Duals } from './assignment.ts'
import { checkProblem, missingCosts, type Problem, SCORE_MAX } from './assignment-problem.ts'

export interface Verdict {
  holds: boolean
  /** By how much the assignment may miss the optimum, in the units of the costs below; 0 where it is optimal. */
  gap: number
  why?: string
}

/**
 * Proves that an assignment is optimal, by weak duality and without any part of the solver.
 *
 * As costs: an arc costs `scoreMax` − score, a wanted mentor that is missing costs `M`: `scoreMax` for quality, and for
 * coverage more than any assignment could cost, so that one arc more always wins (twice that for those who are served
 * first). Given a price ≥ 0 per mentor and a worth ≤ M per mentee, cost − bound is a sum of terms that cannot be negative:
 * for a chosen arc, max(0, cost + price − worth); for one not chosen, max(0, worth − cost − price); for a missing mentor,
 * M − worth; for a free place, its price. All are exact integers, so a sum of 0 proves the optimum (LP duality;
 * complementary slackness).
 *
 * fair is proved in three steps: its duals hold on the arcs from the worst score on; those of `coverage.all` show that
 * the mentors missing are as few as they can be; and those of `coverage.above` that above the worst score more would be.
 * @returns `holds`, and otherwise why not in one sentence
 * @throws RangeError where the problem itself has not the promised shape
 */
export function certify(problem: Problem, assignment: Assignment): Verdict {
  checkProblem(problem)
  return proveOptimum(problem, assignment)
}

/** The same for a problem that is known to have its shape. */
export function proveOptimum(problem: Problem, assignment: Assignment): Verdict {
  const { certificate } = assignment
  const missing = missingCosts(problem, certificate.objective)
  const flaw =
    flawOfClaims(problem, assignment) ??
    flawOfCertificate(certificate) ??
    flawOfDuals(problem, certificate, missing)
  if (flaw) return refused(flaw)
  const isFair = certificate.objective === 'fair'
  const verdict = measureGap(problem, assignment, missing, isFair ? assignment.worst : 0)
  if (!verdict.holds || !isFair) return verdict
  const why = flawOfFairness(problem, assignment)
  return why ? refused(why) : verdict
}

/** The sum of everything that keeps the duals from proving the optimum; arcs below `least` do not count. */
function measureGap(
  { mentors, mentees, capacity, demand, start, mentor, score, scoreMax = SCORE_MAX }: Problem,
  { arc, certificate: { price, worth } }: Assignment,
  missing: Float64Array,
  least: number,
): Verdict {
  const places = Int32Array.from(capacity)
  // Every row then names all mentors in order, and need not be asked which.
  const isFull = mentor.length === mentors * mentees
  let gap = 0
  let next = 0
  for (let j = 0; j < mentees; j++) {
    const to = start[j + 1]!
    const from = next
    const profit = scoreMax - worth[j]!
    for (let a = start[j]!; a < to; a++) {
      const end = next < arc.length && arc[next]! < to ? arc[next]! : to
      if (isFull) {
        for (const first = start[j]!; a < end; a++) {
          const more = score[a]! - price[a - first]! - profit
          if (more > 0 && score[a]! >= least) gap += more
        }
      } else {
        for (; a < end; a++) {
          const more = score[a]! - price[mentor[a]!]! - profit
          if (more > 0 && score[a]! >= least) gap += more
        }
      }
      if (a === to) break
      next++
      places[mentor[a]!]!--
      gap += Math.max(0, price[mentor[a]!]! - score[a]! + profit)
    }
    const left = demand[j]! - (next - from)
    if (left < 0) return refused(`mentee ${j} is given more mentors than wanted`)
    if (left > 0) gap += left * (missing[j]! - worth[j]!)
  }
  for (let i = 0; i < mentors; i++) {
    if (places[i]! < 0) return refused(`mentor ${i} is given more mentees than there are places`)
    if (places[i]! > 0) gap += places[i]! * price[i]!
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
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < arc.length; n++) {
    const a = arc[n]!
    if (!Number.isInteger(a) || a < 0 || a >= mentor.length) return `arc ${a} does not exist`
    if (n > 0 && a <= arc[n - 1]!) return 'the chosen arcs must ascend and be distinct'
    sum += score[a]!
    least = Math.min(least, score[a]!)
  }
  if (matched !== arc.length) return `${arc.length} arcs are chosen, not ${matched}`
  if (total !== sum) return `the scores add up to ${sum}, not ${total}`
  if (worst !== (arc.length === 0 ? 0 : least)) return `the lowest score is not ${worst}`
  return null
}

function flawOfCertificate({ objective, coverage }: Certificate): string | null {
  if (objective === 'fair')
    return coverage ? null : 'the certificate says nothing of what is possible above the worst'
  return objective === 'coverage' || objective === 'quality'
    ? null
    : 'the certificate names no known objective'
}

/** What makes duals useless as a proof. Integers this small are added and compared without rounding. */
function flawOfDuals(
  { mentors, mentees }: Problem,
  { price, worth }: Duals,
  missing: Float64Array,
): string | null {
  if (price.length !== mentors || worth.length !== mentees) return 'a price or a worth is missing'
  const exact = Number.MAX_SAFE_INTEGER / 4
  for (let i = 0; i < mentors; i++) {
    const p = price[i]!
    if (!Number.isInteger(p) || p < 0 || p > exact) return `a price is ${p}`
  }
  for (let j = 0; j < mentees; j++) {
    const u = worth[j]!
    if (!Number.isInteger(u) || u > missing[j]! || u < -exact) return `a worth is ${u}`
  }
  return null
}

function flawOfFairness(problem: Problem, { arc, worst, certificate }: Assignment): string | null {
  const { all, above } = certificate.coverage!
  const { mentees, demand, start, first } = problem
  const missing = Float64Array.from({ length: mentees }, (_, j) => (first?.[j] ? 2 : 1))
  const flaw = flawOfDuals(problem, all, missing) ?? flawOfDuals(problem, above, missing)
  if (flaw) return flaw
  let cost = 0
  let next = 0
  for (let j = 0; j < mentees; j++) {
    let left = demand[j]!
    for (; next < arc.length && arc[next]! < start[j + 1]!; next++) left--
    cost += left * missing[j]!
  }
  if (leastMissing(problem, all, 0) < cost) return 'more arcs may be possible'
  if (arc.length > 0 && leastMissing(problem, above, worst + 1) <= cost)
    return 'a better worst score may be possible'
  return null
}

/** What the duals show that missing mentors cost at least, where only arcs from `least` on exist and cost nothing. */
function leastMissing(
  { mentors, mentees, capacity, demand, start, mentor, score }: Problem,
  { price, worth }: Duals,
  least: number,
): number {
  let bound = 0
  for (let i = 0; i < mentors; i++) bound -= capacity[i]! * price[i]!
  for (let j = 0; j < mentees; j++) {
    bound += demand[j]! * worth[j]!
    for (let a = start[j]!; a < start[j + 1]!; a++) {
      if (score[a]! >= least) bound -= Math.max(0, worth[j]! - price[mentor[a]!]!)
    }
  }
  return bound
}
