import type { Problem } from './assignment-problem.ts'

/**
 * The problem as a search sees it: rows that look for one seat each, at columns that have several. Rows are mentees and
 * columns mentors, or the other way round where places are scarce.
 */
export interface Network {
  rows: number
  columns: number
  /** `[rows]` where the arcs of a row begin and end; rows that are alike may share them. */
  start: Int32Array
  end: Int32Array
  /** `[arcs]` */
  column: Int32Array
  score: Int32Array
  /** Every row has an arc to every column, in order. */
  isFull: boolean
  /** `[rows]` what a row is worth without a seat, as a score; −∞ never, +∞ where it looks for none. */
  floor: Float64Array
  /** `[columns + 1]` bounds into the seats: a column has no more of them than one above what could be filled. */
  seats: Int32Array
}

/** Mentees look for mentors; `missing[j]` is the cost of going without. Only for mentees who want one mentor at most. */
export function networkOfMentees(problem: Problem, missing: Float64Array, scoreMax: number): Network {
  const { mentors, mentees, capacity, demand, start, mentor, score } = problem
  const floor = new Float64Array(mentees)
  for (let j = 0; j < mentees; j++)
    floor[j] = demand[j] === 0 ? Number.POSITIVE_INFINITY : scoreMax - missing[j]!
  return {
    rows: mentees,
    columns: mentors,
    start: start.subarray(0, mentees),
    end: start.subarray(1),
    column: mentor,
    score,
    isFull: mentor.length === mentors * mentees,
    floor,
    seats: seatsOf(capacity, mentors, mentees, mentor),
  }
}

/** One seat more than there are rows that could take them is as good as any number, and shows that it stays free. */
function seatsOf(capacity: Int32Array, columns: number, rows: number, column: Int32Array): Int32Array {
  const seats = new Int32Array(columns + 1)
  if (column.length === columns * rows) {
    for (let i = 0; i < columns; i++) seats[i + 1] = seats[i]! + Math.min(rows + 1, capacity[i]!)
    return seats
  }
  for (let a = 0; a < column.length; a++) seats[column[a]! + 1]! += 1
  for (let i = 0; i < columns; i++) seats[i + 1] = seats[i]! + Math.min(seats[i + 1]! + 1, capacity[i]!)
  return seats
}

/** The same with the sides exchanged: every place of a mentor looks for a mentee, and goes without for `floor`. */
export function networkOfPlaces(problem: Problem, floor: number): Network & { mentorOf: Int32Array } {
  const { mentors, mentees, capacity, demand, start, mentor, score } = problem
  const from = new Int32Array(mentors + 1)
  for (let a = 0; a < mentor.length; a++) from[mentor[a]! + 1]! += 1
  for (let i = 0; i < mentors; i++) from[i + 1]! += from[i]!
  const next = from.slice()
  const column = new Int32Array(mentor.length)
  const turned = new Int32Array(mentor.length)
  for (let j = 0; j < mentees; j++) {
    for (let a = start[j]!; a < start[j + 1]!; a++) {
      const at = next[mentor[a]!]!++
      column[at] = j
      turned[at] = score[a]!
    }
  }
  const mentorOf: number[] = []
  for (let i = 0; i < mentors; i++) {
    const places = Math.min(capacity[i]!, from[i + 1]! - from[i]! + 1)
    for (let n = 0; n < places; n++) mentorOf.push(i)
  }
  const seats = new Int32Array(mentees + 1)
  for (let j = 0; j < mentees; j++) seats[j + 1] = seats[j]! + Math.min(1, demand[j]!)
  return {
    rows: mentorOf.length,
    columns: mentees,
    start: Int32Array.from(mentorOf, (i) => from[i]!),
    end: Int32Array.from(mentorOf, (i) => from[i + 1]!),
    column,
    score: turned,
    isFull: mentor.length === mentors * mentees,
    floor: new Float64Array(mentorOf.length).fill(floor),
    seats,
    mentorOf: Int32Array.from(mentorOf),
  }
}
