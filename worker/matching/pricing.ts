import { type Problem, SCORE_MAX } from './assignment-problem.ts'
import { mergeRows, type Rows, RowWriter } from './best-arcs.ts'
import type { Kernel } from './kernel.ts'

/** How many of the pairs that a price does not account for are added for a mentee in one round. */
const ADDED_MOST = 10

/** What was proved about the candidates: the problem that was decided, and the prices that prove it. */
export interface Proved {
  problem: Pick<Problem, 'capacity' | 'demand' | 'scoreMax'>
  certificate: { price: Float64Array; worth: Float64Array }
}

/**
 * Prices all pairs, which can be done in several parts: finds the pairs outside the candidates that could still better
 * the choice, namely those with worth − cost − price > 0 (cost = highest score − score). Where there is none, the
 * prices prove the choice the best among all pairs (column generation; LP duality, as in `certify`).
 */
export class PricingPass {
  next = 0
  /** How many such pairs were found, of which the best of every mentee are added. */
  found = 0
  readonly #kernel: Kernel
  readonly #rows: Rows
  readonly #proved: Proved
  readonly #price: Float64Array
  readonly #isListed: Uint8Array
  readonly #added: RowWriter

  constructor(kernel: Kernel, rows: Rows, proved: Proved) {
    this.#kernel = kernel
    this.#rows = rows
    this.#proved = proved
    const { capacity } = proved.problem
    // A mentor whose places are all locked away is at no price.
    this.#price = proved.certificate.price.map((price, i) =>
      capacity[i]! > 0 ? price : Number.POSITIVE_INFINITY,
    )
    this.#isListed = new Uint8Array(capacity.length)
    this.#added = new RowWriter(rows.start.length - 1)
  }

  run(end = this.#rows.start.length - 1): void {
    const { problem, certificate } = this.#proved
    const { start, mentor } = this.#rows
    const scoreMax = problem.scoreMax ?? SCORE_MAX
    for (; this.next < end; this.next++) {
      const j = this.next
      if (problem.demand[j] === 0) continue
      this.#kernel.askAbove(j, this.#price, scoreMax - certificate.worth[j]!)
      if (this.#kernel.count === 0) continue
      for (let a = start[j]!; a < start[j + 1]!; a++) this.#isListed[mentor[a]!] = 1
      this.#add(j)
      for (let a = start[j]!; a < start[j + 1]!; a++) this.#isListed[mentor[a]!] = 0
    }
  }

  #add(j: number): void {
    const { count, mentor, score } = this.#kernel
    const fresh: { mentor: number; score: number; gain: number }[] = []
    for (let n = 0; n < count; n++) {
      const i = mentor[n]!
      if (this.#isListed[i] === 1) continue
      fresh.push({ mentor: i, score: score[n]!, gain: score[n]! - this.#price[i]! })
    }
    this.found += fresh.length
    fresh.sort((a, b) => b.gain - a.gain || a.mentor - b.mentor)
    for (const arc of fresh.slice(0, ADDED_MOST)) this.#added.add(j, arc.mentor, arc.score)
  }

  /** The candidates with what was added. */
  close(): Rows {
    return mergeRows(this.#rows, this.#added.rows())
  }
}
