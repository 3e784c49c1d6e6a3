import type { Language } from './language.ts'

export const RELATIONS = ['employee', 'external'] as const
export type Relation = (typeof RELATIONS)[number]

/** Managers from a day on, such as a move next month. What the day changes is the whole set of managers. */
export interface ReportingMove {
  effective_on: string
  manager: string | null
  dotted_managers: string[]
}

/** What an HR system says of a person. `null` means that nothing is known. */
export interface Employee {
  external_id: string | null
  given_name: string
  family_name: string
  email: string | null
  grade: string | null
  grade_rank: number | null
  job_family: string | null
  subsidiary: string | null
  site: string | null
  language: Language | null
  hired_in: string | null
  /** Last day in the company, `YYYY-MM-DD`; the day after it the person is no longer active. */
  leaves_on: string | null
  relation: Relation
  active: boolean
  manager: string | null
  dotted_managers: string[]
  /** Managers who take over on a day to come, earliest first. */
  moves: ReportingMove[]
}

/** A person as stored, with managers. */
export interface PersonRecord extends Employee {
  id: string
  version: number
  created_at: number
  updated_at: number
}

/** A person to be stored. `recheck` asks that proposals and pairs be looked at again. */
export interface PersonWrite extends Employee {
  id: string
  email_key: string | null
  version: number
  recheck: boolean
}

/** How a machine names a person: the external id, or the id where there is none. */
export function referenceOf(person: { id: string; external_id: string | null }): string {
  return person.external_id ?? person.id
}

/** Whether only the row of a person is left, because others hang on it: whoever they were is forgotten. */
export function isForgotten(person: Pick<Employee, 'given_name' | 'family_name' | 'active'>): boolean {
  return person.family_name === '' && person.given_name === '—' && !person.active
}

/** The full name, as the other person and organisers read it. */
export function nameOf(person: Pick<Employee, 'given_name' | 'family_name'>): string {
  return `${person.given_name} ${person.family_name}`
}

/** Fields whose change may make a proposal or a pair impossible. */
export const RULED_FIELDS = ['active', 'manager', 'dotted_managers', 'grade_rank', 'hired_in'] as const

/** The fields in which two versions of an employee differ; none means that there is nothing to write. */
export function changedFields(before: Employee, after: Employee): (keyof Employee)[] {
  return (Object.keys(after) as (keyof Employee)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}

/**
 * The key under which an address is compared: NFKC, lower case, trimmed; null where it is no address.
 * Control characters, look-alike at-signs and a second at-sign are refused (reliability.md §3.3, 8).
 */
export function emailKey(address: string): string | null {
  const key = address.normalize('NFC').trim().toLowerCase()
  if (key.length > 254 || !/^[^\s@\p{C}"(),:;<>[\\\]＠]+@[^\s@\p{C}＠]+\.[^\s@.\p{C}＠]{2,}$/u.test(key))
    return null
  if (key.normalize('NFKC').split('@').length !== 2) return null
  return key
}

/** Months since January of year 0 for `YYYY-MM`; null where unknown. */
export function monthNumber(month: string | null | undefined): number | null {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month ?? '')
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : null
}
