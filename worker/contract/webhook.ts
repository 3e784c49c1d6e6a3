import * as v from 'valibot'
import { EVENT_TYPES, type EventType } from '#domain/event.ts'
import { line } from './shape.ts'

const outsideTypes = (Object.keys(EVENT_TYPES) as EventType[]).filter(
  (type) => EVENT_TYPES[type] === 'outside',
)

/** `POST /webhook-endpoints`: no types means all that concern the outside. */
export const webhookEndpointInput = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(2000), v.url('url')),
  description: v.optional(v.union([v.literal(''), line(200)]), ''),
  types: v.optional(v.array(v.picklist(outsideTypes)), []),
})
export type WebhookEndpointInput = v.InferOutput<typeof webhookEndpointInput>
