import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const employeeImports = sqliteTable('employee_imports', {
  id: text().primaryKey(),
  state: text({ enum: ['receiving', 'queued', 'running', 'waiting', 'completed', 'abandoned'] }).notNull(),
  mode: text({ enum: ['strict', 'lenient', 'dry-run'] }).notNull(),
  chunks: integer().notNull(),
  chunks_done: integer().notNull().default(0),
  lines: integer().notNull(),
  created: integer().notNull().default(0),
  updated: integer().notNull().default(0),
  unchanged: integer().notNull().default(0),
  rejected: integer().notNull().default(0),
  ignored_columns: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Columns about the person that are never read. */
  refused_columns: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  format: text({ enum: ['csv', 'ndjson', 'xlsx'] })
    .notNull()
    .default('csv'),
  /** Where the file comes from: whose column mapping is used and remembered. */
  source: text(),
  /** The header as it was, for the file of rejected lines. */
  columns: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** The file holds everybody: whoever is missing has left. */
  complete: integer({ mode: 'boolean' }).notNull().default(false),
  /** How many active people are missing from a complete file, and how many there were. */
  missing: integer(),
  active_before: integer(),
  /** Who said yes to many departures at once. */
  confirmed_at: integer(),
  confirmed_by: text(),
  deactivated: integer().notNull().default(0),
  lease_until: integer(),
  fence: integer().notNull().default(0),
  version: integer().notNull(),
  created_at: integer().notNull(),
  completed_at: integer(),
})

/** The lines still to be read, in chunks that one batch can write; emptied when the import completes. */
export const employeeImportChunks = sqliteTable(
  'employee_import_chunks',
  {
    import_id: text().notNull(),
    chunk: integer().notNull(),
    lines: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.import_id, table.chunk] })],
)

export const employeeImportFindings = sqliteTable(
  'employee_import_findings',
  {
    import_id: text().notNull(),
    line: integer().notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    severity: text({ enum: ['error', 'warning'] }).notNull(),
    external_id: text(),
    field: text(),
    value: text(),
  },
  (table) => [primaryKey({ columns: [table.import_id, table.line, table.position] })],
)

/** Lines that were refused, as they were in the file but for what is never read: to correct and send again. */
export const employeeImportRejects = sqliteTable(
  'employee_import_rejects',
  {
    import_id: text().notNull(),
    line: integer().notNull(),
    cells: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.import_id, table.line] })],
)

/** Which column of a source is which field; remembered from one file to the next. */
export const columnMappings = sqliteTable('column_mappings', {
  source: text().primaryKey(),
  columns: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  version: integer().notNull(),
  updated_at: integer().notNull(),
})
