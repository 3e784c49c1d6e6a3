import type { WebhookEndpointInput } from '#contract/webhook.ts'
import {
  claimDelivery,
  deleteWebhookEndpoint,
  findWebhookEndpoint,
  insertWebhookEndpoint,
  listDeliveriesDue,
  recordDelivery,
  type WebhookEndpointRow,
} from '#db/queries/webhook.ts'
import { authorise } from '#domain/permission.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { deliveryBody, retryDelayMs, whyAddressRefused } from '#domain/webhook.ts'
import { type Courier, newWebhookSecret } from '#gateways/webhook.ts'
import { type Context, commit } from './context.ts'

/** Registers a receiver of events. Its secret is in the answer, once. */
export async function addWebhookEndpoint(
  ctx: Context,
  input: WebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  authorise(ctx.actor, 'webhooks:write')
  if (whyAddressRefused(input.url, ctx.settings.webhookLoopback)) {
    const detail = {
      fr: 'Cette adresse ne peut pas recevoir de webhooks\u00a0: donnez une adresse https publique, sans port ni identifiants.',
      en: 'This address cannot receive webhooks: give a public https address, without port or credentials.',
    }
    throw new Problem('invalid', detail, [{ pointer: '/url', detail }])
  }
  const row: WebhookEndpointRow = {
    ...input,
    id: ctx.newId('whe'),
    secret: newWebhookSecret(),
    previous_secret: null,
    previous_secret_until: null,
    state: 'active',
    disabled_reason: null,
    challenge: null,
    challenge_attempts: 0,
    challenge_next_at: null,
    failures: 0,
    failing_since: null,
    open_until: null,
    version: 1,
    created_at: ctx.now,
  }
  await commit(ctx, {
    event: {
      type: 'webhook-endpoint.created',
      subject: row.id,
      version: 1,
      data: { webhook_endpoint: row.id },
    },
    writes: [insertWebhookEndpoint(ctx.db, row)],
  })
  return row
}

export async function removeWebhookEndpoint(ctx: Context, id: string): Promise<void> {
  authorise(ctx.actor, 'webhooks:write')
  const row = await findWebhookEndpoint(ctx.db, id)
  if (!row) throw notFound({ fr: 'Adresse de réception', en: 'Webhook endpoint' })
  await commit(ctx, {
    event: {
      type: 'webhook-endpoint.deleted',
      subject: id,
      version: row.version + 1,
      data: { webhook_endpoint: id },
    },
    writes: deleteWebhookEndpoint(ctx.db, id),
  })
}

/**
 * Makes one attempt at every delivery that is due. An attempt is claimed before it is made; what is not accepted
 * is tried again on the schedule of Standard Webhooks, until it is accepted or the endpoint is removed.
 * Receivers are served side by side, each in order; one that does not answer waits without slowing the others.
 * @returns how many were accepted and how many must wait.
 */
export async function deliverDueEvents(
  ctx: Context,
  courier: Courier,
): Promise<{ delivered: number; waiting: number }> {
  const due = await listDeliveriesDue(ctx.db, ctx.now, 100)
  const byEndpoint = Map.groupBy(due, ({ endpoint }) => endpoint.id)
  const counts = await Promise.all([...byEndpoint.values()].map((mine) => deliverInOrder(ctx, courier, mine)))
  return {
    delivered: counts.reduce((sum, one) => sum + one.delivered, 0),
    waiting: counts.reduce((sum, one) => sum + one.waiting, 0),
  }
}

async function deliverInOrder(
  ctx: Context,
  courier: Courier,
  due: Awaited<ReturnType<typeof listDeliveriesDue>>,
): Promise<{ delivered: number; waiting: number }> {
  let delivered = 0
  for (const { delivery, endpoint, event } of due) {
    const nextAttemptAt = ctx.now + retryDelayMs(delivery.attempts + 1, spreadOf(event.id))
    if (!(await claimDelivery(ctx.db, delivery, nextAttemptAt))) continue
    const result = whyAddressRefused(endpoint.url, ctx.settings.webhookLoopback)
      ? ({ outcome: 'refused', status: null } as const)
      : await courier.post({
          url: endpoint.url,
          secrets: [endpoint.secret],
          id: event.id,
          timestamp: Math.floor(ctx.now / 1000),
          body: deliveryBody(event),
          loopback: ctx.settings.webhookLoopback,
        })
    const isDelivered = result.outcome === 'accepted'
    await recordDelivery(ctx.db, delivery, {
      last_status: result.status,
      last_outcome: result.outcome,
      ...(isDelivered ? { state: 'delivered', delivered_at: ctx.now } : {}),
    })
    if (!isDelivered) break
    delivered += 1
  }
  return { delivered, waiting: due.length - delivered }
}

/** A number in 0…1 that differs between events and is the same for one, so that retries do not come in waves. */
function spreadOf(eventId: string): number {
  return (eventId.charCodeAt(5) % 32) / 32
}
