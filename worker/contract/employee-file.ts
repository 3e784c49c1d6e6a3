import Papa from 'papaparse'
import * as v from 'valibot'
import type { ImportLine } from '#domain/employee-import.ts'
import { emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { employeeInput, externalId, REFUSED_COLUMNS } from './employee.ts'

const YES = /^(1|true|yes|y|oui|o|vrai)$/i
const NO = /^(0|false|no|n|non|faux)$/i

/** Bytes as text: UTF-8 or UTF-16 by their mark, else UTF-8, else Windows-1252 as French spreadsheets save it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The lines of a CSV of employees (comma, semicolon or tab), each checked by itself. Columns are the names of the
 * fields; columns about protected characteristics, and columns we do not know, are never read and are named.
 * @throws Problem `invalid` where there is no header with `external_id`.
 */
export function readEmployeeFile(text: string): { lines: ImportLine[]; ignoredColumns: string[] } {
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) =>
      header
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  })
  const columns = parsed.meta.fields ?? []
  if (!columns.includes('external_id')) {
    throw new Problem('invalid', {
      fr: 'Ce fichier n’a pas de colonne « external_id ». Ajoutez-la en première ligne, avec les noms des autres colonnes.',
      en: 'This file has no “external_id” column. Add it to the first line, with the names of the other columns.',
    })
  }
  const known = new Set(['external_id', ...Object.keys(employeeInput.entries)])
  const ignoredColumns = columns.filter((column) => !known.has(column) || REFUSED_COLUMNS.test(column))
  const ids = new Map<string, number>()
  const emails = new Map<string, number>()
  const lines = parsed.data.map((record, index): ImportLine => {
    const line = readLine(record, index + 2)
    if (line.external_id !== null) {
      const first = ids.get(line.external_id)
      if (first !== undefined) return { ...line, duplicate: { field: 'external_id', of: first } }
      ids.set(line.external_id, line.line)
    }
    const key = line.employee?.email ? emailKey(line.employee.email) : null
    if (key !== null) {
      const first = emails.get(key)
      if (first !== undefined) return { ...line, duplicate: { field: 'email', of: first } }
      emails.set(key, line.line)
    }
    return line
  })
  return { lines, ignoredColumns }
}

function readLine(record: Record<string, string>, line: number): ImportLine {
  const issues: ImportLine['issues'] = []
  const id = v.safeParse(externalId, (record.external_id ?? '').trim())
  if (!id.success) issues.push({ field: 'external_id', value: (record.external_id ?? '').slice(0, 100) })
  const employee = v.safeParse(employeeInput, readCells(record))
  if (!employee.success) {
    for (const field of new Set(employee.issues.map((issue) => String(issue.path?.[0]?.key ?? '')))) {
      issues.push({ field, value: (record[field] ?? '').slice(0, 100) })
    }
  }
  return {
    line,
    external_id: id.success ? id.output : null,
    employee: id.success && employee.success ? { external_id: id.output, ...employee.output } : null,
    issues,
    duplicate: null,
  }
}

function readCells(record: Record<string, string>): Record<string, unknown> {
  const cell = (name: string) => record[name]?.trim() || null
  const rank = cell('grade_rank')
  const active = cell('active')
  return {
    given_name: cell('given_name') ?? '',
    family_name: cell('family_name') ?? '',
    email: cell('email'),
    grade: cell('grade'),
    grade_rank: rank === null ? null : /^-?\d+$/.test(rank) ? Number(rank) : rank,
    job_family: cell('job_family'),
    subsidiary: cell('subsidiary'),
    site: cell('site'),
    language: cell('language')?.toLowerCase() ?? null,
    hired_in: readMonth(cell('hired_in')),
    leaves_on: cell('leaves_on'),
    relation: cell('relation')?.toLowerCase() ?? 'employee',
    active: active === null || YES.test(active) ? true : NO.test(active) ? false : active,
    manager: cell('manager'),
    dotted_managers: (cell('dotted_managers') ?? '').split(/[|;\s]+/).filter(Boolean),
  }
}

/** `2024-03`, `2024-03-15`, `15/03/2024` and `03/2024` all name March 2024. */
function readMonth(cell: string | null): string | null {
  if (cell === null) return null
  const iso = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(cell)
  if (iso) return `${iso[1]}-${iso[2]}`
  const french = /^(?:\d{1,2}\/)?(\d{1,2})\/(\d{4})$/.exec(cell)
  return french ? `${french[2]}-${french[1]?.padStart(2, '0')}` : cell
}
