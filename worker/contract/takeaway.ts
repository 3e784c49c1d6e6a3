import * as v from 'valibot'
import { ROLES } from '#domain/participant.ts'
import { TAKEAWAY_KINDS, TAKEAWAY_STATES, TAKEAWAY_TEXT_MAX } from '#domain/takeaway.ts'
import { countShown, instantShown, prose, toInstant } from './shape.ts'

const words = v.pipe(prose(TAKEAWAY_TEXT_MAX), v.minLength(1))

/** `POST /pairs/{id}/takeaways`; `session` is the session it came from, null for none. */
export const takeawayInput = v.strictObject({
  kind: v.picklist(TAKEAWAY_KINDS),
  text: words,
  session: v.optional(v.nullable(v.string()), null),
  shared: v.optional(v.boolean(), false),
})
export type TakeawayInput = v.InferOutput<typeof takeawayInput>

/** `PATCH /takeaways/{id}`: what is left out stays. `shared`: the team of the programme reads an idea. */
export const takeawayChange = v.partial(
  v.strictObject({ text: words, state: v.picklist(TAKEAWAY_STATES), shared: v.boolean() }),
)
export type TakeawayChange = v.InferOutput<typeof takeawayChange>

/** What somebody noted, as the two people of the pair read it. */
export const takeawayShown = v.strictObject({
  id: v.string(),
  pair: v.string(),
  session: v.nullable(v.string()),
  author: v.picklist(ROLES),
  kind: v.picklist(TAKEAWAY_KINDS),
  text: v.string(),
  state: v.picklist(TAKEAWAY_STATES),
  is_shared: v.boolean(),
  created_at: instantShown,
})
export type TakeawayShown = v.InferOutput<typeof takeawayShown>

/** A takeaway on the wire. */
export function showTakeaway(
  row: {
    id: string
    pair_id: string
    session_id: string | null
    author_id: string
    kind: TakeawayShown['kind']
    text: string
    state: TakeawayShown['state']
    shared_at: number | null
    created_at: number
  },
  pair: { mentor_id: string },
): TakeawayShown {
  return {
    id: row.id,
    pair: row.pair_id,
    session: row.session_id,
    author: row.author_id === pair.mentor_id ? 'mentor' : 'mentee',
    kind: row.kind,
    text: row.text,
    state: row.state,
    is_shared: row.shared_at !== null,
    created_at: toInstant(row.created_at),
  }
}

export const IDEA_STATES = ['new', 'tried', 'adopted'] as const

/** `PUT /ideas/{id}/status`: what became of an idea (W13). */
export const ideaStatus = v.strictObject({ state: v.picklist(IDEA_STATES) })

/** An idea that its author shared with the team. */
export const ideaShown = v.strictObject({
  id: v.string(),
  text: v.string(),
  state: v.picklist(IDEA_STATES),
  author: v.strictObject({ reference: v.string(), name: v.string() }),
  shared_at: instantShown,
})
export type IdeaShown = v.InferOutput<typeof ideaShown>

/** `GET /programmes/{slug}/ideas`: the ideas, and how many things of each kind pairs noted; null under five pairs. */
export const ideasShown = v.strictObject({
  items: v.array(ideaShown),
  totals: v.strictObject(v.entriesFromList(TAKEAWAY_KINDS, v.nullable(countShown))),
  next_cursor: v.null(),
})
export type IdeasShown = v.InferOutput<typeof ideasShown>

/** What a pair noted, on a page of one of the two. */
export interface TakeawaysView {
  pair: string
  partner: string
  role: 'mentor' | 'mentee'
  /** Whether something new can be noted. */
  is_open: boolean
  items: {
    id: string
    kind: TakeawayShown['kind']
    text: string
    state: TakeawayShown['state']
    is_mine: boolean
    is_shared: boolean
    noted_at: number
  }[]
  time_zone: string
}
