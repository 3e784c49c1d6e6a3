import munkres from 'munkres'
import { assign, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { quantile } from './quantile.ts'

const RUNS = 5

/** A generator that gives the same numbers for the same seed (mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function dense(mentees: number, mentors: number, capacity: number, seed: number): Problem {
  const random = mulberry32(seed)
  const arcs = mentees * mentors
  return {
    mentors,
    mentees,
    capacity: new Int32Array(mentors).fill(capacity),
    demand: new Int32Array(mentees).fill(1),
    start: Int32Array.from({ length: mentees + 1 }, (_, mentee) => mentee * mentors),
    mentor: Int32Array.from({ length: arcs }, (_, arc) => arc % mentors),
    score: Int32Array.from({ length: arcs }, () => 1 + Math.floor(random() * 1000)),
  }
}

/** The same problem for a library without capacities: a column for each seat. */
function solveWithMunkres({ mentees, mentors, capacity, score }: Problem): number {
  const seats = Array.from({ length: mentors }, (_, mentor) =>
    Array(capacity[mentor]).fill(mentor),
  ).flat() as number[]
  const costs = Array.from({ length: mentees }, (_, mentee) =>
    seats.map((mentor) => 1001 - (score[mentee * mentors + mentor] as number)),
  )
  return munkres(costs).reduce((sum, [row, column]) => sum + 1001 - (costs[row]?.[column] ?? 0), 0)
}

function timed<T>(work: () => T): [number, T] {
  const from = performance.now()
  const result = work()
  return [performance.now() - from, result]
}

/** The solver beside npm's `munkres` on the same machine and instances; values equal, certificates checked. */
export function measureMatching() {
  const instances = {
    'a 500 × 500': dense(500, 500, 1, 101),
    'b 1500 × 130, 12 places': dense(1500, 130, 12, 201),
    'c 2000 × 2000': dense(2000, 2000, 1, 301),
  }
  return Object.entries(instances).map(([instance, problem]) => {
    const [cold, assignment] = timed(() => assign(problem, { objective: 'coverage' }))
    const warm = Array.from(
      { length: RUNS },
      () => timed(() => assign(problem, { objective: 'coverage' }))[0],
    )
    const [reference, value] = timed(() => solveWithMunkres(problem))
    const ms = quantile(warm, 0.5)
    return {
      instance,
      total: assignment.total,
      equal: assignment.total === value,
      certified: certify(problem, assignment).holds,
      cold_ms: Math.round(cold),
      warm_ms: Math.round(ms * 10) / 10,
      munkres_ms: Math.round(reference),
      ratio: Math.round((ms / reference) * 1000) / 1000,
    }
  })
}
