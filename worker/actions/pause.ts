import type { PauseView } from '#contract/pair-way.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { findPairWithPeople, type PairWithPeople, updatePair } from '#db/queries/pair.ts'
import { listReturning, postponeFeedback } from '#db/queries/pause.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import type { Both } from '#domain/language.ts'
import { DAY_MS, endOfDay, startOfDay, toDay } from '#domain/local-time.ts'
import type { MailTemplate } from '#domain/mail.ts'
import { isReturning, PAUSE_DAYS_MAX, type PauseObstacle, whyPauseRefused } from '#domain/pair.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { nameOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { discreet } from './help.ts'
import { mailTo } from './mail.ts'
import { loadOwnPair, type OwnPair } from './own-pair.ts'
import { assertGoingOn, pairEventData } from './pair.ts'
import { endSessionsOfPair } from './pair-session.ts'

const REFUSED: Record<PauseObstacle, Both> = {
  suspended: {
    fr: 'Ce binôme attend déjà, à cause d’un changement dans l’organisation. Il reprendra de lui-même\u00a0: il n’y a rien à demander.',
    en: 'This pair is waiting already, because of a change in the organisation. It will resume by itself: there is nothing to ask for.',
  },
  past: {
    fr: 'Le jour de la reprise est passé. Choisissez-en un à partir de demain.',
    en: 'The day of the return has passed. Choose one from tomorrow on.',
  },
  'too-long': {
    fr: `Une pause dure ${PAUSE_DAYS_MAX} jours au plus. Choisissez un jour plus proche\u00a0: la pause pourra être prolongée.`,
    en: `A break lasts ${PAUSE_DAYS_MAX} days at most. Choose a nearer day: the break can be made longer later on.`,
  },
  'programme-over': {
    fr: 'Le programme sera fini ce jour-là. Choisissez un jour avant sa fin.',
    en: 'The programme will be over by that day. Choose a day before its end.',
  },
}

/** One of the two asks for a break until a day. No reason is asked, and the other is not told who asked. */
export async function pauseOwnPair(ctx: Context, id: string, until: string): Promise<void> {
  const own = await loadOwnPair(ctx, id)
  await pause(ctx, own, own.row, until)
}

/** An organiser gives a pair a break, in the same words. */
export async function pausePair(ctx: Context, id: string, until: string): Promise<PairWithPeople> {
  const found = await loadForTeam(ctx, id)
  await pause(ctx, found, await getProgrammeById(ctx.db, found.pair.programme_id), until)
  return loadForTeam(ctx, id)
}

/** One of the two takes the pair up again before the day. Where it does not pause, nothing changes. */
export async function returnOwnPair(ctx: Context, id: string): Promise<void> {
  const own = await loadOwnPair(ctx, id)
  assertGoingOn(own)
  await takeUpAgain(ctx, own)
}

/** An organiser takes the pair up again. */
export async function returnPair(ctx: Context, id: string): Promise<void> {
  await takeUpAgain(ctx, await loadForTeam(ctx, id))
}

/**
 * Takes up again the pairs whose break is over; safe to run twice.
 * @returns how many.
 */
export async function returnPairs(ctx: Context): Promise<number> {
  let returned = 0
  for (const id of await listReturning(ctx.db, ctx.now, 500)) {
    const found = await findPairWithPeople(ctx.db, id)
    if (!found || !isReturning(found.pair, ctx.now)) continue
    await takeUpAgain(ctx, found)
    returned += 1
  }
  return returned
}

async function loadForTeam(ctx: Context, id: string): Promise<PairWithPeople> {
  authoriseOrganiser(ctx.actor, 'pairs:write')
  const found = await findPairWithPeople(ctx.db, id)
  if (!found) throw notFound({ fr: 'Binôme', en: 'Pair' })
  return found
}

/**
 * @throws Problem `closed` for a pair that has ended, `conflict` for one that a reorganisation keeps apart, `invalid`
 *   for a day that cannot be the end of a break.
 */
async function pause(
  ctx: Context,
  found: PairWithPeople,
  programme: ProgrammeRow,
  day: string,
): Promise<void> {
  assertGoingOn(found)
  const { time_zone, ends_on } = programme
  const until = startOfDay(day, time_zone)
  if (found.pair.paused_until === until) return
  const programmeEndsAt = ends_on === null ? null : endOfDay(ends_on, time_zone)
  const refused = whyPauseRefused({ state: found.pair.state, until, programmeEndsAt }, ctx.now)
  if (refused === 'suspended') throw new Problem('conflict', REFUSED[refused])
  if (refused)
    throw new Problem('invalid', REFUSED[refused], [{ pointer: '/until', detail: REFUSED[refused] }])
  const version = found.pair.version + 1
  const stopped = await endSessionsOfPair(ctx, found, until)
  const mails = [
    ...mailsToBoth(ctx, programme, found, 'pair-paused', (language) => ({
      until: dayInWords(until, time_zone, language),
    })),
    ...stopped.mails,
  ]
  await commit(discreet(ctx, 'pause'), {
    event: { type: 'pair.paused', subject: found.pair.id, version, data: pairEventData(found) },
    writes: [
      updatePair(ctx.db, found.pair.id, {
        paused_at: found.pair.paused_at ?? ctx.now,
        paused_until: until,
        version,
      }),
      ...stopped.writes,
      postponeFeedback(found.pair.id, until),
      ...insertMails(mails, ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
}

async function takeUpAgain(ctx: Context, found: PairWithPeople): Promise<void> {
  const { pair } = found
  if (pair.state !== 'active' || pair.paused_until === null) return
  const programme = await getProgrammeById(ctx.db, pair.programme_id)
  const version = pair.version + 1
  await commit(discreet(ctx, 'pause'), {
    event: { type: 'pair.returned', subject: pair.id, version, data: pairEventData(found) },
    writes: [
      updatePair(ctx.db, pair.id, { paused_at: null, paused_until: null, version }),
      ...insertMails(mailsToBoth(ctx, programme, found, 'pair-returned'), ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
}

/** The same words to both, whoever did what. */
export function mailsToBoth(
  ctx: Context,
  programme: ProgrammeRow,
  { pair, mentor, mentee }: PairWithPeople,
  template: MailTemplate,
  facts: (language: 'fr' | 'en') => Record<string, string> = () => ({}),
): MailToSend[] {
  const subject = `${pair.id}:${pair.version + 1}`
  return [[mentor, mentee] as const, [mentee, mentor] as const].flatMap(([person, partner]) => {
    const language = person.language ?? 'fr'
    return mailTo(ctx, programme, template, person, subject, {
      partner: nameOf(partner),
      link: `${ctx.settings.baseUrl}/${language}/me/pairs/${pair.id}/`,
      ...facts(language),
    })
  })
}

/** What the pair page says of breaks; null where there is nothing to offer. */
export async function loadPause(ctx: Context, { pair, row }: OwnPair): Promise<PauseView | null> {
  if (pair.state !== 'active') return null
  const { time_zone, ends_on } = row
  const earliest = toDay(ctx.now + DAY_MS, time_zone)
  const farthest = toDay(ctx.now + (PAUSE_DAYS_MAX - 1) * DAY_MS, time_zone)
  const latest = ends_on !== null && ends_on < farthest ? ends_on : farthest
  if (pair.paused_until === null && latest < earliest) return null
  return { pair: pair.id, until: pair.paused_until, earliest, latest, time_zone }
}
