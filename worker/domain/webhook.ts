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

/**
 * Why an address may not be a receiver, or null where it may: https on the default port with a public DNS name;
 * `loopback` allows http on this machine. Judged on the parsed URL, so that tricks of spelling do not help
 * (interfaces.md §3.5, reliability.md §3.3, 27).
 */
export function whyAddressRefused(address: string, loopback: boolean): string | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return 'not-an-address'
  }
  if (url.username || url.password) return 'credentials-in-address'
  const host = url.hostname
  const isHere = host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
  if (isHere)
    return loopback && (url.protocol === 'http:' || url.protocol === 'https:') ? null : 'private-address'
  if (url.protocol !== 'https:') return 'not-https'
  if (url.port !== '') return 'port'
  if (host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host)) return 'ip-address'
  if (!host.includes('.') || host.endsWith('.') || /\.(local|internal|localhost|home|lan|corp)$/.test(host)) {
    return 'private-address'
  }
  return null
}

/** Whether a parsed hostname is this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
