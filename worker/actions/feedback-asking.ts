import {
  dropWaitingMails,
  type FeedbackRow,
  type FeedbackToClose,
  insertFeedback,
  listFeedbackToClose,
  listPairsToSurvey,
  listPulsesToAsk,
  listRemindersDue,
  type PairToSurvey,
  type PulseToAsk,
  quietenOlderPulses,
  updateFeedback,
} from '#db/queries/feedback.ts'
import { insertMails } from '#db/queries/mail.ts'
import { findPreferences } from '#db/queries/preference.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import { nextReminderAt, PULSE_OPEN_MS, type SurveyMoment } from '#domain/feedback.ts'
import { nameOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { afterQuietHours, QUIET_FROM, QUIET_TO } from '#domain/quiet-hours.ts'
import { MOMENTS_OF_EACH_PAIR, surveysDue, surveyWindows } from '#domain/survey-schedule.ts'
import { type Context, commit } from './context.ts'
import { FEEDBACK_TEMPLATES, feedbackToken, loadFeedback, type OpenedFeedback } from './feedback.ts'
import { mailTo } from './mail.ts'

/** What one run does at most, of each kind; the next run goes on. */
const ASKED_MAX = 400

/** Pairs are looked at for surveys page by page. */
const PAGE = 500

/**
 * Asks, reminds and stops asking: what can no longer be answered is closed first, then sessions that took place and
 * surveys that are due are asked about, then those who have not answered are reminded, twice at most. Decides from the
 * rows alone, so that a second run changes nothing.
 * @returns how many pulses and surveys were asked for, reminders sent, questions closed, and how many another run changed first.
 */
export async function askForFeedback(ctx: Context): Promise<Record<string, number>> {
  const counts = { closed: 0, pulses: 0, surveys: 0, reminded: 0, raced: 0 }
  const each = async <T>(
    items: readonly T[],
    name: Exclude<keyof typeof counts, 'raced'>,
    work: (item: T) => Promise<boolean>,
  ) => {
    for (const item of items) {
      try {
        if (await work(item)) counts[name] += 1
      } catch (error) {
        // Two workers met, or somebody has just answered: the next run sees what is left to do.
        if (!(error instanceof Problem && error.kind === 'conflict')) throw error
        counts.raced += 1
      }
    }
  }
  await each(await listFeedbackToClose(ctx.db, ctx.now, ASKED_MAX), 'closed', (item) => close(ctx, item))
  await each(await listPulsesToAsk(ctx.db, ctx.now, ASKED_MAX), 'pulses', (item) => askPulse(ctx, item))
  await each(await listSurveysToAsk(ctx), 'surveys', (item) => askSurvey(ctx, item))
  await each(await listRemindersDue(ctx.db, ctx.now, ASKED_MAX), 'reminded', (item) => remind(ctx, item))
  if (counts.pulses + counts.surveys + counts.reminded > 0) ctx.wake({ job: 'mails' })
  return counts
}

async function close(ctx: Context, { close: state, ...request }: FeedbackToClose): Promise<boolean> {
  const version = request.version + 1
  await commit(ctx, {
    event: {
      type: 'feedback.expired',
      subject: request.id,
      version,
      data: { request: request.id, pair: request.pair_id, state },
    },
    writes: [
      updateFeedback(ctx.db, request.id, { state, next_at: null, version }),
      ...dropWaitingMails(FEEDBACK_TEMPLATES[request.kind], request.id),
    ],
  })
  return true
}

async function askPulse(ctx: Context, due: PulseToAsk): Promise<boolean> {
  return ask(
    ctx,
    {
      ...blank(ctx),
      id: due.request ?? ctx.newId('fbr'),
      kind: 'pulse',
      programme_id: due.programme_id,
      pair_id: due.pair_id,
      participant_id: due.participant_id,
      session_id: due.session_id,
      expires_at: ctx.now + PULSE_OPEN_MS,
      version: due.version + 1,
    },
    due.request !== null,
  )
}

interface SurveyToAsk {
  pair: PairToSurvey['pair']
  participantId: string
  moment: SurveyMoment
  until: number
}

async function listSurveysToAsk(ctx: Context): Promise<SurveyToAsk[]> {
  const due: SurveyToAsk[] = []
  for (let after = ''; due.length < ASKED_MAX; ) {
    const page = await listPairsToSurvey(ctx.db, ctx.now, after, PAGE)
    for (const one of page)
      due.push(...surveysOf(one, ctx.now).filter((survey) => !isAskedWithAnother(survey, due)))
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.pair.id
  }
  return due.slice(0, ASKED_MAX)
}

/** At the start and months later people are asked about themselves alone, once, whatever the number of their pairs. */
function isAskedWithAnother({ participantId, moment }: SurveyToAsk, others: readonly SurveyToAsk[]): boolean {
  return (
    !MOMENTS_OF_EACH_PAIR.includes(moment) &&
    others.some((other) => other.participantId === participantId && other.moment === moment)
  )
}

function surveysOf({ pair, programme, known }: PairToSurvey, now: number): SurveyToAsk[] {
  // The schedule is the same for both: it is worked out once, then each leaves out what they were asked before.
  const moments = surveysDue({ programme, pair, answered: [], requested: [], now })
  if (moments.length === 0) return []
  const asked = known.flatMap(({ participantId, moments: before }) =>
    moments.filter((moment) => !before.includes(moment)).map((moment) => ({ pair, participantId, moment })),
  )
  if (asked.length === 0) return []
  const windows = surveyWindows({ programme, pair })
  return asked.flatMap((one) => {
    const window = windows.find(({ moment }) => moment === one.moment)
    return window ? [{ ...one, until: window.until }] : []
  })
}

async function askSurvey(
  ctx: Context,
  { pair, participantId, moment, until }: SurveyToAsk,
): Promise<boolean> {
  return ask(
    ctx,
    {
      ...blank(ctx),
      id: ctx.newId('fbr'),
      kind: 'survey',
      programme_id: pair.programme_id,
      pair_id: pair.id,
      participant_id: participantId,
      moment,
      expires_at: until,
    },
    false,
  )
}

function blank(ctx: Context) {
  return {
    session_id: null,
    moment: null,
    state: 'waiting' as const,
    reminders: 0,
    next_at: null,
    answered_at: null,
    version: 1,
    created_at: ctx.now,
  }
}

/** Writes a question and its mail; `isKept` where its row stands from an earlier time, when there was nothing to tell yet. */
async function ask(ctx: Context, row: FeedbackRow, isKept: boolean): Promise<boolean> {
  const opened = await loadFeedback(ctx, row)
  if (!opened) return false
  const { mails, nextAt } = await writeMail(ctx, opened, 0)
  const asked = { ...row, next_at: nextAt }
  await commit(ctx, {
    event: {
      type: 'feedback.requested',
      subject: row.id,
      version: row.version,
      data: { request: row.id, pair: row.pair_id, kind: row.kind },
    },
    writes: [
      ...(row.kind === 'pulse' ? [quietenOlderPulses(row.pair_id, row.participant_id)] : []),
      isKept ? updateFeedback(ctx.db, row.id, asked) : insertFeedback(ctx.db, asked),
      ...insertMails(mails, ctx.now),
    ],
  })
  return true
}

async function remind(ctx: Context, request: FeedbackRow): Promise<boolean> {
  const opened = await loadFeedback(ctx, request)
  if (opened?.state !== 'open') return false
  const reminders = request.reminders + 1
  const version = request.version + 1
  const { mails, nextAt } = await writeMail(ctx, { ...opened, request: { ...request, version } }, reminders)
  await commit(ctx, {
    event: {
      type: 'feedback.reminded',
      subject: request.id,
      version,
      data: { request: request.id, pair: request.pair_id },
    },
    writes: [
      updateFeedback(ctx.db, request.id, { reminders, next_at: nextAt, version }),
      ...insertMails(mails, ctx.now),
    ],
  })
  return mails.length > 0
}

/**
 * The mail of a question (0) or of its reminders (1, 2), and when the next one is due; all of them wait for the end of
 * quiet hours. Whoever wants no reminders gets the question, which asks for an answer of theirs, and nothing after it.
 */
async function writeMail(
  ctx: Context,
  { request, row, me, partner, session }: OpenedFeedback,
  reminders: number,
) {
  const template = FEEDBACK_TEMPLATES[request.kind][reminders]
  if (template === undefined) return { mails: [], nextAt: null }
  const wanted = await findPreferences(ctx.db, me.id)
  if (reminders > 0 && wanted?.reminders === false) return { mails: [], nextAt: null }
  const quiet = {
    time_zone: wanted?.time_zone ?? row.time_zone,
    quiet_from: wanted?.quiet_from ?? QUIET_FROM,
    quiet_to: wanted?.quiet_to ?? QUIET_TO,
  }
  const language = me.language ?? 'fr'
  const after = afterQuietHours(ctx.now, quiet)
  const mails = mailTo(ctx, row, template, me, `${request.id}.${request.version}`, {
    partner: nameOf(partner),
    day: session ? dayInWords(session.starts_at, row.time_zone, language) : '',
    moment: request.moment ?? '',
    link: `${ctx.settings.baseUrl}/${language}/feedback/${await feedbackToken(ctx, request)}/`,
  }).map((mail) => ({ ...mail, after }))
  const due = mails.length && wanted?.reminders !== false ? nextReminderAt(after, reminders) : null
  const nextAt = due === null ? null : afterQuietHours(due, quiet)
  return { mails, nextAt: nextAt === null || nextAt >= request.expires_at ? null : nextAt }
}
