import type { Duals } from './assignment.ts'
import type { Problem } from './assignment-problem.ts'

const NONE = -1

export interface LargestMatching {
  /** How many mentees get a mentor, and what the missing ones cost: 1 each, 2 for those who are served first. */
  matched: number
  cost: number
  /** The proof that none more can: prices and worths in those costs (König 1931). */
  duals: Duals
}

/**
 * As many mentees with a mentor as arcs of at least a score allow, those who are served first before all others; for
 * mentees who want one mentor at most. Searches for chains share what they have seen, phase by phase, and what once led
 * nowhere never does later (Kuhn 1955; Hopcroft and Karp 1973).
 */
export function findLargestMatching(problem: Problem, threshold: number): LargestMatching {
  const { mentors, mentees, demand, first } = problem
  const search = openSearch(problem, threshold)
  const wanting = Array.from({ length: mentees }, (_, j) => j).filter((j) => demand[j]! > 0)
  const early = wanting.filter((j) => first?.[j])
  const late = wanting.filter((j) => !first?.[j])
  const price = new Float64Array(mentors)
  const worth = new Float64Array(mentees)
  let matched = 0
  let cost = 0
  // Whoever waits reaches only mentors who are full, with mentees who could not go elsewhere either.
  const settle = (rows: readonly number[], each: number): void => {
    const waiting = seatAll(search, rows)
    matched += rows.length - waiting.length
    cost += each * waiting.length
    search.seen.fill(0)
    for (const row of waiting) reachFrom(search, row)
    for (let i = 0; i < mentors; i++) if (search.seen[i] === 1) price[i] = Math.max(price[i]!, each)
    for (const row of waiting) worth[row] = each
  }
  settle(early, 2)
  settle(late, 1)
  for (const j of wanting) {
    const i = search.mentorOf[j]!
    if (i !== NONE) worth[j] = price[i]!
  }
  return { matched, cost, duals: { price, worth } }
}

interface Search {
  problem: Problem
  threshold: number
  /** `[mentors + 1]` bounds into the seats, of which the first `taken` are filled. */
  seats: Int32Array
  taken: Int32Array
  sitter: Int32Array
  /** `[mentees]` the mentor and the seat of a mentee who has one. */
  mentorOf: Int32Array
  seatOf: Int32Array
  /** `[mentors]` 1 where a search has been, and the mentee from whom it came. */
  seen: Uint8Array
  from: Int32Array
  queue: Int32Array
}

function openSearch(problem: Problem, threshold: number): Search {
  const { mentors, mentees, capacity } = problem
  const seats = new Int32Array(mentors + 1)
  for (let i = 0; i < mentors; i++) seats[i + 1] = seats[i]! + Math.min(capacity[i]!, mentees)
  return {
    problem,
    threshold,
    seats,
    taken: new Int32Array(mentors),
    sitter: new Int32Array(seats[mentors]!),
    mentorOf: new Int32Array(mentees).fill(NONE),
    seatOf: new Int32Array(mentees),
    seen: new Uint8Array(mentors),
    from: new Int32Array(mentors),
    queue: new Int32Array(mentees + 1),
  }
}

/** Gives a mentor to as many as possible; gives back who stays without. */
function seatAll(search: Search, rows: readonly number[]): number[] {
  let waiting = [...rows]
  for (;;) {
    search.seen.fill(0)
    const left = waiting.filter((row) => !seatOne(search, row))
    if (left.length === waiting.length || left.length === 0) return left
    waiting = left
  }
}

/** Looks for a free place, from somebody who waits, over mentors where no search of this phase has been. */
function seatOne(search: Search, root: number): boolean {
  const end = reachFrom(search, root)
  if (end === NONE) return false
  const { seats, taken, sitter, mentorOf, seatOf, from } = search
  let i = end
  let seat = seats[i]! + taken[i]!++
  for (;;) {
    const row = from[i]!
    const [nextMentor, nextSeat] = [mentorOf[row]!, seatOf[row]!]
    sitter[seat] = row
    mentorOf[row] = i
    seatOf[row] = seat
    if (row === root) return true
    i = nextMentor
    seat = nextSeat
  }
}

/** The first mentor with a free place that can be reached, or −1 after all have been seen that can. */
function reachFrom(search: Search, root: number): number {
  const { problem, threshold, seats, taken, sitter, seen, from, queue } = search
  const { start, mentor, score } = problem
  let size = 0
  queue[size++] = root
  for (let n = 0; n < size; n++) {
    const row = queue[n]!
    const to = start[row + 1]!
    for (let a = start[row]!; a < to; a++) {
      const i = mentor[a]!
      if (seen[i] === 1 || score[a]! < threshold) continue
      seen[i] = 1
      from[i] = row
      if (taken[i]! < seats[i + 1]! - seats[i]!) return i
      for (let seat = seats[i]!; seat < seats[i]! + taken[i]!; seat++) queue[size++] = sitter[seat]!
    }
  }
  return NONE
}
