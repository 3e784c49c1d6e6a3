import { signedContent } from '#domain/webhook.ts'

/** One message to a receiver: what it says, and with which secrets it is signed. */
export interface Letter {
  url: string
  /** The present secret, and the one before it while it is changed. */
  secrets: readonly string[]
  /** `webhook-id`: the same over retries. */
  id: string
  /** Of this attempt, in seconds. */
  timestamp: number
  body: string
  /** Whether it may go to this very machine. */
  loopback: boolean
}

/** What became of an attempt; anything but `accepted` is tried again. */
export interface DeliveryAnswer {
  outcome:
    | 'accepted'
    | 'refused'
    | 'redirect'
    | 'gone'
    | 'throttled'
    | 'timeout'
    | 'unreachable'
    | 'too-long'
    | 'forbidden'
  status: number | null
  /** What `Retry-After` asks for. */
  retryAfterMs: number | null
  /** The first 200 printable characters. */
  answer: string
  durationMs: number
}

/** How webhooks leave. Never throws. */
export interface Courier {
  post(letter: Letter): Promise<DeliveryAnswer>
}

const DEADLINE_MS = 10_000

/** Over HTTP, signed as Standard Webhooks 1.0.0 says. Redirects are not followed. */
export const httpCourier: Courier = {
  async post({ url, secrets, id, timestamp, body }) {
    const startedAt = Date.now()
    const told = (outcome: DeliveryAnswer['outcome'], status: number | null): DeliveryAnswer => ({
      outcome,
      status,
      retryAfterMs: null,
      answer: '',
      durationMs: Date.now() - startedAt,
    })
    try {
      const signatures = await Promise.all(
        secrets.map(async (secret) => `v1,${await sign(secret, signedContent(id, timestamp, body))}`),
      )
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(DEADLINE_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Binome-Webhooks/1',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signatures.join(' '),
        },
        body,
      })
      await response.body?.cancel()
      const { status } = response
      if (status >= 200 && status < 300) return told('accepted', status)
      if (status >= 300 && status < 400) return told('redirect', status)
      return told(status === 410 ? 'gone' : 'refused', status)
    } catch (error) {
      const isTimeout = error instanceof Error && /Timeout|Abort/.test(error.name)
      return told(isTimeout ? 'timeout' : 'unreachable', null)
    }
  },
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
