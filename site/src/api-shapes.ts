import type { InferInput } from 'valibot'
import type { programmeInput, programmePatch } from '#contract/programme.ts'
import type { LineOf } from './api-contract.ts'

/** One line of `GET /programmes/{slug}/participants`. */
export type ParticipantShown = LineOf<'GET /programmes/:slug/participants'>

/** One line of `GET /match-runs/{id}/proposals`, with the names behind the references. */
export type NamedProposal = LineOf<'GET /match-runs/:id/proposals'>

/** Who a proposal brings together, as far as an organiser needs to know. */
export type ProposedPerson = NamedProposal['people']['mentor']

/** One line of `GET /match-runs/{id}/waiting`, with the name of the person. */
export type NamedWaiting = LineOf<'GET /match-runs/:id/waiting'>

/** One line of `GET /pairs`. */
export type PairShown = LineOf<'GET /pairs'>

export type ProgrammeBody = InferInput<typeof programmeInput>
export type ProgrammeChanges = InferInput<typeof programmePatch>
