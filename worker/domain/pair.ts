/** active: the pair meets · suspended: a reorganisation keeps them apart for now · ended: a leaver, a reorganisation, or the end of the programme. */
export const PAIR_STATES = ['active', 'suspended', 'ended'] as const
export type PairState = (typeof PAIR_STATES)[number]

/** Why a pair ended; kept for organisers, never shown to the partner. */
export const PAIR_ENDINGS = ['leaver', 'reorganisation', 'completed'] as const
export type PairEnding = (typeof PAIR_ENDINGS)[number]
