import { describe, expect, test } from 'vitest'
import { assign, type Problem } from '#matching/assign.ts'
import { SCORE_MAX } from '#matching/assignment-problem.ts'
import { certify } from '#matching/certify.ts'
import { faultOf, rowsOf } from '../support/assignment-reference.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const OBJECTIVES = ['coverage', 'quality', 'fair'] as const
const SIZES = [1, 2, 3, 10, 47, 150, 300]

/** The answer of each objective, each checked by its proof and by hand. */
function answersTo(problem: Problem) {
  return OBJECTIVES.map((objective) => {
    const assignment = assign(problem, { objective })
    expect(faultOf(problem, assignment)).toBeNull()
    expect(certify(problem, assignment)).toEqual({ holds: true, gap: 0 })
    return assignment
  })
}

function square(n: number, scoreOf: (j: number, i: number) => number | null): Problem {
  const table = Array.from({ length: n }, (_, j) => Array.from({ length: n }, (_, i) => scoreOf(j, i)))
  return makeProblem(table, new Array(n).fill(1), new Array(n).fill(1))
}

function mix(n: number, seed: number): number[] {
  const random = randomFrom(seed)
  const keys = Array.from({ length: n }, () => random())
  return [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function inOrder(numbers: number[]): number[] {
  return [...numbers].sort((a, b) => a - b)
}

describe.each(SIZES)('with %i people on each side', (n) => {
  test('scores i·j, most or least, add up as arithmetic says', () => {
    const [rows, columns] = [mix(n, 1), mix(n, 2)]
    const product = (j: number, i: number) => (rows[j]! + 1) * (columns[i]! + 1)
    const [most, highest, fairest] = answersTo(square(n, product))
    for (const { matched, total } of [most!, highest!]) {
      expect([matched, total]).toEqual([n, (n * (n + 1) * (2 * n + 1)) / 6])
    }
    // Who has 1 can only be given n to be worth n, and all others need not do worse.
    expect([fairest!.matched, fairest!.worst]).toEqual([n, n])
    const least = square(n, (j, i) => n * n - product(j, i))
    const [coverage, quality] = answersTo(least)
    for (const { total } of [coverage!, quality!]) {
      expect(n * n * n - total).toBe((n * (n + 1) * (n + 2)) / 6)
    }
  })

  test('constant scores fill every place that is wanted', () => {
    for (const score of [0, 1, 500_000, SCORE_MAX]) {
      const capacity = Array.from({ length: n }, (_, i) => i % 3)
      const table = Array.from({ length: n }, () => new Array<number>(n).fill(score))
      const wanted = Math.min(sum(capacity), n)
      const answers = answersTo(makeProblem(table, capacity, new Array(n).fill(1)))
      for (const { total } of answers) expect(total).toBe(wanted * score)
      expect([answers[0]!.matched, answers[2]!.matched]).toEqual([wanted, wanted])
      expect(answers[2]!.worst).toBe(wanted > 0 ? score : 0)
    }
  })

  test('people on a line meet in the order of the line, seats too', () => {
    const random = randomFrom(n)
    const places = Array.from({ length: n }, () => Math.floor(random() * SCORE_MAX))
    const homes = Array.from({ length: n }, () => Math.floor(random() * SCORE_MAX))
    const near = (j: number, i: number) => SCORE_MAX - Math.abs(homes[j]! - places[i]!)
    const [ordered, others] = [inOrder(homes), inOrder(places)]
    const distances = ordered.map((home, k) => Math.abs(home - others[k]!))
    const [coverage, , fair] = answersTo(square(n, near))
    expect(n * SCORE_MAX - coverage!.total).toBe(sum(distances))
    expect(SCORE_MAX - fair!.worst).toBe(Math.max(...distances))

    const few = Math.ceil(n / 3)
    const table = homes.map((_, j) => places.slice(0, few).map((_, i) => near(j, i)))
    const seats = inOrder(places.slice(0, few).flatMap((place) => [place, place, place])).slice(0, 3 * few)
    const spare = 3 * few - n
    const [seated] = answersTo(makeProblem(table, new Array(few).fill(3), new Array(n).fill(1)))
    if (spare > 0) expect(seated!.matched).toBe(n)
    else {
      expect(n * SCORE_MAX - seated!.total).toBe(sum(ordered.map((home, k) => Math.abs(home - seats[k]!))))
    }
  })

  test('a planted permutation is found, pair by pair', () => {
    const partner = mix(n, 3)
    const random = randomFrom(n + 40)
    const problem = square(n, (j, i) =>
      i === partner[j] ? SCORE_MAX : random() < 0.7 ? Math.floor(random() * SCORE_MAX) : null,
    )
    const row = rowsOf(problem)
    for (const { arc, total, worst } of answersTo(problem)) {
      expect([total, worst]).toEqual([n * SCORE_MAX, SCORE_MAX])
      expect(Array.from(arc, (a) => problem.mentor[a])).toEqual(Array.from(arc, (a) => partner[row[a]!]))
    }
  })

  test('scores that are a part of each person add up whoever meets whom', () => {
    const [ours, theirs] = [mix(n, 4), mix(n, 5)]
    for (const { total } of answersTo(square(n, (j, i) => 1_000 * ours[j]! + theirs[i]!))) {
      expect(total).toBe((1_001 * n * (n - 1)) / 2)
    }
  })

  test('the only way to serve everybody is taken, however poor it is', () => {
    // Who comes late knows everybody before; only the first mentor suits the first mentee, and so on.
    const problem = square(n, (j, i) => (i > j ? null : i === j ? 1 : SCORE_MAX))
    const [coverage, quality, fair] = answersTo(problem)
    for (const { matched, total } of [coverage!, fair!]) expect([matched, total]).toEqual([n, n])
    expect(quality!.total).toBe(n === 1 ? 1 : (n - 1) * SCORE_MAX)
  })
})

test('one mentee takes the best mentors of 300, and one mentor the best mentees', () => {
  const scores = mix(300, 6)
  const best = (count: number) => sum(inOrder(scores).slice(300 - count))
  for (const wanted of [0, 1, 2, 7, 299, 300, 301, 2 ** 31 - 1]) {
    const taken = Math.min(wanted, 300)
    const row = makeProblem([scores], new Array(300).fill(1), [wanted])
    for (const { total } of answersTo(row)) expect(total).toBe(best(taken))
    const table = scores.map((score) => [score])
    const column = makeProblem(table, [wanted], new Array(300).fill(1))
    for (const { total } of answersTo(column)) expect(total).toBe(best(taken))
  }
})

describe('nobody is paired, and that is proved too,', () => {
  test.each<[string, Problem]>([
    ['without anybody', makeProblem([], [], [])],
    ['without mentors', makeProblem([[], [], []], [], [1, 2, 0])],
    ['without mentees', makeProblem([], [1, 0, 3], [])],
    [
      'where nobody suits anybody',
      makeProblem(
        [
          [null, null],
          [null, null],
        ],
        [1, 1],
        [1, 1],
      ),
    ],
    [
      'where no mentor has a place',
      makeProblem(
        [
          [5, 6],
          [7, 8],
        ],
        [0, 0],
        [1, 2],
      ),
    ],
    [
      'where no mentee wants a mentor',
      makeProblem(
        [
          [5, 6],
          [7, 8],
        ],
        [1, 2],
        [0, 0],
      ),
    ],
    [
      'where who has a place suits only who wants none',
      makeProblem(
        [
          [5, null],
          [null, 8],
        ],
        [0, 1],
        [1, 0],
      ),
    ],
  ])('%s', (_, problem) => {
    for (const { arc, matched, total, worst } of answersTo(problem)) {
      expect([arc.length, matched, total, worst]).toEqual([0, 0, 0, 0])
    }
    const first = { ...problem, first: new Uint8Array(problem.mentees).fill(1) }
    for (const { matched } of answersTo(first)) expect(matched).toBe(0)
  })
})
