import { and, asc, eq, gt } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { events } from '#db/schema/event.ts'

export type EventRow = typeof events.$inferSelect

/** What concerns the outside, in the order in which it was committed. */
export async function listEventsOutside(db: Database, afterSeq: number, limit: number): Promise<EventRow[]> {
  return db
    .select()
    .from(events)
    .where(and(eq(events.outside, true), gt(events.seq, afterSeq)))
    .orderBy(asc(events.seq))
    .limit(limit)
}

export async function findEvent(db: Database, id: string): Promise<EventRow | undefined> {
  return db.select().from(events).where(eq(events.id, id)).get()
}
