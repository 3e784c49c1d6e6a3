import { aliasedTable, and, asc, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { pairDecisions } from '#db/schema/pair-decision.ts'
import { people } from '#db/schema/person.ts'
import type { PairDecision } from '#domain/match-run.ts'
import { referenceOf } from '#domain/person.ts'

export type PairDecisionRow = typeof pairDecisions.$inferSelect

const mentor = aliasedTable(people, 'mentor')
const mentee = aliasedTable(people, 'mentee')

export async function findPairDecision(
  db: Database,
  programmeId: string,
  mentorPersonId: string,
  menteePersonId: string,
): Promise<PairDecisionRow | undefined> {
  return db
    .select()
    .from(pairDecisions)
    .where(
      and(
        eq(pairDecisions.programme_id, programmeId),
        eq(pairDecisions.mentor_person_id, mentorPersonId),
        eq(pairDecisions.mentee_person_id, menteePersonId),
      ),
    )
    .get()
}

/** The locks or the bans of a programme, page by page, with how machines name the two people. */
export async function listPairDecisions(
  db: Database,
  programmeId: string,
  decision: PairDecision,
  afterId: string | null,
  limit: number,
): Promise<{ id: string; mentor: string; mentee: string; created_at: number }[]> {
  const rows = await db
    .select({
      id: pairDecisions.id,
      mentor: { id: mentor.id, external_id: mentor.external_id },
      mentee: { id: mentee.id, external_id: mentee.external_id },
      created_at: pairDecisions.created_at,
    })
    .from(pairDecisions)
    .innerJoin(mentor, eq(mentor.id, pairDecisions.mentor_person_id))
    .innerJoin(mentee, eq(mentee.id, pairDecisions.mentee_person_id))
    .where(
      and(
        eq(pairDecisions.programme_id, programmeId),
        eq(pairDecisions.decision, decision),
        afterId ? gt(pairDecisions.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(pairDecisions.id))
    .limit(limit)
  return rows.map((row) => ({
    ...row,
    mentor: referenceOf(row.mentor),
    mentee: referenceOf(row.mentee),
  }))
}

/** Every ban of a programme, by reference. */
export async function listBans(
  db: Database,
  programmeId: string,
): Promise<{ mentor: string; mentee: string }[]> {
  return db.all<{ mentor: string; mentee: string }>(sql`
    SELECT coalesce(mentor.external_id, mentor.id) AS mentor, coalesce(mentee.external_id, mentee.id) AS mentee
    FROM pair_decisions AS decided JOIN people AS mentor ON mentor.id = decided.mentor_person_id
    JOIN people AS mentee ON mentee.id = decided.mentee_person_id
    WHERE decided.programme_id = ${programmeId} AND decided.decision = 'ban'`)
}

/** Locks that still await their run: those whose two people were proposed to each other since, or are a pair, are done. */
export async function listLocksToGrant(
  db: Database,
  programmeId: string,
): Promise<{ mentor: string; mentee: string }[]> {
  return db.all<{ mentor: string; mentee: string }>(sql`
    SELECT coalesce(mentor.external_id, mentor.id) AS mentor, coalesce(mentee.external_id, mentee.id) AS mentee
    FROM pair_decisions AS decided JOIN people AS mentor ON mentor.id = decided.mentor_person_id
    JOIN people AS mentee ON mentee.id = decided.mentee_person_id
    LEFT JOIN participants AS one ON one.programme_id = decided.programme_id AND one.person_id = mentor.id AND one.role = 'mentor'
    LEFT JOIN participants AS two ON two.programme_id = decided.programme_id AND two.person_id = mentee.id AND two.role = 'mentee'
    WHERE decided.programme_id = ${programmeId} AND decided.decision = 'lock'
      AND NOT EXISTS (SELECT 1 FROM pairs WHERE pairs.mentor_id = one.id AND pairs.mentee_id = two.id AND pairs.state <> 'ended')
      AND NOT EXISTS (SELECT 1 FROM proposals WHERE proposals.mentor_id = one.id AND proposals.mentee_id = two.id
        AND proposals.revealed_at >= decided.created_at)`)
}

export function insertPairDecision(db: Database, row: typeof pairDecisions.$inferInsert): SQLWrapper {
  return db.insert(pairDecisions).values(row)
}

export function deletePairDecision(db: Database, id: string): SQLWrapper {
  return db.delete(pairDecisions).where(eq(pairDecisions.id, id))
}
