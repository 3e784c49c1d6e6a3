import type { Scoring } from './criterion.ts'
import type { Both } from './language.ts'
import type { PairingRule } from './pairing-rule.ts'
import type { Role } from './participant.ts'

export const MATCH_RUN_STATES = ['queued', 'running', 'completed', 'failed', 'superseded'] as const
export type MatchRunState = (typeof MATCH_RUN_STATES)[number]

/** How long a worker may hold a run before another may take it over. */
export const LEASE_MS = 60_000

/** A run that failed this often waits for a person. */
export const ATTEMPTS_MAX = 5

/**
 * What a run looks for: coverage, most pairs first, then the highest total · quality, the highest total ·
 * fair, most pairs, then the best worst pair, then the highest total.
 */
export const MATCHING_OBJECTIVES = ['coverage', 'quality', 'fair'] as const
export type MatchingObjective = (typeof MATCHING_OBJECTIVES)[number]

/** lock: the next run pairs the two, or fails · ban: no run pairs them. */
export const PAIR_DECISIONS = ['lock', 'ban'] as const
export type PairDecision = (typeof PAIR_DECISIONS)[number]

/** The most that a wish may weigh, in micro-units: it tips the balance between good pairs and never makes one. */
export const BONUS_MAX = 200_000

/** What a run was computed with, frozen on it so that it can be explained later. People by reference. */
export interface RunSettings {
  scoring: Scoring
  rules: {
    senior: Role | null
    seniority_gap: number
    experience_gap_years: number
    unknown_seniority_allowed: boolean
    mentors_per_mentee: number
    own: readonly PairingRule[]
  }
  locked: { mentor: string; mentee: string }[]
  /** Groups served first, and groups whose reporting line was narrowed to so many levels. */
  groups: { name: string; people: number; served_first: boolean; appraisal_levels: number | null }[]
  banned: number
  asked: number
  asked_bonus: number
  kept: number
  kept_bonus: number
  changes_max: number | null
}

const NO_WORDS: Both = {
  fr: 'Le calcul s’est arrêté plusieurs fois avant la fin. Demandez un nouveau tour\u00a0; si cela se reproduit, prévenez l’équipe technique.',
  en: 'The computation stopped several times before its end. Ask for a new run; if it happens again, tell the technical team.',
}

/** Why a run failed, as its reader can act upon it. What no wish explains is a fault of the machine, told without its words. */
export function failureInWords(failure: string): Both {
  if (!failure.startsWith('{')) return NO_WORDS
  const { fr, en } = JSON.parse(failure) as Both
  return { fr, en }
}
