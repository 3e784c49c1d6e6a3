import type { Change } from '#db/commit.ts'
import { updateWebhookEndpoint, type WebhookEndpointRow } from '#db/queries/webhook.ts'
import {
  countUndelivered,
  deliverNextEvent,
  deliverSince,
  findDelivery,
  sendAgain,
} from '#db/queries/webhook-delivery.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'
import { getEndpointToChange } from './webhook.ts'

/**
 * Has one event sent to an endpoint once more, whether it was accepted or not. What waits behind something undelivered goes on
 * waiting for it.
 * @throws Problem `not-found` where that event was never for this endpoint
 */
export async function resendEvent(ctx: Context, id: string, eventId: string): Promise<void> {
  const endpoint = await getEndpointToChange(ctx, id)
  const delivery = await findDelivery(ctx.db, id, eventId)
  if (!delivery) throw notFound({ fr: 'Envoi', en: 'Delivery' })
  await commitAsked(ctx, endpoint, 'webhook-endpoint.recovered', { event: eventId, events: 1 }, [
    sendAgain(id, delivery.event_seq, ctx.now),
  ])
}

/**
 * Has everything sent that an endpoint may hear of, happened since an instant (epoch ms), and was not accepted by it so far,
 * in order; also what happened before it was there.
 * @returns how many events that are
 */
export async function recoverEvents(ctx: Context, id: string, since: number): Promise<number> {
  const endpoint = await getEndpointToChange(ctx, id)
  const events = await countUndelivered(ctx.db, id, since)
  const writes = deliverSince(id, since, ctx.now)
  await commitAsked(ctx, endpoint, 'webhook-endpoint.recovered', { events }, writes)
  return events
}

/** Sends an endpoint, and no other, an event of its own, so that its owner sees how events arrive. */
export async function testEndpoint(ctx: Context, id: string): Promise<void> {
  const endpoint = await getEndpointToChange(ctx, id)
  await commitAsked(ctx, endpoint, 'webhook-endpoint.tested', {}, [deliverNextEvent(id, ctx.now)])
}

/** Somebody asks for it now: an endpoint that is left alone for a while is tried again. */
async function commitAsked(
  ctx: Context,
  { id, version: before }: WebhookEndpointRow,
  type: 'webhook-endpoint.recovered' | 'webhook-endpoint.tested',
  data: Record<string, string | number>,
  writes: Change['writes'],
): Promise<void> {
  const version = before + 1
  await commit(ctx, {
    event: { type, subject: id, version, data: { webhook_endpoint: id, ...data } },
    writes: [...writes, updateWebhookEndpoint(ctx.db, { id, open_until: null, version })],
  })
  ctx.wake({ job: 'deliveries' })
}
