import { holdAuction, reduceRows } from './auction.ts'
import { isGraphSmall, seatOnGraph } from './column-graph.ts'
import type { Network } from './network.ts'
import { clearSeats, listEverybody, NONE, openSeating, type Seating } from './seating.ts'
import { openSearch, type Search, seatByChain } from './shortest-chain.ts'

/** How many times all arcs may be read by single searches before an auction is tried instead. */
const PATIENCE = 40
/** In rows of so many arcs a search soon finds a seat nearby; in shorter ones it wanders far, */
const LONG = 160
/** and is only for the last few, a part of all rows. */
const FEW = 0.005
/** The part of all rows that may still wait after the first bids, before columns get prices of their own. */
const CONTENTION = 0.5
/** The first least rise of an auction, as a part of the range of scores: prices move further where rows are long. */
const FIRST = { long: 16, short: 64 }
/** How many times longer the short lists are for an auction, where prices move far. */
const BREADTH = 2

/**
 * Seats the rows so that the scores and floors add up to the most, exactly. No single method is fast on every family of
 * inputs, so several take turns; whichever ends first, the answer is optimal (matching.md §4).
 *
 * Where every column has one seat and all seats are wanted, prices may start anywhere: at the best score of each column
 * (column reduction), so that what is common to a whole column is out of the way; searches for chains then have a budget,
 * and beyond it an auction finds better prices first. A price that is left on a free seat would be wrong: then everything
 * starts again at prices of 0, which is also where it starts when seats are left over.
 */
export function seatEverybody(network: Network): Seating {
  const { rows, columns, seats, score } = network
  if (rows === columns && everySeatSingle(seats)) {
    const seating = openSeating(network)
    const queue = new Int32Array(rows)
    let count = listRows(network, queue)
    listEverybody(seating, queue, count)
    count = reduceRows(seating, queue, count, 3)
    if (count > CONTENTION * rows) {
      clearSeats(seating)
      seating.bound.fill(Number.POSITIVE_INFINITY)
      reduceColumns(seating)
      count = reduceRows(seating, queue, listRows(network, queue), 3)
    }
    fillSeats(seating)
    const search = openSearch(network)
    const isLong = score.length > LONG * rows
    const mayTry = isLong || count < FEW * rows
    const workMax = mayTry ? seating.work + PATIENCE * score.length : 0
    const rest = seatWithin(seating, search, queue, count, workMax)
    if (rest === count) {
      if (isInOrder(seating)) return seating
    } else {
      const auction = isLong ? openSeating(network, BREADTH) : seating
      auction.price.set(seating.price)
      const range = rangeOf(score)
      count = holdAuction(auction, queue, range, range / (isLong ? FIRST.long : FIRST.short))
      fillSeats(auction)
      search.reads.fill(0)
      seatWithin(auction, search, queue, count, Number.POSITIVE_INFINITY)
      if (isInOrder(auction)) return auction
    }
  }
  return seatFromNothing(network)
}

function seatFromNothing(network: Network): Seating {
  const { rows, seats } = network
  const seating = openSeating(network)
  const queue = new Int32Array(rows)
  let count = listRows(network, queue)
  if (everySeatSingle(seats)) {
    count = reduceRows(seating, queue, count, 3)
    fillSeats(seating)
  } else count = seatAtFavourite(seating, queue, count)
  if (isGraphSmall(network)) {
    seatOnGraph(seating, queue, count)
    return seating
  }
  seatWithin(seating, openSearch(network), queue, count, Number.POSITIVE_INFINITY)
  return seating
}

function everySeatSingle(seats: Int32Array): boolean {
  for (let i = 1; i < seats.length; i++) if (seats[i]! - seats[i - 1]! !== 1) return false
  return true
}

/** The rows that look for a seat, the first one last. */
function listRows({ rows, floor }: Network, queue: Int32Array): number {
  let count = 0
  for (let row = rows - 1; row >= 0; row--) if (floor[row]! < Number.POSITIVE_INFINITY) queue[count++] = row
  return count
}

/** Prices every column at its best score. */
function reduceColumns({ network, price }: Seating): void {
  const { rows, columns, start, end, column, score, isFull } = network
  const top = new Int32Array(columns)
  for (let row = 0; row < rows; row++) {
    const from = start[row]!
    const to = end[row]!
    for (let a = from; a < to; a++) {
      const value = score[a]!
      const i = isFull ? a - from : column[a]!
      if (value > top[i]!) top[i] = value
    }
  }
  for (let i = 0; i < columns; i++) price[i] = top[i]!
}

function rangeOf(score: Int32Array): number {
  let least = score[0] ?? 0
  let most = least
  for (let a = 0; a < score.length; a++) {
    if (score[a]! < least) least = score[a]!
    if (score[a]! > most) most = score[a]!
  }
  return most - least
}

/** Seats whoever finds a free seat at the best column, at prices of 0; gives back who still waits. */
function seatAtFavourite(seating: Seating, queue: Int32Array, waiting: number): number {
  const { taken, sitter, atColumn, atSeat, atScore } = seating
  const { start, end, column, score, isFull, floor, seats } = seating.network
  let left = 0
  for (let n = 0; n < waiting; n++) {
    const row = queue[n]!
    const from = start[row]!
    const to = end[row]!
    let best = -1
    let at = NONE
    for (let a = from; a < to; a++) {
      if (score[a]! <= best) continue
      const i = isFull ? a - from : column[a]!
      if (seats[i] === seats[i + 1]) continue
      best = score[a]!
      at = i
    }
    if (at !== NONE && best > floor[row]! && taken[at]! < seats[at + 1]! - seats[at]!) {
      const seat = seats[at]! + taken[at]!++
      sitter[seat] = row
      atColumn[row] = at
      atSeat[row] = seat
      atScore[row] = best
    } else queue[left++] = row
  }
  return left
}

/** Notes what an auction leaves unsaid where each column has one seat. */
function fillSeats({ network, sitter, taken, atSeat }: Seating): void {
  for (let i = 0; i < network.columns; i++) {
    const row = sitter[i]!
    taken[i] = row === NONE ? 0 : 1
    if (row !== NONE) atSeat[row] = i
  }
}

/** Seats one row after the other by a chain, until the budget of work is spent; gives back how many were looked at. */
function seatWithin(
  seating: Seating,
  search: Search,
  queue: Int32Array,
  count: number,
  workMax: number,
): number {
  let n = 0
  while (n < count && seating.work <= workMax) seatByChain(seating, search, queue[n++]!)
  return n
}

/** Whether no free seat has a price. */
function isInOrder({ network: { seats, columns }, price, taken }: Seating): boolean {
  for (let i = 0; i < columns; i++) if (price[i]! > 0 && taken[i]! < seats[i + 1]! - seats[i]!) return false
  return true
}
