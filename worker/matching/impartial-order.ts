/**
 * An order in which nobody gains from being first in a file or early in the alphabet: by a hash of the person’s
 * reference, then by the reference. It is always the same for the same people, however they arrive.
 */
export function inImpartialOrder<T extends { person: string }>(people: readonly T[]): T[] {
  return people
    .map((one) => ({ one, hash: hashOf(one.person) }))
    .sort((a, b) => a.hash - b.hash || (a.one.person < b.one.person ? -1 : 1))
    .map(({ one }) => one)
}

/** FNV-1a over UTF-16 units, then the final mix of MurmurHash3, so that `emp-1` and `emp-2` end up far apart. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
