import type { ImportRow } from '#db/queries/employee-import.ts'
import {
  listChartRows,
  listHeads,
  listKnownReferences,
  readKeeps,
} from '#db/queries/employee-import-lines.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { type ImportChart, openImportChart } from '#domain/import-chart.ts'
import type { ReportingMove } from '#domain/person.ts'
import { organisationDay } from '#domain/reporting-move.ts'
import type { Context } from './context.ts'

/**
 * Draws the chart of a whole file before its first line is written, so that what is found of it does not depend on the
 * order of its lines, nor on what is stored of its people. Null where the file says nothing of managers.
 */
export async function drawChart(ctx: Context, row: ImportRow): Promise<ImportChart | null> {
  if ((await readKeeps(ctx.db, row.id)).includes('manager')) return null
  const today = organisationDay(ctx.now)
  const reader = openImportChart()
  for (let chunk = 0; chunk < row.chunks; chunk++) {
    for (const one of await listChartRows(ctx.db, row.id, chunk)) {
      const isToday = one.manager_from === null || one.manager_from <= today
      reader.add({
        line: one.line,
        person: one.person,
        manager: one.manager,
        dotted_managers: JSON.parse(one.dotted_managers) as string[],
        announced: (JSON.parse(one.moves) as ReportingMove[]).flatMap(({ manager, dotted_managers }) =>
          manager === null ? dotted_managers : [manager, ...dotted_managers],
        ),
        isExpected: one.is_expected === 1,
        isToday,
      })
    }
  }
  const outside = reader.outside()
  const [hierarchy, known, heads] = await Promise.all([
    hierarchyAbove(ctx.db, outside),
    listKnownReferences(ctx.db, outside),
    listHeads(ctx.db),
  ])
  return reader.close({ hierarchy, known, heads })
}
