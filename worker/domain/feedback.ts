/** waiting: asked for · answered · expired: nobody asks any more · cancelled: the pair ended first. */
export const FEEDBACK_STATES = ['waiting', 'answered', 'expired', 'cancelled'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]

/** When a survey is asked for: at the start, half-way, at the end, and 3, 6 and 12 months later (P3, domain.md §2.6). */
export const SURVEY_MOMENTS = ['start', 'middle', 'end', 'month-3', 'month-6', 'month-12'] as const
export type SurveyMoment = (typeof SURVEY_MOMENTS)[number]
