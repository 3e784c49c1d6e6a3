import type { Problem } from '#matching/assign.ts'
import { SCORE_MAX } from '#matching/assignment-problem.ts'
import { mulberry32 } from './mulberry32.ts'
import { makeDense } from './uniform-family.ts'

const PEOPLE = 1000
/** How many different kinds of mentors, and of mentees, there are among the clones. */
const KINDS = 20

export interface Adversary {
  make: () => Problem
  /** The highest total, where there is a closed form for it. */
  optimum?: number
}

/**
 * The eight dense families of matching.md §4 on which one method or another becomes slow: 1,000 mentees, 1,000 mentors
 * with one place each. Costs c become scores 1,000,000 − c.
 */
export const ADVERSARIAL: Record<string, Adversary> = {
  machol_wien: {
    make: () => fromCosts((j, i) => (j + 1) * (i + 1)),
    optimum: PEOPLE * SCORE_MAX - (PEOPLE * (PEOPLE + 1) * (PEOPLE + 2)) / 6,
  },
  geometric: { make: makeGeometric },
  line: { make: makeLine, optimum: PEOPLE * SCORE_MAX - sumOfSortedDistances() },
  constant: { make: () => fromCosts(() => 500), optimum: PEOPLE * (SCORE_MAX - 500) },
  binary: { make: () => fromRandom(801, (random) => Math.floor(random() * 2)) },
  range_1e6: { make: () => fromRandom(802, (random) => Math.floor(random() * SCORE_MAX)) },
  popular: { make: makePopular },
  clones: { make: makeClones },
}

function fromCosts(costOf: (mentee: number, mentor: number) => number): Problem {
  return makeDense(PEOPLE, PEOPLE, 1, (j, i) => SCORE_MAX - costOf(j, i))
}

function fromRandom(seed: number, costFrom: (random: () => number) => number): Problem {
  const random = mulberry32(seed)
  return fromCosts(() => costFrom(random))
}

/** Points in a square of 1,000 × 1,000; a pair costs their distance, rounded down. */
function makeGeometric(): Problem {
  const random = mulberry32(803)
  const point = () => [random() * 1000, random() * 1000] as const
  const mentees = Array.from({ length: PEOPLE }, point)
  const mentors = Array.from({ length: PEOPLE }, point)
  return fromCosts((j, i) => {
    const [x, y] = mentees[j]!
    const [left, top] = mentors[i]!
    return Math.floor(Math.hypot(x - left, y - top))
  })
}

/** Points on a line; a pair costs their distance. */
function makeLine(): Problem {
  const { mentees, mentors } = pointsOnLine()
  return fromCosts((j, i) => Math.abs(mentees[j]! - mentors[i]!))
}

function pointsOnLine(): { mentees: Int32Array; mentors: Int32Array } {
  const random = mulberry32(804)
  const point = () => Math.floor(random() * 100_000)
  return {
    mentees: Int32Array.from({ length: PEOPLE }, point),
    mentors: Int32Array.from({ length: PEOPLE }, point),
  }
}

/** On a line nobody does better than the first with the first, the second with the second, and so on. */
function sumOfSortedDistances(): number {
  const { mentees, mentors } = pointsOnLine()
  mentees.sort()
  mentors.sort()
  return mentees.reduce((sum, point, n) => sum + Math.abs(point - mentors[n]!), 0)
}

/** Mentors whom everybody likes alike, up to a little noise: each mentee wants the same few first. */
function makePopular(): Problem {
  const random = mulberry32(805)
  const appeal = Int32Array.from({ length: PEOPLE }, () => Math.floor(random() ** 3 * 900))
  return makeDense(PEOPLE, PEOPLE, 1, (_, i) => 1 + appeal[i]! + Math.floor(random() * 100))
}

/** Identical questionnaires: twenty kinds of mentees, twenty of mentors, and a score for each two kinds. */
function makeClones(): Problem {
  const random = mulberry32(806)
  const table = Int32Array.from({ length: KINDS * KINDS }, () => 1 + Math.floor(random() * 1000))
  const kind = () => Math.floor(random() * KINDS)
  const mentees = Int32Array.from({ length: PEOPLE }, kind)
  const mentors = Int32Array.from({ length: PEOPLE }, kind)
  return makeDense(PEOPLE, PEOPLE, 1, (j, i) => table[mentees[j]! * KINDS + mentors[i]!]!)
}
