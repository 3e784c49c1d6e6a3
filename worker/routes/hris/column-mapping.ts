import { Hono } from 'hono'
import { getColumnMapping, putColumnMapping, removeColumnMapping } from '#actions/column-mapping.ts'
import {
  type ColumnMappingShown,
  type Columns,
  columnMappingInput,
  sourceName,
} from '#contract/column-mapping.ts'
import { toInstant } from '#contract/shape.ts'
import { type ColumnMappingRow, listColumnMappings } from '#db/queries/column-mapping.ts'
import { checkShape, readJson } from '#http/body.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const columnMappingRoutes = new Hono<App>()
  .get('/column-mappings', allow('employees:read'), async (c) => {
    const { limit, after } = readPaging(c, afterId)
    const rows = await listColumnMappings(c.get('ctx').db, after, limit + 1)
    return c.json(toPage(rows, limit, show, ({ source }) => source))
  })
  .get('/column-mappings/:source', allow('employees:read'), async (c) => {
    const mapping = await getColumnMapping(c.get('ctx'), c.req.param('source'))
    return c.json(show(mapping), 200, versionTag(mapping.version))
  })
  .put('/column-mappings/:source', allow('employees:write'), async (c) => {
    const source = checkShape(sourceName, c.req.param('source'))
    const { columns } = await readJson(c, columnMappingInput)
    const { mapping, created } = await putColumnMapping(c.get('ctx'), source, columns)
    return c.json(show(mapping), created ? 201 : 200, versionTag(mapping.version))
  })
  .delete('/column-mappings/:source', allow('employees:write'), async (c) => {
    await removeColumnMapping(c.get('ctx'), c.req.param('source'))
    return c.body(null, 204)
  })

function show({ source, columns, updated_at }: ColumnMappingRow): ColumnMappingShown {
  return { source, columns: columns as Columns, updated_at: toInstant(updated_at) }
}
