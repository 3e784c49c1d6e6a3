import { asc, eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { mentorWishes } from '#db/schema/mentor-wish.ts'
import { participants } from '#db/schema/participant.ts'

export type MentorWishRow = typeof mentorWishes.$inferSelect

/** The wishes of a person, one a programme at most. */
export async function listWishesOfPerson(db: Database, personId: string): Promise<MentorWishRow[]> {
  const rows = await db
    .select({ wish: mentorWishes })
    .from(mentorWishes)
    .innerJoin(participants, eq(participants.id, mentorWishes.participant_id))
    .where(eq(participants.person_id, personId))
    .orderBy(asc(mentorWishes.created_at), asc(mentorWishes.id))
  return rows.map(({ wish }) => wish)
}

/** The wishes of a programme whose address leads to somebody, by reference. */
export async function listMentorWishes(
  db: Database,
  programmeId: string,
): Promise<{ mentor: string; mentee: string }[]> {
  return db.all<{ mentor: string; mentee: string }>(sql`
    SELECT coalesce(named.external_id, named.id) AS mentor, coalesce(author.external_id, author.id) AS mentee
    FROM mentor_wishes AS wish JOIN participants ON participants.id = wish.participant_id
    JOIN people AS author ON author.id = participants.person_id
    JOIN people AS named ON named.id = coalesce(wish.named_person_id,
      (SELECT id FROM people WHERE email_key = wish.address))
    WHERE participants.programme_id = ${programmeId}`)
}

/** Takes the place of the wish before, if there was one. */
export function writeMentorWish(row: Omit<MentorWishRow, 'named_person_id'>): SQLWrapper[] {
  return [
    sql`DELETE FROM mentor_wishes WHERE participant_id = ${row.participant_id}`,
    sql`INSERT INTO mentor_wishes (id, participant_id, address, named_person_id, created_at)
      VALUES (${row.id}, ${row.participant_id}, ${row.address},
        (SELECT id FROM people WHERE email_key = ${row.address}), ${row.created_at})`,
  ]
}

export function deleteMentorWish(db: Database, id: string): SQLWrapper {
  return db.delete(mentorWishes).where(eq(mentorWishes.id, id))
}
