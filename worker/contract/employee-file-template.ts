import type { Language } from '#domain/language.ts'
import { toCsv } from './csv.ts'
import { guarded } from './employee-file-cells.ts'
import { REASON_HEADERS } from './employee-file-columns.ts'
import { FILE_FIELDS, type FileField } from './employee-file-fields.ts'

/** Somebody invented, as each field may be written. */
const EXAMPLE: Record<Exclude<FileField, 'moves' | 'manager_from'>, string> = {
  external_id: 'E1204',
  given_name: 'Nolwenn',
  family_name: 'Le Goff',
  email: 'nolwenn.legoff@armorique.example',
  grade: 'Cadre, niveau 1',
  grade_rank: '3',
  job_family: 'data',
  subsidiary: 'Armorique Services',
  site: 'Brest',
  language: 'fr',
  hired_in: '2022-09',
  leaves_on: '',
  relation: 'employee',
  active: 'true',
  manager: 'E0417',
  dotted_managers: 'E0032|E0051',
}

/** A CSV to start from: every field, and one line to replace. */
export function templateFile(language: Language): string {
  const fields = FILE_FIELDS.filter((field) => field in EXAMPLE) as (keyof typeof EXAMPLE)[]
  return toCsv(fields, [fields.map((field) => EXAMPLE[field])], language)
}

/** The first line of a file of rejected lines: their own headers, and a last one for why. */
export function rejectsHeader(headers: readonly string[], language: Language): string {
  return toCsv([...headers, REASON_HEADERS[language]], [], language)
}

/**
 * Rejected lines as they were, with why: a file that can be corrected and sent again. What a spreadsheet would take for a
 * formula is disarmed with an apostrophe, which the import takes away again.
 */
export function rejectsLines(
  rejects: readonly { cells: readonly string[]; reason: string }[],
  language: Language,
): string {
  const file = toCsv(
    [],
    rejects.map(({ cells, reason }) => [...cells.map(guarded), reason]),
    language,
  )
  return file.slice(file.indexOf('\n') + 1)
}
