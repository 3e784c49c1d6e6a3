import type { Admissible, Prospects } from './admissible.ts'
import { menteeOf } from './arcs.ts'
import type { Problem } from './assignment-problem.ts'
import type { Cohort, Profile } from './cohort.ts'
import { RULES, type Rule } from './eligible.ts'
import type { Member } from './member.ts'

/**
 * no-candidate: the rules leave nobody · places-taken: some suit, all their places went to other pairs of this run ·
 * full: some would suit but have no place left since before, or a mentor’s hours leave no room for a session ·
 * no-mentee-left: every mentee who suits has a mentor (P20) · consent: the person’s own agreement is awaited (P31).
 */
export const WAITING_REASONS = ['no-candidate', 'places-taken', 'full', 'no-mentee-left', 'consent'] as const
export type WaitingReason = (typeof WAITING_REASONS)[number]

/** Somebody without a pair after a run, by participant id, and the counts that the words are made from. */
export interface Waiting {
  participant: string
  reason: WaitingReason
  /**
   * `asked`: everybody on the other side · `suited`: those whom only a lack of places keeps away · `places` and
   * `holders`: how many places those who suit have, and how many people hold them · by rule, how many it removed
   * first · `only:` a rule, how many that rule alone removes · `together:` a rule, where none does so alone: one of
   * the fewest rules that together remove somebody, and how many these remove.
   */
  facts: Record<string, number>
}

/** What listWaiting may be told besides, so that its reasons can be checked by running again. */
export interface Knowledge {
  /** All rules that forbid a pair, by the places of the two in the cohort; asked only for those with no candidate. */
  obstaclesOf?: (mentor: number, mentee: number) => readonly Rule[]
  /** What was solved, people in the cohort’s order, and the chosen arcs: who took the places. */
  problem?: Problem
  arc?: Int32Array
}

/** Everybody who is still there, has no pair and got none in this run; `paired` are the participants who did. */
export function listWaiting(
  cohort: Cohort,
  { mentors, mentees }: Pick<Admissible, 'mentors' | 'mentees'>,
  paired: ReadonlySet<string>,
  knowledge: Knowledge = {},
): Waiting[] {
  const isWaiting = ({ member }: Profile) =>
    member.active && member.placesTaken === 0 && !paired.has(member.id)
  const { obstaclesOf, problem, arc } = knowledge
  const holders = problem && arc ? holdersOf(problem, arc) : null
  const ofMentee = (mentee: Profile, j: number): Waiting => {
    const waiting = waitingOf(mentee, mentees[j]!)
    if (waiting.reason === 'places-taken' && holders) Object.assign(waiting.facts, holders(j))
    if (waiting.reason !== 'no-candidate' || !obstaclesOf) return waiting
    return withHindrance(waiting, hindranceOf(cohort.mentors.map((_, i) => obstaclesOf(i, j))))
  }
  const ofMentor = (mentor: Profile, i: number): Waiting => {
    const waiting = waitingOf(mentor, mentors[i]!)
    if (waiting.reason !== 'no-candidate' || !obstaclesOf) return waiting
    return withHindrance(waiting, hindranceOf(cohort.mentees.map((_, j) => obstaclesOf(i, j))))
  }
  return [
    ...cohort.mentees.flatMap((mentee, j) => (isWaiting(mentee) ? [ofMentee(mentee, j)] : [])),
    ...cohort.mentors.flatMap((mentor, i) => (isWaiting(mentor) ? [ofMentor(mentor, i)] : [])),
  ]
}

/** What a reason is found from: a participant as matching sees one. */
export type Seeker = Pick<Profile, 'places'> & { member: Pick<Member, 'id' | 'role' | 'consents'> }

/** Why somebody has no pair, as far as the rules that were asked first tell. */
export function waitingOf({ member, places }: Seeker, { partners, removed }: Prospects): Waiting {
  const suited = partners + removed.capacity
  const asked = RULES.reduce((sum, rule) => sum + removed[rule], partners) - removed['same-person']
  const participant = member.id
  if (!member.consents) return { participant, reason: 'consent', facts: {} }
  if (places === 0) return { participant, reason: 'full', facts: { suited: 0 } }
  if (suited === 0) return { participant, reason: 'no-candidate', facts: { asked, ...counted(removed) } }
  if (member.role === 'mentor') return { participant, reason: 'no-mentee-left', facts: { suited } }
  return partners === 0
    ? { participant, reason: 'full', facts: { suited } }
    : { participant, reason: 'places-taken', facts: { suited: partners } }
}

function counted(removed: Record<Rule, number>): Partial<Record<Rule, number>> {
  return Object.fromEntries(
    Object.entries(removed).filter(([rule, count]) => count > 0 && rule !== 'same-person'),
  )
}

/** What keeps somebody from having any candidate. */
export interface Hindrance {
  /** How many each rule alone removes: without that rule these would be candidates. */
  only: Partial<Record<Rule, number>>
  /** Where no rule does so alone: the fewest rules that together remove somebody, and how many just these remove. */
  together: { rules: readonly Rule[]; count: number } | null
}

/**
 * Works out from all obstacles of each pair of one person which rules, alone or together, really stand in the way, so
 * that a run without them gives the person a candidate. A pair with oneself does not count.
 */
export function hindranceOf(pairs: Iterable<readonly Rule[]>): Hindrance {
  const sets = new Map<string, { rules: readonly Rule[]; count: number }>()
  for (const rules of pairs) {
    const name = rules.join()
    const set = sets.get(name)
    if (set) set.count += 1
    else sets.set(name, { rules, count: 1 })
  }
  return hindranceAmong(sets.values())
}

/** The same, from distinct sets of rules and how many pairs each forbids. */
export function hindranceAmong(sets: Iterable<{ rules: readonly Rule[]; count: number }>): Hindrance {
  const only: Hindrance['only'] = {}
  const others: { rules: readonly Rule[]; count: number }[] = []
  for (const set of sets) {
    if (set.rules.length === 0 || set.rules.includes('same-person')) continue
    if (set.rules.length === 1) only[set.rules[0]!] = set.count
    else others.push(set)
  }
  if (Object.keys(only).length > 0) return { only, together: null }
  const together = others.sort(
    (one, other) =>
      one.rules.length - other.rules.length || other.count - one.count || rank(one) - rank(other),
  )
  return { only, together: together[0] ?? null }
}

/** Puts sets of rules in the order in which the rules are asked. */
function rank({ rules }: { rules: readonly Rule[] }): number {
  return rules.reduce((sum, rule) => sum * RULES.length + RULES.indexOf(rule), 0)
}

/** The same reason, with what really stands in the way. */
export function withHindrance(waiting: Waiting, { only, together }: Hindrance): Waiting {
  const facts = { ...waiting.facts }
  for (const [rule, count] of Object.entries(only)) facts[`only:${rule}`] = count
  for (const rule of together?.rules ?? []) facts[`together:${rule}`] = together!.count
  return { ...waiting, facts }
}

/** How many places those who suit a mentee have, and how many people hold them. */
export function holdersOf(
  problem: Problem,
  arcs: Int32Array,
): (mentee: number) => { places: number; holders: number } {
  const sitters: number[][] = Array.from({ length: problem.mentors }, () => [])
  for (const a of arcs) sitters[problem.mentor[a]!]!.push(menteeOf(problem, a))
  return (mentee) => {
    const holders = new Set<number>()
    let places = 0
    for (let a = problem.start[mentee]!; a < problem.start[mentee + 1]!; a++) {
      places += problem.capacity[problem.mentor[a]!]!
      for (const j of sitters[problem.mentor[a]!]!) holders.add(j)
    }
    return { places, holders: holders.size }
  }
}
