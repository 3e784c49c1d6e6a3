import * as v from 'valibot'

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

/** `GET /session`: who is signed in. */
export interface SessionShown {
  email: string
  organiser: boolean
  role: 'participant' | 'organiser' | 'coach' | 'consultant'
  person: string | null
}
