import * as v from 'valibot'
import type { ImportLine } from '#domain/employee-import.ts'
import { openFirstLines } from '#domain/first-lines.ts'
import { type Employee, emailKey } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import type { Columns } from './column-mapping.ts'
import { employeeInput, externalId } from './employee.ts'
import {
  cellReader,
  checkEmployee,
  type ReadCell,
  readCells,
  readDay,
  unguarded,
} from './employee-file-cells.ts'
import { type ColumnPlan, planColumns } from './employee-file-columns.ts'
import { FILE_FIELDS, type FileField, isFileField, isRefusedHeader } from './employee-file-fields.ts'
import { type FileRow, openCsvRows, openTextLines, type RowReader } from './employee-file-rows.ts'
import { openTextReader } from './employee-file-text.ts'

export const FILE_FORMATS = ['csv', 'ndjson', 'xlsx'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** More lines than any company whose file one request can bring. */
const LINES_MAX = 500_000

/** So many names of columns that are not read are told. */
const COLUMNS_MAX = 200

/** What is known of the columns of a file once it has been read to its end. */
export interface FileColumns {
  /** Headers of the columns that are read, as they stand in the file; the cells of each line are in their order. */
  headers: string[]
  /** Columns that are not read, in their order. */
  ignored: string[]
  /** Those of them that are never read, for they are about protected characteristics. */
  refused: string[]
  /** Fields of which the file says nothing: they stay as they are. */
  keeps: (keyof Employee)[]
}

/** A file of employees that arrives piece by piece. */
export interface EmployeeFile {
  push: (bytes: Uint8Array) => ImportLine[]
  end: () => ImportLine[]
  columns: () => FileColumns
}

/**
 * Reads CSV or NDJSON as it arrives: each line is checked by itself, and against the identifiers and addresses of the lines
 * before it. Memory holds one piece and twelve bytes for each identifier and address.
 * @throws Problem `invalid` where the first line names no identifier, or where nothing can be read; `too-large`
 */
export function openEmployeeFile(format: 'csv' | 'ndjson', mapping: Columns): EmployeeFile {
  const text = openTextReader()
  const rows: RowReader = format === 'csv' ? openCsvRows() : openTextLines()
  const lines = format === 'csv' ? openTable(mapping) : openObjects()
  return {
    push: (bytes) => rows.push(text.push(bytes)).flatMap(lines.read),
    end() {
      const last = [...rows.push(text.end()), ...rows.end()].flatMap(lines.read)
      lines.close()
      return last
    },
    columns: lines.columns,
  }
}

/** Lines of a sheet that was read whole; row 1 is its first row. */
export function readEmployeeSheet(
  grid: readonly (readonly string[])[],
  mapping: Columns,
): { lines: Iterable<ImportLine>; columns: () => FileColumns } {
  const table = openTable(mapping)
  function* lines() {
    for (const [at, cells] of grid.entries()) {
      if (cells.some(Boolean)) yield* table.read({ line: at + 1, cells: [...cells] })
    }
    table.close()
  }
  return { lines: lines(), columns: table.columns }
}

/** A whole CSV at once, with the headers that are not read. */
export function readEmployeeFile(text: string): { lines: ImportLine[]; ignoredColumns: string[] } {
  const [rows, table] = [openCsvRows(), openTable({})]
  const lines = [...rows.push(text), ...rows.end()].flatMap(table.read)
  table.close()
  return { lines, ignoredColumns: table.columns().ignored }
}

interface LineReader {
  read: (row: FileRow) => ImportLine[]
  close: () => void
  columns: () => FileColumns
}

/** A table: its first row that is not empty holds the titles. */
function openTable(mapping: Columns): LineReader {
  let plan: ColumnPlan | null = null
  let keeps: FileColumns['keeps'] = []
  const seen = openSeen()
  return {
    read({ line, cells }) {
      if (plan === null) {
        plan = planColumns(cells, mapping)
        keeps = keptBy(plan)
        return []
      }
      const read = plan.read.map((at) => unguarded(cells[at] ?? ''))
      const flaw = cells.slice(plan.width).some(Boolean) ? 'ragged' : null
      return [seen({ ...readLine(line, cellReader(plan, read), keeps), flaw, cells: read })]
    },
    close() {
      if (plan === null) throw nothingToRead()
    },
    columns: () => ({
      headers: plan?.headers ?? [],
      refused: plan?.refused ?? [],
      ignored: plan?.ignored ?? [],
      keeps,
    }),
  }
}

/** Fields that no column gives. Who stands in a file is there: `active` and `relation` are said by the line itself. */
function keptBy({ sources, constants }: ColumnPlan): (keyof Employee)[] {
  const isGiven = (field: FileField) => sources.has(field) || constants.has(field)
  const fields = Object.keys(employeeInput.entries) as (keyof typeof employeeInput.entries)[]
  return fields.filter((field) => {
    if (field === 'active') return false
    if (field === 'dotted_managers') return !isGiven(field) && !isGiven('manager')
    if (field === 'moves') return !isGiven(field) && !isGiven('manager_from')
    return !isGiven(field)
  })
}

/** What stands in for a name that the file does not hold: never stored, for such a field stays as it is. */
const UNSAID = '…'

function readLine(
  line: number,
  cell: ReadCell,
  keeps: FileColumns['keeps'],
): Omit<ImportLine, 'flaw' | 'cells'> {
  const id = v.safeParse(externalId, cell('external_id') ?? '')
  const from = readDay(cell('manager_from'))
  const said = readCells(cell)
  for (const name of ['given_name', 'family_name'] as const) if (keeps.includes(name)) said[name] = UNSAID
  const checked = checkEmployee(id.success ? id.output : null, said)
  const fields = [
    ...(id.success ? [] : ['external_id' as const]),
    ...checked.fields,
    ...(from?.startsWith('?') ? ['manager_from' as const] : []),
  ]
  return {
    line,
    external_id: id.success ? id.output : null,
    employee: fields.length === 0 ? checked.employee : null,
    issues: fields.map((field) => ({ field, value: (cell(field) ?? '').slice(0, 100) })),
    duplicate: null,
    manager_from: from,
  }
}

/** NDJSON: each line a whole employee as in `PUT /employees/{external_id}`, and its `external_id`. */
function openObjects(): LineReader {
  const seen = openSeen()
  const [refused, ignored] = [new Set<string>(), new Set<string>()]
  let count = 0
  return {
    read({ line, cells: [text = ''] }) {
      count += 1
      const said = readObject(text)
      for (const key of Object.keys(said ?? {})) {
        const names = isFileField(key) ? null : isRefusedHeader(key) ? refused : ignored
        if (names && names.size < COLUMNS_MAX) names.add(key.slice(0, 200))
      }
      return [seen(said === null ? unreadable(line) : readEntry(line, said))]
    },
    close() {
      if (count === 0) throw nothingToRead()
    },
    columns: () => ({
      headers: [...FILE_FIELDS],
      ignored: [...ignored, ...refused],
      refused: [...refused],
      keeps: [],
    }),
  }
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? { ...said } : null
  } catch {
    return null
  }
}

function readEntry(line: number, said: Record<string, unknown>): ImportLine {
  const id = v.safeParse(externalId, said.external_id)
  const known = Object.entries(said).filter(([key]) => key in employeeInput.entries)
  const checked = checkEmployee(id.success ? id.output : null, Object.fromEntries(known))
  const fields = [...(id.success ? [] : ['external_id' as const]), ...checked.fields]
  return {
    line,
    external_id: id.success ? id.output : null,
    employee: fields.length === 0 ? checked.employee : null,
    issues: fields.map((field) => ({ field, value: cellOf(said[field]).slice(0, 100) })),
    duplicate: null,
    manager_from: null,
    flaw: null,
    cells: FILE_FIELDS.map((field) => cellOf(said[field])),
  }
}

function unreadable(line: number): ImportLine {
  return {
    line,
    external_id: null,
    employee: null,
    issues: [],
    duplicate: null,
    manager_from: null,
    flaw: 'unreadable',
    cells: FILE_FIELDS.map(() => ''),
  }
}

/** A value of an entry as a cell that reads back as the same. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('|')
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 2000)
}

/** Tells a line whose identifier or address stands on a line before it. */
function openSeen(): (line: ImportLine) => ImportLine {
  const [ids, emails] = [openFirstLines(), openFirstLines()]
  let count = 0
  return (line) => {
    count += 1
    if (count > LINES_MAX) throw tooManyLines()
    const sameId = line.external_id === null ? null : ids.meet(line.external_id, line.line)
    if (sameId !== null) return { ...line, duplicate: { field: 'external_id', of: sameId } }
    const key = line.employee?.email ? emailKey(line.employee.email) : null
    const sameEmail = key === null ? null : emails.meet(key, line.line)
    return sameEmail === null ? line : { ...line, duplicate: { field: 'email', of: sameEmail } }
  }
}

function nothingToRead(): Problem {
  return new Problem('invalid', {
    fr: 'Ce fichier est vide. Envoyez les noms des colonnes en première ligne, puis une personne par ligne.',
    en: 'This file is empty. Send the names of the columns on the first line, then one person a line.',
  })
}

function tooManyLines(): Problem {
  return new Problem('too-large', {
    fr: 'Ce fichier dépasse 500\u00a0000 lignes. Partagez-le par entité, puis recommencez.',
    en: 'This file has more than 500,000 lines. Split it by company, then try again.',
  })
}
