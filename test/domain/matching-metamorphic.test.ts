import { describe, expect, test } from 'vitest'
import { assign, type Objective, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { regretsOf } from '#matching/regret.ts'
import { compareWorths, rowsOf, type Worth, worthOf } from '../support/assignment-reference.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const OBJECTIVES = ['coverage', 'quality', 'fair'] as const
let populations = 0

type Table = (number | null)[][]
interface Population {
  table: Table
  capacity: number[]
  demand: number[]
  first?: number[]
}

function problemOf({ table, capacity, demand, first }: Population): Problem {
  const problem = makeProblem(table, capacity, demand)
  return first ? { ...problem, first: Uint8Array.from(first) } : problem
}

/** A population of up to 14 × 10, one in fifty of up to 60 × 40; scores up to half of the highest. */
function somePopulation(seed: number, wishes: 'one' | 'several' = 'several'): Population {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const scale = seed % 50 === 0 ? 4 : 1
  const [mentees, mentors] = [1 + below(14 * scale), 1 + below(10 * scale)]
  const range = [2, 9, 1_000, 500_000][below(4)]!
  const density = [1, 0.25, random()][below(3)]!
  const places = 1 + below(seed % 2 === 0 ? 2 : 4)
  const isSingle = wishes === 'one' || below(3) > 0
  return {
    table: Array.from({ length: mentees }, () =>
      Array.from({ length: mentors }, () => (random() < density ? below(range + 1) : null)),
    ),
    capacity: Array.from({ length: mentors }, () => below(places + 1)),
    demand: Array.from({ length: mentees }, () => (isSingle ? 1 : below(3))),
  }
}

/** Solves, checks the proof, and says what the answer is worth. */
function best(population: Population, objective: Objective): Worth {
  const problem = problemOf(population)
  const assignment = assign(problem, { objective })
  expect(certify(problem, assignment).holds).toBe(true)
  return worthOf(problem, assignment.arc, objective)
}

/** Runs a property over many populations and every objective; those to which it applies are counted. */
function overMany(
  from: number,
  count: number,
  property: (seed: number, objective: Objective, below: (n: number) => number) => boolean | undefined,
): void {
  for (let seed = from; seed < from + count; seed++) {
    const random = randomFrom(seed + 1_000_000)
    const applies = property(seed, OBJECTIVES[seed % 3]!, (n) => Math.floor(random() * n))
    if (applies !== false) populations++
  }
}

function shuffle<T>(items: readonly T[], below: (n: number) => number): T[] {
  const left = [...items]
  return items.map(() => left.splice(below(left.length), 1)[0]!)
}

describe('the best assignment', () => {
  test('is worth as much under other numbers for the people, and the same on a second call', () => {
    overMany(1, 1_500, (seed, objective, below) => {
      const population = somePopulation(seed)
      if (seed % 2) population.first = population.demand.map(() => below(2))
      const { table, capacity, demand, first } = population
      const mentees = shuffle([...demand.keys()], below)
      const mentors = shuffle([...capacity.keys()], below)
      const renamed: Population = {
        table: mentees.map((j) => mentors.map((i) => table[j]![i]!)),
        capacity: mentors.map((i) => capacity[i]!),
        demand: mentees.map((j) => demand[j]!),
        ...(first ? { first: mentees.map((j) => first[j]!) } : {}),
      }
      expect([seed, best(renamed, objective)]).toEqual([seed, best(population, objective)])
      const [one, other] = [problemOf(population), problemOf(population)]
      expect(assign(one, { objective })).toEqual(assign(other, { objective }))
    })
  })

  test('leaves the problem as it was', () => {
    overMany(2_001, 500, (seed, objective) => {
      const problem = problemOf(somePopulation(seed))
      const before = structuredClone(problem)
      assign(problem, { objective })
      expect([seed, problem]).toEqual([seed, before])
    })
  })

  test('rises by what is added to everything that a mentee scores, where everybody is served', () => {
    let served = 0
    overMany(3_001, 1_500, (seed, _, below) => {
      const population = somePopulation(seed)
      population.capacity = population.capacity.map((places) => places + 2)
      const wanted = population.demand.reduce((sum, count) => sum + count, 0)
      const [pairs, , total] = best(population, 'coverage') as [number, number, number]
      if (pairs < wanted) return false
      served++
      const [more, j] = [1 + below(500_000), below(population.demand.length)]
      const table = population.table.map((row, at) =>
        row.map((score) => (score === null ? null : score + (at === j ? more : 0))),
      )
      expect([seed, best({ ...population, table }, 'coverage')]).toEqual([
        seed,
        [pairs, 0, total + more * population.demand[j]!],
      ])
    })
    expect(served).toBeGreaterThan(500)
  })

  test('grows in proportion to the scores', () => {
    overMany(5_001, 1_000, (seed, objective) => {
      const population = somePopulation(seed)
      const worth = best(population, objective)
      const times = 1 + (seed % 2)
      const table = population.table.map((row) => row.map((score) => (score === null ? null : score * times)))
      const pairs = objective === 'quality' ? 0 : 2
      const expected = worth.map((value, k) => (k < pairs ? value : value * times))
      expect([seed, best({ ...population, table }, objective)]).toEqual([seed, expected])
    })
  })

  test('is worth as much when mentors and mentees change sides', () => {
    overMany(7_001, 1_500, (seed, objective) => {
      const { table, capacity, demand } = somePopulation(seed)
      const swapped = {
        table: capacity.map((_, i) => table.map((row) => row[i]!)),
        capacity: demand,
        demand: capacity,
      }
      expect([seed, best(swapped, objective)]).toEqual([seed, best({ table, capacity, demand }, objective)])
    })
  })

  test('is never better for a pair that is forbidden, and the same for one that was not made', () => {
    overMany(9_001, 1_500, (seed, objective, below) => {
      const population = somePopulation(seed)
      const problem = problemOf(population)
      const arcs = problem.mentor.length
      if (arcs === 0) return false
      const assignment = assign(problem, { objective })
      const a = below(arcs)
      const [i, j] = [problem.mentor[a]!, rowsOf(problem)[a]!]
      const table = population.table.map((row, at) => (at === j ? row.with(i, null) : row))
      const [before, after] = [
        worthOf(problem, assignment.arc, objective),
        best({ ...population, table }, objective),
      ]
      if (assignment.arc.includes(a)) expect(compareWorths(after, before)).toBeLessThanOrEqual(0)
      else expect([seed, after]).toEqual([seed, before])
    })
  })

  test('is never worse for one place, wish or pair more, nor for a higher score', () => {
    overMany(11_001, 1_500, (seed, objective, below) => {
      const population = somePopulation(seed)
      const { table, capacity, demand } = population
      const [i, j] = [below(capacity.length), below(demand.length)]
      const before = best(population, objective)
      const raised = table.map((row, at) => (at === j ? row.with(i, Math.max(row[i] ?? 0, 700_000)) : row))
      const more: Population[] = [
        { ...population, capacity: capacity.with(i, capacity[i]! + 1) },
        { ...population, demand: demand.with(j, demand[j]! + 1) },
        { ...population, table: raised },
      ]
      for (const one of more) expect(compareWorths(best(one, objective), before)).toBeGreaterThanOrEqual(0)
    })
  })

  test('is worth as much with a mentor of two places as with two such mentors of one', () => {
    overMany(13_001, 1_000, (seed, objective, below) => {
      const { table, capacity, demand } = somePopulation(seed, 'one')
      const i = below(capacity.length)
      const double = { table, capacity: capacity.with(i, 2), demand }
      const twins = {
        table: table.map((row) => [...row, row[i]!]),
        capacity: [...capacity.with(i, 1), 1],
        demand,
      }
      expect([seed, best(twins, objective)]).toEqual([seed, best(double, objective)])
    })
  })

  test('of two companies that have nothing to do with each other is the best of each', () => {
    overMany(15_001, 750, (seed, _, below) => {
      const [one, other] = [somePopulation(seed), somePopulation(seed + 500_000)]
      const [left, right] = [one.capacity.map(() => null), other.capacity.map(() => null)]
      const both = {
        table: [
          ...one.table.map((row) => [...row, ...right]),
          ...other.table.map((row) => [...left, ...row]),
        ],
        capacity: [...one.capacity, ...other.capacity],
        demand: [...one.demand, ...other.demand],
      }
      const objective = below(2) ? 'coverage' : 'quality'
      const [a, b] = [best(one, objective), best(other, objective)]
      expect([seed, best(both, objective)]).toEqual([seed, a.map((value, k) => value + b[k]!)])
    })
  })

  test('keeps the order between the objectives', () => {
    overMany(17_001, 1_000, (seed) => {
      const problem = problemOf(somePopulation(seed))
      const [coverage, quality, fair] = OBJECTIVES.map((objective) => assign(problem, { objective }))
      expect([seed, fair!.matched]).toEqual([seed, coverage!.matched])
      expect(coverage!.matched).toBeGreaterThanOrEqual(quality!.matched)
      expect(quality!.total).toBeGreaterThanOrEqual(coverage!.total)
      expect(coverage!.total).toBeGreaterThanOrEqual(fair!.total)
      expect(fair!.worst).toBeGreaterThanOrEqual(coverage!.worst)
    })
  })

  test('is at most twice what taking the best pair left, again and again, gives', () => {
    overMany(19_001, 1_000, (seed) => {
      const problem = problemOf(somePopulation(seed))
      const greedy = takeTheBestLeft(problem)
      const most = assign(problem, { objective: 'coverage' })
      const highest = assign(problem, { objective: 'quality' })
      expect(greedy.pairs * 2).toBeGreaterThanOrEqual(most.matched)
      expect(greedy.total * 2).toBeGreaterThanOrEqual(highest.total)
      expect(greedy.total).toBeLessThanOrEqual(highest.total)
      expect(greedy.pairs).toBeLessThanOrEqual(most.matched)
    })
  })

  test('without one of its pairs loses the least regret of what could take its place', () => {
    let [removed, nothingLost] = [0, 0]
    overMany(21_001, 1_000, (seed, _, below) => {
      const objective = seed % 2 ? 'coverage' : 'quality'
      const population = somePopulation(seed, 'one')
      const problem = problemOf(population)
      const assignment = assign(problem, { objective })
      if (assignment.matched === 0) return false
      const a = assignment.arc[below(assignment.matched)]!
      const [i, j] = [problem.mentor[a]!, rowsOf(problem)[a]!]
      const without = population.table.map((row, at) => (at === j ? row.with(i, null) : row))
      const alone = population.table.map((row, at) => (at === j ? row.map(() => null) : row))
      const before = worthOf(problem, assignment.arc, objective)
      const lossOf = (table: Table) => {
        const after = best({ ...population, table }, objective)
        return before.map((value, k) => value - after[k]!)
      }
      const loss = lossOf(without)
      expect(compareWorths(loss, [0, 0, 0])).toBeGreaterThanOrEqual(0)
      const regrets = regretsOf(problem, assignment)
      const losses = [lossOf(alone)]
      for (let b = problem.start[j]!; b < problem.start[j + 1]!; b++) {
        const regret = b === a ? null : regrets.of(b)
        if (regret === null) continue
        losses.push(objective === 'quality' ? [regret.points] : [regret.pairs, regret.first, regret.points])
      }
      const least = losses.reduce((one, other) => (compareWorths(one, other) <= 0 ? one : other))
      expect([seed, loss]).toEqual([seed, least])
      removed++
      nothingLost += loss.every((value) => value === 0) ? 1 : 0
    })
    expect(removed).toBeGreaterThan(700)
    expect(nothingLost).toBeGreaterThan(50)
  })

  test('was asked of more than 10,000 populations', () => {
    expect(populations).toBeGreaterThan(10_000)
  })
})

/** Takes the highest score left, as long as both have room. */
function takeTheBestLeft(problem: Problem): { pairs: number; total: number } {
  const [places, wishes] = [[...problem.capacity], [...problem.demand]]
  const row = rowsOf(problem)
  let [pairs, total] = [0, 0]
  for (const a of [...row.keys()].sort((x, y) => problem.score[y]! - problem.score[x]!)) {
    const [i, j] = [problem.mentor[a]!, row[a]!]
    if (places[i] === 0 || wishes[j] === 0) continue
    places[i]!--
    wishes[j]!--
    pairs += 1
    total += problem.score[a]!
  }
  return { pairs, total }
}
