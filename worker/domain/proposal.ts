import type { Role } from './participant.ts'
import { Problem } from './problem.ts'

/**
 * draft: the run awaits approval · open: revealed to both, until the deadline · paired: both accepted ·
 * lapsed: refusal, expiry, a leaver or a reorganisation, told in the same words · withdrawn: the run was superseded.
 */
export const PROPOSAL_STATES = ['draft', 'open', 'paired', 'lapsed', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export interface Proposal {
  id: string
  state: ProposalState
  mentor_accepted_at: number | null
  mentee_accepted_at: number | null
  mentor_refused: boolean
  mentee_refused: boolean
  deadline_at: number | null
  /** Set when a leaver or a reorganisation made the pair impossible; it lapses at the deadline like any other. */
  impossible: boolean
  version: number
}

export type Answer = 'acceptance' | 'refusal'

/**
 * What an answer does. Both answers look alike to everyone else until the deadline; a pair is born only when the
 * second of two acceptances arrives. The same answer twice changes nothing.
 * @returns `unchanged` for a repeated answer, `recorded`, or `paired`.
 * @throws Problem `closed` after the deadline or when the proposal is no longer open; `conflict` on a change of mind.
 */
export function answerProposal(
  proposal: Proposal,
  role: Role,
  answer: Answer,
  now: number,
): 'unchanged' | 'recorded' | 'paired' {
  const accepted = role === 'mentor' ? proposal.mentor_accepted_at : proposal.mentee_accepted_at
  const refused = role === 'mentor' ? proposal.mentor_refused : proposal.mentee_refused
  if (answer === 'acceptance' && accepted !== null) return 'unchanged'
  if (answer === 'refusal' && refused) return 'unchanged'
  if (proposal.state !== 'open' || proposal.deadline_at === null || now >= proposal.deadline_at) {
    throw new Problem('closed', {
      fr: 'Cette proposition n’attend plus de réponse. Votre espace montre où elle en est.',
      en: 'This proposal no longer awaits an answer. Your space shows where it stands.',
    })
  }
  if (refused) {
    throw new Problem('conflict', {
      fr: 'Vous avez déjà décliné cette proposition. Écrivez à l’équipe du programme si vous avez changé d’avis.',
      en: 'You have already declined this proposal. Write to the programme team if you have changed your mind.',
    })
  }
  if (answer === 'refusal') return 'recorded'
  const other = role === 'mentor' ? proposal.mentee_accepted_at : proposal.mentor_accepted_at
  return other !== null && !proposal.impossible ? 'paired' : 'recorded'
}

/** Whether an open proposal has reached its end without two acceptances. */
export function isLapsing(proposal: Pick<Proposal, 'state' | 'deadline_at'>, now: number): boolean {
  return proposal.state === 'open' && proposal.deadline_at !== null && now >= proposal.deadline_at
}
