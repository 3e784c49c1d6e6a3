import { arcBetween } from './arcs.ts'
import { type Problem, SCORE_MAX } from './assignment-problem.ts'
import { type People, peopleOfKey, type Wishes } from './member.ts'

/** The highest bonus: a score with two such bonuses still fits in 31 bits. */
export const BONUS_MAX = 1_000_000_000

/** @throws RangeError where a bonus is not a whole number of 0 … `BONUS_MAX` */
export function checkBonus(bonus: number): void {
  if (!Number.isInteger(bonus) || bonus < 0 || bonus > BONUS_MAX) {
    throw new RangeError(`a bonus must be a whole number from 0 to ${BONUS_MAX}, not ${bonus}`)
  }
}

/** Whether anything is to be worth a bonus. */
export function isBonusWished({ asked, askedBonus, kept }: Wishes): boolean {
  return (asked.size > 0 && askedBonus > 0) || kept.size > 0
}

/** The arcs of the given problem that are asked for, and those to keep. */
export interface Bonuses {
  asked: ReadonlySet<number>
  kept: ReadonlySet<number>
}

/** The given arcs of asked and kept pairs; those that are not possible have none. */
export function bonusArcs(problem: Problem, people: People, wishes: Wishes): Bonuses {
  const at = placesOf(people)
  const arcsOf = (keys: ReadonlySet<string>) => {
    const arcs = new Set<number>()
    for (const key of keys) {
      const { mentor, mentee } = peopleOfKey(key)
      const [i, j] = [at.mentors.get(mentor), at.mentees.get(mentee)]
      const arc = i === undefined || j === undefined ? -1 : arcBetween(problem, i, j)
      if (arc >= 0) arcs.add(arc)
    }
    return arcs
  }
  return { asked: arcsOf(wishes.asked), kept: arcsOf(wishes.kept) }
}

/** The problem with the bonuses in its scores; `arcOf` as in `Choice`. */
export function addBonuses(
  problem: Problem,
  arcOf: Int32Array | null,
  { asked, kept }: Bonuses,
  askedBonus: number,
  keptBonus: number,
): Problem {
  if (askedBonus === 0 && keptBonus === 0) return problem
  let most = 0
  const score = problem.score.map((points, a) => {
    const given = arcOf ? arcOf[a]! : a
    const bonus = (asked.has(given) ? askedBonus : 0) + (kept.has(given) ? keptBonus : 0)
    most = Math.max(most, bonus)
    return points + bonus
  })
  return { ...problem, score, scoreMax: (problem.scoreMax ?? SCORE_MAX) + most }
}

/** What an arc counts without the bonus for being kept. */
export function bonusFree(
  { score }: Problem,
  bonus: Bonuses | null,
  { askedBonus }: Wishes,
  arc: number,
): number {
  return score[arc]! + (bonus?.asked.has(arc) ? askedBonus : 0)
}

/** Where everybody stands in the problem, by reference. */
export function placesOf({ mentors, mentees }: People) {
  return {
    mentors: new Map(mentors.map((person, i) => [person, i])),
    mentees: new Map(mentees.map((person, j) => [person, j])),
  }
}
