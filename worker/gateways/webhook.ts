import { isLoopback, printableStart, readRetryAfter, signedContent } from '#domain/webhook.ts'
import { lookUp } from './name-lookup.ts'

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

/** For the whole exchange: finding the address, sending, and reading the answer. */
const DEADLINE_MS = 10_000
const ANSWER_BYTES_MAX = 4096

/** Statuses that may ask for patience (RFC 9110 §10.2.3, Standard Webhooks 1.0.0). */
const PATIENCE = [429, 502, 503, 504]

/** Over HTTP, signed as Standard Webhooks 1.0.0 says. Redirects are not followed. */
export const httpCourier: Courier = {
  async post(letter) {
    const startedAt = Date.now()
    const answer = await exchange(letter).catch((error: unknown) => {
      const isLate = error instanceof Error && /Timeout|Abort/.test(error.name)
      return { outcome: isLate ? ('timeout' as const) : ('unreachable' as const) }
    })
    return {
      status: null,
      retryAfterMs: null,
      answer: '',
      ...answer,
      durationMs: Date.now() - startedAt,
    }
  },
}

type Exchanged = Pick<DeliveryAnswer, 'outcome'> & Partial<DeliveryAnswer>

async function exchange({ url, secrets, id, timestamp, body, loopback }: Letter): Promise<Exchanged> {
  const signal = AbortSignal.timeout(DEADLINE_MS)
  const { hostname } = new URL(url)
  if (!(loopback && isLoopback(hostname))) {
    const where = await inTime(lookUp(hostname, signal), signal)
    if (where !== 'global') return { outcome: where === 'forbidden' ? 'forbidden' : 'unreachable' }
  }
  const signatures = await Promise.all(
    secrets.map(async (secret) => `v1,${await sign(secret, signedContent(id, timestamp, body))}`),
  )
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Binome-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
    },
    body,
  })
  const { status } = response
  const retryAfterMs = PATIENCE.includes(status)
    ? readRetryAfter(response.headers.get('retry-after'), Date.now())
    : null
  const outcome = outcomeOf(status, retryAfterMs)
  try {
    const answer = await readStart(response, signal)
    return { outcome, status, retryAfterMs, answer }
  } catch {
    // A receiver that says no has said so, however slowly it goes on; a yes that never ends is none.
    if (outcome !== 'accepted') return { outcome, status, retryAfterMs }
    return { outcome: signal.aborted ? 'timeout' : 'unreachable', status }
  }
}

function outcomeOf(status: number, retryAfterMs: number | null): DeliveryAnswer['outcome'] {
  if (status >= 200 && status < 300) return 'accepted'
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 410) return 'gone'
  return status === 429 || retryAfterMs !== null ? 'throttled' : 'refused'
}

/**
 * The first printable characters of an answer, of which 4 KB are read at most, before the deadline: once headers are there
 * the timer of `fetch` no longer ends a body that drips.
 */
async function readStart(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    while (bytes < ANSWER_BYTES_MAX) {
      const { done, value } = await inTime(reader.read(), signal)
      if (done) break
      text += decoder.decode(value.subarray(0, ANSWER_BYTES_MAX - bytes), { stream: true })
      bytes += value.byteLength
    }
  } finally {
    // Not waited for: a receiver that does not let go holds nobody up.
    reader.cancel().catch(() => undefined)
  }
  return printableStart(text)
}

/** What a promise brings, unless the signal comes first. @throws what the signal says, as `fetch` does */
function inTime<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
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
