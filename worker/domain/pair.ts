/** active: the pair meets · suspended: a reorganisation keeps them apart for now · ended: a leaver, a reorganisation, or the end of the programme. */
export const PAIR_STATES = ['active', 'suspended', 'ended'] as const
export type PairState = (typeof PAIR_STATES)[number]

/** Why a pair ended; kept for organisers, never shown to the partner. */
export const PAIR_ENDINGS = ['leaver', 'reorganisation', 'separation', 'completed'] as const
export type PairEnding = (typeof PAIR_ENDINGS)[number]

/** What keeps two people from being a pair: one has left, or one is now above the other. */
export type PairObstacle = 'leaver' | 'reorganisation'

/** What may happen to a pair when HR changes somebody. */
export type PairChange = 'ended' | 'suspended' | 'resumed'

/**
 * What a pair becomes, given what keeps its two people apart now: a departure ends it for good, a reorganisation only
 * suspends it, and it goes on by itself once the hierarchy allows it again (P11, P31). Null where nothing changes, so
 * that looking twice changes nothing.
 */
export function pairAfter(state: PairState, obstacle: PairObstacle | null): PairChange | null {
  if (state === 'ended') return null
  if (obstacle === 'leaver') return 'ended'
  if (obstacle === 'reorganisation') return state === 'active' ? 'suspended' : null
  return state === 'suspended' ? 'resumed' : null
}
