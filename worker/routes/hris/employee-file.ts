import { readSheet } from 'read-excel-file/universal'
import { type ImportRequest, receiveImport, type Upload } from '#actions/employee-import-upload.ts'
import { assertColumns, type Columns, columnsInput, sourceName } from '#contract/column-mapping.ts'
import { type FileFormat, openEmployeeFile, readEmployeeSheet } from '#contract/employee-file.ts'
import { importQuery } from '#contract/employee-import.ts'
import { gridOf, isWorkbook } from '#contract/sheet-file.ts'
import { unpackedBytes } from '#contract/workbook-size.ts'
import { findColumnMapping } from '#db/queries/column-mapping.ts'
import type { ImportLine } from '#domain/employee-import.ts'
import { Problem } from '#domain/problem.ts'
import { checkShape, readBytes } from '#http/body.ts'
import { streamBody } from '#http/body-stream.ts'
import type { Request } from '#http/service-context.ts'

const STREAM_BYTES_MAX = 60 * 2 ** 20
const WORKBOOK_BYTES_MAX = 10 * 2 ** 20
const UNPACKED_BYTES_MAX = 48 * 2 ** 20
const LINES_AT_ONCE = 500

/** Takes the file in the body of a request. @returns the id of the import. */
export async function receiveFile(c: Request): Promise<string> {
  const query = checkShape(importQuery, c.req.query())
  const format = readFormat(c)
  const source = query.source === undefined ? null : checkShape(sourceName, query.source)
  const mapping = query.mapping === undefined ? null : readMapping(query.mapping)
  const remembered = source && !mapping ? await findColumnMapping(c.get('ctx').db, source) : undefined
  const columns = mapping ?? (remembered?.columns as Columns | undefined) ?? {}
  const request: ImportRequest = {
    mode: query.mode,
    format,
    complete: query.complete === 'true',
    source,
    mapping,
  }
  const upload = format === 'xlsx' ? await openWorkbook(c, columns) : openStream(c, format, columns)
  return receiveImport(c.get('ctx'), request, upload)
}

function readFormat(c: Request): FileFormat {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^text\/(csv|tab-separated-values)$/.test(type)) return 'csv'
  if (/^application\/(x-)?ndjson$/.test(type)) return 'ndjson'
  if (type === 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet') return 'xlsx'
  throw new Problem('unsupported-media-type', {
    fr: 'Envoyez le fichier avec l’en-tête «\u00a0Content-Type\u00a0» text/csv, text/tab-separated-values, application/x-ndjson, ou celui d’un classeur XLSX.',
    en: 'Send the file with the header “Content-Type” text/csv, text/tab-separated-values, application/x-ndjson, or that of an XLSX workbook.',
  })
}

/** @throws Problem `invalid` where it is no mapping, or names a column that is never read. */
function readMapping(text: string): Columns {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    said = null
  }
  const mapping = checkShape(columnsInput, said)
  assertColumns(mapping, '')
  return mapping
}

function openStream(c: Request, format: 'csv' | 'ndjson', columns: Columns): Upload {
  const file = openEmployeeFile(format, columns)
  async function* lines(): AsyncGenerator<readonly ImportLine[]> {
    for await (const piece of streamBody(c, STREAM_BYTES_MAX)) yield file.push(piece)
    yield file.end()
  }
  return { lines: lines(), columns: file.columns }
}

async function openWorkbook(c: Request, columns: Columns): Promise<Upload> {
  const bytes = await readBytes(c, WORKBOOK_BYTES_MAX)
  const unpacked = isWorkbook(bytes) ? unpackedBytes(bytes) : 0
  if (unpacked === null || unpacked > UNPACKED_BYTES_MAX) throw unreadableWorkbook()
  const grid = await gridOf(bytes, (file) => readSheet(new Uint8Array(file).buffer))
  const sheet = readEmployeeSheet(grid, columns)
  function* lines(): Generator<readonly ImportLine[]> {
    let some: ImportLine[] = []
    for (const line of sheet.lines) {
      some.push(line)
      if (some.length < LINES_AT_ONCE) continue
      yield some
      some = []
    }
    yield some
  }
  return { lines: lines(), columns: sheet.columns }
}

function unreadableWorkbook(): Problem {
  return new Problem('invalid', {
    fr: 'Ce classeur est abîmé, ou trop grand une fois décompressé. Enregistrez la feuille en CSV, puis renvoyez-la.',
    en: 'This workbook is damaged, or too large once unpacked. Save the sheet as CSV, then send it again.',
  })
}
