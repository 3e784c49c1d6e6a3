import * as v from 'valibot'
import { email } from './shape.ts'

/** `PUT /programmes/{slug}/referent`: somebody of the team. */
export const referentInput = v.strictObject({ email })

/** To whom people of a programme may speak in confidence; null for the whole team. */
export const referentShown = v.strictObject({
  referent: v.nullable(v.strictObject({ email: v.string(), name: v.string() })),
})
export type ReferentShown = v.InferOutput<typeof referentShown>
