import { holdsJob } from '#db/queries/job-lease.ts'
import {
  addSeals,
  findFirstTold,
  findLastAnchor,
  findLastSeal,
  hasNewsSealed,
  listEventsStored,
} from '#db/queries/seal.ts'
import { DAY_MS, HOUR_MS, toDay } from '#domain/local-time.ts'
import { type Anchor, GENESIS, type Seal, textToSeal } from '#domain/seal.ts'
import { type Context, commit } from './context.ts'
import { keepHolding } from './job-lease.ts'

/** How many seals are written at once, and how many times in one go: the rest comes with the next minute. */
const BATCH = 500
const BATCHES_MAX = 20

/** Less than a day, so that a night that begins early is not passed over. */
const BETWEEN_ANCHORS_MS = 20 * HOUR_MS

/**
 * Seals the events that have no seal yet, in their order. Each batch begins where the chain ends in the store, so that a
 * worker that dies, or two at once, leave a chain that the next one goes on with. Writes no event: an event about seals
 * would have to be sealed as well.
 * @returns how many were sealed
 */
export async function sealEvents(ctx: Context): Promise<number> {
  let count = 0
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const last = await findLastSeal(ctx.db)
    const from = last ? { seq: last.event_seq, hash: last.hash } : GENESIS
    const seals: Seal[] = []
    let hash = from.hash
    for (const event of await listEventsStored(ctx.db, from.seq, BATCH)) {
      hash = await sha256(textToSeal(hash, event))
      seals.push({ event_seq: event.seq, hash })
    }
    if (seals.length === 0) break
    if (!(await addSeals(ctx.db, from.seq, seals, ctx.held && holdsJob(ctx.held)))) break
    count += seals.length
    if (seals.length < BATCH) break
    await keepHolding(ctx)
  }
  return count
}

/**
 * Tells everybody outside, once a day, where the chain ends, in an event of its own: who receives or reads events keeps it,
 * and can prove later that nothing before it was changed. Nothing is told as long as nobody outside has heard anything
 * for a day, nor where nothing has happened since the last time but that.
 * @returns what was told
 */
export async function anchorJournal(ctx: Context): Promise<Anchor | null> {
  const { db, now } = ctx
  const head = await findLastSeal(db)
  const firstTold = await findFirstTold(db)
  if (!head || firstTold === undefined || now - firstTold < DAY_MS) return null
  const last = await findLastAnchor(db)
  const subject = `journal:${toDay(now, 'UTC')}`
  if (last && (now - last.occurred_at < BETWEEN_ANCHORS_MS || last.subject === subject)) return null
  if (!(await hasNewsSealed(db, last?.seq ?? 0, head.event_seq))) return null
  const anchor: Anchor = { seq: head.event_seq, hash: head.hash }
  await commit(ctx, {
    event: {
      type: 'journal.sealed',
      subject,
      version: 1,
      data: { seq: anchor.seq, hash: anchor.hash },
    },
    writes: [],
  })
  return anchor
}

/** SHA-256 of a text in UTF-8, as hex digits. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
