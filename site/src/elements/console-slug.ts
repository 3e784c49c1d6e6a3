/**
 * A readable address from a name: accents and ligatures spelt out, everything else a hyphen, 64 characters at most,
 * cut between words where that is possible. Empty where nothing of the name can be written in a–z and 0–9.
 */
export function toSlug(name: string): string {
  const words = name
    .replaceAll(/œ/gi, 'oe')
    .replaceAll(/æ/gi, 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (words.length <= 64) return words
  const cut = words.slice(0, 65)
  const between = cut.lastIndexOf('-')
  return between > 20 ? cut.slice(0, between) : cut.slice(0, 64)
}
