import { asc, eq, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { topics } from '#db/schema/topic.ts'

export type TopicRow = typeof topics.$inferSelect

/** What the organisation changed in the catalogue, the oldest first. */
export async function listTopics(db: Database): Promise<TopicRow[]> {
  return db.select().from(topics).orderBy(asc(topics.created_at), asc(topics.id))
}

/** What the organisation changed about one topic. */
export async function findTopic(db: Database, id: string): Promise<TopicRow | undefined> {
  return db.select().from(topics).where(eq(topics.id, id)).get()
}

/** Writes a topic whole. */
export function writeTopic(db: Database, row: TopicRow): SQLWrapper {
  const { id: _id, created_at: _created, ...set } = row
  return db.insert(topics).values(row).onConflictDoUpdate({ target: topics.id, set })
}
