import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const webhookEndpoints = sqliteTable('webhook_endpoints', {
  id: text().primaryKey(),
  url: text().notNull(),
  description: text().notNull(),
  types: text({ mode: 'json' }).$type<string[]>().notNull(),
  secret: text().notNull(),
  /** The secret before the last rotation, which signs as well until its time is over. */
  previous_secret: text(),
  previous_secret_until: integer(),
  state: text({ enum: ['pending', 'active', 'disabled'] }).notNull(),
  /** Why it is disabled: it said so (410), it failed for five days, it never proved whose it is, or somebody asked. */
  disabled_reason: text({ enum: ['gone', 'failing', 'unproved', 'by-hand'] }),
  /** What it must send back to show whose it is; null once it has. */
  challenge: text(),
  challenge_attempts: integer().notNull().default(0),
  challenge_next_at: integer(),
  /** What came of the last time it was asked, and the status it answered with. */
  challenge_outcome: text(),
  challenge_status: integer(),
  /** Attempts that failed since the last one that was accepted, and when the first of them was. */
  failures: integer().notNull().default(0),
  failing_since: integer(),
  /** Nothing is sent before this instant: it failed too often in a row, or asked to wait (Retry-After). */
  open_until: integer(),
  version: integer().notNull(),
  created_at: integer().notNull(),
})

export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    endpoint_id: text().notNull(),
    event_seq: integer().notNull(),
    /** What is told in order: the pair, or else the subject of the event. */
    line: text().notNull().default(''),
    state: text({ enum: ['waiting', 'delivered'] }).notNull(),
    attempts: integer().notNull().default(0),
    next_attempt_at: integer().notNull(),
    last_status: integer(),
    last_outcome: text(),
    /** The first time it was accepted; a delivery that is sent again keeps it. */
    delivered_at: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.endpoint_id, table.event_seq] }),
    // What is due now.
    index('webhook_deliveries_due').on(table.next_attempt_at).where(sql`state = 'waiting'`),
    // What is first in its line: nothing overtakes it.
    index('webhook_deliveries_line')
      .on(table.endpoint_id, table.line, table.event_seq)
      .where(sql`delivered_at IS NULL`),
  ],
)

/** Every attempt at a delivery, with what the receiver said; forgotten after thirty days. */
export const webhookAttempts = sqliteTable(
  'webhook_attempts',
  {
    endpoint_id: text().notNull(),
    event_seq: integer().notNull(),
    attempt: integer().notNull(),
    attempted_at: integer().notNull(),
    duration_ms: integer().notNull(),
    outcome: text().notNull(),
    status: integer(),
    /** The first 200 printable characters of the answer. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.endpoint_id, table.event_seq, table.attempt] }),
    index('webhook_attempts_old').on(table.attempted_at),
  ],
)
