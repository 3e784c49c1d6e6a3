import { listsBy, Whole } from './columns.ts'
import type { Kernel } from './kernel.ts'

/** Pairs in rows by mentee with mentors ascending. */
export interface Rows {
  start: Int32Array
  mentor: Int32Array
  score: Int32Array
}

/** How many of the best pairs of each mentee and of each mentor are candidates (matching.md §6). */
export const BEST_OF_MENTEE = 35
export const BEST_OF_MENTOR = 14

/** Steps by which equal scores are taken in another order for each person, so that not all want the same few. */
const STEP = 0x9e3779b1

/**
 * The best pairs of every mentee and the best of every mentor, without which a mentor whom few prefer would be
 * nobody’s candidate; at least one each, so that nobody whom the rules allow is left out. Kept in one array per side,
 * whatever the number of pairs seen.
 */
export class BestArcs {
  readonly #mentors: number
  readonly #mentees: number
  readonly #ofMentee: Heaps
  readonly #ofMentor: Heaps

  constructor(mentors: number, mentees: number, ofMentee: number, ofMentor: number) {
    this.#mentors = mentors
    this.#mentees = mentees
    this.#ofMentee = new Heaps(mentees, Math.min(ofMentee, Math.max(1, mentors)))
    this.#ofMentor = new Heaps(mentors, Math.min(ofMentor, Math.max(1, mentees)))
  }

  /** Adds what the kernel found for a mentee. */
  add(j: number, { count, mentor, score }: Pick<Kernel, 'count' | 'mentor' | 'score'>): void {
    const [mentors, mentees] = [this.#mentors, this.#mentees]
    for (let n = 0; n < count; n++) {
      const i = mentor[n]!
      const points = score[n]!
      this.#ofMentee.offer(j, points, turned(i, j, mentors))
      this.#ofMentor.offer(i, points, turned(j, i, mentees))
    }
  }

  /** What is kept, each pair once. */
  rows(): Rows {
    return mergeRows(this.#rowsOfMentees(), this.#rowsOfMentors())
  }

  #rowsOfMentees(): Rows {
    const { sizes } = this.#ofMentee
    const start = new Int32Array(this.#mentees + 1)
    for (let j = 0; j < this.#mentees; j++) start[j + 1] = start[j]! + sizes[j]!
    const count = start[this.#mentees]!
    const [mentor, score] = [new Int32Array(count), new Int32Array(count)]
    const key = new Float64Array(this.#ofMentee.most)
    let size = 0
    this.#ofMentee.each((j, points, place) => {
      key[size++] = back(place, j, this.#mentors) * SCORES_MAX + points
      if (size < sizes[j]!) return
      key
        .subarray(0, size)
        .sort()
        .forEach((one, n) => {
          mentor[start[j]! + n] = Math.floor(one / SCORES_MAX)
          score[start[j]! + n] = one % SCORES_MAX
        })
      size = 0
    })
    return { start, mentor, score }
  }

  #rowsOfMentors(): Rows {
    const [mentees, mentors, scores] = [new Whole(), new Whole(), new Whole()]
    this.#ofMentor.each((i, points, place) => {
      mentees.push(back(place, i, this.#mentees))
      mentors.push(i)
      scores.push(points)
    })
    const mentor = listsBy(this.#mentees, mentees.numbers, mentors.numbers)
    const score = listsBy(this.#mentees, mentees.numbers, scores.numbers)
    return { start: mentor.start, mentor: mentor.entry, score: score.entry }
  }
}

/** All pairs of both, each once; a pair that is in both has the same score in both. */
export function mergeRows(one: Rows, other: Rows): Rows {
  const start = new Int32Array(one.start.length)
  for (let j = 0; j + 1 < start.length; j++) {
    let count = start[j]!
    eachOfTwo(one, other, j, () => {
      count += 1
    })
    start[j + 1] = count
  }
  let at = start[start.length - 1]!
  const [mentor, score] = [new Int32Array(at), new Int32Array(at)]
  at = 0
  for (let j = 0; j + 1 < start.length; j++) {
    eachOfTwo(one, other, j, (rows, a) => {
      mentor[at] = rows.mentor[a]!
      score[at++] = rows.score[a]!
    })
  }
  return { start, mentor, score }
}

/** Visits a row of both, mentors ascending. */
function eachOfTwo(one: Rows, other: Rows, j: number, visit: (rows: Rows, a: number) => void): void {
  let [a, b] = [one.start[j]!, other.start[j]!]
  const [lastA, lastB] = [one.start[j + 1]!, other.start[j + 1]!]
  while (a < lastA || b < lastB) {
    const i = a < lastA ? one.mentor[a]! : Number.POSITIVE_INFINITY
    const k = b < lastB ? other.mentor[b]! : Number.POSITIVE_INFINITY
    if (i <= k) visit(one, a++)
    else visit(other, b)
    if (k <= i) b += 1
  }
}

function turned(one: number, other: number, count: number): number {
  return (one + shift(other, count)) % count
}

function back(place: number, other: number, count: number): number {
  return (place + count - shift(other, count)) % count
}

function shift(other: number, count: number): number {
  return (Math.imul(other, STEP) >>> 0) % count
}

/** For each of many, the few greatest of distinct keys score · 2²⁰ + place, least first. */
class Heaps {
  readonly most: number
  readonly sizes: Int32Array
  readonly #keys: Float64Array

  constructor(count: number, most: number) {
    this.most = most
    this.sizes = new Int32Array(count)
    this.#keys = new Float64Array(count * most)
  }

  offer(one: number, score: number, place: number): void {
    const keys = this.#keys
    const from = one * this.most
    const key = score * PLACES_MAX + place
    const size = this.sizes[one]!
    if (size < this.most) {
      let at = size
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (keys[from + parent]! <= key) break
        keys[from + at] = keys[from + parent]!
        at = parent
      }
      keys[from + at] = key
      this.sizes[one] = size + 1
      return
    }
    if (key <= keys[from]!) return
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[from + child + 1]! < keys[from + child]!) child += 1
      if (keys[from + child]! >= key) break
      keys[from + at] = keys[from + child]!
      at = child
    }
    keys[from + at] = key
  }

  each(visit: (one: number, score: number, place: number) => void): void {
    this.sizes.forEach((size, one) => {
      for (let n = 0; n < size; n++) {
        const key = this.#keys[one * this.most + n]!
        visit(one, Math.floor(key / PLACES_MAX), key % PLACES_MAX)
      }
    })
  }
}

const PLACES_MAX = 2 ** 20

/** Gathers pairs in any order, some perhaps twice, into rows. */
export class RowWriter {
  readonly #mentees: number
  #count = 0
  #mentee = new Int32Array(1024)
  #mentor = new Int32Array(1024)
  #score = new Int32Array(1024)

  constructor(mentees: number) {
    this.#mentees = mentees
  }

  add(mentee: number, mentor: number, score: number): void {
    if (this.#count === this.#mentee.length) {
      this.#mentee = doubled(this.#mentee)
      this.#mentor = doubled(this.#mentor)
      this.#score = doubled(this.#score)
    }
    this.#mentee[this.#count] = mentee
    this.#mentor[this.#count] = mentor
    this.#score[this.#count++] = score
  }

  rows(): Rows {
    const bounds = new Int32Array(this.#mentees + 1)
    for (let n = 0; n < this.#count; n++) bounds[this.#mentee[n]! + 1]! += 1
    for (let j = 0; j < this.#mentees; j++) bounds[j + 1]! += bounds[j]!
    const keys = new Float64Array(this.#count)
    const next = bounds.slice(0, this.#mentees)
    for (let n = 0; n < this.#count; n++) {
      keys[next[this.#mentee[n]!]!++] = this.#mentor[n]! * SCORES_MAX + this.#score[n]!
    }
    const start = new Int32Array(this.#mentees + 1)
    const [mentor, score] = [new Int32Array(this.#count), new Int32Array(this.#count)]
    let count = 0
    for (let j = 0; j < this.#mentees; j++) {
      let last = -1
      for (const key of keys.subarray(bounds[j]!, bounds[j + 1]!).sort()) {
        if (key === last) continue
        last = key
        mentor[count] = Math.floor(key / SCORES_MAX)
        score[count++] = key % SCORES_MAX
      }
      start[j + 1] = count
    }
    return { start, mentor: mentor.slice(0, count), score: score.slice(0, count) }
  }
}

const SCORES_MAX = 2 ** 21

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * numbers.length)
  wider.set(numbers)
  return wider
}
