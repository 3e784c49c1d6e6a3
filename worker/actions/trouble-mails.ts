import { listToldAlready, type MailToSend } from '#db/queries/mail.ts'
import { findPairWithPeople } from '#db/queries/pair.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { DAY_MS } from '#domain/local-time.ts'
import type { MailTemplate } from '#domain/mail.ts'
import { ROLES, type Role } from '#domain/participant.ts'
import { nameOf } from '#domain/person.ts'
import { isFromPulses, type TroubleKind } from '#domain/trouble.ts'
import { TROUBLE_REST_DAYS } from '#domain/trouble-changes.ts'
import type { Context } from './context.ts'
import { mailTo, remindTo } from './mail.ts'

/** What kind words are about. */
interface Trouble {
  id: string
  programme_id: string
  pair_id: string
  kind: TroubleKind
  side: Role | null
}

/** Which words somebody gets; null for none. */
type Words = (kind: TroubleKind, isTheirSide: boolean) => MailTemplate | null

/** What leaves by itself when a trouble is opened. Nothing about pulses: the other would learn what was answered. */
const AT_OPENING: Words = (kind, isTheirSide) => {
  if (kind === 'no-first-session') return 'trouble-first-session'
  if (kind === 'silence') return 'trouble-silence'
  if (kind === 'cancellations') return isTheirSide ? 'trouble-rhythm' : 'trouble-patience'
  return null
}

/** What the team sends when it decides to write: to both alike about whatever comes from pulses, nothing about help. */
const AT_CLOSURE: Words = (kind, isTheirSide) => {
  if (kind === 'no-first-session') return 'trouble-first-session-team'
  if (kind === 'silence') return 'trouble-silence-team'
  if (kind === 'cancellations') return isTheirSide ? 'trouble-rhythm-team' : 'trouble-patience-team'
  return isFromPulses(kind) ? 'trouble-talk-team' : null
}

/** The kind words that go along with opening a trouble: what can wait, so never in somebody’s quiet hours. */
export async function mailsAtOpening(ctx: Context, trouble: Trouble): Promise<MailToSend[]> {
  const mails: MailToSend[] = []
  for (const { programme, person, template, facts } of await lettersOf(ctx, trouble, AT_OPENING)) {
    mails.push(...(await remindTo(ctx, programme, template, person, trouble.id, facts)))
  }
  return mails
}

/** A mail that closing a trouble would send, with who gets it. */
export interface TroubleLetter {
  programme: ProgrammeRow
  role: Role
  person: PersonRow
  mail: MailToSend
}

/**
 * The mails that closing a trouble sends where the team asks for it. What two signs ask for alike, such as one talk, is
 * written once: whoever got the same words about this pair in the last 14 days gets none.
 */
export async function mailsAtClosure(ctx: Context, trouble: Trouble): Promise<TroubleLetter[]> {
  const letters = (await lettersOf(ctx, trouble, AT_CLOSURE)).flatMap(
    ({ programme, role, person, template, facts }) =>
      mailTo(ctx, programme, template, person, trouble.id, facts).map((mail) => ({
        programme,
        role,
        person,
        mail,
      })),
  )
  if (letters.length === 0) return []
  const since = ctx.now - TROUBLE_REST_DAYS * DAY_MS
  const told = await listToldAlready(
    ctx.db,
    trouble.pair_id,
    letters.map(({ mail }) => mail),
    since,
  )
  return letters.filter(({ person }) => !told.has(person.id))
}

async function lettersOf(ctx: Context, { kind, side, pair_id, programme_id }: Trouble, words: Words) {
  const letters = ROLES.flatMap((role) => {
    const template = words(kind, side === role)
    return template === null ? [] : [{ role, template }]
  })
  const people = letters.length === 0 ? undefined : await findPairWithPeople(ctx.db, pair_id)
  if (!people) return []
  const programme = await getProgrammeById(ctx.db, programme_id)
  return letters.map(({ role, template }) => {
    const person = people[role]
    const partner = nameOf(people[role === 'mentor' ? 'mentee' : 'mentor'])
    const link = `${ctx.settings.baseUrl}/${person.language ?? 'fr'}/me/pairs/${pair_id}/#sessions`
    return { programme, role, person, template, facts: { partner, link } }
  })
}
