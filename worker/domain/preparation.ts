/** Why a talk with a coach comes before session 1: a pair of high exposure, a wish, hesitation, or an exception to the hierarchy. */
export const PREPARATION_REASONS = ['exposure', 'wish', 'frankness', 'exception'] as const
export type PreparationReason = (typeof PREPARATION_REASONS)[number]

/** open: session 1 waits · held: the talk took place · waived: somebody of the team wrote why it is not needed. */
export const PREPARATION_STATES = ['open', 'held', 'waived'] as const
export type PreparationState = (typeof PREPARATION_STATES)[number]
