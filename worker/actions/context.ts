import type { Change, Database } from '#db/commit.ts'
import { commit as commitBatch } from '#db/commit.ts'
import { concernsOutside } from '#domain/event.ts'
import type { Actor } from '#domain/permission.ts'
import type { JobMessage, Settings } from '../settings.ts'

/** What every verb is handed: the store, who asks, the time, fresh ids. Nothing is looked up behind its back. */
export interface Context {
  db: Database
  actor: Actor
  now: number
  settings: Settings
  newId: (prefix: IdPrefix) => string
  /** Wakes a worker up soon. Losing the message delays work and loses none. */
  wake: (message: JobMessage) => void
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

/** The actor's name in the audit trail: an id, never an address. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'anonymous') return 'anonymous'
  if (actor.kind === 'participant') return actor.person
  return actor.id
}

/** Commits a change in the name of the context's actor, at its time. */
export async function commit(ctx: Context, change: Change): Promise<void> {
  await commitBatch(ctx.db, change, { eventId: ctx.newId('evt'), actor: actorName(ctx.actor), now: ctx.now })
  if (concernsOutside(change.event.type)) ctx.wake({ job: 'deliveries' })
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random id with 100 bits, in letters that nobody mistakes for others. */
export function randomId(prefix: IdPrefix): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return `${prefix}_${Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')}`
}
