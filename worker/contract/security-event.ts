import * as v from 'valibot'
import { SECURITY_EVENT_TYPES } from '#domain/security-event.ts'
import { instantShown } from './shape.ts'

/** Whoever is named in the log: an id, and what it is called today; null where nothing of that id is left. */
const named = v.strictObject({ id: v.string(), name: v.nullable(v.string()) })

/** One line of `GET /security-events`. */
export const securityEventShown = v.strictObject({
  id: v.string(),
  type: v.picklist(SECURITY_EVENT_TYPES),
  occurred_at: instantShown,
  actor: named,
  subject: named,
  /** What else the event says, in ids and words of the contract, such as the scopes of a key or a role. */
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())])),
})
export type SecurityEventShown = v.InferOutput<typeof securityEventShown>
