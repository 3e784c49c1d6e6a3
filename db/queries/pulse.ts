import { and, asc, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { pulses } from '#db/schema/feedback.ts'

export type PulseRow = typeof pulses.$inferSelect

/** Every pulse of these pairs, oldest first; for whoever may read them, and for sums that show none. */
export async function listPulsesOfPairs(db: Database, pairIds: readonly string[]): Promise<PulseRow[]> {
  if (pairIds.length === 0) return []
  const found: PulseRow[] = []
  for (const chunk of inChunks([...new Set(pairIds)])) {
    const rows = await db
      .select()
      .from(pulses)
      .where(sql`pulses.pair_id IN (SELECT value FROM json_each(${chunk}))`)
      .orderBy(asc(pulses.created_at), asc(pulses.id))
    found.push(...rows)
  }
  return found
}

/** Whether somebody has given a pulse about any session of a pair. */
export async function hasGivenPulse(db: Database, pairId: string, participantId: string): Promise<boolean> {
  const row = await db
    .select({ id: pulses.id })
    .from(pulses)
    .where(and(eq(pulses.pair_id, pairId), eq(pulses.participant_id, participantId)))
    .limit(1)
    .get()
  return row !== undefined
}

export function insertPulse(db: Database, row: PulseRow): SQLWrapper {
  return db.insert(pulses).values(row)
}
