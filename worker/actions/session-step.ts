import type { SessionMove, SessionProposal } from '#contract/pair-session.ts'
import { insertMails, type MailToSend } from '#db/queries/mail.ts'
import {
  hasRoom,
  insertPairSession,
  isFree,
  isFreeFor,
  listSessionsOfPair,
  type PairSessionRow,
  updatePairSession,
} from '#db/queries/pair-session.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { EventType } from '#domain/event.ts'
import type { MailTemplate } from '#domain/mail.ts'
import {
  acceptSession,
  cancelSession,
  confirmSession,
  logSession,
  mayLogSessions,
  moveSession,
  type SessionLog,
  type SessionTime,
  sessionsMax,
  whyTimeRefused,
} from '#domain/pair-session.ts'
import { SESSION_REFUSALS } from '#domain/pair-session-refusals.ts'
import { referenceOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'
import { type Context, commit } from './context.ts'
import { loadOwnPair, type OwnPair } from './own-pair.ts'
import { closingOf, isMeeting, loadOwnSession, type OwnSession } from './pair-session.ts'
import { mailsAboutSession } from './pair-session-mail.ts'
import { assertPrepared } from './preparation.ts'

/**
 * One proposes a time to the other.
 * @throws Problem `invalid` for a time that cannot be, `closed` while the pair does not meet or is not prepared (P29),
 * `conflict` where one of them is busy or the pair has all its sessions.
 */
export async function proposeSession(
  ctx: Context,
  pairId: string,
  proposal: SessionProposal,
): Promise<OwnSession> {
  const own = await loadOwnPair(ctx, pairId)
  assertMeeting(own)
  const { starts_at, minutes, place } = proposal
  assertTime(own.row, proposal, ctx.now)
  const before = await listSessionsOfPair(ctx.db, pairId)
  if (before.every(({ state }) => state === 'cancelled')) await assertPrepared(ctx, pairId)
  const room = hasRoom(pairId, sessionsMax(PROGRAMME_KINDS[own.row.kind].sessions), ctx.now)
  if (!(await isFree(ctx.db, room))) throw new Problem('conflict', SESSION_REFUSALS.enough)
  const session: PairSessionRow = {
    id: ctx.newId('ses'),
    programme_id: own.row.id,
    pair_id: pairId,
    state: 'proposed',
    starts_at,
    minutes,
    place,
    proposed_by: own.participant.id,
    planned_at: null,
    sequence: 0,
    moves: 0,
    cancelled_by: null,
    cancelled_at: null,
    held_minutes: null,
    logged_by: null,
    logged_at: null,
    confirmed_at: null,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  const free = await assertFree(ctx, own, session)
  const mails = await mailsAboutSession(ctx, own.row, own, session, 'session-proposed', own.partner)
  await commit(ctx, {
    event: { type: 'session.proposed', subject: session.id, version: 1, data: about(own, session) },
    guards: [room, free],
    writes: [insertPairSession(ctx.db, session), ...insertMails(mails, ctx.now)],
  })
  ctx.wake({ job: 'mails' })
  return { own, session }
}

/** The other agrees. @throws Problem `closed` as `acceptSession` does, or while the pair does not meet. */
export async function acceptOwnSession(ctx: Context, id: string): Promise<OwnSession> {
  const { own, session } = await loadOwnSession(ctx, id)
  const changed = acceptSession(session, own.participant.id, ctx.now)
  if (changed === null) return { own, session }
  assertMeeting(own)
  return change(ctx, { own, session }, changed, 'session.planned', ['session-planned', 'both'])
}

/** Another time, or another place. @throws Problem as `proposeSession` and `moveSession` do. */
export async function moveOwnSession(ctx: Context, id: string, move: SessionMove): Promise<OwnSession> {
  const { own, session } = await loadOwnSession(ctx, id)
  const to: SessionTime = {
    starts_at: move.starts_at ?? session.starts_at,
    minutes: move.minutes ?? session.minutes,
    place: move.place === undefined ? session.place : move.place,
  }
  const changed = moveSession(session, own.participant.id, to)
  if (changed === null) return { own, session }
  assertMeeting(own)
  assertTime(own.row, to, ctx.now)
  const free = await assertFree(ctx, own, { ...session, ...to })
  const isPlanned = session.state === 'planned'
  const tells = isPlanned ? (['session-moved', 'both'] as const) : (['session-proposed', 'partner'] as const)
  return change(ctx, { own, session }, changed, 'session.moved', tells, [free])
}

/** @throws Problem `closed` as `cancelSession` does. */
export async function cancelOwnSession(ctx: Context, id: string): Promise<OwnSession> {
  const { own, session } = await loadOwnSession(ctx, id)
  const changed = cancelSession(session, own.role, ctx.now)
  if (changed === null) return { own, session }
  return change(ctx, { own, session }, changed, 'session.cancelled', ['session-cancelled', 'both'])
}

/** @throws Problem `closed` or `conflict` as `logSession` does, and after a separation. */
export async function logOwnSession(ctx: Context, id: string, log: SessionLog): Promise<OwnSession> {
  const { own, session } = await loadOwnSession(ctx, id)
  assertLogging(own)
  const changed = logSession(session, own.participant.id, log, ctx.now)
  const isSame = changed.state === session.state && changed.held_minutes === session.held_minutes
  if (isSame) return { own, session }
  return change(ctx, { own, session }, changed, 'session.logged', ['session-to-confirm', 'partner'])
}

/** @throws Problem `closed` as `confirmSession` does, and after a separation. */
export async function confirmOwnSession(ctx: Context, id: string, agrees: boolean): Promise<OwnSession> {
  const { own, session } = await loadOwnSession(ctx, id)
  assertLogging(own)
  const changed = confirmSession(session, own.participant.id, agrees, ctx.now)
  if (changed === null) return { own, session }
  if (!agrees)
    return change(ctx, { own, session }, changed, 'session.logged', ['session-contested', 'partner'])
  return change(
    ctx,
    { own, session },
    changed,
    session.state === 'held' ? 'session.held' : 'session.logged',
    null,
  )
}

/** Writes what changed, says so, and tells whom it concerns. */
async function change(
  ctx: Context,
  { own, session }: OwnSession,
  changed: Partial<PairSessionRow>,
  type: EventType,
  tells: readonly [MailTemplate, 'both' | 'partner'] | null,
  guards: NonNullable<Parameters<typeof commit>[1]['guards']> = [],
): Promise<OwnSession> {
  const after = { ...session, ...changed, version: session.version + 1, updated_at: ctx.now }
  const mails: MailToSend[] = []
  if (tells) {
    const [template, whom] = tells
    const readers = whom === 'both' ? [own.mentor, own.mentee] : [own.partner]
    for (const reader of readers)
      mails.push(...(await mailsAboutSession(ctx, own.row, own, after, template, reader)))
  }
  const { id: _id, ...set } = after
  await commit(ctx, {
    event: {
      type,
      subject: session.id,
      version: after.version,
      data:
        type === 'session.held'
          ? { ...about(own, session), minutes: after.held_minutes }
          : about(own, session),
    },
    guards,
    writes: [updatePairSession(ctx.db, session.id, set), ...insertMails(mails, ctx.now)],
  })
  if (mails.length) ctx.wake({ job: 'mails' })
  return { own, session: after }
}

function about({ pair, row, mentor, mentee }: OwnPair, session: Pick<PairSessionRow, 'id'>) {
  return {
    session: session.id,
    pair: pair.id,
    programme: row.slug,
    mentor: referenceOf(mentor),
    mentee: referenceOf(mentee),
  }
}

function assertMeeting(own: OwnPair): void {
  if (!isMeeting(own)) throw new Problem('closed', SESSION_REFUSALS.notMeeting)
}

function assertLogging({ pair }: OwnPair): void {
  if (!mayLogSessions(pair)) throw new Problem('closed', SESSION_REFUSALS.over)
}

function assertTime(
  programme: ProgrammeRow,
  time: { starts_at: number; minutes: number },
  now: number,
): void {
  const wrong = whyTimeRefused(time, now, closingOf(programme))
  if (wrong) throw new Problem('invalid', wrong.detail, [wrong])
}

/** That both are free, as a guard for the batch. @throws Problem `conflict` where they are not. */
async function assertFree(ctx: Context, own: OwnPair, session: PairSessionRow) {
  const free = isFreeFor([own.mentor.id, own.mentee.id], {
    startsAt: session.starts_at,
    minutes: session.minutes,
    except: session.id,
  })
  if (!(await isFree(ctx.db, free))) throw new Problem('conflict', SESSION_REFUSALS.busy)
  return free
}
