import { describe, expect, test } from 'vitest'
import { fixArcs } from '#matching/arcs.ts'
import { assign, type Objective, type Problem } from '#matching/assign.ts'
import { type Regret, regretsOf } from '#matching/regret.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

/** A small programme: some places left or too few, some who want two mentors, ties, some who are served first. */
function someProgramme(seed: number, withFirst = false, most = 9): Problem {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [mentors, mentees] = [1 + below(most - 2), 1 + below(most)]
  const grain = [1, 100_000, 250_000][below(3)]!
  const density = 0.2 + 0.8 * random()
  const table = Array.from({ length: mentees }, () =>
    Array.from({ length: mentors }, () =>
      random() < density ? Math.round((random() * 1_000_000) / grain) * grain : null,
    ),
  )
  const problem = makeProblem(
    table,
    Array.from({ length: mentors }, () => below(4)),
    Array.from({ length: mentees }, () => [1, 1, 1, 2, 0][below(5)]!),
  )
  return withFirst ? { ...problem, first: Uint8Array.from(table, () => below(2)) } : problem
}

function menteeOf(problem: Problem, arc: number): number {
  return problem.start.findIndex((first, j) => first <= arc && arc < problem.start[j + 1]!)
}

function firstMissing({ demand, first, ...problem }: Problem, arcs: number[]): number {
  const missing = Int32Array.from(demand)
  for (const a of arcs) missing[menteeOf({ demand, ...problem }, a)]! -= 1
  return missing.reduce((sum, left, j) => sum + left * (first?.[j] ?? 0), 0)
}

/** What is lost when the arc is fixed and everything else solved again. */
function forcedRegret(problem: Problem, objective: Objective, arc: number): Regret | null {
  const [i, j] = [problem.mentor[arc]!, menteeOf(problem, arc)]
  if (problem.capacity[i] === 0 || problem.demand[j] === 0) return null
  const before = assign(problem, { objective })
  const { problem: rest, arcOf } = fixArcs(problem, [arc])
  const after = assign(rest, { objective })
  const arcs = [arc, ...Array.from(after.arc, (a) => arcOf[a]!)]
  const points = before.total - after.total - problem.score[arc]!
  return objective === 'quality'
    ? { pairs: 0, first: 0, worst: 0, points }
    : {
        pairs: before.matched - after.matched - 1,
        first: firstMissing(problem, arcs) - firstMissing(problem, [...before.arc]),
        worst: 0,
        points,
      }
}

/** All assignments with the arc, one by one: most pairs, then the best worst pair, then the highest total. */
function bestFair(
  problem: Problem,
  forced: number | null,
): { pairs: number; worst: number; total: number } | null {
  const places = Int32Array.from(problem.capacity)
  const wishes = Int32Array.from(problem.demand)
  let best: { pairs: number; worst: number; total: number } | null = null
  const visit = (a: number, pairs: number, worst: number, total: number, hasForced: boolean) => {
    if (a === problem.mentor.length) {
      if (forced !== null && !hasForced) return
      const least = pairs === 0 ? 0 : worst
      const isBetter =
        best === null ||
        pairs > best.pairs ||
        (pairs === best.pairs && (least > best.worst || (least === best.worst && total > best.total)))
      if (isBetter) best = { pairs, worst: least, total }
      return
    }
    const [i, j] = [problem.mentor[a]!, menteeOf(problem, a)]
    if (places[i]! > 0 && wishes[j]! > 0) {
      places[i]!--
      wishes[j]!--
      visit(
        a + 1,
        pairs + 1,
        Math.min(worst, problem.score[a]!),
        total + problem.score[a]!,
        hasForced || a === forced,
      )
      places[i]!++
      wishes[j]!++
    }
    if (a !== forced) visit(a + 1, pairs, worst, total, hasForced)
  }
  visit(0, 0, Number.POSITIVE_INFINITY, 0, false)
  return best
}

/** Puts many people who play no part beside a programme, so that it counts as one of many mentors. */
function amongMany(problem: Problem): Problem {
  const mentors = 700
  const capacity = new Int32Array(mentors)
  capacity.set(problem.capacity)
  return { ...problem, mentors, capacity }
}

describe('the regret of a pair', () => {
  test.each<[Objective, boolean]>([
    ['coverage', false],
    ['quality', false],
    ['coverage', true],
  ])(
    'is what is lost when it is forced and all the rest is made again: %s, people served first: %s',
    (objective, withFirst) => {
      let compared = 0
      for (let seed = 1; seed <= 150; seed++) {
        const problem = someProgramme(seed, withFirst)
        for (const size of [problem, amongMany(problem)]) {
          const regrets = regretsOf(size, assign(size, { objective }))
          for (let a = 0; a < problem.mentor.length; a++) {
            expect([seed, a, regrets.of(a)]).toEqual([seed, a, forcedRegret(problem, objective, a)])
            compared++
          }
        }
      }
      expect(compared).toBeGreaterThan(2_000)
    },
  )

  test('of a fair programme tells how far the worst pair falls', () => {
    let compared = 0
    for (let seed = 1; seed <= 120; seed++) {
      const problem = someProgramme(seed, false, 5)
      if (problem.mentor.length > 11) continue
      const best = bestFair(problem, null)!
      const regrets = regretsOf(problem, assign(problem, { objective: 'fair' }))
      for (let a = 0; a < problem.mentor.length; a++) {
        const forced = bestFair(problem, a)
        const expected = forced && {
          pairs: best.pairs - forced.pairs,
          first: 0,
          worst: best.worst - forced.worst,
          points: best.total - forced.total,
        }
        expect([seed, a, regrets.of(a)]).toEqual([seed, a, expected])
        compared++
      }
    }
    expect(compared).toBeGreaterThan(300)
  })

  test('is nothing for the pairs that are made', () => {
    const problem = someProgramme(3)
    const assignment = assign(problem, { objective: 'coverage' })
    const regrets = regretsOf(problem, assignment)
    for (const a of assignment.arc) expect(regrets.of(a)).toEqual({ pairs: 0, first: 0, worst: 0, points: 0 })
  })

  test('cannot be told where the mentor has no place at all', () => {
    const problem = makeProblem([[500_000, 400_000]], [0, 1], [1])
    expect(regretsOf(problem, assign(problem, { objective: 'coverage' })).of(0)).toBeNull()
  })
})

describe('one more place with a mentor', () => {
  test('brings exactly what solving again with it brings', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const problem = someProgramme(seed)
      for (const objective of ['coverage', 'quality'] as const) {
        for (const size of [problem, amongMany(problem)]) {
          const before = assign(size, { objective })
          const regrets = regretsOf(size, before)
          for (let i = 0; i < problem.mentors; i++) {
            const capacity = Int32Array.from(size.capacity)
            capacity[i]! += 1
            const after = assign({ ...size, capacity }, { objective })
            const pairs = objective === 'coverage' ? after.matched - before.matched : 0
            expect([seed, i, regrets.ofPlace(i)]).toEqual([
              seed,
              i,
              { pairs, first: 0, worst: 0, points: after.total - before.total },
            ])
          }
        }
      }
    }
  })

  test('brings in whom some best assignment then has', () => {
    let broughtIn = 0
    for (let seed = 1; seed <= 150; seed++) {
      const problem = someProgramme(seed, false, 6)
      const before = assign(problem, { objective: 'coverage' })
      const regrets = regretsOf(problem, before)
      const served = new Set(Array.from(before.arc, (a) => menteeOf(problem, a)))
      for (let i = 0; i < problem.mentors; i++) {
        const capacity = Int32Array.from(problem.capacity)
        capacity[i]! += 1
        const more = { ...problem, capacity }
        const after = assign(more, { objective: 'coverage' })
        const again = regretsOf(more, after)
        for (let j = 0; j < problem.mentees; j++) {
          if (served.has(j) || problem.demand[j] !== 1) continue
          const row = Array.from(
            { length: problem.start[j + 1]! - problem.start[j]! },
            (_, n) => problem.start[j]! + n,
          )
          const isAsGood = (regret: Regret | null) => regret?.pairs === 0 && regret.points === 0
          if (row.some((a) => isAsGood(regrets.of(a)))) continue
          const isIn = row.some((a) => isAsGood(again.of(a)))
          expect([seed, i, j, regrets.bringsIn(i, j)]).toEqual([seed, i, j, isIn])
          broughtIn += isIn ? 1 : 0
        }
      }
    }
    expect(broughtIn).toBeGreaterThan(30)
  })
})

test('all 195,000 regrets of 1,500 mentees and 130 mentors take a moment', () => {
  const random = randomFrom(201)
  const table = Array.from({ length: 1_500 }, () =>
    Array.from({ length: 130 }, () => 1_000 + Math.floor(random() * 1_000) * 999),
  )
  const problem = makeProblem(table, Array(130).fill(12), Array(1_500).fill(1))
  const regrets = regretsOf(problem, assign(problem, { objective: 'coverage' }))
  let least = Number.POSITIVE_INFINITY
  for (let a = 0; a < problem.mentor.length; a++) least = Math.min(least, regrets.of(a)!.points)
  expect(least).toBe(0)
})
