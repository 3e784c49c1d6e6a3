import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import { bothShown, countShown, instantShown } from './shape.ts'

/** `POST /me/talent-choices/{participation}`. */
export const talentChoiceInput = v.strictObject({ visible: v.picklist(['yes', 'no']) })

/** Somebody who wants their contribution to be seen: facts, and nothing of what was said, felt or answered (F10, P12). */
export const talentShown = v.strictObject({
  participant: v.string(),
  person: v.string(),
  given_name: v.string(),
  family_name: v.string(),
  role: v.picklist(ROLES),
  topics_passed_on: v.array(bothShown),
  sessions: countShown,
  hours: v.pipe(v.number(), v.minValue(0)),
  /** Since when they want it. */
  chosen_at: instantShown,
})
export type TalentShown = v.InferOutput<typeof talentShown>
