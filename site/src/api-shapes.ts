import type { InferInput } from 'valibot'
import type { ProposalShown, WaitingShown } from '#contract/match-run.ts'
import type { programmeInput, programmePatch } from '#contract/programme.ts'
import type { PairState } from '#domain/pair.ts'
import type { ParticipantState, Role } from '#domain/participant.ts'

/** One line of `GET /programmes/{slug}/participants`. */
export interface ParticipantShown {
  id: string
  person: string
  role: Role
  capacity: number
  state: ParticipantState
  given_name: string
  family_name: string
  job_family: string | null
  subsidiary: string | null
  site: string | null
}

/** Who a proposal brings together, as far as an organiser needs to know. */
export interface ProposedPerson {
  name: string
  job_family: string | null
  subsidiary: string | null
  site: string | null
}

/** One line of `GET /match-runs/{id}/proposals`, with the names behind the references. */
export type NamedProposal = ProposalShown & { people: Record<Role, ProposedPerson> }

/** One line of `GET /match-runs/{id}/waiting`, with the name of the person. */
export type NamedWaiting = WaitingShown & { name: string }

/** One line of `GET /pairs`. */
export interface PairShown {
  id: string
  programme: string
  mentor: string
  mentee: string
  state: PairState
  started_at: string
  ended_at: string | null
  people: Record<Role, { name: string }>
}

export type ProgrammeBody = InferInput<typeof programmeInput>
export type ProgrammeChanges = InferInput<typeof programmePatch>
