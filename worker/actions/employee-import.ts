import { sql } from 'drizzle-orm'
import type { ImportMode } from '#contract/employee-import.ts'
import { inChunks } from '#db/commit.ts'
import {
  advanceImport,
  claimImport,
  closeImport,
  type ImportRow,
  insertFindings,
  insertImport,
  listNamedInFile,
  listSecondHeads,
  listUnknownManagers,
  readChunk,
} from '#db/queries/employee-import.ts'
import { countHeads, renameInLines, writePeople } from '#db/queries/person.ts'
import { FINDINGS, type Finding, type ImportLine, planLines } from '#domain/employee-import.ts'
import { LEASE_MS } from '#domain/match-run.ts'
import { authorise } from '#domain/permission.ts'
import { type Context, commit } from './context.ts'
import { loadKnown } from './person.ts'

/** How many lines are read, decided and written at a time; keeps memory and statements bounded. */
const LINES_A_CHUNK = 500

/** Stores the lines of a file; a job reads them chunk by chunk, and picks up where another stopped. */
export async function receiveImport(
  ctx: Context,
  mode: ImportMode,
  lines: readonly ImportLine[],
  ignoredColumns: string[],
): Promise<string> {
  authorise(ctx.actor, 'employees:write')
  const id = ctx.newId('imp')
  const chunks: string[] = []
  for (let from = 0; from < lines.length; from += LINES_A_CHUNK) {
    chunks.push(...inChunks(lines.slice(from, from + LINES_A_CHUNK)))
  }
  await commit(ctx, {
    event: {
      type: 'employee-import.received',
      subject: id,
      version: 1,
      data: { import: id, lines: lines.length },
    },
    writes: insertImport(
      {
        id,
        state: 'queued',
        mode,
        chunks: chunks.length,
        lines: lines.length,
        ignored_columns: ignoredColumns,
        version: 1,
        created_at: ctx.now,
      },
      chunks,
    ),
  })
  ctx.wake({ job: 'employee-import', id })
  return id
}

/**
 * Reads an import to its end under a lease. Each chunk is one commit, so a worker that dies loses at most
 * the chunk in hand, which the next one reads again. In strict mode everything is checked before anything is written.
 * @returns whether this call finished the import.
 */
export async function readImport(ctx: Context, id: string, clock: () => number): Promise<boolean> {
  let row = await claimImport(ctx.db, id, ctx.now, ctx.now + LEASE_MS)
  if (!row) return false
  const steps = row.mode === 'strict' ? row.chunks * 2 : row.chunks
  while (row.chunks_done < steps) {
    const isCheckOnly = row.mode === 'dry-run' || (row.mode === 'strict' && row.chunks_done < row.chunks)
    if (row.mode === 'strict' && row.chunks_done >= row.chunks && row.rejected > 0) break
    row = await readOneChunk({ ...ctx, now: clock() }, row, isCheckOnly)
  }
  await close({ ...ctx, now: clock() }, row)
  return true
}

async function readOneChunk(ctx: Context, row: ImportRow, isCheckOnly: boolean): Promise<ImportRow> {
  const lines = await readChunk<ImportLine>(ctx.db, row.id, row.chunks_done % row.chunks)
  const plan = planLines(lines, await loadKnown(ctx, lines), () => ctx.newId('per'))
  const isSecondPass = row.mode === 'strict' && row.chunks_done >= row.chunks
  const counts =
    row.mode === 'strict' && isCheckOnly
      ? { created: 0, updated: 0, unchanged: 0, rejected: plan.counts.rejected }
      : plan.counts
  await commit(ctx, {
    event: {
      type: 'employee-import.advanced',
      subject: row.id,
      version: row.version + 1,
      data: { import: row.id, chunk: row.chunks_done },
    },
    guards: [holdsFence(row)],
    writes: [
      ...(isCheckOnly
        ? []
        : [
            ...plan.links.flatMap(({ from, to }) => renameInLines(from, to)),
            ...writePeople(plan.writes, ctx.now),
          ]),
      ...(isSecondPass ? [] : insertFindings(asRows(row.id, plan.findings))),
      ...advanceImport(row, counts, ctx.now + LEASE_MS),
    ],
  })
  return {
    ...row,
    version: row.version + 1,
    chunks_done: row.chunks_done + 1,
    rejected: row.rejected + counts.rejected,
  }
}

async function close(ctx: Context, row: ImportRow): Promise<void> {
  const heads = await countHeads(ctx.db)
  const named = row.mode === 'lenient' ? new Set<string>() : await listNamedInFile(ctx.db, row.id)
  const unknown = (await listUnknownManagers(ctx.db, row.id)).filter(({ value }) => !named.has(value ?? ''))
  const findings: Finding[] = [
    ...unknown.slice(0, 1000).map((found) => ({ ...found, kind: 'unknown-manager' as const })),
    ...(heads > 1 ? await listSecondHeads(ctx.db, row.id) : []).map((found) => ({
      ...found,
      kind: 'second-head' as const,
    })),
  ]
  await commit(ctx, {
    event: {
      type: 'employee-import.completed',
      subject: row.id,
      version: row.version + 1,
      data: { import: row.id },
    },
    guards: [holdsFence(row)],
    writes: [...insertFindings(asRows(row.id, findings, 1000)), ...closeImport(row.id, ctx.now)],
  })
  ctx.wake({ job: 'recheck' })
}

function holdsFence(row: ImportRow) {
  return sql`(SELECT fence = ${row.fence} AND chunks_done = ${row.chunks_done} AND state = 'running'
    FROM employee_imports WHERE id = ${row.id})`
}

function asRows(importId: string, findings: readonly Finding[], from = 0) {
  return findings.map((finding, position) => ({
    import_id: importId,
    position: from + position,
    severity: FINDINGS[finding.kind].severity,
    ...finding,
  }))
}
