import { rowsByMentor } from './arcs.ts'
import type { Assignment } from './assign.ts'
import { type Problem, SCORE_MAX } from './assignment-problem.ts'
import { NearestFirst } from './nearest-first.ts'

/** Up to so many mentors all distances are worked out at once; beyond, one search per question. */
const FEW_MENTORS = 600

/**
 * What a change of the assignment costs: how many more stay missing, how many of these are served first, and what the
 * arcs cost more.
 */
export interface Cost {
  missing: number
  first: number
  cost: number
}

export const UNREACHABLE: Cost = { missing: 0, first: 0, cost: Number.POSITIVE_INFINITY }

/**
 * Least costs of moving one place from a mentor to another. `outside` stands for free places and for mentees who stay
 * without: a move to it leaves somebody without or takes a free place, a move from it gives a place to somebody who
 * waits or makes one free.
 */
export interface Distances {
  outside: number
  between(from: number, to: number): Cost
  /** A cost as one number, to compare with others. */
  weigh(cost: Cost): number
}

/**
 * The residual graph of an optimal assignment, on mentors only (matching.md §1, column graph): a move from one mentor
 * to another is the cheapest change by which somebody who sits at the one sits at the other instead. An arc costs
 * scoreMax − score; who stays missing costs as much as the certificate says, twice that where served first. Few
 * mentors: Floyd and Warshall, all at once. Many: Dijkstra on the costs that the certificate keeps from being negative.
 */
export function distancesOf(problem: Problem, assignment: Assignment): Distances {
  const graph = openGraph(problem, assignment)
  const between =
    problem.mentors <= FEW_MENTORS ? allDistances(problem, graph) : eachDistance(problem, graph, assignment)
  return {
    outside: problem.mentors,
    between,
    weigh: ({ missing, first, cost }) => cost + (missing + first) * graph.ample,
  }
}

interface Graph {
  /** Chosen arcs in rows by mentor, and their mentees. */
  start: Int32Array
  seat: Int32Array
  sitter: Int32Array
  chosen: Uint8Array
  /** Mentees who want one more than they have. */
  waiting: number[]
  /** What a missing mentor costs by the certificate, and an amount that is enough with a place more, too. */
  missing: number
  ample: number
}

/** A mentee who is left without or who comes in: how many more are missing (1 or -1), and what that costs. */
type Visit = (to: number, cost: number, missing: number, first: number) => void

function openGraph(problem: Problem, assignment: Assignment): Graph {
  const { arc } = assignment
  const { start, arc: seat } = rowsByMentor(problem, arc)
  const chosen = new Uint8Array(problem.mentor.length)
  for (const a of arc) chosen[a] = 1
  const wanted = Int32Array.from(problem.demand)
  const menteeOfArc = new Map<number, number>()
  let j = 0
  for (const a of arc) {
    while (a >= problem.start[j + 1]!) j++
    menteeOfArc.set(a, j)
    wanted[j]! -= 1
  }
  const waiting: number[] = []
  wanted.forEach((left, mentee) => {
    if (left > 0 && problem.start[mentee + 1]! > problem.start[mentee]!) waiting.push(mentee)
  })
  const missing = missingCost(problem, assignment, waiting[0])
  const ample =
    assignment.certificate.objective === 'quality' ? missing : Math.max(missing, ampleCost(problem))
  return { start, seat, sitter: seat.map((a) => menteeOfArc.get(a)!), chosen, waiting, missing, ample }
}

/** What a missing mentor costs: as the certificate says, wherever one is missing. */
function missingCost(problem: Problem, { certificate }: Assignment, waiting: number | undefined): number {
  const { objective, worth } = certificate
  if (objective === 'quality') return problem.scoreMax ?? SCORE_MAX
  if (waiting !== undefined) return worth[waiting]! / (1 + isFirst(problem, waiting))
  return worth.reduce((highest, each) => Math.max(highest, each), ampleCost(problem))
}

/** More than the arcs of any assignment cost, whatever the capacities. */
function ampleCost({ demand, mentor, scoreMax = SCORE_MAX }: Problem): number {
  const wanted = demand.reduce((sum, n) => sum + n, 0)
  return scoreMax * (Math.min(wanted, mentor.length) + 1) + 1
}

/** Calls `visit` with every move out of a node, where a missing mentor costs `missing`. */
function eachMove(problem: Problem, graph: Graph, from: number, missing: number, visit: Visit): void {
  const { mentors, capacity, score, scoreMax = SCORE_MAX } = problem
  const { start, seat, sitter, waiting } = graph
  if (from === mentors) {
    for (let i = 0; i < mentors; i++) if (start[i + 1]! > start[i]!) visit(i, 0, 0, 0)
    for (const j of waiting) {
      const first = isFirst(problem, j)
      seatElsewhere(problem, graph, j, -missing * (1 + first), -1, -first, visit)
    }
    return
  }
  if (start[from + 1]! - start[from]! < capacity[from]!) visit(mentors, 0, 0, 0)
  for (let s = start[from]!; s < start[from + 1]!; s++) {
    const j = sitter[s]!
    const first = isFirst(problem, j)
    const leaving = score[seat[s]!]! - scoreMax
    visit(mentors, leaving + missing * (1 + first), 1, first)
    seatElsewhere(problem, graph, j, leaving, 0, 0, visit)
  }
}

function seatElsewhere(
  { start, mentor, score, scoreMax = SCORE_MAX }: Problem,
  { chosen }: Graph,
  j: number,
  cost: number,
  missing: number,
  first: number,
  visit: Visit,
): void {
  for (let a = start[j]!; a < start[j + 1]!; a++) {
    if (chosen[a] === 0) visit(mentor[a]!, cost + scoreMax - score[a]!, missing, first)
  }
}

function isFirst({ first }: Problem, j: number): number {
  return first?.[j] ?? 0
}

/** Floyd and Warshall over mentors and the outside. */
function allDistances(problem: Problem, graph: Graph): Distances['between'] {
  const nodes = problem.mentors + 1
  const length = new Float64Array(nodes * nodes).fill(Number.POSITIVE_INFINITY)
  const missing = new Int8Array(nodes * nodes)
  const first = new Int8Array(nodes * nodes)
  const improve = (at: number, cost: number, more: number, moreFirst: number) => {
    length[at] = cost
    missing[at] = more
    first[at] = moreFirst
  }
  for (let from = 0; from < nodes; from++) {
    eachMove(problem, graph, from, graph.ample, (to, cost, more, moreFirst) => {
      if (cost < length[from * nodes + to]!) improve(from * nodes + to, cost, more, moreFirst)
    })
    improve(from * nodes + from, 0, 0, 0)
  }
  for (let by = 0; by < nodes; by++) {
    for (let from = 0; from < nodes; from++) {
      const head = from * nodes + by
      if (length[head] === Number.POSITIVE_INFINITY || from === by) continue
      for (let to = 0; to < nodes; to++) {
        const tail = by * nodes + to
        const cost = length[head]! + length[tail]!
        if (cost >= length[from * nodes + to]!) continue
        improve(from * nodes + to, cost, missing[head]! + missing[tail]!, first[head]! + first[tail]!)
      }
    }
  }
  return (from, to) => {
    const at = from * nodes + to
    return unweigh(length[at]!, missing[at]!, first[at]!, graph.ample)
  }
}

/**
 * Dijkstra from one node, remembered until another is asked for, and searched no further than asked. No search comes
 * back to where it starts, so that from the outside a missing mentor may cost more than in the certificate.
 */
function eachDistance(problem: Problem, graph: Graph, { certificate }: Assignment): Distances['between'] {
  const nodes = problem.mentors + 1
  const priceOf = (node: number) => certificate.price[node] ?? 0
  const length = new Float64Array(nodes)
  const missing = new Int32Array(nodes)
  const first = new Int32Array(nodes)
  const isSettled = new Uint8Array(nodes)
  let queue = new NearestFirst(length)
  let source = -1
  const missingFrom = (node: number) => (node === problem.mentors ? graph.ample : graph.missing)
  const settle = (node: number, cost: number) => {
    isSettled[node] = 1
    eachMove(problem, graph, node, cost, (to, move, more, moreFirst) => {
      const next = length[node]! + move - priceOf(node) + priceOf(to)
      if (isSettled[to] === 1 || next >= length[to]!) return
      length[to] = next
      missing[to] = missing[node]! + more
      first[to] = first[node]! + moreFirst
      queue.put(to)
    })
  }
  const searchFrom = (node: number) => {
    source = node
    length.fill(Number.POSITIVE_INFINITY)
    isSettled.fill(0)
    queue = new NearestFirst(length)
    length[node] = missing[node] = first[node] = 0
    settle(node, missingFrom(node))
  }
  return (from, to) => {
    if (from !== source) searchFrom(from)
    while (isSettled[to] === 0 && queue.size > 0) settle(queue.take(), graph.missing)
    return unweigh(length[to]! + priceOf(from) - priceOf(to), missing[to]!, first[to]!, missingFrom(from))
  }
}

/** Takes what the missing cost out of a length. */
function unweigh(length: number, missing: number, first: number, each: number): Cost {
  return length === Number.POSITIVE_INFINITY
    ? UNREACHABLE
    : { missing, first, cost: length - (missing + first) * each }
}
