import { asc, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { columnMappings } from '#db/schema/employee-import.ts'

export type ColumnMappingRow = typeof columnMappings.$inferSelect

export async function findColumnMapping(db: Database, source: string): Promise<ColumnMappingRow | undefined> {
  return db.select().from(columnMappings).where(eq(columnMappings.source, source)).get()
}

export async function listColumnMappings(
  db: Database,
  after: string | null,
  limit: number,
): Promise<ColumnMappingRow[]> {
  return db
    .select()
    .from(columnMappings)
    .where(after === null ? undefined : gt(columnMappings.source, after))
    .orderBy(asc(columnMappings.source))
    .limit(limit)
}

/** The last version that a mapping had, also where it was deleted since. */
export async function lastMappingVersion(db: Database, subject: string): Promise<number> {
  const row = await db.get<{ version: number | null }>(sql`
    SELECT max(version) AS version FROM events WHERE subject = ${subject}`)
  return row?.version ?? 0
}

export function writeColumnMapping(row: {
  source: string
  columns: object
  version: number
  updated_at: number
}): SQLWrapper {
  return sql`INSERT INTO column_mappings (source, columns, version, updated_at)
    VALUES (${row.source}, ${JSON.stringify(row.columns)}, ${row.version}, ${row.updated_at})
    ON CONFLICT (source) DO UPDATE SET columns = excluded.columns, version = excluded.version,
      updated_at = excluded.updated_at`
}

export function deleteColumnMapping(source: string): SQLWrapper {
  return sql`DELETE FROM column_mappings WHERE source = ${source}`
}
