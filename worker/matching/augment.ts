import type { Market } from './market.ts'
import { NearestFirst } from './nearest-first.ts'

const NONE = -1

/**
 * Gives each mentee in the list one mentor more, by the cheapest chain of moves: the mentee takes a seat, whoever sat
 * there moves on to another, and so forth to a free seat, or to somebody who does better without. The chain is found
 * by Dijkstra over mentors, on costs that prices keep from being negative; prices then rise so that the chain costs
 * nothing any more.
 */
export function placeByChains(market: Market, waiting: Iterable<number>): void {
  const search = openSearch(market)
  for (const mentee of waiting) {
    const end = findChain(market, search, mentee)
    raisePrices(market, search, end.distance)
    move(market, search, mentee, end)
    forget(search)
  }
}

interface Search {
  /** `[mentors]` the least cost of a chain that ends here, the arc by which it arrives and the seat that it leaves. */
  distance: Float64Array
  arrival: Int32Array
  departure: Int32Array
  /** `[mentees]` the least cost at which a mentee was asked to move. */
  asking: Float64Array
  queue: NearestFirst
  reached: number[]
  settled: number[]
  asked: number[]
}

/** Where a chain ends: at a mentor with a free seat, or else with who leaves `seat` staying without. */
interface End {
  distance: number
  mentor: number
  seat: number
}

function openSearch({ problem }: Market): Search {
  const distance = new Float64Array(problem.mentors).fill(Number.POSITIVE_INFINITY)
  return {
    distance,
    arrival: new Int32Array(problem.mentors),
    departure: new Int32Array(problem.mentors),
    asking: new Float64Array(problem.mentees).fill(Number.POSITIVE_INFINITY),
    queue: new NearestFirst(distance),
    reached: [],
    settled: [],
    asked: [],
  }
}

function findChain(market: Market, search: Search, mentee: number): End {
  const { price, seats, taken, arc, sitter } = market
  const { score } = market.problem
  const { queue, distance, asking, settled } = search
  const end: End = { distance: Number.POSITIVE_INFINITY, mentor: NONE, seat: NONE }
  ask(market, search, end, mentee, 0, NONE)
  while (queue.size > 0 && distance[queue.nearest]! < end.distance) {
    const i = queue.take()
    settled.push(i)
    const last = seats[i]! + taken[i]!
    for (let seat = seats[i]!; seat < last; seat++) {
      const cost = distance[i]! - (market.scoreMax - score[arc[seat]!]!) - price[i]!
      // Somebody with two mentors is asked twice; only a lower cost can lead to a cheaper chain.
      if (cost < asking[sitter[seat]!]!) ask(market, search, end, sitter[seat]!, cost, seat)
    }
  }
  return end
}

/** Looks at every other mentor of somebody who can be made to leave `seat` at this cost. */
function ask(market: Market, search: Search, end: End, mentee: number, cost: number, seat: number): void {
  const { price, seats, taken, chosen } = market
  const { start, mentor, score } = market.problem
  const { distance, arrival, departure, queue } = search
  if (search.asking[mentee] === Number.POSITIVE_INFINITY) search.asked.push(mentee)
  search.asking[mentee] = cost
  const last = start[mentee + 1]!
  for (let a = start[mentee]!; a < last; a++) {
    const i = mentor[a]!
    const length = cost + (market.scoreMax - score[a]!) + price[i]!
    if (length >= end.distance || length >= distance[i]! || chosen[a] === 1) continue
    if (distance[i] === Number.POSITIVE_INFINITY) search.reached.push(i)
    distance[i] = length
    arrival[i] = a
    departure[i] = seat
    if (taken[i]! < seats[i + 1]! - seats[i]!) setEnd(end, length, i, NONE)
    else queue.put(i)
  }
  if (cost + market.missing[mentee]! < end.distance) setEnd(end, cost + market.missing[mentee]!, NONE, seat)
}

function setEnd(end: End, distance: number, mentor: number, seat: number): void {
  end.distance = distance
  end.mentor = mentor
  end.seat = seat
}

function raisePrices({ price }: Market, { settled, distance }: Search, length: number): void {
  for (const i of settled) price[i]! += length - distance[i]!
}

/** Walks the chain back from its end: each seat that is left is taken by who comes before in the chain. */
function move(market: Market, search: Search, mentee: number, end: End): void {
  const { seats, taken, arc, sitter, chosen, problem } = market
  const arrive = (seat: number, i: number): number => {
    const from = search.departure[i]!
    const newcomer = from === NONE ? mentee : sitter[from]!
    arc[seat] = search.arrival[i]!
    sitter[seat] = newcomer
    chosen[arc[seat]!] = 1
    return from
  }
  let seat = end.seat
  if (end.mentor !== NONE) seat = arrive(seats[end.mentor]! + taken[end.mentor]!++, end.mentor)
  while (seat !== NONE) {
    const left = arc[seat]!
    chosen[left] = 0
    seat = arrive(seat, problem.mentor[left]!)
  }
}

function forget(search: Search): void {
  for (const i of search.reached) search.distance[i] = Number.POSITIVE_INFINITY
  for (const j of search.asked) search.asking[j] = Number.POSITIVE_INFINITY
  search.queue.clear()
  search.reached.length = search.settled.length = search.asked.length = 0
}
