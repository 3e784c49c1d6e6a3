import { DAY_MS } from './local-time.ts'
import type { Role } from './participant.ts'

/** Why a talk with a coach comes before session 1: a pair of high exposure, a wish, hesitation, or an exception to the hierarchy. */
export const PREPARATION_REASONS = ['exposure', 'wish', 'frankness', 'exception'] as const
export type PreparationReason = (typeof PREPARATION_REASONS)[number]

/** open: session 1 waits · held: the talk took place · waived: somebody of the team wrote why it is not needed. */
export const PREPARATION_STATES = ['open', 'held', 'waived'] as const
export type PreparationState = (typeof PREPARATION_STATES)[number]

/** How long the talk may take to be held, from the start of the pair. */
export const PREPARATION_MS = 10 * DAY_MS

/** At or below this answer to MS6 (1 to 5), giving a frank opinion to an executive does not come easily (questionnaires.md §6). */
const HESITANT = 2

/** What exposure is seen from: the rank in the scale of grades, and whether a named group of the programme holds the person. */
export interface Standing {
  rank: number | null
  isNamed: boolean
}

/**
 * Who faces high exposure: the one whose partner is in a named group of the programme, or stands `gap` ranks above or
 * more (P28, P29).
 * @param senior the role that is above in this kind of programme; null where either may be.
 * @returns the role to be prepared; null where nobody is exposed.
 */
export function exposedRole(
  { mentor, mentee }: Record<Role, Standing>,
  senior: Role | null,
  gap: number,
): Role | null {
  const isAbove = (above: Standing, below: Standing) =>
    above.isNamed || (above.rank !== null && below.rank !== null && above.rank - below.rank >= gap)
  if (senior !== 'mentor' && isAbove(mentee, mentor)) return 'mentor'
  if (senior !== 'mentee' && isAbove(mentor, mentee)) return 'mentee'
  return null
}

/**
 * Why a talk with a coach comes first for one of the two; empty where nothing asks for one. A wish for later holds nothing
 * up, and an answer that was not given says nothing (P28, P29, MS6; design.md, Hierarchy, for the exception).
 */
export function preparationReasons(facts: {
  role: Role
  isExposed: boolean
  /** The two go together only by an exception to the reporting line, in which coaching is compulsory for both. */
  isException: boolean
  coach: 'yes' | 'no' | 'later' | undefined
  /** MS6, 1 to 5; asked of who passes on. */
  frankness: number | undefined
}): PreparationReason[] {
  const { role, isExposed, isException, coach, frankness } = facts
  const isHesitant = role === 'mentor' && frankness !== undefined && frankness <= HESITANT
  const holds: Record<PreparationReason, boolean> = {
    exposure: isExposed,
    wish: coach === 'yes',
    frankness: isHesitant,
    exception: isException,
  }
  return PREPARATION_REASONS.filter((reason) => holds[reason])
}

/** Coaching under an exception is compulsory: it is held, never waived (design.md, Hierarchy). */
export function mayWaive(reasons: readonly PreparationReason[]): boolean {
  return !reasons.includes('exception')
}

/**
 * What the team reads of the reasons: what somebody answered stays theirs, so that a wish and hesitation look the same.
 */
export const TOLD_REASONS = ['exposure', 'personal', 'exception'] as const
export type ToldReason = (typeof TOLD_REASONS)[number]

export function toldReasons(reasons: readonly PreparationReason[]): ToldReason[] {
  const told = new Set(
    reasons.map((reason) => (reason === 'wish' || reason === 'frankness' ? 'personal' : reason)),
  )
  return TOLD_REASONS.filter((reason) => told.has(reason))
}
