import { type Lists, listsBy, Whole } from './columns.ts'
import type { OfferBook } from './offer-book.ts'
import type { Side } from './pack-side.ts'
import { type Known, type KnownOffer, type KnownWant, liftOf, nearness } from './topic-fit.ts'

/**
 * The offers or the wants of mentors, each distinct one once, in lists by bucket: the way from a topic to the people
 * whom it concerns. `subject` is topic and facet as one number, `level` stands for the two levels that matter.
 */
export interface Shelf {
  start: Int32Array
  number: Int32Array
  subject: Int32Array
  level: Int32Array
}

export interface BookIndex {
  offers: Shelf
  wants: Shelf
  /** By place on the shelf of offers: the rows of the mentors who make it. */
  mentors: Lists
  /** Of every offer and want of the book, as on the shelves. */
  offerSubject: Int32Array
  offerLevel: Int32Array
  wantSubject: Int32Array
  wantLevel: Int32Array
  /**
   * `[3 × levels of wants × levels of offers]` near · lift by nearness (see `nearnessCode`), as the place of the value
   * in `closenessValues`, which ascend from 0: of two places the higher is the closer, and a place takes two bytes.
   */
  closeness: Uint16Array
  closenessValues: Float64Array
  offerLevels: number
  wantLevels: number
}

/** How many different values near · lift may have; the levels of the form make a few hundred. */
export const CLOSENESS_MOST = 2048

/** What two entries of one bucket are to each other: the same group, the same topic, or the very same facet of it. */
export function nearnessCode(one: number, other: number): number {
  const apart = one ^ other
  return apart === 0 ? 2 : apart === 1 ? 1 : 0
}

/**
 * Indexes the book for its mentors, with near · lift for all levels: the part of a topic’s score that depends on
 * nothing else (questionnaires.md §3).
 */
export function indexBook(book: OfferBook, mentors: Side): BookIndex {
  const [offerLevels, wantLevels] = [levelsOf(book.offers, 'last'), levelsOf(book.wants, 'target')]
  const [offerSubject, wantSubject] = [subjectsOf(book.offers), subjectsOf(book.wants)]
  const rows = rowsByEntry(mentors.offers, book.offers.length)
  const offers = shelve(book, book.offers, rows, offerSubject, offerLevels.of)
  const closeness = closenessOf(offerLevels.examples, wantLevels.examples)
  const closenessValues = Float64Array.from(new Set([0, ...closeness])).sort()
  if (closenessValues.length > CLOSENESS_MOST) {
    throw new RangeError(`${closenessValues.length} ways of being close are more than the form has`)
  }
  const places = new Map(Array.from(closenessValues, (value, place) => [value, place]))
  return {
    offers,
    wants: shelve(
      book,
      book.wants,
      rowsByEntry(mentors.wants, book.wants.length),
      wantSubject,
      wantLevels.of,
    ),
    mentors: inOrderOf(rows, offers.number),
    offerSubject,
    offerLevel: offerLevels.of,
    wantSubject,
    wantLevel: wantLevels.of,
    closeness: Uint16Array.from(closeness, (value) => places.get(value)!),
    closenessValues,
    offerLevels: offerLevels.examples.length,
    wantLevels: wantLevels.examples.length,
  }
}

function subjectsOf(entries: readonly (KnownOffer | KnownWant)[]): Int32Array {
  return Int32Array.from(entries, ({ number, facet }) => 2 * number + (facet === 'usage' ? 0 : 1))
}

/** Distinct pairs of levels: the number of each entry’s, and an entry that has them. */
function levelsOf<K extends string, T extends { level: number } & Record<K, number>>(
  entries: readonly T[],
  other: K,
): { of: Int32Array; examples: T[] } {
  const numbers = new Map<string, number>()
  const examples: T[] = []
  const of = Int32Array.from(entries, (entry) => {
    const key = `${entry.level} ${entry[other]}`
    let number = numbers.get(key)
    if (number === undefined) {
      number = examples.push(entry) - 1
      numbers.set(key, number)
    }
    return number
  })
  return { of, examples }
}

function closenessOf(offers: readonly KnownOffer[], wants: readonly KnownWant[]): number[] {
  const here: Known = { number: 0, group: 0, isTransversal: false }
  const there: Known = { ...here, number: 1 }
  const nearOf = [
    nearness({ ...offers[0]!, ...there }, { ...wants[0]!, ...here }),
    nearness({ ...offers[0]!, ...here, facet: 'usage' }, { ...wants[0]!, ...here, facet: 'stakes' }),
    nearness({ ...offers[0]!, ...here, facet: 'usage' }, { ...wants[0]!, ...here, facet: 'usage' }),
  ]
  return nearOf.flatMap((near) => wants.flatMap((want) => offers.map((offer) => near * liftOf(offer, want))))
}

function shelve(
  book: OfferBook,
  all: readonly Known[],
  rows: Lists,
  subject: Int32Array,
  level: Int32Array,
): Shelf {
  const [buckets, numbers] = [new Whole(), new Whole()]
  all.forEach((one, n) => {
    // What only mentees have is nowhere looked up.
    if (rows.start[n] === rows.start[n + 1]) return
    buckets.push(book.bucketOf(one))
    numbers.push(n)
  })
  const { start, entry } = listsBy(book.buckets, buckets.numbers, numbers.numbers)
  return {
    start,
    number: entry,
    subject: Int32Array.from(entry, (n) => subject[n]!),
    level: Int32Array.from(entry, (n) => level[n]!),
  }
}

function rowsByEntry({ start, entry }: Lists, entries: number): Lists {
  const rows = new Int32Array(entry.length)
  for (let k = 0; k + 1 < start.length; k++) rows.fill(k, start[k]!, start[k + 1]!)
  return listsBy(entries, entry, rows)
}

function inOrderOf({ start, entry }: Lists, order: Int32Array): Lists {
  const ordered = new Int32Array(order.length + 1)
  const rows = new Int32Array(entry.length)
  let at = 0
  order.forEach((n, k) => {
    for (let m = start[n]!; m < start[n + 1]!; m++) rows[at++] = entry[m]!
    ordered[k + 1] = at
  })
  return { start: ordered, entry: rows.subarray(0, at) }
}
