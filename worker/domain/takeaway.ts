import { DAY_MS } from './local-time.ts'

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

/** How long after it was noted, and how often, the author is asked how it goes with a person or a project (C23). */
export const FOLLOW_UP_DAYS = 21
export const FOLLOW_UP_REMINDERS_MAX = 3
export const TAKEAWAY_TEXT_MAX = 500

/** The states of each kind, the first at the beginning. */
export const STATES_OF_TAKEAWAYS: Record<TakeawayKind, readonly TakeawayState[]> = {
  'person-to-meet': ['open', 'done', 'dropped'],
  'project-to-join': ['open', 'done', 'dropped'],
  'certainty-challenged': ['kept'],
  idea: ['new', 'tried', 'adopted'],
  'advice-received': ['kept'],
}

/** When its author is asked next how it goes (epoch ms); null where there is nothing left to ask, or it was asked often enough. */
export function followUpAt(
  takeaway: { kind: TakeawayKind; state: TakeawayState; reminders: number },
  now: number,
): number | null {
  const isOpen = STATES_OF_TAKEAWAYS[takeaway.kind].includes('done') && takeaway.state === 'open'
  return isOpen && takeaway.reminders < FOLLOW_UP_REMINDERS_MAX ? now + FOLLOW_UP_DAYS * DAY_MS : null
}

/** Both read what their pair noted; the advice that somebody received is their own record (W7). */
export function mayRead(takeaway: { kind: TakeawayKind; author_id: string }, participantId: string): boolean {
  return takeaway.kind !== 'advice-received' || takeaway.author_id === participantId
}
