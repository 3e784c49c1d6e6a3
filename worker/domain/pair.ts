/** active: the pair meets · ended: a leaver, a reorganisation, or the end of the programme. */
export const PAIR_STATES = ['active', 'ended'] as const
export type PairState = (typeof PAIR_STATES)[number]

/** Why a pair ended; kept for organisers, never shown to the partner. */
export const PAIR_ENDINGS = ['leaver', 'reorganisation', 'completed'] as const
export type PairEnding = (typeof PAIR_ENDINGS)[number]
