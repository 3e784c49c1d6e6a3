import type { Network } from './network.ts'

export const NONE = -1
/** How many arcs of a row are looked at to judge the others. */
const SAMPLE = 96
/** How much of a list is meant to be filled, so that it seldom has to be cut. */
const FILLING = 0.6

/**
 * Who sits where at which prices, and for each row a short list of its best columns.
 *
 * A row’s profit at a column is score − price. Prices only ever rise, so a short list made once stays useful: no column
 * outside it can bring more than `bound`, the profit of the last one on the list when it was made. Most questions are
 * answered by the short list; the whole row is read again only when its best falls below `bound`.
 */
export interface Seating {
  network: Network
  /** `[columns + 1]` integers ≥ 0; +∞ for a column without a seat, and for the last one, which stands for none. */
  price: Float64Array
  /** `[2 · width · rows]` column and score, in turn; `size[row]` of the `width` that fit on each list. */
  near: Int32Array
  width: number
  size: Int32Array
  /** `[rows]` +∞ while there is no list. */
  bound: Float64Array
  /** `[seats]` the row in each seat; the first `taken` seats of a column are filled. */
  sitter: Int32Array
  taken: Int32Array
  /** `[rows]` the column, seat and score of a row that sits; the column is −1 for one that does not. */
  atColumn: Int32Array
  atSeat: Int32Array
  atScore: Int32Array
  /** Whether nothing has a price yet. */
  isFree: boolean
  /** How many arcs were read, to stop a method that does not suit the problem. */
  work: number
  /** Room to choose a short list in. */
  profit: Float64Array
  arc: Int32Array
}

/** Nobody sits; all prices are 0. Short lists are `breadth` times as long as usual. */
export function openSeating(network: Network, breadth = 1): Seating {
  const { rows, columns, start, end, column, seats } = network
  const width = breadth * widthOf(rows === 0 ? 0 : column.length / rows)
  let longest = width
  for (let row = 0; row < rows; row++) longest = Math.max(longest, end[row]! - start[row]!)
  const price = new Float64Array(columns + 1)
  price[columns] = Number.POSITIVE_INFINITY
  for (let i = 0; i < columns; i++) if (seats[i] === seats[i + 1]) price[i] = Number.POSITIVE_INFINITY
  return {
    network,
    price,
    near: new Int32Array(2 * width * rows),
    width,
    size: new Int32Array(rows),
    bound: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    sitter: new Int32Array(seats[columns]!).fill(NONE),
    taken: new Int32Array(columns),
    atColumn: new Int32Array(rows).fill(NONE),
    atSeat: new Int32Array(rows),
    atScore: new Int32Array(rows),
    isFree: false,
    work: 0,
    profit: new Float64Array(longest),
    arc: new Int32Array(longest),
  }
}

/** How many columns a short list may hold; long rows deserve longer lists. */
function widthOf(arcsPerRow: number): number {
  if (arcsPerRow <= 160) return 20
  return arcsPerRow <= 700 ? 32 : 64
}

/** Everybody stands up; prices and short lists stay. */
export function clearSeats({ sitter, taken, atColumn }: Seating): void {
  sitter.fill(NONE)
  taken.fill(0)
  atColumn.fill(NONE)
}

/** Makes the short list of a row anew at the present prices. */
export function refreshList(seating: Seating, row: number): void {
  const { width, near, size, bound } = seating
  const { start, end, column, score, rows } = seating.network
  const from = start[row]!
  const to = end[row]!
  seating.work += to - from
  if (to - from <= width) {
    for (let a = from, k = 2 * width * row; a < to; a++, k += 2) {
      near[k] = column[a]!
      near[k + 1] = score[a]!
    }
    size[row] = to - from
    bound[row] = Number.NEGATIVE_INFINITY
    return
  }
  const least = judgeProfit(seating, from, to)
  // Rows begin to read at different places, so that equal scores lead different rows to different columns.
  const middle = from + Math.floor(((to - from) * row) / rows)
  const count = collect(seating, from, middle, to, least, 0)
  writeList(seating, row, collect(seating, from, from, middle, least, count), least)
}

/** Adds the arcs of a row from `first` on whose profit is above `least` to those already chosen. */
function collect(
  { network: { column, score, isFull }, price, profit, arc, isFree }: Seating,
  rowStart: number,
  first: number,
  last: number,
  least: number,
  chosen: number,
): number {
  let count = chosen
  if (isFree) {
    const most = Math.max(least, -1) | 0
    for (let a = first; a < last; a++) {
      const value = score[a]!
      if (value <= most) continue
      profit[count] = value
      arc[count++] = a
    }
  } else if (isFull) {
    for (let a = first; a < last; a++) {
      const value = score[a]! - price[a - rowStart]!
      if (value <= least) continue
      profit[count] = value
      arc[count++] = a
    }
  } else {
    for (let a = first; a < last; a++) {
      const value = score[a]! - price[column[a]!]!
      if (value <= least) continue
      profit[count] = value
      arc[count++] = a
    }
  }
  return count
}

/** A profit that about as many arcs exceed as the list should hold, judged by every so many arcs of the row. */
function judgeProfit(
  { network: { column, score }, price, profit, arc, width }: Seating,
  from: number,
  to: number,
): number {
  const length = to - from
  const step = Math.max(1, Math.floor(length / Math.min(SAMPLE, length >> 2)))
  let count = 0
  let most = Number.NEGATIVE_INFINITY
  for (let a = from; a < to; a += step) {
    const value = score[a]! - price[column[a]!]!
    profit[count++] = value
    if (value > most) most = value
  }
  const rank = Math.round((FILLING * width * count) / length)
  return (rank <= 1 ? most : keepGreatest(profit, arc, count, rank)) - 1
}

/** Makes the short lists of all rows, before anything has a price. */
export function listEverybody(seating: Seating, rows: Int32Array, count: number): void {
  seating.isFree = true
  for (let n = 0; n < count; n++) refreshList(seating, rows[n]!)
  seating.isFree = false
}

/** Writes the list from the arcs that were chosen, the best of them; of those left out none has a profit above `least`. */
function writeList(seating: Seating, row: number, chosen: number, least: number): void {
  const { width, near, size, bound, profit, arc } = seating
  const { start, column, score, isFull } = seating.network
  const from = start[row]!
  const isLong = chosen > width
  bound[row] = isLong ? keepGreatest(profit, arc, chosen, width) : least
  const count = isLong ? width : chosen
  size[row] = count
  for (let n = 0, k = 2 * width * row; n < count; n++, k += 2) {
    const a = arc[n]!
    near[k] = isFull ? a - from : column[a]!
    near[k + 1] = score[a]!
  }
}

/** Moves the `most` greatest of `count` values to the front, and gives back the least of those (Hoare’s selection). */
export function keepGreatest(value: Float64Array, arc: Int32Array, count: number, most: number): number {
  const wanted = most - 1
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = value[(low + high) >> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (value[left]! > pivot) left++
      while (value[right]! < pivot) right--
      if (left > right) break
      const v = value[left]!
      value[left] = value[right]!
      value[right] = v
      const a = arc[left]!
      arc[left++] = arc[right]!
      arc[right--] = a
    }
    if (wanted <= right) high = right
    else if (wanted >= left) low = left
    else break
  }
  return value[wanted]!
}

/** The best profit of a row at the present prices, or its floor where that is more. */
export function bestProfit(seating: Seating, row: number): number {
  const { width, near, size, price, bound } = seating
  const from = 2 * width * row
  for (;;) {
    let best = seating.network.floor[row]!
    for (let k = from; k < from + 2 * size[row]!; k += 2) {
      const value = near[k + 1]! - price[near[k]!]!
      if (value > best) best = value
    }
    if (best >= bound[row]!) return best
    refreshList(seating, row)
  }
}
