import { and, asc, eq, lt, ne, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { employeeImportChunks, employeeImportFindings, employeeImports } from '#db/schema/employee-import.ts'

export type ImportRow = typeof employeeImports.$inferSelect
export type FindingRow = typeof employeeImportFindings.$inferSelect

export async function findImport(db: Database, id: string): Promise<ImportRow | undefined> {
  return db.select().from(employeeImports).where(eq(employeeImports.id, id)).get()
}

export async function listFindings(db: Database, importId: string, limit: number): Promise<FindingRow[]> {
  return db
    .select()
    .from(employeeImportFindings)
    .where(eq(employeeImportFindings.import_id, importId))
    .orderBy(asc(employeeImportFindings.line), asc(employeeImportFindings.position))
    .limit(limit)
}

export async function countFindings(db: Database, importId: string): Promise<number> {
  return db.$count(employeeImportFindings, eq(employeeImportFindings.import_id, importId))
}

export async function readChunk<T>(db: Database, importId: string, chunk: number): Promise<T[]> {
  const row = await db
    .select({ lines: employeeImportChunks.lines })
    .from(employeeImportChunks)
    .where(and(eq(employeeImportChunks.import_id, importId), eq(employeeImportChunks.chunk, chunk)))
    .get()
  return row ? (JSON.parse(row.lines) as T[]) : []
}

/** Imports that wait for a worker, oldest first: queued, or left behind by one that went silent. */
export async function listImportsWaiting(db: Database, now: number): Promise<{ id: string }[]> {
  return db
    .select({ id: employeeImports.id })
    .from(employeeImports)
    .where(
      and(
        ne(employeeImports.state, 'completed'),
        or(eq(employeeImports.state, 'queued'), lt(employeeImports.lease_until, now)),
      ),
    )
    .orderBy(asc(employeeImports.created_at))
    .limit(20)
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
    .where(
      and(
        eq(employeeImports.id, id),
        ne(employeeImports.state, 'completed'),
        or(eq(employeeImports.state, 'queued'), lt(employeeImports.lease_until, now)),
      ),
    )
    .returning()
    .get()
}

export function insertImport(row: typeof employeeImports.$inferInsert, chunks: string[]): SQLWrapper[] {
  return [
    sql`INSERT INTO employee_imports (id, state, mode, chunks, lines, ignored_columns, version, created_at)
        VALUES (${row.id}, ${row.state}, ${row.mode}, ${row.chunks}, ${row.lines},
                ${JSON.stringify(row.ignored_columns)}, ${row.version}, ${row.created_at})`,
    ...chunks.map(
      (lines, chunk) =>
        sql`INSERT INTO employee_import_chunks (import_id, chunk, lines) VALUES (${row.id}, ${chunk}, ${lines})`,
    ),
  ]
}

export function insertFindings(findings: readonly FindingRow[]): SQLWrapper[] {
  return inChunks(findings).map(
    (chunk) => sql`INSERT OR REPLACE INTO employee_import_findings
        (import_id, line, position, kind, severity, external_id, field, value)
      SELECT value ->> 'import_id', value ->> 'line', value ->> 'position', value ->> 'kind', value ->> 'severity',
        value ->> 'external_id', value ->> 'field', value ->> 'value' FROM json_each(${chunk})`,
  )
}

/** Records a chunk as read; the fence and the position are guarded by the caller. */
export function advanceImport(
  row: ImportRow,
  counts: { created: number; updated: number; unchanged: number; rejected: number },
  leaseUntil: number,
): SQLWrapper[] {
  return [
    sql`UPDATE employee_imports SET chunks_done = ${row.chunks_done + 1}, created = created + ${counts.created},
          updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
          rejected = rejected + ${counts.rejected}, version = version + 1, lease_until = ${leaseUntil}
        WHERE id = ${row.id}`,
  ]
}

/** The file has been read: its lines are not kept. */
export function closeImport(id: string, now: number): SQLWrapper[] {
  return [
    sql`UPDATE employee_imports SET state = 'completed', completed_at = ${now}, lease_until = NULL,
          version = version + 1 WHERE id = ${id}`,
    sql`DELETE FROM employee_import_chunks WHERE import_id = ${id}`,
  ]
}

type Found = { line: number; external_id: string; field: string; value: string | null }

/** Lines of the file whose manager is nobody that we know. */
export async function listUnknownManagers(db: Database, importId: string): Promise<Found[]> {
  return db.all<Found>(sql`
    SELECT entry.value ->> 'line' AS line, entry.value ->> 'external_id' AS external_id, 'manager' AS field,
      entry.value ->> '$.employee.manager' AS value
    FROM employee_import_chunks AS chunk, json_each(chunk.lines) AS entry
    WHERE chunk.import_id = ${importId} AND entry.value ->> '$.employee.manager' IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM people WHERE external_id = entry.value ->> '$.employee.manager')
      AND NOT EXISTS (SELECT 1 FROM people WHERE id = entry.value ->> '$.employee.manager')
    ORDER BY 1`)
}

/** Everybody whom the file names: a dry run stores nobody, yet they are not unknown. */
export async function listNamedInFile(db: Database, importId: string): Promise<Set<string>> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT entry.value ->> 'external_id' AS id FROM employee_import_chunks AS chunk, json_each(chunk.lines) AS entry
    WHERE chunk.import_id = ${importId}`)
  return new Set(rows.map((row) => row.id))
}

/** Lines of the file that leave an employee who manages others without a manager. */
export async function listSecondHeads(db: Database, importId: string): Promise<Found[]> {
  return db.all<Found>(sql`
    SELECT entry.value ->> 'line' AS line, entry.value ->> 'external_id' AS external_id, 'manager' AS field, NULL AS value
    FROM employee_import_chunks AS chunk, json_each(chunk.lines) AS entry
    JOIN people ON people.external_id = entry.value ->> 'external_id'
    WHERE chunk.import_id = ${importId} AND people.active = 1 AND people.relation = 'employee'
      AND EXISTS (SELECT 1 FROM reporting_lines WHERE manager = people.external_id)
      AND NOT EXISTS (SELECT 1 FROM reporting_lines WHERE person = people.external_id AND kind = 'line')
    ORDER BY 1 LIMIT 1000`)
}
