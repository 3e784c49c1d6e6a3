import { BEST_OF_MENTEE, BEST_OF_MENTOR, BestArcs, mergeRows, type Rows, RowWriter } from './best-arcs.ts'
import { Kernel } from './kernel.ts'
import { peopleOfKey, type Wishes } from './member.ts'
import type { Pack } from './pack.ts'
import { openTally, type Tally } from './tally.ts'

/** Up to so many admissible pairs, all are given to the solver at once. */
export const ARCS_MAX = 250_000

/** Up to how many pairs all are given, and beyond, how many of the best of each mentee and each mentor. */
export interface Bounds {
  limit?: number
  ofMentee?: number
  ofMentor?: number
}

/** The pairs to begin with, and what became of all others. */
export interface Candidates {
  rows: Rows
  /** Whether these are all the pairs that the rules allow. */
  areAll: boolean
  /** How many pairs the rules allow. */
  admissible: number
  tally: Tally
}

/**
 * One pass over all pairs, that can be made in several parts: it asks the rules, counts what became of everybody, and
 * keeps the pairs to begin with, which are all of them up to `limit` and beyond it the best (see `BestArcs`), with all
 * those that somebody wishes for.
 */
export class CandidatePass {
  /** The next mentee to be looked at. */
  next = 0
  readonly #pack: Pack
  readonly #kernel: Kernel
  readonly #limit: number
  readonly #tally: Tally
  #all: RowWriter | null
  readonly #best: BestArcs | null
  readonly #wished: Map<number, Set<number>>
  readonly #wishedArcs: RowWriter
  #admissible = 0

  constructor(
    pack: Pack,
    kernel: Kernel,
    wishes: Pick<Wishes, 'locked' | 'asked' | 'kept'>,
    { limit = ARCS_MAX, ofMentee = BEST_OF_MENTEE, ofMentor = BEST_OF_MENTOR }: Bounds = {},
  ) {
    const { mentors, mentees, settings } = pack
    this.#pack = pack
    this.#kernel = kernel
    this.#limit = limit
    this.#tally = openTally(mentors.count, mentees.count, settings.rules.own.length)
    this.#all = new RowWriter(mentees.count)
    this.#best =
      mentors.count * mentees.count > limit
        ? new BestArcs(mentors.count, mentees.count, ofMentee, ofMentor)
        : null
    this.#wished = wishedRows(pack, wishes)
    this.#wishedArcs = new RowWriter(mentees.count)
  }

  /** Looks at the mentees before `end`. */
  run(end = this.#pack.mentees.count): void {
    const kernel = this.#kernel
    for (; this.next < end; this.next++) {
      const j = this.next
      kernel.ask(j, this.#tally)
      this.#admissible += kernel.count
      if (this.#admissible > this.#limit) this.#all = null
      this.#best?.add(j, kernel)
      const wished = this.#wished.get(j)
      for (let n = 0; n < kernel.count; n++) {
        this.#all?.add(j, kernel.mentor[n]!, kernel.score[n]!)
        if (wished?.has(kernel.mentor[n]!)) this.#wishedArcs.add(j, kernel.mentor[n]!, kernel.score[n]!)
      }
    }
  }

  close(): Candidates {
    const counts = { admissible: this.#admissible, tally: this.#tally }
    if (this.#all) return { rows: this.#all.rows(), areAll: true, ...counts }
    if (this.#wished.size === 0) return { rows: this.#best!.rows(), areAll: false, ...counts }
    return { rows: mergeRows(this.#best!.rows(), this.#wishedArcs.rows()), areAll: false, ...counts }
  }
}

/** The pairs that somebody wishes for, mentors by mentee. */
function wishedRows(
  { mentors, mentees }: Pack,
  { locked, asked, kept }: Pick<Wishes, 'locked' | 'asked' | 'kept'>,
): Map<number, Set<number>> {
  const wished = new Map<number, Set<number>>()
  if (locked.size + asked.size + kept.size === 0) return wished
  const mentorAt = new Map(mentors.references.map((person, i) => [person, i]))
  const menteeAt = new Map(mentees.references.map((person, j) => [person, j]))
  for (const keys of [locked, asked, kept]) {
    for (const key of keys) {
      const { mentor, mentee } = peopleOfKey(key)
      const [i, j] = [mentorAt.get(mentor), menteeAt.get(mentee)]
      if (i === undefined || j === undefined) continue
      const row = wished.get(j)
      if (row) row.add(i)
      else wished.set(j, new Set([i]))
    }
  }
  return wished
}

/** Scores every pair of a cohort that the rules allow: how many there are, and the sum of their scores. */
export function scoreEverything(pack: Pack): { pairs: number; total: number } {
  const kernel = new Kernel(pack)
  let [pairs, total] = [0, 0]
  for (let j = 0; j < pack.mentees.count; j++) {
    kernel.ask(j)
    pairs += kernel.count
    for (let n = 0; n < kernel.count; n++) total += kernel.score[n]!
  }
  return { pairs, total }
}
