import { sql } from 'drizzle-orm'
import {
  advanceImport,
  claimImport,
  confirmImport,
  endImport,
  findImport,
  type ImportRow,
  insertFindings,
  insertRejects,
  pauseImport,
} from '#db/queries/employee-import.ts'
import {
  countMissing,
  countOfFiles,
  deactivateMissing,
  listProvided,
  listReports,
  readChunk,
} from '#db/queries/employee-import-lines.ts'
import {
  listDeletedRecords,
  listEmailOwners,
  listPersonRecords,
  renameInLines,
  writePeople,
} from '#db/queries/person.ts'
import { areUnchanged } from '#db/queries/reporting-move.ts'
import {
  FINDINGS,
  type Finding,
  type ImportFile,
  type ImportLine,
  type ImportPlan,
  isMassDeparture,
  type KnownPeople,
  planLines,
} from '#domain/employee-import.ts'
import type { ImportChart } from '#domain/import-chart.ts'
import { LEASE_MS } from '#domain/match-run.ts'
import { authorise } from '#domain/permission.ts'
import { type Employee, emailKey } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import { organisationDay } from '#domain/reporting-move.ts'
import { actorName, type Context, commit } from './context.ts'
import { drawChart } from './employee-import-chart.ts'
import { loadKnown } from './person.ts'

/** How often a chunk is decided anew because somebody whom it speaks of changed in between. */
const TRIES_MAX = 4

/**
 * Reads an import to its end under a lease. Each chunk is one commit, so a worker that dies loses at most
 * the chunk in hand, which the next one reads again. In strict mode everything is checked before anything is written.
 * @returns whether this call finished the import, or has it wait for somebody’s yes.
 */
export async function readImport(ctx: Context, id: string, clock: () => number): Promise<boolean> {
  let row = await claimImport(ctx.db, id, ctx.now, ctx.now + LEASE_MS)
  if (!row) return false
  const steps = row.mode === 'strict' ? row.chunks * 2 : row.chunks
  if (row.complete && row.active_before === null) row.active_before = await countOfFiles(ctx.db)
  const chart = row.chunks_done < steps ? await drawChart(ctx, row) : null
  while (row.chunks_done < steps) {
    if (row.mode === 'strict' && row.chunks_done >= row.chunks && row.rejected > 0) break
    row = await readOneChunk(ctx, row, { clock, chart })
  }
  await close({ ...ctx, now: clock() }, row)
  return true
}

async function readOneChunk(
  ctx: Context,
  row: ImportRow,
  { clock, chart }: { clock: () => number; chart: ImportChart | null },
): Promise<ImportRow> {
  const { lines, keeps } = await readChunk<ImportLine, keyof Employee>(
    ctx.db,
    row.id,
    row.chunks_done % row.chunks,
  )
  for (let tries = 1; ; tries++) {
    const now = { ...ctx, now: clock() }
    const file = { keeps, today: organisationDay(now.now), chart }
    const known = chart ? await loadKnownOfFile(now, lines, chart) : await loadKnown(now, lines)
    const plan = planLines(
      lines,
      await withProvided(now, known),
      () => ctx.newId('per'),
      file satisfies ImportFile,
    )
    try {
      return await commitChunk(now, row, plan)
    } catch (error) {
      const isRace = error instanceof Problem && error.kind === 'conflict'
      if (!isRace || tries === TRIES_MAX) throw error
    }
  }
}

async function commitChunk(ctx: Context, row: ImportRow, plan: ImportPlan): Promise<ImportRow> {
  const isSecondPass = row.mode === 'strict' && row.chunks_done >= row.chunks
  const isCheckOnly = row.mode === 'dry-run' || (row.mode === 'strict' && !isSecondPass)
  const counts =
    row.mode === 'strict' && isCheckOnly
      ? { created: 0, updated: 0, unchanged: 0, rejected: plan.counts.rejected }
      : plan.counts
  const changed = plan.writes.filter(({ version }) => version > 1)
  await commit(ctx, {
    event: {
      type: 'employee-import.advanced',
      subject: row.id,
      version: row.version + 1,
      data: { import: row.id, chunk: row.chunks_done },
    },
    guards: [
      holdsFence(row),
      ...(isCheckOnly ? [] : areUnchanged(changed.map(({ id, version }) => ({ id, version: version - 1 })))),
    ],
    writes: [
      ...(isCheckOnly
        ? []
        : [
            ...plan.links.flatMap(({ from, to }) => renameInLines(from, to)),
            ...writePeople(plan.writes, ctx.now),
          ]),
      ...(isSecondPass
        ? []
        : [
            ...insertFindings(asRows(row.id, plan.findings)),
            ...insertRejects(
              row.id,
              plan.rejects.map(({ line, cells = [] }) => ({ line, cells })),
            ),
          ]),
      advanceImport(row, counts, ctx.now + LEASE_MS),
    ],
  })
  return {
    ...row,
    version: row.version + 1,
    chunks_done: row.chunks_done + 1,
    rejected: row.rejected + counts.rejected,
  }
}

/** What a decision about these lines needs, where the chart of the whole file says who manages whom. */
async function loadKnownOfFile(
  ctx: Context,
  lines: readonly ImportLine[],
  chart: ImportChart,
): Promise<KnownPeople> {
  const employees = lines.flatMap((line) => line.employee ?? [])
  const references = employees.flatMap((one) => one.external_id ?? [])
  const unled = employees.flatMap((one) => (one.manager === null && one.external_id ? [one.external_id] : []))
  const [people, deleted, byEmail, reports] = await Promise.all([
    listPersonRecords(ctx.db, references),
    listDeletedRecords(ctx.db, references),
    listEmailOwners(
      ctx.db,
      employees.flatMap((one) => (one.email ? (emailKey(one.email) ?? []) : [])),
    ),
    unled.length ? listReports(ctx.db, unled) : [],
  ])
  return {
    byReference: new Map([...deleted, ...people].map((person) => [person.external_id as string, person])),
    byEmail,
    hierarchy: new Map(),
    managing: new Set(reports.flatMap(({ person, manager }) => (chart.speaksOf(person) ? [] : manager))),
  }
}

async function withProvided(ctx: Context, known: KnownPeople): Promise<KnownPeople> {
  const ids = [...known.byReference.values()].map(({ id }) => id)
  return { ...known, provided: await listProvided(ctx.db, ids) }
}

/** Ends an import. A complete file tells who has left; too many of them at once wait for somebody’s yes. */
async function close(ctx: Context, row: ImportRow): Promise<void> {
  const missing = row.complete ? await countMissing(ctx.db, row) : null
  const mayWrite = row.mode !== 'dry-run' && !(row.mode === 'strict' && row.rejected > 0)
  const isAsked =
    mayWrite &&
    missing !== null &&
    row.confirmed_at === null &&
    isMassDeparture(missing, row.active_before ?? 0)
  await commit(ctx, {
    event: {
      type: isAsked ? 'employee-import.waiting' : 'employee-import.completed',
      subject: row.id,
      version: row.version + 1,
      data: { import: row.id },
    },
    guards: [holdsFence(row)],
    writes: isAsked
      ? [pauseImport(row, missing)]
      : [
          ...(mayWrite && missing ? deactivateMissing(row, ctx.now) : []),
          ...endImport(row, 'completed', { missing, now: ctx.now }),
        ],
  })
  ctx.wake({ job: 'recheck' })
}

function holdsFence(row: ImportRow) {
  return sql`(SELECT fence = ${row.fence} AND chunks_done = ${row.chunks_done} AND state = 'running'
    FROM employee_imports WHERE id = ${row.id})`
}

function asRows(importId: string, findings: readonly Finding[]) {
  return findings.map((finding, position) => ({
    import_id: importId,
    position,
    severity: FINDINGS[finding.kind].severity,
    ...finding,
  }))
}

/** @throws Problem `not-found` */
export async function getImport(ctx: Context, id: string): Promise<ImportRow> {
  const row = await findImport(ctx.db, id)
  if (!row) throw notFound({ fr: 'Import', en: 'Import' })
  return row
}

/**
 * Says yes to the departures that a complete file tells; a job then marks them.
 * @throws Problem `conflict` where the import waits for nobody’s yes.
 */
export async function confirmDepartures(ctx: Context, id: string): Promise<void> {
  authorise(ctx.actor, 'employees:write')
  const row = await getImport(ctx, id)
  if (row.state !== 'waiting') {
    throw new Problem('conflict', {
      fr: 'Cet import n’attend pas de confirmation. Relisez son état.',
      en: 'This import does not wait for a confirmation. Read its state again.',
    })
  }
  await commit(ctx, {
    event: {
      type: 'employee-import.confirmed',
      subject: id,
      version: row.version + 1,
      data: { import: id },
    },
    guards: [isStill(row)],
    writes: [confirmImport(row, actorName(ctx.actor), ctx.now)],
  })
  ctx.wake({ job: 'employee-import', id })
}

/**
 * Gives up an import that is not under way. What it has written stays written; nobody is marked as gone.
 * @throws Problem `conflict` while it is being read, and once it has ended.
 */
export async function abandonImport(ctx: Context, id: string): Promise<void> {
  authorise(ctx.actor, 'employees:write')
  const row = await getImport(ctx, id)
  if (!['receiving', 'queued', 'waiting'].includes(row.state)) {
    throw new Problem('conflict', {
      fr: 'Cet import est en cours de lecture ou terminé\u00a0: il ne peut plus être abandonné. Relisez son état.',
      en: 'This import is being read or has ended: it can no longer be abandoned. Read its state again.',
    })
  }
  await commit(ctx, {
    event: {
      type: 'employee-import.abandoned',
      subject: id,
      version: row.version + 1,
      data: { import: id },
    },
    guards: [isStill(row)],
    writes: endImport(row, 'abandoned', { missing: row.missing, now: ctx.now }),
  })
}

function isStill(row: ImportRow) {
  return sql`(SELECT state = ${row.state} AND version = ${row.version} FROM employee_imports WHERE id = ${row.id})`
}
