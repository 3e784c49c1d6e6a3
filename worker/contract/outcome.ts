import * as v from 'valibot'
import { PAIR_STATES } from '#domain/pair.ts'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import { FEWEST_PEOPLE } from '#domain/proportion.ts'
import { outcomeLifeShown } from './outcome-life.ts'
import { bothShown, countShown, instantShown } from './shape.ts'

const cell = v.nullable(countShown)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** How proposals stand, as anybody outside may know: open ones hide every answer, and all that ended look alike. */
export const OUTCOME_PROPOSAL_STATES = ['open', 'paired', 'lapsed'] as const

/** Why some of it is null, in the answer itself. */
export const OUTCOME_NOTE = {
  fr: `«\u00a0null\u00a0» remplace tout nombre inférieur à ${FEWEST_PEOPLE}, zéro compris, et parfois un autre qui le laisserait deviner.`,
  en: `“null” stands for any number below ${FEWEST_PEOPLE}, zero included, and at times for another that would give it away.`,
}

/** `GET /programmes/{slug}/outcomes`: totals, never of fewer than five people. */
export const outcomesShown = v.strictObject({
  programme: v.string(),
  counted_at: instantShown,
  fewest_people: countShown,
  note: bothShown,
  /** Participations to which somebody said yes, those who left since included. */
  sign_ups: cell,
  participants: v.strictObject(
    v.entriesFromList(ROLES, v.strictObject(v.entriesFromList(PARTICIPANT_STATES, cell))),
  ),
  /** Left without a pair in the newest approved run and still taking part; null before there is one. */
  waiting: v.nullable(v.strictObject(v.entriesFromList(ROLES, cell))),
  proposals: v.strictObject(v.entriesFromList(OUTCOME_PROPOSAL_STATES, cell)),
  pairs: v.strictObject(v.entriesFromList(PAIR_STATES, cell)),
  /** Days from sign-up to the first pair, of those who have had one. */
  days_to_pair: v.nullable(v.strictObject({ median: v.number(), people: countShown })),
  /** Who has had a pair, among sign-ups, with the 95 % interval of Wilson. */
  matched: v.nullable(v.strictObject({ people: countShown, of: countShown, share, low: share, high: share })),
  /** What the pairs lived through and what the programme changed. */
  life: outcomeLifeShown,
})
export type OutcomesShown = v.InferOutput<typeof outcomesShown>
