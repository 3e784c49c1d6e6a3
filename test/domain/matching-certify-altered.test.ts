import { describe, expect, test } from 'vitest'
import { type Assignment, assign, type Duals, type Objective, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { bestWorth, compareWorths, faultOf, rowsOf, worthOf } from '../support/assignment-reference.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const OBJECTIVES = ['coverage', 'quality', 'fair'] as const

interface Case {
  problem: Problem
  objective: Objective
  assignment: Assignment
  below: (n: number) => number
}

/** Programmes small enough that trying everything tells the truth about each of them. */
function someCase(seed: number, objective: Objective): Case {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [mentees, mentors] = [2 + below(5), 2 + below(5)]
  const range = [2, 1_000, 1_000_000][below(3)]!
  const density = 0.5 + 0.5 * random()
  const problem = makeProblem(
    Array.from({ length: mentees }, () =>
      Array.from({ length: mentors }, () => (random() < density ? below(range + 1) : null)),
    ),
    Array.from({ length: mentors }, () => below(3)),
    Array.from({ length: mentees }, () => (seed % 2 ? 1 : below(3))),
  )
  if (seed % 3 === 0) problem.first = Uint8Array.from({ length: mentees }, () => below(2))
  return { problem, objective, assignment: assign(problem, { objective }), below }
}

/** Other arcs, and the truth about them. */
function withArcs({ problem, assignment }: Case, arcs: Iterable<number>): Assignment {
  const arc = Int32Array.from(arcs).sort()
  const scores = Array.from(arc, (a) => problem.score[a]!)
  return {
    ...assignment,
    arc,
    matched: arc.length,
    total: scores.reduce((total, score) => total + score, 0),
    worst: arc.length === 0 ? 0 : Math.min(...scores),
  }
}

/** Whether there is nothing wrong with an assignment, and nothing better, for the objective that it names. */
function isTruth(problem: Problem, assignment: Assignment): boolean {
  const { objective } = assignment.certificate
  if (!(OBJECTIVES as readonly string[]).includes(objective)) return false
  if (faultOf(problem, assignment) !== null) return false
  return compareWorths(worthOf(problem, assignment.arc, objective), bestWorth(problem, objective)) === 0
}

const counts = { refused: 0, upheld: 0 }

/** A claim may only hold where it is the truth. */
function expectSound(problem: Problem, claim: Assignment, what: unknown): void {
  const { holds, gap, why } = certify(problem, claim)
  if (holds) expect([what, isTruth(problem, claim)]).toEqual([what, true])
  else expect([what, typeof why, gap > 0]).toEqual([what, 'string', true])
  counts[holds ? 'upheld' : 'refused']++
}

function expectRefused(problem: Problem, claim: Assignment, what: unknown): void {
  expect([what, certify(problem, claim).holds]).toEqual([what, false])
  counts.refused++
}

function withDuals(assignment: Assignment, duals: Partial<Assignment['certificate']>): Assignment {
  return { ...assignment, certificate: { ...assignment.certificate, ...duals } }
}

describe.each(OBJECTIVES)('of an assignment made for %s, the proof', (objective) => {
  const cases = Array.from({ length: 300 }, (_, seed) => someCase(seed + 1, objective))

  test('is refused for every set of arcs that is not the best, one dropped, added or exchanged', () => {
    for (const [seed, one] of cases.entries()) {
      const { problem, assignment } = one
      const chosen = new Set(assignment.arc)
      for (let a = 0; a < problem.mentor.length; a++) {
        if (chosen.has(a)) {
          expectSound(
            problem,
            withArcs(
              one,
              [...chosen].filter((c) => c !== a),
            ),
            [seed, 'without', a],
          )
          continue
        }
        expectSound(problem, withArcs(one, [...chosen, a]), [seed, 'with', a])
        for (const b of chosen) {
          const others = [...chosen].filter((c) => c !== b)
          expectSound(problem, withArcs(one, [...others, a]), [seed, a, 'for', b])
        }
      }
      expectSound(problem, withArcs(one, []), [seed, 'nothing'])
    }
  })

  test('is refused where a number about the arcs is off by one', () => {
    for (const [seed, { problem, assignment }] of cases.entries()) {
      for (const by of [1, -1]) {
        for (const name of ['matched', 'total', 'worst'] as const) {
          expectRefused(problem, { ...assignment, [name]: assignment[name] + by }, [seed, name, by])
        }
      }
      for (const name of ['matched', 'total', 'worst'] as const) {
        expectRefused(problem, { ...assignment, [name]: Number.NaN }, [seed, name])
      }
    }
  })

  test('is refused where a price or a worth is altered, unless the new ones prove it as well', () => {
    for (const [seed, { problem, assignment }] of cases.entries()) {
      const { certificate } = assignment
      for (const name of ['price', 'worth'] as const) {
        for (let k = 0; k < certificate[name].length; k++) {
          for (const by of [1, -1, 1_000_003, -1_000_003, 0.5]) {
            const duals = certificate[name].slice()
            duals[k]! += by
            const claim = withDuals(assignment, { [name]: duals })
            const what = [seed, name, k, by]
            const holds = by !== 0.5 && areProof(problem, claim)
            expect([what, certify(problem, claim).holds]).toEqual([what, holds])
            counts[holds ? 'upheld' : 'refused']++
          }
        }
        expectRefused(problem, withDuals(assignment, { [name]: certificate[name].slice(1) }), [seed, name])
      }
    }
  })

  test('is refused for another objective, unless it is the best for that one too', () => {
    for (const [seed, { problem, assignment }] of cases.entries()) {
      for (const other of OBJECTIVES) {
        const claim = withDuals(assignment, { objective: other })
        expectSound(problem, claim, [seed, other])
        const borrowed = assign(problem, { objective: other }).certificate
        expectSound(problem, { ...assignment, certificate: borrowed }, [seed, 'borrowed from', other])
      }
      expectRefused(problem, withDuals(assignment, { objective: 'speed' as Objective }), seed)
    }
  })

  test('is refused when it belongs to another programme, unless it is the best there too', () => {
    for (const [seed, { problem, assignment }] of cases.entries()) {
      const other = cases[(seed + 7) % cases.length]!
      expectSound(other.problem, assignment, [seed, 'answer of another'])
      expectSound(problem, { ...assignment, certificate: other.assignment.certificate }, [
        seed,
        'proof of another',
      ])
      const score = problem.score.map((value) => Math.max(0, value - 1))
      if (score.some((value, a) => assignment.arc.includes(a) && value !== problem.score[a])) {
        expectRefused({ ...problem, score }, assignment, [seed, 'other scores'])
      }
    }
  })

  test('holds for another answer that is as good, with prices of its own', () => {
    let differing = 0
    for (const [seed, { problem, assignment }] of cases.entries()) {
      const mirrored = mirror(problem, objective)
      expect([seed, certify(problem, mirrored)]).toEqual([seed, { holds: true, gap: 0 }])
      expect([seed, isTruth(problem, mirrored)]).toEqual([seed, true])
      if (String(mirrored.arc) !== String(assignment.arc)) differing++
      expectSound(problem, { ...mirrored, certificate: assignment.certificate }, [seed, 'proof of the first'])
    }
    expect(differing).toBeGreaterThan(20)
  })
})

test('of a fair assignment is refused without what it says about coverage, or where that is altered', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { problem, assignment, below } = someCase(seed, 'fair')
    const { coverage, ...certificate } = assignment.certificate
    expectRefused(problem, { ...assignment, certificate }, [seed, 'nothing about coverage'])
    for (const step of ['all', 'above'] as const) {
      for (const name of ['price', 'worth'] as const) {
        const altered = (duals: Float64Array): Assignment =>
          withDuals(assignment, {
            coverage: { ...coverage!, [step]: { ...coverage![step], [name]: duals } },
          })
        const duals = coverage![step][name]
        expectRefused(problem, altered(duals.slice(1)), [seed, step, name])
        expectRefused(problem, altered(duals.map(() => Number.NaN)), [seed, step, name])
        for (const by of [1, -1, 5]) {
          const other = duals.slice()
          other[below(duals.length)]! += by
          expectSound(problem, altered(other), [seed, step, name, by])
        }
      }
    }
    // A lesser worst score, said truthfully, with everything else of the best.
    for (const [a, score] of problem.score.entries()) {
      if (score >= assignment.worst || assignment.arc.includes(a)) continue
      const row = rowsOf(problem)
      const rival = assignment.arc.find((b) => row[b] === row[a])
      if (rival === undefined) continue
      const arcs = [...assignment.arc].map((b) => (b === rival ? a : b))
      expectRefused(problem, withArcs({ problem, objective: 'fair', assignment, below }, arcs), [seed, a])
    }
  }
})

test('was put to the test tens of thousands of times', () => {
  expect(counts.refused).toBeGreaterThan(40_000)
  expect(counts.upheld).toBeGreaterThan(1_000)
})

/**
 * Whether prices and worths prove an answer by adding up: what the arcs cost and what goes missing costs, against what
 * prices and worths say that it must cost at least.
 */
function areProof(problem: Problem, { arc, worst, certificate }: Assignment): boolean {
  const { objective, price, worth } = certificate
  const highest = problem.scoreMax ?? 1_000_000
  const sum = (numbers: Int32Array) => numbers.reduce((total, one) => total + one, 0)
  const pairs = Math.min(sum(problem.capacity), sum(problem.demand), problem.mentor.length)
  const missingOf = (j: number) =>
    objective === 'quality' ? highest : (highest * pairs + 1) * (problem.first?.[j] ? 2 : 1)
  if (price.some((one) => one < 0) || worth.some((one, j) => one > missingOf(j))) return false
  const row = rowsOf(problem)
  const least = objective === 'fair' ? worst : 0
  let cost = 0
  let bound = 0
  problem.demand.forEach((wanted, j) => {
    cost += missingOf(j) * (wanted - arc.filter((a) => row[a] === j).length)
    bound += wanted * worth[j]!
  })
  problem.capacity.forEach((places, i) => {
    bound -= places * price[i]!
  })
  problem.score.forEach((score, a) => {
    if (arc.includes(a)) cost += highest - score
    if (score >= least) bound -= Math.max(0, worth[row[a]!]! - price[problem.mentor[a]!]! - (highest - score))
  })
  return cost === bound
}

/** Solves the problem with everybody in the opposite order, and turns the answer back. */
function mirror(problem: Problem, objective: Objective): Assignment {
  const { mentors, mentees, capacity, demand, mentor, score, first } = problem
  const row = rowsOf(problem)
  const table = Array.from({ length: mentees }, () => new Array<number | null>(mentors).fill(null))
  score.forEach((value, a) => {
    table[mentees - 1 - row[a]!]![mentors - 1 - mentor[a]!] = value
  })
  const turned = makeProblem(table, [...capacity].reverse(), [...demand].reverse())
  if (first) turned.first = first.slice().reverse()
  const { arc, certificate, ...said } = assign(turned, { objective })
  const back = (duals: Duals): Duals => ({
    price: duals.price.slice().reverse(),
    worth: duals.worth.slice().reverse(),
  })
  const { coverage } = certificate
  return {
    ...said,
    arc: arc.map((a) => mentor.length - 1 - a).sort(),
    certificate: {
      objective,
      ...back(certificate),
      ...(coverage ? { coverage: { all: back(coverage.all), above: back(coverage.above) } } : {}),
    },
  }
}
