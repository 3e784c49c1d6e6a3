import { sql } from 'drizzle-orm'
import { insertMails } from '#db/queries/mail.ts'
import { listTroublesOfEnded } from '#db/queries/pair-watch.ts'
import {
  findTroubleSeen,
  insertTrouble,
  listOpenFromPulses,
  type TroubleRow,
  updateTrouble,
} from '#db/queries/trouble.ts'
import { mayReadPulses } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { type FoundTrouble, isFromPulses } from '#domain/trouble.ts'
import { actorName, type Context, commit } from './context.ts'
import { mailsAtClosure, mailsAtOpening } from './trouble-mails.ts'
import { mayClose, type SeenTrouble, sightOf, troubleReader } from './trouble-sight.ts'
import { pairsWatched } from './trouble-watch.ts'

/** How much one look changes at most; the next one, minutes later, goes on where this one stopped. */
const CHANGES_MAX = 100

/**
 * Looks at every live pair: opens the troubles that hold now, with kind words to those concerned, hands over those whose
 * owner is another one now, and resolves those that hold no more (P34, C29, domain.md §2.6). Looking twice changes
 * nothing; one pair that fails never stops the rest.
 * @returns how many were opened, handed over, resolved, and how many failed.
 */
export async function lookAtPairs(
  ctx: Context,
): Promise<{ opened: number; handed_over: number; resolved: number; failed: number }> {
  const counts = { opened: 0, handed_over: 0, resolved: 0, failed: 0 }
  const isFull = () => counts.opened + counts.handed_over + counts.resolved >= CHANGES_MAX
  const attempt = async (count: 'opened' | 'handed_over' | 'resolved', pair: string, work: Promise<void>) => {
    try {
      await work
      counts[count] += 1
    } catch (error) {
      // Somebody else changed the same thing in between: the next look decides again.
      if (error instanceof Problem && error.kind === 'conflict') return
      counts.failed += 1
      console.error(JSON.stringify({ job: 'look-at-pairs', pair, error: String(error) }))
    }
  }
  for (const row of await listTroublesOfEnded(ctx.db, CHANGES_MAX)) {
    await attempt('resolved', row.pair_id, resolve(ctx, row))
  }
  for await (const { pair, changes } of pairsWatched(ctx)) {
    if (isFull()) break
    for (const row of changes.resolve) await attempt('resolved', pair.id, resolve(ctx, row))
    for (const { known, found } of changes.handOver) {
      await attempt('handed_over', pair.id, handOver(ctx, known, found))
    }
    for (const { found, writes } of changes.open) {
      await attempt('opened', pair.id, open(ctx, pair, found, writes))
    }
  }
  if (counts.opened > 0) ctx.wake({ job: 'mails' })
  return counts
}

/** Opens a trouble of a pair that still meets; of two looks at the same moment, one does. */
async function open(
  ctx: Context,
  pair: { id: string; programme_id: string },
  { kind, side, owner, due_at }: FoundTrouble,
  writes: boolean,
): Promise<void> {
  const row: TroubleRow = {
    id: ctx.newId('trb'),
    programme_id: pair.programme_id,
    pair_id: pair.id,
    kind,
    side,
    state: 'open',
    owner,
    due_at,
    outcome: null,
    decided_by: null,
    closed_at: null,
    version: 1,
    created_at: ctx.now,
  }
  const mails = writes ? await mailsAtOpening(ctx, row) : []
  await commit(ctx, {
    event: {
      type: 'trouble.opened',
      subject: row.id,
      version: 1,
      data: { trouble: row.id, pair: pair.id },
    },
    writes: [insertTrouble(ctx.db, row), ...insertMails(mails, ctx.now)],
    guards: [
      sql`EXISTS (SELECT 1 FROM pairs WHERE id = ${pair.id} AND state = 'active' AND paused_at IS NULL)`,
    ],
  })
}

async function handOver(ctx: Context, known: TroubleRow, found: FoundTrouble): Promise<void> {
  const { owner, side } = found
  const due_at = found.kind === 'help' ? found.due_at : known.due_at
  await change(ctx, known, 'trouble.opened', { owner, side, due_at })
}

async function resolve(ctx: Context, row: TroubleRow): Promise<void> {
  await change(ctx, row, 'trouble.closed', { state: 'resolved', closed_at: ctx.now })
}

/** What happened to a trouble is told by ids: its type and its side are for few. */
async function change(
  ctx: Context,
  { id, pair_id, version }: TroubleRow,
  type: 'trouble.opened' | 'trouble.closed',
  set: Partial<TroubleRow>,
  mails: Parameters<typeof insertMails>[0] = [],
): Promise<void> {
  await commit(ctx, {
    event: { type, subject: id, version: version + 1, data: { trouble: id, pair: pair_id } },
    writes: [updateTrouble(ctx.db, id, { ...set, version: version + 1 }), ...insertMails(mails, ctx.now)],
  })
}

/**
 * A trouble that whoever asks may close.
 * @throws Problem `not-found` for one they may not know of, `forbidden` where it is somebody else’s, `conflict` for a
 * call for help, which closes by being answered.
 */
export async function troubleToClose(ctx: Context, id: string): Promise<SeenTrouble> {
  const found = await findTroubleSeen(ctx.db, troubleReader(ctx.actor), id)
  if (!found) throw notFound({ fr: 'Difficulté', en: 'Trouble' })
  if (found.trouble.kind === 'help') {
    throw new Problem('conflict', {
      fr: 'Une demande d’aide se ferme quand on y répond. Répondez-y depuis la page des demandes d’aide.',
      en: 'A call for help closes when it is answered. Answer it on the page of calls for help.',
    })
  }
  if (!mayClose(ctx.actor, found)) {
    throw new Problem('forbidden', {
      fr: 'Ceci revient à la personne référente ou au coach du binôme. Laissez-leur la main.',
      en: 'This is for the referent or the coach of the pair. Leave it to them.',
    })
  }
  return { ...found, sight: sightOf(ctx.actor, found) }
}

/**
 * Its owner did something: writes down what, and sends the kind words that were previewed where they ask for it (`write`).
 * Whoever hears only that a talk would help closes all that the talk was for. The same again changes nothing.
 * @throws Problem as `troubleToClose`; `closed` where it is over already.
 */
export async function closeTrouble(
  ctx: Context,
  id: string,
  { outcome, write }: { outcome: string; write: boolean },
): Promise<SeenTrouble> {
  const found = await troubleToClose(ctx, id)
  const { trouble, programme, pair } = found
  if (
    trouble.state === 'handled' &&
    trouble.outcome === outcome &&
    trouble.decided_by === actorName(ctx.actor)
  ) {
    return found
  }
  if (trouble.state !== 'open') {
    throw new Problem('closed', {
      fr: 'C’est déjà réglé\u00a0: il n’y a plus rien à faire. Relisez la liste.',
      en: 'This is settled already: nothing is left to do. Read the list again.',
    })
  }
  const set = { state: 'handled' as const, outcome, decided_by: actorName(ctx.actor), closed_at: ctx.now }
  const mails = write ? (await mailsAtClosure(ctx, trouble)).map(({ mail }) => mail) : []
  await change(ctx, trouble, 'trouble.closed', set, mails)
  if (isFromPulses(trouble.kind) && !mayReadPulses(ctx.actor, programme, pair)) {
    for (const other of await listOpenFromPulses(ctx.db, trouble.pair_id)) {
      await change(ctx, other, 'trouble.closed', set)
    }
  }
  if (mails.length > 0) ctx.wake({ job: 'mails' })
  const closed = { ...found, trouble: { ...trouble, ...set, version: trouble.version + 1 } }
  return { ...closed, sight: sightOf(ctx.actor, closed) }
}
