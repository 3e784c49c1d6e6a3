export const MATCH_RUN_STATES = ['queued', 'running', 'completed', 'failed', 'superseded'] as const
export type MatchRunState = (typeof MATCH_RUN_STATES)[number]

/** How long a worker may hold a run before another may take it over. */
export const LEASE_MS = 60_000

/** A run that failed this often waits for a person. */
export const ATTEMPTS_MAX = 5

/**
 * What a run looks for: coverage, most pairs first, then the highest total · quality, the highest total ·
 * fair, most pairs, then the best worst pair, then the highest total.
 */
export const MATCHING_OBJECTIVES = ['coverage', 'quality', 'fair'] as const
export type MatchingObjective = (typeof MATCHING_OBJECTIVES)[number]
