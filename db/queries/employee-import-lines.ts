import { and, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { employeeImportChunks } from '#db/schema/employee-import.ts'
import type { ImportRow } from './employee-import.ts'

/** Lines as they wait to be read, with what holds for all of them. */
export interface StagedChunk<Line, Field extends string = string> {
  keeps: Field[]
  lines: Line[]
}

/** @param lines a JSON array, see `inChunks`. */
export function insertChunk(
  importId: string,
  chunk: number,
  { keeps, lines }: { keeps: readonly string[]; lines: string },
): SQLWrapper {
  return sql`INSERT INTO employee_import_chunks (import_id, chunk, lines)
    VALUES (${importId}, ${chunk}, ${`{"keeps":${JSON.stringify(keeps)},"lines":${lines}}`})`
}

export async function readChunk<Line, Field extends string>(
  db: Database,
  importId: string,
  chunk: number,
): Promise<StagedChunk<Line, Field>> {
  const row = await db
    .select({ lines: employeeImportChunks.lines })
    .from(employeeImportChunks)
    .where(and(eq(employeeImportChunks.import_id, importId), eq(employeeImportChunks.chunk, chunk)))
    .get()
  return row ? JSON.parse(row.lines) : { keeps: [], lines: [] }
}

/** The fields of which the file says nothing. */
export async function readKeeps(db: Database, importId: string): Promise<string[]> {
  const row = await db.get<{ keeps: string }>(sql`
    SELECT lines -> '$.keeps' AS keeps FROM employee_import_chunks WHERE import_id = ${importId} AND chunk = 0`)
  return row ? JSON.parse(row.keeps) : []
}

export interface ChartRow {
  line: number
  person: string
  manager: string | null
  dotted_managers: string
  moves: string
  manager_from: string | null
  is_expected: number
}

/** Who reports to whom in one chunk, among the lines that can be taken. */
export async function listChartRows(db: Database, importId: string, chunk: number): Promise<ChartRow[]> {
  return db.all<ChartRow>(sql`
    SELECT entry.value ->> 'line' AS line, entry.value ->> 'external_id' AS person,
      entry.value ->> '$.employee.manager' AS manager,
      entry.value -> '$.employee.dotted_managers' AS dotted_managers, entry.value -> '$.employee.moves' AS moves,
      entry.value ->> 'manager_from' AS manager_from,
      entry.value ->> '$.employee.active' = 1 AND entry.value ->> '$.employee.relation' = 'employee' AS is_expected
    FROM employee_import_chunks AS chunk, json_each(chunk.lines, '$.lines') AS entry
    WHERE chunk.import_id = ${importId} AND chunk.chunk = ${chunk} AND entry.value ->> 'employee' IS NOT NULL
      AND entry.value ->> 'duplicate' IS NULL AND entry.value ->> 'flaw' IS NULL`)
}

/** Which of these references are people that we know. */
export async function listKnownReferences(db: Database, references: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const chunk of inChunks(references)) {
    const rows = await db.all<{ reference: string }>(sql`
      SELECT value AS reference FROM json_each(${chunk})
      WHERE EXISTS (SELECT 1 FROM people WHERE external_id = value) OR EXISTS (SELECT 1 FROM people WHERE id = value)`)
    for (const { reference } of rows) known.add(reference)
  }
  return known
}

/** People of the company, there today, who manage others and have no manager. */
export async function listHeads(db: Database): Promise<string[]> {
  const rows = await db.all<{ external_id: string }>(sql`
    SELECT external_id FROM people WHERE active = 1 AND relation = 'employee' AND external_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM reporting_lines WHERE person = people.external_id AND kind = 'line')
      AND EXISTS (SELECT 1 FROM reporting_lines WHERE manager = people.external_id)
    LIMIT 1000`)
  return rows.map(({ external_id }) => external_id)
}

/** Who reports to these people, several thousand at most. */
export async function listReports(
  db: Database,
  managers: readonly string[],
): Promise<{ person: string; manager: string }[]> {
  const [chunk] = inChunks(managers)
  return db.all(sql`SELECT person, manager FROM reporting_lines
    WHERE manager IN (SELECT value FROM json_each(${chunk ?? '[]'})) LIMIT 5000`)
}

/** Which of these people an identity provider looks after. */
export async function listProvided(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const provided = new Set<string>()
  for (const chunk of inChunks(ids)) {
    const rows = await db.all<{ id: string }>(sql`
      SELECT person_id AS id FROM scim_users WHERE person_id IN (SELECT value FROM json_each(${chunk}))`)
    for (const { id } of rows) provided.add(id)
  }
  return provided
}

/** Of whom files say that they are there: people of the company, known from HR, whom no identity provider looks after. */
const IS_OF_FILES = sql`people.active = 1 AND people.relation = 'employee' AND people.external_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM scim_users WHERE person_id = people.id)`

/** By how much the clocks of two workers may differ. */
const CLOCKS_DIFFER_MS = 10_000

/** Of them, who is not in the file. Once somebody is asked to confirm, whoever changes after that is not judged by it. */
function isMissing(row: Pick<ImportRow, 'id'>) {
  return sql`${IS_OF_FILES}
    AND people.updated_at <= coalesce((SELECT max(occurred_at) + ${CLOCKS_DIFFER_MS} FROM events
      WHERE subject = ${row.id} AND type = 'employee-import.waiting'), people.updated_at)
    AND people.external_id NOT IN (SELECT entry.value ->> 'external_id'
      FROM employee_import_chunks AS chunk, json_each(chunk.lines, '$.lines') AS entry
      WHERE chunk.import_id = ${row.id} AND entry.value ->> 'external_id' IS NOT NULL)`
}

export async function countOfFiles(db: Database): Promise<number> {
  const row = await db.get<{ count: number }>(sql`SELECT count(*) AS count FROM people WHERE ${IS_OF_FILES}`)
  return row?.count ?? 0
}

export async function countMissing(db: Database, row: ImportRow): Promise<number> {
  const found = await db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM people WHERE ${isMissing(row)}`,
  )
  return found?.count ?? 0
}

/** Whoever is not in a complete file has left. Written before the lines of the file are deleted. */
export function deactivateMissing(row: ImportRow, now: number): SQLWrapper[] {
  return [
    sql`UPDATE employee_imports SET deactivated = (SELECT count(*) FROM people WHERE ${isMissing(row)})
        WHERE id = ${row.id}`,
    sql`UPDATE people SET active = 0, recheck = 1, version = version + 1, updated_at = ${now}
        WHERE ${isMissing(row)}`,
  ]
}
