import * as v from 'valibot'
import { instantShown, timeZone, whole } from './shape.ts'

const hour = whole(0, 23)

/**
 * `PUT /me/preferences`: how one wants to be written to, whole. Hours are on the clock of the zone; from the one to the
 * other nothing that can wait is sent, and the same hour twice means that none is quiet.
 */
export const preferencesInput = v.strictObject({
  time_zone: v.nullable(timeZone),
  reminders: v.boolean(),
  quiet_from: hour,
  quiet_to: hour,
})

/** The same as it is kept, or as it holds before one says anything. */
export const preferencesShown = v.strictObject({
  time_zone: v.nullable(v.string()),
  reminders: v.boolean(),
  quiet_from: whole(0, 23),
  quiet_to: whole(0, 23),
})
export type PreferencesShown = v.InferOutput<typeof preferencesShown>

export const CALENDAR_FEED_KINDS = ['own', 'assistant'] as const

/** `POST /me/calendar-feeds`: for oneself, or for an assistant who may know the times and nothing else. */
export const calendarFeedInput = v.strictObject({ kind: v.picklist(CALENDAR_FEED_KINDS) })

/** A calendar that somebody may read at a secret address, without that address. */
export const calendarFeedShown = v.strictObject({
  kind: v.picklist(CALENDAR_FEED_KINDS),
  created_at: instantShown,
})
export type CalendarFeedShown = v.InferOutput<typeof calendarFeedShown>

/** The same just after it was made: its address is shown this once. */
export const calendarFeedCreated = v.strictObject({
  ...calendarFeedShown.entries,
  address: v.string(),
  token: v.string(),
})
export type CalendarFeedCreated = v.InferOutput<typeof calendarFeedCreated>
