import * as v from 'valibot'

/** External ids, ids, or addresses known to HR; each once. */
export const namedPeople = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(254))),
  v.minLength(1),
  v.maxLength(500),
)

/** `POST /sign-up-codes`: for whom codes are to be printed. */
export const signUpCodeInput = v.strictObject({ people: namedPeople })

/** A code as it is printed: shown once, and never again. */
export interface SignUpCodeShown {
  person: string
  given_name: string
  family_name: string
  code: string
  expires_at: string
}
