import { SCORE_MAX } from './assignment-problem.ts'
import type { Market } from './market.ts'

/** How many bids a round may take per mentee before the rest is left to the search for chains. */
const BIDS_EACH = 40
/** How many times smaller the least rise of a price gets from one round to the next. */
const FALL = 4
/** How many rounds are held without ε. */
const EXACT_ROUNDS = 4
const NOBODY = -1

/**
 * Whether an auction may come first: every place is wanted by exactly one mentee. Otherwise some places stay free, and
 * a price that an auction raised on one of them would be wrong.
 */
export function isEveryPlaceWanted({ problem, seats, objective }: Market): boolean {
  const { capacity, demand, mentors, mentees } = problem
  return (
    objective === 'coverage' &&
    seats[mentors] === mentees &&
    capacity.every((places, i) => places === seats[i + 1]! - seats[i]! && places > 0) &&
    demand.every((wanted) => wanted === 1)
  )
}

/**
 * Seats most mentees, fast, at prices close to the right ones (Bertsekas 1988, ε-scaling). Whoever waits bids for the
 * cheapest mentor as much as the next best one would cost, and ε more; the sitter with the lowest bid stands up and
 * bids in turn. Rounds with ever smaller ε find the prices; then whoever would do better elsewhere stands up, and a
 * few rounds with ε = 0 (augmenting row reduction, Jonker and Volgenant 1987) seat most of them again.
 * @returns who still waits for a chain
 */
export function bidForSeats(market: Market): number[] {
  const everybody = Array.from(market.problem.demand, (_, j) => j)
  const bids = new Float64Array(market.arc.length)
  for (let epsilon = firstRise(market); ; epsilon = Math.max(1, Math.floor(epsilon / FALL))) {
    clearSeats(market)
    holdRound(market, bids, everybody, epsilon)
    if (epsilon === 1) break
  }
  let waiting = standUp(market, bids)
  for (let round = 0; round < EXACT_ROUNDS; round++) waiting = holdRound(market, bids, waiting, 0)
  return waiting
}

/** A quarter of the range of scores. */
function firstRise({ problem: { score } }: Market): number {
  let [least, most] = [SCORE_MAX, 0]
  for (let a = 0; a < score.length; a++) {
    least = Math.min(least, score[a]!)
    most = Math.max(most, score[a]!)
  }
  return Math.max(1, Math.floor((most - least) / 4))
}

function clearSeats({ taken, chosen }: Market): void {
  taken.fill(0)
  chosen.fill(0)
}

/** Lets people bid until all sit, or the bids run out. With ε = 0, who loses a seat at no higher price sits out. */
function holdRound(
  market: Market,
  bids: Float64Array,
  bidders: readonly number[],
  epsilon: number,
): number[] {
  const { price } = market
  const { mentor, score, mentees } = market.problem
  const left: number[] = []
  const waiting = bidders.toReversed()
  const choice = { arc: NOBODY, best: 0, second: 0 }
  for (let n = BIDS_EACH * mentees; waiting.length > 0; n--) {
    const mentee = waiting.pop()!
    if (n <= 0 || !findChoice(market, mentee, choice)) {
      left.push(mentee)
      continue
    }
    const i = mentor[choice.arc]!
    const before = price[i]!
    const bid = choice.second - (SCORE_MAX - score[choice.arc]!) + epsilon
    const out = takeSeat(market, bids, mentee, choice.arc, bid)
    if (out === NOBODY) continue
    if (epsilon > 0 || price[i]! > before) waiting.push(out)
    else left.push(out)
  }
  return left
}

/** The cheapest arc of somebody who waits, its cost and that of the next best; false where missing is no dearer. */
function findChoice(
  market: Market,
  mentee: number,
  choice: { arc: number; best: number; second: number },
): boolean {
  const { price } = market
  const { start, mentor, score } = market.problem
  let [arc, best, second] = [NOBODY, market.missing, market.missing]
  const last = start[mentee + 1]!
  for (let a = start[mentee]!; a < last; a++) {
    const cost = SCORE_MAX - score[a]! + price[mentor[a]!]!
    if (cost >= second) continue
    if (cost < best) {
      second = best
      best = cost
      arc = a
    } else second = cost
  }
  choice.arc = arc
  choice.best = best
  choice.second = second
  return arc !== NOBODY
}

/** Takes a free seat or the one with the lowest bid, whose sitter is given back; a full mentor costs the lowest bid. */
function takeSeat(market: Market, bids: Float64Array, mentee: number, arc: number, bid: number): number {
  const { seats, taken, price, sitter, chosen } = market
  const i = market.problem.mentor[arc]!
  const [first, end] = [seats[i]!, seats[i + 1]!]
  let seat = first + taken[i]!
  let out = NOBODY
  if (seat < end) taken[i]! += 1
  else {
    seat = lowest(bids, first, end)
    out = sitter[seat]!
    chosen[market.arc[seat]!] = 0
  }
  market.arc[seat] = arc
  sitter[seat] = mentee
  chosen[arc] = 1
  bids[seat] = bid
  if (first + taken[i]! === end) price[i] = bids[lowest(bids, first, end)]!
  return out
}

function lowest(bids: Float64Array, first: number, end: number): number {
  let least = first
  for (let seat = first + 1; seat < end; seat++) if (bids[seat]! < bids[least]!) least = seat
  return least
}

/** Everybody who would do better elsewhere at the present prices leaves; gives back all who have no seat then. */
function standUp(market: Market, bids: Float64Array): number[] {
  const { seats, taken, arc, sitter, chosen, price } = market
  const { mentors, mentees, mentor, score } = market.problem
  const isSeated = new Uint8Array(mentees)
  const choice = { arc: NOBODY, best: 0, second: 0 }
  for (let i = 0; i < mentors; i++) {
    const end = seats[i]! + taken[i]!
    let seat = seats[i]!
    for (let old = seat; old < end; old++) {
      const [a, mentee] = [arc[old]!, sitter[old]!]
      findChoice(market, mentee, choice)
      if (SCORE_MAX - score[a]! + price[mentor[a]!]! > choice.best) {
        chosen[a] = 0
        continue
      }
      isSeated[mentee] = 1
      arc[seat] = a
      sitter[seat] = mentee
      bids[seat++] = price[i]!
    }
    taken[i] = seat - seats[i]!
  }
  return Array.from(isSeated.keys()).filter((mentee) => isSeated[mentee] === 0)
}
