import type { WebhookEndpointRow } from '#db/queries/webhook.ts'
import { secretsOf, whyAddressRefused } from '#domain/webhook.ts'
import type { Courier, DeliveryAnswer } from '#gateways/webhook.ts'
import type { Context } from './context.ts'

/** Sends a body to an endpoint whose address may still be written to. */
export async function sendTo(
  { settings }: Context,
  courier: Courier,
  endpoint: WebhookEndpointRow,
  now: number,
  id: string,
  body: string,
): Promise<DeliveryAnswer> {
  const loopback = settings.webhookLoopback
  if (whyAddressRefused(endpoint.url, loopback, new URL(settings.baseUrl).hostname) !== null) {
    return { outcome: 'forbidden', status: null, retryAfterMs: null, answer: '', durationMs: 0 }
  }
  const secrets = secretsOf(endpoint, now)
  return courier.post({ url: endpoint.url, secrets, id, timestamp: Math.floor(now / 1000), body, loopback })
}
