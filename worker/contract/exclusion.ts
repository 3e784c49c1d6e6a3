import * as v from 'valibot'
import { email } from './shape.ts'

/** `POST /me/exclusions`: the work address of somebody one would rather not be paired with. No reason is asked. */
export const exclusionInput = v.strictObject({ email })

/** An exclusion, as only its author reads it. */
export interface ExclusionShown {
  id: string
  email: string
  created_at: string
}
