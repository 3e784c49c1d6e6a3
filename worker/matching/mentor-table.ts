import { RULES, type Rule, rankGapOf } from './eligible.ts'
import type { MatchRules } from './member.ts'
import { FACT, FACTS, type Side } from './pack-side.ts'
import { Numbers } from './topic-fit.ts'

/** Each rule is a bit, in the order of `RULES`: the lowest one that is set is the first obstacle. */
export const BIT = Object.fromEntries(RULES.map((rule, code) => [rule, 1 << code])) as Record<Rule, number>

/** What the rules ask of a mentor, as they lie in a row of `MentorTable.cells`: read from end to end for every mentee. */
export const CELL = {
  /** Bits of rules that forbid any pair of this mentor, and those that keep apart from the mentee of the moment. */
  bits: 0,
  /** Which languages, ways to meet and site, as one number: see `MentorTable.reaches`. */
  reach: 1,
  /** How far towards the right side of seniority, by rank and by time in the company; −1 where not known. */
  rank: 2,
  hired: 3,
  manages: 4,
} as const
export const CELLS = 5

/** By place of meeting, as in `PLACES`: on-site, remote, either. */
const WAYS = [2, 1, 3]

export interface MentorTable {
  cells: Int32Array
  standing: Int32Array
  /** By reach: first languages, ways, site, and a mentor who has it, in rows of 4. */
  reaches: Int32Array
  /** The distinct ranks and months of arrival of mentors, least favourable first. */
  ranks: Float64Array
  months: Float64Array
}

export function mentorTableOf(
  { count, facts, measures, moreLanguages, moreWords }: Side,
  rules: MatchRules,
): MentorTable {
  const [reaches, examples]: [Numbers, number[]] = [new Numbers(), []]
  // A junior mentor is on the right side by a low rank and a late arrival, a senior one by the contrary.
  const sign = signOf(rules)
  const ranks = distinct(measures, 0, -sign)
  const months = distinct(measures, 1, sign)
  const [rankCodes, monthCodes] = [codesOf(ranks), codesOf(months)]
  const cells = new Int32Array(count * CELLS)
  const standing = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const [at, fact] = [i * CELLS, i * FACTS]
    standing[i] = standingBits(facts[fact + FACT.status]!, facts[fact + FACT.places]!)
    cells[at + CELL.bits] = standing[i]!
    const more = moreLanguages.subarray(i * moreWords, (i + 1) * moreWords)
    const reach = `${facts[fact + FACT.language]} ${facts[fact + FACT.where]} ${facts[fact + FACT.site]} ${more}`
    cells[at + CELL.reach] = reaches.of(reach)
    if (4 * reaches.words.length > examples.length) {
      examples.push(
        facts[fact + FACT.language]!,
        waysOf(facts[fact + FACT.where]!),
        facts[fact + FACT.site]!,
        i,
      )
    }
    cells[at + CELL.rank] = rankCodes.get(measures[4 * i]!) ?? -1
    cells[at + CELL.hired] = monthCodes.get(measures[4 * i + 1]!) ?? -1
    cells[at + CELL.manages] = facts[fact + FACT.manages]!
  }
  return { cells, standing, reaches: Int32Array.from(examples), ranks, months }
}

export function waysOf(where: number): number {
  return WAYS[where]!
}

/** Bits of the rules that forbid any pair of a participant. */
export function standingBits(status: number, places: number): number {
  return [0, BIT.leaver, BIT.consent, BIT.leaver | BIT.consent][status]! | (places > 0 ? 0 : BIT.capacity)
}

/** 1 where the mentee is the senior, −1 where the mentor is. */
export function signOf({ senior }: MatchRules): number {
  return senior === 'mentor' ? -1 : 1
}

/**
 * From which rank on a mentor is on the right side of a mentee, by whether the senior manages somebody; and from which
 * month on. Found with the comparisons of `seniorityGround` themselves, on the few distinct values.
 */
export function seniorityBars(
  { ranks, months }: MentorTable,
  rules: MatchRules,
  rank: number,
  hired: number,
  bars: Int32Array,
): void {
  const sign = signOf(rules)
  for (let manages = 0; manages < 2; manages++) {
    const gap = rankGapOf(rules, manages === 1)
    bars[manages] = firstThat(ranks, (one) => sign * (rank - one) >= gap)
  }
  bars[2] = firstThat(months, (one) => sign * (one - hired) >= 12 * rules.experienceGapYears)
}

/** The first of values, of which those that suit come last. */
function firstThat(values: Float64Array, suits: (value: number) => boolean): number {
  let [from, to] = [0, values.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (suits(values[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}

function distinct(measures: Float64Array, which: number, sign: number): Float64Array {
  const values = new Set<number>()
  for (let n = which; n < measures.length; n += 4) if (!Number.isNaN(measures[n]!)) values.add(measures[n]!)
  return Float64Array.from(values).sort((a, b) => sign * (a - b))
}

function codesOf(values: Float64Array): Map<number, number> {
  return new Map(Array.from(values, (value, code) => [value, code]))
}
