import * as v from 'valibot'
import { EVENT_TYPES, type EventType } from '#domain/event.ts'
import { instantShown, line } from './shape.ts'

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

const endpoint = {
  id: v.string(),
  url: v.string(),
  description: v.string(),
  types: v.array(v.string()),
  state: v.picklist(['pending', 'active', 'disabled']),
  created_at: instantShown,
}

/** A receiver on the wire; no types means all that concern the outside. */
export const webhookEndpointShown = v.strictObject(endpoint)
export type WebhookEndpointShown = v.InferOutput<typeof webhookEndpointShown>

/** The same with the secret that signs what it is sent: only in the answer that creates it. */
export const webhookEndpointCreated = v.strictObject({ ...endpoint, secret: v.string() })
export type WebhookEndpointCreated = v.InferOutput<typeof webhookEndpointCreated>
