import { and, asc, eq, gt, isNotNull, lte, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { jobLeases } from '#db/schema/job-lease.ts'
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from '#db/schema/webhook.ts'
import type { EndpointHealth } from '#domain/webhook-health.ts'
import { holdsJob, type JobLease } from './job-lease.ts'

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

export function updateWebhookEndpoint(
  db: Database,
  { id, ...set }: Pick<WebhookEndpointRow, 'id' | 'version'> & Partial<WebhookEndpointRow>,
): SQLWrapper {
  return db.update(webhookEndpoints).set(set).where(eq(webhookEndpoints.id, id))
}

export function deleteWebhookEndpoint(db: Database, id: string): SQLWrapper[] {
  return [
    db.delete(webhookAttempts).where(eq(webhookAttempts.endpoint_id, id)),
    db.delete(webhookDeliveries).where(eq(webhookDeliveries.endpoint_id, id)),
    db.delete(jobLeases).where(eq(jobLeases.job, `deliverEvents:${id}`)),
    db.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id)),
  ]
}

/** Endpoints that take events now and for which some are due, those that answer well first. */
export async function listEndpointsToServe(
  db: Database,
  now: number,
  onlyWell: boolean,
  limit: number,
): Promise<WebhookEndpointRow[]> {
  return db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.state, 'active'),
        onlyWell ? eq(webhookEndpoints.failures, 0) : undefined,
        sql`coalesce(webhook_endpoints.open_until, 0) <= ${now}`,
        sql`EXISTS (SELECT 1 FROM webhook_deliveries AS waiting WHERE waiting.endpoint_id = webhook_endpoints.id
          AND waiting.state = 'waiting' AND waiting.next_attempt_at <= ${now})`,
      ),
    )
    .orderBy(asc(webhookEndpoints.failures), asc(webhookEndpoints.id))
    .limit(limit)
}

/** Endpoints whose challenge is due. */
export async function listChallengesDue(
  db: Database,
  now: number,
  limit: number,
): Promise<WebhookEndpointRow[]> {
  return db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.state, 'pending'),
        isNotNull(webhookEndpoints.challenge),
        lte(webhookEndpoints.challenge_next_at, now),
      ),
    )
    .orderBy(asc(webhookEndpoints.challenge_next_at), asc(webhookEndpoints.id))
    .limit(limit)
}

/** Counts an attempt to send the challenge before it is made; false where somebody else has changed the endpoint. */
export async function claimChallenge(
  db: Database,
  { id, version, challenge_attempts: attempts }: WebhookEndpointRow,
  nextAt: number,
): Promise<boolean> {
  const claimed = await db
    .update(webhookEndpoints)
    .set({
      challenge_attempts: attempts + 1,
      challenge_next_at: nextAt,
      challenge_outcome: null,
      challenge_status: null,
    })
    .where(
      and(
        eq(webhookEndpoints.id, id),
        eq(webhookEndpoints.version, version),
        eq(webhookEndpoints.state, 'pending'),
        eq(webhookEndpoints.challenge_attempts, attempts),
      ),
    )
    .returning({ id: webhookEndpoints.id })
    .get()
  return claimed !== undefined
}

/** What came of an attempt to send the challenge, where it is still the latest one. */
export async function noteChallenge(
  db: Database,
  { id, version, challenge_attempts: before }: WebhookEndpointRow,
  { outcome, status }: { outcome: string; status: number | null },
): Promise<void> {
  await db
    .update(webhookEndpoints)
    .set({ challenge_outcome: outcome, challenge_status: status })
    .where(
      and(
        eq(webhookEndpoints.id, id),
        eq(webhookEndpoints.version, version),
        eq(webhookEndpoints.challenge_attempts, before + 1),
      ),
    )
}

/**
 * How an endpoint has been answering: what a job noticed, which is no change of the endpoint itself. Nothing where somebody
 * changed it meanwhile, or another worker took the job over: they know better.
 */
export function noteHealth(
  db: Database,
  { id, version }: Pick<WebhookEndpointRow, 'id' | 'version'>,
  { failures, failing_since, open_until }: EndpointHealth,
  held: JobLease | undefined,
): SQLWrapper {
  return db
    .update(webhookEndpoints)
    .set({ failures, failing_since, open_until })
    .where(
      and(
        eq(webhookEndpoints.id, id),
        eq(webhookEndpoints.version, version),
        held ? holdsJob(held) : undefined,
      ),
    )
}

/**
 * Endpoints that have failed since an instant or longer, and of which the team has not been told yet: the event that goes
 * along with the mail carries since when.
 */
export async function listEndpointsToWarnOf(db: Database, failingBefore: number, limit: number) {
  return db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.state, 'active'),
        lte(webhookEndpoints.failing_since, failingBefore),
        sql`NOT EXISTS (SELECT 1 FROM events WHERE events.subject = webhook_endpoints.id
          AND events.type = 'webhook-endpoint.updated'
          AND json_extract(events.data, '$.failing_since') = webhook_endpoints.failing_since)`,
      ),
    )
    .orderBy(asc(webhookEndpoints.id))
    .limit(limit)
}
