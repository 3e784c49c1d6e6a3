import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import { instantShown, prose } from './shape.ts'

/** Who the page named as the reader: `team`, or an id. Where that has changed in between, nothing is sent. */
export const namedReader = v.optional(v.pipe(v.string(), v.maxLength(64)))

/** `POST /help-requests`: about a pair, or about a participation where there is none. The text may be left out. */
export const helpInput = v.strictObject({
  pair: v.optional(v.pipe(v.string(), v.maxLength(64))),
  participation: v.optional(v.pipe(v.string(), v.maxLength(64))),
  text: v.optional(prose(2000), ''),
  reader: namedReader,
})
export type HelpInput = v.InferOutput<typeof helpInput>

/** Who reads what people confide: somebody by name, or the whole team (null). */
export const readerShown = v.nullable(v.strictObject({ name: v.string() }))

/** One’s own call for help, as its author reads it. */
export const ownHelpShown = v.strictObject({
  id: v.string(),
  pair: v.nullable(v.string()),
  participation: v.string(),
  state: v.picklist(['open', 'closed']),
  reader: readerShown,
  due_at: instantShown,
  created_at: instantShown,
})
export type OwnHelpShown = v.InferOutput<typeof ownHelpShown>

/** `POST /help-requests/{id}/closure`: what was agreed, for the reader. */
export const helpClosureInput = v.strictObject({ outcome: v.optional(prose(2000), '') })

/** A call for help as its reader reads it; nobody else does. */
export const helpShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  pair: v.nullable(v.string()),
  person: v.string(),
  given_name: v.string(),
  family_name: v.string(),
  email: v.nullable(v.string()),
  role: v.picklist(ROLES),
  source: v.picklist(['button', 'pulse']),
  text: v.nullable(v.string()),
  state: v.picklist(['open', 'closed']),
  due_at: instantShown,
  outcome: v.nullable(v.string()),
  decided_at: v.nullable(instantShown),
  created_at: instantShown,
})
export type HelpShown = v.InferOutput<typeof helpShown>
