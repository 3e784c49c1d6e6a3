import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import { microUnits, objectiveShown, proposalWith, waitingReason } from './match-run.ts'
import { bothShown, countShown } from './shape.ts'

/** The hard rules of the engine, in the order in which they are asked; a test compares them with these. */
export const hardRule = v.picklist([
  'same-person',
  'leaver',
  'consent',
  'past',
  'ban',
  'reporting-line',
  'language',
  'meeting',
  'seniority',
  'topic',
  'own',
  'capacity',
])
const role = v.picklist(ROLES)

/** Somebody as an organiser reads them: reference, name, and what helps to recognise them. */
export const personShown = v.strictObject({
  person: v.string(),
  name: v.string(),
  job_family: v.nullable(v.string()),
  subsidiary: v.nullable(v.string()),
  site: v.nullable(v.string()),
})
export type PersonShown = v.InferOutput<typeof personShown>

/** What the whole programme would lose: pairs first, then score in micro-units; 0 and 0 where it would lose nothing. */
export const regretShown = v.strictObject({
  pairs: v.pipe(v.number(), v.integer()),
  points: microUnits,
  ...bothShown.entries,
})
export type RegretShown = v.InferOutput<typeof regretShown>

/** Another partner for one of the two, and what choosing them would cost everybody together. */
export const alternativeShown = v.strictObject({
  partner: personShown,
  score: microUnits,
  regret: regretShown,
})
export type AlternativeShown = v.InferOutput<typeof alternativeShown>

/** `GET /match-runs/{id}/proposals/{proposal}/explanation`: why these two. */
export const explanationShown = v.strictObject({
  proposal: proposalWith(personShown),
  /** The facts in plain sentences, the most telling first. */
  facts: v.array(bothShown),
  /** Every hard rule that was checked, with what was found. */
  passed: v.array(v.strictObject({ rule: hardRule, name: bothShown, finding: bothShown })),
  tips: v.strictObject({ mentor: v.array(bothShown), mentee: v.array(bothShown) }),
  /** The best other partners by what they would cost the programme: mentors for the mentee, mentees for the mentor. */
  alternatives: v.strictObject({ mentee: v.array(alternativeShown), mentor: v.array(alternativeShown) }),
  /** Why other choices were not weighed; null where they were. */
  left_out: v.nullable(bothShown),
})
export type ExplanationShown = v.InferOutput<typeof explanationShown>

/** `GET /match-runs/{id}/waiting/{role}/{person}`: why somebody has no pair, and what would have to change. */
export const waitingExplanationShown = v.strictObject({
  person: personShown,
  role,
  reason: waitingReason,
  words: bothShown,
  /** Pairs on the other side that each rule alone removed, and by how many together with others. */
  rules: v.array(
    v.strictObject({ rule: hardRule, name: bothShown, alone: countShown, together: countShown }),
  ),
  /** Who suits, and who holds their places now. */
  suitors: v.array(
    v.strictObject({ partner: personShown, score: microUnits, held_by: v.array(personShown) }),
  ),
  /** What would bring this person in, in plain words. */
  changes: v.array(bothShown),
  /** Why rules, suitors and changes are not told; null where they are. */
  left_out: v.nullable(bothShown),
})
export type WaitingExplanationShown = v.InferOutput<typeof waitingExplanationShown>

/** `GET /match-runs/{id}/objectives`: the same candidates under each objective, side by side. */
export const objectivesShown = v.strictObject({
  chosen: objectiveShown,
  objectives: v.array(
    v.strictObject({
      objective: objectiveShown,
      matched: countShown,
      total: microUnits,
      /** The lowest score of a pair, and the mean. */
      worst: microUnits,
      mean: microUnits,
      /** Pairs that differ from those of the run as it stands. */
      differs: countShown,
    }),
  ),
})
export type ObjectivesShown = v.InferOutput<typeof objectivesShown>

/** One line of `GET /match-runs/{id}/rules`: what a rule costs, by a run without it. */
export const ruleCostShown = v.strictObject({
  /** A hard rule, or `own:` and the name of an organiser’s own rule. */
  rule: v.string(),
  name: bothShown,
  /** Pairs that nothing but this rule keeps apart. */
  removes: countShown,
  /** What the programme would gain without it; null where it can never be lifted. */
  gain: v.nullable(v.strictObject({ pairs: v.pipe(v.number(), v.integer()), points: microUnits })),
  ...bothShown.entries,
})
export type RuleCostShown = v.InferOutput<typeof ruleCostShown>

/** `GET /match-runs/{id}/supply`: what nobody uses yet (P20), and what nobody offers. */
export const supplyShown = v.strictObject({
  topics: v.array(
    v.strictObject({
      topic: v.string(),
      name: bothShown,
      offered: countShown,
      wanted: countShown,
      matched: countShown,
    }),
  ),
  idle_mentors: v.array(
    v.strictObject({ ...personShown.entries, offers: v.array(bothShown), words: bothShown }),
  ),
  /** Places that would be worth most if there were one more. */
  places: v.array(v.strictObject({ mentor: personShown, words: bothShown })),
})
export type SupplyShown = v.InferOutput<typeof supplyShown>

/** `GET /match-runs/{id}/changes?since={run}`: compared with the run before where none is named. */
export const changesShown = v.strictObject({
  since: v.nullable(v.string()),
  same: countShown,
  changes: v.array(
    v.strictObject({
      kind: v.picklist(['new', 'gone', 'other-partner']),
      person: personShown,
      role,
      before: v.nullable(personShown),
      after: v.nullable(personShown),
      why: bothShown,
    }),
  ),
})
export type ChangesShown = v.InferOutput<typeof changesShown>

/** `GET /programmes/{slug}/plan?mentees=500`: how many mentors, with which topics, in how many waves (F2, F5). */
export const planShown = v.strictObject({
  mentees: countShown,
  mentors: countShown,
  places: countShown,
  waves: countShown,
  mentors_missing: countShown,
  topics: v.array(v.strictObject({ topic: v.string(), name: bothShown, mentors: countShown })),
  groups: v.nullable(v.strictObject({ size: countShown, count: countShown })),
  words: v.array(bothShown),
})
export type PlanShown = v.InferOutput<typeof planShown>
