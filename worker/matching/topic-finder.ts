import { type BookIndex, indexBook, nearnessCode } from './book-index.ts'
import type { Lists } from './columns.ts'
import type { Pack } from './pack.ts'
import { DISTANCES } from './points.ts'
import { fieldFactor, priorityOf } from './topic-fit.ts'

/**
 * What a mentee and all mentors can pass on to each other. It goes from each wish to the offers near it and on to the
 * mentors who make them, so that who has nothing to pass on costs nothing.
 */
export class TopicFinder {
  /** The mentors who can pass something on to the mentee last opened: the first `count`, in no order. */
  readonly found: Int32Array
  count = 0
  /** Those mentors are marked with the turn of that mentee. */
  readonly foundIn: Int32Array
  turn = 0
  /** After `need`: 2 where the wish that binds the pair is of any field, else 0. */
  transversal = 0

  readonly #index: BookIndex
  readonly #ranks: number
  /** `[mentors × ranks]` closeness of the best offer for each wish (see `BookIndex`), where the mentor was found in this turn. */
  readonly #closeness: Uint16Array
  /** By want of mentors: closeness of the mentee’s best offer; `#answered` lists those that are not 0. */
  readonly #returned: Uint16Array
  readonly #answered: Int32Array
  #answeredCount = 0
  /** `[wants × 4]` how far a want counts, by code of distance. */
  readonly #fieldOf: Float64Array
  readonly #isTransversal: Uint8Array
  readonly #priority: Float64Array
  readonly #mentees: { wants: Lists; offers: Lists }
  readonly #mentorWants: Lists
  readonly #teachers: Memory
  readonly #learners: Memory
  #firstWish = 0
  #lastWish = 0

  constructor({ mentors, mentees, book }: Pack) {
    this.#index = indexBook(book, mentors)
    this.#ranks = Math.max(1, longest(mentees.wants.start), longest(mentors.wants.start))
    this.#priority = Float64Array.from({ length: this.#ranks }, (_, rank) => priorityOf(rank))
    this.#closeness = new Uint16Array(this.#ranks * mentors.count)
    this.#returned = new Uint16Array(book.wants.length)
    this.#answered = new Int32Array(book.wants.length)
    this.#fieldOf = new Float64Array(book.wants.length * DISTANCES.length)
    book.wants.forEach((want, n) => {
      DISTANCES.forEach((distance, code) => {
        this.#fieldOf[n * DISTANCES.length + code] = fieldFactor(want, distance)
      })
    })
    this.#isTransversal = Uint8Array.from(book.wants, ({ isTransversal }) => (isTransversal ? 1 : 0))
    this.#mentees = mentees
    this.#mentorWants = mentors.wants
    const wantBucket = Int32Array.from(book.wants, (want) => book.bucketOf(want))
    const offerBucket = Int32Array.from(book.offers, (offer) => book.bucketOf(offer))
    this.#teachers = new Memory(book.wants.length, mentors.count, teachersIn(this.#index, wantBucket))
    this.#learners = new Memory(book.offers.length, book.wants.length, learnersIn(this.#index, offerBucket))
    this.found = new Int32Array(mentors.count)
    this.foundIn = new Int32Array(mentors.count)
  }

  /** Turns to another mentee. */
  open(j: number): void {
    this.turn += 1
    this.count = 0
    const { wants, offers } = this.#mentees
    this.#firstWish = wants.start[j]!
    this.#lastWish = wants.start[j + 1]!
    for (let n = this.#firstWish; n < this.#lastWish; n++)
      this.#findTeachers(wants.entry[n]!, n - this.#firstWish)
    for (let n = 0; n < this.#answeredCount; n++) this.#returned[this.#answered[n]!] = 0
    this.#answeredCount = 0
    for (let n = offers.start[j]!; n < offers.start[j + 1]!; n++) this.#findLearners(offers.entry[n]!)
  }

  /** Notes whom a wish of the mentee finds among the mentors. */
  #findTeachers(want: number, rank: number): void {
    const { foundIn, turn, found } = this
    const ranks = this.#ranks
    const best = this.#closeness
    const teachers = this.#teachers.of(want)
    let count = this.count
    for (let n = 0; n < teachers.length; n++) {
      const i = teachers[n]! >>> CLOSENESS_BITS
      const at = i * ranks
      if (foundIn[i] !== turn) {
        foundIn[i] = turn
        found[count++] = i
        for (let r = 0; r < ranks; r++) best[at + r] = 0
      }
      best[at + rank] = teachers[n]! & CLOSENESS_MASK
    }
    this.count = count
  }

  /** Notes which wishes of mentors an offer of the mentee answers. */
  #findLearners(offer: number): void {
    const learners = this.#learners.of(offer)
    const returned = this.#returned
    for (let n = 0; n < learners.length; n++) {
      const want = learners[n]! >>> CLOSENESS_BITS
      const value = learners[n]! & CLOSENESS_MASK
      if (value <= returned[want]!) continue
      if (returned[want] === 0) this.#answered[this.#answeredCount++] = want
      returned[want] = value
    }
  }

  /** need: best + .25 · second best of the mentee’s wishes, as `fitTopics` has it, bit for bit. */
  need(i: number, distance: number): number {
    this.transversal = 0
    if (this.foundIn[i] !== this.turn) return 0
    const { entry } = this.#mentees.wants
    const from = this.#firstWish
    const at = i * this.#ranks
    const { closenessValues } = this.#index
    let best = 0
    let second = 0
    for (let n = from; n < this.#lastWish; n++) {
      const close = this.#closeness[at + n - from]!
      if (close === 0) continue
      const want = entry[n]!
      const value = closenessValues[close]! * this.#fieldOf[4 * want + distance]! * this.#priority[n - from]!
      if (value > best) {
        second = best
        best = value
        this.transversal = 2 * this.#isTransversal[want]!
      } else if (value > second) second = value
    }
    return Math.min(1, best + 0.25 * second)
  }

  /** reverse: the same, of the mentor’s wishes. */
  reverse(i: number, distance: number): number {
    const { start, entry } = this.#mentorWants
    const from = start[i]!
    const to = start[i + 1]!
    const { closenessValues } = this.#index
    let best = 0
    let second = 0
    for (let n = from; n < to; n++) {
      const want = entry[n]!
      const close = this.#returned[want]!
      if (close === 0) continue
      const value = closenessValues[close]! * this.#fieldOf[4 * want + distance]! * this.#priority[n - from]!
      if (value > best) {
        second = best
        best = value
      } else if (value > second) second = value
    }
    return Math.min(1, best + 0.25 * second)
  }
}

/** A mentor or a want with a closeness, as one number. Closenesses are few: three nearnesses times pairs of levels. */
const CLOSENESS_BITS = 11
const CLOSENESS_MASK = 2 ** CLOSENESS_BITS - 1

/** How many numbers a memory holds at most; 4 bytes each. */
const REMEMBERED_MOST = 1_000_000

type Meet = (other: number, closeness: number) => void

/** For each want (or offer), whom it finds, each once with the best closeness: worked out when first asked for. */
class Memory {
  readonly #known: (Int32Array | undefined)[]
  readonly #search: (one: number, meet: Meet) => void
  readonly #best: Uint16Array
  readonly #met: Int32Array
  #left = REMEMBERED_MOST

  constructor(count: number, others: number, search: (one: number, meet: Meet) => void) {
    if (others >= 2 ** (31 - CLOSENESS_BITS)) throw new RangeError(`${others} are too many to be told apart`)
    this.#known = new Array(count)
    this.#search = search
    this.#best = new Uint16Array(others)
    this.#met = new Int32Array(others)
  }

  /** The answer is good until the next question. */
  of(one: number): Int32Array {
    const known = this.#known[one]
    if (known) return known
    const [best, met] = [this.#best, this.#met]
    let count = 0
    this.#search(one, (other, closeness) => {
      if (best[other] === 0) met[count++] = other
      if (closeness > best[other]!) best[other] = closeness
    })
    for (let n = 0; n < count; n++) {
      const other = met[n]!
      met[n] = (other << CLOSENESS_BITS) | best[other]!
      best[other] = 0
    }
    if (this.#left < count) return met.subarray(0, count)
    this.#left -= count
    const found = met.slice(0, count)
    this.#known[one] = found
    return found
  }
}

function teachersIn(index: BookIndex, bucketOf: Int32Array): (want: number, meet: Meet) => void {
  const { offers, mentors, closeness, offerLevels, wantLevels, wantSubject, wantLevel } = index
  return (want, meet) => {
    const bucket = bucketOf[want]!
    for (let s = offers.start[bucket]!; s < offers.start[bucket + 1]!; s++) {
      const near = nearnessCode(offers.subject[s]!, wantSubject[want]!)
      const value = closeness[(near * wantLevels + wantLevel[want]!) * offerLevels + offers.level[s]!]!
      if (value === 0) continue
      for (let m = mentors.start[s]!; m < mentors.start[s + 1]!; m++) meet(mentors.entry[m]!, value)
    }
  }
}

function learnersIn(index: BookIndex, bucketOf: Int32Array): (offer: number, meet: Meet) => void {
  const { wants, closeness, offerLevels, wantLevels, offerSubject, offerLevel } = index
  return (offer, meet) => {
    const bucket = bucketOf[offer]!
    for (let s = wants.start[bucket]!; s < wants.start[bucket + 1]!; s++) {
      const near = nearnessCode(wants.subject[s]!, offerSubject[offer]!)
      const value = closeness[(near * wantLevels + wants.level[s]!) * offerLevels + offerLevel[offer]!]!
      if (value > 0) meet(wants.number[s]!, value)
    }
  }
}

function longest(start: Int32Array): number {
  let most = 0
  for (let k = 0; k + 1 < start.length; k++) most = Math.max(most, start[k + 1]! - start[k]!)
  return most
}
