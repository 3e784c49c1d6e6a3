/** The types of trouble, each with a remedy of its own (P34, C29, domain.md §2.6). */
export const TROUBLE_KINDS = [
  'no-first-session',
  'silence',
  'cancellations',
  'lopsided',
  'disagreement',
  'misfit',
  'drift',
  'help',
] as const
export type TroubleKind = (typeof TROUBLE_KINDS)[number]

/** open: awaits its owner · handled: its owner did something · resolved: it went away by itself. */
export const TROUBLE_STATES = ['open', 'handled', 'resolved'] as const
export type TroubleState = (typeof TROUBLE_STATES)[number]

/** Whose turn it is: an organiser’s, the coach’s of the pair, or the referent’s, who alone read pulses. */
export const TROUBLE_OWNERS = ['organiser', 'coach', 'referent'] as const
export type TroubleOwner = (typeof TROUBLE_OWNERS)[number]

/** Types that come from pulses: organisers hear that a talk would help, never which type it is (questionnaires.md §9). */
export const TROUBLES_FROM_PULSES = [
  'lopsided',
  'disagreement',
  'misfit',
  'drift',
] as const satisfies TroubleKind[]
