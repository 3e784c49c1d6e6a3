import type { Criterion } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { MatchingObjective, MatchRunState } from '#domain/match-run.ts'
import type { ProposalState } from '#domain/proposal.ts'

/**
 * `GET /match-runs/{id}`. `total` is the sum of the scores and `worst` the lowest of them, in micro-units; `certified`
 * says that the optimum was proved. `failure` says what stood in the way of a run that failed.
 */
export interface MatchRunShown {
  id: string
  programme: string
  round: number
  state: MatchRunState
  mentors: number | null
  mentees: number | null
  arcs: number | null
  objective: MatchingObjective | null
  matched: number | null
  total: number | null
  worst: number | null
  certified: boolean | null
  failure: Both | null
  created_at: string
  completed_at: string | null
  approved_at: string | null
}

/** One criterion of a proposal: points are micro-units and add up to the score. */
export interface ReasonShown {
  criterion: Criterion
  value: number
  weight: number
  points: number
  fr: string
  en: string
}

/** One line of `GET /match-runs/{id}/proposals`. People are named by external id, or id where there is none. */
export interface ProposalShown {
  id: string
  mentor: string
  mentee: string
  score: number
  state: ProposalState
  reasons: ReasonShown[]
  tips: Both[]
  /** Where one is above the other: how far the appraisal chain reaches, by whose exception the pair exists. */
  exception: { levels: number } | null
}

/** One line of `GET /match-runs/{id}/waiting`: who was left without a pair, and why. */
export interface WaitingShown {
  person: string
  role: 'mentor' | 'mentee'
  reason: string
  fr: string
  en: string
}
