import { DAY_MS } from './local-time.ts'

/**
 * When a delivery is tried again: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h after the last attempt
 * (75 h 35 in all), then every 24 hours: an event is retried until it is accepted or its endpoint is removed.
 * Source: Standard Webhooks 1.0.0, "Deliverability and reliability".
 */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** How long to wait after attempt number `attempts` (1 for the first), in ms; `spread` in 0…1 adds up to a tenth. */
export function retryDelayMs(attempts: number, spread: number): number {
  const seconds = RETRY_SECONDS[Math.min(attempts, RETRY_SECONDS.length) - 1] ?? 5
  return Math.round(seconds * 1000 * (1 + spread / 10))
}

/** A number in 0…1 that differs between ids and is the same for one, so that retries do not come in waves. */
export function spreadOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 1024
  return sum / 1024
}

/** The longest that a receiver may ask to be left alone. */
const RETRY_AFTER_MAX_MS = DAY_MS

/**
 * What `Retry-After` asks for, in ms from `now` (epoch ms): seconds or an HTTP date (RFC 9110 §10.2.3), a day at most;
 * null where it says nothing that can be read.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1000, RETRY_AFTER_MAX_MS)
  // A number with a sign or a fraction is none, and no date either, though `Date.parse` reads one in it.
  if (!/^[A-Za-z]{3,9}, ?/.test(text)) return null
  const at = Date.parse(text)
  return Number.isFinite(at) ? Math.min(Math.max(0, at - now), RETRY_AFTER_MAX_MS) : null
}

/** How long to wait after the challenge was sent `attempts` times, in ms; null once a day has passed without proof. */
export function challengeDelayMs(attempts: number, spread: number): number | null {
  const sent = RETRY_SECONDS.slice(0, attempts - 1).reduce((sum, seconds) => sum + seconds * 1000, 0)
  if (sent >= DAY_MS) return null
  return Math.min(retryDelayMs(attempts, spread), DAY_MS - sent)
}

/** What a receiver is asked to send back before anything else is sent to it. */
export function challengeBody(challenge: string, now: number): string {
  return JSON.stringify({
    type: 'webhook-endpoint.challenge',
    timestamp: new Date(now).toISOString(),
    data: { challenge },
  })
}

/** The secrets that sign now: the present one, and for a day after a change the one before it. */
export function secretsOf(
  endpoint: { secret: string; previous_secret: string | null; previous_secret_until: number | null },
  now: number,
): string[] {
  const isKept = endpoint.previous_secret !== null && (endpoint.previous_secret_until ?? 0) > now
  return isKept ? [endpoint.secret, endpoint.previous_secret as string] : [endpoint.secret]
}

/** What is kept of an answer: its first 200 printable characters, white space as single spaces. */
export function printableStart(text: string): string {
  return [...text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim()].slice(0, 200).join('')
}

/** The text that is signed: id, timestamp in seconds and body, joined by dots (Standard Webhooks 1.0.0). */
export function signedContent(id: string, timestampSeconds: number, body: string): string {
  return `${id}.${timestampSeconds}.${body}`
}

/** What is sent: minified JSON with the type, the time and thin data. */
export function deliveryBody(event: {
  id: string
  type: string
  occurred_at: number
  data: Record<string, unknown>
}): string {
  return JSON.stringify({
    id: event.id,
    type: event.type,
    timestamp: new Date(event.occurred_at).toISOString(),
    data: event.data,
  })
}

/** Names that public DNS does not know, or should not (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_ZONES = /\.(local|internal|intranet|private|localhost|localdomain|home|lan|corp|arpa|onion)$/

/**
 * Why an address may not be a receiver, or null where it may: https on the default port with a public DNS name that is not
 * `ownHost` nor below it; `loopback` allows http on this machine. Judged on the parsed URL, so that tricks of spelling do not
 * help (interfaces.md §3.5, reliability.md §3.3, 27).
 */
export function whyAddressRefused(address: string, loopback: boolean, ownHost = ''): string | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return 'not-an-address'
  }
  if (url.username || url.password) return 'credentials-in-address'
  const host = url.hostname
  if (isLoopback(host))
    return loopback && (url.protocol === 'http:' || url.protocol === 'https:') ? null : 'private-address'
  if (url.protocol !== 'https:') return 'not-https'
  if (url.port !== '') return 'port'
  if (host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host)) return 'ip-address'
  if (!host.includes('.') || host.endsWith('.') || PRIVATE_ZONES.test(host)) return 'private-address'
  return ownHost !== '' && (host === ownHost || host.endsWith(`.${ownHost}`)) ? 'own-address' : null
}

/** Whether a parsed hostname is this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
