/** Numbers in [0, 1) that follow from a seed alone. */
export type Random = () => number

/** Mulberry32: 32 bits of state, the same numbers on every machine. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A source of its own for each named thing, so that one person's answers do not depend on who came before.
 * The name is folded into the seed by FNV-1a.
 */
export function randomFor(seed: number, ...name: (string | number)[]): Random {
  let hash = 0x811c9dc5
  for (const character of `${seed}/${name.join('/')}`) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  }
  return mulberry32(hash)
}

/** A whole number from 0 to `count − 1`. */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count)
}

/** A whole number from `min` to `max`, both included. */
export function between(random: Random, min: number, max: number): number {
  return min + below(random, max - min + 1)
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[below(random, items.length)]!
}

/** One item, each as likely as its weight says; weights are positive. */
export function pickWeighted<T>(random: Random, items: readonly T[], weights: readonly number[]): T {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return items[index]!
  }
  return items[items.length - 1]!
}

/** A new array in another order (Fisher–Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(random, last + 1)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

/** Bell-shaped, mean 0, variance 1, never beyond ±6: the sum of twelve uniform numbers. */
export function bell(random: Random): number {
  let sum = -6
  for (let draw = 0; draw < 12; draw++) sum += random()
  return sum
}

/** Shares that sum to 1, scattered around `shares`; the higher the concentration, the closer (a Dirichlet draw). */
export function scatterShares(random: Random, shares: readonly number[], concentration: number): number[] {
  const draws = shares.map((share) => gamma(random, share * concentration))
  const total = draws.reduce((sum, draw) => sum + draw, 0)
  return draws.map((draw) => draw / total)
}

/** Gamma(shape, 1) by Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * Math.max(random(), 1e-12) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = bell(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(Math.max(random(), 1e-12)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Splits a whole number in proportion to shares; the largest remainders get what rounding leaves. */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = shares.map((share) => (sum === 0 ? 0 : (total * share) / sum))
  const parts = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const left = total - parts.reduce((a, b) => a + b, 0)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = parts[index]! + 1
  return parts
}
