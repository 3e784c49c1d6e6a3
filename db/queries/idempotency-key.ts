import { and, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { idempotencyKeys } from '#db/schema/idempotency-key.ts'

export type IdempotencyRow = typeof idempotencyKeys.$inferSelect

/** The mark of a request, written in the batch of what it changes: a second one with the same key aborts that batch. */
export function markOnce(
  mark: { actor: string; key: string; requestHash: string },
  subject: string,
  now: number,
): SQLWrapper {
  return sql`INSERT INTO idempotency_keys (actor, key, request_hash, subject, created_at)
    VALUES (${mark.actor}, ${mark.key}, ${mark.requestHash}, ${subject}, ${now})`
}

export async function findMark(
  db: Database,
  actor: string,
  key: string,
): Promise<IdempotencyRow | undefined> {
  return db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))
    .get()
}
