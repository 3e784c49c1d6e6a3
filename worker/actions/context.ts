import type { Change, Database } from '#db/commit.ts'
import { commit as commitBatch } from '#db/commit.ts'
import { markOnce } from '#db/queries/idempotency-key.ts'
import { holdsJob, keepJob } from '#db/queries/job-lease.ts'
import { concernsOutside } from '#domain/event.ts'
import type { Actor } from '#domain/permission.ts'
import { stale } from '#domain/problem.ts'
import type { JobMessage, Settings } from '../settings.ts'
import { type Held, LEASE_MS } from './job-lease.ts'

/** What every verb is handed: the store, who asks, the time, fresh ids. Nothing is looked up behind its back. */
export interface Context {
  db: Database
  actor: Actor
  now: number
  settings: Settings
  newId: (prefix: IdPrefix) => string
  /**
   * What the request asked of the first change it makes: the version it must follow (`If-Match`), and a mark by which it
   * is known again (`Idempotency-Key`). Both are kept or refused in the batch of that change.
   */
  asked: { version: number | null; once: OnceMark | null }
  /** Wakes a worker up soon. Losing the message delays work and loses none. */
  wake: (message: JobMessage) => void
  /** The job under whose lease this happens; absent for requests, and for jobs whose work has a lease of its own. */
  held?: Held
}

/** An Idempotency-Key with whose it is and a hash of the request. */
export interface OnceMark {
  actor: string
  key: string
  requestHash: string
}

export type IdPrefix =
  | 'per'
  | 'prg'
  | 'sgn'
  | 'par'
  | 'run'
  | 'pro'
  | 'pai'
  | 'evt'
  | 'imp'
  | 'whe'
  | 'key'
  | 'org'
  | 'mai'
  | 'usr'
  | 'req'
  | 'dec'
  | 'grp'
  | 'exc'
  | 'wsh'
  | 'drf'
  | 'inv'
  | 'cod'
  | 'cnv'
  | 'sug'
  | 'res'
  | 'tes'
  | 'msg'
  | 'scg'
  | 'mod'
  | 'prp'
  | 'ses'
  | 'tak'
  | 'fbr'
  | 'pul'
  | 'sur'
  | 'hlp'
  | 'trb'
  | 'thk'
  | 'cal'

/** The actor's name in the audit trail: an id, never an address. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'anonymous') return 'anonymous'
  if (actor.kind === 'participant') return actor.person
  return actor.id
}

/**
 * Commits a change in the name of the context's actor, at its time. The first change of a request carries what the request
 * asked: it must follow the version named by `If-Match`, and leaves the mark of its `Idempotency-Key`. A job commits only
 * while it holds its lease, and holds it for longer by committing.
 * @throws Problem `stale` where somebody else changed the subject after the caller read it.
 */
export async function commit(ctx: Context, change: Change): Promise<void> {
  const { version, once } = ctx.asked
  if (version !== null && change.event.version - 1 !== version) throw stale()
  const stamp = { eventId: ctx.newId('evt'), actor: actorName(ctx.actor), now: ctx.now }
  const { held } = ctx
  await commitBatch(
    ctx.db,
    {
      event: change.event,
      guards: [...(held ? [holdsJob(held)] : []), ...(change.guards ?? [])],
      writes: [
        ...change.writes,
        ...(once ? [markOnce(once, change.event.subject, ctx.now)] : []),
        ...(held ? [keepJob(held, held.clock() + LEASE_MS)] : []),
      ],
    },
    stamp,
  )
  ctx.asked.version = null
  ctx.asked.once = null
  if (concernsOutside(change.event.type)) ctx.wake({ job: 'deliveries' })
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random id with 100 bits, in letters that nobody mistakes for others. */
export function randomId(prefix: IdPrefix): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return `${prefix}_${Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')}`
}
