import * as v from 'valibot'
import { CRITERIA } from '#domain/criterion.ts'
import { MATCH_RUN_STATES, MATCHING_OBJECTIVES } from '#domain/match-run.ts'
import { ROLES } from '#domain/participant.ts'
import { PROPOSAL_STATES } from '#domain/proposal.ts'
import { bothShown, countShown, instantShown } from './shape.ts'

/** A score or points in micro-units. */
export const microUnits = v.pipe(v.number(), v.integer())

/** What a run looks for. */
export const objectiveShown = v.picklist(MATCHING_OBJECTIVES)

/**
 * `GET /match-runs/{id}`. `total` is the sum of the scores and `worst` the lowest of them, in micro-units; `certified`
 * says that the optimum was proved. `failure` says what stood in the way of a run that failed.
 */
export const matchRunShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  round: countShown,
  state: v.picklist(MATCH_RUN_STATES),
  mentors: v.nullable(countShown),
  mentees: v.nullable(countShown),
  arcs: v.nullable(countShown),
  objective: v.nullable(objectiveShown),
  matched: v.nullable(countShown),
  total: v.nullable(microUnits),
  worst: v.nullable(microUnits),
  certified: v.nullable(v.boolean()),
  failure: v.nullable(bothShown),
  created_at: instantShown,
  completed_at: v.nullable(instantShown),
  approved_at: v.nullable(instantShown),
})
export type MatchRunShown = v.InferOutput<typeof matchRunShown>

/** One criterion of a proposal: points are micro-units and add up to the score. */
export const reasonShown = v.strictObject({
  criterion: v.picklist(CRITERIA),
  value: v.number(),
  weight: v.number(),
  points: microUnits,
  ...bothShown.entries,
})
export type ReasonShown = v.InferOutput<typeof reasonShown>

/** What organisers read of somebody in a proposal, to recognise them; never a grade. */
export const proposedPersonShown = v.strictObject({
  name: v.string(),
  job_family: v.nullable(v.string()),
  subsidiary: v.nullable(v.string()),
  site: v.nullable(v.string()),
})
export type ProposedPersonShown = v.InferOutput<typeof proposedPersonShown>

const proposal = {
  id: v.string(),
  mentor: v.string(),
  mentee: v.string(),
  score: microUnits,
  state: v.picklist(PROPOSAL_STATES),
  reasons: v.array(reasonShown),
  tips: v.array(bothShown),
  /** Where one is above the other: how far the appraisal chain reaches, by whose exception the pair exists. */
  exception: v.nullable(v.strictObject({ levels: countShown })),
}

/** A proposal with its people in whatever detail. People are named by external id, or id where there is none. */
export const proposalWith = <P extends v.GenericSchema>(person: P) =>
  v.strictObject({ ...proposal, people: v.strictObject({ mentor: person, mentee: person }) })

/** One line of `GET /match-runs/{id}/proposals`. */
export const proposalShown = proposalWith(proposedPersonShown)
export type ProposalShown = v.InferOutput<typeof proposalShown>

/** Why somebody has no pair: the reasons of the engine, which a test compares with these. */
export const waitingReason = v.picklist(['no-candidate', 'places-taken', 'full', 'no-mentee-left', 'consent'])

/** One line of `GET /match-runs/{id}/waiting`: who was left without a pair, and why. */
export const waitingShown = v.strictObject({
  person: v.string(),
  name: v.string(),
  role: v.picklist(ROLES),
  reason: waitingReason,
  ...bothShown.entries,
})
export type WaitingShown = v.InferOutput<typeof waitingShown>

/** One line of `GET /match-runs/{id}/candidates` (NDJSON): a pair that was given to the solver. */
export const candidateShown = v.strictObject({ mentor: v.string(), mentee: v.string(), score: microUnits })
export type CandidateShown = v.InferOutput<typeof candidateShown>
