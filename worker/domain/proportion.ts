/** The 97.5th percentile of the standard normal distribution: two-sided 95 %. */
const Z95 = 1.959963984540054

/** A share with what it may well be in truth. */
export interface Proportion {
  share: number
  low: number
  high: number
}

/**
 * A share of `count` in `of` with its 95 % score interval, which keeps to 0…1 and holds for small numbers and for shares
 * near the ends: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212.
 * @returns null where there is nobody.
 */
export function wilsonInterval(count: number, of: number): Proportion | null {
  if (of <= 0) return null
  const share = count / of
  const squared = (Z95 * Z95) / of
  const middle = share + squared / 2
  const half = Z95 * Math.sqrt((share * (1 - share)) / of + squared / (4 * of))
  return {
    share,
    low: count === 0 ? 0 : (middle - half) / (1 + squared),
    high: count === of ? 1 : (middle + half) / (1 + squared),
  }
}

/** The middle one of some numbers, or half-way between the two in the middle; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((one, other) => one - other)
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 ? upper : ((sorted[half - 1] as number) + upper) / 2
}

/** Nobody is counted in a group of fewer people than this. */
export const FEWEST_PEOPLE = 5

/**
 * The cells of one breakdown without those of fewer than five people, none included. Where a single one is hidden and
 * the total is told elsewhere, the rest would give it away: the next smallest is then hidden with it.
 */
export function hideSmallCells<K extends string>(
  cells: Record<K, number>,
  isTotalTold: boolean,
): Record<K, number | null> {
  const names = Object.keys(cells) as K[]
  const hidden = new Set(names.filter((name) => cells[name] < FEWEST_PEOPLE))
  if (isTotalTold && hidden.size === 1) {
    const next = names.filter((name) => !hidden.has(name)).sort((one, other) => cells[one] - cells[other])[0]
    if (next) hidden.add(next)
  }
  return Object.fromEntries(names.map((name) => [name, hidden.has(name) ? null : cells[name]])) as Record<
    K,
    number | null
  >
}
