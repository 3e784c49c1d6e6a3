import { createMiddleware } from 'hono/factory'
import type { Actor } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import { networkKey } from './limit.ts'
import type { App, Request } from './service-context.ts'

const WINDOW_MS = 60_000

/** Callers counted at a time; beyond that the one who came first is forgotten, and starts anew. */
const CALLERS_MAX = 20_000

/**
 * Counts the requests of each caller in fixed windows of one minute: a key, a person with a session, or else the network
 * that asks. Kept in the memory of the isolate and not in the store: a write for each request would cost more than what
 * it protects. So a caller whom several isolates serve may be let through more often; the limit guards against a loop
 * that has run wild, not against an attack, which the platform holds off. Limits that must be exact, such as those of
 * sign-in codes, are in the store (see `countAgainst`).
 */
export class RequestCounts {
  #counts = new Map<string, number>()
  #window = Number.NaN

  /** Counts one more. @returns how many this caller has made in the window, and when it ends (seconds). */
  add(caller: string, now: number): { count: number; secondsLeft: number } {
    const window = Math.floor(now / WINDOW_MS)
    if (window !== this.#window) {
      this.#window = window
      this.#counts.clear()
    }
    const count = (this.#counts.get(caller) ?? 0) + 1
    if (count === 1 && this.#counts.size >= CALLERS_MAX) {
      const first = this.#counts.keys().next()
      if (!first.done) this.#counts.delete(first.value)
    }
    this.#counts.set(caller, count)
    return { count, secondsLeft: Math.ceil(((window + 1) * WINDOW_MS - now) / 1000) }
  }

  get size(): number {
    return this.#counts.size
  }
}

/**
 * Lets so many requests a minute through for each caller, and says in every answer how many are left
 * (draft-ietf-httpapi-ratelimit-headers-11). Mounted once the caller is known; the root token of local programs is not
 * counted, for it is the machine itself.
 * @throws Problem `too-many` (429), with the seconds to wait.
 */
export function limitRate(counts: RequestCounts) {
  return createMiddleware<App>(async (c, next) => {
    const headers = await countRequest(c, counts)
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
  })
}

/** The same count, for a request that is refused before its caller is known. */
export async function countRequest(c: Request, counts: RequestCounts): Promise<[string, string][]> {
  const { actor, now, settings } = c.get('ctx')
  const caller = await callerOf(c, actor)
  if (caller === null) return []
  const quota = settings.rateLimitPerMinute
  const { count, secondsLeft } = counts.add(caller, now)
  const headers: [string, string][] = [
    ['ratelimit-policy', `"default";q=${quota};w=${WINDOW_MS / 1000}`],
    ['ratelimit', `"default";r=${Math.max(0, quota - count)};t=${secondsLeft}`],
  ]
  if (count <= quota) return headers
  for (const [name, value] of headers) c.header(name, value)
  throw new Problem(
    'too-many',
    {
      fr: `Plus de ${quota} demandes en une minute. Attendez ${secondsLeft}\u00a0s, puis espacez vos appels\u00a0: l’en-tête «\u00a0RateLimit\u00a0» dit combien il en reste.`,
      en: `More than ${quota} requests within a minute. Wait ${secondsLeft} s, then space out your calls: the header “RateLimit” says how many are left.`,
    },
    [],
    secondsLeft,
  )
}

async function callerOf(c: Request, actor: Actor): Promise<string | null> {
  if (actor.kind === 'anonymous') return `network:${await networkKey(c)}`
  if (actor.kind === 'participant') return actor.person
  return actor.id === 'root' ? null : actor.id
}
