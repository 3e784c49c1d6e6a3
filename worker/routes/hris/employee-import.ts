import { Hono } from 'hono'
import * as v from 'valibot'
import { abandonImport, confirmDepartures, getImport } from '#actions/employee-import.ts'
import { templateFile } from '#contract/employee-file-template.ts'
import type { ImportFinding, ImportShown, ImportSummary } from '#contract/employee-import.ts'
import { toInstant } from '#contract/shape.ts'
import {
  countFindings,
  type FindingRow,
  type ImportRow,
  listFindings,
  listImports,
} from '#db/queries/employee-import.ts'
import { FINDINGS, type FindingKind } from '#domain/employee-import.ts'
import { isLanguage } from '#domain/language.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { receiveFile } from './employee-file.ts'
import { tellRejects } from './rejected-line.ts'

const FINDINGS_SHOWN = 1000

const afterFinding = v.strictObject({
  line: v.pipe(v.number(), v.integer()),
  position: v.pipe(v.number(), v.integer()),
})

export const employeeImportRoutes = new Hono<App>()
  .post('/employee-imports', allow('employees:write'), async (c) => {
    const id = await receiveFile(c)
    return c.json(await show(c, id), 202, { location: `/api/v1/employee-imports/${id}` })
  })
  .get('/employee-imports', allow('employees:read'), async (c) => {
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listImports(c.get('ctx').db, after, limit + 1)
    return c.json(toPage(rows, limit, summarise, ({ created_at, id }) => ({ at: created_at, id })))
  })
  .get('/employee-imports/:id', allow('employees:read'), async (c) =>
    c.json(await show(c, c.req.param('id'))),
  )
  .delete('/employee-imports/:id', allow('employees:write'), async (c) => {
    await abandonImport(c.get('ctx'), c.req.param('id'))
    return c.json(await show(c, c.req.param('id')))
  })
  .post('/employee-imports/:id/confirmation', allow('employees:write'), async (c) => {
    await confirmDepartures(c.get('ctx'), c.req.param('id'))
    return c.json(await show(c, c.req.param('id')), 202)
  })
  .get('/employee-imports/:id/findings', allow('employees:read'), async (c) => {
    const { id } = await getImport(c.get('ctx'), c.req.param('id'))
    const { limit, after } = readPaging(c, afterFinding)
    const rows = await listFindings(c.get('ctx').db, id, after, limit + 1)
    return c.json(toPage(rows, limit, showFinding, ({ line, position }) => ({ line, position })))
  })
  .get('/employee-imports/:id/rejected-lines', allow('employees:read'), async (c) =>
    tellRejects(c, await getImport(c.get('ctx'), c.req.param('id'))),
  )
  .get('/employee-import-template', allow('employees:read'), async (c) => {
    const asked = c.req.query('language')
    const language = isLanguage(asked) ? asked : c.get('language')
    return c.body(templateFile(language), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="employees.csv"',
    })
  })

async function show(c: Request, id: string): Promise<ImportShown> {
  const ctx = c.get('ctx')
  const [row, findings, findingsTotal] = await Promise.all([
    getImport(ctx, id),
    listFindings(ctx.db, id, null, FINDINGS_SHOWN),
    countFindings(ctx.db, id),
  ])
  return { ...summarise(row), findings: findings.map(showFinding), findings_total: findingsTotal }
}

function summarise(row: ImportRow): ImportSummary {
  return {
    id: row.id,
    state: row.state,
    mode: row.mode,
    format: row.format,
    source: row.source,
    complete: row.complete,
    lines: row.lines,
    lines_read: linesRead(row),
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
    ignored_columns: row.ignored_columns,
    refused_columns: row.refused_columns,
    missing: row.missing,
    active_before: row.active_before,
    deactivated: row.deactivated,
    created_at: toInstant(row.created_at),
    confirmed_at: toInstant(row.confirmed_at),
    completed_at: toInstant(row.completed_at),
  }
}

function linesRead(row: ImportRow): number {
  if (row.state === 'completed') return row.lines
  const steps = row.mode === 'strict' ? row.chunks * 2 : row.chunks
  return Math.min(row.lines, Math.floor((row.lines * row.chunks_done) / Math.max(1, steps)))
}

function showFinding(row: FindingRow): ImportFinding {
  const kind = row.kind as FindingKind
  const { fr, en } = FINDINGS[kind]
  return {
    line: row.line,
    kind,
    severity: row.severity,
    external_id: row.external_id,
    field: row.field,
    value: row.value,
    detail: { fr, en },
  }
}
