import { activeTime, type Break } from './active-time.ts'
import { DAY_MS } from './local-time.ts'
import type { PairState } from './pair.ts'
import type { CancelledBy, PairSessionState } from './pair-session.ts'
import type { Role } from './participant.ts'
import type { PreparationState } from './preparation.ts'
import { flowsOf, type PulsesOfSession, pairHealth } from './pulse.ts'

/** Days of active time after which a pair without a first session is helped; each session needs a date well before (P29, domain.md §2.6). */
export const FIRST_SESSION_DAYS = 10

/** Sessions are monthly (domain.md §2.6): a month of 30 days and a margin of five, for holidays and full calendars. */
export const SILENCE_DAYS = 35

/** A fall of the health value by so much within three sessions is a drift, where it ends below good (questionnaires.md §9). */
export const DRIFT_FALL = 0.2

/** Plain facts about one pair. Instants are epoch ms. */
export interface PairFacts {
  state: PairState
  started_at: number
  /** Whether the two are taking a break now. */
  paused: boolean
  /** Breaks and suspensions so far. */
  breaks: readonly Break[]
  /** In the order of `starts_at`. */
  sessions: readonly SessionFacts[]
  /** What both said of each session, in order of time, as `pulsesBySession` makes it. */
  pulses: readonly PulsesOfSession[]
  /** When a pulse last came in; null for never. */
  heard_at: number | null
  preparations: readonly { state: PreparationState; decided_at: number | null }[]
  /** Open requests for help of the two; `reader_id` null where the whole team reads. */
  help: readonly { role: Role; due_at: number; reader_id: string | null; created_at: number }[]
  /** How many sessions the kind of programme plans. */
  sessions_planned: number
  /** When the programme ends; null for never. */
  ends_at: number | null
  referent_id: string | null
  coach_id: string | null
  now: number
}

export interface SessionFacts {
  state: PairSessionState
  starts_at: number
  cancelled_by: CancelledBy | null
  cancelled_at: number | null
}

/** That something holds, whose side calls for a word (null for both), and when the newest fact behind it became known. */
export interface Sign {
  side: Role | null
  news_at: number
}

const LOW = 1
const HIGH = 3
/** Finer than any answer, and coarser than what fractions lose. */
const ROUNDING = 1e-6

/** No session is planned or was held within ten days; the clock starts when the last preparation closed, and breaks do not count. */
export function withoutFirstSession(facts: PairFacts): Sign | null {
  if (facts.preparations.some(({ state }) => state === 'open') || facts.sessions.some(isMeeting)) return null
  const prepared = facts.preparations.map(({ decided_at }) => decided_at ?? 0)
  const from = Math.max(facts.started_at, ...prepared)
  return isOver(facts, from, FIRST_SESSION_DAYS) ? { side: null, news_at: facts.now } : null
}

/** After a first session: none lies ahead and the last is 35 days ago, with sessions left to do. */
export function inSilence(facts: PairFacts): Sign | null {
  const meetings = facts.sessions.filter(isMeeting)
  const last = meetings.at(-1)
  const isDone = meetings.filter(({ state }) => state === 'held').length >= facts.sessions_planned
  if (last === undefined || isDone || last.starts_at > facts.now) return null
  return isOver(facts, last.starts_at, SILENCE_DAYS) ? { side: null, news_at: facts.now } : null
}

/**
 * The last two sessions that came to anything were cancelled by the same side (domain.md §2.6). What the team or the
 * programme cancelled counts for nobody; a session that is held begins anew, one that is only planned does not.
 */
export function cancelledTwice({ sessions }: PairFacts): Sign | null {
  const over = sessions.filter(
    ({ state, cancelled_by: by }) =>
      state === 'held' ||
      state === 'missed' ||
      (state === 'cancelled' && (by === 'mentor' || by === 'mentee')),
  )
  const [before, last] = over.slice(-2)
  if (before?.state !== 'cancelled' || last?.state !== 'cancelled') return null
  if (before.cancelled_by !== last.cancelled_by) return null
  return {
    side: last.cancelled_by as Role,
    news_at: Math.max(before.cancelled_at ?? 0, last.cancelled_at ?? 0),
  }
}

/** Learning goes one way, twice (P34): the side that gains little calls for a word. */
export function isLopsided({ pulses, heard_at }: PairFacts): Sign | null {
  if (heard_at === null || !pairHealth([...pulses]).lopsided) return null
  const told = pulses.filter(isToldByBoth).map(flowsOf)
  const { a = null, b = null } = told.findLast((flows) => flows.a !== null && flows.b !== null) ?? {}
  if (a === null || b === null) return null
  return { side: a === b ? null : a < b ? 'mentee' : 'mentor', news_at: heard_at }
}

/** Of the last session of which both spoke, one says that it was useful and the other that it was not (peers.md B13). */
export function inDisagreement({ pulses, heard_at }: PairFacts): Sign | null {
  const last = pulses.filter(isToldByBoth).at(-1)
  const mentor = last?.mentor?.PU1
  const mentee = last?.mentee?.PU1
  if (heard_at === null || mentor === undefined || mentee === undefined) return null
  if (Math.max(mentor, mentee) < HIGH || Math.min(mentor, mentee) > LOW) return null
  return { side: mentor < mentee ? 'mentor' : 'mentee', news_at: heard_at }
}

/** After session 1, and until session 2: one of the two found it of no use, could not speak frankly, or found no common ground. */
export function isMisfit({ pulses, heard_at }: PairFacts): Sign | null {
  const attended = pulses.filter((session) => session.attended)
  const [first] = attended
  if (heard_at === null || first === undefined || attended.length > 1) return null
  const low = (['mentor', 'mentee'] as const).filter((role) => {
    const { PU1, PU2, PUF } = first[role] ?? {}
    return [PU1, PU2, PUF].some((answer) => answer !== undefined && answer <= LOW)
  })
  if (low.length === 0) return null
  return { side: low.length === 1 ? (low[0] as Role) : null, news_at: heard_at }
}

/** Health is in trouble, or fell by a fifth within the last three sessions heard of and is no longer good. */
export function isDrifting({ pulses, heard_at }: PairFacts): Sign | null {
  if (heard_at === null) return null
  const last = pairHealth(pulses)
  if (last.value === null || last.class === 'good') return null
  const before = pulses
    .flatMap(({ mentor, mentee }, index) => (mentor || mentee ? [index] : []))
    .slice(-3)
    .map((index) => pairHealth(pulses.slice(0, index + 1)).value ?? 0)
  const highest = Math.max(...before)
  const isFalling = highest - last.value >= DRIFT_FALL - ROUNDING
  return isFalling || last.class === 'trouble' ? { side: null, news_at: heard_at } : null
}

/** A session that was held, or has a time that both agreed on; one that nobody logged yet may well have been held. */
function isMeeting({ state }: SessionFacts): boolean {
  return state === 'planned' || state === 'held'
}

function isOver({ now, breaks }: PairFacts, from: number, days: number): boolean {
  return activeTime(from, now, breaks) >= days * DAY_MS
}

function isToldByBoth({ mentor, mentee }: PulsesOfSession): boolean {
  return mentor !== null && mentee !== null
}
