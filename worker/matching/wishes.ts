import { arcBetween, fixArcs, keepArcs, menteeOf } from './arcs.ts'
import type { Assignment, Certificate } from './assign.ts'
import { assign } from './assign.ts'
import { type Objective, type Problem, SCORE_MAX } from './assignment-problem.ts'
import {
  addBonuses,
  BONUS_MAX,
  bonusArcs,
  bonusFree,
  checkBonus,
  isBonusWished,
  placesOf,
} from './bonuses.ts'
import { leastBonus } from './kept-pairs.ts'
import { type People, pairKey, peopleOfKey, type Wishes } from './member.ts'
import { listServedFirst } from './served-first.ts'
import { lockFailure } from './wish-failure.ts'

export { WishFailure } from './wish-failure.ts'

/** An assignment of the given problem that grants the wishes; all scores are true ones, without any bonus. */
export interface Choice {
  /** The chosen arcs of the given problem, locked ones included, ascending. */
  arc: Int32Array
  matched: number
  total: number
  /** The lowest chosen score; 0 where nothing is chosen. */
  worst: number
  /** The proof of `proved`. */
  certificate: Certificate
  /** What remained to be decided, with bonuses and without locked pairs, and the answer to it that was proved. */
  problem: Problem
  proved: Assignment
  /** The given arc of each arc of `problem`; null where they are the same. */
  arcOf: Int32Array | null
  /** Of the pairs that were to be kept, those that are and those that are not, as `pairKey` writes them. */
  kept: string[]
  changes: string[]
  /** No more pairs changed than allowed. */
  changesHeld: boolean
  /** The bonus per kept pair with which the choice was made, in micro-units. */
  bonus: number
  /** What every arc of those served first counts more in `problem`, for `quality` only; mostly 0. */
  firstBonus: number
}

/**
 * The best assignment that grants the wishes, proved.
 *
 * - Locked pairs are made, and the rest is solved to the optimum: exact.
 * - Groups served first: in full, at no cost in pairs (whoever can be served together can be in a largest assignment
 *   too), and the best such assignment: exact. For `quality`, by a bonus that rises until everybody is served.
 * - Asked and kept pairs count their bonus when choosing: exact, the optimum of scores and bonuses. For `fair`, the
 *   best worst pair is found without bonuses, and no pair below it is chosen for a bonus, nor to change fewer; what was
 *   proved is then the best coverage on the pairs that remain.
 * - `changesMax`: the least bonus per kept pair, not below `keptBonus`, with which no more change. Pairs that are no
 *   longer possible count as changed. The answer is the best among all assignments that change no more pairs than it
 *   does; one that changes exactly as many as allowed may be better still where no bonus leads to it (Lagrangian gap).
 *   Where even the highest bonus does not suffice, its answer is given and `changesHeld` is false: it has the fewest
 *   changes up to 1,000 pairs, and beyond gives up up to 1,000 perfect pairs’ worth of score for each pair kept (100
 *   where a group is served first for `quality`, whose bonus must stay above).
 * @throws WishFailure where a locked pair cannot be made or a group not be served in full
 * @throws RangeError where a bonus is not a whole number of 0 … `BONUS_MAX`, or the problem has not the promised shape
 */
export function choose(problem: Problem, people: People, wishes: Wishes, objective: Objective): Choice {
  checkBonus(wishes.askedBonus)
  checkBonus(wishes.keptBonus)
  const locked = lockedArcs(problem, people, wishes.locked)
  const fixed = locked.length > 0 ? fixArcs(problem, locked) : { problem, arcOf: null }
  const first = wishes.first.length > 0 ? listServedFirst(problem, fixed.problem, people, wishes.first) : null
  const bonus = isBonusWished(wishes) ? bonusArcs(problem, people, wishes) : null
  const task = objective === 'fair' && bonus ? aboveWorst(fixed, first) : { ...fixed, objective }
  const answer = (keptBonus: number) => {
    const solved = solveServing(task.problem, first, task.objective, (base) =>
      bonus ? addBonuses(base, task.arcOf, bonus, wishes.askedBonus, keptBonus) : base,
    )
    const arc = givenArcs(solved.proved, task.arcOf, locked)
    const kept = arc.reduce((count, a) => count + (bonus?.kept.has(a) ? 1 : 0), 0)
    return {
      ...solved,
      arc,
      kept,
      total: arc.reduce((sum, a) => sum + bonusFree(problem, bonus, wishes, a), 0),
    }
  }
  const wanted = wishes.changesMax === null ? 0 : wishes.kept.size - wishes.changesMax
  const highest = first && objective === 'quality' ? BONUS_MAX / 10 : BONUS_MAX
  const found = leastBonus(answer, wanted, wishes.keptBonus, wanted > 0 ? highest : wishes.keptBonus)
  return settle(problem, people, wishes, found.answer, task.arcOf, found.bonus)
}

/** The arcs of the locked pairs, ascending. */
function lockedArcs(problem: Problem, people: People, locked: ReadonlySet<string>): number[] {
  if (locked.size === 0) return []
  const at = placesOf(people)
  const capacity = Int32Array.from(problem.capacity)
  const demand = Int32Array.from(problem.demand)
  const arcs = [...locked].sort().map((key) => {
    const { mentor, mentee } = peopleOfKey(key)
    const [i, j] = [at.mentors.get(mentor), at.mentees.get(mentee)]
    const arc = i === undefined || j === undefined ? -1 : arcBetween(problem, i, j)
    if (arc < 0) throw lockFailure('no-pair', mentor, mentee)
    if (--capacity[i!]! < 0) throw lockFailure('no-place', mentor, mentee)
    if (--demand[j!]! < 0) throw lockFailure('already-served', mentor, mentee)
    return arc
  })
  return arcs.sort((a, b) => a - b)
}

type Task = { problem: Problem; arcOf: Int32Array | null }

/** The arcs that are no worse than the worst pair must be: on these, `fair` is `coverage`. */
function aboveWorst({ problem, arcOf }: Task, first: Uint8Array | null): Task & { objective: Objective } {
  const { worst } = assign(first ? { ...problem, first } : problem, { objective: 'fair' })
  const above = keepArcs(problem, (a) => problem.score[a]! >= worst)
  return {
    problem: above.problem,
    arcOf: arcOf ? above.arcOf.map((a) => arcOf[a]!) : above.arcOf,
    objective: 'coverage',
  }
}

/**
 * Solves the problem so that everybody who comes first is served in full, which is known to be possible. For coverage
 * that is part of the objective; for quality, where pairs may give way to scores, a bonus does it that is raised until
 * it suffices. It counts the same in every assignment that serves them all, so the best of these is found.
 */
function solveServing(
  problem: Problem,
  first: Uint8Array | null,
  objective: Objective,
  withBonuses: (base: Problem) => Problem,
): Pick<Choice, 'problem' | 'proved' | 'firstBonus'> {
  const base = withBonuses(problem)
  if (first === null || objective !== 'quality') {
    const ready = first ? { ...base, first } : base
    const proved = assign(ready, { objective })
    if (first && missingFirst(ready, first, proved) > 0) throw new Error('Who is served first is not served')
    return { problem: ready, proved, firstBonus: 0 }
  }
  const most = base.scoreMax ?? SCORE_MAX
  for (let bonus = 0; most + bonus < 2 ** 31; bonus = Math.max(most, bonus * 4)) {
    const score = base.score.slice()
    for (let j = 0; j < base.mentees; j++) {
      if (first[j] === 1) for (let a = base.start[j]!; a < base.start[j + 1]!; a++) score[a]! += bonus
    }
    const ready = bonus === 0 ? base : { ...base, score, scoreMax: most + bonus }
    const proved = assign(ready, { objective })
    if (missingFirst(ready, first, proved) === 0) return { problem: ready, proved, firstBonus: bonus }
  }
  throw new Error('Who is served first is not served')
}

function missingFirst(problem: Problem, first: Uint8Array, { arc }: Assignment): number {
  const served = new Int32Array(problem.mentees)
  for (const a of arc) served[menteeOf(problem, a)]! += 1
  return served.reduce((missing, count, j) => missing + (first[j] === 1 ? problem.demand[j]! - count : 0), 0)
}

function givenArcs({ arc }: Assignment, arcOf: Int32Array | null, locked: readonly number[]): Int32Array {
  if (arcOf === null && locked.length === 0) return arc
  return Int32Array.from([...Array.from(arc, (a) => (arcOf ? arcOf[a]! : a)), ...locked]).sort()
}

function settle(
  problem: Problem,
  people: People,
  wishes: Wishes,
  { arc, proved, problem: solved, firstBonus }: Pick<Choice, 'arc' | 'proved' | 'problem' | 'firstBonus'>,
  arcOf: Int32Array | null,
  bonus: number,
): Choice {
  const made = wishes.kept.size === 0 ? new Set<string>() : keysOf(problem, people, arc)
  const kept = [...wishes.kept].filter((key) => made.has(key)).sort()
  const changes = [...wishes.kept].filter((key) => !made.has(key)).sort()
  return {
    arc,
    matched: arc.length,
    total: arc.reduce((sum, a) => sum + problem.score[a]!, 0),
    worst: arc.length === 0 ? 0 : arc.reduce((least, a) => Math.min(least, problem.score[a]!), Infinity),
    certificate: proved.certificate,
    problem: solved,
    proved,
    arcOf,
    kept,
    changes,
    changesHeld: wishes.changesMax === null || changes.length <= wishes.changesMax,
    bonus,
    firstBonus,
  }
}

function keysOf(problem: Problem, { mentors, mentees }: People, arcs: Int32Array): Set<string> {
  return new Set(
    Array.from(arcs, (a) => pairKey(mentors[problem.mentor[a]!]!, mentees[menteeOf(problem, a)]!)),
  )
}
