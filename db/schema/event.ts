import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EventType, Happening } from '#domain/event.ts'

/** Audit trail, webhook outbox, optimistic lock and history, in one row. */
export const events = sqliteTable(
  'events',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    type: text().$type<EventType>().notNull(),
    subject: text().notNull(),
    version: integer().notNull(),
    data: text({ mode: 'json' }).$type<Happening['data']>().notNull(),
    actor: text().notNull(),
    outside: integer({ mode: 'boolean' }).notNull(),
    occurred_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('events_id').on(table.id),
    uniqueIndex('events_subject_version').on(table.subject, table.version),
    // The feed reads what concerns the outside, in order.
    index('events_outside').on(table.outside, table.seq),
  ],
)

/** The chain over the journal: each hash covers its event and the hash before it, so that nothing can be changed unseen. */
export const eventSeals = sqliteTable('event_seals', {
  event_seq: integer().primaryKey(),
  /** SHA-256 (hex), see worker/domain/seal.ts. */
  hash: text().notNull(),
})
