import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a visitor wrote to the programme team; experts who answer the call write here too (P39, F22). */
export const contactMessages = sqliteTable(
  'contact_messages',
  {
    id: text().primaryKey(),
    about: text({ enum: ['programme', 'expert', 'data', 'accessibility', 'other'] }).notNull(),
    name: text().notNull(),
    email: text().notNull(),
    phone: text(),
    text: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    state: text({ enum: ['open', 'answered'] }).notNull(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    answered_at: integer(),
  },
  (table) => [index('contact_messages_state').on(table.state, table.created_at)],
)
