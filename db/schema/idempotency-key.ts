import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A request that its sender marked with an Idempotency-Key: written in the batch of its effect, so that it cannot have
 * happened and be forgotten; the answer follows.
 */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actor: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, address and body. */
    request_hash: text().notNull(),
    /** What the request changed, to find it again where the answer was lost. */
    subject: text().notNull(),
    status: integer(),
    headers: text({ mode: 'json' }).$type<Record<string, string>>(),
    body: text(),
    created_at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
)
