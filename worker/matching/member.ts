import type { Weights } from '#domain/criterion.ts'
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
  /** How many partners at most, and how many live pairs and open proposals are already held. */
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
}

/** Everything that a match run is computed from. */
export interface MatchInput {
  mentors: Member[]
  mentees: Member[]
  /** Managers by person reference. */
  hierarchy: Hierarchy
  /** Pairs that are never proposed again, as `pairKey` writes them. */
  past: ReadonlySet<string>
  rules: MatchRules
  weights: Weights
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
