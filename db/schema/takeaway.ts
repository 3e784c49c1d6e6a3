import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TakeawayKind, TakeawayState } from '#domain/takeaway.ts'

/** What a pair takes from its sessions: somebody to meet, a project, a certainty challenged, an idea, advice (C23, P19, W7, W13). */
export const takeaways = sqliteTable(
  'takeaways',
  {
    id: text().primaryKey(),
    programme_id: text().notNull(),
    pair_id: text().notNull(),
    session_id: text(),
    /** The participant who noted it. */
    author_id: text().notNull(),
    kind: text().$type<TakeawayKind>().notNull(),
    text: text().notNull(),
    state: text().$type<TakeawayState>().notNull(),
    /** When the author is reminded next; null once it is done or dropped. */
    follow_up_at: integer(),
    reminders: integer().notNull().default(0),
    /** Set where the author shares an idea with the team. */
    shared_at: integer(),
    version: integer().notNull(),
    created_at: integer().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [
    index('takeaways_pair').on(table.pair_id, table.created_at),
    index('takeaways_programme').on(table.programme_id, table.kind),
    index('takeaways_follow_up').on(table.follow_up_at),
  ],
)
