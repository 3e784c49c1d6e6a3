import { QUIET_FROM, QUIET_TO } from './quiet-hours.ts'

/** How somebody wants to be written to. */
export interface Preferences {
  /** IANA zone; null for that of the programme. */
  time_zone: string | null
  reminders: boolean
  /** Hours of the day, 0 to 23; the same twice for never quiet. */
  quiet_from: number
  quiet_to: number
}

/** What somebody said of reminders when they signed up to a programme; later, their preferences say it. */
interface SignedUp {
  state: 'pending' | 'active' | 'withdrawn'
  reminders: boolean
  volunteer_at: number | null
  created_at: number
}

/**
 * Whether somebody may be reminded of something, by what they said last: in their preferences, which hold everywhere, or
 * on signing up, which holds for that programme. Whoever takes part in it as mentor and as mentee is reminded unless they
 * declined as both. Whoever has said nothing, such as a coach, may be.
 * @param signedUp their participations in the programme concerned; only those that are active say anything
 */
export function wantsReminders(
  preferences: (Pick<Preferences, 'reminders'> & { updated_at: number }) | undefined,
  signedUp: readonly SignedUp[],
): boolean {
  if (preferences && !preferences.reminders) return false
  const spoken = signedUp.filter(({ state }) => state === 'active')
  if (spoken.length === 0) return true
  return spoken.some(
    ({ reminders, volunteer_at, created_at }) =>
      reminders || (preferences !== undefined && preferences.updated_at >= (volunteer_at ?? created_at)),
  )
}

/**
 * What holds for somebody before they say anything themselves.
 * @param signedUp their participations in every programme
 */
export function firstPreferences(signedUp: readonly SignedUp[]): Preferences {
  return {
    time_zone: null,
    reminders: wantsReminders(undefined, signedUp),
    quiet_from: QUIET_FROM,
    quiet_to: QUIET_TO,
  }
}
