import { and, asc, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'
import type { Role } from '#domain/participant.ts'

export type ParticipantRow = typeof participants.$inferSelect

const withPerson = { participant: participants, person: people }

export async function findParticipants(
  db: Database,
  programmeId: string,
  personId: string,
): Promise<ParticipantRow[]> {
  return db
    .select()
    .from(participants)
    .where(and(eq(participants.programme_id, programmeId), eq(participants.person_id, personId)))
}

export async function listParticipantsOfPerson(db: Database, personId: string): Promise<ParticipantRow[]> {
  return db
    .select()
    .from(participants)
    .where(eq(participants.person_id, personId))
    .orderBy(asc(participants.created_at), asc(participants.id))
}

export async function listParticipants(
  db: Database,
  programmeId: string,
  role: Role | null,
  afterId: string | null,
  limit: number,
) {
  return db
    .select(withPerson)
    .from(participants)
    .innerJoin(people, eq(people.id, participants.person_id))
    .where(
      and(
        eq(participants.programme_id, programmeId),
        role ? eq(participants.role, role) : undefined,
        afterId ? gt(participants.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(participants.id))
    .limit(limit)
}

export function insertParticipant(db: Database, row: typeof participants.$inferInsert): SQLWrapper {
  return db.insert(participants).values(row)
}

export function updateParticipant(
  db: Database,
  id: string,
  set: Partial<typeof participants.$inferInsert>,
): SQLWrapper {
  return db.update(participants).set(set).where(eq(participants.id, id))
}

/** How many mentors each mentee of a programme may have from now on. */
export function setMenteeCapacity(db: Database, programmeId: string, capacity: number): SQLWrapper {
  return db
    .update(participants)
    .set({ capacity })
    .where(and(eq(participants.programme_id, programmeId), eq(participants.role, 'mentee')))
}

/** How machines name the participants of a programme, by participant id. */
export async function listParticipantReferences(
  db: Database,
  programmeId: string,
): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; reference: string }>(sql`
    SELECT participants.id, coalesce(people.external_id, people.id) AS reference
    FROM participants JOIN people ON people.id = participants.person_id
    WHERE participants.programme_id = ${programmeId}`)
  return new Map(rows.map((row) => [row.id, row.reference]))
}
