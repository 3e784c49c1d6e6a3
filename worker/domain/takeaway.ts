/** What a session can leave behind (C23, P19, W7, W13). */
export const TAKEAWAY_KINDS = [
  'person-to-meet',
  'project-to-join',
  'certainty-challenged',
  'idea',
  'advice-received',
] as const
export type TakeawayKind = (typeof TAKEAWAY_KINDS)[number]

/** An idea is new, tried, adopted; a person or a project is open, done, dropped; the rest is simply kept. */
export const TAKEAWAY_STATES = ['new', 'tried', 'adopted', 'open', 'done', 'dropped', 'kept'] as const
export type TakeawayState = (typeof TAKEAWAY_STATES)[number]
