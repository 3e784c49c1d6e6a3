import { and, asc, eq, gt, gte, isNull, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'
import type { Role } from '#domain/participant.ts'

export type ParticipantRow = typeof participants.$inferSelect

export type ParticipantWithPerson = Awaited<ReturnType<typeof listParticipants>>[number]

const withPerson = { participant: participants, person: people }

/** Where somebody works, as HR has it, else as they said when they signed up. */
const SUBSIDIARY = sql.raw("coalesce(people.subsidiary, participants.answers ->> '$.G3.subsidiary')")

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

/** Participants of a programme among these people, in one role. */
export async function listParticipantsAmong(
  db: Database,
  programmeId: string,
  role: Role,
  personIds: readonly string[],
): Promise<ParticipantRow[]> {
  return db
    .select()
    .from(participants)
    .where(
      and(
        eq(participants.programme_id, programmeId),
        eq(participants.role, role),
        sql`${participants.person_id} IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`,
      ),
    )
}

/** Those of these participants who have left their programme. */
export async function listWithdrawn(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = new Set<string>()
  for (const chunk of inChunks([...new Set(ids)])) {
    const rows = await db.all<{ id: string }>(sql`
      SELECT participants.id FROM json_each(${chunk}) AS wanted
      JOIN participants ON participants.id = wanted.value WHERE participants.state = 'withdrawn'`)
    for (const { id } of rows) found.add(id)
  }
  return found
}

/** Whether a match run has looked at a participant, or is looking, since they joined. */
export async function wasMatched(
  db: Database,
  { id, programme_id }: Pick<ParticipantRow, 'id' | 'programme_id'>,
): Promise<boolean> {
  const row = await db.get<{ matched: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM match_runs WHERE programme_id = ${programme_id} AND (state IN ('queued', 'running')
      OR (state = 'completed' AND completed_at >= (SELECT coalesce(max(occurred_at), 0) FROM events
        WHERE subject = ${id} AND type = 'participant.joined')))) AS matched`)
  return row?.matched === 1
}

/** Adds people who were designated; they are pending and have answered nothing (C6). */
export function insertDesignated(
  rows: readonly Omit<typeof participants.$inferInsert, 'answers'>[],
): SQLWrapper[] {
  return inChunks(rows).map(
    (chunk) => sql`INSERT INTO participants (id, programme_id, person_id, role, state, capacity, answers,
        questionnaire_version, own_questions_version, charter_version, notice_version, proposed_by, reminders,
        version, created_at, updated_at)
      SELECT value ->> 'id', value ->> 'programme_id', value ->> 'person_id', value ->> 'role', 'pending',
        value ->> 'capacity', '{}', value ->> 'questionnaire_version', value ->> 'own_questions_version',
        value ->> 'charter_version', value ->> 'notice_version', value ->> 'proposed_by', 0, 1,
        value ->> 'created_at', value ->> 'updated_at' FROM json_each(${chunk})`,
  )
}

export async function findParticipant(db: Database, id: string): Promise<ParticipantRow | undefined> {
  return db.select().from(participants).where(eq(participants.id, id)).get()
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
  subsidiary: string | null = null,
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
        subsidiary === null ? undefined : sql`${SUBSIDIARY} = ${subsidiary}`,
      ),
    )
    .orderBy(asc(participants.id))
    .limit(limit)
}

/** Participants of a programme who changed at or after an instant (epoch ms), oldest change first. */
export async function listParticipantsUpdated(
  db: Database,
  programmeId: string,
  role: Role | null,
  {
    since,
    after,
    limit,
    subsidiary = null,
  }: {
    since: number
    after: { at: number; id: string } | null
    limit: number
    subsidiary?: string | null
  },
) {
  return db
    .select(withPerson)
    .from(participants)
    .innerJoin(people, eq(people.id, participants.person_id))
    .where(
      and(
        eq(participants.programme_id, programmeId),
        role ? eq(participants.role, role) : undefined,
        after
          ? sql`(${participants.updated_at}, ${participants.id}) > (${after.at}, ${after.id})`
          : gte(participants.updated_at, since),
        subsidiary === null ? undefined : sql`${SUBSIDIARY} = ${subsidiary}`,
      ),
    )
    .orderBy(asc(participants.updated_at), asc(participants.id))
    .limit(limit)
}

export async function findParticipantWithPerson(
  db: Database,
  id: string,
): Promise<ParticipantWithPerson | undefined> {
  return db
    .select(withPerson)
    .from(participants)
    .innerJoin(people, eq(people.id, participants.person_id))
    .where(eq(participants.id, id))
    .get()
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

/** Somebody of whom no address was known gets one; nobody’s address is replaced. */
export function giveAddress(
  db: Database,
  personId: string,
  set: Pick<typeof people.$inferSelect, 'email' | 'email_key' | 'version' | 'updated_at'>,
): SQLWrapper {
  return db
    .update(people)
    .set(set)
    .where(and(eq(people.id, personId), isNull(people.email_key)))
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
