import { rowsByMentor } from './arcs.ts'
import { assign } from './assign.ts'
import type { Problem } from './assignment-problem.ts'

/** Mentees who together want more than the mentors who suit them can give: by Hall’s theorem, why some stay without. */
export interface Bottleneck {
  mentees: number[]
  /** Every mentor of theirs whose places decide. */
  mentors: number[]
  /** How many mentors they want in all, and how many they can have at most. */
  wanted: number
  places: number
  /** How many mentors are missing in the whole problem, in and out of this bottleneck. */
  missing: number
}

/**
 * The smallest bottleneck that can be seen from one mentee who stays without, with all others who are stuck in it, or
 * null where everybody can be served in full. Those who have no suitable mentor at all are bottlenecks of their own, with no place.
 *
 * Exact: from somebody without, one follows every mentor who suits, and whoever sits there, and so forth. Each mentor
 * met is full, or one more could be served; and only people met sit there. So those met can get no more than they have
 * (Hall 1935, König; alternating paths of a largest assignment).
 */
export function findBottleneck(problem: Problem): Bottleneck | null {
  const { arc } = assign(problem, { objective: 'coverage' })
  const wanted = Int32Array.from(problem.demand)
  const chosen = new Uint8Array(problem.mentor.length)
  const sitter = new Map<number, number>()
  let j = 0
  for (const a of arc) {
    while (a >= problem.start[j + 1]!) j++
    chosen[a] = 1
    sitter.set(a, j)
    wanted[j]! -= 1
  }
  const seats = rowsByMentor(problem, arc)
  let least: Bottleneck | null = null
  for (let mentee = 0; mentee < problem.mentees; mentee++) {
    if (wanted[mentee] === 0) continue
    const met = meet(problem, mentee, chosen, seats, sitter)
    if (least === null || met.mentees.length < least.mentees.length) least = met
  }
  if (least === null) return null
  const mentees = [...least.mentees, ...alsoStuck(problem, least, wanted, chosen)].sort((a, b) => a - b)
  const sum = (numbers: ArrayLike<number>) => mentees.reduce((total, mentee) => total + numbers[mentee]!, 0)
  return {
    ...least,
    mentees,
    wanted: sum(problem.demand),
    places: sum(problem.demand) - sum(wanted),
    missing: wanted.reduce((total, left) => total + left, 0),
  }
}

/** Who else stays without and has nobody but the mentors of the bottleneck to turn to. */
function alsoStuck(
  { start, mentor }: Problem,
  { mentees, mentors }: Bottleneck,
  wanted: Int32Array,
  chosen: Uint8Array,
): number[] {
  const [met, among] = [new Set(mentees), new Set(mentors)]
  const stuck: number[] = []
  for (let j = 0; j < wanted.length; j++) {
    if (wanted[j] === 0 || met.has(j)) continue
    let isStuck = true
    for (let a = start[j]!; a < start[j + 1]!; a++) isStuck &&= chosen[a] === 1 || among.has(mentor[a]!)
    if (isStuck) stuck.push(j)
  }
  return stuck
}

function meet(
  { start, mentor }: Problem,
  mentee: number,
  chosen: Uint8Array,
  seats: { start: Int32Array; arc: Int32Array },
  sitter: ReadonlyMap<number, number>,
): Bottleneck {
  const mentees = new Set([mentee])
  const mentors = new Set<number>()
  for (const j of mentees) {
    for (let a = start[j]!; a < start[j + 1]!; a++) {
      const i = mentor[a]!
      if (chosen[a] === 1 || mentors.has(i)) continue
      mentors.add(i)
      for (let s = seats.start[i]!; s < seats.start[i + 1]!; s++) mentees.add(sitter.get(seats.arc[s]!)!)
    }
  }
  return {
    mentees: [...mentees],
    mentors: [...mentors].sort((a, b) => a - b),
    wanted: 0,
    places: 0,
    missing: 0,
  }
}
