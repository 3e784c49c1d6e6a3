import { type Problem, scoreMaxOf } from './assignment-problem.ts'

/**
 * Where an assignment stands while it is made. What always holds (complementary slackness): a mentor with a free
 * place has price 0; no chosen arc of a mentee costs more, price included, than an arc not chosen, or than missing.
 */
export interface Market {
  problem: Problem
  scoreMax: number
  /** `[mentees]` what a wanted mentor costs who stays missing. */
  missing: Float64Array
  /** `[mentors]` integers ≥ 0. */
  price: Float64Array
  /** `[mentors + 1]` bounds into the seats: a mentor has as many as can be filled, at most the capacity. */
  seats: Int32Array
  /** `[mentors]` how many seats are taken, from the first one on. */
  taken: Int32Array
  /** `[seats]` the arc that fills a seat, and its mentee. */
  arc: Int32Array
  sitter: Int32Array
  /** `[arcs]` 1 where the arc fills a seat. */
  chosen: Uint8Array
}

export function openMarket(problem: Problem, missing: Float64Array): Market {
  const { mentors, capacity, mentor } = problem
  const seats = new Int32Array(mentors + 1)
  for (let a = 0; a < mentor.length; a++) seats[mentor[a]! + 1]! += 1
  for (let i = 0; i < mentors; i++) seats[i + 1] = seats[i]! + Math.min(seats[i + 1]!, capacity[i]!)
  return {
    problem,
    scoreMax: scoreMaxOf(problem),
    missing,
    price: new Float64Array(mentors),
    seats,
    taken: new Int32Array(mentors),
    arc: new Int32Array(seats[mentors]!),
    sitter: new Int32Array(seats[mentors]!),
    chosen: new Uint8Array(mentor.length),
  }
}
