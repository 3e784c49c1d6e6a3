import { sql } from 'drizzle-orm'
import { hashToken } from '#actions/token.ts'
import type { Database } from '#db/commit.ts'
import { Problem } from '#domain/problem.ts'
import type { Request } from './service-context.ts'

/** Sign-ups and drafts an hour from one network: a whole company may stand behind one address. */
export const SIGN_UPS_A_NETWORK = 600

/**
 * Counts one more of something by a key, and refuses beyond a number in a window. Kept in the store, since a
 * count kept in a Worker is forgotten with it; one statement, so that parallel requests cannot slip through.
 * @throws Problem `too-many`.
 */
export async function countAgainst(
  db: Database,
  key: string,
  most: number,
  windowMs: number,
  now: number,
): Promise<void> {
  const row = await db.get<{ count: number }>(sql`
    INSERT INTO sign_in_limits (key, count, since) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN since <= ${now - windowMs} THEN 1 ELSE count + 1 END,
      since = CASE WHEN since <= ${now - windowMs} THEN ${now} ELSE since END
    RETURNING count`)
  if ((row?.count ?? 0) <= most) return
  throw new Problem('too-many', {
    fr: 'Trop de demandes pour le moment. Attendez quelques minutes, puis réessayez.',
    en: 'Too many requests for now. Wait a few minutes, then try again.',
  })
}

/**
 * The network that asks, as a fingerprint that only this deployment can make: an IPv4 address or the /56 of an IPv6 one,
 * for whoever has one address of it has all. From the network’s own header alone (ASVS 4.1.3); one and the same where
 * there is none, as on one machine.
 */
export async function networkKey(c: Request): Promise<string> {
  const address = c.req.header('cf-connecting-ip') ?? 'here'
  const network = address.includes(':') ? prefix56(address) : address
  return hashToken(`${c.get('ctx').settings.secret}:${network}`)
}

/** The first 56 bits of an IPv6 address, in hex; the text itself where it is none. */
function prefix56(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const gap =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...gap, ...right].map((group) => group.padStart(4, '0'))
  return groups.length === 8 ? groups.slice(0, 4).join('').slice(0, 14) : address
}
