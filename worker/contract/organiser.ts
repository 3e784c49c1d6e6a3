import * as v from 'valibot'
import { STAFF_ROLES } from '#domain/permission.ts'
import { instantShown } from './shape.ts'

/** `PUT /organisers/{email}`; the body may be left out. */
export const organiserInput = v.strictObject({ role: v.optional(v.picklist(STAFF_ROLES), 'organiser') })
export type OrganiserInput = v.InferOutput<typeof organiserInput>

/** Somebody of the programme team as they leave. */
export const organiserShown = v.strictObject({
  id: v.string(),
  email: v.string(),
  role: v.picklist(STAFF_ROLES),
  created_at: instantShown,
})
export type OrganiserShown = v.InferOutput<typeof organiserShown>
