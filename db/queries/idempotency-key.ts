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

/** The mark of a request that succeeded and changed nothing; another one with the same key that came first stays. */
export function keepMark(
  mark: { actor: string; key: string; requestHash: string },
  subject: string,
  now: number,
): SQLWrapper {
  return sql`INSERT OR IGNORE INTO idempotency_keys (actor, key, request_hash, subject, created_at)
    VALUES (${mark.actor}, ${mark.key}, ${mark.requestHash}, ${subject}, ${now})`
}

/** The answer of a marked request, to be given again; the first one holds. */
export function keepAnswer(
  { actor, key, requestHash }: { actor: string; key: string; requestHash: string },
  { status, headers, body }: { status: number; headers: Record<string, string>; body: string },
): SQLWrapper {
  return sql`UPDATE idempotency_keys SET status = ${status}, headers = ${JSON.stringify(headers)}, body = ${body}
    WHERE actor = ${actor} AND key = ${key} AND request_hash = ${requestHash} AND status IS NULL`
}

/** Answers about somebody who is forgotten go as well. */
export function forgetAnswersAbout(subject: string): SQLWrapper {
  return sql`DELETE FROM idempotency_keys WHERE subject = ${subject}`
}
