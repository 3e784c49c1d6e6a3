import * as v from 'valibot'
import { PARTICIPANT_STATES, ROLES } from '#domain/participant.ts'
import { emailKey } from '#domain/person.ts'
import { countShown, instant, language, line } from './shape.ts'

const consent = v.union([v.literal(true), instant])

/**
 * `POST /programmes/{slug}/sign-ups` as JSON. `answers` is checked by the questionnaire itself.
 * A key that vouches gives dated consents and may name the `person`; anybody else ticks the boxes.
 */
export const signUpInput = v.strictObject({
  role: v.picklist(['mentor', 'mentee', 'both']),
  person: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  given_name: v.optional(line(100)),
  family_name: v.optional(line(100)),
  email: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.normalize('NFC').trim()),
      v.check((text) => emailKey(text) !== null, 'email'),
    ),
  ),
  language: v.optional(language, 'fr'),
  consents: v.strictObject({
    volunteer: consent,
    charter: consent,
    reminders: v.optional(v.boolean(), false),
  }),
  answers: v.record(v.string(), v.unknown()),
})
export type SignUpInput = v.InferOutput<typeof signUpInput>

export const confirmationInput = v.strictObject({
  token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)),
})

/** What a sign-up becomes: taken in at once where a key vouches, else kept until its address is confirmed. */
export const enrolledShown = v.strictObject({
  participants: v.array(
    v.strictObject({
      id: v.string(),
      person: v.string(),
      role: v.picklist(ROLES),
      state: v.picklist(PARTICIPANT_STATES),
      capacity: countShown,
    }),
  ),
})
export type EnrolledShown = v.InferOutput<typeof enrolledShown>

export const confirmedShown = v.strictObject({ state: v.literal('confirmed'), programme: v.string() })
export type ConfirmedShown = v.InferOutput<typeof confirmedShown>
