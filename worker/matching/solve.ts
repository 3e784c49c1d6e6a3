import { type Problem, scoreMaxOf } from './assignment-problem.ts'
import { placeByChains } from './augment.ts'
import { isGraphSmall } from './column-graph.ts'
import { openMarket } from './market.ts'
import { networkOfMentees, networkOfPlaces } from './network.ts'
import { seatEverybody } from './seat-everybody.ts'
import { NONE } from './seating.ts'

/** The cheapest way to serve everybody, with the prices that prove it. */
export interface Solution {
  /** The chosen arcs, ascending. */
  arc: Int32Array
  /** `[mentors]` integers ≥ 0; 0 wherever a place is left. */
  price: Float64Array
}

/**
 * Serves mentees at the least cost, where an arc costs `scoreMax` − score and a wanted mentor who stays missing costs
 * `missing[j]`. Mentees look for mentors; where places are fewer, and mentors too many for a graph of their own, places
 * look for mentees. Mentees who want several mentors are served by a search on the graph of mentors.
 */
export function solve(problem: Problem, missing: Float64Array): Solution {
  let wanted = 0
  let isSingle = true
  for (let j = 0; j < problem.mentees; j++) {
    wanted += problem.demand[j]!
    if (problem.demand[j]! > 1) isSingle = false
  }
  if (!isSingle) return solveByChains(problem, missing)
  const arePlacesScarce =
    !isGraphSmall({ rows: problem.mentees, columns: problem.mentors }) &&
    areAllEqual(missing) &&
    placesOf(problem, wanted) < wanted
  return arePlacesScarce ? solveForPlaces(problem, missing) : solveForMentees(problem, missing)
}

function areAllEqual(numbers: Float64Array): boolean {
  for (let n = 1; n < numbers.length; n++) if (numbers[n] !== numbers[0]) return false
  return true
}

/** How many places there are, counted as far as `enough`. */
function placesOf({ capacity }: Problem, enough: number): number {
  let places = 0
  for (let i = 0; i < capacity.length && places < enough; i++) places += capacity[i]!
  return places
}

function solveForMentees(problem: Problem, missing: Float64Array): Solution {
  const network = networkOfMentees(problem, missing, scoreMaxOf(problem))
  const seating = seatEverybody(network)
  const { atColumn } = seating
  const arc = new Int32Array(problem.mentees)
  let count = 0
  for (let j = 0; j < problem.mentees; j++) {
    const i = atColumn[j]!
    if (i !== NONE) arc[count++] = network.isFull ? problem.start[j]! + i : findArc(problem, j, i)
  }
  const price = seating.price.subarray(0, problem.mentors)
  if (price.includes(Number.POSITIVE_INFINITY)) {
    const profit = Float64Array.from(atColumn, (i, j) =>
      i === NONE ? network.floor[j]! : seating.atScore[j]! - price[i]!,
    )
    priceFromProfits(problem, profit, price)
  }
  return { arc: arc.slice(0, count), price }
}

/**
 * The least prices at which no mentee would rather have a mentor than what they have, for mentors whose price is not
 * known (+∞): a place is worth what the best mentee would gain by it.
 */
function priceFromProfits(
  { mentees, demand, start, mentor, score }: Problem,
  profit: Float64Array,
  price: Float64Array,
): void {
  const gain = new Float64Array(price.length)
  for (let j = 0; j < mentees; j++) {
    if (demand[j] === 0) continue
    for (let a = start[j]!; a < start[j + 1]!; a++) {
      const more = score[a]! - profit[j]!
      if (more > gain[mentor[a]!]!) gain[mentor[a]!] = more
    }
  }
  for (let i = 0; i < price.length; i++) if (price[i] === Number.POSITIVE_INFINITY) price[i] = gain[i]!
}

function solveForPlaces(problem: Problem, missing: Float64Array): Solution {
  const { mentors, mentees } = problem
  const floor = scoreMaxOf(problem) - missing[0]!
  const network = networkOfPlaces(problem, floor)
  const seating = seatEverybody(network)
  const arc: number[] = []
  for (let row = 0; row < network.rows; row++) {
    const j = seating.atColumn[row]!
    if (j !== NONE) arc.push(findArc(problem, j, network.mentorOf[row]!))
  }
  const price = new Float64Array(mentors).fill(Number.POSITIVE_INFINITY)
  priceFromProfits(
    problem,
    Float64Array.from({ length: mentees }, (_, j) => seating.price[j]! + floor),
    price,
  )
  return { arc: Int32Array.from(arc).sort(), price }
}

/** The arc between two people, who have one; mentors ascend in a row. */
function findArc({ start, mentor }: Problem, j: number, i: number): number {
  let low = start[j]!
  let high = start[j + 1]! - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentor[middle]! < i) low = middle + 1
    else high = middle
  }
  return low
}

function solveByChains(problem: Problem, missing: Float64Array): Solution {
  const market = openMarket(problem, missing)
  placeByChains(market, everybodyWaiting(problem))
  const arc: number[] = []
  market.chosen.forEach((isChosen, a) => {
    if (isChosen) arc.push(a)
  })
  return { arc: Int32Array.from(arc), price: market.price }
}

/** Each mentee once for every mentor wanted, as far as there are any. */
function* everybodyWaiting({ mentees, demand, start }: Problem): Generator<number> {
  for (let j = 0; j < mentees; j++) {
    const wanted = Math.min(demand[j]!, start[j + 1]! - start[j]!)
    for (let n = 0; n < wanted; n++) yield j
  }
}
