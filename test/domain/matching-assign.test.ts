import { munkres } from 'munkres'
import { describe, expect, test } from 'vitest'
import { type Assignment, assign, type Objective, type Problem } from '#matching/assign.ts'
import { certify } from '#matching/certify.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

const MANY = 1_000_000_000

/** The best value by trying everything: mentee by mentee, each possible set of mentors, each state of the places. */
function tryEverything(
  { mentors, mentees, capacity, demand, start, mentor, score }: Problem,
  objective: Objective,
) {
  const known = new Map<string, number>()
  const best = (j: number, places: number[]): number => {
    if (j === mentees) return 0
    const key = `${j} ${places}`
    const found = known.get(key)
    if (found !== undefined) return found
    const value = choose(j, start[j]!, demand[j]!, places)
    known.set(key, value)
    return value
  }
  const choose = (j: number, a: number, wanted: number, places: number[]): number => {
    if (a === start[j + 1] || wanted === 0) return best(j + 1, places)
    const without = choose(j, a + 1, wanted, places)
    const i = mentor[a]!
    if (places[i] === 0) return without
    const after = places.with(i, places[i]! - 1)
    const gain = score[a]! + (objective === 'coverage' ? MANY : 0)
    return Math.max(without, gain + choose(j, a + 1, wanted - 1, after))
  }
  return best(0, Array.from(capacity).slice(0, mentors))
}

function worthOf({ matched, total }: Assignment, objective: Objective): number {
  return total + (objective === 'coverage' ? MANY * matched : 0)
}

describe('the best assignment', () => {
  test.each(['coverage', 'quality'] as const)(
    'is as good as trying everything: %s, 2,500 small programmes',
    (objective) => {
      const random = randomFrom(objective === 'coverage' ? 11 : 12)
      const below = (n: number) => Math.floor(random() * n)
      for (let run = 0; run < 2500; run++) {
        const [mentees, mentors] = [below(7), below(7)]
        const density = random()
        // Few distinct scores make ties, which is where solvers go wrong.
        const score = run % 5 < 2 ? () => below(3) * 400_000 : () => below(1_000_001)
        const problem = makeProblem(
          Array.from({ length: mentees }, () =>
            Array.from({ length: mentors }, () => (random() < density ? score() : null)),
          ),
          Array.from({ length: mentors }, () => below(run % 3 ? 4 : 2)),
          Array.from({ length: mentees }, () => (run % 4 === 0 ? below(3) : 1)),
        )
        const assignment = assign(problem, { objective })
        expect(worthOf(assignment, objective), `run ${run}`).toBe(tryEverything(problem, objective))
        expect(certify(problem, assignment), `run ${run}`).toEqual({ holds: true, gap: 0 })
      }
    },
  )

  test('is as good as trying everything where every place is wanted, even if not all can be filled', () => {
    const random = randomFrom(15)
    const below = (n: number) => Math.floor(random() * n)
    for (let run = 0; run < 1500; run++) {
      const capacity = Array.from({ length: 1 + below(4) }, () => 1 + below(run % 2 ? 1 : 3))
      const mentees = capacity.reduce((sum, places) => sum + places, 0)
      const density = run % 3 === 0 ? 1 : 0.3 + 0.7 * random()
      const score = run % 5 < 2 ? () => below(4) : () => below(1_000_001)
      const table = Array.from({ length: mentees }, () =>
        capacity.map(() => (random() < density ? score() : null)),
      )
      const problem = makeProblem(table, capacity, new Array(mentees).fill(1))
      const assignment = assign(problem, { objective: 'coverage' })
      expect(worthOf(assignment, 'coverage'), `run ${run}`).toBe(tryEverything(problem, 'coverage'))
      expect(certify(problem, assignment), `run ${run}`).toEqual({ holds: true, gap: 0 })
    }
  })

  test('is what the Hungarian algorithm finds, with a seat for every place', () => {
    const random = randomFrom(13)
    const below = (n: number) => Math.floor(random() * n)
    for (let run = 0; run < 40; run++) {
      const [mentees, mentors] = [20 + below(40), 5 + below(20)]
      const capacity = Array.from({ length: mentors }, () => below(5))
      const table = Array.from({ length: mentees }, () =>
        Array.from({ length: mentors }, () => (random() < 0.7 ? below(1_000_001) : null)),
      )
      const problem = makeProblem(table, capacity, new Array(mentees).fill(1))
      const assignment = assign(problem, { objective: 'coverage' })
      expect(worthOf(assignment, 'coverage'), `run ${run}`).toBe(hungarian(table, capacity))
      expect(certify(problem, assignment).holds).toBe(true)
    }
  })

  test('of scores i·j pairs both sides in the same order, as arithmetic says', () => {
    for (const n of [1, 2, 17, 200]) {
      const table = Array.from({ length: n }, (_, j) =>
        Array.from({ length: n }, (_, i) => (i + 1) * (j + 1)),
      )
      const most = assign(square(table), { objective: 'coverage' })
      expect(most.total).toBe((n * (n + 1) * (2 * n + 1)) / 6)
      const least = assign(square(table.map((row) => row.map((score) => n * n - score))), {
        objective: 'coverage',
      })
      expect(n * n * n - least.total).toBe((n * (n + 1) * (n + 2)) / 6)
    }
  })

  test('pairs more people for coverage, and only the best for quality', () => {
    // The second mentee can only have the first mentor, whom the first mentee prefers by far.
    const table = [
      [900_000, 10],
      [5, null],
    ]
    expect(assign(square(table), { objective: 'coverage' })).toMatchObject({
      matched: 2,
      total: 15,
      worst: 5,
    })
    expect(assign(square(table), { objective: 'quality' })).toMatchObject({
      matched: 1,
      total: 900_000,
      worst: 900_000,
    })
  })

  test('gives nobody the same mentor twice, and two mentors to who wants two', () => {
    const problem = makeProblem([[700, 600, 500]], [9, 9, 9], [2])
    expect(Array.from(assign(problem, { objective: 'coverage' }).arc)).toEqual([0, 1])
    const few = assign(makeProblem([[700]], [9], [5]), { objective: 'coverage' })
    expect(few.matched).toBe(1)
    expect(certify(makeProblem([[700]], [9], [5]), few).holds).toBe(true)
  })

  test('may be asked of mentors who set no limit', () => {
    const problem = makeProblem([[5], [6]], [2 ** 31 - 1], [2 ** 31 - 1, 1])
    const assignment = assign(problem, { objective: 'coverage' })
    expect(assignment).toMatchObject({ matched: 2, total: 11 })
    expect(certify(problem, assignment)).toEqual({ holds: true, gap: 0 })
  })

  test('exists for a programme without mentors, without mentees, or without admissible pairs', () => {
    for (const problem of [
      makeProblem([], [], []),
      makeProblem([], [3, 0], []),
      makeProblem([[], []], [], [1, 1]),
      makeProblem([[null], [null]], [2], [1, 0]),
    ]) {
      const assignment = assign(problem, { objective: 'coverage' })
      expect(assignment).toMatchObject({ matched: 0, total: 0, worst: 0 })
      expect(certify(problem, assignment)).toEqual({ holds: true, gap: 0 })
    }
  })

  test('is the same every time it is asked for', () => {
    const random = randomFrom(14)
    const table = Array.from({ length: 60 }, () => Array.from({ length: 9 }, () => Math.floor(random() * 4)))
    const problem = makeProblem(table, new Array(9).fill(5), new Array(60).fill(1))
    expect(assign(problem, { objective: 'coverage' })).toEqual(assign(problem, { objective: 'coverage' }))
  })
})

describe('a malformed problem', () => {
  const good = makeProblem(
    [
      [1, 2],
      [null, 3],
    ],
    [1, 1],
    [1, 1],
  )
  test.each([
    ['a negative capacity', { capacity: Int32Array.of(1, -1) }, /mentor 1 has a negative capacity/],
    ['a negative demand', { demand: Int32Array.of(-2, 1) }, /mentee 0 has a negative demand/],
    ['a missing capacity', { capacity: Int32Array.of(1) }, /1 entries for 2 mentors/],
    ['a missing demand', { demand: Int32Array.of(1) }, /1 entries for 2 mentees/],
    ['a missing score', { score: Int32Array.of(1, 2) }, /2 scores for 3 arcs/],
    ['a score beyond perfection', { score: Int32Array.of(1, 2, 1_000_001) }, /score of arc 2 is 1000001/],
    ['a negative score', { score: Int32Array.of(1, -2, 3) }, /score of arc 1 is -2/],
    ['a mentor who does not exist', { mentor: Int32Array.of(0, 2, 1) }, /names mentor 2 of 2/],
    ['a mentor twice in a row', { mentor: Int32Array.of(1, 1, 1) }, /ascend and be distinct/],
    ['rows that overlap', { start: Int32Array.of(0, 4, 3) }, /ends before it starts/],
    ['rows that leave arcs out', { start: Int32Array.of(0, 2, 2) }, /from 0 to 3/],
    ['half a mentor', { mentors: 2.5 }, /mentors must be a whole number, not 2.5/],
    ['fewer than no mentors', { mentors: -1 }, /mentors must be a whole number, not -1/],
    ['an unknown number of mentors', { mentors: Number.NaN }, /mentors must be a whole number, not NaN/],
    ['half a mentee', { mentees: 1.5 }, /mentees must be a whole number, not 1.5/],
    ['endless mentees', { mentees: Number.POSITIVE_INFINITY }, /mentees must be a whole number/],
    ['a mentor too many', { mentors: 3 }, /2 entries for 3 mentors/],
    ['a mentee too many', { mentees: 3 }, /2 entries for 3 mentees/],
    ['a row bound too few', { start: Int32Array.of(0, 3) }, /start has 2 entries/],
    ['rows that begin late', { start: Int32Array.of(1, 2, 3) }, /from 0 to 3/],
    ['rows that reach beyond all arcs', { start: Int32Array.of(0, 2, 9) }, /from 0 to 3/],
    ['a row that begins before the first arc', { start: Int32Array.of(0, -1, 3) }, /ends before it starts/],
    ['a mentor below zero', { mentor: Int32Array.of(-1, 1, 1) }, /ascend and be distinct, from 0 on/],
    ['mentors out of order', { mentor: Int32Array.of(1, 0, 1) }, /ascend and be distinct/],
    ['a score that has no arc', { score: Int32Array.of(1, 2, 3, 4) }, /4 scores for 3 arcs/],
    ['a score above its own highest', { scoreMax: 2 }, /score of arc 2 is 3/],
    ['a highest score of nothing', { scoreMax: 0 }, /highest score must be/],
    ['a highest score in parts', { scoreMax: 1.5 }, /highest score must be/],
    ['a highest score beyond 32 bits', { scoreMax: 2 ** 31 }, /highest score must be/],
    ['a highest score that is no number', { scoreMax: Number.NaN }, /highest score must be/],
    ['too few who may come first', { first: Uint8Array.of(1) }, /first has 1 entries for 2 mentees/],
  ])('is refused, with the reason: %s', (_, flaw, reason) => {
    const bad = { ...good, ...flaw }
    for (const objective of ['coverage', 'quality', 'fair'] as const) {
      expect(() => assign(bad, { objective })).toThrow(RangeError)
      expect(() => assign(bad, { objective })).toThrow(reason)
      expect(() => certify(bad, assign(good, { objective }))).toThrow(reason)
    }
  })

  test('is refused where its numbers would no longer be exact', () => {
    const [mentees, mentors] = [800, 700]
    const all = <T>(make: (j: number, i: number) => T) =>
      Array.from({ length: mentees * mentors }, (_, a) => make(Math.floor(a / mentors), a % mentors))
    const vast: Problem = {
      mentors,
      mentees,
      capacity: new Int32Array(mentors).fill(mentees),
      demand: new Int32Array(mentees).fill(mentors),
      start: Int32Array.from({ length: mentees + 1 }, (_, j) => j * mentors),
      mentor: Int32Array.from(all((_, i) => i)),
      score: new Int32Array(mentees * mentors),
      scoreMax: 2 ** 31 - 1,
    }
    expect(() => assign(vast, { objective: 'coverage' })).toThrow(/too large for exact numbers/)
  })

  test('or an objective that nobody knows gives no answer', () => {
    expect(() => assign(good, { objective: 'speed' as 'quality' })).toThrow(/no known objective/)
  })
})

function square(table: (number | null)[][]): Problem {
  const ones = new Array(table.length).fill(1)
  return makeProblem(table, ones, ones)
}

/** Each place is a seat of its own; a mentee who gets none takes one of as many empty chairs, worth nothing. */
function hungarian(table: (number | null)[][], capacity: number[]): number {
  const worth = table.map((row) => [
    ...row.flatMap((score, i) => new Array<number>(capacity[i]!).fill(score === null ? 0 : MANY + score)),
    ...new Array<number>(table.length).fill(0),
  ])
  const costs = worth.map((row) => row.map((value) => 2 * MANY - value))
  return munkres(costs).reduce((sum, [j, seat]) => sum + worth[j]![seat]!, 0)
}
