import type { FileFormat } from '#contract/employee-file.ts'
import { openCsvRows } from '#contract/employee-file-rows.ts'
import { openTextReader } from '#contract/employee-file-text.ts'

/** The titles of a CSV stand in its first bytes. */
const HEAD_BYTES = 262_144

/** What a file is, by its first bytes and its name. */
export async function formatOf(file: File): Promise<FileFormat> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (first === 0x50 && second === 0x4b) return 'xlsx'
  const isObjects =
    /\.(ndjson|jsonl)$/i.test(file.name) || (await file.slice(0, 16).text()).trim().startsWith('{')
  return isObjects ? 'ndjson' : 'csv'
}

/** The titles of the columns, or null where they cannot be read here. Only what meets a workbook loads its reader. */
export async function readTitles(
  file: File,
  format: Exclude<FileFormat, 'ndjson'>,
): Promise<string[] | null> {
  try {
    const rows = format === 'xlsx' ? await readWorkbook(file) : await readFirstRows(file)
    const titles = rows.find((row) => row.some((cell) => cell !== ''))
    return titles?.filter((title) => title !== '') ?? null
  } catch {
    return null
  }
}

async function readFirstRows(file: File): Promise<string[][]> {
  const text = openTextReader()
  const rows = openCsvRows()
  const head = text.push(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  const found = rows.push(head)
  if (found.length === 0) found.push(...rows.push(text.end()), ...rows.end())
  return found.map(({ cells }) => cells)
}

async function readWorkbook(file: File): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/universal')
  const rows = await readSheet(await file.arrayBuffer())
  return rows.map((row) =>
    row.map((cell) => (cell === null || cell === undefined ? '' : String(cell).trim())),
  )
}
