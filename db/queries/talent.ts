import { and, asc, desc, eq, or, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { talentChoices } from '#db/schema/closing.ts'
import { pairs } from '#db/schema/pair.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'

export type TalentChoiceRow = typeof talentChoices.$inferSelect

/** What somebody chose; undefined where they were not asked or never said: that is no. */
export async function findTalentChoice(
  db: Database,
  participantId: string,
): Promise<TalentChoiceRow | undefined> {
  return db.select().from(talentChoices).where(eq(talentChoices.participant_id, participantId)).get()
}

export function writeTalentChoice(db: Database, row: TalentChoiceRow): SQLWrapper {
  const { participant_id: _id, ...set } = row
  return db
    .insert(talentChoices)
    .values(row)
    .onConflictDoUpdate({ target: talentChoices.participant_id, set })
}

/** Participants of a programme who want to be visible, with who they are, by name; nobody who left the company. */
export async function listVisibleTalents(db: Database, programmeId: string) {
  return db
    .select({ participant: participants, person: people, chosen_at: talentChoices.chosen_at })
    .from(talentChoices)
    .innerJoin(participants, eq(participants.id, talentChoices.participant_id))
    .innerJoin(people, eq(people.id, participants.person_id))
    .where(
      and(
        eq(talentChoices.programme_id, programmeId),
        eq(talentChoices.visible, true),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.family_name), asc(people.given_name), asc(participants.id))
    .limit(1000)
}

/** The pair that began last for somebody; null for none. */
export async function findLastPairOf(db: Database, participantId: string): Promise<string | null> {
  const row = await db
    .select({ id: pairs.id })
    .from(pairs)
    .where(or(eq(pairs.mentor_id, participantId), eq(pairs.mentee_id, participantId)))
    .orderBy(desc(pairs.started_at), desc(pairs.id))
    .get()
  return row?.id ?? null
}
