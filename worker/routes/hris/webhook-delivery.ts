import { Hono } from 'hono'
import * as v from 'valibot'
import { recoverEvents, resendEvent, testEndpoint } from '#actions/webhook-resend.ts'
import { toInstant } from '#contract/shape.ts'
import {
  type AttemptShown,
  type DeliveryShown,
  deliveryState,
  type RecoveryShown,
  recoveryInput,
} from '#contract/webhook.ts'
import { findWebhookEndpoint } from '#db/queries/webhook.ts'
import {
  findDelivery,
  type ListedDelivery,
  listAttempts,
  listDeliveries,
  type WebhookAttemptRow,
} from '#db/queries/webhook-delivery.ts'
import { notFound } from '#domain/problem.ts'
import { checkShape, readJson } from '#http/body.ts'
import { readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

/** Where a page ended: at a number. */
const beforeNumber = v.pipe(v.number(), v.integer())

export const webhookDeliveryRoutes = new Hono<App>()
  .get('/webhook-endpoints/:id/deliveries', allow('webhooks:read'), async (c) => {
    const { db } = c.get('ctx')
    const { limit, after } = readPaging(c, beforeNumber)
    const { state } = checkShape(v.object({ state: v.optional(deliveryState) }), c.req.query())
    const endpoint = await findWebhookEndpoint(db, c.req.param('id'))
    if (!endpoint) throw notFound({ fr: 'Adresse de réception', en: 'Webhook endpoint' })
    const rows = await listDeliveries(db, endpoint.id, state ?? null, after, limit + 1)
    return c.json(toPage(rows, limit, showDelivery, (row) => row.event_seq))
  })
  .get('/webhook-endpoints/:id/deliveries/:event/attempts', allow('webhooks:read'), async (c) => {
    const { limit, after } = readPaging(c, beforeNumber)
    const delivery = await getDelivery(c)
    const rows = await listAttempts(c.get('ctx').db, c.req.param('id'), delivery.event_seq, after, limit + 1)
    return c.json(toPage(rows, limit, showAttempt, (row) => row.attempt))
  })
  .post('/webhook-endpoints/:id/deliveries/:event/resend', allow('webhooks:write'), async (c) => {
    await resendEvent(c.get('ctx'), c.req.param('id'), c.req.param('event'))
    return c.json(showDelivery(await getDelivery(c)), 202)
  })
  .post('/webhook-endpoints/:id/recovery', allow('webhooks:write'), async (c) => {
    const { since } = await readJson(c, recoveryInput)
    const shown: RecoveryShown = { events: await recoverEvents(c.get('ctx'), c.req.param('id'), since) }
    return c.json(shown, 202)
  })
  .post('/webhook-endpoints/:id/test', allow('webhooks:write'), async (c) => {
    await testEndpoint(c.get('ctx'), c.req.param('id'))
    return c.body(null, 202)
  })

async function getDelivery(c: Request): Promise<ListedDelivery> {
  const { id = '', event = '' } = c.req.param() as Record<string, string>
  const delivery = await findDelivery(c.get('ctx').db, id, event)
  if (!delivery) throw notFound({ fr: 'Envoi', en: 'Delivery' })
  return delivery
}

function showDelivery(row: ListedDelivery): DeliveryShown {
  const { event, type, state, attempts, last_outcome, last_status } = row
  return {
    event,
    type,
    state,
    attempts,
    next_attempt_at: toInstant(state === 'waiting' ? row.next_attempt_at : null),
    last_outcome,
    last_status,
    delivered_at: toInstant(row.delivered_at),
    occurred_at: toInstant(row.occurred_at),
  }
}

function showAttempt({
  attempt,
  attempted_at,
  duration_ms,
  outcome,
  status,
  answer,
}: WebhookAttemptRow): AttemptShown {
  return { attempt, attempted_at: toInstant(attempted_at), duration_ms, outcome, status, answer }
}
