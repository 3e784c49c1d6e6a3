import { eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { separations } from '#db/schema/help.ts'

export type SeparationRow = typeof separations.$inferSelect

/** Who asked that a pair end, and why: for the reader who was named alone. */
export async function findSeparation(db: Database, pairId: string): Promise<SeparationRow | undefined> {
  return db.select().from(separations).where(eq(separations.pair_id, pairId)).get()
}

export function insertSeparation(db: Database, row: SeparationRow): SQLWrapper {
  return db.insert(separations).values(row)
}

/** Nobody is asked any more about a pair that has ended, or that waits. */
export function cancelFeedback(pairId: string): SQLWrapper {
  return sql`UPDATE feedback_requests SET state = 'cancelled', next_at = NULL, version = version + 1
    WHERE pair_id = ${pairId} AND state = 'waiting'`
}
