import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** References, not ids: a manager who has not arrived yet is simply a reference that nobody bears. */
export const reportingLines = sqliteTable(
  'reporting_lines',
  {
    person: text().notNull(),
    manager: text().notNull(),
    kind: text({ enum: ['line', 'dotted'] }).notNull(),
  },
  (table) => [
    // Climbing from a person to their managers.
    primaryKey({ columns: [table.person, table.manager] }),
    // Whether a person manages anybody.
    index('reporting_lines_manager').on(table.manager),
  ],
)
