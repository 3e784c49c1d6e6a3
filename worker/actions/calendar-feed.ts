import {
  type CalendarFeedKind,
  type CalendarFeedRow,
  deleteCalendarFeed,
  findCalendarFeed,
  insertCalendarFeed,
  listCalendarFeeds,
} from '#db/queries/calendar-feed.ts'
import { listSessionsOfPerson, type SessionOfPerson } from '#db/queries/pair-session.ts'
import { findPerson } from '#db/queries/person.ts'
import type { Language } from '#domain/language.ts'
import { DAY_MS } from '#domain/local-time.ts'
import type { PairSessionState } from '#domain/pair-session.ts'
import { personOf } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { type FeedEvent, feed } from '#gateways/calendar.ts'
import { type Context, commit } from './context.ts'
import { hashToken, newToken } from './token.ts'

/** How far back a calendar goes. */
const DAYS_BACK = 30

const ALARM_MINUTES = 30

const SHOWN: readonly PairSessionState[] = ['proposed', 'planned', 'held']

export async function listOwnCalendarFeeds(ctx: Context): Promise<CalendarFeedRow[]> {
  return listCalendarFeeds(ctx.db, personOf(ctx.actor))
}

/**
 * A secret address at which calendar programs read one’s sessions; an assistant’s shows the times and nothing else. A new
 * one takes the place of the one before, whose address then leads nowhere.
 * @returns the token beside the row: it is kept by nobody and cannot be shown again.
 */
export async function openCalendarFeed(
  ctx: Context,
  kind: CalendarFeedKind,
): Promise<{ row: CalendarFeedRow; token: string; address: string }> {
  const personId = personOf(ctx.actor)
  const token = newToken()
  const row: CalendarFeedRow = {
    id: ctx.newId('cal'),
    person_id: personId,
    kind,
    token_hash: await hashToken(token),
    created_at: ctx.now,
  }
  await commit(ctx, {
    event: {
      type: 'calendar-feed.created',
      subject: row.id,
      version: 1,
      data: { calendar_feed: row.id, kind },
    },
    writes: [deleteCalendarFeed(ctx.db, personId, kind), insertCalendarFeed(ctx.db, row)],
  })
  return { row, token, address: `${ctx.settings.baseUrl}/calendar/${token}.ics` }
}

/** @throws Problem `not-found` where there is none of that kind. */
export async function withdrawCalendarFeed(ctx: Context, kind: string): Promise<void> {
  const row = (await listOwnCalendarFeeds(ctx)).find((one) => one.kind === kind)
  if (!row) throw notFound({ fr: 'Calendrier', en: 'Calendar' })
  await commit(ctx, {
    event: {
      type: 'calendar-feed.deleted',
      subject: row.id,
      version: 2,
      data: { calendar_feed: row.id, kind: row.kind },
    },
    writes: [deleteCalendarFeed(ctx.db, row.person_id, row.kind)],
  })
}

/**
 * The calendar behind a secret address, as iCalendar text: what is proposed, planned or was held, from 30 days back on.
 * @throws Problem `not-found` alike for an address that never was, one that was withdrawn, and that of a leaver.
 */
export async function drawCalendarFeed(ctx: Context, token: string): Promise<string> {
  const row = await findCalendarFeed(ctx.db, await hashToken(token))
  const person = row ? await findPerson(ctx.db, row.person_id) : undefined
  if (!row || !person?.active) throw notFound({ fr: 'Calendrier', en: 'Calendar' })
  const language = person.language ?? 'fr'
  const found = await listSessionsOfPerson(ctx.db, person.id, ctx.now - DAYS_BACK * DAY_MS)
  const sessions = found.filter(
    ({ state, starts_at }) => SHOWN.includes(state) && (state !== 'proposed' || starts_at > ctx.now),
  )
  const host = new URL(ctx.settings.baseUrl).host
  const events =
    row.kind === 'own'
      ? sessions.map((session) => ownEvent(session, { baseUrl: ctx.settings.baseUrl, host, language }))
      : await Promise.all(sessions.map((session) => bareEvent(session, row.id, { host, language })))
  return feed({ name: WORDS[language].name[row.kind], events, language })
}

function ownEvent(
  session: SessionOfPerson,
  { baseUrl, host, language }: { baseUrl: string; host: string; language: Language },
): FeedEvent {
  const words = WORDS[language]
  const isPlanned = session.state !== 'proposed'
  return {
    ...times(session),
    uid: `${session.id}@${host}`,
    summary: words.with(`${session.partner.given_name} ${session.partner.family_name}`.trim()),
    description: isPlanned ? null : words.proposed,
    place: session.place,
    url: `${baseUrl}/${language}/me/pairs/${session.pair_id}/`,
    isPlanned,
    alarmMinutes: session.state === 'planned' ? ALARM_MINUTES : null,
  }
}

/** Start, end and that it is a session: an assistant learns neither with whom, nor where, nor in which programme. */
async function bareEvent(
  session: SessionOfPerson,
  feedId: string,
  { host, language }: { host: string; language: Language },
): Promise<FeedEvent> {
  const mark = await hashToken(`${feedId} ${session.id}`)
  return {
    ...times(session),
    uid: `${mark.slice(0, 32)}@${host}`,
    summary: WORDS[language].bare,
    description: null,
    place: null,
    url: null,
    isPlanned: session.state !== 'proposed',
    alarmMinutes: null,
  }
}

function times({ sequence, updated_at, starts_at, minutes }: SessionOfPerson) {
  return { sequence, stamp: updated_at, startsAt: starts_at, minutes }
}

const WORDS = {
  fr: {
    name: { own: 'Mes séances Binôme', assistant: 'Séances Binôme' },
    with: (partner: string) => `Séance Binôme avec ${partner}`,
    bare: 'Séance Binôme',
    proposed: 'Date proposée, qui attend encore un accord.',
  },
  en: {
    name: { own: 'My Binôme sessions', assistant: 'Binôme sessions' },
    with: (partner: string) => `Binôme session with ${partner}`,
    bare: 'Binôme session',
    proposed: 'A proposed date, still waiting to be agreed.',
  },
}
