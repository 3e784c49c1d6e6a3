import type { ScoredTopics, Scoring } from '#domain/criterion.ts'
import { familyDistance } from '#domain/job-family.ts'
import { above, type Hierarchy } from '#domain/reporting-line.ts'
import { inImpartialOrder } from './impartial-order.ts'
import { learningPreference, teachingManner } from './learning-fit.ts'
import { type Slots, slotsOf, type Whereabouts } from './meeting-fit.ts'
import { type MatchInput, type MatchRules, type Member, peopleOfKey } from './member.ts'
import { type Shares, sharesOf } from './shares.ts'
import { type KnownOffer, type KnownWant, knowTopic, Numbers, skillOf } from './topic-fit.ts'

/** A member with everything worked out that does not depend on the partner. */
export interface Profile extends Whereabouts {
  member: Member
  person: string
  /** How many more partners: the capacity that is left. */
  places: number
  /** Everybody in the cohort who is above, at any depth, dotted lines included. */
  above: ReadonlySet<string>
  /** The mentees (by person) from whom something of before keeps a mentor apart. */
  past: ReadonlySet<string>
  /** The mentees (by person) that an organiser ruled out for a mentor. */
  banned: ReadonlySet<string>
  /** Languages as bits, 32 to a word. */
  languages: Int32Array
  slots: Slots | null
  /** -1 where it is not known. */
  family: number
  offers: KnownOffer[]
  wants: KnownWant[]
  /** What this side of the pair hopes for: IM for the senior, IR for the junior. */
  hopes: string[]
  preference: number | null
  manner: number | null
}

/** The people of a run, in impartial order, with the rules and weights that apply to them. */
export interface Cohort {
  mentors: Profile[]
  mentees: Profile[]
  rules: MatchRules
  scoring: Scoring
  shares: Shares
  hierarchy: Hierarchy
  /** Pairs kept apart by what was before, and by organisers. */
  past: ReadonlySet<string>
  banned: ReadonlySet<string>
  /** How far the job families of two people are, 0…1; an unknown one is far. */
  distanceOf(one: Profile, other: Profile): number
}

const NOBODY: ReadonlySet<string> = new Set()

/** Works out once per person what every pair will ask for. */
export function prepareCohort(input: Omit<MatchInput, 'wishes' | 'objective'>): Cohort {
  const numbers = { languages: new Numbers(), topics: new Numbers(), families: new Numbers() }
  const [past, banned] = [menteesByMentor(input.past), menteesByMentor(input.banned)]
  const people = new Set([...input.mentors, ...input.mentees].map(({ person }) => person))
  const profileOf = (member: Member): Profile => ({
    member,
    person: member.person,
    places: placesOf(member),
    above: among(people, above(input.hierarchy, member.person)),
    past: past.get(member.person) ?? NOBODY,
    banned: banned.get(member.person) ?? NOBODY,
    site: member.site,
    family: member.jobFamily === null ? -1 : numbers.families.of(member.jobFamily),
    ...profileOfAnswers(
      member,
      (input.rules.senior ?? 'mentee') === member.role,
      numbers,
      input.scoring.topics,
    ),
  })
  const mentors = inImpartialOrder(input.mentors).map(profileOf)
  const mentees = inImpartialOrder(input.mentees).map(profileOf)
  return {
    mentors,
    mentees,
    rules: input.rules,
    scoring: input.scoring,
    shares: sharesOf(input.scoring.weights),
    hierarchy: input.hierarchy,
    past: input.past,
    banned: input.banned,
    distanceOf: distancesOf(numbers.families.words),
  }
}

function among(people: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> {
  const those = [...some].filter((person) => people.has(person))
  return those.length === 0 ? NOBODY : new Set(those)
}

/** How many more partners somebody can have. */
export function placesOf({ capacity, placesTaken }: Pick<Member, 'capacity' | 'placesTaken'>): number {
  return Math.max(0, capacity - placesTaken)
}

function profileOfAnswers(
  { answers }: Member,
  isSenior: boolean,
  numbers: { languages: Numbers; topics: Numbers },
  changed: ScoredTopics | undefined,
) {
  return {
    where: answers.G6?.where ?? 'either',
    languages: bitsOf((answers.G2 ?? []).map((language) => numbers.languages.of(language))),
    slots: slotsOf(answers.G6),
    offers: (answers.OFFERS ?? []).map((offer) => ({
      ...knowTopic(offer, numbers.topics, changed),
      skill: skillOf(offer),
    })),
    wants: (answers.WANTS ?? []).map((want) => knowTopic(want, numbers.topics, changed)),
    hopes: (isSenior ? answers.IM : answers.IR) ?? [],
    preference: learningPreference(answers),
    manner: teachingManner(answers),
  }
}

function bitsOf(numbers: number[]): Int32Array {
  const bits = new Int32Array((Math.max(-1, ...numbers) >> 5) + 1)
  for (const number of numbers) bits[number >> 5]! |= 1 << (number & 31)
  return bits
}

function menteesByMentor(keys: ReadonlySet<string>): Map<string, Set<string>> {
  const byMentor = new Map<string, Set<string>>()
  for (const key of keys) {
    const { mentor, mentee } = peopleOfKey(key)
    const mentees = byMentor.get(mentor)
    if (mentees) mentees.add(mentee)
    else byMentor.set(mentor, new Set([mentee]))
  }
  return byMentor
}

function distancesOf(families: string[]): Cohort['distanceOf'] {
  const distance = families.map((one) => families.map((other) => familyDistance(one, other)))
  return (one, other) => distance[one.family]?.[other.family] ?? familyDistance(null, null)
}
