import { sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import type { EventType } from '#domain/event.ts'

/**
 * What happened to a pair, the newest first: itself, its sessions, its agreement, its preparations, what was seen and
 * handled. Of an event only what kind it was and when; who did it, and calls for help, answers and takeaways, stay out.
 */
export async function listHistoryOfPair(
  db: Database,
  { id, proposal_id }: { id: string; proposal_id: string },
  limit: number,
): Promise<{ seq: number; type: EventType; occurred_at: number }[]> {
  return db.all<{ seq: number; type: EventType; occurred_at: number }>(sql`
    SELECT seq, type, occurred_at FROM events WHERE subject = ${id} OR subject = ${`${id}/agreement`}
      OR (subject = ${proposal_id} AND type = 'pair.started')
      OR subject IN (SELECT id FROM pair_sessions WHERE pair_id = ${id})
      OR subject IN (SELECT id FROM preparations WHERE pair_id = ${id})
      OR subject IN (SELECT id FROM troubles WHERE pair_id = ${id})
    ORDER BY seq DESC LIMIT ${limit}`)
}
