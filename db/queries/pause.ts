import { type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { DAY_MS } from '#domain/local-time.ts'

/** Pairs whose break is over, the longest over first. */
export async function listReturning(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`SELECT id FROM pairs
    WHERE state = 'active' AND paused_until <= ${now} ORDER BY paused_until, id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** During a break nobody is reminded, and no question expires unanswered: both wait until it is over. */
export function postponeFeedback(pairId: string, until: number): SQLWrapper {
  return sql`UPDATE feedback_requests SET next_at = CASE WHEN next_at IS NULL THEN NULL ELSE max(next_at, ${until}) END,
      expires_at = max(expires_at, ${until + 7 * DAY_MS}), version = version + 1
    WHERE pair_id = ${pairId} AND state = 'waiting'`
}
