import { type Assignment, settle, worthsOf } from './assignment.ts'
import { missingCosts, type Problem, scoreMaxOf } from './assignment-problem.ts'
import { findLargestMatching, type LargestMatching } from './largest-matching.ts'
import { type Solution, solve } from './solve.ts'

/**
 * Most arcs, then the best worst score, then the highest total. The threshold is found by bisection over the scores that
 * occur: the highest one above which as many arcs, and as many of those who are served first, are still possible. Below
 * it arcs are left out, and the rest is an assignment of least cost (bottleneck assignment, Fulkerson, Glicksberg and
 * Gross 1953).
 */
export function assignFairly(problem: Problem): Assignment {
  const all = cover(problem, 0)
  const scores = Int32Array.from(new Set(problem.score)).sort()
  // scores[low] is possible, scores[high] is not.
  let low = 0
  let high = scores.length
  let above = all
  while (all.matched > 0 && high - low > 1) {
    const middle = (low + high) >> 1
    const tried = cover(problem, scores[middle]!)
    if (tried.cost === all.cost) low = middle
    else {
      high = middle
      above = tried
    }
  }
  const threshold = scores[low] ?? 0
  const { kept, arcOf } = keepFrom(problem, threshold)
  const missing = missingCosts(problem, 'fair')
  const solution = solve(kept, missing)
  const arc = solution.arc.map((a) => arcOf[a]!)
  const fair = settle(problem, 'fair', { arc, price: solution.price }, worthsOf(kept, missing, solution))
  const last = high < scores.length && all.matched > 0 ? above : cover(problem, threshold + 1)
  return { ...fair, certificate: { ...fair.certificate, coverage: { all: all.duals, above: last.duals } } }
}

/** How many can be served by arcs of at least a score, where only a missing mentor costs anything. */
function cover(problem: Problem, threshold: number): LargestMatching {
  if (problem.demand.every((wanted) => wanted <= 1)) return findLargestMatching(problem, threshold)
  const { kept } = keepFrom(problem, threshold)
  const scoreMax = scoreMaxOf(problem)
  const missing = Float64Array.from({ length: problem.mentees }, (_, j) => (problem.first?.[j] ? 2 : 1))
  const flat: Problem = { ...kept, score: new Int32Array(kept.score.length).fill(scoreMax) }
  const solution: Solution = solve(flat, missing)
  const duals = { price: solution.price, worth: worthsOf(flat, missing, solution) }
  let cost = 0
  let n = 0
  for (let j = 0; j < problem.mentees; j++) {
    let left = problem.demand[j]!
    for (; n < solution.arc.length && solution.arc[n]! < flat.start[j + 1]!; n++) left--
    cost += left * missing[j]!
  }
  return { cost, matched: n, duals }
}

/** The problem without the arcs below a score; which arc each one was. */
function keepFrom(problem: Problem, threshold: number): { kept: Problem; arcOf: Int32Array } {
  const { mentees, start, mentor, score } = problem
  let count = 0
  for (let a = 0; a < score.length; a++) if (score[a]! >= threshold) count++
  const arcOf = new Int32Array(count)
  const from = new Int32Array(mentees + 1)
  count = 0
  for (let j = 0; j < mentees; j++) {
    for (let a = start[j]!; a < start[j + 1]!; a++) if (score[a]! >= threshold) arcOf[count++] = a
    from[j + 1] = count
  }
  return {
    kept: {
      ...problem,
      start: from,
      mentor: arcOf.map((a) => mentor[a]!),
      score: arcOf.map((a) => score[a]!),
    },
    arcOf,
  }
}
