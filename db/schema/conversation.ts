import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ConversationReason } from '#questionnaire/conversation.ts'

/** A friendly talk to offer before matching; it bars nobody (P25, P32, C4). */
export const conversations = sqliteTable(
  'conversations',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    participant_id: text().notNull(),
    reasons: text({ mode: 'json' }).$type<ConversationReason[]>().notNull(),
    state: text({ enum: ['open', 'held', 'waived'] }).notNull(),
    /** What was agreed, in the organiser’s words. */
    outcome: text(),
    decided_by: text(),
    decided_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('conversations_participant').on(table.participant_id),
    // The organiser’s list of who is to be called.
    index('conversations_open').on(table.programme_id, table.state),
  ],
)
