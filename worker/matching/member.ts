import type { Scoring } from '#domain/criterion.ts'
import type { MatchingObjective } from '#domain/match-run.ts'
import type { PairingRule } from '#domain/pairing-rule.ts'
import type { Role } from '#domain/participant.ts'
import type { Hierarchy } from '#domain/reporting-line.ts'
import type { Answers } from '#questionnaire/answers.ts'

/** A participant as matching sees one: no name, and nothing that is not about work. `null` is not known. */
export interface Member {
  /** The participant’s id. */
  id: string
  /** The person’s reference: the external id, or the id where there is none. */
  person: string
  role: Role
  /** Higher is more senior. */
  gradeRank: number | null
  /** Month of arrival in the company, as `monthNumber` counts. */
  hiredIn: number | null
  managesSomebody: boolean
  jobFamily: string | null
  subsidiary: string | null
  site: string | null
  /** How many partners at most (for a mentee, usually 1), and how many live pairs and open proposals are already held. */
  capacity: number
  placesTaken: number
  consents: boolean
  active: boolean
  answers: Answers
}

/** How seniority runs in the programme (design.md, Seniority). */
export interface MatchRules {
  /** Who of the two is the senior; null where seniority plays no part. */
  senior: Role | null
  /** How many ranks the senior must be above the junior. */
  seniorityGap: number
  /** Or how many years longer the senior must have been in the company. */
  experienceGapYears: number
  unknownSeniorityAllowed: boolean
  /** The organiser’s own rules, asked after all others. */
  own: readonly PairingRule[]
  /**
   * People, by reference, for whom the reporting line reaches only so many levels up and down, dotted lines counted
   * like others (the appraisal-chain exception for a named group). It holds for a pair when either of the two is named.
   */
  appraisalLevels: ReadonlyMap<string, number>
}

/** What organisers and mentees wish for; a wish never opens what a rule forbids. Pairs as `pairKey` writes them. */
export interface Wishes {
  /** Pairs that must be made: the run fails loudly where a rule or a lack of places stands in the way. */
  locked: ReadonlySet<string>
  /** Named groups whose mentees (by reference) are served first and in full; the run fails loudly otherwise (F4). */
  first: readonly { name: string; people: ReadonlySet<string> }[]
  /** Mentors that mentees asked for: a preference, worth `askedBonus` micro-units when choosing (D1). */
  asked: ReadonlySet<string>
  askedBonus: number
  /** The pairs of the run before, to disturb as few as possible: worth `keptBonus` micro-units each when choosing. */
  kept: ReadonlySet<string>
  keptBonus: number
  /** At most so many of `kept` may change; null for no limit. */
  changesMax: number | null
}

/** Everything that a match run is computed from. */
export interface MatchInput {
  mentors: Member[]
  mentees: Member[]
  /** Managers by person reference. */
  hierarchy: Hierarchy
  /** Pairs never proposed (again): past, lapsed, separated, or at the confidential request of one of the two. */
  past: ReadonlySet<string>
  /** Pairs that an organiser ruled out. */
  banned: ReadonlySet<string>
  rules: MatchRules
  scoring: Scoring
  wishes: Wishes
  objective: MatchingObjective
}

/** Nobody wishes for anything. */
export const NO_WISHES: Wishes = {
  locked: new Set(),
  first: [],
  asked: new Set(),
  askedBonus: 0,
  kept: new Set(),
  keptBonus: 0,
  changesMax: null,
}

/** A mentor and a mentee, by person reference, as one string that no other two people share. */
export function pairKey(mentorPerson: string, menteePerson: string): string {
  return `${mentorPerson.length}:${mentorPerson}${menteePerson}`
}

/** The two references in a key written by `pairKey`. */
export function peopleOfKey(key: string): { mentor: string; mentee: string } {
  const colon = key.indexOf(':')
  const end = colon + 1 + Number(key.slice(0, colon))
  return { mentor: key.slice(colon + 1, end), mentee: key.slice(end) }
}

/** The people of a problem by reference, in its order. */
export interface People {
  mentors: readonly string[]
  mentees: readonly string[]
}
