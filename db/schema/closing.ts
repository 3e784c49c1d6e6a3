import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** What one of a pair thanks the other for, at the end (P9). */
export const thankYouNotes = sqliteTable(
  'thank_you_notes',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    author_id: text().notNull(),
    text: text().notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [uniqueIndex('thank_you_notes_once').on(table.pair_id, table.author_id)],
)

/** Whether somebody wants their contribution to be visible to the talent team: asked at closing only, no by default (F10, P12). */
export const talentChoices = sqliteTable('talent_choices', {
  participant_id: text().primaryKey(),
  programme_id: text().notNull(),
  visible: integer({ mode: 'boolean' }).notNull(),
  chosen_at: integer().notNull(),
  version: integer().notNull(),
})
