import { and, asc, eq, gt, lte, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { events } from '#db/schema/event.ts'
import { webhookDeliveries, webhookEndpoints } from '#db/schema/webhook.ts'

export type WebhookEndpointRow = typeof webhookEndpoints.$inferSelect

export async function findWebhookEndpoint(db: Database, id: string): Promise<WebhookEndpointRow | undefined> {
  return db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, id)).get()
}

export async function listWebhookEndpoints(db: Database, afterId: string | null, limit: number) {
  return db
    .select()
    .from(webhookEndpoints)
    .where(afterId ? gt(webhookEndpoints.id, afterId) : undefined)
    .orderBy(asc(webhookEndpoints.id))
    .limit(limit)
}

export function insertWebhookEndpoint(db: Database, row: typeof webhookEndpoints.$inferInsert): SQLWrapper {
  return db.insert(webhookEndpoints).values(row)
}

export function deleteWebhookEndpoint(db: Database, id: string): SQLWrapper[] {
  return [
    db.delete(webhookDeliveries).where(eq(webhookDeliveries.endpoint_id, id)),
    db.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id)),
  ]
}

/** Deliveries whose time has come, oldest event first. */
export async function listDeliveriesDue(db: Database, now: number, limit: number) {
  return db
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints, event: events })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpoint_id))
    .innerJoin(events, eq(events.seq, webhookDeliveries.event_seq))
    .where(
      and(
        eq(webhookDeliveries.state, 'waiting'),
        lte(webhookDeliveries.next_attempt_at, now),
        eq(webhookEndpoints.state, 'active'),
      ),
    )
    .orderBy(asc(webhookDeliveries.event_seq))
    .limit(limit)
}

/**
 * Takes a delivery for the time of one attempt: whoever else looks meanwhile finds it not due.
 * The attempt counts before it is made, so a worker that dies in the middle only delays it.
 */
export async function claimDelivery(
  db: Database,
  delivery: { endpoint_id: string; event_seq: number; attempts: number },
  nextAttemptAt: number,
): Promise<boolean> {
  const claimed = await db
    .update(webhookDeliveries)
    .set({ attempts: delivery.attempts + 1, next_attempt_at: nextAttemptAt })
    .where(
      and(
        eq(webhookDeliveries.endpoint_id, delivery.endpoint_id),
        eq(webhookDeliveries.event_seq, delivery.event_seq),
        eq(webhookDeliveries.attempts, delivery.attempts),
        eq(webhookDeliveries.state, 'waiting'),
      ),
    )
    .returning({ attempts: webhookDeliveries.attempts })
    .get()
  return claimed !== undefined
}

export async function recordDelivery(
  db: Database,
  delivery: { endpoint_id: string; event_seq: number },
  set: Partial<typeof webhookDeliveries.$inferInsert>,
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set(set)
    .where(
      and(
        eq(webhookDeliveries.endpoint_id, delivery.endpoint_id),
        eq(webhookDeliveries.event_seq, delivery.event_seq),
      ),
    )
    .run()
}
