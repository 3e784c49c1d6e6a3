import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const employeeImports = sqliteTable('employee_imports', {
  id: text().primaryKey(),
  state: text({ enum: ['queued', 'running', 'completed'] }).notNull(),
  mode: text({ enum: ['strict', 'lenient', 'dry-run'] }).notNull(),
  chunks: integer().notNull(),
  chunks_done: integer().notNull().default(0),
  lines: integer().notNull(),
  created: integer().notNull().default(0),
  updated: integer().notNull().default(0),
  unchanged: integer().notNull().default(0),
  rejected: integer().notNull().default(0),
  ignored_columns: text({ mode: 'json' }).$type<string[]>().notNull(),
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
