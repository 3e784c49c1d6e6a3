import { describe, expect, test } from 'vitest'
import { assign, type Objective, type Problem } from '#matching/assign.ts'
import { CandidatePass } from '#matching/candidates.ts'
import { Kernel } from '#matching/kernel.ts'
import { problemOf } from '#matching/match.ts'
import { NO_WISHES } from '#matching/member.ts'
import { packOf } from '#matching/pack.ts'
import { type Regret, regretsOf } from '#matching/regret.ts'
import { rowsOf, worthOf } from '../support/assignment-reference.ts'
import { makeCrowd, makeProblem, randomFrom } from './matching-makers.ts'

/** 300 mentees and 40 mentors as they come, all pairs that the rules allow, with the places given to each mentor. */
function someCohort(seed: number, placesOf: (mentor: number) => number): Problem {
  const crowd = makeCrowd(seed, 40, 300)
  const mentors = crowd.mentors.map((one, i) => ({ ...one, capacity: placesOf(i), placesTaken: 0 }))
  const pack = packOf({ ...crowd, mentors })
  const pass = new CandidatePass(pack, new Kernel(pack), NO_WISHES)
  pass.run()
  return problemOf(pack, pass.close().rows)
}

function cohorts(): [string, Problem][] {
  const random = randomFrom(90)
  const below = (n: number) => Math.floor(random() * n)
  const scarce = someCohort(91, () => below(4))
  const tight = someCohort(92, () => 6 + below(3))
  const several = someCohort(94, () => 3 + below(12))
  return [
    ['places are scarce', scarce],
    ['places are just about enough', tight],
    ['mentors take twelve', someCohort(93, () => 12)],
    [
      'some want two mentors',
      { ...several, demand: several.demand.map((wanted) => wanted * (1 + below(2))) },
    ],
    [
      'most are to be served first',
      { ...scarce, first: Uint8Array.from(scarce.demand, () => Math.min(1, below(4))) },
    ],
    [
      'scores are few and alike',
      { ...tight, score: tight.score.map((score) => Math.floor(score / 250_000) * 250_000) },
    ],
  ]
}

/** The problem that is left when a pair is settled: a place and a wish fewer, and the two not paired again. */
function settle(problem: Problem, arc: number, least = 0): Problem {
  const row = rowsOf(problem)
  const table = Array.from({ length: problem.mentees }, () =>
    new Array<number | null>(problem.mentors).fill(null),
  )
  for (const [a, score] of problem.score.entries()) {
    if (a !== arc && score >= least) table[row[a]!]![problem.mentor[a]!] = score
  }
  const [i, j] = [problem.mentor[arc]!, row[arc]!]
  const left = makeProblem(
    table,
    [...problem.capacity].with(i, problem.capacity[i]! - 1),
    [...problem.demand].with(j, problem.demand[j]! - 1),
  )
  return problem.first ? { ...left, first: problem.first } : left
}

/** Pairs, wishes of those who come first, and total of the best assignment that has the pair. */
function bestWith(problem: Problem, arc: number, objective: 'coverage' | 'quality', least = 0): number[] {
  const rest = settle(problem, arc, least)
  const answer = assign(rest, { objective })
  const [pairs, firsts, total] = worthOf(rest, answer.arc, 'coverage')
  const own = problem.first?.[rowsOf(problem)[arc]!] ? 1 : 0
  return [pairs! + 1, firsts! + own, total! + problem.score[arc]!]
}

/** The same with the best worst score, found by trying the scores that occur from the middle. */
function fairestWith(problem: Problem, arc: number): number[] {
  const scores = [...new Set(problem.score)].filter((score) => score <= problem.score[arc]!)
  scores.sort((a, b) => a - b)
  const [most, firsts] = bestWith(problem, arc, 'coverage')
  let [low, high] = [0, scores.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const [pairs, served] = bestWith(problem, arc, 'coverage', scores[middle])
    if (pairs === most && served === firsts) low = middle
    else high = middle
  }
  const total = bestWith(problem, arc, 'coverage', scores[low])[2]!
  return [most!, firsts!, scores[low]!, total]
}

function forcedRegret(problem: Problem, objective: Objective, arc: number, before: number[]): Regret | null {
  const [i, j] = [problem.mentor[arc]!, rowsOf(problem)[arc]!]
  if (problem.capacity[i] === 0 || problem.demand[j] === 0) return null
  if (objective === 'fair') {
    const loss = fairestWith(problem, arc).map((value, k) => before[k]! - value)
    return { pairs: loss[0]!, first: loss[1]!, worst: loss[2]!, points: loss[3]! }
  }
  const after = bestWith(problem, arc, objective)
  if (objective === 'quality') return { pairs: 0, first: 0, worst: 0, points: before[0]! - after[2]! }
  const loss = after.map((value, k) => before[k]! - value)
  return { pairs: loss[0]!, first: loss[1]!, worst: 0, points: loss[2]! }
}

let compared = 0

describe.each(cohorts())('among 300 mentees and 40 mentors where %s, the regret of a pair', (_, problem) => {
  test.each<[Objective, number]>([
    ['coverage', 100],
    ['quality', 80],
    ['fair', 20],
  ])('is what a run loses that must make it: %s, %i pairs', (objective, count) => {
    expect(problem.mentor.length).toBeGreaterThan(500)
    const assignment = assign(problem, { objective })
    const before = worthOf(problem, assignment.arc, objective)
    const regrets = regretsOf(problem, assignment)
    const random = randomFrom(count)
    const differing: unknown[] = []
    for (let n = 0; n < count; n++) {
      const arc = Math.floor(random() * problem.mentor.length)
      const [said, found] = [regrets.of(arc), forcedRegret(problem, objective, arc, before)]
      if (JSON.stringify(said) !== JSON.stringify(found)) differing.push({ arc, said, found })
      compared++
    }
    expect(differing).toEqual([])
  })
})

test('more than a thousand pairs were forced', () => {
  expect(compared).toBe(1_200)
})

test('who is served first plays no part in the regrets of quality', () => {
  const problem = { ...makeProblem([[1], [1]], [1], [1, 1]), first: Uint8Array.of(0, 1) }
  const regrets = regretsOf(problem, assign(problem, { objective: 'quality' }))
  for (const arc of [0, 1]) expect(regrets.of(arc)).toEqual({ pairs: 0, first: 0, worst: 0, points: 0 })
})
