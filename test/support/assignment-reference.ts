import type { Assignment, Objective, Problem } from '#matching/assign.ts'

/**
 * What an assignment is worth, the weightiest number first. coverage: pairs, wishes met of those who come first, total ·
 * fair: the same with the worst score before the total · quality: the total.
 */
export type Worth = number[]

/** Above 0 where the first is worth more. */
export function compareWorths(one: Worth, other: Worth): number {
  const at = one.findIndex((value, k) => value !== other[k])
  return at < 0 ? 0 : one[at]! - other[at]!
}

/** The mentee of every arc, read from the rows. */
export function rowsOf({ mentees, start, mentor }: Problem): number[] {
  const row = new Array<number>(mentor.length).fill(-1)
  for (let j = 0; j < mentees; j++) for (let a = start[j]!; a < start[j + 1]!; a++) row[a] = j
  return row
}

/** What is wrong with the chosen arcs or with what is said of them, as nobody who reads only the problem could dispute. */
export function faultOf(problem: Problem, { arc, matched, total, worst }: Assignment): string | null {
  const row = rowsOf(problem)
  const [taken, given] = [new Map<number, number>(), new Map<number, number>()]
  let sum = 0
  let least = Number.MAX_SAFE_INTEGER
  for (const [n, a] of arc.entries()) {
    if (row[a] === undefined) return `arc ${a} does not exist`
    if (n > 0 && arc[n - 1]! >= a) return `arc ${a} is out of order or chosen twice`
    const [i, j] = [problem.mentor[a]!, row[a]]
    taken.set(i, (taken.get(i) ?? 0) + 1)
    given.set(j, (given.get(j) ?? 0) + 1)
    sum += problem.score[a]!
    least = Math.min(least, problem.score[a]!)
  }
  for (const [i, count] of taken) if (count > problem.capacity[i]!) return `mentor ${i} has ${count} mentees`
  for (const [j, count] of given) if (count > problem.demand[j]!) return `mentee ${j} has ${count} mentors`
  if (matched !== arc.length) return `${matched} is not the number of arcs`
  if (total !== sum) return `${total} is not the total`
  return worst === (arc.length > 0 ? least : 0) ? null : `${worst} is not the worst score`
}

/** What the chosen arcs are worth, from the arcs alone. */
export function worthOf(problem: Problem, arcs: Iterable<number>, objective: Objective): Worth {
  const row = rowsOf(problem)
  let [pairs, firsts, total, worst] = [0, 0, 0, Number.MAX_SAFE_INTEGER]
  for (const a of arcs) {
    pairs += 1
    firsts += problem.first?.[row[a]!] ? 1 : 0
    total += problem.score[a]!
    worst = Math.min(worst, problem.score[a]!)
  }
  if (objective === 'quality') return [total]
  return objective === 'coverage' ? [pairs, firsts, total] : [pairs, firsts, pairs > 0 ? worst : 0, total]
}

/**
 * The best worth by trying every way in which mentors can take their places, mentor by mentor, with one entry for each
 * state of what all mentees still want (dynamic programming; no prices, no paths). For small problems only.
 */
export function bestWorth(problem: Problem, objective: Objective): Worth {
  const highest = reach(problem, 0, (before, score) => before + score, 0)
  if (objective === 'quality') return [Math.max(...highest)]
  const states = countStates(problem, highest)
  const most = states.reduce(
    (best, state) => (compareWorths(state.count, best) > 0 ? state.count : best),
    [0, 0],
  )
  const largest = states.filter(({ count }) => compareWorths(count, most) === 0).map(({ state }) => state)
  if (objective === 'coverage') return [...most, Math.max(...largest.map((state) => highest[state]!))]
  const leasts = reach(problem, 0, Math.min, Number.MAX_SAFE_INTEGER)
  const worst = Math.max(...largest.map((state) => leasts[state]!))
  if (most[0] === 0) return [0, 0, 0, 0]
  const above = reach(problem, worst, (before, score) => before + score, 0)
  return [...most, worst, Math.max(...largest.map((state) => above[state]!))]
}

const NEVER = Number.NEGATIVE_INFINITY

/** For each state of what is still wanted, the best that arcs of at least a score lead to; −∞ where none do. */
function reach(
  { mentors, mentees, capacity, demand, start, mentor, score }: Problem,
  least: number,
  combine: (before: number, score: number) => number,
  nothing: number,
): Float64Array {
  const stride: number[] = []
  let states = 1
  for (let j = 0; j < mentees; j++) {
    stride.push(states)
    states *= demand[j]! + 1
  }
  let best = new Float64Array(states).fill(NEVER)
  best[states - 1] = nothing
  for (let i = 0; i < mentors; i++) {
    const layers = [best, ...Array.from({ length: capacity[i]! }, () => new Float64Array(states).fill(NEVER))]
    for (let j = 0; j < mentees; j++) {
      for (let a = start[j]!; a < start[j + 1]!; a++) {
        if (mentor[a] !== i || score[a]! < least) continue
        for (let places = layers.length - 2; places >= 0; places--) {
          const [from, to] = [layers[places]!, layers[places + 1]!]
          for (let state = 0; state < states; state++) {
            if (from[state] === NEVER || Math.floor(state / stride[j]!) % (demand[j]! + 1) === 0) continue
            const next = state - stride[j]!
            to[next] = Math.max(to[next]!, combine(from[state]!, score[a]!))
          }
        }
      }
    }
    const merged = Float64Array.from(best)
    for (const layer of layers) for (let s = 0; s < states; s++) merged[s] = Math.max(merged[s]!, layer[s]!)
    best = merged
  }
  return best
}

/** Every state that can be reached, with how many wishes it meets, and how many of those who come first. */
function countStates({ demand, first }: Problem, reached: Float64Array): { state: number; count: Worth }[] {
  const states: { state: number; count: Worth }[] = []
  reached.forEach((value, state) => {
    if (value === NEVER) return
    let rest = state
    const count = [0, 0]
    demand.forEach((wanted, j) => {
      const met = wanted - (rest % (wanted + 1))
      rest = Math.floor(rest / (wanted + 1))
      count[0]! += met
      if (first?.[j]) count[1]! += met
    })
    states.push({ state, count })
  })
  return states
}
