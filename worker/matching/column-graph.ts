import type { Network } from './network.ts'
import { NONE, type Seating } from './seating.ts'

/** Up to so many columns, and so many pairs of rows and columns, a graph of the columns alone is the fastest. */
const COLUMNS_MAX = 400
const TABLE_MAX = 4_000_000

/** Whether rows are many and columns few, with several seats each. */
export function isGraphSmall({ rows, columns }: Pick<Network, 'rows' | 'columns'>): boolean {
  return columns <= COLUMNS_MAX && rows >= 2 * columns && rows * columns <= TABLE_MAX
}

/**
 * The graph of the columns: what it costs at least that somebody moves from one to another, in scores, and who that is.
 * One more column, the last, stands for having no seat.
 */
interface Graph {
  seating: Seating
  size: number
  /** `[rows · columns]` the score of each pair, −1 where there is none. */
  table: Int32Array
  /** `[size · size]` */
  loss: Float64Array
  mover: Int32Array
  /** `[columns]` 1 where the losses of a column are up to date. */
  isKnown: Uint8Array
  /** `[size]` for a search: the least cost to get there, the column that one comes from, and whether it is settled. */
  distance: Float64Array
  from: Int32Array
  isSettled: Uint8Array
}

/**
 * Seats the rows that wait, each by the cheapest chain of moves, found on the columns alone: one step of the search is as
 * dear as there are columns, however many rows sit at each (successive shortest paths, matching.md §1 “column graph”).
 */
export function seatOnGraph(seating: Seating, waiting: Int32Array, count: number): void {
  const graph = openGraph(seating)
  for (let n = 0; n < count; n++) seatOne(graph, waiting[n]!)
}

function openGraph(seating: Seating): Graph {
  const { columns } = seating.network
  const size = columns + 1
  return {
    seating,
    size,
    table: tableOf(seating.network),
    loss: new Float64Array(size * size),
    mover: new Int32Array(size * size),
    isKnown: new Uint8Array(columns),
    distance: new Float64Array(size),
    from: new Int32Array(size),
    isSettled: new Uint8Array(size),
  }
}

function tableOf({ rows, columns, start, end, column, score, isFull }: Network): Int32Array {
  if (isFull && start[0] === 0 && (rows < 2 || start[1] === columns)) return score
  const table = new Int32Array(rows * columns).fill(NONE)
  for (let row = 0; row < rows; row++) {
    for (let a = start[row]!; a < end[row]!; a++) table[row * columns + column[a]!] = score[a]!
  }
  return table
}

function seatOne(graph: Graph, root: number): void {
  const { seating, size, loss, distance, from, isSettled } = graph
  const { price, taken, network } = seating
  const { columns, seats } = network
  reachFromRoot(graph, root)
  let end = columns
  for (;;) {
    let nearest = columns
    for (let i = 0; i < columns; i++) if (isSettled[i] === 0 && distance[i]! < distance[nearest]!) nearest = i
    end = nearest
    if (nearest === columns || taken[nearest]! < seats[nearest + 1]! - seats[nearest]!) break
    isSettled[nearest] = 1
    if (graph.isKnown[nearest] === 0) learn(graph, nearest)
    const base = distance[nearest]! - price[nearest]!
    const at = nearest * size
    for (let i = 0; i < columns; i++) {
      const cost = base + loss[at + i]! + price[i]!
      if (cost < distance[i]! && isSettled[i] === 0) {
        distance[i] = cost
        from[i] = nearest
      }
    }
    if (base + loss[at + columns]! < distance[columns]!) {
      distance[columns] = base + loss[at + columns]!
      from[columns] = nearest
    }
  }
  for (let i = 0; i < columns; i++) if (isSettled[i] === 1) price[i]! += distance[end]! - distance[i]!
  moveAlong(graph, root, end)
}

/** What it costs the row that waits to go to each column, rather than to the best one. */
function reachFromRoot({ seating, table, distance, from, isSettled }: Graph, root: number): void {
  const { price, network } = seating
  const { columns, floor } = network
  let best = floor[root]!
  for (let i = 0; i < columns; i++) {
    const score = table[root * columns + i]!
    if (score >= 0 && score - price[i]! > best) best = score - price[i]!
  }
  for (let i = 0; i < columns; i++) {
    const score = table[root * columns + i]!
    distance[i] = score < 0 ? Number.POSITIVE_INFINITY : best - score + price[i]!
  }
  distance[columns] = best - floor[root]!
  from.fill(NONE)
  isSettled.fill(0)
}

/** Works out who leaves a column at the least loss, for every other. */
function learn(graph: Graph, i: number): void {
  const { seating, size, loss, mover } = graph
  loss.fill(Number.POSITIVE_INFINITY, i * size, (i + 1) * size)
  mover.fill(NONE, i * size, (i + 1) * size)
  const first = seating.network.seats[i]!
  for (let seat = first; seat < first + seating.taken[i]!; seat++) consider(graph, i, seating.sitter[seat]!)
  graph.isKnown[i] = 1
}

/** Takes one row into account that sits at a column. */
function consider({ seating, size, table, loss, mover }: Graph, i: number, row: number): void {
  const { columns, floor } = seating.network
  const own = seating.atScore[row]!
  const at = i * size
  const start = row * columns
  for (let t = 0; t < columns; t++) {
    const score = table[start + t]!
    if (score >= 0 && own - score < loss[at + t]!) {
      loss[at + t] = own - score
      mover[at + t] = row
    }
  }
  if (own - floor[row]! < loss[at + columns]!) {
    loss[at + columns] = own - floor[row]!
    mover[at + columns] = row
  }
}

/** Forgets a row that left a column, where it was the one to move; who sits there now is looked at instead. */
function forget({ seating, size, table, loss, mover }: Graph, i: number, row: number): void {
  const { network, taken, sitter, atScore } = seating
  const { columns, floor, seats } = network
  const last = seats[i]! + taken[i]!
  for (let t = 0, at = i * size; t < size; t++, at++) {
    if (mover[at] !== row) continue
    let least = Number.POSITIVE_INFINITY
    let who = NONE
    for (let seat = seats[i]!; seat < last; seat++) {
      const other = sitter[seat]!
      const score = t === columns ? floor[other]! : table[other * columns + t]!
      if (t !== columns && score < 0) continue
      if (atScore[other]! - score < least) {
        least = atScore[other]! - score
        who = other
      }
    }
    loss[at] = least
    mover[at] = who
  }
}

/** Walks the chain back from its end: each seat that is left is taken by who comes before in the chain. */
function moveAlong(graph: Graph, root: number, end: number): void {
  const { seating, size, table, mover, from, isKnown } = graph
  const { network, sitter, taken, atColumn, atSeat, atScore } = seating
  const { columns, seats } = network
  let i = end
  let leaver = NONE
  let vacated = NONE
  for (;;) {
    const before = from[i]!
    const row = before === NONE ? root : mover[before * size + i]!
    const left = atSeat[row]!
    if (i === columns) atColumn[row] = NONE
    else {
      const seat = leaver === NONE ? seats[i]! + taken[i]!++ : vacated
      sitter[seat] = row
      atColumn[row] = i
      atSeat[row] = seat
      atScore[row] = table[row * columns + i]!
      if (isKnown[i] === 1) {
        if (leaver !== NONE) forget(graph, i, leaver)
        consider(graph, i, row)
      }
    }
    if (before === NONE) return
    leaver = row
    vacated = left
    i = before
  }
}
