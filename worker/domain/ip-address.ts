/** Networks of IPv4 that the public internet does not reach (IANA IPv4 Special-Purpose Address Registry). */
const CLOSED_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/**
 * Networks inside 2000::/3, the only part of IPv6 that is global, that are not: protocol assignments with Teredo, benchmarks
 * and ORCHID, documentation, 6to4 (IANA IPv6 Special-Purpose Address Registry). What carries an IPv4 address inside
 * (mapped, NAT64) lies outside 2000::/3 already.
 */
const CLOSED_V6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** Whether an IP address, as text, is one that the whole internet can reach. Anything that is no address is not. */
export function isGlobalAddress(address: string): boolean {
  const v4 = parseV4(address)
  if (v4 !== null) return !CLOSED_V4.some(([network, bits]) => isWithin(v4, parseV4(network)!, 32, bits))
  const v6 = parseV6(address)
  if (v6 === null || !isWithin(v6, parseV6('2000::')!, 128, 3)) return false
  return !CLOSED_V6.some(([network, bits]) => isWithin(v6, parseV6(network)!, 128, bits))
}

function isWithin(address: bigint, network: bigint, width: number, bits: number): boolean {
  const rest = BigInt(width - bits)
  return address >> rest === network >> rest
}

/** Four decimal numbers without leading zeros, as resolvers write them. */
function parseV4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let value = 0n
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null
    value = (value << 8n) | BigInt(part)
  }
  return value
}

/** Eight groups of hexadecimal digits, one run of zeros left out, the last two maybe as IPv4 (RFC 4291 §2.2). */
function parseV6(text: string): bigint | null {
  const halves = text.toLowerCase().split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map(groupsOf)
  if (!head || tail === null) return null
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...new Array<bigint>(missing).fill(0n), ...(tail ?? [])]
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}

function groupsOf(half: string): bigint[] | null {
  if (half === '') return []
  const groups: bigint[] = []
  const parts = half.split(':')
  for (const [at, part] of parts.entries()) {
    const v4 = at === parts.length - 1 && part.includes('.') ? parseV4(part) : null
    if (v4 !== null) groups.push(v4 >> 16n, v4 & 0xffffn)
    else if (/^[0-9a-f]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`))
    else return null
  }
  return groups
}
