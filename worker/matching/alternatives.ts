import { menteeOf, menteesOf, rowsByMentor } from './arcs.ts'
import type { Assignment } from './assign.ts'
import { type Problem, SCORE_MAX } from './assignment-problem.ts'
import { compareRegrets, type Regret, type Regrets } from './regret.ts'

/** A pair that was not made and what the programme would lose with it; people by their places in the problem. */
export interface Alternative {
  arc: number
  mentor: number
  mentee: number
  score: number
  regret: Regret
}

export interface Alternatives {
  /** The next best partners of one person, or of one who has none, the least regretted first. */
  ofMentee(mentee: number, count: number): Alternative[]
  ofMentor(mentor: number, count: number): Alternative[]
  /** For the two people of a chosen arc. */
  ofPair(arc: number, count: number): { mentor: Alternative[]; mentee: Alternative[] }
  /** For a mentee who waits: who suits, who sits there, and the least that would have to change. */
  ofWaiting(mentee: number): Prospect
}

/** A mentor who suits a mentee who waits, and the chosen arcs that fill the places. */
export interface Suitor {
  mentor: number
  score: number
  places: number
  holders: { arc: number; mentee: number; score: number }[]
  regret: Regret | null
  /** With one place more here, some best assignment has this mentee in. */
  bringsIn: boolean
}

export interface Prospect {
  /** The best score first. */
  suitors: Suitor[]
  /** The least by which one score would have to rise to bring the mentee in, in micro-units; null: no score would do. */
  gain: { mentor: number; points: number } | null
  /** Mentors with whom one place more would bring the mentee in. */
  places: number[]
}

/**
 * What else could have been, exactly: every answer is read from the regrets of the assignment, so it counts all that
 * would have to move, not only the two people.
 */
export function alternativesOf(problem: Problem, assignment: Assignment, regrets: Regrets): Alternatives {
  const mentee = menteesOf(problem)
  const byMentor = rowsByMentor(problem)
  const seats = rowsByMentor(problem, assignment.arc)
  const chosen = new Set(assignment.arc)
  const nextBest = (arcs: Iterable<number>, count: number) => {
    const found: Alternative[] = []
    for (const arc of arcs) {
      const regret = chosen.has(arc) ? null : regrets.of(arc)
      if (regret === null) continue
      const [i, j, score] = [problem.mentor[arc]!, mentee[arc]!, problem.score[arc]!]
      keepBest(found, { arc, mentor: i, mentee: j, score, regret }, count)
    }
    return found
  }
  const ofMentee = (j: number, count: number) => nextBest(rowOf(problem, j), count)
  const known = new Map<number, { count: number; found: Alternative[] }>()
  const ofMentor = (i: number, count: number) => {
    const before = known.get(i)
    if (before?.count === count) return before.found
    const found = nextBest(byMentor.arc.subarray(byMentor.start[i]!, byMentor.start[i + 1]!), count)
    known.set(i, { count, found })
    return found
  }
  return {
    ofMentee,
    ofMentor,
    ofPair: (arc, count) => ({
      mentor: ofMentor(problem.mentor[arc]!, count),
      mentee: ofMentee(menteeOf(problem, arc), count),
    }),
    ofWaiting(j) {
      const suitors = rowOf(problem, j).map((arc): Suitor => {
        const i = problem.mentor[arc]!
        const held = seats.arc.subarray(seats.start[i]!, seats.start[i + 1]!)
        return {
          mentor: i,
          score: problem.score[arc]!,
          places: problem.capacity[i]!,
          holders: Array.from(held, (a) => ({ arc: a, mentee: mentee[a]!, score: problem.score[a]! })),
          regret: regrets.of(arc),
          bringsIn: regrets.bringsIn(i, j),
        }
      })
      suitors.sort((one, other) => other.score - one.score || one.mentor - other.mentor)
      return {
        suitors,
        gain: leastGain(problem, suitors),
        places: suitors.filter(({ bringsIn }) => bringsIn).map(({ mentor }) => mentor),
      }
    },
  }
}

function rowOf({ start }: Problem, j: number): number[] {
  return Array.from({ length: start[j + 1]! - start[j]! }, (_, n) => start[j]! + n)
}

/** Puts one more in its place among the best, and drops what is then too many. */
function keepBest(found: Alternative[], next: Alternative, count: number): void {
  let at = found.length
  while (at > 0 && compareAlternatives(next, found[at - 1]!) < 0) at--
  if (at >= count) return
  found.splice(at, 0, next)
  if (found.length > count) found.pop()
}

function compareAlternatives(one: Alternative, other: Alternative): number {
  return compareRegrets(one.regret, other.regret) || other.score - one.score || one.arc - other.arc
}

/** A score that rises by more than its regret is chosen, as long as no pair is lost by it and no score passes the highest. */
function leastGain({ scoreMax = SCORE_MAX }: Problem, suitors: readonly Suitor[]): Prospect['gain'] {
  let least: Prospect['gain'] = null
  for (const { mentor, score, regret } of suitors) {
    if (regret === null || regret.pairs > 0 || regret.first > 0 || regret.worst > 0) continue
    const points = regret.points + 1
    if (score + points <= scoreMax && (least === null || points < least.points)) least = { mentor, points }
  }
  return least
}
