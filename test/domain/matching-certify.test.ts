import { describe, expect, test } from 'vitest'
import { type Assignment, assign, type Certificate, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const random = randomFrom(21)
const below = (n: number) => Math.floor(random() * n)

function makeRandom(mentees: number, mentors: number): Problem {
  return makeProblem(
    Array.from({ length: mentees }, () =>
      Array.from({ length: mentors }, () => (random() < 0.8 ? below(1_000_001) : null)),
    ),
    Array.from({ length: mentors }, () => 1 + below(3)),
    Array.from({ length: mentees }, () => 1),
  )
}

/** Replaces the chosen arcs and says truthfully what they are, so that only optimality is in question. */
function withArcs({ score }: Problem, assignment: Assignment, chosen: number[]): Assignment {
  const arc = Int32Array.from(chosen).sort()
  const scores = Array.from(arc, (a) => score[a]!)
  return {
    ...assignment,
    arc,
    matched: arc.length,
    total: scores.reduce((sum, s) => sum + s, 0),
    worst: scores.length === 0 ? 0 : Math.min(...scores),
  }
}

function withDuals(assignment: Assignment, duals: Partial<Certificate>): Assignment {
  return { ...assignment, certificate: { ...assignment.certificate, ...duals } }
}

describe('the proof of an assignment', () => {
  test.each(['coverage', 'quality'] as const)(
    'is refused when a pair is dropped or exchanged for a lesser one: %s',
    (objective) => {
      for (let run = 0; run < 300; run++) {
        const problem = makeRandom(2 + below(8), 2 + below(6))
        const assignment = assign(problem, { objective })
        const { arc } = assignment
        if (arc.length === 0) continue
        const dropped = withArcs(problem, assignment, Array.from(arc).toSpliced(below(arc.length), 1))
        expect(certify(problem, dropped)).toMatchObject({ holds: false })

        const lesser = anotherWay(problem, assignment)
        if (lesser) expect(certify(problem, lesser)).toMatchObject({ holds: false })
      }
    },
  )

  test('measures by how much an assignment may miss the optimum, never less than it does', () => {
    for (let run = 0; run < 200; run++) {
      const problem = makeRandom(3 + below(5), 2 + below(5))
      const assignment = assign(problem, { objective: 'quality' })
      const lesser = anotherWay(problem, assignment)
      if (lesser) expect(certify(problem, lesser).gap).toBeGreaterThanOrEqual(assignment.total - lesser.total)
    }
  })

  const problem = makeProblem(
    [
      [900_000, 800_000, null],
      [850_000, 100_000, null],
      [840_000, null, 5],
    ],
    [1, 1, 1],
    [1, 1, 1],
  )
  const best = assign(problem, { objective: 'coverage' })
  const altered: [string, Assignment, RegExp][] = [
    [
      'a mentor takes more than the places there are',
      withArcs(problem, best, [0, 2, 4]),
      /more mentees than/,
    ],
    [
      'a mentee gets more mentors than wanted',
      withArcs(problem, best, [0, 1, 2]),
      /more mentors than wanted/,
    ],
    ['an arc does not exist', { ...best, arc: Int32Array.of(0, 1, 99) }, /does not exist/],
    ['an arc is counted twice', { ...best, arc: Int32Array.of(1, 1, 2) }, /ascend and be distinct/],
    ['the total is flattered', { ...best, total: best.total + 1 }, /add up to/],
    ['the count is flattered', { ...best, matched: best.matched + 1 }, /are chosen/],
    ['the lowest score is hidden', { ...best, worst: best.worst + 1 }, /lowest score/],
    [
      'a price is negative',
      withDuals(best, { price: best.certificate.price.map((p) => -p - 1) }),
      /a price is/,
    ],
    ['a price is no whole number', withDuals(best, { price: Float64Array.of(0.5, 0, 0) }), /a price is/],
    ['a price is missing', withDuals(best, { price: Float64Array.of(0) }), /is missing/],
    [
      'a worth is beyond what a mentor can be worth',
      withDuals(best, { worth: Float64Array.of(0, 0, 1e13) }),
      /a worth is/,
    ],
    ['a worth is not a number', withDuals(best, { worth: Float64Array.of(0, Number.NaN, 0) }), /a worth is/],
    ['all prices are forgotten', withDuals(best, { price: new Float64Array(3) }), /do not prove/],
    ['the objective is unknown', withDuals(best, { objective: 'speed' as 'quality' }), /no known objective/],
  ]
  test('holds for the assignment itself', () => {
    expect(certify(problem, best)).toEqual({ holds: true, gap: 0 })
  })
  test.each(altered)('is refused when %s', (_, claim, why) => {
    expect(certify(problem, claim)).toMatchObject({ holds: false, why: expect.stringMatching(why) })
  })
  test('of quality is no proof of coverage', () => {
    const fewer = makeProblem(
      [
        [900_000, 10],
        [5, null],
      ],
      [1, 1],
      [1, 1],
    )
    const quality = assign(fewer, { objective: 'quality' })
    expect(certify(fewer, quality).holds).toBe(true)
    expect(certify(fewer, withDuals(quality, { objective: 'coverage' })).holds).toBe(false)
  })
})

/** Exchanges one chosen arc for another of the same mentee with a lower score and a free place, if there is one. */
function anotherWay(problem: Problem, assignment: Assignment): Assignment | null {
  const { start, mentor, score, capacity } = problem
  const places = Int32Array.from(capacity)
  for (const a of assignment.arc) places[mentor[a]!]! -= 1
  for (const a of assignment.arc) {
    const j = start.findIndex((end) => end > a) - 1
    for (let b = start[j]!; b < start[j + 1]!; b++) {
      if (score[b]! < score[a]! && places[mentor[b]!]! > 0) {
        return withArcs(problem, assignment, [...Array.from(assignment.arc).filter((c) => c !== a), b])
      }
    }
  }
  return null
}
