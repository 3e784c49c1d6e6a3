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
  const { mentors, mentees, capacity, demand, start, mentor, score, first } = problem
  const arcs = mentor.length
  const scoreMax = scoreMaxOf(problem)
  expect(Number.isSafeInteger(mentors) && mentors >= 0, `mentors must be a whole number, not ${mentors}`)
  expect(Number.isSafeInteger(mentees) && mentees >= 0, `mentees must be a whole number, not ${mentees}`)
  expect(capacity.length === mentors, `capacity has ${capacity.length} entries for ${mentors} mentors`)
  expect(demand.length === mentees, `demand has ${demand.length} entries for ${mentees} mentees`)
  expect(start.length === mentees + 1, `start has ${start.length} entries for ${mentees} mentees`)
  expect(score.length === arcs, `there are ${score.length} scores for ${arcs} arcs`)
  expect(
    first === undefined || first.length === mentees,
    `first has ${first?.length} entries for ${mentees} mentees`,
  )
  expect(
    Number.isSafeInteger(scoreMax) && scoreMax >= 1 && scoreMax < 2 ** 31,
    `the highest score must be a whole number from 1 to 2,147,483,647, not ${scoreMax}`,
  )
  expect(start[0] === 0 && start[mentees] === arcs, `start must run from 0 to ${arcs}`)
  for (let i = 0; i < mentors; i++)
    if (capacity[i]! < 0) throw new RangeError(`mentor ${i} has a negative capacity`)
  for (let j = 0; j < mentees; j++) {
    if (demand[j]! < 0) throw new RangeError(`mentee ${j} has a negative demand`)
    if (start[j]! > start[j + 1]! || start[j + 1]! > arcs)
      throw new RangeError(`the row of mentee ${j} ends before it starts`)
  }
  for (let j = 0; j < mentees; j++) checkRow(problem, j, scoreMax)
  expect(
    missingCost(problem, 'coverage') * 2 < Number.MAX_SAFE_INTEGER / 4,
    'the problem is too large for exact numbers',
  )
}

function checkRow({ mentors, start, mentor, score }: Problem, j: number, scoreMax: number): void {
  const to = start[j + 1]!
  let last = -1
  for (let a = start[j]!; a < to; a++) {
    const i = mentor[a]!
    if (i <= last) throw new RangeError(`the mentors of mentee ${j} must ascend and be distinct, from 0 on`)
    // A negative number is a very high one without its sign.
    if (score[a]! >>> 0 > scoreMax) throw new RangeError(`the score of arc ${a} is ${score[a]}`)
    last = i
  }
  if (last >= mentors) throw new RangeError(`mentee ${j} names mentor ${last} of ${mentors}`)
}

/** The highest score that a problem allows. */
export function scoreMaxOf({ scoreMax = SCORE_MAX }: Pick<Problem, 'scoreMax'>): number {
  return scoreMax
}

/**
 * What a wanted mentor costs who stays missing, where an arc costs `scoreMax` − score: as much as a score of 0 for
 * quality, and otherwise more than all arcs together can cost, so that one arc more always wins.
 */
export function missingCost(problem: Problem, objective: Objective): number {
  const scoreMax = scoreMaxOf(problem)
  if (objective === 'quality') return scoreMax
  return scoreMax * Math.min(sum(problem.capacity), sum(problem.demand), problem.mentor.length) + 1
}

/**
 * `[mentees]` what each mentor costs who stays missing. Twice as much for those who are served first, save for quality:
 * a set of mentees that can be served always extends to a largest matching (Mendelsohn and Dulmage 1958), so serving them
 * first costs nobody a pair.
 */
export function missingCosts(problem: Problem, objective: Objective): Float64Array {
  const costs = new Float64Array(problem.mentees).fill(missingCost(problem, objective))
  if (objective !== 'quality')
    problem.first?.forEach((isFirst, j) => {
      if (isFirst !== 0) costs[j]! *= 2
    })
  return costs
}

function sum(numbers: Int32Array): number {
  let total = 0
  for (let n = 0; n < numbers.length; n++) total += numbers[n]!
  return total
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(otherwise)
}
