import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Role } from '#domain/participant.ts'
import type { TroubleKind, TroubleOwner, TroubleState } from '#domain/trouble.ts'

/** What does not go well in a pair, by type, each with its owner and its day (peers.md D1, C29). */
export const troubles = sqliteTable(
  'troubles',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    kind: text().$type<TroubleKind>().notNull(),
    /** Whose side calls for a word, where it is one side’s; never shown to the other. */
    side: text().$type<Role>(),
    state: text().$type<TroubleState>().notNull(),
    owner: text().$type<TroubleOwner>().notNull(),
    due_at: integer().notNull(),
    outcome: text(),
    decided_by: text(),
    closed_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('troubles_open').on(table.pair_id, table.kind).where(sql`state = 'open'`),
    index('troubles_pair').on(table.pair_id),
    index('troubles_due').on(table.programme_id, table.state, table.due_at),
  ],
)
