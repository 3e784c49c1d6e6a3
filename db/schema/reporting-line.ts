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

/** Managers who take over on a day to come; on that day a job makes them the reporting lines of the person. */
export const reportingMoves = sqliteTable(
  'reporting_moves',
  {
    person: text().notNull(),
    effective_on: text().notNull(),
    manager: text(),
    dotted_managers: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.effective_on] }),
    // The job asks which moves have become due.
    index('reporting_moves_due').on(table.effective_on),
  ],
)
