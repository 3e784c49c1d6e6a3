import type { Network } from './network.ts'
import { bestProfit, NONE, refreshList, type Seating } from './seating.ts'

/** A row that was read whole so often is not asked for its short list any more. */
const READS_MAX = 3

/** What one step of a search costs besides reading arcs, as so many of them. */
const STEP = 40

/** Room for a search; all of it is as new after every search. */
export interface Search {
  /** `[columns + rows]` the least cost at which a column is reached, or from which the whole row must be read. */
  key: Float64Array
  heap: Int32Array
  position: Int32Array
  touched: Int32Array
  settled: Int32Array
  /** `[columns]` the row that reached a column, and its score there. */
  fromRow: Int32Array
  fromScore: Int32Array
  /** `[rows]` the cost of a row plus its profit, for rows that may have to be read whole. */
  level: Float64Array
  /** `[rows]` how often a row had to be read whole: a list that does not help is not made again. */
  reads: Uint8Array
  /** `[2 · columns]` column and score, in turn, of what is worth a look in a row that is read whole. */
  pairs: Int32Array
}

export function openSearch({ rows, columns }: Network): Search {
  const nodes = rows + columns
  return {
    key: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
    heap: new Int32Array(nodes),
    position: new Int32Array(nodes).fill(NONE),
    touched: new Int32Array(nodes),
    settled: new Int32Array(columns),
    fromRow: new Int32Array(columns),
    fromScore: new Int32Array(columns),
    level: new Float64Array(rows),
    reads: new Uint8Array(rows),
    pairs: new Int32Array(2 * columns),
  }
}

/**
 * Seats one row more by the cheapest chain of moves: it takes a seat, whoever sat there moves on, and so forth to a free
 * seat, or to somebody who does as well without. Dijkstra’s search over columns, on costs that prices keep from being
 * negative (successive shortest paths with potentials, Edmonds and Karp 1972; one row at a time, Jonker and Volgenant
 * 1987). A row is first read as far as its short list goes; it waits in the queue to be read whole at the least cost that
 * anything outside the list can have. Prices then rise so that the chain costs nothing any more.
 */
export function seatByChain(seating: Seating, search: Search, root: number): void {
  const { width, near, size: lengths, bound, price, sitter, taken, atColumn, atScore } = seating
  const { floor, seats, columns } = seating.network
  const { key, heap, position, touched, settled, fromRow, fromScore, level, reads, pairs } = search
  let size = 0
  let settledCount = 0
  let touchedCount = 0
  let end = Number.POSITIVE_INFINITY
  let endColumn = NONE
  let endRow = NONE
  let row = root
  let height = bestProfit(seating, root)
  let isWhole = false
  let wholeCount = 0
  let seat = 0
  let lastSeat = 0
  let base = 0
  let here = NONE

  for (;;) {
    const read = isWhole ? pairs : near
    const from = isWhole ? 0 : 2 * width * row
    const to = isWhole ? 2 * wholeCount : from + 2 * lengths[row]!
    for (let k = from; k < to; k += 2) {
      const i = read[k]!
      const cost = height - read[k + 1]! + price[i]!
      if (cost >= end || cost >= key[i]!) continue
      if (key[i] === Number.POSITIVE_INFINITY) touched[touchedCount++] = i
      key[i] = cost
      fromRow[i] = row
      fromScore[i] = read[k + 1]!
      if (taken[i]! < seats[i + 1]! - seats[i]!) {
        end = cost
        endColumn = i
        endRow = NONE
      } else {
        if (position[i] === NONE) size++
        putForward(heap, position, key, i, position[i] === NONE ? size - 1 : position[i]!)
      }
    }
    if (height - floor[row]! < end) {
      end = height - floor[row]!
      endColumn = NONE
      endRow = row
    }
    if (!isWhole) {
      const later = height - bound[row]!
      if (later < end) {
        touched[touchedCount++] = columns + row
        key[columns + row] = later
        level[row] = height
        putForward(heap, position, key, columns + row, size++)
      }
    }
    isWhole = false
    row = NONE
    while (row === NONE) {
      if (seat < lastSeat) {
        row = sitter[seat++]!
        height = base + atScore[row]! - price[here]!
        if (reads[row]! >= READS_MAX) {
          isWhole = true
          wholeCount = readWhole(seating, search, row, height, end)
        } else if (bound[row] === Number.POSITIVE_INFINITY) bestProfit(seating, row)
        break
      }
      if (size === 0 || key[heap[0]!]! >= end) break
      const node = heap[0]!
      takeFirst(heap, position, key, --size)
      if (node >= columns) {
        row = node - columns
        height = level[row]!
        isWhole = true
        wholeCount = readWhole(seating, search, row, height, end)
        break
      }
      settled[settledCount++] = node
      here = node
      base = key[node]!
      seat = seats[node]!
      lastSeat = seat + taken[node]!
    }
    if (row === NONE) break
  }

  seating.work += settledCount * (width + STEP)
  for (let n = 0; n < settledCount; n++) price[settled[n]!]! += end - key[settled[n]!]!
  moveAlong(seating, search, root, endColumn, endRow)
  if (endColumn === NONE && endRow !== root) atColumn[endRow] = NONE
  for (let n = 0; n < touchedCount; n++) {
    key[touched[n]!] = Number.POSITIVE_INFINITY
    position[touched[n]!] = NONE
  }
}

/** Notes the arcs of a row by which a column is reached at less than before, and makes its short list anew while that helps. */
function readWhole(
  seating: Seating,
  { key, reads, pairs }: Search,
  row: number,
  height: number,
  end: number,
): number {
  const { price } = seating
  const { start, end: rowEnd, column, score, isFull } = seating.network
  const from = start[row]!
  const to = rowEnd[row]!
  const worth = height - end
  let found = 0
  if (isFull) {
    for (let a = from; a < to; a++) {
      const value = score[a]! - price[a - from]!
      if (value <= worth || height - value >= key[a - from]!) continue
      pairs[found++] = a - from
      pairs[found++] = score[a]!
    }
  } else {
    for (let a = from; a < to; a++) {
      const i = column[a]!
      const value = score[a]! - price[i]!
      if (value <= worth || height - value >= key[i]!) continue
      pairs[found++] = i
      pairs[found++] = score[a]!
    }
  }
  seating.work += to - from
  if (reads[row]! < READS_MAX && ++reads[row]! < READS_MAX) refreshList(seating, row)
  return found >> 1
}

/** Moves a node towards the front of a binary heap, from the place `from` on, as far as its key goes. */
function putForward(
  heap: Int32Array,
  position: Int32Array,
  key: Float64Array,
  node: number,
  from: number,
): void {
  const own = key[node]!
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 1
    const other = heap[parent]!
    if (key[other]! <= own) break
    heap[at] = other
    position[other] = at
    at = parent
  }
  heap[at] = node
  position[node] = at
}

/** Takes the first node out of a heap that then has `size` nodes. */
function takeFirst(heap: Int32Array, position: Int32Array, key: Float64Array, size: number): void {
  position[heap[0]!] = NONE
  if (size === 0) return
  const last = heap[size]!
  const own = key[last]!
  let at = 0
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && key[heap[child + 1]!]! < key[heap[child]!]!) child++
    const other = heap[child]!
    if (key[other]! >= own) break
    heap[at] = other
    position[other] = at
    at = child
  }
  heap[at] = last
  position[last] = at
}

/** Walks the chain back from its end: each seat that is left is taken by who comes before in the chain. */
function moveAlong(
  { network, sitter, taken, atColumn, atSeat, atScore }: Seating,
  { fromRow, fromScore }: Search,
  root: number,
  endColumn: number,
  endRow: number,
): void {
  if (endColumn === NONE && endRow === root) return
  let i = endColumn
  let seat: number
  if (i === NONE) {
    i = atColumn[endRow]!
    seat = atSeat[endRow]!
  } else seat = network.seats[i]! + taken[i]!++
  for (;;) {
    const row = fromRow[i]!
    const nextColumn = atColumn[row]!
    const nextSeat = atSeat[row]!
    sitter[seat] = row
    atColumn[row] = i
    atSeat[row] = seat
    atScore[row] = fromScore[i]!
    if (row === root) return
    i = nextColumn
    seat = nextSeat
  }
}
