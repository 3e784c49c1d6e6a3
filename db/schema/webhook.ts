import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const webhookEndpoints = sqliteTable('webhook_endpoints', {
  id: text().primaryKey(),
  url: text().notNull(),
  description: text().notNull(),
  types: text({ mode: 'json' }).$type<string[]>().notNull(),
  secret: text().notNull(),
  state: text({ enum: ['active', 'disabled'] }).notNull(),
  version: integer().notNull(),
  created_at: integer().notNull(),
})

export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    endpoint_id: text().notNull(),
    event_seq: integer().notNull(),
    state: text({ enum: ['waiting', 'delivered'] }).notNull(),
    attempts: integer().notNull().default(0),
    next_attempt_at: integer().notNull(),
    last_status: integer(),
    last_outcome: text(),
    delivered_at: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.endpoint_id, table.event_seq] }),
    // What is due now.
    index('webhook_deliveries_due').on(table.next_attempt_at).where(sql`state = 'waiting'`),
  ],
)
