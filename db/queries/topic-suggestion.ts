import { and, asc, eq, getTableColumns, gt, or, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { programmes } from '#db/schema/programme.ts'
import { topicSuggestions } from '#db/schema/topic.ts'

export type TopicSuggestionRow = typeof topicSuggestions.$inferSelect
export type TopicSuggestion = TopicSuggestionRow & { programme: string }

const shown = { ...getTableColumns(topicSuggestions), programme: programmes.slug }

/** Suggestions in one state, the oldest first. */
export async function listTopicSuggestions(
  db: Database,
  state: TopicSuggestionRow['state'],
  after: { at: number; id: string } | null,
  limit: number,
): Promise<TopicSuggestion[]> {
  return db
    .select(shown)
    .from(topicSuggestions)
    .innerJoin(programmes, eq(programmes.id, topicSuggestions.programme_id))
    .where(
      and(
        eq(topicSuggestions.state, state),
        after
          ? or(
              gt(topicSuggestions.created_at, after.at),
              and(eq(topicSuggestions.created_at, after.at), gt(topicSuggestions.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(topicSuggestions.created_at), asc(topicSuggestions.id))
    .limit(limit)
}

export async function findTopicSuggestion(db: Database, id: string): Promise<TopicSuggestion | undefined> {
  return db
    .select(shown)
    .from(topicSuggestions)
    .innerJoin(programmes, eq(programmes.id, topicSuggestions.programme_id))
    .where(eq(topicSuggestions.id, id))
    .get()
}

export function insertTopicSuggestion(db: Database, row: TopicSuggestionRow): SQLWrapper {
  return db.insert(topicSuggestions).values(row)
}

export function decideTopicSuggestion(
  db: Database,
  id: string,
  set: Pick<TopicSuggestionRow, 'state' | 'topic' | 'version' | 'decided_at'>,
): SQLWrapper {
  return db.update(topicSuggestions).set(set).where(eq(topicSuggestions.id, id))
}
