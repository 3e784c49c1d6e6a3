import { DAY_MS } from './local-time.ts'

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

/** How long a break may last (P31): longer, and the pair is better ended kindly. */
export const PAUSE_DAYS_MAX = 60

/** Why a break cannot last until a day. */
export type PauseObstacle = 'suspended' | 'past' | 'too-long' | 'programme-over'

/**
 * What keeps a pair from a break that ends at the start of a day (epoch ms), null where nothing does. A pair that pauses
 * already may pause until another day; one that a reorganisation keeps apart waits for that to end.
 */
export function whyPauseRefused(
  { state, until, programmeEndsAt }: { state: PairState; until: number; programmeEndsAt: number | null },
  now: number,
): PauseObstacle | null {
  if (state === 'suspended') return 'suspended'
  if (until <= now) return 'past'
  if (until > now + PAUSE_DAYS_MAX * DAY_MS) return 'too-long'
  return programmeEndsAt !== null && until >= programmeEndsAt ? 'programme-over' : null
}

/** Whether a break is over and the pair goes on by itself. A pair that is suspended or has ended pauses no more. */
export function isReturning(
  { state, paused_until }: { state: PairState; paused_until: number | null },
  now: number,
): boolean {
  return state === 'active' && paused_until !== null && paused_until <= now
}
