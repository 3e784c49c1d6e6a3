/**
 * What a store that does not answer means (Cloudflare D1, “Debug D1” and “Retry queries”):
 * - `lost`: the connection broke. Nobody knows whether a write arrived; a read can simply be repeated.
 * - `restarting`: the store was not there, and nothing happened. The same request can be made again.
 * - `overloaded`: too much is asked of it. Asking again at once makes it worse.
 * - `too-much`: this request asks more than one request may; the same again would fail again.
 */
export type StoreFailure = 'lost' | 'restarting' | 'overloaded' | 'too-much'

const SIGNS: readonly [StoreFailure, RegExp][] = [
  ['overloaded', /overloaded|Too many requests queued|Requests queued for too long/],
  ['too-much', /exceeded its (memory|CPU time) limit|storage operation exceeded timeout/],
  ['restarting', /starting up|Cannot resolve D1 DB due to transient issue|client disconnected/],
  ['lost', /Network connection lost|reset because|caused object to be reset/],
]

/** How the store failed; null for everything else, such as a refused constraint. Looks along the causes of an error. */
export function storeFailure(error: unknown): StoreFailure | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    for (const [failure, sign] of SIGNS) if (sign.test(String(at))) return failure
  }
  return null
}

/** Waits, in ms, between attempts at a store that was away for a moment. */
export const REPEAT_AFTER_MS = [20, 100, 400]

/**
 * Does something that may be done twice, such as a read, until the store answers, four times at most.
 * @throws what the last attempt threw; at once what trying again does not mend
 */
export async function untilAnswered<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of REPEAT_AFTER_MS) {
    try {
      return await attempt()
    } catch (error) {
      const failure = storeFailure(error)
      if (failure !== 'lost' && failure !== 'restarting') throw error
      await new Promise((wake) => setTimeout(wake, wait))
    }
  }
  return attempt()
}
