import type { Both } from '#domain/language.ts'
import { menteeOf } from './arcs.ts'
import type { Assignment } from './assign.ts'
import { assign } from './assign.ts'
import type { Problem } from './assignment-problem.ts'
import type { Regret, Regrets } from './regret.ts'

/** What a rule costs, found by running without it: the same people, with the pairs that it alone forbids. */
export interface RuleCost {
  /** How many pairs the rule alone forbids. */
  arcs: number
  /** How many more pairs would be made. */
  matched: number
  /** By how much the total would change, in micro-units; with more pairs it may even fall. */
  total: number
  /** By how much the worst pair would change, in micro-units. */
  worst: number
  /** Mentees, by their places in the problem, who would have a mentor more than now, or one less. */
  gaining: number[]
  losing: number[]
}

/**
 * The cost of a rule: what a dry run without it brings over the assignment that was made with it. Exact. Who gains is
 * read from one best assignment of perhaps several.
 * @param without the same mentors and mentees in the same order, with the pairs that only this rule forbids added
 * @throws RangeError where the people are not the same, or a pair that is possible with the rule is not without it
 */
export function costOfRule(without: Problem, problem: Problem, assignment: Assignment): RuleCost {
  const arcs = without.mentor.length - problem.mentor.length
  if (without.mentors !== problem.mentors || without.mentees !== problem.mentees || arcs < 0) {
    throw new RangeError('a run without a rule must be about the same people and have no pair less')
  }
  const nothing: RuleCost = { arcs, matched: 0, total: 0, worst: 0, gaining: [], losing: [] }
  if (arcs === 0) return nothing
  const free = assign(without, { objective: assignment.certificate.objective })
  const before = served(problem, assignment)
  const after = served(without, free)
  const people = Array.from({ length: problem.mentees }, (_, j) => j)
  return {
    arcs,
    matched: free.matched - assignment.matched,
    total: free.total - assignment.total,
    worst: free.worst - assignment.worst,
    gaining: people.filter((j) => after[j]! > before[j]!),
    losing: people.filter((j) => after[j]! < before[j]!),
  }
}

function served(problem: Problem, { arc }: Assignment): Int32Array {
  const count = new Int32Array(problem.mentees)
  for (const a of arc) count[menteeOf(problem, a)]! += 1
  return count
}

/** What a rule costs, for organisers. */
export function sayRuleCost({ arcs, matched, total }: Pick<RuleCost, 'arcs' | 'matched' | 'total'>): Both {
  if (arcs === 0) {
    return {
      fr: 'À elle seule, cette règle n’écarte aucun binôme.',
      en: 'By itself, this rule removes no pair.',
    }
  }
  const removed = {
    fr: `À elle seule, cette règle écarte ${count(arcs, 'fr', 'binôme possible', 'binômes possibles')}.`,
    en: `By itself, this rule removes ${count(arcs, 'en', 'possible pair', 'possible pairs')}.`,
  }
  const change = sayChange(matched, total)
  return change === null
    ? {
        fr: `${removed.fr} Sans elle, rien ne changerait.`,
        en: `${removed.en} Without it, nothing would change.`,
      }
    : { fr: `${removed.fr} Sans elle\u00a0: ${change.fr}.`, en: `${removed.en} Without it: ${change.en}.` }
}

/** What one more place with a mentor would bring, for organisers (shadow price of capacity; see `Regrets.ofPlace`). */
export function sayWorthOfPlace({ pairs, points }: Pick<Regret, 'pairs' | 'points'>): Both {
  const change = sayChange(pairs, points)
  return change === null
    ? {
        fr: 'Une place de plus ici ne changerait rien.',
        en: 'One more place here would change nothing.',
      }
    : { fr: `Une place de plus ici\u00a0: ${change.fr}.`, en: `One more place here: ${change.en}.` }
}

/** The worth of one more place with each mentor, the highest first; mentors with whom it would bring nothing are left out. */
export function rankPlaces(problem: Problem, regrets: Regrets): { mentor: number; worth: Regret }[] {
  const ranked: { mentor: number; worth: Regret }[] = []
  for (let mentor = 0; mentor < problem.mentors; mentor++) {
    const worth = regrets.ofPlace(mentor)
    if (worth.pairs !== 0 || worth.first !== 0 || worth.points !== 0) ranked.push({ mentor, worth })
  }
  return ranked.sort(
    ({ worth: one, mentor }, { worth: other, mentor: next }) =>
      other.pairs - one.pairs || other.first - one.first || other.points - one.points || mentor - next,
  )
}

/** Pairs and points gained or lost, in words; points are told as hundredths of a perfect pair. */
function sayChange(pairs: number, points: number): Both | null {
  const parts: Both[] = []
  if (pairs !== 0) {
    const n = Math.abs(pairs)
    const more = pairs > 0 ? 'de plus' : 'de moins'
    parts.push({
      fr: count(n, 'fr', `binôme ${more}`, `binômes ${more}`),
      en: pairs > 0 ? count(n, 'en', 'more pair', 'more pairs') : count(n, 'en', 'pair fewer', 'pairs fewer'),
    })
  }
  if (points !== 0) parts.push(sayPoints(points))
  if (parts.length === 0) return null
  return { fr: parts.map(({ fr }) => fr).join(', '), en: parts.map(({ en }) => en).join(', ') }
}

/** A change of the total in points, of which a perfect pair has 100. */
export function sayPoints(microUnits: number): Both {
  const sign = microUnits < 0 ? '−' : '+'
  const points = Math.abs(microUnits) / 10_000
  if (points < 0.1) {
    return {
      fr: `${sign === '+' ? 'un peu mieux' : 'un peu moins bien'} (moins de 0,1\u00a0point)`,
      en: `${sign === '+' ? 'slightly better' : 'slightly worse'} (less than 0.1 point)`,
    }
  }
  const tenths = Math.round(points * 10) / 10
  const text = (language: 'fr' | 'en') => tenths.toLocaleString(language, { maximumFractionDigits: 1 })
  return {
    fr: `${sign}${text('fr')}\u00a0point${tenths >= 2 ? 's' : ''} au total`,
    en: `${sign}${text('en')} point${tenths === 1 ? '' : 's'} in all`,
  }
}

function count(n: number, language: 'fr' | 'en', one: string, many: string): string {
  const space = language === 'fr' ? '\u00a0' : ' '
  return `${n.toLocaleString(language)}${space}${n === 1 ? one : many}`
}
