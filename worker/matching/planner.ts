import { assign } from './assign.ts'
import type { Problem } from './assignment-problem.ts'
import { type Group, makeGroups } from './group-sessions.ts'

/** What a programme looks like, and how many mentees it is to serve. */
export interface PlanInput {
  /** The wishes of each mentee who was observed, the first wish first, as topics. */
  mentees: readonly (readonly string[])[]
  mentors: readonly { offers: readonly string[]; capacity: number }[]
  /** How many mentees with the same mix of wishes are to be served. */
  target: number
}

export interface Plan {
  target: number
  mentors: number
  /** How many mentees the mentors there are can take at once. */
  places: number
  /** How many have a mentor who offers something they want, however long they wait. */
  reachable: number
  /** How many the mentors there are serve at once. */
  served: number
  /** By wave: how many the mentors there are serve in it until all that are reachable are served. */
  waves: number[]
  /** New mentors by what they must offer, so that everybody is served at once, and the least number there could be. */
  newMentors: { topics: string[]; mentors: number }[]
  newMentorsAtLeast: number
  /** The capacity that a new mentor is taken to have: the middle one of those observed. */
  newCapacity: number
  /** Topics of those whom nobody can serve, with how many want each. */
  missingTopics: { topic: string; mentees: number }[]
  /** Group sessions with the mentors there are, each in the place of one mentee, and how many find no group. */
  groups: Group[]
  ungrouped: number
}

/** How well a wish is served by its rank; only the order counts here. */
const WISH_SCORES = [1_000_000, 700_000, 500_000]

/**
 * Plans a programme for more mentees than it has (F2, F5): waves with the mentors there are, the mentors that are
 * missing and what they should offer, or group sessions. A mentor suits who offers one of the topics wanted; nobody
 * is ever given more than their capacity.
 *
 * Exact: the mix of wishes kept to the nearest whole person (largest remainders), how many are served at once, how
 * many can be reached, and the least number of waves (the largest assignment with as many places a mentor as
 * there are waves). A good plan, not always the smallest: the new mentors (greedy cover, topic by topic; compare
 * `newMentorsAtLeast`) and the groups (greedy).
 * @throws RangeError where the target is not a whole number ≥ 0, or there are no wishes to go by
 */
export function planProgramme({ mentees, mentors, target }: PlanInput): Plan {
  if (!Number.isSafeInteger(target) || target < 0) throw new RangeError(`the target is ${target}`)
  if (target > 0 && mentees.length === 0) throw new RangeError('there are no wishes to go by')
  const wants = scaleWants(mentees, target)
  const problem = problemOf(wants, mentors)
  const once = assign(problem, { objective: 'coverage' })
  const inWaves = (waves: number) => {
    const capacity = problem.capacity.map((places) => Math.min(places * waves, target))
    return waves === 1 ? once : assign({ ...problem, capacity }, { objective: 'coverage' })
  }
  const reachable = countReachable(problem)
  const waves = reachable === 0 ? 0 : leastWaves(reachable, (count) => inWaves(count).matched)
  const all = waves === 0 ? once : inWaves(waves)
  const left = wants.filter((_, j) => !isServed(problem, once.arc, j))
  const newCapacity = Math.max(1, middle(mentors.map(({ capacity }) => capacity).filter((n) => n > 0)))
  const groups = makeGroups(wants, mentors)
  return {
    target,
    mentors: mentors.length,
    places: mentors.reduce((sum, { capacity }) => sum + capacity, 0),
    reachable,
    served: once.matched,
    waves: sizesOfWaves(problem, all.arc, waves),
    newMentors: coverWishes(
      left,
      newCapacity,
      Math.max(1, middle(mentors.map(({ offers }) => offers.length))),
    ),
    newMentorsAtLeast: Math.ceil(left.length / newCapacity),
    newCapacity,
    missingTopics: missingTopics(wants.filter((_, j) => problem.start[j] === problem.start[j + 1])),
    groups,
    ungrouped: target - groups.reduce((sum, { people }) => sum + people, 0),
  }
}

/** As many lists of wishes as the target, in the observed mix: largest remainders, then the more frequent, then by name. */
export function scaleWants(observed: readonly (readonly string[])[], target: number): (readonly string[])[] {
  const kinds = new Map<string, { wants: readonly string[]; seen: number }>()
  for (const wants of observed) {
    const name = JSON.stringify(wants)
    const kind = kinds.get(name)
    if (kind) kind.seen += 1
    else kinds.set(name, { wants, seen: 1 })
  }
  const shares = [...kinds].map(([name, { wants, seen }]) => {
    const exact = seen * target
    return { name, wants, seen, count: Math.floor(exact / observed.length), rest: exact % observed.length }
  })
  shares.sort(
    (one, other) => other.rest - one.rest || other.seen - one.seen || (one.name < other.name ? -1 : 1),
  )
  let missing = target - shares.reduce((sum, { count }) => sum + count, 0)
  for (const share of shares) if (missing-- > 0) share.count += 1
  shares.sort((one, other) => (one.name < other.name ? -1 : 1))
  return shares.flatMap(({ wants, count }) => Array.from({ length: count }, () => wants))
}

function problemOf(wants: readonly (readonly string[])[], mentors: PlanInput['mentors']): Problem {
  const offers = mentors.map((mentor) => new Set(mentor.offers))
  const rows = new Map<readonly string[], { mentor: number; score: number }[]>()
  const start = new Int32Array(wants.length + 1)
  const [mentor, score]: [number[], number[]] = [[], []]
  wants.forEach((wishes, j) => {
    let row = rows.get(wishes)
    if (!row) {
      row = offers.flatMap((offered, i) => {
        const rank = wishes.findIndex((topic) => offered.has(topic))
        return rank < 0 ? [] : [{ mentor: i, score: WISH_SCORES[rank] ?? 300_000 }]
      })
      rows.set(wishes, row)
    }
    for (const arc of row) {
      mentor.push(arc.mentor)
      score.push(arc.score)
    }
    start[j + 1] = mentor.length
  })
  return {
    mentors: mentors.length,
    mentees: wants.length,
    capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    demand: new Int32Array(wants.length).fill(1),
    start,
    mentor: Int32Array.from(mentor),
    score: Int32Array.from(score),
  }
}

/** A mentee is reachable where somebody who suits has any place at all. */
function countReachable({ mentees, start, mentor, capacity }: Problem): number {
  let reachable = 0
  for (let j = 0; j < mentees; j++) {
    if (mentor.subarray(start[j], start[j + 1]).some((i) => capacity[i]! > 0)) reachable += 1
  }
  return reachable
}

/** More waves never serve fewer, so halving finds the least number. */
function leastWaves(reachable: number, servedIn: (waves: number) => number): number {
  let [tooFew, enough] = [0, 1]
  while (servedIn(enough) < reachable) [tooFew, enough] = [enough, enough * 2]
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    if (servedIn(middle) < reachable) tooFew = middle
    else enough = middle
  }
  return enough
}

function sizesOfWaves({ mentors, mentor, capacity }: Problem, arcs: Int32Array, waves: number): number[] {
  const taken = new Int32Array(mentors)
  const sizes = new Array<number>(waves).fill(0)
  for (const a of arcs) {
    const i = mentor[a]!
    sizes[Math.floor(taken[i]!++ / capacity[i]!)]! += 1
  }
  return sizes
}

function isServed({ start }: Problem, arcs: Int32Array, j: number): boolean {
  let [low, high] = [0, arcs.length]
  while (low < high) {
    const at = (low + high) >> 1
    if (arcs[at]! < start[j]!) low = at + 1
    else high = at
  }
  return low < arcs.length && arcs[low]! < start[j + 1]!
}

/** Covers the wishes of everybody with new mentors: each offers what most of those still without want. */
function coverWishes(
  wants: readonly (readonly string[])[],
  capacity: number,
  topicsMax: number,
): Plan['newMentors'] {
  let left = wants.filter((wishes) => wishes.length > 0)
  const made = new Map<string, { topics: string[]; mentors: number }>()
  while (left.length > 0) {
    const topics: string[] = []
    let taken: (readonly string[])[] = []
    while (topics.length < topicsMax && taken.length < capacity) {
      const others = left.filter((wishes) => !wishes.some((topic) => topics.includes(topic)))
      if (others.length === 0) break
      const next = mostWanted(others)
      topics.push(next)
      const more = others.filter((wishes) => wishes.includes(next))
      more.sort((one, other) => one.indexOf(next) - other.indexOf(next))
      taken = [...taken, ...more.slice(0, capacity - taken.length)]
    }
    const gone = new Map<readonly string[], number>()
    for (const wishes of taken) gone.set(wishes, (gone.get(wishes) ?? 0) + 1)
    left = left.filter((wishes) => {
      const count = gone.get(wishes) ?? 0
      if (count > 0) gone.set(wishes, count - 1)
      return count === 0
    })
    const kind = made.get(topics.join('\n'))
    if (kind) kind.mentors += 1
    else made.set(topics.join('\n'), { topics, mentors: 1 })
  }
  return [...made.values()].sort((one, other) => other.mentors - one.mentors)
}

function mostWanted(wants: readonly (readonly string[])[]): string {
  const [most] = missingTopics(wants)
  return most!.topic
}

/** How many of these people want each topic, the most wanted first. */
function missingTopics(wants: readonly (readonly string[])[]): Plan['missingTopics'] {
  const counts = new Map<string, number>()
  for (const wishes of wants)
    for (const topic of new Set(wishes)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .map(([topic, mentees]) => ({ topic, mentees }))
    .sort((one, other) => other.mentees - one.mentees || (one.topic < other.topic ? -1 : 1))
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
