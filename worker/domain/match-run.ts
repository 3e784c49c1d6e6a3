export const MATCH_RUN_STATES = ['queued', 'running', 'completed', 'failed', 'superseded'] as const
export type MatchRunState = (typeof MATCH_RUN_STATES)[number]

/** How long a worker may hold a run before another may take it over. */
export const LEASE_MS = 60_000

/** A run that failed this often waits for a person. */
export const ATTEMPTS_MAX = 5
