/** What the success of a pair is told from; null for what nobody said. */
export interface PairFacts {
  isSeparated: boolean
  /** Sessions that both had agreed on and whose time has come, and those of them that took place. */
  sessionsPlanned: number
  sessionsHeld: number
  /** The mean of RQ1–RQ6 of each in the last survey, 1 to 5. */
  mentorRq: number | null
  menteeRq: number | null
  /** By how many levels the mentee went up on the wanted topic where it was most. */
  levelsGained: number | null
  /** What went from the mentor to the mentee, and back, over all pulses, 0 to 4 (questionnaires.md §9). */
  a: number | null
  b: number | null
}

/** How a pair ended up: 0 separated · 1 weak · 2 good · 3 both progress strongly. */
export type PairOutcome = 0 | 1 | 2 | 3

export interface PairSuccess {
  /** Null where the last survey, or every pulse, is missing: reported apart, never guessed. */
  isSuccess: boolean | null
  outcome: PairOutcome | null
}

/** What success means, fixed before anybody starts (C7, questionnaires.md §10). */
export const SUCCESS = {
  heldShare: 0.7,
  relation: 3.5,
  levels: 1,
  receivedByMentor: 2,
  /** From this mean of pulses on, in both directions, both progress strongly. */
  strong: 3,
} as const

/**
 * Whether a pair worked and both really progressed: not separated, at least 70 % of its planned sessions held, a mean
 * relation of 3.5 on either side, a level gained by the mentee on a wanted topic, and b ≥ 2. Both progress strongly where
 * a and b reach 3 as well (C7; questionnaires.md §10).
 */
export function successOf(facts: PairFacts): PairSuccess {
  if (facts.isSeparated) return { isSuccess: false, outcome: 0 }
  const { mentorRq, menteeRq, levelsGained, a, b, sessionsHeld, sessionsPlanned } = facts
  if (mentorRq === null || menteeRq === null || levelsGained === null || b === null) {
    return { isSuccess: null, outcome: null }
  }
  const isSuccess =
    sessionsPlanned > 0 &&
    sessionsHeld / sessionsPlanned >= SUCCESS.heldShare &&
    Math.min(mentorRq, menteeRq) >= SUCCESS.relation &&
    levelsGained >= SUCCESS.levels &&
    b >= SUCCESS.receivedByMentor
  if (!isSuccess) return { isSuccess, outcome: 1 }
  return { isSuccess, outcome: a !== null && Math.min(a, b) >= SUCCESS.strong ? 3 : 2 }
}
