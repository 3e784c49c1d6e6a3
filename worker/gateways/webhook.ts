import { signedContent } from '#domain/webhook.ts'

/** What became of an attempt; anything but `accepted` is tried again. */
export interface DeliveryOutcome {
  outcome: 'accepted' | 'refused' | 'redirect' | 'gone' | 'timeout' | 'unreachable'
  status: number | null
}

const DEADLINE_MS = 10_000

/**
 * One attempt to hand an event to a receiver, signed as Standard Webhooks 1.0.0 says: `webhook-id` (the same over
 * retries), `webhook-timestamp` (of this attempt, in seconds) and `webhook-signature`. Redirects are not followed,
 * the answer's body is not read. Never throws.
 */
export async function postWebhook(
  endpoint: { url: string; secret: string },
  id: string,
  body: string,
  now: number,
): Promise<DeliveryOutcome> {
  const timestamp = Math.floor(now / 1000)
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Binome-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': `v1,${await sign(endpoint.secret, signedContent(id, timestamp, body))}`,
      },
      body,
    })
    await response.body?.cancel()
    const { status } = response
    if (status >= 200 && status < 300) return { outcome: 'accepted', status }
    if (status >= 300 && status < 400) return { outcome: 'redirect', status }
    return { outcome: status === 410 ? 'gone' : 'refused', status }
  } catch (error) {
    const isTimeout = error instanceof Error && /Timeout|Abort/.test(error.name)
    return { outcome: isTimeout ? 'timeout' : 'unreachable', status: null }
  }
}

/** HMAC-SHA256 in base64, with the bytes behind `whsec_`. */
async function sign(secret: string, content: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(content))
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
}

/** A fresh secret of 32 bytes, as it is shown once to whoever registers an endpoint. */
export function newWebhookSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`
}
