import { and, asc, desc, eq, gt, lt, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { employeeImportFindings, employeeImportRejects, employeeImports } from '#db/schema/employee-import.ts'

export type ImportRow = typeof employeeImports.$inferSelect
export type FindingRow = typeof employeeImportFindings.$inferSelect

export async function findImport(db: Database, id: string): Promise<ImportRow | undefined> {
  return db.select().from(employeeImports).where(eq(employeeImports.id, id)).get()
}

/** Imports, newest first. */
export async function listImports(
  db: Database,
  after: { at: number; id: string } | null,
  limit: number,
): Promise<ImportRow[]> {
  const { created_at, id } = employeeImports
  const below = after
    ? or(lt(created_at, after.at), and(eq(created_at, after.at), lt(id, after.id)))
    : undefined
  return db.select().from(employeeImports).where(below).orderBy(desc(created_at), desc(id)).limit(limit)
}

/** What there is to know of the lines of an import, by line. */
export async function listFindings(
  db: Database,
  importId: string,
  after: { line: number; position: number } | null,
  limit: number,
): Promise<FindingRow[]> {
  const { import_id, line, position } = employeeImportFindings
  const beyond = after
    ? or(gt(line, after.line), and(eq(line, after.line), gt(position, after.position)))
    : undefined
  return db
    .select()
    .from(employeeImportFindings)
    .where(and(eq(import_id, importId), beyond))
    .orderBy(asc(line), asc(position))
    .limit(limit)
}

export async function countFindings(db: Database, importId: string): Promise<number> {
  return db.$count(employeeImportFindings, eq(employeeImportFindings.import_id, importId))
}

/** Rejected lines after one of them, with what was wrong. */
export async function listRejects(
  db: Database,
  importId: string,
  afterLine: number,
  limit: number,
): Promise<{ line: number; cells: string[]; findings: Pick<FindingRow, 'kind' | 'field'>[] }[]> {
  const rejects = await db
    .select({ line: employeeImportRejects.line, cells: employeeImportRejects.cells })
    .from(employeeImportRejects)
    .where(and(eq(employeeImportRejects.import_id, importId), gt(employeeImportRejects.line, afterLine)))
    .orderBy(asc(employeeImportRejects.line))
    .limit(limit)
  const last = rejects.at(-1)
  if (!last) return []
  const findings = await db.all<{ line: number; kind: string; field: string | null }>(sql`
    SELECT line, kind, field FROM employee_import_findings
    WHERE import_id = ${importId} AND line > ${afterLine} AND line <= ${last.line} AND severity = 'error'
    ORDER BY line, position`)
  const byLine = Map.groupBy(findings, ({ line }) => line)
  return rejects.map((reject) => ({ ...reject, findings: byLine.get(reject.line) ?? [] }))
}

/** Imports that wait for a worker, oldest first: queued, or left behind by one that went silent. */
export async function listImportsWaiting(db: Database, now: number): Promise<{ id: string }[]> {
  return db
    .select({ id: employeeImports.id })
    .from(employeeImports)
    .where(isFree(now))
    .orderBy(asc(employeeImports.created_at))
    .limit(20)
}

/** Imports whose sender went away in the midst of sending. */
export async function listImportsBroken(db: Database, now: number): Promise<ImportRow[]> {
  return db
    .select()
    .from(employeeImports)
    .where(and(eq(employeeImports.state, 'receiving'), lt(employeeImports.lease_until, now)))
    .limit(20)
}

function isFree(now: number) {
  const { state, lease_until } = employeeImports
  return or(eq(state, 'queued'), and(eq(state, 'running'), lt(lease_until, now)))
}

/** Takes the import for a while; of any number of workers, one gets a fence. */
export async function claimImport(
  db: Database,
  id: string,
  now: number,
  until: number,
): Promise<ImportRow | undefined> {
  return db
    .update(employeeImports)
    .set({ state: 'running', lease_until: until, fence: sql`fence + 1` })
    .where(and(eq(employeeImports.id, id), isFree(now)))
    .returning()
    .get()
}

/** What is known of an import when it begins. */
export type ImportStart = Pick<
  ImportRow,
  'id' | 'mode' | 'format' | 'source' | 'complete' | 'version' | 'created_at' | 'lease_until'
>

export function insertImport(row: ImportStart): SQLWrapper {
  return sql`INSERT INTO employee_imports (id, state, mode, format, source, complete, chunks, lines, ignored_columns,
      version, created_at, lease_until)
    VALUES (${row.id}, 'receiving', ${row.mode}, ${row.format}, ${row.source}, ${row.complete ? 1 : 0}, 0, 0, '[]',
      ${row.version}, ${row.created_at}, ${row.lease_until})`
}

/** The file has arrived whole: it waits for a worker. */
export function queueImport(
  id: string,
  row: Pick<ImportRow, 'chunks' | 'lines' | 'ignored_columns' | 'refused_columns' | 'columns' | 'version'>,
): SQLWrapper {
  return sql`UPDATE employee_imports SET state = 'queued', lease_until = NULL, chunks = ${row.chunks},
      lines = ${row.lines}, ignored_columns = ${JSON.stringify(row.ignored_columns)},
      refused_columns = ${JSON.stringify(row.refused_columns)}, columns = ${JSON.stringify(row.columns)},
      version = ${row.version} WHERE id = ${id}`
}

export function insertFindings(findings: readonly FindingRow[]): SQLWrapper[] {
  return inChunks(findings).map(
    (chunk) => sql`INSERT OR REPLACE INTO employee_import_findings
        (import_id, line, position, kind, severity, external_id, field, value)
      SELECT value ->> 'import_id', value ->> 'line', value ->> 'position', value ->> 'kind', value ->> 'severity',
        value ->> 'external_id', value ->> 'field', value ->> 'value' FROM json_each(${chunk})`,
  )
}

/** Keeps rejected lines, to be corrected and sent again. */
export function insertRejects(
  importId: string,
  rejects: readonly { line: number; cells: readonly string[] }[],
): SQLWrapper[] {
  return inChunks(rejects.map(({ line, cells }) => ({ line, cells }))).map(
    (chunk) => sql`INSERT OR REPLACE INTO employee_import_rejects (import_id, line, cells)
      SELECT ${importId}, value ->> 'line', value -> 'cells' FROM json_each(${chunk})`,
  )
}

/** Records a chunk as read; the fence and the position are guarded by the caller. */
export function advanceImport(
  row: ImportRow,
  counts: { created: number; updated: number; unchanged: number; rejected: number },
  leaseUntil: number,
): SQLWrapper {
  return sql`UPDATE employee_imports SET chunks_done = ${row.chunks_done + 1}, created = created + ${counts.created},
      updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
      rejected = rejected + ${counts.rejected}, active_before = ${row.active_before}, version = version + 1,
      lease_until = ${leaseUntil} WHERE id = ${row.id}`
}

/** So many people are missing from a complete file that somebody must say yes first. */
export function pauseImport(row: ImportRow, missing: number): SQLWrapper {
  return sql`UPDATE employee_imports SET state = 'waiting', missing = ${missing}, active_before = ${row.active_before},
      lease_until = NULL, version = version + 1 WHERE id = ${row.id}`
}

export function confirmImport(row: ImportRow, by: string, now: number): SQLWrapper {
  return sql`UPDATE employee_imports SET state = 'queued', confirmed_at = ${now}, confirmed_by = ${by},
      version = version + 1 WHERE id = ${row.id}`
}

/** The file has been read, or nobody wants it any more: its lines are not kept. */
export function endImport(
  row: ImportRow,
  state: 'completed' | 'abandoned',
  { missing, now }: { missing: number | null; now: number },
): SQLWrapper[] {
  return [
    sql`UPDATE employee_imports SET state = ${state}, completed_at = ${now}, lease_until = NULL, missing = ${missing},
          active_before = ${row.active_before}, version = ${row.version + 1} WHERE id = ${row.id}`,
    sql`DELETE FROM employee_import_chunks WHERE import_id = ${row.id}`,
  ]
}
