import * as v from 'valibot'
import { instantShown } from './shape.ts'

/** A mail that could not leave, or of which nobody knows whether it did; never its address nor its contents. */
export const mailProblemShown = v.strictObject({
  id: v.string(),
  /** Which mail it was, such as `pair-started`. */
  template: v.string(),
  /** Who it was for; null for visitors and the team. */
  person: v.nullable(v.string()),
  state: v.picklist(['waiting', 'sending', 'sent', 'failed', 'uncertain']),
  last_outcome: v.nullable(v.string()),
  created_at: instantShown,
  /** Whether it can be sent again by hand: its contents are kept, and worth something still. */
  can_resend: v.boolean(),
})
export type MailProblemShown = v.InferOutput<typeof mailProblemShown>

/** An address that refuses our mail, by a fingerprint and by whose it is. */
export const mailSuppressionShown = v.strictObject({
  id: v.string(),
  /** Null for visitors and the team, and where the address was nobody’s that HR knows. */
  person: v.nullable(v.string()),
  reason: v.picklist(['bounced', 'complained', 'refused']),
  created_at: instantShown,
})
export type MailSuppressionShown = v.InferOutput<typeof mailSuppressionShown>

/** What a link to unsubscribe is about: the digest of Monday, or reminders; and whether it is stopped. */
export const unsubscriptionShown = v.strictObject({
  kind: v.picklist(['digest', 'reminders']),
  stopped: v.boolean(),
})
export type UnsubscriptionShown = v.InferOutput<typeof unsubscriptionShown>

/** A delivery event of the HTTP provider: its type, and what it is about. */
export const mailEventInput = v.looseObject({
  type: v.pipe(v.string(), v.maxLength(100)),
  data: v.looseObject({}),
})
