/** A mentor is the junior who passes something on; a mentee is the senior who learns. */
export const ROLES = ['mentor', 'mentee'] as const
export type Role = (typeof ROLES)[number]

/** pending: designated, consent still missing · active: may be matched · withdrawn: left the programme. */
export const PARTICIPANT_STATES = ['pending', 'active', 'withdrawn'] as const
export type ParticipantState = (typeof PARTICIPANT_STATES)[number]

/**
 * How many mentees a mentor can take: min(declared, ⌊hours a month ÷ (session + preparation)⌋).
 * Hours are per month, durations in minutes. Nothing declared means one; no hours given means no limit by time.
 * Source: questionnaires.md §5.
 */
export function mentorCapacity(
  declared: number | undefined,
  hoursAMonth: number | undefined,
  sessionMinutes: number,
  preparationMinutes: number,
): number {
  const wished = declared ?? 1
  if (hoursAMonth === undefined) return wished
  return Math.min(wished, Math.floor((hoursAMonth * 60) / (sessionMinutes + preparationMinutes)))
}
