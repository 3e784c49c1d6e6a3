import type { Employee } from '#domain/person.ts'

/** Somebody of a world: what an HR system says, always under a key of its own. */
export type StaffMember = Employee & { external_id: string }

const COLUMNS = [
  'external_id',
  'given_name',
  'family_name',
  'email',
  'grade',
  'grade_rank',
  'job_family',
  'subsidiary',
  'site',
  'language',
  'hired_in',
  'relation',
  'active',
  'manager',
  'dotted_managers',
] as const satisfies readonly (keyof Employee)[]

/** Staff as an HR system would export it: CSV as RFC 4180 says, a header line, several managers divided by `|`. */
export function staffFile(people: readonly StaffMember[]): string {
  const lines = people.map((person) => COLUMNS.map((column) => cell(person[column])).join(','))
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

function cell(value: Employee[(typeof COLUMNS)[number]]): string {
  const text = Array.isArray(value) ? value.join('|') : String(value ?? '')
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
