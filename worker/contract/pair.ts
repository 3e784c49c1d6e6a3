import * as v from 'valibot'
import { PAIR_STATES } from '#domain/pair.ts'
import { ROLES } from '#domain/participant.ts'
import { instantShown, toInstant } from './shape.ts'

const name = v.strictObject({ name: v.string() })

/** A pair as it leaves. People are named by external id, or id where there is none; why a pair ended is told to nobody. */
export const pairShown = v.strictObject({
  id: v.string(),
  programme: v.string(),
  mentor: v.string(),
  mentee: v.string(),
  state: v.picklist(PAIR_STATES),
  started_at: instantShown,
  suspended_at: v.nullable(instantShown),
  /** When a break that one of the two asked for ends by itself. */
  paused_until: v.nullable(instantShown),
  ended_at: v.nullable(instantShown),
  updated_at: instantShown,
  people: v.strictObject(v.entriesFromList(ROLES, name)),
})
export type PairShown = v.InferOutput<typeof pairShown>

interface StoredPair {
  id: string
  state: PairShown['state']
  started_at: number
  suspended_at: number | null
  paused_until: number | null
  ended_at: number | null
}

/** A pair on the wire; `people` are those who are in it, as machines and as people name them. */
export function showPair(
  pair: StoredPair,
  programme: string,
  people: Record<'mentor' | 'mentee', { reference: string; name: string }>,
  changedAt: number,
): PairShown {
  return {
    id: pair.id,
    programme,
    mentor: people.mentor.reference,
    mentee: people.mentee.reference,
    state: pair.state,
    started_at: toInstant(pair.started_at),
    suspended_at: toInstant(pair.suspended_at),
    paused_until: toInstant(pair.paused_until),
    ended_at: toInstant(pair.ended_at),
    updated_at: toInstant(changedAt),
    people: { mentor: { name: people.mentor.name }, mentee: { name: people.mentee.name } },
  }
}
