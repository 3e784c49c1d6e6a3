import { and, asc, eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { calendarFeeds } from '#db/schema/preference.ts'

export type CalendarFeedRow = typeof calendarFeeds.$inferSelect
export type CalendarFeedKind = CalendarFeedRow['kind']

export async function listCalendarFeeds(db: Database, personId: string): Promise<CalendarFeedRow[]> {
  return db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.person_id, personId))
    .orderBy(asc(calendarFeeds.created_at), asc(calendarFeeds.id))
}

/** The calendar at a secret address, known by the fingerprint of its token alone. */
export async function findCalendarFeed(
  db: Database,
  tokenHash: string,
): Promise<CalendarFeedRow | undefined> {
  return db.select().from(calendarFeeds).where(eq(calendarFeeds.token_hash, tokenHash)).get()
}

export function insertCalendarFeed(db: Database, row: CalendarFeedRow): SQLWrapper {
  return db.insert(calendarFeeds).values(row)
}

export function deleteCalendarFeed(db: Database, personId: string, kind: CalendarFeedKind): SQLWrapper {
  return db
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.person_id, personId), eq(calendarFeeds.kind, kind)))
}
