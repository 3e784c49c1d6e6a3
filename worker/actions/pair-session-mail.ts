import type { MailToSend } from '#db/queries/mail.ts'
import type { PairWithPeople } from '#db/queries/pair.ts'
import type { PairSessionRow } from '#db/queries/pair-session.ts'
import type { PersonRow } from '#db/queries/person.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import type { MailTemplate } from '#domain/mail.ts'
import { momentInWords } from '#domain/moment-in-words.ts'
import { nameOf } from '#domain/person.ts'
import { invitation } from '#gateways/calendar.ts'
import type { Context } from './context.ts'
import { mailTo, remindTo } from './mail.ts'
import { zoneOf } from './preference.ts'

/** What calendars are told along with a mail; nothing for a time that is only proposed. */
const METHODS: Partial<Record<MailTemplate, 'REQUEST' | 'CANCEL'>> = {
  'session-planned': 'REQUEST',
  'session-moved': 'REQUEST',
  'session-cancelled': 'CANCEL',
}

type TwoPeople = Pick<PairWithPeople, 'pair' | 'mentor' | 'mentee'>

/**
 * What one of the two is told of a session, on their own clock and in their language, with the invitation for their
 * calendar where both had agreed. Each version of a session is told once.
 */
export async function mailsAboutSession(
  ctx: Context,
  programme: ProgrammeRow,
  two: TwoPeople,
  session: PairSessionRow,
  template: MailTemplate,
  reader: PersonRow,
): Promise<MailToSend[]> {
  const method = session.planned_at === null ? undefined : METHODS[template]
  const facts = {
    ...(await factsFor(ctx, programme, two, session, reader)),
    ...(method ? { invite: inviteFor(ctx, programme, two, session, reader, method) } : {}),
  }
  return mailTo(ctx, programme, template, reader, `${session.id}:${session.version}`, facts)
}

/** Reminds somebody that a session was not logged; never in their quiet hours. */
export async function remindAboutSession(
  ctx: Context,
  programme: ProgrammeRow,
  two: TwoPeople,
  session: PairSessionRow,
  reader: PersonRow,
): Promise<MailToSend[]> {
  const facts = await factsFor(ctx, programme, two, session, reader)
  return remindTo(ctx, programme, 'session-log-reminder', reader, `${session.id}:${session.version}`, facts)
}

async function factsFor(
  ctx: Context,
  programme: ProgrammeRow,
  { mentor, mentee }: TwoPeople,
  session: PairSessionRow,
  reader: PersonRow,
): Promise<Record<string, string>> {
  const language = reader.language ?? 'fr'
  const zone = await zoneOf(ctx, reader, programme)
  return {
    partner: nameOf(reader.id === mentor.id ? mentee : mentor),
    moment: momentInWords(session.starts_at, zone, language),
    zone,
    minutes: String(session.minutes),
    ...(session.held_minutes === null ? {} : { held_minutes: String(session.held_minutes) }),
    ...(session.place === null ? {} : { place: session.place }),
    link: linkTo(ctx, session, language),
  }
}

function linkTo(ctx: Context, session: PairSessionRow, language: Language): string {
  return `${ctx.settings.baseUrl}/${language}/me/sessions/${session.id}/`
}

const SUMMARY = {
  fr: (partner: string) => `Séance avec ${partner}`,
  en: (partner: string) => `Session with ${partner}`,
}

function inviteFor(
  ctx: Context,
  programme: ProgrammeRow,
  { mentor, mentee }: TwoPeople,
  session: PairSessionRow,
  reader: PersonRow,
  method: 'REQUEST' | 'CANCEL',
): string {
  const language = reader.language ?? 'fr'
  const { name } = programme.words[language]
  const url = linkTo(ctx, session, language)
  return invitation({
    method,
    uid: `${session.id}@${new URL(ctx.settings.baseUrl).host}`,
    sequence: session.sequence,
    stamp: ctx.now,
    startsAt: session.starts_at,
    minutes: session.minutes,
    summary: SUMMARY[language](nameOf(reader.id === mentor.id ? mentee : mentor)),
    description: name,
    place: session.place,
    organiser: { name, email: ctx.settings.mailFrom },
    attendees: [mentor, mentee].flatMap((person) =>
      person.email === null ? [] : [{ name: nameOf(person), email: person.email }],
    ),
    url,
    language,
  })
}
