import { createInterface } from 'node:readline'
import munkres from 'munkres'
import { readProblem } from './problem-files.ts'

/**
 * The same for npm's `munkres`, which knows neither capacities nor pairs that are not admissible: it gets a column for
 * each seat, and a cost above all others where there is no arc. Usage: `node munkres-process.ts <folder>`
 */
const { mentees, mentors, capacity, start, mentor, score } = readProblem(process.argv[2] ?? '')
const dearest = score.reduce((most, value) => Math.max(most, value), 0) + 1
const seats = Array.from({ length: mentors }, (_, i) => Array<number>(capacity[i]!).fill(i)).flat()

function rowOf(mentee: number): number[] {
  const row = new Map<number, number>()
  for (let a = start[mentee]!; a < start[mentee + 1]!; a++) row.set(mentor[a]!, dearest - score[a]!)
  return seats.map((i) => row.get(i) ?? dearest)
}

const costs = Array.from({ length: mentees }, (_, mentee) => rowOf(mentee))

for await (const _ of createInterface(process.stdin)) {
  const from = performance.now()
  const pairs = munkres(costs)
  const ms = performance.now() - from
  const total = pairs.reduce((sum, [row, column]) => sum + dearest - costs[row]![column]!, 0)
  console.log(JSON.stringify({ ms, total }))
}
