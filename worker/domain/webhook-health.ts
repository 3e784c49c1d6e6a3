import { DAY_MS } from './local-time.ts'

/** From how many failures in a row an endpoint is left alone for a while. */
const BREAKER_AFTER = 5
const BREAKER_FIRST_MS = 60_000
const BREAKER_LONGEST_MS = 3_600_000

/** From how many failures in a row the days are counted after which an endpoint is switched off. */
const FAILING_AFTER = 3
const WARNED_AFTER_MS = 4 * DAY_MS
const DISABLED_AFTER_MS = 5 * DAY_MS

/** How an endpoint has been answering. */
export interface EndpointHealth {
  /** Attempts that failed since the last one that was accepted. */
  failures: number
  /** Since when it counts as failing; null while it does not. */
  failing_since: number | null
  /** Nothing is sent before this instant. */
  open_until: number | null
}

/** Whether a breaker is half open: it failed so often that one attempt goes ahead of all others. */
export function isOnProbation({ failures }: EndpointHealth): boolean {
  return failures >= BREAKER_AFTER
}

/** Whether nothing is sent to it for now. */
export function isLeftAlone({ open_until }: EndpointHealth, now: number): boolean {
  return open_until !== null && open_until > now
}

/** After an attempt that was accepted. A wait that was asked for meanwhile is kept. */
export function healthAfterSuccess(before: EndpointHealth, now: number): EndpointHealth {
  return { failures: 0, failing_since: null, open_until: isLeftAlone(before, now) ? before.open_until : null }
}

/**
 * After an attempt that failed: from the third in a row it counts as failing, from the fifth it is left alone for a minute,
 * then twice as long each time, an hour at most; or for as long as it asked.
 */
export function healthAfterFailure(
  { failures: before, failing_since, open_until }: EndpointHealth,
  now: number,
  retryAfterMs: number | null,
): EndpointHealth {
  const failures = before + 1
  const broken =
    failures < BREAKER_AFTER
      ? 0
      : Math.min(BREAKER_FIRST_MS * 2 ** Math.min(failures - BREAKER_AFTER, 10), BREAKER_LONGEST_MS)
  const wait = Math.max(broken, retryAfterMs ?? 0)
  return {
    failures,
    failing_since: failing_since ?? (failures >= FAILING_AFTER ? now : null),
    open_until: wait > 0 ? Math.max(open_until ?? 0, now + wait) : open_until,
  }
}

/** Whether every attempt has failed for so long that an endpoint is switched off: five days. */
export function isGivenUp({ failing_since }: EndpointHealth, now: number): boolean {
  return failing_since !== null && now - failing_since >= DISABLED_AFTER_MS
}

/** Endpoints that fail since this instant or longer will be switched off within a day. */
export function failingLongBefore(now: number): number {
  return now - WARNED_AFTER_MS
}

/** When an endpoint that fails is switched off. */
export function givenUpAt(failingSince: number): number {
  return failingSince + DISABLED_AFTER_MS
}
