import * as v from 'valibot'
import type { Employee } from '#domain/person.ts'
import { employeeInput } from './employee.ts'
import type { ColumnPlan } from './employee-file-columns.ts'
import type { FileField } from './employee-file-fields.ts'

/** The raw text of a field on one line, trimmed; null where it says nothing. */
export type ReadCell = (field: FileField) => string | null

/** What the cells of one line say of a person, before it is checked against the shape of an employee. */
export function readCells(cell: ReadCell): Record<string, unknown> {
  const managers = (cell('manager') ?? '').split(/[|;,]/).flatMap((one) => one.trim() || [])
  return {
    given_name: cell('given_name') ?? '',
    family_name: cell('family_name') ?? '',
    email: cell('email'),
    grade: cell('grade'),
    grade_rank: readNumber(cell('grade_rank')),
    job_family: cell('job_family'),
    subsidiary: cell('subsidiary'),
    site: cell('site'),
    language: readWord(cell('language'), LANGUAGE_WORDS),
    hired_in: readMonth(cell('hired_in')),
    leaves_on: readDay(cell('leaves_on')),
    relation: readWord(cell('relation'), RELATION_WORDS) ?? 'employee',
    active: readWord(cell('active'), ACTIVE_WORDS) ?? true,
    manager: managers[0] ?? null,
    dotted_managers: [...managers.slice(1), ...readList(cell('dotted_managers'))],
    moves: readJsonList(cell('moves')),
  }
}

/** A checked employee, or the fields that cannot be read. */
export function checkEmployee(
  externalId: string | null,
  said: Record<string, unknown>,
): { employee: Employee | null; fields: FileField[] } {
  const checked = v.safeParse(employeeInput, said)
  if (!checked.success) {
    const fields = new Set(checked.issues.map((issue) => issue.path?.[0]?.key as FileField))
    return { employee: null, fields: [...fields] }
  }
  return { employee: { external_id: externalId, ...checked.output }, fields: [] }
}

const LANGUAGE_WORDS = words({
  fr: 'fr|fra|fre|francais|french|fr fr|fr ca|fr be|fr ch',
  en: 'en|eng|anglais|english|en gb|en us|en ie|en ca|en au',
})
const RELATION_WORDS = words({
  employee: 'employee|salarie|salariee|interne|internal|collaborateur|collaboratrice',
  external: 'external|externe|prestataire|contractor|intervenant externe',
})
const ACTIVE_WORDS = new Map<string, boolean>([
  ...'1|true|yes|y|oui|o|vrai|actif|active|enabled|present|presente'
    .split('|')
    .map((one): [string, boolean] => [one, true]),
  ...'0|false|no|n|non|faux|inactif|inactive|disabled|absent definitif|terminated'
    .split('|')
    .map((one): [string, boolean] => [one, false]),
])

function words(byMeaning: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(byMeaning).flatMap(([meaning, list]) =>
      list.split('|').map((word): [string, string] => [word, meaning]),
    ),
  )
}

/** A word in either language, accents and case aside; kept as it is where it is none of ours, to be refused by name. */
function readWord<T>(cell: string | null, meanings: ReadonlyMap<string, T>): T | string | null {
  if (cell === null) return null
  const word = cell
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return meanings.get(word) ?? cell
}

/** `3`, `-2`, `3,0`, `1 234,50` with any kind of space; kept as text where it is no number. */
function readNumber(cell: string | null): number | string | null {
  if (cell === null) return null
  const plain = cell
    .replace(/\s/g, '')
    .replace(',', '.')
    .replace(/^\u2212/, '-')
  return /^[+-]?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : cell
}

/** A day of which the year and month are sure, and the day perhaps. */
interface CivilDate {
  year: number
  month: number
  day: number | null
}

/**
 * `2024-03-15`, `2024-03-15T00:00:00`, `15/03/2024`, `15.03.24`, `03/2024`, `2024-03`, or the number of an Excel day (1900
 * system). Null where it is none of them or does not exist, such as 31/02/2024.
 */
function readDate(cell: string): CivilDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(cell)
  if (iso) return exists(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]))
  const french = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})(?: [\d:]+)?$/.exec(cell)
  if (french) {
    return exists(Number(french[3]), Number(french[2]), french[1] === undefined ? null : Number(french[1]))
  }
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(cell)
  if (short)
    return exists(
      Number(short[3]) + (Number(short[3]) < 70 ? 2000 : 1900),
      Number(short[2]),
      Number(short[1]),
    )
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(cell)
  if (!serial || Number(serial[1]) < 14_611) return null
  const at = new Date(Date.UTC(1899, 11, 30 + Number(serial[1])))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

function exists(year: number, month: number, day: number | null): CivilDate | null {
  const at = new Date(Date.UTC(year, month - 1, day ?? 1))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === (day ?? 1) ? { year, month, day } : null
}

const two = (number: number) => String(number).padStart(2, '0')

/** `2024-03` for any day or month of March 2024; the cell itself where it is none. */
export function readMonth(cell: string | null): string | null {
  const date = cell === null ? null : readDate(cell)
  return date ? `${date.year}-${two(date.month)}` : cell && `?${cell}`
}

/** `2024-03-15`; the cell itself, as no day, where it names none. */
export function readDay(cell: string | null): string | null {
  const date = cell === null ? null : readDate(cell)
  return date?.day ? `${date.year}-${two(date.month)}-${two(date.day)}` : cell && `?${cell}`
}

/** Several names divided by `|`, else by `;`, else by `,`, else by spaces: the first of them that the cell holds. */
function readList(cell: string | null): string[] {
  if (cell === null) return []
  const divider = ['|', ';', ','].find((sign) => cell.includes(sign)) ?? /\s+/
  return cell.split(divider).flatMap((one) => one.trim() || [])
}

function readJsonList(cell: string | null): unknown {
  if (cell === null) return []
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]/u

/** Undoes the apostrophe that keeps a spreadsheet from taking a cell for a formula; any other cell as it is. */
export function unguarded(cell: string): string {
  return /^'+/.test(cell) && FORMULA.test(cell.replace(/^'+/, '')) ? cell.slice(1) : cell
}

/** A cell that `unguarded` gives back as it is, once the CSV writer has disarmed formulas. */
export function guarded(cell: string): string {
  return unguarded(cell) === cell ? cell : `'${cell}`
}

/** The value of each column that is read, of one line. */
export function cellReader(plan: ColumnPlan, cells: readonly string[]): ReadCell {
  return (field) => {
    const sources = plan.sources.get(field)
    const said = sources?.flatMap((at) => cells[at] || []).join('|')
    return said || plan.constants.get(field) || null
  }
}
