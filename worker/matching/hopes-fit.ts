import type { HopesMatrix } from '#domain/criterion.ts'

/** The weights of one or two ranked hopes (§4). */
const BY_RANK = [[], [1], [2 / 3, 1 / 3]]

/**
 * Σ w_a w_b M[a,b] over the first two hopes of each, in order of importance (questionnaires.md §4, C14–C17).
 * Null where one of them said nothing.
 */
export function fitHopes(
  matrix: HopesMatrix,
  senior: readonly string[],
  junior: readonly string[],
): number | null {
  const [above, below] = [senior.slice(0, 2), junior.slice(0, 2)]
  if (above.length === 0 || below.length === 0) return null
  let fit = 0
  for (let i = 0; i < above.length; i++) {
    const row = matrix[above[i]!]
    for (let j = 0; j < below.length; j++) {
      fit += BY_RANK[above.length]![i]! * BY_RANK[below.length]![j]! * (row?.[below[j]!] ?? 0)
    }
  }
  return fit
}

/** The two hopes that answer each other best; null where one of them said nothing. */
export function bestHopes(
  matrix: HopesMatrix,
  senior: readonly string[],
  junior: readonly string[],
): [senior: string, junior: string] | null {
  let best: [string, string] | null = null
  for (const a of senior.slice(0, 2)) {
    for (const b of junior.slice(0, 2)) {
      if (!best || (matrix[a]?.[b] ?? 0) > (matrix[best[0]]?.[best[1]] ?? 0)) best = [a, b]
    }
  }
  return best
}
