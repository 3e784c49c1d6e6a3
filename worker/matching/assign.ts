import { checkProblem, type Objective, type Problem, SCORE_MAX } from './assignment-problem.ts'
import { bidForSeats, isEveryPlaceWanted } from './auction.ts'
import { placeByChains } from './augment.ts'
import { isInOrder, type Market, openMarket } from './market.ts'

export type { Objective, Problem } from './assignment-problem.ts'

export interface Options {
  /** coverage: most arcs first, then the highest total · quality: the highest total. */
  objective: Objective
}

/** Prices that prove the optimum to anybody who adds them up (see `certify`). All are integers. */
export interface Certificate {
  objective: Objective
  /** `[mentors]` what one more place would be worth, ≥ 0; 0 wherever a place is left. */
  price: Float64Array
  /** `[mentees]` what the dearest mentor that this mentee got costs, price included, or the missing one. */
  worth: Float64Array
}

export interface Assignment {
  /** The chosen arcs, ascending. */
  arc: Int32Array
  matched: number
  total: number
  /** The lowest chosen score; 0 where nothing is chosen. */
  worst: number
  certificate: Certificate
}

/**
 * The best assignment, exactly, with the proof of it. The same problem always gets the same answer.
 *
 * It is a flow of least cost: an arc costs 1,000,000 − score, and a wanted mentor who stays missing costs as much as
 * a score of 0 (quality), or more than everything else together (coverage). Each mentee in turn is placed by the
 * cheapest chain of moves, and integer prices keep every later search cheap and the whole optimal (successive
 * shortest paths with potentials, Edmonds and Karp 1972; on the graph of mentors, matching.md §1). Where every place
 * is wanted, an auction first seats most people; should its prices not fit after all, everything starts again
 * without it.
 * @throws RangeError where the problem has not the promised shape
 */
export function assign(problem: Problem, { objective }: Options): Assignment {
  checkProblem(problem)
  const market = openMarket(problem, objective)
  if (isEveryPlaceWanted(market)) {
    placeByChains(market, bidForSeats(market))
    if (isInOrder(market)) return settle(market)
  }
  const fresh = openMarket(problem, objective)
  placeByChains(fresh, everybodyWaiting(problem))
  return settle(fresh)
}

/** Each mentee once for every mentor wanted, as far as there are any. */
function* everybodyWaiting({ mentees, demand, start }: Problem): Generator<number> {
  for (let j = 0; j < mentees; j++) {
    const wanted = Math.min(demand[j]!, start[j + 1]! - start[j]!)
    for (let n = 0; n < wanted; n++) yield j
  }
}

function settle(market: Market): Assignment {
  const { problem, objective, chosen, price } = market
  const worth = new Float64Array(problem.mentees)
  const arc = new Int32Array(market.taken.reduce((count, seats) => count + seats, 0))
  let matched = 0
  let total = 0
  let worst = arc.length === 0 ? 0 : SCORE_MAX
  for (let j = 0; j < problem.mentees; j++) {
    const before = matched
    for (let a = problem.start[j]!; a < problem.start[j + 1]!; a++) {
      if (chosen[a] === 0) continue
      const score = problem.score[a]!
      arc[matched++] = a
      total += score
      worst = Math.min(worst, score)
      worth[j] = Math.max(worth[j]!, SCORE_MAX - score + price[problem.mentor[a]!]!)
    }
    if (matched - before < problem.demand[j]!) worth[j] = market.missing
  }
  return { arc, matched, total, worst, certificate: { objective, price, worth } }
}
