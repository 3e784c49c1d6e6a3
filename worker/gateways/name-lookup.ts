import { isGlobalAddress } from '#domain/ip-address.ts'

/** What public DNS says of a host: that it may be written to, that it leads inside a network, or nothing. */
export type Whereabouts = 'global' | 'forbidden' | 'unknown'

const RESOLVER = 'https://cloudflare-dns.com/dns-query'
const KEPT_MS = 60_000
const KEPT_MAX = 500
const ANSWER_CHARACTERS_MAX = 65_536

/** DNS record types (RFC 1035, RFC 3596). */
const RECORDS = { A: 1, AAAA: 28 } as const

const known = new Map<string, { until: number; where: Whereabouts }>()

/**
 * Where a host name leads, by DNS over HTTPS (RFC 8484, in JSON as Cloudflare answers it), kept for a minute: `forbidden`
 * where one address or more is not of the public internet; `unknown` where there is none, or the resolver does not answer.
 * Between this look and the connection the answer may change (DNS rebinding): what is left of that risk is borne by the
 * platform, whose global fetch reaches no private network.
 */
export async function lookUp(host: string, signal: AbortSignal): Promise<Whereabouts> {
  const now = Date.now()
  const kept = known.get(host)
  if (kept && kept.until > now) return kept.where
  const where = await ask(host, signal)
  if (where !== 'unknown') {
    if (known.size >= KEPT_MAX) known.clear()
    known.set(host, { until: now + KEPT_MS, where })
  }
  return where
}

async function ask(host: string, signal: AbortSignal): Promise<Whereabouts> {
  const found = await Promise.all([addressesOf(host, 'A', signal), addressesOf(host, 'AAAA', signal)])
  const addresses = found.flat()
  if (addresses.length === 0) return 'unknown'
  return addresses.every(isGlobalAddress) ? 'global' : 'forbidden'
}

async function addressesOf(host: string, type: keyof typeof RECORDS, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(`${RESOLVER}?name=${encodeURIComponent(host)}&type=${type}`, {
    headers: { accept: 'application/dns-json' },
    redirect: 'manual',
    signal,
  })
  const text = await response.text()
  if (!response.ok || text.length > ANSWER_CHARACTERS_MAX)
    throw new Error(`resolver answered ${response.status}`)
  const { Answer: records = [] } = JSON.parse(text) as { Answer?: { type: number; data: string }[] }
  return records.filter((record) => record.type === RECORDS[type]).map(({ data }) => data)
}
