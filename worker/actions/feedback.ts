import type { SQLWrapper } from 'drizzle-orm'
import {
  dropWaitingMails,
  type FeedbackRow,
  findFeedback,
  listOpenFeedback,
  updateFeedback,
} from '#db/queries/feedback.ts'
import { findPairWithPeople, type PairWithPeople } from '#db/queries/pair.ts'
import { findPairSession, type PairSessionRow } from '#db/queries/pair-session.ts'
import { findParticipant, type ParticipantRow } from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { feedbackAt, type SurveyMoment } from '#domain/feedback.ts'
import type { MailTemplate } from '#domain/mail.ts'
import type { Role } from '#domain/participant.ts'
import { nameOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import type { Context } from './context.ts'
import { isSame, sign } from './signature.ts'

/** The mails about a question: the question itself, then one for each reminder. */
export const FEEDBACK_TEMPLATES = {
  pulse: ['pulse-request', 'pulse-reminder', 'pulse-last-reminder'],
  survey: ['survey-request', 'survey-reminder', 'survey-last-reminder'],
} as const satisfies Record<FeedbackRow['kind'], readonly MailTemplate[]>

/**
 * What stands in the link of a mailed question: its id, and a signature without which nobody makes one up. It never
 * changes, so that reminders carry the link of the first mail, and nothing of it is kept.
 */
export async function feedbackToken(
  { settings }: Pick<Context, 'settings'>,
  { id }: Pick<FeedbackRow, 'id'>,
): Promise<string> {
  return `${id}.${await sign(settings.secret, `feedback:${id}`)}`
}

/** A question with everybody it is about; `me` is whoever was asked. */
export interface OpenedFeedback {
  request: FeedbackRow
  /** What can be done with it now; `over` where the pair ended before the answer. */
  state: ReturnType<typeof feedbackAt>
  pair: PairWithPeople['pair']
  row: ProgrammeRow
  role: Role
  me: PersonRow
  partner: PersonRow
  participant: ParticipantRow
  /** The session that a pulse is about; null for a survey. */
  session: PairSessionRow | null
}

/**
 * The question behind the link of a mail. Opening it changes nothing, for mail scanners open links too, and tells no
 * answer.
 * @throws Problem `not-found` for a token that is none of ours, or whose question is gone.
 */
export async function openFeedback(ctx: Context, token: string): Promise<OpenedFeedback> {
  const [id = '', signature = ''] = token.split('.')
  const isOurs = isSame(signature, await sign(ctx.settings.secret, `feedback:${id}`))
  const request = isOurs ? await findFeedback(ctx.db, id) : undefined
  const opened = request && (await loadFeedback(ctx, request))
  if (!opened) throw notFound({ fr: 'Question', en: 'Question' })
  return opened
}

/** A question with everybody it is about; null where the pair is gone. */
export async function loadFeedback(ctx: Context, request: FeedbackRow): Promise<OpenedFeedback | null> {
  const [found, row, participant, meeting] = await Promise.all([
    findPairWithPeople(ctx.db, request.pair_id),
    getProgrammeById(ctx.db, request.programme_id),
    findParticipant(ctx.db, request.participant_id),
    request.session_id === null ? undefined : findPairSession(ctx.db, request.session_id),
  ])
  if (!found || !participant) return null
  const role = found.pair.mentor_id === participant.id ? 'mentor' : 'mentee'
  return {
    request,
    state: feedbackAt(request, found.pair, ctx.now),
    pair: found.pair,
    row,
    role,
    me: found[role],
    partner: role === 'mentor' ? found.mentee : found.mentor,
    participant,
    session: meeting?.session ?? null,
  }
}

/** @throws Problem `closed` where it was answered before, its time is over or the pair has ended. */
export function assertOpen({ state }: Pick<OpenedFeedback, 'state'>): void {
  if (state === 'open') return
  if (state === 'answered') {
    throw new Problem('closed', {
      fr: 'Vous avez déjà répondu, et votre première réponse est gardée. Merci\u00a0; il n’y a plus rien à faire.',
      en: 'You have answered already, and your first answer is kept. Thank you; there is nothing left to do.',
    })
  }
  throw new Problem('closed', {
    fr: 'Il n’est plus temps de répondre à cette question, et ce n’est pas grave. Votre espace montre ce qui vous attend.',
    en: 'It is too late to answer this question, and that is all right. Your space shows what is waiting for you.',
  })
}

/** What is written, beside the answer, when somebody answers: nobody reminds them any more. */
export function writesOfAnswered(ctx: Context, request: FeedbackRow): SQLWrapper[] {
  return [
    updateFeedback(ctx.db, request.id, {
      state: 'answered',
      answered_at: ctx.now,
      next_at: null,
      version: request.version + 1,
    }),
    ...dropWaitingMails(FEEDBACK_TEMPLATES[request.kind], request.id),
  ]
}

/** A question that waits for somebody, as their space shows it. */
export interface OpenFeedback {
  token: string
  kind: FeedbackRow['kind']
  pair_id: string
  programme: ProgrammeRow
  partner: string
  /** When the session began that a pulse is about (epoch ms); null for a survey. */
  starts_at: number | null
  moment: SurveyMoment | null
  expires_at: number
}

/** What waits for an answer of somebody, in all their pairs, oldest first. */
export async function loadOpenFeedback(ctx: Context, personId: string): Promise<OpenFeedback[]> {
  const requests = await listOpenFeedback(ctx.db, personId, ctx.now)
  const opened = await Promise.all(requests.map((request) => loadFeedback(ctx, request)))
  return Promise.all(
    opened
      .filter((one): one is OpenedFeedback => one?.state === 'open')
      .map(async ({ request, row, partner, session }) => ({
        token: await feedbackToken(ctx, request),
        kind: request.kind,
        pair_id: request.pair_id,
        programme: row,
        partner: nameOf(partner),
        starts_at: session?.starts_at ?? null,
        moment: request.moment,
        expires_at: request.expires_at,
      })),
  )
}
