import { fixArcs, keepArcs, menteeOf, menteesOf } from './arcs.ts'
import type { Assignment } from './assign.ts'
import { assign } from './assign.ts'
import { type Problem, SCORE_MAX } from './assignment-problem.ts'
import { type Cost, type Distances, distancesOf, UNREACHABLE } from './residual.ts'

/**
 * What the whole programme loses, in the order in which it counts: pairs, the wishes of those who are served first,
 * how far the worst pair falls (fair only), and score in micro-units, bonuses included. Lexicographic: where one
 * number is above 0, those after it may be below. For quality all is in `points`.
 */
export interface Regret {
  pairs: number
  first: number
  worst: number
  points: number
}

export const NO_REGRET: Regret = { pairs: 0, first: 0, worst: 0, points: 0 }

export interface Regrets {
  /** What is lost when this arc must be chosen and all the rest is made as good as it can be; null: it cannot be. */
  of(arc: number): Regret | null
  /** What one more place with this mentor would bring. */
  ofPlace(mentor: number): Regret
  /** Whether one more place with this mentor could bring this mentee, who waits, in: some best assignment then does. */
  bringsIn(mentor: number, mentee: number): boolean
}

/**
 * Exact regrets of an optimal assignment: forcing an arc costs its own cost and the cheapest way back through the
 * residual graph (reduced cost and shortest residual path; matching.md §4). For `fair` the graph has only the arcs that
 * are no worse than the worst chosen; where those do not suffice, the problem is solved again with the arc fixed, and
 * the worth of a place is what it brings while the worst pair stays as it is.
 */
export function regretsOf(problem: Problem, assignment: Assignment): Regrets {
  const { objective } = assignment.certificate
  // Who is served first plays no part where only the total counts.
  if (objective === 'quality') return residualRegrets({ ...problem, first: undefined }, assignment)
  if (objective === 'coverage') return residualRegrets(problem, assignment)
  const { problem: fair, arcOf } = keepArcs(problem, (a) => problem.score[a]! >= assignment.worst)
  const inFair = new Map(Array.from(arcOf, (given, a) => [given, a]))
  const arc = assignment.arc.map((a) => inFair.get(a)!)
  const { of, ofPlace, bringsIn } = residualRegrets(fair, { ...assignment, arc })
  return {
    of(a) {
      const at = inFair.get(a)
      const regret = at === undefined ? null : of(at)
      return regret?.pairs === 0 && regret.first === 0 ? regret : regretOfForcing(problem, assignment, a)
    },
    ofPlace,
    bringsIn,
  }
}

function residualRegrets(problem: Problem, assignment: Assignment): Regrets {
  const distances = distancesOf(problem, assignment)
  const { outside, between, weigh } = distances
  const partners = partnersOf(problem, assignment)
  const mentee = menteesOf(problem)
  const chosen = new Uint8Array(problem.mentor.length)
  for (const a of assignment.arc) chosen[a] = 1
  const isWaiting = (j: number) => partners[j]!.length < problem.demand[j]!
  const read = (cost: Cost): Regret => {
    if (assignment.certificate.objective === 'quality') return { ...NO_REGRET, points: weigh(cost) }
    const points = cost.missing * (problem.scoreMax ?? SCORE_MAX) + cost.cost
    return { pairs: cost.missing, first: cost.first, worst: 0, points }
  }
  return {
    of(arc) {
      if (chosen[arc] === 1) return NO_REGRET
      const j = mentee[arc]!
      const back = wayBack(problem, distances, problem.mentor[arc]!, j, partners[j]!, isWaiting(j))
      return back.cost === Number.POSITIVE_INFINITY ? null : read(add(back, 0, 0, costOf(problem, arc)))
    },
    ofPlace(mentor) {
      const cost = between(outside, mentor)
      return weigh(cost) < 0 ? negative(read(cost)) : NO_REGRET
    },
    bringsIn(mentor, mentee) {
      if (!isWaiting(mentee)) return false
      const best = Math.min(0, weigh(between(outside, mentor)))
      for (let a = problem.start[mentee]!; a < problem.start[mentee + 1]!; a++) {
        if (chosen[a] === 1) continue
        const on = between(problem.mentor[a]!, mentor)
        if (weigh(add(on, -1, -isFirst(problem, mentee), costOf(problem, a))) <= best) return true
      }
      return false
    },
  }
}

/** The cheapest way from a mentor who is given one mentee more to that mentee, who has one mentor less to find. */
function wayBack(
  problem: Problem,
  { between, outside, weigh }: Distances,
  i: number,
  j: number,
  partners: readonly number[],
  isWaiting: boolean,
): Cost {
  let best = isWaiting ? add(between(i, outside), -1, -isFirst(problem, j), 0) : UNREACHABLE
  for (const arc of partners) {
    const way = add(between(i, problem.mentor[arc]!), 0, 0, -costOf(problem, arc))
    if (weigh(way) < weigh(best)) best = way
  }
  return best
}

function add(one: Cost, missing: number, first: number, cost: number): Cost {
  return { missing: one.missing + missing, first: one.first + first, cost: one.cost + cost }
}

function negative({ pairs, first, points }: Regret): Regret {
  return { pairs: 0 - pairs, first: 0 - first, worst: 0, points: 0 - points }
}

function costOf({ score, scoreMax = SCORE_MAX }: Problem, arc: number): number {
  return scoreMax - score[arc]!
}

function isFirst({ first }: Problem, j: number): number {
  return first?.[j] ?? 0
}

function partnersOf(problem: Problem, { arc }: Assignment): number[][] {
  const partners: number[][] = Array.from({ length: problem.mentees }, () => [])
  for (const a of arc) partners[menteeOf(problem, a)]!.push(a)
  return partners
}

/** The same by solving again: the best assignment that has this arc, by most pairs, then worst pair, then score. */
function regretOfForcing(problem: Problem, assignment: Assignment, arc: number): Regret | null {
  const [i, j] = [problem.mentor[arc]!, menteeOf(problem, arc)]
  if (problem.capacity[i] === 0 || problem.demand[j] === 0) return null
  const own = problem.score[arc]!
  const fixed = fixArcs(problem, [arc])
  let { problem: rest, arcOf } = fixed
  let best = assign(rest, { objective: 'fair' })
  const worst = best.matched === 0 ? own : Math.min(own, best.worst)
  if (best.matched > 0 && best.worst > own) {
    const above = keepArcs(rest, (a) => rest.score[a]! >= own)
    best = assign(above.problem, { objective: 'coverage' })
    arcOf = above.arcOf.map((a) => fixed.arcOf[a]!)
    rest = above.problem
  }
  const forced = [arc, ...Array.from(best.arc, (a) => arcOf[a]!)]
  return {
    pairs: assignment.matched - forced.length,
    first: firstServed(problem, assignment.arc) - firstServed(problem, forced),
    worst: assignment.worst - worst,
    points: assignment.total - best.total - own,
  }
}

function firstServed(problem: Problem, arcs: Iterable<number>): number {
  let served = 0
  for (const a of arcs) served += problem.first?.[menteeOf(problem, a)] ?? 0
  return served
}

/** The order of regrets: the least first. */
export function compareRegrets(one: Regret, other: Regret): number {
  return (
    one.pairs - other.pairs || one.first - other.first || one.worst - other.worst || one.points - other.points
  )
}
