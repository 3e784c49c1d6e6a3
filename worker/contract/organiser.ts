import * as v from 'valibot'
import { STAFF_ROLES } from '#domain/permission.ts'
import { instantShown, line } from './shape.ts'

/** `PUT /organisers/{email}`; the body may be left out. */
export const organiserInput = v.strictObject({
  role: v.optional(v.picklist(STAFF_ROLES), 'organiser'),
  /** The only subsidiary that a correspondent sees, as HR writes it; of no other role. */
  subsidiary: v.optional(v.nullable(line(200)), null),
  /** Whether they want Monday’s digest; as it is where nothing is said. */
  digest: v.optional(v.boolean()),
})
/** Somebody of the programme team as they leave. */
export const organiserShown = v.strictObject({
  id: v.string(),
  email: v.string(),
  role: v.picklist(STAFF_ROLES),
  subsidiary: v.nullable(v.string()),
  digest: v.boolean(),
  created_at: instantShown,
})
export type OrganiserShown = v.InferOutput<typeof organiserShown>
