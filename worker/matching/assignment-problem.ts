/** A many-to-many assignment problem in compressed rows, one row per mentee. */
export interface Problem {
  mentors: number
  mentees: number
  /** `[mentors]` the most mentees that each mentor takes, ≥ 0. */
  capacity: Int32Array
  /** `[mentees]` how many mentors each mentee wants, ≥ 0 (usually 1). */
  demand: Int32Array
  /** `[mentees + 1]` row bounds into `mentor` and `score`. */
  start: Int32Array
  /** `[arcs]` admissible mentors, ascending and distinct in a row. */
  mentor: Int32Array
  /** `[arcs]` 0 … `scoreMax`. */
  score: Int32Array
  /** The highest score allowed; 1,000,000 where it is not given. More is only for scores that carry a bonus. */
  scoreMax?: number
  /** `[mentees]` 1 for those who are served before all others, wherever that is possible. */
  first?: Uint8Array
}

/**
 * coverage: most arcs first, then the highest total · quality: the highest total ·
 * fair: most arcs, then the best worst score, then the highest total.
 */
export type Objective = 'coverage' | 'quality' | 'fair'

/** The score of a perfect pair, in micro-units. */
export const SCORE_MAX = 1_000_000

/** Throws a RangeError that names what is wrong unless the problem has the promised shape. */
export function checkProblem(problem: Problem): void {
  const { mentors, mentees, capacity, demand, start, mentor, score } = problem
  const arcs = mentor.length
  expect(Number.isSafeInteger(mentors) && mentors >= 0, `mentors must be a whole number, not ${mentors}`)
  expect(Number.isSafeInteger(mentees) && mentees >= 0, `mentees must be a whole number, not ${mentees}`)
  expect(capacity.length === mentors, `capacity has ${capacity.length} entries for ${mentors} mentors`)
  expect(demand.length === mentees, `demand has ${demand.length} entries for ${mentees} mentees`)
  expect(start.length === mentees + 1, `start has ${start.length} entries for ${mentees} mentees`)
  expect(score.length === arcs, `there are ${score.length} scores for ${arcs} arcs`)
  expect(start[0] === 0 && start[mentees] === arcs, `start must run from 0 to ${arcs}`)
  for (let i = 0; i < mentors; i++) expect(capacity[i]! >= 0, `mentor ${i} has a negative capacity`)
  for (let j = 0; j < mentees; j++) {
    expect(demand[j]! >= 0, `mentee ${j} has a negative demand`)
    expect(
      start[j]! <= start[j + 1]! && start[j + 1]! <= arcs,
      `the row of mentee ${j} ends before it starts`,
    )
    checkRow(problem, j)
  }
}

function checkRow({ mentors, start, mentor, score }: Problem, j: number): void {
  let last = -1
  for (let a = start[j]!; a < start[j + 1]!; a++) {
    const i = mentor[a]!
    if (i <= last) throw new RangeError(`the mentors of mentee ${j} must ascend and be distinct`)
    if (i >= mentors) throw new RangeError(`mentee ${j} names mentor ${i} of ${mentors}`)
    if (score[a]! < 0 || score[a]! > SCORE_MAX) throw new RangeError(`the score of arc ${a} is ${score[a]}`)
    last = i
  }
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(otherwise)
}
