import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import {
  PREPARATION_STATES,
  type PreparationReason,
  type PreparationState,
  TOLD_REASONS,
} from '#domain/preparation.ts'
import { email, instantShown, prose } from './shape.ts'

/** `POST /preparations/{id}/closure`: `waived` needs a reason. */
export const preparationClosure = v.strictObject({
  state: v.picklist(['held', 'waived']),
  outcome: v.optional(
    v.nullable(
      v.pipe(
        prose(1000),
        v.transform((text) => text || null),
      ),
    ),
    null,
  ),
})
export type PreparationClosure = v.InferOutput<typeof preparationClosure>

/** `PUT /pairs/{id}/coach`: somebody of the team who is a coach or organises. */
export const coachInput = v.strictObject({ email })

/** Who stands by a pair; the name is null where HR does not know the address. */
export const coachShown = v.strictObject({ email: v.string(), name: v.nullable(v.string()) })
export type CoachShown = v.InferOutput<typeof coachShown>

const someone = v.strictObject({ reference: v.string(), name: v.string() })

/**
 * A preparation as the team reads it. A wish and an answer of the questionnaire are both `personal`; `outcome` is null for
 * machines, whatever was written.
 */
export const preparationShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  pair: v.string(),
  role: v.picklist(ROLES),
  person: someone,
  partner: someone,
  reasons: v.array(v.picklist(TOLD_REASONS)),
  may_waive: v.boolean(),
  state: v.picklist(PREPARATION_STATES),
  outcome: v.nullable(v.string()),
  due_at: instantShown,
  decided_at: v.nullable(instantShown),
  coach: v.nullable(coachShown),
})
export type PreparationShown = v.InferOutput<typeof preparationShown>

/** What one of the two reads on the page of their pair: their own reasons, and never those of the other. */
export interface PreparationView {
  pair: string
  time_zone: string
  mine: { state: PreparationState; reasons: PreparationReason[]; due_at: number } | null
  is_partner_preparing: boolean
  coach: CoachShown | null
}
