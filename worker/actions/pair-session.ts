import type { SQLWrapper } from 'drizzle-orm'
import type { SessionsView, SessionView } from '#contract/pair-session.ts'
import type { MailToSend } from '#db/queries/mail.ts'
import type { PairWithPeople } from '#db/queries/pair.ts'
import {
  findPairSession,
  listSessionsOfPair,
  listSessionsOfPerson,
  type PairSessionRow,
  updatePairSession,
} from '#db/queries/pair-session.ts'
import { findParticipant } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { hasOpenPreparation } from '#db/queries/preparation.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { commonSlots, type FreePerson } from '#domain/common-slots.ts'
import { DAY_MS, endOfDay } from '#domain/local-time.ts'
import {
  cancelSession,
  mayLogSessions,
  SESSION_MINUTES_MAX,
  sessionsMax,
  stepsOf,
} from '#domain/pair-session.ts'
import { personOf } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import type { Context } from './context.ts'
import { loadOwnPair, type OwnPair } from './own-pair.ts'
import { mailsAboutSession } from './pair-session-mail.ts'
import { zoneOf } from './preference.ts'

/** A session as one of its two people sees it. */
export interface OwnSession {
  own: OwnPair
  session: PairSessionRow
}

/** @throws Problem `not-found` for a session of somebody else, which looks like one that is not there. */
export async function loadOwnSession(ctx: Context, id: string): Promise<OwnSession> {
  const personId = personOf(ctx.actor)
  const found = await findPairSession(ctx.db, id)
  if (!found || ![found.mentor.id, found.mentee.id].includes(personId))
    throw notFound({ fr: 'Séance', en: 'Session' })
  return { own: await loadOwnPair(ctx, found.pair.id), session: found.session }
}

/** The sessions of a pair as one of the two reads them: what is ahead, what is over, and times that suit both. */
export async function loadSessions(ctx: Context, own: OwnPair): Promise<SessionsView> {
  const [sessions, isWaiting, zones] = await Promise.all([
    listSessionsOfPair(ctx.db, own.pair.id),
    hasOpenPreparation(ctx.db, own.pair.id),
    zonesOf(ctx, own),
  ])
  const shown = sessions.map((session) => viewSession(ctx, own, session))
  const isOver = ({ steps, state }: SessionView) =>
    steps.length === 0 || state === 'held' || state === 'missed'
  const isFirst = sessions.every(({ state }) => state === 'cancelled')
  const taken = sessions.filter(
    ({ state, starts_at }) =>
      state === 'held' || ((state === 'proposed' || state === 'planned') && starts_at > ctx.now),
  )
  const blocked = isMeeting(own)
    ? isFirst && isWaiting
      ? 'preparation'
      : taken.length >= sessionsMax(PROGRAMME_KINDS[own.row.kind].sessions)
        ? 'enough'
        : null
    : own.pair.state === 'ended'
      ? 'ended'
      : 'break'
  const minutes = Math.min(own.row.session_minutes, SESSION_MINUTES_MAX)
  return {
    pair: own.pair.id,
    partner: own.partner.given_name,
    kind: own.row.kind,
    zones,
    open: shown.filter((session) => !isOver(session) || session.steps.includes('confirm')),
    over: shown.filter((session) => isOver(session) && !session.steps.includes('confirm')).reverse(),
    held: sessions.filter(({ state }) => state === 'held').length,
    blocked,
    slots: blocked === null ? await slotsOf(ctx, own, zones, minutes) : [],
    minutes,
  }
}

/** One session as one of the two reads it. */
export function viewSession(ctx: Context, own: OwnPair, session: PairSessionRow): SessionView {
  const me = own.participant.id
  return {
    id: session.id,
    state: session.state,
    starts_at: session.starts_at,
    minutes: session.minutes,
    place: session.place,
    held_minutes: session.held_minutes,
    is_confirmed: session.confirmed_at !== null,
    is_mine: session.proposed_by === me,
    is_logged_by_me: session.logged_by === me,
    steps: stepsOf(session, me, ctx.now, { isMeeting: isMeeting(own), mayLog: mayLogSessions(own.pair) }),
  }
}

/** The clocks of the two, as one of them reads them. */
export async function zonesOf(ctx: Context, own: OwnPair): Promise<SessionsView['zones']> {
  const [mine, theirs] = await Promise.all([zoneOf(ctx, own.me, own.row), zoneOf(ctx, own.partner, own.row)])
  return { mine, theirs }
}

/**
 * Times of `minutes` that suit both (W4), from what each answered to G6. A time is told and never why another is not in the
 * list: neither learns of the other’s answers, nor of their other pairs.
 */
export async function slotsOf(
  ctx: Context,
  own: OwnPair,
  zones: SessionsView['zones'],
  minutes: number,
): Promise<number[]> {
  const theirId = own.pair[own.role === 'mentor' ? 'mentee_id' : 'mentor_id']
  const [theirs, myBusy, theirBusy] = await Promise.all([
    findParticipant(ctx.db, theirId),
    busyOf(ctx, own.me),
    busyOf(ctx, own.partner),
  ])
  const mine: FreePerson = {
    availability: own.participant.answers.G6 ?? null,
    time_zone: zones.mine,
    busy: myBusy,
  }
  const partner: FreePerson = {
    availability: theirs?.answers.G6 ?? null,
    time_zone: zones.theirs,
    busy: theirBusy,
  }
  return commonSlots(mine, partner, { minutes, now: ctx.now, until: closingOf(own.row) })
}

async function busyOf(ctx: Context, person: PersonRow): Promise<FreePerson['busy']> {
  const sessions = await listSessionsOfPerson(ctx.db, person.id, ctx.now - DAY_MS)
  return sessions.filter(({ state }) => state === 'proposed' || state === 'planned')
}

/** Whether the two can meet: neither on a break, nor kept apart, nor over. */
export function isMeeting({ pair }: Pick<OwnPair, 'pair'>): boolean {
  return pair.state === 'active' && pair.paused_at === null
}

/** When the programme ends (epoch ms), null where it has no end. */
export function closingOf({ ends_on, time_zone }: ProgrammeRow): number | null {
  return ends_on === null ? null : endOfDay(ends_on, time_zone)
}

/**
 * What becomes of the sessions ahead of a pair that ends or stops for a while: nobody cancelled them, the programme did,
 * and calendars forget them. What is already over may still be logged, and what comes at or after `before` (epoch ms), the
 * end of a break, stays. To be written in the batch of that change.
 */
export async function endSessionsOfPair(
  ctx: Context,
  found: PairWithPeople,
  before = Number.POSITIVE_INFINITY,
): Promise<{ writes: ReturnType<typeof updatePairSession>[]; mails: MailToSend[] }> {
  const programme = await getProgrammeById(ctx.db, found.pair.programme_id)
  const ended: { writes: SQLWrapper[]; mails: MailToSend[] } = { writes: [], mails: [] }
  for (const session of await listSessionsOfPair(ctx.db, found.pair.id)) {
    const isAhead = session.state === 'planned' && session.starts_at > ctx.now
    if ((session.state !== 'proposed' && !isAhead) || session.starts_at >= before) continue
    const after = {
      ...session,
      ...cancelSession(session, 'programme', ctx.now),
      version: session.version + 1,
      updated_at: ctx.now,
    }
    const { id: _id, ...set } = after
    ended.writes.push(updatePairSession(ctx.db, session.id, set))
    if (!isAhead) continue
    for (const reader of [found.mentor, found.mentee])
      ended.mails.push(
        ...(await mailsAboutSession(ctx, programme, found, after, 'session-cancelled', reader)),
      )
  }
  return ended
}
