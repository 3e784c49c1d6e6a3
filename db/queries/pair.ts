import { and, asc, eq, gt, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { pairs } from '#db/schema/pair.ts'
import { programmes } from '#db/schema/programme.ts'
import { menteeParticipant, menteePerson, mentorParticipant, mentorPerson } from './two-people.ts'

export type PairRow = typeof pairs.$inferSelect

function selectWithPeople(db: Database) {
  return db
    .select({
      pair: pairs,
      programme: programmes.slug,
      mentor: mentorPerson,
      mentee: menteePerson,
    })
    .from(pairs)
    .innerJoin(programmes, eq(programmes.id, pairs.programme_id))
    .innerJoin(mentorParticipant, eq(mentorParticipant.id, pairs.mentor_id))
    .innerJoin(menteeParticipant, eq(menteeParticipant.id, pairs.mentee_id))
    .innerJoin(mentorPerson, eq(mentorPerson.id, mentorParticipant.person_id))
    .innerJoin(menteePerson, eq(menteePerson.id, menteeParticipant.person_id))
}

export type PairWithPeople = Awaited<ReturnType<typeof listPairs>>[number]

export async function listPairs(
  db: Database,
  programmeSlug: string | null,
  afterId: string | null,
  limit: number,
) {
  return selectWithPeople(db)
    .where(
      and(
        programmeSlug ? eq(programmes.slug, programmeSlug) : undefined,
        afterId ? gt(pairs.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(pairs.id))
    .limit(limit)
}

export async function listActivePairs(db: Database, afterId: string | null, limit: number) {
  return selectWithPeople(db)
    .where(and(eq(pairs.state, 'active'), afterId ? gt(pairs.id, afterId) : undefined))
    .orderBy(asc(pairs.id))
    .limit(limit)
}

export async function listPairsOfPerson(db: Database, personId: string) {
  return selectWithPeople(db)
    .where(or(eq(mentorParticipant.person_id, personId), eq(menteeParticipant.person_id, personId)))
    .orderBy(asc(pairs.started_at), asc(pairs.id))
    .limit(100)
}

/** True inside a batch while the participant has a place left. */
export function hasPlace(participantId: string, column: 'mentor_id' | 'mentee_id', capacity: number) {
  return sql`(SELECT count(*) FROM pairs WHERE state = 'active' AND ${sql.raw(column)} = ${participantId}) < ${capacity}`
}

export function insertPair(db: Database, row: typeof pairs.$inferInsert): SQLWrapper {
  return db.insert(pairs).values(row)
}

export function updatePair(db: Database, id: string, set: Partial<typeof pairs.$inferInsert>): SQLWrapper {
  return db.update(pairs).set(set).where(eq(pairs.id, id))
}
