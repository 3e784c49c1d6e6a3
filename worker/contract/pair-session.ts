import * as v from 'valibot'
import type { PairSessionState, SessionStep } from '#domain/pair-session.ts'
import {
  HELD_MINUTES_MAX,
  HELD_MINUTES_MIN,
  PAIR_SESSION_STATES,
  SESSION_MINUTES_MAX,
  SESSION_MINUTES_MIN,
} from '#domain/pair-session.ts'
import { ROLES } from '#domain/participant.ts'
import type { ProgrammeKind } from '#domain/programme.ts'
import { countShown, dayShown, instant, instantShown, line, toInstant, whole } from './shape.ts'

const place = v.nullable(line(200))
const length = whole(SESSION_MINUTES_MIN, SESSION_MINUTES_MAX)

/** `POST /pairs/{id}/sessions`: a time that one proposes to the other. */
export const sessionProposal = v.strictObject({
  starts_at: instant,
  minutes: length,
  place: v.optional(place, null),
})
export type SessionProposal = v.InferOutput<typeof sessionProposal>

/** `PATCH /sessions/{id}`: what is left out stays as it was. */
export const sessionMove = v.partial(v.strictObject({ starts_at: instant, minutes: length, place }))
export type SessionMove = v.InferOutput<typeof sessionMove>

/** `POST /sessions/{id}/log`: `minutes` is how long it really was, and needed where it was held. */
export const sessionLog = v.variant('held', [
  v.strictObject({ held: v.literal(true), minutes: whole(HELD_MINUTES_MIN, HELD_MINUTES_MAX) }),
  v.strictObject({ held: v.literal(false) }),
])

/** `POST /sessions/{id}/confirmation`: whether one agrees with what the other logged. */
export const sessionConfirmation = v.strictObject({ agrees: v.boolean() })

/** A session as it leaves. `place` is there for the two people alone; everybody else reads null. */
export const pairSessionShown = v.strictObject({
  id: v.string(),
  pair: v.string(),
  state: v.picklist(PAIR_SESSION_STATES),
  starts_at: instantShown,
  minutes: countShown,
  place: v.nullable(v.string()),
  proposed_by: v.picklist(ROLES),
  planned_at: v.nullable(instantShown),
  moves: countShown,
  cancelled_at: v.nullable(instantShown),
  held_minutes: v.nullable(countShown),
  logged_by: v.nullable(v.picklist(ROLES)),
  logged_at: v.nullable(instantShown),
  confirmed_at: v.nullable(instantShown),
})
export type PairSessionShown = v.InferOutput<typeof pairSessionShown>

interface StoredSession {
  id: string
  pair_id: string
  state: PairSessionState
  starts_at: number
  minutes: number
  place: string | null
  proposed_by: string
  planned_at: number | null
  moves: number
  cancelled_at: number | null
  held_minutes: number | null
  logged_by: string | null
  logged_at: number | null
  confirmed_at: number | null
}

/**
 * A session on the wire. The two people read where they meet, the team does not; who cancelled is told to nobody.
 */
export function showPairSession(
  session: StoredSession,
  pair: { mentor_id: string },
  isTheirs: boolean,
): PairSessionShown {
  const roleOf = (participant: string) => (participant === pair.mentor_id ? 'mentor' : 'mentee')
  return {
    id: session.id,
    pair: session.pair_id,
    state: session.state,
    starts_at: toInstant(session.starts_at),
    minutes: session.minutes,
    place: isTheirs ? session.place : null,
    proposed_by: roleOf(session.proposed_by),
    planned_at: toInstant(session.planned_at),
    moves: session.moves,
    cancelled_at: toInstant(session.cancelled_at),
    held_minutes: session.held_minutes,
    logged_by: session.logged_by === null ? null : roleOf(session.logged_by),
    logged_at: toInstant(session.logged_at),
    confirmed_at: toInstant(session.confirmed_at),
  }
}

/** What somebody did in a programme that counts as training (F23). */
export const trainingHoursShown = v.strictObject({
  person: v.string(),
  name: v.string(),
  role: v.picklist(ROLES),
  /** Sessions that took place and that both confirmed. */
  sessions: countShown,
  session_minutes: countShown,
  /** What the programme counts for preparing those sessions. */
  preparation_minutes: countShown,
  minutes: countShown,
  first_on: dayShown,
  last_on: dayShown,
})
export type TrainingHoursShown = v.InferOutput<typeof trainingHoursShown>

/** A session on a page of one of the two. */
export interface SessionView {
  id: string
  state: PairSessionState
  starts_at: number
  minutes: number
  place: string | null
  held_minutes: number | null
  is_confirmed: boolean
  /** Whether whoever reads proposed this time, and whether they logged it. */
  is_mine: boolean
  is_logged_by_me: boolean
  steps: SessionStep[]
}

/** The sessions of a pair, as one of the two reads them on a page. */
export interface SessionsView {
  pair: string
  partner: string
  kind: ProgrammeKind
  zones: { mine: string; theirs: string }
  /** Still ahead, or waiting for a word, the earliest first; then what is over, the newest first. */
  open: SessionView[]
  over: SessionView[]
  held: number
  /** Why no date can be proposed now; null where one can. */
  blocked: 'preparation' | 'break' | 'ended' | 'enough' | null
  /** Starts (epoch ms) that suit both. */
  slots: number[]
  /** How long a session of the programme is. */
  minutes: number
}
