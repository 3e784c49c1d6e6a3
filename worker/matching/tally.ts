import type { PairingRule } from '#domain/pairing-rule.ts'
import { RULES, type Rule } from './eligible.ts'

/** What the rules left of everybody on the other side: how many partners, and how many each rule removed first. */
export interface Prospects {
  partners: number
  removed: Record<Rule, number>
  /** Of those that `own` removed, how many by each of the organiser’s rules, by name. */
  own: Record<string, number>
}

/**
 * Prospects of everybody in two tables, one column after the other: the rules, partners, the own rules. A column has an
 * entry per participant of the side.
 */
export interface Tally {
  columns: number
  mentors: Int32Array
  mentees: Int32Array
}

/** The column of those whom no rule removes. */
export const PARTNER = RULES.length

export function openTally(mentors: number, mentees: number, own: number): Tally {
  const columns = PARTNER + 1 + own
  return { columns, mentors: new Int32Array(columns * mentors), mentees: new Int32Array(columns * mentees) }
}

/** The prospects of one participant, from the table of their side. */
export function prospectsOf(
  table: Int32Array,
  columns: number,
  row: number,
  own: readonly PairingRule[],
): Prospects {
  const count = table.length / columns
  const at = (column: number) => table[column * count + row]!
  return {
    partners: at(PARTNER),
    removed: Object.fromEntries(RULES.map((rule, code) => [rule, at(code)])) as Record<Rule, number>,
    own: Object.fromEntries(own.map(({ name }, k) => [name, at(PARTNER + 1 + k)])),
  }
}
