import * as v from 'valibot'
import { STAFF_ROLES } from '#domain/permission.ts'

const email = v.pipe(
  v.string(),
  v.transform((text) => text.normalize('NFC').trim()),
  v.maxLength(254),
)

/** `POST /sign-in-codes`: a code is mailed where the address is known; the answer is the same where it is not. */
export const signInCodeInput = v.strictObject({ email, language: v.optional(v.picklist(['fr', 'en']), 'fr') })

/** `POST /sessions`. */
export const sessionInput = v.strictObject({
  email,
  code: v.pipe(
    v.string(),
    v.transform((code) => code.replace(/\s/g, '')),
    v.regex(/^\d{6}$/, 'code'),
  ),
})

/** What somebody with a session may be: a participant, or somebody of the programme team. */
export const SESSION_ROLES = ['participant', ...STAFF_ROLES] as const

/** `GET /session`: who is signed in. */
export const sessionShown = v.strictObject({
  email: v.string(),
  /** Whether all doors of the console are open; coaches and consultants have `role` alone. */
  organiser: v.boolean(),
  role: v.picklist(SESSION_ROLES),
  person: v.nullable(v.string()),
})
export type SessionShown = v.InferOutput<typeof sessionShown>
