import Papa from 'papaparse'
import type { SheetTable } from '#domain/match-sheet.ts'
import { Problem } from '#domain/problem.ts'
import { delimiterOf } from './employee-file-rows.ts'
import { decodeText } from './employee-file-text.ts'

const ROWS_MAX = 20_000
const COLUMNS_MAX = 200

/** Reads the first sheet of a workbook; handed in, so that only who meets a workbook loads a reader. */
export type ReadWorkbook = (bytes: Uint8Array) => Promise<readonly (readonly unknown[])[]>

/**
 * The first sheet of a CSV (comma, semicolon, tab or |) or XLSX file. The header is its first line that is not empty;
 * lines below it that are empty are passed over. `lines` counts as a spreadsheet does.
 * @throws Problem `invalid` where nothing can be read, or `too-large`
 */
export async function readSheetFile(bytes: Uint8Array, readWorkbook: ReadWorkbook): Promise<SheetTable> {
  const grid = isWorkbook(bytes) ? await gridOf(bytes, readWorkbook) : csvGrid(bytes)
  const at = grid.findIndex((row) => row.some((cell) => cell !== ''))
  const header = grid[at]
  if (!header || grid.length === at + 1) throw nothingToRead()
  const width = header.length
  if (grid.length > ROWS_MAX || width > COLUMNS_MAX) throw tooLarge()
  const table: SheetTable = { header, rows: [], lines: [] }
  grid.slice(at + 1).forEach((row, below) => {
    if (row.every((cell) => cell === '')) return
    table.rows.push(Array.from({ length: width }, (_, column) => row[column] ?? ''))
    table.lines.push(at + below + 2)
  })
  if (table.rows.length === 0) throw nothingToRead()
  return table
}

/** An XLSX file is a ZIP archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

function csvGrid(bytes: Uint8Array): string[][] {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw oldWorkbook()
  const text = decodeText(bytes).replace(/^\uFEFF/, '')
  if (text.includes('\0')) throw nothingToRead()
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false })
  return data.map((row) => row.map((cell) => cell.trim()))
}

/** The first sheet of a workbook as trimmed text. @throws Problem `invalid` where it cannot be read. */
export async function gridOf(bytes: Uint8Array, readWorkbook: ReadWorkbook): Promise<string[][]> {
  let grid: readonly (readonly unknown[])[]
  try {
    grid = await readWorkbook(bytes)
  } catch {
    throw nothingToRead()
  }
  return grid.map((row) => row.map(cellText))
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).trim()
}

function nothingToRead(): Problem {
  return new Problem('invalid', {
    fr: 'Ce fichier ne contient pas de tableau lisible. Enregistrez la feuille en XLSX ou en CSV, avec les noms des colonnes en première ligne et une personne par ligne.',
    en: 'This file holds no table that can be read. Save the sheet as XLSX or CSV, with the names of the columns on the first line and one person a line.',
  })
}

function oldWorkbook(): Problem {
  return new Problem('invalid', {
    fr: 'C’est un fichier XLS d’ancien format ou protégé par un mot de passe. Enregistrez-le en XLSX sans mot de passe, ou en CSV.',
    en: 'This is an XLS file in the old format, or one with a password. Save it as XLSX without a password, or as CSV.',
  })
}

function tooLarge(): Problem {
  return new Problem('invalid', {
    fr: 'Ce fichier dépasse 20\u00a0000 lignes ou 200 colonnes. Partagez-le par entité, puis recommencez.',
    en: 'This file has more than 20,000 lines or 200 columns. Split it by company, then try again.',
  })
}
