/** proposed: one suggests a time · planned: both agree · held: it took place · missed: it did not, and nobody cancelled · cancelled. */
export const PAIR_SESSION_STATES = ['proposed', 'planned', 'held', 'missed', 'cancelled'] as const
export type PairSessionState = (typeof PAIR_SESSION_STATES)[number]

/** Who cancelled: counted, never shamed. `programme`: the pair ended. */
export const CANCELLED_BY = ['mentor', 'mentee', 'organiser', 'programme'] as const
export type CancelledBy = (typeof CANCELLED_BY)[number]
