import type { PulseInput } from '#contract/pulse.ts'
import { type FeedbackRow, findPulseRequest, insertFeedback } from '#db/queries/feedback.ts'
import { findPairWithPeople, type PairRow } from '#db/queries/pair.ts'
import { findPairSession, listSessionsOfPairs } from '#db/queries/pair-session.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import { hasGivenPulse, insertPulse, listPulsesOfPairs, type PulseRow } from '#db/queries/pulse.ts'
import { PULSE_AFTER_MS, PULSE_OPEN_MS } from '#domain/feedback.ts'
import { authorise, limitsOf, mayReadPulses, personOf } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import {
  FIRST_PULSE_KEYS,
  type PairHealth,
  PULSE_KEYS,
  type PulseAnswers,
  type PulseKey,
  pairHealth,
  pulsesBySession,
} from '#domain/pulse.ts'
import { type Context, commit } from './context.ts'
import { assertOpen, loadFeedback, type OpenedFeedback, writesOfAnswered } from './feedback.ts'
import { askForHelp, discreet } from './help.ts'
import { type Reader, readerOf } from './referent.ts'

const SESSION = { fr: 'Séance', en: 'Session' }
const PAIR = { fr: 'Binôme', en: 'Pair' }

/** Whether the first pulse of somebody in a pair is still to come: it asks one thing more (questionnaires.md §9, PUF). */
export async function isFirstPulse(ctx: Pick<Context, 'db'>, { pair, participant }: OpenedFeedback) {
  return !(await hasGivenPulse(ctx.db, pair.id, participant.id))
}

/** Who would read a wish to be contacted, to be named before it is sent. */
export async function readerOfPulse(ctx: Pick<Context, 'db'>, opened: OpenedFeedback): Promise<Reader> {
  return readerOf(ctx, opened.row.id, [opened.me.id, opened.partner.id])
}

/**
 * Keeps how a session was for whoever was asked, once; nothing of it is required (questionnaires.md §9). A wish to be
 * contacted goes to the reader who was named beforehand, and comes first: it must not be lost.
 * @throws Problem `closed` where it was answered before or its time is over, `conflict` where the reader has changed.
 */
export async function givePulse(ctx: Context, opened: OpenedFeedback, given: PulseInput): Promise<void> {
  if (opened.request.kind !== 'pulse' || opened.session === null) throw notFound(SESSION)
  assertOpen(opened)
  const { request, participant } = opened
  if (given.PUH) {
    // What the request is known by again goes with the pulse: before that, it has not been carried out.
    await askForHelp(
      { ...ctx, asked: { version: null, once: null } },
      {
        programmeId: request.programme_id,
        pairId: request.pair_id,
        participantId: participant.id,
        source: 'pulse',
        text: null,
        named: given.reader,
      },
    )
  }
  const isNew = request.version === 0
  await commit(discreet(ctx, 'pulse'), {
    event: {
      type: 'pulse.given',
      subject: request.id,
      version: request.version + 1,
      data: { request: request.id, pair: request.pair_id },
    },
    writes: [
      ...(isNew ? [insertFeedback(ctx.db, { ...request, state: 'waiting' })] : []),
      ...writesOfAnswered(ctx, request),
      insertPulse(ctx.db, {
        id: ctx.newId('pul'),
        programme_id: request.programme_id,
        pair_id: request.pair_id,
        session_id: opened.session.id,
        participant_id: participant.id,
        answers: answersOf(given, await isFirstPulse(ctx, opened)),
        created_at: ctx.now,
      }),
    ],
  })
}

function answersOf(given: PulseInput, isFirst: boolean): PulseAnswers {
  const keys: readonly PulseKey[] = isFirst ? FIRST_PULSE_KEYS : PULSE_KEYS
  return Object.fromEntries(
    keys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]] as const])),
  )
}

/**
 * What somebody who signed in may tell about a session of theirs: the question they were asked, or a new one where the
 * session is over and the question has not left yet.
 * @throws Problem `not-found` for somebody else’s session, `closed` before its end or where nobody asks any more.
 */
export async function openOwnPulse(ctx: Context, sessionId: string): Promise<OpenedFeedback> {
  const personId = personOf(ctx.actor)
  const found = await findPairSession(ctx.db, sessionId)
  const role = found?.mentor.id === personId ? 'mentor' : found?.mentee.id === personId ? 'mentee' : null
  if (!found || role === null) throw notFound(SESSION)
  const { session, pair } = found
  const participantId = pair[`${role}_id`]
  const request = await findPulseRequest(ctx.db, participantId, sessionId)
  const isOver = session.starts_at + session.minutes * 60_000 <= ctx.now
  if (session.state !== 'held' && !(session.state === 'planned' && isOver)) {
    throw new Problem('closed', {
      fr: 'Cette séance n’a pas encore eu lieu. Vous pourrez dire comment elle s’est passée juste après.',
      en: 'This session has not taken place yet. You will be able to say how it was right after it.',
    })
  }
  const isAsked = request !== undefined && request.state !== 'cancelled'
  const opened = await loadFeedback(ctx, isAsked ? request : unasked(ctx, found, participantId, request))
  if (!opened) throw notFound(SESSION)
  return opened
}

/** A question about a session that nobody asked yet; version 0 where it was never written down. */
function unasked(
  ctx: Context,
  { session, pair }: NonNullable<Awaited<ReturnType<typeof findPairSession>>>,
  participantId: string,
  before: FeedbackRow | undefined,
): FeedbackRow {
  return {
    id: before?.id ?? ctx.newId('fbr'),
    kind: 'pulse',
    programme_id: pair.programme_id,
    pair_id: pair.id,
    participant_id: participantId,
    session_id: session.id,
    moment: null,
    state: 'waiting',
    reminders: before?.reminders ?? 0,
    next_at: null,
    expires_at: session.starts_at + session.minutes * 60_000 + PULSE_AFTER_MS + PULSE_OPEN_MS,
    answered_at: null,
    version: before?.version ?? 0,
    created_at: ctx.now,
  }
}

/**
 * The pulses of a pair, oldest first, each with the side it comes from: for its coach and the referent of its programme
 * alone (questionnaires.md §9), and never for one of the two.
 * @throws Problem `forbidden` for everybody else, `not-found`.
 */
export async function listPulses(
  ctx: Context,
  pairId: string,
): Promise<(PulseRow & { role: 'mentor' | 'mentee' })[]> {
  authorise(ctx.actor, 'pairs:read')
  const found = await findPairWithPeople(ctx.db, pairId)
  if (!found) throw notFound(PAIR)
  const { pair, mentor, mentee } = found
  const programme = await getProgrammeById(ctx.db, pair.programme_id)
  const isOneOfThem =
    'person' in ctx.actor && ctx.actor.person !== null && [mentor.id, mentee.id].includes(ctx.actor.person)
  if (isOneOfThem || !mayReadPulses(ctx.actor, programme, pair)) {
    throw new Problem('forbidden', {
      fr: 'Seules la personne référente du programme et la personne qui accompagne ce binôme lisent ses ressentis. Vous pouvez voir comment va le binôme.',
      en: 'Only the referent of the programme and the coach of this pair read its pulses. You can see how the pair fares.',
    })
  }
  const rows = await listPulsesOfPairs(ctx.db, [pairId])
  return rows.map((row) => ({ ...row, role: row.participant_id === pair.mentor_id ? 'mentor' : 'mentee' }))
}

/**
 * How a pair fares, as a class (questionnaires.md §9): no pulse can be told from it, nor from whom it came.
 * @throws Problem `not-found` for a pair nobody knows, or of another subsidiary than a correspondent’s.
 */
export async function healthOfPair(ctx: Context, pairId: string): Promise<PairHealth> {
  const { subsidiary } = limitsOf(ctx.actor, 'pairs:read')
  const found = await findPairWithPeople(ctx.db, pairId, subsidiary)
  if (!found) throw notFound(PAIR)
  return (await healthOfPairs(ctx, [found.pair])).get(pairId)?.now ?? 'grey'
}

/** How a pair fares now, and after each session that tells something. */
export interface HealthSeen {
  now: PairHealth
  sessions: { session_id: string; health: PairHealth }[]
}

/** The class of each of these pairs, and after each of their sessions; a fixed number of statements. */
export async function healthOfPairs(
  ctx: Pick<Context, 'db'>,
  pairs: readonly Pick<PairRow, 'id' | 'mentor_id' | 'mentee_id'>[],
): Promise<Map<string, HealthSeen>> {
  const ids = pairs.map(({ id }) => id)
  const [sessions, pulses] = await Promise.all([
    listSessionsOfPairs(ctx.db, ids),
    listPulsesOfPairs(ctx.db, ids),
  ])
  const sessionsOf = Map.groupBy(sessions, ({ pair_id }) => pair_id)
  const pulsesOf = Map.groupBy(pulses, ({ pair_id }) => pair_id)
  return new Map(
    pairs.map((pair) => {
      const told = pulsesBySession(pulsesOf.get(pair.id) ?? [], sessionsOf.get(pair.id) ?? [], pair)
      const after = told.map(({ session_id }, at) => ({
        session_id,
        health: pairHealth(told.slice(0, at + 1)).class,
      }))
      return [pair.id, { now: after.at(-1)?.health ?? 'grey', sessions: after }]
    }),
  )
}
