import * as v from 'valibot'
import { EVENT_TYPES, type EventType } from '#domain/event.ts'
import { countShown, instant, instantShown, line } from './shape.ts'

const outsideTypes = (Object.keys(EVENT_TYPES) as EventType[]).filter(
  (type) => EVENT_TYPES[type] === 'outside',
)

const url = v.pipe(v.string(), v.maxLength(2000), v.url('url'))
const description = v.union([v.literal(''), line(200)])
const types = v.array(v.picklist(outsideTypes))

/** `POST /webhook-endpoints`: no types means all that concern the outside. */
export const webhookEndpointInput = v.strictObject({
  url,
  description: v.optional(description, ''),
  types: v.optional(types, []),
})
export type WebhookEndpointInput = v.InferOutput<typeof webhookEndpointInput>

/** `PATCH /webhook-endpoints/:id`: what is to change. */
export const webhookEndpointPatch = v.strictObject({
  url: v.exactOptional(url),
  description: v.exactOptional(description),
  types: v.exactOptional(types),
  state: v.exactOptional(v.picklist(['active', 'disabled'])),
})
export type WebhookEndpointPatch = v.InferOutput<typeof webhookEndpointPatch>

/** `POST /webhook-endpoints/:id/verification`: what was sent to the address. */
export const verificationInput = v.strictObject({ challenge: line(200) })

/** `POST /webhook-endpoints/:id/recovery`: from when on. */
export const recoveryInput = v.strictObject({ since: instant })

export const recoveryShown = v.strictObject({ events: countShown })
export type RecoveryShown = v.InferOutput<typeof recoveryShown>

const endpoint = {
  id: v.string(),
  url: v.string(),
  description: v.string(),
  types: v.array(v.string()),
  state: v.picklist(['pending', 'active', 'disabled']),
  disabled_reason: v.nullable(v.picklist(['gone', 'failing', 'unproved', 'by-hand'])),
  failing_since: v.nullable(instantShown),
  open_until: v.nullable(instantShown),
  previous_secret_until: v.nullable(instantShown),
  /** How showing whose it is has gone so far; null where it has been shown. */
  proof: v.nullable(
    v.strictObject({
      attempts: countShown,
      last_outcome: v.nullable(v.string()),
      last_status: v.nullable(v.number()),
      next_attempt_at: v.nullable(instantShown),
    }),
  ),
  created_at: instantShown,
}

/** A receiver on the wire; no types means all that concern the outside. */
export const webhookEndpointShown = v.strictObject(endpoint)
export type WebhookEndpointShown = v.InferOutput<typeof webhookEndpointShown>

/** The same with the secret that signs what it is sent: only in the answer that creates or renews it. */
export const webhookEndpointCreated = v.strictObject({ ...endpoint, secret: v.string() })
export type WebhookEndpointCreated = v.InferOutput<typeof webhookEndpointCreated>

const DELIVERY_STATES = ['waiting', 'delivered'] as const
export const deliveryState = v.picklist(DELIVERY_STATES)

/** An event on its way to a receiver. */
export const deliveryShown = v.strictObject({
  event: v.string(),
  type: v.string(),
  state: deliveryState,
  attempts: countShown,
  next_attempt_at: v.nullable(instantShown),
  last_outcome: v.nullable(v.string()),
  last_status: v.nullable(v.number()),
  delivered_at: v.nullable(instantShown),
  occurred_at: instantShown,
})
export type DeliveryShown = v.InferOutput<typeof deliveryShown>

/** One attempt, with what the receiver said. */
export const attemptShown = v.strictObject({
  attempt: countShown,
  attempted_at: instantShown,
  duration_ms: countShown,
  outcome: v.string(),
  status: v.nullable(v.number()),
  answer: v.nullable(v.string()),
})
export type AttemptShown = v.InferOutput<typeof attemptShown>
