/** What a bonus per kept pair leads to: how many are kept, and the total without that bonus. */
export interface Kept {
  kept: number
  total: number
}

/**
 * The least whole bonus per kept pair, from `low` up to `high`, with which at least `wanted` pairs are kept; `high` where
 * none reaches that many.
 *
 * The best total as a function of the bonus is convex, made of straight pieces, and the number kept is its slope, so it
 * never falls as the bonus rises (Lagrangian relaxation). Each step tries where the pieces of the two ends would cross,
 * every other one halves the interval, and all are whole numbers: the least is exact, in at most 2·31 tries.
 */
export function leastBonus<T extends Kept>(
  solve: (bonus: number) => T,
  wanted: number,
  low: number,
  high: number,
): { bonus: number; answer: T } {
  let below = { bonus: low, answer: solve(low) }
  if (below.answer.kept >= wanted || low >= high) return below
  let enough = { bonus: high, answer: solve(high) }
  if (enough.answer.kept < wanted) return enough
  for (let step = 0; enough.bonus - below.bonus > 1; step++) {
    const bonus = step % 2 === 0 ? crossing(below, enough) : (below.bonus + enough.bonus) >> 1
    const tried = { bonus, answer: solve(bonus) }
    if (tried.answer.kept >= wanted) enough = tried
    else below = tried
  }
  return enough
}

interface Tried {
  bonus: number
  answer: Kept
}

function crossing(below: Tried, enough: Tried): number {
  const more = enough.answer.kept - below.answer.kept
  const bonus = Math.floor((below.answer.total - enough.answer.total) / more)
  return Math.min(Math.max(bonus, below.bonus + 1), enough.bonus - 1)
}
