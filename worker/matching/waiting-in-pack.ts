import type { Role } from '#domain/participant.ts'
import { RULES, type Rule } from './eligible.ts'
import { Kernel } from './kernel.ts'
import { type PackedMatch, problemOf } from './match.ts'
import type { Pack } from './pack.ts'
import { FACT, FACTS, type Side } from './pack-side.ts'
import { PARTNER, prospectsOf } from './tally.ts'
import {
  type Hindrance,
  hindranceAmong,
  holdersOf,
  type Waiting,
  waitingOf,
  withHindrance,
} from './waiting.ts'

/** So many pairs at most are looked at again to tell every rule that stands in the way, and not only the first. */
const PAIRS_MAX = 20_000_000

const CAPACITY = RULES.indexOf('capacity')

/**
 * What `listWaiting` lists, one person at a time, from packed people. Who has no candidate is told every rule that
 * stands in the way as far as `PAIRS_MAX` reaches; from there on, how many others each rule removed first.
 */
export function* waitingInPack(match: PackedMatch, pairsMax = PAIRS_MAX): Generator<Waiting> {
  const { pack, candidates, best } = match
  const { tally, areAll } = candidates
  const waiting = waitingRows(match)
  const stuck = {
    mentors: waiting.mentors.filter((row) => isStuck(pack.mentors, tally.mentors, row)),
    mentees: waiting.mentees.filter((row) => isStuck(pack.mentees, tally.mentees, row)),
  }
  const hindrances = hindrancesOf(pack, stuck, pairsMax)
  const holders = areAll ? holdersOf(problemOf(pack, best.rows), best.choice.arc) : null
  const reasonOf = (role: Role, side: Side, table: Int32Array, row: number) =>
    waitingOf(
      {
        member: { id: side.ids[row]!, role, consents: (statusOf(side, row) & 2) === 0 },
        places: side.places[row]!,
      },
      prospectsOf(table, tally.columns, row, pack.settings.rules.own),
    )
  for (const row of waiting.mentees) {
    const reason = reasonOf('mentee', pack.mentees, tally.mentees, row)
    if (reason.reason === 'places-taken' && holders) Object.assign(reason.facts, holders(row))
    yield explained(reason, hindrances.mentees.get(row))
  }
  for (const row of waiting.mentors) {
    yield explained(reasonOf('mentor', pack.mentors, tally.mentors, row), hindrances.mentors.get(row))
  }
}

function explained(waiting: Waiting, hindrance: Hindrance | undefined): Waiting {
  return hindrance ? withHindrance(waiting, hindrance) : waiting
}

/** The rows of everybody who is still there, has no pair and got none. */
function waitingRows({ pack, best: { rows, choice } }: PackedMatch) {
  const isPaired = {
    mentors: new Uint8Array(pack.mentors.count),
    mentees: new Uint8Array(pack.mentees.count),
  }
  let j = 0
  for (const a of choice.arc) {
    while (a >= rows.start[j + 1]!) j++
    isPaired.mentors[rows.mentor[a]!] = 1
    isPaired.mentees[j] = 1
  }
  const waiting = (side: Side, paired: Uint8Array) =>
    Array.from({ length: side.count }, (_, row) => row).filter(
      (row) => paired[row] === 0 && side.placesTaken[row] === 0 && (statusOf(side, row) & 1) === 0,
    )
  return {
    mentors: waiting(pack.mentors, isPaired.mentors),
    mentees: waiting(pack.mentees, isPaired.mentees),
  }
}

function statusOf({ facts }: Side, row: number): number {
  return facts[row * FACTS + FACT.status]!
}

/** Whether the rules leave somebody who takes part nobody at all. */
function isStuck(side: Side, table: Int32Array, row: number): boolean {
  const suited = table[PARTNER * side.count + row]! + table[CAPACITY * side.count + row]!
  return suited === 0 && statusOf(side, row) === 0 && side.places[row]! > 0
}

type Rows = Record<'mentors' | 'mentees', number[]>

/** What keeps people from any candidate, by row, worked out from all obstacles of each of their pairs. */
function hindrancesOf(pack: Pack, stuck: Rows, pairsMax: number) {
  const hindrances = { mentors: new Map<number, Hindrance>(), mentees: new Map<number, Hindrance>() }
  if (stuck.mentors.length + stuck.mentees.length === 0) return hindrances
  const kernel = new Kernel(pack)
  const everybody = Int32Array.from({ length: pack.mentors.count }, (_, i) => i)
  const mentees = stuck.mentees.slice(0, Math.floor(pairsMax / Math.max(1, pack.mentors.count)))
  for (const j of mentees) {
    const counts: Counts = new Map()
    for (const bits of kernel.obstaclesOf(j, everybody)) count(counts, bits)
    hindrances.mentees.set(j, hindranceIn(counts))
  }
  const left = pairsMax - mentees.length * pack.mentors.count
  const mentors = stuck.mentors.slice(0, Math.floor(left / Math.max(1, pack.mentees.count)))
  if (mentors.length === 0) return hindrances
  const [rows, all] = [Int32Array.from(mentors), mentors.map((): Counts => new Map())]
  for (let j = 0; j < pack.mentees.count; j++) {
    const obstacles = kernel.obstaclesOf(j, rows)
    for (let n = 0; n < rows.length; n++) count(all[n]!, obstacles[n]!)
  }
  for (const [n, i] of mentors.entries()) hindrances.mentors.set(i, hindranceIn(all[n]!))
  return hindrances
}

/** How many pairs of somebody each set of rules, as bits, forbids. */
type Counts = Map<number, number>

function count(counts: Counts, bits: number): void {
  counts.set(bits, (counts.get(bits) ?? 0) + 1)
}

function hindranceIn(counts: Counts): Hindrance {
  return hindranceAmong([...counts].map(([bits, pairs]) => ({ rules: rulesIn(bits), count: pairs })))
}

function rulesIn(bits: number): Rule[] {
  return RULES.filter((_, code) => ((bits >> code) & 1) === 1)
}
