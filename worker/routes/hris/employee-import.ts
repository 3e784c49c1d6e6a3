import { Hono } from 'hono'
import { receiveImport } from '#actions/employee-import.ts'
import { decodeText, readEmployeeFile } from '#contract/employee-file.ts'
import { IMPORT_MODES, type ImportMode, type ImportShown } from '#contract/employee-import.ts'
import { toInstant } from '#contract/shape.ts'
import {
  countFindings,
  type FindingRow,
  findImport,
  type ImportRow,
  listFindings,
} from '#db/queries/employee-import.ts'
import { FINDINGS, type FindingKind } from '#domain/employee-import.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { readBytes } from '#http/body.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

const FILE_BYTES_MAX = 30 * 1024 * 1024
const FINDINGS_SHOWN = 1000

export const employeeImportRoutes = new Hono<App>()
  .post('/employee-imports', allow('employees:write'), async (c) => {
    const mode = c.req.query('mode') ?? 'lenient'
    if (!(IMPORT_MODES as readonly string[]).includes(mode)) {
      throw new Problem('invalid', {
        fr: '« mode » doit être « strict », « lenient » ou « dry-run ».',
        en: '“mode” must be “strict”, “lenient” or “dry-run”.',
      })
    }
    if (!/^text\/csv\b/i.test(c.req.header('content-type') ?? '')) {
      throw new Problem('unsupported-media-type', {
        fr: 'Envoyez le fichier en CSV, avec l’en-tête « Content-Type: text/csv ».',
        en: 'Send the file as CSV, with the header “Content-Type: text/csv”.',
      })
    }
    const { lines, ignoredColumns } = readEmployeeFile(decodeText(await readBytes(c, FILE_BYTES_MAX)))
    const id = await receiveImport(c.get('ctx'), mode as ImportMode, lines, ignoredColumns)
    return c.json(await show(c, id), 202, { location: `/api/v1/employee-imports/${id}` })
  })
  .get('/employee-imports/:id', allow('employees:read'), async (c) =>
    c.json(await show(c, c.req.param('id'))),
  )

async function show(c: Request, id: string): Promise<ImportShown> {
  const { db } = c.get('ctx')
  const row = await findImport(db, id)
  if (!row) throw notFound({ fr: 'Import', en: 'Import' })
  const findings = await listFindings(db, id, FINDINGS_SHOWN)
  return {
    id: row.id,
    state: row.state,
    mode: row.mode,
    lines: row.lines,
    lines_read: linesRead(row),
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
    ignored_columns: row.ignored_columns,
    created_at: toInstant(row.created_at),
    completed_at: toInstant(row.completed_at),
    findings: findings.map(showFinding),
    findings_total: await countFindings(db, id),
  }
}

function linesRead(row: ImportRow): number {
  if (row.state === 'completed') return row.lines
  const steps = row.mode === 'strict' ? row.chunks * 2 : row.chunks
  return Math.min(row.lines, Math.floor((row.lines * row.chunks_done) / Math.max(1, steps)))
}

function showFinding(row: FindingRow) {
  const { fr, en } = FINDINGS[row.kind as FindingKind]
  return {
    line: row.line,
    kind: row.kind,
    severity: row.severity,
    external_id: row.external_id,
    field: row.field,
    value: row.value,
    detail: { fr, en },
  }
}
