import type { Scoring } from '#domain/criterion.ts'
import { familyDistance } from '#domain/job-family.ts'
import { above } from '#domain/reporting-line.ts'
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
  /** How many more partners: capacity left for a mentor; 1 for a mentee without a pair, else 0. */
  places: number
  /** Everybody in the cohort who is above, at any depth, dotted lines included. */
  above: ReadonlySet<string>
  /** The mentees (by person) that a mentor has already been proposed to. */
  past: ReadonlySet<string>
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
  /** How far the job families of two people are, 0…1; an unknown one is far. */
  distanceOf(one: Profile, other: Profile): number
}

const NOBODY: ReadonlySet<string> = new Set()

/** Works out once per person what every pair will ask for. */
export function prepareCohort(input: MatchInput): Cohort {
  const numbers = { languages: new Numbers(), topics: new Numbers(), families: new Numbers() }
  const past = pastOf(input.past)
  const people = new Set([...input.mentors, ...input.mentees].map(({ person }) => person))
  const profileOf = (member: Member): Profile => ({
    member,
    person: member.person,
    places: placesOf(member),
    above: among(people, above(input.hierarchy, member.person)),
    past: past.get(member.person) ?? NOBODY,
    site: member.site,
    family: member.jobFamily === null ? -1 : numbers.families.of(member.jobFamily),
    ...profileOfAnswers(member, (input.rules.senior ?? 'mentee') === member.role, numbers),
  })
  const mentors = inImpartialOrder(input.mentors).map(profileOf)
  const mentees = inImpartialOrder(input.mentees).map(profileOf)
  return {
    mentors,
    mentees,
    rules: input.rules,
    scoring: input.scoring,
    shares: sharesOf(input.scoring.weights),
    distanceOf: distancesOf(numbers.families.words),
  }
}

function among(people: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> {
  const those = [...some].filter((person) => people.has(person))
  return those.length === 0 ? NOBODY : new Set(those)
}

/** A mentee has one mentor at a time. */
function placesOf({ role, capacity, placesTaken }: Member): number {
  if (role === 'mentor') return Math.max(0, capacity - placesTaken)
  return placesTaken === 0 ? 1 : 0
}

function profileOfAnswers(
  { answers }: Member,
  isSenior: boolean,
  numbers: { languages: Numbers; topics: Numbers },
) {
  return {
    where: answers.G6?.where ?? 'either',
    languages: bitsOf((answers.G2 ?? []).map((language) => numbers.languages.of(language))),
    slots: slotsOf(answers.G6),
    offers: (answers.OFFERS ?? []).map((offer) => ({
      ...knowTopic(offer, numbers.topics),
      skill: skillOf(offer),
    })),
    wants: (answers.WANTS ?? []).map((want) => knowTopic(want, numbers.topics)),
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

function pastOf(keys: ReadonlySet<string>): Map<string, Set<string>> {
  const past = new Map<string, Set<string>>()
  for (const key of keys) {
    const { mentor, mentee } = peopleOfKey(key)
    const mentees = past.get(mentor)
    if (mentees) mentees.add(mentee)
    else past.set(mentor, new Set([mentee]))
  }
  return past
}

function distancesOf(families: string[]): Cohort['distanceOf'] {
  const distance = families.map((one) => families.map((other) => familyDistance(one, other)))
  return (one, other) => distance[one.family]?.[other.family] ?? familyDistance(null, null)
}
