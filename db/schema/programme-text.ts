import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Both } from '#domain/language.ts'

/** Every version of a charter and of a notice on personal data, so that what somebody accepted can be shown again. */
export const programmeTexts = sqliteTable(
  'programme_texts',
  {
    programme_id: text().notNull(),
    kind: text({ enum: ['charter', 'notice'] }).notNull(),
    version: integer().notNull(),
    words: text({ mode: 'json' }).$type<Both>().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.programme_id, table.kind, table.version] })],
)
