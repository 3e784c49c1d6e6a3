import { and, asc, desc, eq, gt, isNotNull, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'
import { programmes } from '#db/schema/programme.ts'
import { takeaways } from '#db/schema/takeaway.ts'
import type { TakeawayKind } from '#domain/takeaway.ts'

export type TakeawayRow = typeof takeaways.$inferSelect

function selectWithAuthor(db: Database) {
  return db
    .select({ takeaway: takeaways, programme: programmes.slug, author: people })
    .from(takeaways)
    .innerJoin(programmes, eq(programmes.id, takeaways.programme_id))
    .innerJoin(participants, eq(participants.id, takeaways.author_id))
    .innerJoin(people, eq(people.id, participants.person_id))
}

/** What was noted, by whom. */
export type TakeawayWithAuthor = Awaited<ReturnType<typeof listIdeas>>[number]

/** What a pair noted, the oldest first. The advice that one received is in it: who may read it is decided by `mayRead`. */
export async function listTakeawaysOfPair(db: Database, pairId: string): Promise<TakeawayRow[]> {
  return db
    .select()
    .from(takeaways)
    .where(eq(takeaways.pair_id, pairId))
    .orderBy(asc(takeaways.created_at), asc(takeaways.id))
}

type Noted = Pick<TakeawayRow, 'pair_id' | 'session_id' | 'author_id' | 'kind' | 'text'>

/** The very same note, taken after an instant: somebody who got no answer sent it again. */
export async function findSameTakeaway(
  db: Database,
  { pair_id, session_id, author_id, kind, text }: Noted,
  since: number,
): Promise<TakeawayRow | undefined> {
  return db
    .select()
    .from(takeaways)
    .where(
      and(
        eq(takeaways.pair_id, pair_id),
        sql`${takeaways.session_id} IS ${session_id}`,
        eq(takeaways.author_id, author_id),
        eq(takeaways.kind, kind),
        eq(takeaways.text, text),
        gt(takeaways.created_at, since),
      ),
    )
    .get()
}

/** True while there is no such note. */
export function isNewTakeaway({ pair_id, session_id, author_id, kind, text }: Noted, since: number): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM takeaways WHERE pair_id = ${pair_id} AND session_id IS ${session_id}
    AND author_id = ${author_id} AND kind = ${kind} AND text = ${text} AND created_at > ${since})`
}

export async function findTakeaway(db: Database, id: string) {
  return selectWithAuthor(db).where(eq(takeaways.id, id)).get()
}

/** Ideas that their authors shared with the team, the newest first. */
export async function listIdeas(db: Database, programmeId: string) {
  return selectWithAuthor(db)
    .where(
      and(
        eq(takeaways.programme_id, programmeId),
        eq(takeaways.kind, 'idea'),
        isNotNull(takeaways.shared_at),
      ),
    )
    .orderBy(desc(takeaways.shared_at), asc(takeaways.id))
    .limit(1000)
}

/** How many of each kind a programme has, and from how many pairs. */
export async function countTakeaways(
  db: Database,
  programmeId: string,
): Promise<{ kind: TakeawayKind; count: number; pairs: number }[]> {
  return db.all(sql`
    SELECT kind, count(*) AS count, count(DISTINCT pair_id) AS pairs FROM takeaways
    WHERE programme_id = ${programmeId} GROUP BY kind`)
}

/** Somebody to meet or a project to join whose author is to be reminded, the longest due first. */
export async function listFollowUps(db: Database, now: number, limit: number) {
  return selectWithAuthor(db)
    .where(and(isNotNull(takeaways.follow_up_at), lte(takeaways.follow_up_at, now)))
    .orderBy(asc(takeaways.follow_up_at), asc(takeaways.id))
    .limit(limit)
}

export function insertTakeaway(db: Database, row: typeof takeaways.$inferInsert): SQLWrapper {
  return db.insert(takeaways).values(row)
}

export function updateTakeaway(
  db: Database,
  id: string,
  set: Partial<typeof takeaways.$inferInsert>,
): SQLWrapper {
  return db.update(takeaways).set(set).where(eq(takeaways.id, id))
}

export function deleteTakeaway(db: Database, id: string): SQLWrapper {
  return db.delete(takeaways).where(eq(takeaways.id, id))
}
