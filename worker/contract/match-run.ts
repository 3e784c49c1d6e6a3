import type { Criterion } from '#domain/criterion.ts'
import type { Both } from '#domain/language.ts'
import type { MatchRunState } from '#domain/match-run.ts'
import type { ProposalState } from '#domain/proposal.ts'

/** `GET /match-runs/{id}`. `total` is the sum of the scores, in micro-units. */
export interface MatchRunShown {
  id: string
  programme: string
  round: number
  state: MatchRunState
  mentors: number | null
  mentees: number | null
  arcs: number | null
  matched: number | null
  total: number | null
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
}

/** One line of `GET /match-runs/{id}/waiting`: who was left without a pair, and why. */
export interface WaitingShown {
  person: string
  role: 'mentor' | 'mentee'
  reason: string
  fr: string
  en: string
}
