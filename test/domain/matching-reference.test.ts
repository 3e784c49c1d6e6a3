import { munkres } from 'munkres'
import { describe, expect, test } from 'vitest'
import { assign, type Objective, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { bestWorth, faultOf, worthOf } from '../support/assignment-reference.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const OBJECTIVES = ['coverage', 'quality', 'fair'] as const
const RANGES = [2, 5, 1_000, 1_000_000]
const compared = { everything: 0, hungarian: 0 }

/** A programme of up to 7 × 7: spare or scarce places, wishes for none to two mentors, many ties or hardly any. */
function someProgramme(seed: number): Problem {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [mentees, mentors] = [below(8), below(8)]
  const range = RANGES[seed % 4]!
  const density = [1, 0.2, 0.5, random()][below(4)]!
  const kinds = Array.from({ length: 3 }, () => Array.from({ length: mentors }, () => below(range + 1)))
  const shape = below(5)
  const scoreOf = (j: number, i: number) => {
    if (shape === 0) return Math.min(range, (i + 1) * (j + 1))
    return shape === 1 ? kinds[j % 3]![i]! : below(range + 1)
  }
  const most = 1 + below(3)
  const problem = makeProblem(
    Array.from({ length: mentees }, (_, j) =>
      Array.from({ length: mentors }, (_, i) => (random() < density ? scoreOf(j, i) : null)),
    ),
    Array.from({ length: mentors }, () => (below(6) === 0 ? 0 : 1 + below(most))),
    Array.from({ length: mentees }, () => (seed % 3 === 0 ? below(3) : 1)),
  )
  if (seed % 5 < 2) problem.first = Uint8Array.from({ length: mentees }, () => below(2))
  if (seed % 7 === 0) problem.scoreMax = range + below(1_000)
  return problem
}

describe('trying everything, up to 7 × 7', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('finds nothing better in the programmes of part %i of 8', (part) => {
    for (let seed = 1 + part * 1_500; seed <= (part + 1) * 1_500; seed++) {
      const problem = someProgramme(seed)
      for (const objective of OBJECTIVES) {
        const assignment = assign(problem, { objective })
        const worth = worthOf(problem, assignment.arc, objective)
        const fault = faultOf(problem, assignment)
        const verdict = certify(problem, assignment)
        if (fault === null && verdict.holds && String(worth) === String(bestWorth(problem, objective))) {
          compared.everything++
          continue
        }
        expect({ seed, objective, fault, verdict, worth }).toEqual({
          seed,
          objective,
          fault: null,
          verdict: { holds: true, gap: 0 },
          worth: bestWorth(problem, objective),
        })
      }
    }
  })
})

const PAIR = 1_000_000_000

/** A table of scores where everybody wants one mentor, 10 to 60 people on a side. */
function someTable(seed: number, sizeMax = 60) {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [mentees, mentors] = [10 + below(sizeMax - 9), 10 + below(sizeMax - 9)]
  const [range, density] = [RANGES[seed % 4]!, [1, 0.1, 0.4, random()][below(4)]!]
  const most = 1 + below(seed % 2 === 0 ? 1 : 4)
  const table = Array.from({ length: mentees }, () =>
    Array.from({ length: mentors }, () => (random() < density ? below(range + 1) : null)),
  )
  return { table, capacity: Array.from({ length: mentors }, () => below(most + 1)) }
}

/** Most pairs and then the highest total, or the highest total: a seat for each place, an empty chair for each mentee. */
function hungarian(table: (number | null)[][], capacity: number[], pair: number): [number, number] {
  const seats = capacity.flatMap((places, i) => new Array<number>(places).fill(i))
  const gain = table.map((row) => [
    ...seats.map((i) => (row[i] === null ? 0 : pair + row[i]!)),
    ...new Array<number>(table.length).fill(0),
  ])
  const chosen = munkres(gain.map((row) => row.map((value) => 2 * PAIR - value)))
  let [pairs, total] = [0, 0]
  for (const [j, seat] of chosen) {
    const score = table[j]![seats[seat] ?? -1] ?? null
    if (score === null) continue
    pairs += 1
    total += score
  }
  return [pairs, total]
}

/** The best worst score with as many pairs, by halving over all scores, and then the highest total. */
function fairly(table: (number | null)[][], capacity: number[]): [number, number, number] {
  const from = (least: number) => table.map((row) => row.map((s) => (s === null || s < least ? null : s)))
  const [pairs] = hungarian(table, capacity, PAIR)
  if (pairs === 0) return [0, 0, 0]
  const scores = [...new Set(table.flat().filter((score) => score !== null))].sort((a, b) => a - b)
  let [low, high] = [0, scores.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (hungarian(from(scores[middle]!), capacity, PAIR)[0] === pairs) low = middle
    else high = middle
  }
  return [pairs, scores[low]!, hungarian(from(scores[low]!), capacity, PAIR)[1]]
}

describe('the Hungarian algorithm of a published library, from 10 to 60 people on a side', () => {
  const check = (seed: number, problem: Problem, objective: Objective, expected: readonly number[]) => {
    const assignment = assign(problem, { objective })
    const { matched, total, worst } = assignment
    const said = { coverage: [matched, total], quality: [total], fair: [matched, worst, total] }[objective]
    expect([seed, objective, ...said]).toEqual([seed, objective, ...expected])
    expect([seed, faultOf(problem, assignment)]).toEqual([seed, null])
    expect(certify(problem, assignment)).toEqual({ holds: true, gap: 0 })
    compared.hungarian++
  }
  const problemOf = ({ table, capacity }: ReturnType<typeof someTable>) =>
    makeProblem(table, capacity, new Array(table.length).fill(1))

  test('finds nothing better for coverage and quality', () => {
    for (let seed = 1; seed <= 1_200; seed++) {
      const some = someTable(seed)
      const problem = problemOf(some)
      check(seed, problem, 'coverage', hungarian(some.table, some.capacity, PAIR))
      check(seed, problem, 'quality', [hungarian(some.table, some.capacity, 0)[1]])
    }
  })

  test('finds nothing fairer', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const some = someTable(seed, 30)
      check(seed, problemOf(some), 'fair', fairly(some.table, some.capacity))
    }
  })

  test('finds nothing better where mentees want up to three mentors, each of one place', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const { table } = someTable(seed, 30)
      const random = randomFrom(seed + 9_000)
      const demand = table.map(() => Math.floor(random() * 4))
      const problem = makeProblem(table, new Array(table[0]!.length).fill(1), demand)
      const wishes = demand.flatMap((wanted, j) => new Array<(number | null)[]>(wanted).fill(table[j]!))
      check(seed, problem, 'coverage', hungarian(wishes, new Array(table[0]!.length).fill(1), PAIR))
    }
  })

  test('finds nothing better where both sides want several', () => {
    for (let seed = 1; seed <= 250; seed++) {
      const random = randomFrom(seed + 20_000)
      const below = (n: number) => Math.floor(random() * n)
      const range = RANGES[seed % 4]!
      const capacity = Array.from({ length: 8 + below(5) }, () => below(4))
      const demand = Array.from({ length: 10 + below(6) }, () => below(3))
      const table = demand.map(() => capacity.map(() => (random() < 0.4 ? below(range + 1) : null)))
      const problem = makeProblem(table, capacity, demand)
      check(seed, problem, 'coverage', manyToMany(problem, PAIR))
      check(seed, problem, 'quality', [manyToMany(problem, 0)[1]])
    }
  })
})

/**
 * The same where both sides want several, nobody the same partner twice: every arc is two nodes that take each other
 * (unused), or a seat and a wish (used). No arc may do one by half, which a forbidding cost sees to.
 */
function manyToMany({ mentees, capacity, demand, start, mentor, score }: Problem, pair: number) {
  const seats = [...capacity].flatMap((places, i) => new Array<number>(places).fill(i))
  const wishes = [...demand].flatMap((wanted, j) => new Array<number>(wanted).fill(j))
  const mentee = Array.from({ length: mentees }, (_, j) =>
    new Array<number>(start[j + 1]! - start[j]!).fill(j),
  ).flat()
  const [never, arcs] = [10_000 * PAIR, [...mentor.keys()]]
  const costs = [
    ...arcs.map((a) => [
      ...arcs.map((b) => (a === b ? 2 * PAIR : never)),
      ...wishes.map((j) => (j === mentee[a] ? 2 * PAIR : never)),
      ...seats.map(() => never),
    ]),
    ...seats.map((i) => [
      ...arcs.map((a) => (mentor[a] === i ? 2 * PAIR - pair - score[a]! : never)),
      ...wishes.map(() => never),
      ...seats.map(() => 2 * PAIR),
    ]),
  ]
  if (costs.length === 0) return [0, 0] as const
  const chosen = munkres(costs).filter(([row, a]) => row >= arcs.length && a < arcs.length)
  return [chosen.length, chosen.reduce((sum, [, a]) => sum + score[a]!, 0)] as const
}

test('more than 40,000 comparisons were made in all, and none differs', () => {
  expect(compared).toEqual({ everything: 36_000, hungarian: 4_100 })
})
