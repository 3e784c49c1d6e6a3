import * as v from 'valibot'
import { email, instantShown } from './shape.ts'

/** `POST /me/exclusions`: the work address of somebody one would rather not be paired with. No reason is asked. */
export const exclusionInput = v.strictObject({ email })

/** An exclusion, as only its author reads it. */
export const exclusionShown = v.strictObject({ id: v.string(), email: v.string(), created_at: instantShown })
export type ExclusionShown = v.InferOutput<typeof exclusionShown>
