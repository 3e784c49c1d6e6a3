/** How well two hopes answer each other: what the senior hopes for (IM) against what the junior does (IR); §4. */
export const HOPES_MATRIX: Record<string, Record<string, number>> = {
  IM1: { IR1: 0.5, IR2: 1, IR3: 0.4, IR4: 0.7, IR5: 0.7 },
  IM2: { IR1: 0.3, IR2: 0.6, IR3: 1, IR4: 0.7, IR5: 0.3 },
  IM3: { IR1: 0.75, IR2: 0.4, IR3: 0.75, IR4: 0.25, IR5: 1 },
  IM4: { IR1: 1, IR2: 0.4, IR3: 0.5, IR4: 0.75, IR5: 0.6 },
  IM5: { IR1: 1, IR2: 0.5, IR3: 0.85, IR4: 0.65, IR5: 1 },
}

/** The weights of one or two ranked hopes (§4). */
const BY_RANK = [[], [1], [2 / 3, 1 / 3]]

/**
 * Σ w_a w_b M[a,b] over the first two hopes of each, in order of importance (questionnaires.md §4, C14–C17).
 * Null where one of them said nothing.
 */
export function fitHopes(senior: readonly string[], junior: readonly string[]): number | null {
  const [above, below] = [senior.slice(0, 2), junior.slice(0, 2)]
  if (above.length === 0 || below.length === 0) return null
  let fit = 0
  for (let i = 0; i < above.length; i++) {
    const row = HOPES_MATRIX[above[i]!]
    for (let j = 0; j < below.length; j++) {
      fit += BY_RANK[above.length]![i]! * BY_RANK[below.length]![j]! * (row?.[below[j]!] ?? 0)
    }
  }
  return fit
}

/** The two hopes that answer each other best; null where one of them said nothing. */
export function bestHopes(
  senior: readonly string[],
  junior: readonly string[],
): [senior: string, junior: string] | null {
  let best: [string, string] | null = null
  for (const a of senior.slice(0, 2)) {
    for (const b of junior.slice(0, 2)) {
      if (!best || (HOPES_MATRIX[a]?.[b] ?? 0) > (HOPES_MATRIX[best[0]]?.[best[1]] ?? 0)) best = [a, b]
    }
  }
  return best
}
