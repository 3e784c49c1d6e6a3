import type { SeparationView } from '#contract/pair-way.ts'
import { insertMails } from '#db/queries/mail.ts'
import { findNewestRun } from '#db/queries/match-run.ts'
import { findPairWithPeople, type PairWithPeople, updatePair } from '#db/queries/pair.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { findSeparation, insertSeparation, type SeparationRow } from '#db/queries/separation.ts'
import { dayInWords } from '#domain/day-in-words.ts'
import { authoriseOrganiser } from '#domain/permission.ts'
import { nameOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { nextRoundAt } from '#domain/programme.ts'
import { type Context, commit } from './context.ts'
import { discreet, helpReader } from './help.ts'
import { loadOwnPair, type OwnPair } from './own-pair.ts'
import { assertGoingOn, pairEventData, stopPlans } from './pair.ts'
import { mailsToBoth } from './pause.ts'
import { assertReader, readerOf } from './referent.ts'

/** What is confided along with a separation, and whom the page named as its reader: an id, or `team`. */
export interface SeparationAsked {
  reason: string
  named?: string | undefined
}

/**
 * One of the two ends the pair, without fault of anybody (C30). Both read the same words at the same moment; who asked,
 * and why, is kept for the reader who was named, and told to nobody else.
 * @throws Problem `not-found` for somebody else’s pair, `closed` for one that has ended already, `conflict` where the
 *   reader is no longer the one who was named.
 */
export async function separateOwn(ctx: Context, id: string, asked: SeparationAsked): Promise<void> {
  await again(async () => {
    const own = await loadOwnPair(ctx, id)
    await separate(ctx, own, own.role, asked)
  })
}

/** An organiser ends the pair, in the same words (C30). Where it has ended already, and nothing is said, nothing changes. */
export async function separatePair(
  ctx: Context,
  id: string,
  asked: SeparationAsked,
): Promise<PairWithPeople> {
  authoriseOrganiser(ctx.actor, 'pairs:write')
  await again(async () => {
    const found = await getPair(ctx, id)
    if (found.pair.state !== 'ended' || asked.reason !== '') await separate(ctx, found, 'organiser', asked)
  })
  return getPair(ctx, id)
}

/** Where two ask in the same moment, the second looks again, and is told that the pair has ended. */
async function again(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem && error.cause)) throw error
    await work()
  }
}

async function separate(
  ctx: Context,
  found: PairWithPeople,
  askedBy: SeparationRow['asked_by'],
  { reason, named }: SeparationAsked,
): Promise<void> {
  assertGoingOn(found)
  const { pair, mentor, mentee } = found
  const programme = await getProgrammeById(ctx.db, pair.programme_id)
  const reader = await readerOf(ctx, programme.id, [mentor.id, mentee.id])
  assertReader(reader, named)
  const version = pair.version + 1
  const stopped = await stopPlans(ctx, found)
  const next = await nextRoundOf(ctx, programme)
  const mails = [
    ...mailsToBoth(
      ctx,
      programme,
      found,
      'pair-separated',
      (language): Record<string, string> =>
        next === null ? {} : { next: dayInWords(next, programme.time_zone, language) },
    ),
    ...stopped.mails,
  ]
  await commit(discreet(ctx, 'separation'), {
    event: { type: 'pair.ended', subject: pair.id, version, data: pairEventData(found) },
    writes: [
      updatePair(ctx.db, pair.id, {
        state: 'ended',
        ending: 'separation',
        ended_at: ctx.now,
        paused_at: null,
        paused_until: null,
        version,
      }),
      insertSeparation(ctx.db, {
        pair_id: pair.id,
        programme_id: programme.id,
        asked_by: askedBy,
        reason: reason === '' ? null : reason,
        reader_id: reader.id,
        created_at: ctx.now,
      }),
      ...stopped.writes,
      ...insertMails(mails, ctx.now),
    ],
  })
  ctx.wake({ job: 'mails' })
}

async function getPair(ctx: Context, id: string): Promise<PairWithPeople> {
  const found = await findPairWithPeople(ctx.db, id)
  if (!found) throw notFound({ fr: 'Binôme', en: 'Pair' })
  return found
}

/**
 * Who asked and why, for the reader who was named when it was sent: the referent of that day, or whoever organises where
 * the whole team was named. Never one of the two, and never a key.
 * @throws Problem `not-found` for everybody else, as if there were nothing.
 */
export async function readSeparation(ctx: Context, pairId: string): Promise<SeparationRow> {
  const reader = helpReader(ctx.actor)
  const [row, found] = await Promise.all([findSeparation(ctx.db, pairId), findPairWithPeople(ctx.db, pairId)])
  const isNamed =
    row?.reader_id === null ? reader?.isOrganiser === true : reader !== null && row?.reader_id === reader.id
  const isOneOfThem = reader?.person != null && [found?.mentor.id, found?.mentee.id].includes(reader.person)
  if (!row || !isNamed || isOneOfThem) throw notFound({ fr: 'Séparation', en: 'Separation' })
  return row
}

/** What the pages say of parting, and after it. */
export async function loadSeparation(ctx: Context, own: OwnPair): Promise<SeparationView> {
  const { pair, row, me, partner, participant, mentor, mentee } = own
  const reader = await readerOf(ctx, row.id, [mentor.id, mentee.id])
  return {
    pair: pair.id,
    is_ended: pair.state === 'ended',
    partner: nameOf(partner),
    me: nameOf(me),
    reader: { name: reader.name, token: reader.id ?? 'team' },
    programme: { fr: row.words.fr.name, en: row.words.en.name },
    participation: participant.state === 'active' ? participant.id : null,
    next_round_at: await nextRoundOf(ctx, row),
    time_zone: row.time_zone,
  }
}

async function nextRoundOf(ctx: Context, programme: ProgrammeRow): Promise<number | null> {
  const newest = await findNewestRun(ctx.db, programme.id)
  return nextRoundAt(programme, newest?.created_at ?? null, ctx.now)
}
