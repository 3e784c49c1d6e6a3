import { and, desc, eq, lt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { events } from '#db/schema/event.ts'
import { webhookAttempts, webhookDeliveries } from '#db/schema/webhook.ts'
import type { Happening } from '#domain/event.ts'
import { holdsJob, type JobLease } from './job-lease.ts'

export type WebhookDeliveryRow = typeof webhookDeliveries.$inferSelect
export type WebhookAttemptRow = typeof webhookAttempts.$inferSelect

/** A delivery with the event that it hands over. */
export interface DueDelivery
  extends Pick<WebhookDeliveryRow, 'event_seq' | 'line' | 'attempts' | 'delivered_at'> {
  endpoint_id: string
  id: string
  type: string
  occurred_at: number
  data: Happening['data']
}

/** Whether nothing earlier of the same line is undelivered; what was delivered once overtakes nothing any more. */
const isFirstInLine = sql`(mine.delivered_at IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM webhook_deliveries AS earlier
    WHERE earlier.endpoint_id = mine.endpoint_id AND earlier.line = mine.line
      AND earlier.event_seq < mine.event_seq AND earlier.delivered_at IS NULL))`

/**
 * What one endpoint can be sent now, oldest event first: of each line, as much from its head on as is due. Nothing behind
 * something undelivered that waits for its time.
 */
export async function listDeliveriesDue(
  db: Database,
  endpointId: string,
  now: number,
  limit: number,
): Promise<DueDelivery[]> {
  const rows = await db.all<Omit<DueDelivery, 'data'> & { data: string }>(sql`
    SELECT mine.endpoint_id, mine.event_seq, mine.line, mine.attempts, mine.delivered_at,
      events.id, events.type, events.occurred_at, events.data
    FROM webhook_deliveries AS mine JOIN events ON events.seq = mine.event_seq
    WHERE mine.endpoint_id = ${endpointId} AND mine.state = 'waiting' AND mine.next_attempt_at <= ${now}
      AND (mine.delivered_at IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM webhook_deliveries AS earlier
        WHERE earlier.endpoint_id = mine.endpoint_id AND earlier.line = mine.line
          AND earlier.event_seq < mine.event_seq AND earlier.delivered_at IS NULL
          AND earlier.next_attempt_at > ${now}))
    ORDER BY mine.event_seq LIMIT ${limit}`)
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Happening['data'] }))
}

/**
 * Takes a delivery for the time of one attempt: whoever else looks meanwhile finds it not due. The attempt counts before it
 * is made, so a worker that dies in the middle only delays it. False where it is not its turn, somebody else has it, the
 * endpoint has changed, or the job was taken over.
 */
export async function claimDelivery(
  db: Database,
  { endpoint_id, event_seq, attempts }: Pick<DueDelivery, 'endpoint_id' | 'event_seq' | 'attempts'>,
  endpointVersion: number,
  nextAttemptAt: number,
  held: JobLease | undefined,
): Promise<boolean> {
  const claimed = await db.all(sql`
    UPDATE webhook_deliveries AS mine SET attempts = ${attempts + 1}, next_attempt_at = ${nextAttemptAt}
    WHERE mine.endpoint_id = ${endpoint_id} AND mine.event_seq = ${event_seq} AND mine.attempts = ${attempts}
      AND mine.state = 'waiting' AND ${isFirstInLine}
      AND EXISTS (SELECT 1 FROM webhook_endpoints WHERE id = ${endpoint_id} AND state = 'active'
        AND version = ${endpointVersion})
      ${held ? sql`AND ${holdsJob(held)}` : sql``}
    RETURNING event_seq`)
  return claimed.length === 1
}

/**
 * What became of an attempt. Safe to write twice. Once it was accepted it stays so, whatever a later attempt says; when it is
 * next tried is said by the latest attempt alone.
 */
export function recordAttempt(
  db: Database,
  row: WebhookAttemptRow,
  nextAttemptAt: number | null,
): SQLWrapper[] {
  const isAccepted = nextAttemptAt === null
  return [
    db.insert(webhookAttempts).values(row).onConflictDoNothing(),
    isAccepted
      ? sql`UPDATE webhook_deliveries SET state = 'delivered', last_outcome = ${row.outcome}, last_status = ${row.status},
            delivered_at = coalesce(delivered_at, ${row.attempted_at + row.duration_ms})
          WHERE endpoint_id = ${row.endpoint_id} AND event_seq = ${row.event_seq}`
      : sql`UPDATE webhook_deliveries SET next_attempt_at = ${nextAttemptAt}, last_outcome = ${row.outcome},
            last_status = ${row.status}
          WHERE endpoint_id = ${row.endpoint_id} AND event_seq = ${row.event_seq} AND state = 'waiting'
            AND attempts = ${row.attempt}`,
  ]
}

/** Lets everything that waits for an endpoint be tried at once. */
export function hurryDeliveries(endpointId: string, now: number): SQLWrapper {
  return sql`UPDATE webhook_deliveries SET next_attempt_at = ${now}
    WHERE endpoint_id = ${endpointId} AND state = 'waiting' AND next_attempt_at > ${now}`
}

/** Has a delivery handed over once more, now. */
export function sendAgain(endpointId: string, eventSeq: number, now: number): SQLWrapper {
  return sql`UPDATE webhook_deliveries SET state = 'waiting', next_attempt_at = ${now}
    WHERE endpoint_id = ${endpointId} AND event_seq = ${eventSeq}`
}

/** A delivery of the event that the same batch writes next: its place in the journal is the next one. */
export function deliverNextEvent(endpointId: string, now: number): SQLWrapper {
  return sql`INSERT INTO webhook_deliveries (endpoint_id, event_seq, line, state, attempts, next_attempt_at)
    SELECT ${endpointId}, coalesce(max(seq), 0) + 1, ${endpointId}, 'waiting', 0, ${now} FROM sqlite_sequence
    WHERE name = 'events'`
}

/** Events that an endpoint may hear of, since an instant, and that were not delivered to it. */
function undelivered(endpointId: string, since: number) {
  return sql`FROM events JOIN webhook_endpoints AS endpoint ON endpoint.id = ${endpointId}
    WHERE events.outside = 1 AND events.occurred_at >= ${since}
      AND (json_array_length(endpoint.types) = 0
        OR EXISTS (SELECT 1 FROM json_each(endpoint.types) WHERE json_each.value = events.type))
      AND NOT EXISTS (SELECT 1 FROM webhook_deliveries AS held WHERE held.endpoint_id = endpoint.id
        AND held.event_seq = events.seq AND held.delivered_at IS NOT NULL)`
}

export async function countUndelivered(db: Database, endpointId: string, since: number): Promise<number> {
  const row = await db.get<{ events: number }>(
    sql`SELECT count(*) AS events ${undelivered(endpointId, since)}`,
  )
  return row?.events ?? 0
}

/** Has all of them delivered, each in its line. */
export function deliverSince(endpointId: string, since: number, now: number): SQLWrapper[] {
  return [
    sql`INSERT OR IGNORE INTO webhook_deliveries (endpoint_id, event_seq, line, state, attempts, next_attempt_at)
      SELECT endpoint.id, events.seq,
        CASE WHEN json_type(events.data, '$.pair') = 'text' THEN json_extract(events.data, '$.pair') ELSE events.subject END,
        'waiting', 0, ${now} ${undelivered(endpointId, since)}`,
    hurryDeliveries(endpointId, now),
  ]
}

/** A delivery as it is listed. */
export interface ListedDelivery extends Omit<WebhookDeliveryRow, 'endpoint_id' | 'line'> {
  event: string
  type: string
  occurred_at: number
}

const LISTED = {
  event_seq: webhookDeliveries.event_seq,
  event: events.id,
  type: events.type,
  occurred_at: events.occurred_at,
  state: webhookDeliveries.state,
  attempts: webhookDeliveries.attempts,
  next_attempt_at: webhookDeliveries.next_attempt_at,
  last_status: webhookDeliveries.last_status,
  last_outcome: webhookDeliveries.last_outcome,
  delivered_at: webhookDeliveries.delivered_at,
}

/** The deliveries of an endpoint, the newest event first. */
export async function listDeliveries(
  db: Database,
  endpointId: string,
  state: WebhookDeliveryRow['state'] | null,
  beforeSeq: number | null,
  limit: number,
): Promise<ListedDelivery[]> {
  return db
    .select(LISTED)
    .from(webhookDeliveries)
    .innerJoin(events, eq(events.seq, webhookDeliveries.event_seq))
    .where(
      and(
        eq(webhookDeliveries.endpoint_id, endpointId),
        state === null ? undefined : eq(webhookDeliveries.state, state),
        beforeSeq === null ? undefined : lt(webhookDeliveries.event_seq, beforeSeq),
      ),
    )
    .orderBy(desc(webhookDeliveries.event_seq))
    .limit(limit)
}

export async function findDelivery(
  db: Database,
  endpointId: string,
  eventId: string,
): Promise<ListedDelivery | undefined> {
  return db
    .select(LISTED)
    .from(webhookDeliveries)
    .innerJoin(events, eq(events.seq, webhookDeliveries.event_seq))
    .where(and(eq(webhookDeliveries.endpoint_id, endpointId), eq(events.id, eventId)))
    .get()
}

/** The attempts at a delivery, the newest first. */
export async function listAttempts(
  db: Database,
  endpointId: string,
  eventSeq: number,
  beforeAttempt: number | null,
  limit: number,
): Promise<WebhookAttemptRow[]> {
  return db
    .select()
    .from(webhookAttempts)
    .where(
      and(
        eq(webhookAttempts.endpoint_id, endpointId),
        eq(webhookAttempts.event_seq, eventSeq),
        beforeAttempt === null ? undefined : lt(webhookAttempts.attempt, beforeAttempt),
      ),
    )
    .orderBy(desc(webhookAttempts.attempt))
    .limit(limit)
}
