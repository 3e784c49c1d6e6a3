import { HOUR_MS } from './local-time.ts'
import { SESSION_REFUSALS } from './pair-session-refusals.ts'
import { type FieldError, Problem } from './problem.ts'

/** proposed: one suggests a time · planned: both agree · held: it took place · missed: it did not, and nobody cancelled · cancelled. */
export const PAIR_SESSION_STATES = ['proposed', 'planned', 'held', 'missed', 'cancelled'] as const
export type PairSessionState = (typeof PAIR_SESSION_STATES)[number]

/** Who cancelled: counted, never shamed. `programme`: the pair ended. */
export const CANCELLED_BY = ['mentor', 'mentee', 'organiser', 'programme'] as const
export type CancelledBy = (typeof CANCELLED_BY)[number]

/** A time is proposed at least this long ahead. */
export const NOTICE_MINUTES = 30
/** An expert session of three to four hours is one session, or two shorter ones (F20). */
export const SESSION_MINUTES_MIN = 15
export const SESSION_MINUTES_MAX = 240
/** How long a session can really have been, in minutes. */
export const HELD_MINUTES_MIN = 5
export const HELD_MINUTES_MAX = 480

/** A session, as far as its life goes. Instants in epoch ms; people are participants. */
export interface PairSession {
  state: PairSessionState
  starts_at: number
  minutes: number
  place: string | null
  proposed_by: string
  planned_at: number | null
  sequence: number
  moves: number
  cancelled_by: CancelledBy | null
  cancelled_at: number | null
  held_minutes: number | null
  logged_by: string | null
  logged_at: number | null
  confirmed_at: number | null
}

/** When, how long (minutes) and where. */
export type SessionTime = Pick<PairSession, 'starts_at' | 'minutes' | 'place'>

/** What somebody says of a session that is over. */
export type SessionLog = { held: true; minutes: number } | { held: false }

type Changed = Partial<PairSession>

/** How many sessions a pair may have held or ahead of it, for a kind of programme that plans `sessions`. */
export function sessionsMax(sessions: number): number {
  return sessions * 2
}

/** Until when the two may still meet: the end of the last of these minutes. */
export function endOfSession({ starts_at, minutes }: Pick<PairSession, 'starts_at' | 'minutes'>): number {
  return starts_at + minutes * 60_000
}

/** What is wrong with a time, or null. `closesAt`: the end of the programme (epoch ms), null where it has none. */
export function whyTimeRefused(
  { starts_at, minutes }: Pick<SessionTime, 'starts_at' | 'minutes'>,
  now: number,
  closesAt: number | null,
): FieldError | null {
  if (minutes < SESSION_MINUTES_MIN || minutes > SESSION_MINUTES_MAX)
    return { pointer: '/minutes', detail: SESSION_REFUSALS.length }
  if (starts_at < now + NOTICE_MINUTES * 60_000)
    return { pointer: '/starts_at', detail: SESSION_REFUSALS.tooSoon }
  if (closesAt !== null && endOfSession({ starts_at, minutes }) > closesAt)
    return { pointer: '/starts_at', detail: SESSION_REFUSALS.tooLate }
  return null
}

/**
 * The other person agrees to the time: null where that was done before.
 * @throws Problem `closed` for one’s own proposal, for a time that has passed, for a session that is over.
 */
export function acceptSession(session: PairSession, me: string, now: number): Changed | null {
  if (session.state === 'planned') return null
  if (session.state !== 'proposed') throw new Problem('closed', SESSION_REFUSALS.over)
  if (session.proposed_by === me) throw new Problem('closed', SESSION_REFUSALS.ownProposal)
  if (session.starts_at <= now) throw new Problem('closed', SESSION_REFUSALS.passed)
  return { state: 'planned', planned_at: now }
}

/**
 * Another time. A proposal that the other moves is a counter-proposal: now they wait for an answer. What both had agreed
 * on stays planned, and calendars hear of it. Null where nothing changes.
 * @throws Problem `closed` for a session that is over.
 */
export function moveSession(session: PairSession, me: string, to: SessionTime): Changed | null {
  if (session.state !== 'proposed' && session.state !== 'planned')
    throw new Problem('closed', SESSION_REFUSALS.over)
  const isLater = to.starts_at !== session.starts_at
  if (!isLater && to.minutes === session.minutes && to.place === session.place) return null
  return {
    ...to,
    moves: session.moves + (isLater ? 1 : 0),
    ...(session.state === 'planned' ? { sequence: session.sequence + 1 } : { proposed_by: me }),
  }
}

/**
 * Nobody meets at this time: null where that was decided before.
 * @throws Problem `closed` once it is over, or once it should have begun: then it is logged.
 */
export function cancelSession(session: PairSession, by: CancelledBy, now: number): Changed | null {
  if (session.state === 'cancelled') return null
  if (session.state !== 'proposed' && session.state !== 'planned')
    throw new Problem('closed', SESSION_REFUSALS.over)
  const isPlanned = session.state === 'planned'
  if (isPlanned && session.starts_at <= now) throw new Problem('closed', SESSION_REFUSALS.toLog)
  return {
    state: 'cancelled',
    cancelled_by: by,
    cancelled_at: now,
    sequence: session.sequence + (isPlanned ? 1 : 0),
  }
}

/**
 * One of the two says that it took place, with its real minutes, or that it did not. They may correct themselves until
 * the other agrees. A time that was only proposed counts once both say that they met.
 * @throws Problem `closed` before it began or when all is said, `conflict` where the other spoke first.
 */
export function logSession(session: PairSession, me: string, log: SessionLog, now: number): Changed {
  const { state, starts_at, confirmed_at, logged_by } = session
  const isLogged = state === 'held' || state === 'missed'
  if (isLogged && logged_by !== me && confirmed_at === null)
    throw new Problem('conflict', SESSION_REFUSALS.otherLogged)
  if (state === 'cancelled' || confirmed_at !== null) throw new Problem('closed', SESSION_REFUSALS.over)
  if (starts_at > now) throw new Problem('closed', SESSION_REFUSALS.notYet)
  if (!log.held && session.planned_at === null) throw new Problem('closed', SESSION_REFUSALS.neverPlanned)
  return {
    state: log.held ? 'held' : 'missed',
    held_minutes: log.held ? log.minutes : null,
    logged_by: me,
    logged_at: now,
  }
}

/**
 * The other agrees to what was logged, or sees it otherwise: then it waits to be logged again. Null where they had agreed.
 * @throws Problem `closed` where there is nothing to confirm, or one logged it oneself.
 */
export function confirmSession(
  session: PairSession,
  me: string,
  agrees: boolean,
  now: number,
): Changed | null {
  const isLogged = session.state === 'held' || session.state === 'missed'
  if (!isLogged) throw new Problem('closed', SESSION_REFUSALS.nothingLogged)
  if (session.logged_by === me) throw new Problem('closed', SESSION_REFUSALS.ownLog)
  if (session.confirmed_at !== null) {
    if (agrees) return null
    throw new Problem('closed', SESSION_REFUSALS.over)
  }
  if (agrees) return { confirmed_at: now }
  return {
    state: session.planned_at === null ? 'proposed' : 'planned',
    held_minutes: null,
    logged_by: null,
    logged_at: null,
  }
}

export const SESSION_STEPS = ['accept', 'move', 'cancel', 'log', 'confirm', 'correct'] as const
export type SessionStep = (typeof SESSION_STEPS)[number]

/**
 * What somebody can do with a session now, the most useful first. `isMeeting`: the pair meets, neither on a break nor over;
 * `mayLog`: it may still say what took place.
 */
export function stepsOf(
  session: PairSession,
  me: string,
  now: number,
  { isMeeting, mayLog }: { isMeeting: boolean; mayLog: boolean },
): SessionStep[] {
  const { state, starts_at, proposed_by, logged_by, confirmed_at } = session
  const hasBegun = starts_at <= now
  if (state === 'cancelled' || confirmed_at !== null) return []
  if (state === 'held' || state === 'missed')
    return mayLog ? [logged_by === me ? ('correct' as const) : ('confirm' as const)] : []
  const steps: SessionStep[] = []
  if (state === 'proposed' && isMeeting && proposed_by !== me && !hasBegun) steps.push('accept')
  if (hasBegun && mayLog) steps.push('log')
  if (isMeeting) steps.push('move')
  if (!(hasBegun && state === 'planned')) steps.push('cancel')
  return steps
}

/** Whether a pair may still say what took place: while it lives, and after the programme’s end; never after a separation. */
export function mayLogSessions(pair: { state: string; ending: string | null }): boolean {
  return pair.state !== 'ended' || pair.ending === 'completed'
}

/** Nobody is asked any more to log a session that began longer ago than this. */
export const LOG_DAYS = 14
/** When both are reminded, once, of a session that nobody logged. */
export const LOG_REMINDER_MS = 24 * HOUR_MS
