import { rejectsHeader, rejectsLines } from '#contract/employee-file-template.ts'
import { type ImportRow, listRejects } from '#db/queries/employee-import.ts'
import { FINDINGS, type FindingKind } from '#domain/employee-import.ts'
import type { Request } from '#http/service-context.ts'

const LINES_A_PAGE = 1000

/** The rejected lines of an import as a CSV that can be corrected and sent again, page after page. */
export function tellRejects(c: Request, row: ImportRow): Response {
  const { db } = c.get('ctx')
  const language = c.get('language')
  const utf8 = new TextEncoder()
  let afterLine = 0
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(utf8.encode(rejectsHeader(row.columns, language)))
    },
    async pull(stream) {
      const rejects = await listRejects(db, row.id, afterLine, LINES_A_PAGE)
      if (rejects.length === 0) return stream.close()
      afterLine = rejects.at(-1)!.line
      const lines = rejects.map(({ cells, findings }) => ({
        cells,
        reason: findings
          .map(
            ({ kind, field }) =>
              `${field === null ? '' : `${field} – `}${FINDINGS[kind as FindingKind][language]}`,
          )
          .join(' '),
      }))
      stream.enqueue(utf8.encode(rejectsLines(lines, language)))
    },
  })
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="rejected-lines.csv"`,
  })
}
