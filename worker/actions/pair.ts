import type { SQLWrapper } from 'drizzle-orm'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import { listTeam } from '#db/queries/organiser.ts'
import { type PairWithPeople, updatePair } from '#db/queries/pair.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { cancelFeedback } from '#db/queries/separation.ts'
import { HOUR_MS } from '#domain/local-time.ts'
import type { MailTemplate } from '#domain/mail.ts'
import type { PairChange, PairObstacle } from '#domain/pair.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { mailTo } from './mail.ts'
import { endSessionsOfPair } from './pair-session.ts'

const EVENTS = { ended: 'pair.ended', suspended: 'pair.suspended', resumed: 'pair.resumed' } as const

/** What each change says to the two people and, where they have something to do, to the organisers. */
const MAILS: Record<PairChange, { people: MailTemplate; team: MailTemplate | null }> = {
  ended: { people: 'pair-ended', team: null },
  suspended: { people: 'pair-suspended', team: 'pair-suspended-team' },
  resumed: { people: 'pair-resumed', team: 'pair-resumed-team' },
}

/** A break that one of the two asked for ends with any of these changes: what comes from the organisation goes before it. */
const NO_PAUSE = { paused_at: null, paused_until: null }

/**
 * Ends, suspends or resumes a pair, and tells both people; the organisers hear of what may need them. Why is said to
 * nobody but the organisers. What was planned is cancelled, in calendars too, and nobody is asked how it goes any more.
 * @throws Problem `conflict` where the pair changed after it was read.
 */
export async function changePair(
  ctx: Context,
  found: PairWithPeople,
  change: PairChange,
  obstacle: PairObstacle | null,
): Promise<void> {
  const { pair } = found
  const programme = await getProgrammeById(ctx.db, pair.programme_id)
  const version = pair.version + 1
  const changed = {
    ended: { state: 'ended' as const, ending: obstacle ?? ('completed' as const), ended_at: ctx.now },
    suspended: { state: 'suspended' as const, suspended_at: ctx.now },
    resumed: { state: 'active' as const, suspended_at: null },
  }[change]
  const stopped = change === 'resumed' ? NOTHING : await stopPlans(ctx, found)
  const mails = [...(await mailsAbout(ctx, programme, found, change)), ...stopped.mails]
  await commit(ctx, {
    event: {
      type: EVENTS[change],
      subject: pair.id,
      version,
      data: pairEventData(found),
    },
    writes: [
      updatePair(ctx.db, pair.id, { ...changed, ...NO_PAUSE, version }),
      ...stopped.writes,
      ...insertMails(mails, ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
}

/** What an event says of a pair: identifiers. */
export function pairEventData({ pair, programme, mentor, mentee }: PairWithPeople) {
  return { pair: pair.id, programme, mentor: referenceOf(mentor), mentee: referenceOf(mentee) }
}

/** Writes and mails for the batch that stops what a pair had planned. */
interface Plans {
  writes: SQLWrapper[]
  mails: MailToSend[]
}

const NOTHING: Plans = { writes: [], mails: [] }

/** @throws Problem `closed` for a pair that has ended, whoever asks: the second of two who part is told so. */
export function assertGoingOn({ pair }: Pick<PairWithPeople, 'pair'>): void {
  if (pair.state !== 'ended') return
  throw new Problem('closed', {
    fr: 'Ce binôme est déjà terminé. Il n’y a plus rien à demander.',
    en: 'This pair has ended already. There is nothing more to ask for.',
  })
}

/** What ends with a pair: the sessions still open, and the questions nobody has answered yet. */
export async function stopPlans(ctx: Context, found: PairWithPeople): Promise<Plans> {
  const sessions = await endSessionsOfPair(ctx, found)
  return { writes: [...sessions.writes, cancelFeedback(found.pair.id)], mails: sessions.mails }
}

/**
 * A pair may be suspended and resumed more than once: each time is a mail of its own to the two, known by the pair's
 * version. The team gets one an hour for a programme, for a reorganisation may touch hundreds of pairs at once.
 */
async function mailsAbout(
  ctx: Context,
  programme: ProgrammeRow,
  { pair, mentor, mentee }: PairWithPeople,
  change: PairChange,
): Promise<MailToSend[]> {
  const { people, team } = MAILS[change]
  const subject = `${pair.id}:${pair.version + 1}`
  const toTeam = team === null ? [] : await listTeam(ctx.db)
  return [
    ...mailTo(ctx, programme, people, mentor, subject, { partner: nameOf(mentee) }),
    ...mailTo(ctx, programme, people, mentee, subject, { partner: nameOf(mentor) }),
    ...toTeam.map(({ id, email, language }) => ({
      id: ctx.newId('mai'),
      key: `${team}:${programme.id}:${Math.floor(ctx.now / HOUR_MS)}:${id}`,
      template: team as MailTemplate,
      language,
      to: email,
      facts: {
        mentor: nameOf(mentor),
        mentee: nameOf(mentee),
        programme: programme.words[language].name,
        link: `${ctx.settings.baseUrl}/${language}/console/programme/?p=${programme.slug}`,
      },
    })),
  ]
}
