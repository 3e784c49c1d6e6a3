import * as v from 'valibot'
import { EVENT_TYPES, type EventType } from '#domain/event.ts'
import { instantShown } from './shape.ts'

/** The types that the outside hears of, in the feed and by webhook. */
export const OUTSIDE_EVENT_TYPES = (Object.keys(EVENT_TYPES) as EventType[]).filter(
  (type) => EVENT_TYPES[type] === 'outside',
)

/** An event as it leaves: what happened to what, by identifiers, and when. */
export const eventShown = v.strictObject({
  id: v.string(),
  type: v.picklist(OUTSIDE_EVENT_TYPES),
  subject: v.string(),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())])),
  occurred_at: instantShown,
})
export type EventShown = v.InferOutput<typeof eventShown>
