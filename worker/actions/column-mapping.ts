import { assertColumns, type Columns } from '#contract/column-mapping.ts'
import {
  type ColumnMappingRow,
  deleteColumnMapping,
  findColumnMapping,
  lastMappingVersion,
  writeColumnMapping,
} from '#db/queries/column-mapping.ts'
import { authorise } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { type Context, commit } from './context.ts'

/** Under which name the trail of events knows the mapping of a source. */
function subjectOf(source: string): string {
  return `column-mapping:${source}`
}

/** @throws Problem `not-found` */
export async function getColumnMapping(ctx: Context, source: string): Promise<ColumnMappingRow> {
  const row = await findColumnMapping(ctx.db, source)
  if (!row) throw notFound({ fr: 'Correspondance de colonnes', en: 'Column mapping' })
  return row
}

/** The mapping that follows what is remembered for a source, or null where it is the same. */
export async function nextMapping(
  ctx: Context,
  source: string,
  columns: Columns,
): Promise<{ row: Omit<ColumnMappingRow, 'columns'> & { columns: Columns }; isNew: boolean } | null> {
  assertColumns(columns)
  const before = await findColumnMapping(ctx.db, source)
  if (before && JSON.stringify(before.columns) === JSON.stringify(columns)) return null
  const last = await lastMappingVersion(ctx.db, subjectOf(source))
  const version = Math.max(before?.version ?? 0, last) + 1
  return { row: { source, columns, version, updated_at: ctx.now }, isNew: !before }
}

/**
 * Remembers which column of a source is which field; the same again writes nothing.
 * @throws Problem `invalid` where it names a column about a protected characteristic.
 */
export async function putColumnMapping(
  ctx: Context,
  source: string,
  columns: Columns,
): Promise<{ mapping: ColumnMappingRow; created: boolean }> {
  authorise(ctx.actor, 'employees:write')
  const next = await nextMapping(ctx, source, columns)
  if (next) {
    await commit(ctx, {
      event: {
        type: 'column-mapping.changed',
        subject: subjectOf(source),
        version: next.row.version,
        data: { source },
      },
      writes: [writeColumnMapping(next.row)],
    })
  }
  return { mapping: await getColumnMapping(ctx, source), created: next?.isNew ?? false }
}

/** @throws Problem `not-found` */
export async function removeColumnMapping(ctx: Context, source: string): Promise<void> {
  authorise(ctx.actor, 'employees:write')
  const { version } = await getColumnMapping(ctx, source)
  const last = await lastMappingVersion(ctx.db, subjectOf(source))
  await commit(ctx, {
    event: {
      type: 'column-mapping.changed',
      subject: subjectOf(source),
      version: Math.max(version, last) + 1,
      data: { source },
    },
    writes: [deleteColumnMapping(source)],
  })
}
