export const MATCH_RUN_STATES = ['queued', 'running', 'completed', 'failed', 'superseded'] as const
export type MatchRunState = (typeof MATCH_RUN_STATES)[number]

/** How long a worker may hold a run before another may take it over. */
export const LEASE_MS = 60_000

/** A run that failed this often waits for a person. */
export const ATTEMPTS_MAX = 5

/** Whether a worker may claim the run: nobody has it, or the one that had it went silent. */
export function mayClaim(run: { state: MatchRunState; lease_until: number | null }, now: number): boolean {
  if (run.state === 'queued') return true
  return run.state === 'running' && (run.lease_until ?? 0) <= now
}
