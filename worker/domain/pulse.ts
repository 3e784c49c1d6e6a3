/** PU1–PU4 and PUF, 0 to 4 (questionnaires.md §9); an absent key was not answered. */
export interface PulseAnswers {
  PU1?: number
  PU2?: number
  PU3?: number
  PU4?: number
  /** Asked the first time only. */
  PUF?: number
}

/** How a pair fares, as organisers see it; grey is nothing heard, which is no trouble. */
export const PAIR_HEALTHS = ['good', 'watch', 'trouble', 'grey'] as const
export type PairHealth = (typeof PAIR_HEALTHS)[number]
