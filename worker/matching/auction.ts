import { bestProfit, clearSeats, NONE, refreshList, type Seating } from './seating.ts'

/** How many bids a phase may take for each row before the rest is left to the search for chains. */
const BIDS_EACH = 40
/** How many times smaller the least rise of a price gets from one phase to the next. */
const FALL = 8
/** A price above so many ranges of scores tells that somebody cannot be seated: the auction would go on for long. */
const PRICE_RANGES = 64

/**
 * Seats most rows, fast, at prices close to the right ones (Bertsekas 1988, ε-scaling), where every column has one seat
 * and all are wanted. Who waits bids for the best column as much as it brings more than the next best, and ε more; the
 * sitter stands up and bids in turn. Phases with ever smaller ε find the prices; then whoever would do better elsewhere
 * stands up.
 * @param range the range of all scores
 * @param first the least rise to begin with
 * @returns who still waits, in `queue`; how many
 */
export function holdAuction(seating: Seating, queue: Int32Array, range: number, first: number): number {
  const { rows, floor } = seating.network
  const others = new Int32Array(queue.length)
  for (let epsilon = Math.max(1, Math.floor(first)); ; epsilon = Math.max(1, Math.floor(epsilon / FALL))) {
    clearSeats(seating)
    let waiting = 0
    for (let row = rows - 1; row >= 0; row--)
      if (floor[row]! < Number.POSITIVE_INFINITY) queue[waiting++] = row
    bid(seating, queue, waiting, others, epsilon, BIDS_EACH * rows, PRICE_RANGES * (range + 1))
    if (epsilon === 1) break
  }
  return reduceRows(seating, queue, standUp(seating, queue), 4)
}

/** A few rounds of bids without ε (augmenting row reduction, Jonker and Volgenant 1987). Takes and gives the queue. */
export function reduceRows(seating: Seating, queue: Int32Array, waiting: number, rounds: number): number {
  const others = new Int32Array(waiting)
  let count = waiting
  for (let round = 0; round < rounds && count > 0; round++) {
    count = bid(seating, queue, count, others, 0, 10 * seating.network.rows, Number.POSITIVE_INFINITY)
    queue.set(others.subarray(0, count))
  }
  return count
}

/**
 * Lets rows bid until all sit or the bids run out; who cannot bid, and without ε who loses a seat at no higher price, is
 * put aside in `aside`. Gives back how many are there.
 */
function bid(
  seating: Seating,
  queue: Int32Array,
  waiting: number,
  aside: Int32Array,
  epsilon: number,
  bidsMax: number,
  priceMax: number,
): number {
  const { width, near, size, price, bound, sitter, atColumn, atScore } = seating
  const { floor } = seating.network
  let count = waiting
  let put = 0
  for (let left = bidsMax; count > 0 && left > 0; left--) {
    const row = queue[--count]!
    const none = floor[row]!
    const from = 2 * width * row
    let to = from + 2 * size[row]!
    let best = Number.NEGATIVE_INFINITY
    let second = none
    let at = NONE
    for (;;) {
      for (let k = from; k < to; k += 2) {
        const value = near[k + 1]! - price[near[k]!]!
        if (value <= second) continue
        if (value > best) {
          second = Math.max(best, none)
          best = value
          at = k
        } else second = value
      }
      if (second >= bound[row]!) break
      if (best > bound[row]!) {
        // What is not on the list is not seen: to bid less than one could is always allowed.
        second = bound[row]!
        break
      }
      refreshList(seating, row)
      to = from + 2 * size[row]!
      best = Number.NEGATIVE_INFINITY
      second = none
      at = NONE
    }
    if (at === NONE) {
      aside[put++] = row
      continue
    }
    const i = near[at]!
    const out = sitter[i]!
    const rise = best - second + epsilon
    price[i]! += rise
    sitter[i] = row
    atColumn[row] = i
    atScore[row] = near[at + 1]!
    if (out !== NONE) {
      atColumn[out] = NONE
      if (rise > 0) queue[count++] = out
      else aside[put++] = out
    }
    if (price[i]! > priceMax) break
  }
  while (count > 0) aside[put++] = queue[--count]!
  return put
}

/** Everybody who would do better elsewhere at the present prices stands up; gives back all who have no seat then. */
function standUp(seating: Seating, queue: Int32Array): number {
  const { price, sitter, atColumn, atScore } = seating
  const { rows, floor } = seating.network
  let waiting = 0
  for (let row = 0; row < rows; row++) {
    if (floor[row] === Number.POSITIVE_INFINITY) continue
    const i = atColumn[row]!
    const best = bestProfit(seating, row)
    if (i !== NONE && atScore[row]! - price[i]! >= best) continue
    if (i !== NONE) {
      sitter[i] = NONE
      atColumn[row] = NONE
    }
    queue[waiting++] = row
  }
  return waiting
}
