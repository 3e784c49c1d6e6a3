import { sql } from 'drizzle-orm'
import type { Columns } from '#contract/column-mapping.ts'
import type { FileColumns, FileFormat } from '#contract/employee-file.ts'
import type { ImportMode } from '#contract/employee-import.ts'
import { inChunks, stage } from '#db/commit.ts'
import { writeColumnMapping } from '#db/queries/column-mapping.ts'
import {
  endImport,
  findImport,
  type ImportStart,
  insertImport,
  queueImport,
} from '#db/queries/employee-import.ts'
import { insertChunk } from '#db/queries/employee-import-lines.ts'
import type { ImportLine } from '#domain/employee-import.ts'
import { HOUR_MS } from '#domain/local-time.ts'
import { authorise } from '#domain/permission.ts'
import { onDay, organisationDay } from '#domain/reporting-move.ts'
import { nextMapping } from './column-mapping.ts'
import { type Context, commit } from './context.ts'

/** How many lines are read, decided and written at a time; keeps memory and statements bounded. */
const LINES_A_CHUNK = 1000

/** A sender who has said nothing for so long has gone. */
const SENDING_MS = HOUR_MS

/** What is asked of an import besides its file. */
export interface ImportRequest {
  mode: ImportMode
  format: FileFormat
  complete: boolean
  source: string | null
  /** A mapping that came with the file, to be remembered for its source. */
  mapping: Columns | null
}

/** Lines as they arrive, and what the file turned out to hold once they have all been read. */
export interface Upload {
  lines: AsyncIterable<readonly ImportLine[]> | Iterable<readonly ImportLine[]>
  columns: () => FileColumns
}

/**
 * Stores the lines of a file while it arrives, and queues it with one commit at its end; a job reads them chunk by chunk.
 * A small file is one commit and nothing else. An upload that breaks off leaves nothing but an abandoned import.
 * @throws Problem as reading the file does.
 */
export async function receiveImport(ctx: Context, request: ImportRequest, upload: Upload): Promise<string> {
  authorise(ctx.actor, 'employees:write')
  const { mode, format, complete, source } = request
  const start: ImportStart = {
    id: ctx.newId('imp'),
    ...{ mode, format, complete, source },
    version: 0,
    created_at: ctx.now,
    lease_until: ctx.now + SENDING_MS,
  }
  const staging = openStaging(ctx, start, upload.columns)
  try {
    for await (const lines of upload.lines) await staging.add(lines)
    await queue(ctx, request, start, { staging, columns: upload.columns() })
  } catch (error) {
    if (staging.hasBegun()) await abandonBroken(ctx, start.id).catch(() => undefined)
    throw error
  }
  ctx.wake({ job: 'employee-import', id: start.id })
  return start.id
}

async function queue(
  ctx: Context,
  { source, mapping }: ImportRequest,
  start: ImportStart,
  { staging, columns }: { staging: Staging; columns: FileColumns },
): Promise<void> {
  const remembered = source !== null && mapping ? await nextMapping(ctx, source, mapping) : null
  const rest = staging.rest()
  await commit(ctx, {
    event: {
      type: 'employee-import.received',
      subject: start.id,
      version: 1,
      data: { import: start.id, lines: staging.count() },
    },
    guards: staging.hasBegun() ? [isReceiving(start.id)] : [],
    writes: [
      ...(staging.hasBegun() ? [] : [insertImport(start)]),
      ...rest,
      queueImport(start.id, {
        chunks: staging.chunks(),
        lines: staging.count(),
        ignored_columns: columns.ignored,
        refused_columns: columns.refused,
        columns: columns.headers,
        version: 1,
      }),
      ...(remembered ? [writeColumnMapping(remembered.row)] : []),
    ],
  })
}

type Staging = ReturnType<typeof openStaging>

/** Puts lines aside in chunks that one batch can write. */
function openStaging(ctx: Context, start: ImportStart, columns: () => FileColumns) {
  const today = organisationDay(ctx.now)
  let waiting: ImportLine[] = []
  let [chunks, count, hasBegun] = [0, 0, false]
  const insert = (lines: readonly ImportLine[]) => {
    const { keeps } = columns()
    return inChunks(lines).map((json) => insertChunk(start.id, chunks++, { keeps, lines: json }))
  }
  return {
    count: () => count,
    chunks: () => chunks,
    hasBegun: () => hasBegun,
    async add(lines: readonly ImportLine[]) {
      count += lines.length
      for (const line of lines) {
        waiting.push({ ...line, employee: line.employee && onDay(line.employee, today) })
        if (waiting.length < LINES_A_CHUNK) continue
        const guards = hasBegun ? [isReceiving(start.id)] : []
        await stage(ctx.db, {
          writes: [...(hasBegun ? [] : [insertImport(start)]), ...insert(waiting)],
          guards,
        })
        hasBegun = true
        waiting = []
      }
    },
    /** The last lines, for the commit that ends the upload. */
    rest: () => insert(waiting),
  }
}

function isReceiving(id: string) {
  return sql`(SELECT state = 'receiving' FROM employee_imports WHERE id = ${id})`
}

/** Gives up an import whose sender went away or whose file could not be read to its end. */
export async function abandonBroken(ctx: Context, id: string): Promise<boolean> {
  const row = await findImport(ctx.db, id)
  if (row?.state !== 'receiving') return false
  // The request itself has failed: what it asked to be remembered of its first change is not for this one.
  const alone = { ...ctx, asked: { version: null, once: null } }
  await commit(alone, {
    event: {
      type: 'employee-import.abandoned',
      subject: id,
      version: row.version + 1,
      data: { import: id },
    },
    guards: [isReceiving(id)],
    writes: endImport(row, 'abandoned', { missing: null, now: ctx.now }),
  })
  return true
}
