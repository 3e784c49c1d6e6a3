import { DAY_MS, HOUR_MS } from './local-time.ts'
import type { PairState } from './pair.ts'

/** waiting: asked for · answered · expired: nobody asks any more · cancelled: the pair ended first. */
export const FEEDBACK_STATES = ['waiting', 'answered', 'expired', 'cancelled'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]

/** When a survey is asked for: at the start, half-way, at the end, and 3, 6 and 12 months later (P3, domain.md §2.6). */
export const SURVEY_MOMENTS = ['start', 'middle', 'end', 'month-3', 'month-6', 'month-12'] as const
export type SurveyMoment = (typeof SURVEY_MOMENTS)[number]

/** A session that nobody logged is taken to be over this long after its planned end. */
export const PULSE_AFTER_MS = 2 * HOUR_MS

/** A session is remembered well enough to tell about it for so long; then nobody asks any more. */
export const PULSE_OPEN_MS = 21 * DAY_MS

/** Two reminders at most: 2 days after the question, and 3 days after the first one. */
const REMINDER_AFTER_DAYS = [2, 3] as const

/**
 * When the next reminder is due, before quiet hours: given when the last mail left (epoch ms) and how many reminders have
 * left so far. Null where none follows.
 */
export function nextReminderAt(lastMailAt: number, reminders: number): number | null {
  const days = REMINDER_AFTER_DAYS[reminders]
  return days === undefined ? null : lastMailAt + days * DAY_MS
}

/** What somebody was asked, as far as its state depends on it. */
export interface AskedFeedback {
  kind: 'pulse' | 'survey'
  moment: SurveyMoment | null
  state: FeedbackState
  expires_at: number
}

/** Whether a question still makes sense once the pair has ended: the last survey and those that follow months later. */
export function outlivesPair({ kind, moment }: Pick<AskedFeedback, 'kind' | 'moment'>): boolean {
  return kind === 'survey' && moment !== 'start' && moment !== 'middle'
}

/** What the link of a mail leads to at an instant (epoch ms); `over` where the pair ended before the answer. */
export function feedbackAt(
  asked: AskedFeedback,
  pair: { state: PairState },
  now: number,
): 'open' | 'answered' | 'expired' | 'over' {
  if (asked.state === 'answered') return 'answered'
  if (asked.state === 'cancelled' || (pair.state === 'ended' && !outlivesPair(asked))) return 'over'
  return asked.state === 'expired' || asked.expires_at <= now ? 'expired' : 'open'
}
