import type { CalendarFeedShown, PreferencesShown } from '#contract/preference.ts'
import { toInstant } from '#contract/shape.ts'
import type { CalendarFeedRow } from '#db/queries/calendar-feed.ts'
import type { Preferences } from '#domain/preference.ts'

export function showPreferences({
  time_zone,
  reminders,
  quiet_from,
  quiet_to,
}: Preferences): PreferencesShown {
  return { time_zone, reminders, quiet_from, quiet_to }
}

/** Without its address, which only its first answer tells. */
export function showCalendarFeed({ kind, created_at }: CalendarFeedRow): CalendarFeedShown {
  return { kind, created_at: toInstant(created_at) }
}
