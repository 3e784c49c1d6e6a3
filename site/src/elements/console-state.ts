import type { MatchRunShown } from '#contract/match-run.ts'
import type { ProgrammeShown } from '#contract/programme.ts'
import type { ProposalState } from '#domain/proposal.ts'
import type { ConsoleWords } from '../words/console.ts'

/** What an organiser calls the state of a run: a completed run is to be approved, or approved, or found nobody. */
export function runStateOf(
  run: Pick<MatchRunShown, 'state' | 'approved_at' | 'matched'>,
): keyof ConsoleWords['runState'] {
  if (run.state !== 'completed') return run.state
  if (run.approved_at !== null) return 'approved'
  return run.matched ? 'completed' : 'nobody'
}

/** What an organiser calls the state of sign-ups: those of an unpublished programme are a draft. */
export function signUpStateOf(
  programme: Pick<ProgrammeShown, 'published_at' | 'sign_ups'>,
): keyof ConsoleWords['signUps'] {
  return programme.published_at === null ? 'draft' : programme.sign_ups
}

type Tone = 'good' | 'watch' | 'trouble'

export const RUN_TONES: Partial<Record<keyof ConsoleWords['runState'], Tone>> = {
  completed: 'watch',
  approved: 'good',
  failed: 'trouble',
}

export const SIGN_UP_TONES: Partial<Record<keyof ConsoleWords['signUps'], Tone>> = { open: 'good' }

export const PROPOSAL_TONES: Partial<Record<ProposalState, Tone>> = { paired: 'good', open: 'watch' }
