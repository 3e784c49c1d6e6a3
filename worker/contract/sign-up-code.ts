import * as v from 'valibot'
import { instantShown } from './shape.ts'

/** External ids, ids, or addresses known to HR; each once. */
export const namedPeople = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(254))),
  v.minLength(1),
  v.maxLength(500),
)

/** `POST /sign-up-codes`: for whom codes are to be printed. */
export const signUpCodeInput = v.strictObject({ people: namedPeople })

/** A code as it is printed: shown once, and never again. */
export const signUpCodeShown = v.strictObject({
  person: v.string(),
  given_name: v.string(),
  family_name: v.string(),
  code: v.string(),
  expires_at: instantShown,
})
export type SignUpCodeShown = v.InferOutput<typeof signUpCodeShown>
