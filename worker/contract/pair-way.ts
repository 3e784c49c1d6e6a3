import * as v from 'valibot'
import type { Both } from '#domain/language.ts'
import { namedReader } from './help.ts'
import { day, instantShown, prose } from './shape.ts'

/** A break until a day, on which the pair goes on by itself. No reason is asked. */
export const pauseInput = v.strictObject({ until: day })

/** The end of a pair, without fault: what is said is for the reader who was named alone. */
export const separationInput = v.strictObject({
  reason: v.optional(prose(1000), ''),
  reader: namedReader,
})

/** Who asked that a pair end, and why, for the reader who was named. */
export const separationShown = v.strictObject({
  pair: v.string(),
  asked_by: v.picklist(['mentor', 'mentee', 'organiser']),
  reason: v.nullable(v.string()),
  created_at: instantShown,
})
export type SeparationShown = v.InferOutput<typeof separationShown>

/** Who reads what is confided, as a page names them: a name, or the whole team (null); `token` goes along with the form. */
interface NamedReaderView {
  name: string | null
  token: string
}

/** What somebody’s own pages say of help: who reads, until when an answer comes, and what they asked before. */
export interface HelpView {
  /** The page where it is asked, after `/{language}/me/`. */
  path: string
  /** What the form names: a pair, or a participation where there is none. */
  subject: { pair: string } | { participation: string }
  programme: Both
  reader: NamedReaderView
  /** By when a request sent now is answered (epoch ms). */
  answered_by: number
  asked: { id: string; state: 'open' | 'closed'; reader: string | null; due_at: number; created_at: number }[]
  time_zone: string
}

/** What the pair page says of breaks. */
export interface PauseView {
  pair: string
  /** When the break ends by itself (epoch ms); null while the pair does not pause. */
  until: number | null
  /** The first and the last day on which a break asked for now may end. */
  earliest: string
  latest: string
  time_zone: string
}

/** What the pair page says of parting, and after it. */
export interface SeparationView {
  pair: string
  is_ended: boolean
  partner: string
  /** One’s own name, as the partner reads it in the mail. */
  me: string
  reader: NamedReaderView
  programme: Both
  /** For “no longer take part”; null for whoever takes part no more. */
  participation: string | null
  next_round_at: number | null
  time_zone: string
}
