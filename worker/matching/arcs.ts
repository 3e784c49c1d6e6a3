import type { Problem } from './assignment-problem.ts'

/** The mentee in whose row an arc stands. */
export function menteeOf({ start, mentees }: Problem, arc: number): number {
  let [low, high] = [0, mentees]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (start[middle]! <= arc) low = middle
    else high = middle
  }
  return low
}

/** `[arcs]` the mentee of every arc. */
export function menteesOf({ start, mentees, mentor }: Problem): Int32Array {
  const mentee = new Int32Array(mentor.length)
  for (let j = 0; j < mentees; j++) mentee.fill(j, start[j]!, start[j + 1]!)
  return mentee
}

/** The arc between two people, or -1 where they may not be paired. Rows ascend, so it halves the row. */
export function arcBetween({ start, mentor }: Problem, i: number, j: number): number {
  let [low, high] = [start[j]!, start[j + 1]! - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (mentor[middle] === i) return middle
    if (mentor[middle]! < i) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Some arcs in rows by mentor: those of mentor `i` are `arc[start[i]]` up to `arc[start[i + 1] - 1]`, ascending. */
export function rowsByMentor(
  { mentors, mentor }: Problem,
  arcs: ArrayLike<number> = mentor.map((_, a) => a),
): { start: Int32Array; arc: Int32Array } {
  const start = new Int32Array(mentors + 1)
  for (let n = 0; n < arcs.length; n++) start[mentor[arcs[n]!]! + 1]! += 1
  for (let i = 0; i < mentors; i++) start[i + 1]! += start[i]!
  const next = start.slice(0, mentors)
  const arc = new Int32Array(arcs.length)
  for (let n = 0; n < arcs.length; n++) arc[next[mentor[arcs[n]!]!]!++] = arcs[n]!
  return { start, arc }
}

/** The problem of the arcs that `keeps` accepts alone, and for each of them the arc of the given problem. */
export function keepArcs(
  problem: Problem,
  keeps: (arc: number, mentee: number) => boolean,
): { problem: Problem; arcOf: Int32Array } {
  const { mentees, start, mentor, score } = problem
  const kept = new Int32Array(mentor.length)
  const bounds = new Int32Array(mentees + 1)
  let count = 0
  for (let j = 0; j < mentees; j++) {
    for (let a = start[j]!; a < start[j + 1]!; a++) if (keeps(a, j)) kept[count++] = a
    bounds[j + 1] = count
  }
  const arcOf = kept.slice(0, count)
  return {
    problem: {
      ...problem,
      start: bounds,
      mentor: arcOf.map((a) => mentor[a]!),
      score: arcOf.map((a) => score[a]!),
    },
    arcOf,
  }
}

/**
 * What remains to be decided once some arcs are settled: each takes a place and a wish, and goes; a mentee with no
 * wish left keeps no arc. The best of what remains, with the settled arcs, is the best assignment that has them.
 * @throws RangeError where a mentor has not the place or a mentee not the wish
 */
export function fixArcs(problem: Problem, arcs: Iterable<number>): { problem: Problem; arcOf: Int32Array } {
  const capacity = Int32Array.from(problem.capacity)
  const demand = Int32Array.from(problem.demand)
  const fixed = new Set(arcs)
  for (const a of fixed) {
    const [i, j] = [problem.mentor[a]!, menteeOf(problem, a)]
    if (--capacity[i]! < 0) throw new RangeError(`mentor ${i} has no place for every fixed arc`)
    if (--demand[j]! < 0) throw new RangeError(`mentee ${j} has more fixed arcs than wanted`)
  }
  return keepArcs({ ...problem, capacity, demand }, (a, j) => demand[j]! > 0 && !fixed.has(a))
}
