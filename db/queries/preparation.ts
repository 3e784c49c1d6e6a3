import { and, asc, eq, gt, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { organisers } from '#db/schema/organiser.ts'
import { pairs } from '#db/schema/pair.ts'
import { preparations } from '#db/schema/preparation.ts'
import { programmes } from '#db/schema/programme.ts'
import type { Role } from '#domain/participant.ts'
import type { PreparationState } from '#domain/preparation.ts'
import type { PairRow } from './pair.ts'
import type { PersonRow } from './person.ts'
import { menteeParticipant, menteePerson, mentorParticipant, mentorPerson } from './two-people.ts'

export type PreparationRow = typeof preparations.$inferSelect

/** A preparation with the person it is for, the other of the two, and the coach of the pair where there is one. */
export interface PreparationWithPeople {
  preparation: PreparationRow
  /** Slug of the programme. */
  programme: string
  pair: PairRow
  role: Role
  person: PersonRow
  partner: PersonRow
  coach: { id: string; email: string; name: string | null } | null
}

const COACH_NAME = sql<
  string | null
>`(SELECT coach.given_name || ' ' || coach.family_name FROM people AS coach
  WHERE coach.email_key = organisers.email_key)`

async function select(
  db: Database,
  where: SQL | undefined,
  order: SQL[],
  limit: number,
): Promise<PreparationWithPeople[]> {
  const rows = await db
    .select({
      preparation: preparations,
      programme: programmes.slug,
      pair: pairs,
      mentor: mentorPerson,
      mentee: menteePerson,
      coach: { id: organisers.id, email: organisers.email },
      coachName: COACH_NAME,
    })
    .from(preparations)
    .innerJoin(programmes, eq(programmes.id, preparations.programme_id))
    .innerJoin(pairs, eq(pairs.id, preparations.pair_id))
    .innerJoin(mentorParticipant, eq(mentorParticipant.id, pairs.mentor_id))
    .innerJoin(menteeParticipant, eq(menteeParticipant.id, pairs.mentee_id))
    .innerJoin(mentorPerson, eq(mentorPerson.id, mentorParticipant.person_id))
    .innerJoin(menteePerson, eq(menteePerson.id, menteeParticipant.person_id))
    .leftJoin(organisers, eq(organisers.id, pairs.coach_id))
    .where(where)
    .orderBy(...order)
    .limit(limit)
  return rows.map(({ mentor, mentee, coach, coachName: name, ...row }) => {
    const role = row.preparation.participant_id === row.pair.mentor_id ? 'mentor' : 'mentee'
    return {
      ...row,
      role,
      person: role === 'mentor' ? mentor : mentee,
      partner: role === 'mentor' ? mentee : mentor,
      coach: coach && { ...coach, name },
    }
  })
}

/** Preparations of every programme or of one, in one state or in all, page by page. */
export async function listPreparations(
  db: Database,
  wanted: { programmeId: string | null; state: PreparationState | null },
  afterId: string | null,
  limit: number,
): Promise<PreparationWithPeople[]> {
  return select(
    db,
    and(
      wanted.programmeId ? eq(preparations.programme_id, wanted.programmeId) : undefined,
      wanted.state ? eq(preparations.state, wanted.state) : undefined,
      afterId ? gt(preparations.id, afterId) : undefined,
    ),
    [asc(preparations.id)],
    limit,
  )
}

/** What keeps first sessions of live pairs from being booked, the earliest due first. */
export async function listOpenPreparations(
  db: Database,
  programmeId: string | null,
): Promise<PreparationWithPeople[]> {
  return select(
    db,
    and(
      eq(preparations.state, 'open'),
      ne(pairs.state, 'ended'),
      programmeId ? eq(preparations.programme_id, programmeId) : undefined,
    ),
    [asc(preparations.due_at), asc(preparations.id)],
    1000,
  )
}

export async function findPreparation(db: Database, id: string): Promise<PreparationWithPeople | undefined> {
  return (await select(db, eq(preparations.id, id), [asc(preparations.id)], 1))[0]
}

export async function listPreparationsOfPair(db: Database, pairId: string): Promise<PreparationRow[]> {
  return db
    .select()
    .from(preparations)
    .where(eq(preparations.pair_id, pairId))
    .orderBy(asc(preparations.participant_id))
}

export async function hasOpenPreparation(db: Database, pairId: string): Promise<boolean> {
  const row = await db.get<{ open: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM preparations WHERE pair_id = ${pairId} AND state = 'open') AS open`,
  )
  return row?.open === 1
}

/** Which of these people are in a named group of the programme (P28). */
export async function listNamedAmong(
  db: Database,
  programmeId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT DISTINCT member.person_id AS id FROM json_each(${JSON.stringify(personIds)}) AS wanted
    JOIN named_group_people AS member ON member.person_id = wanted.value
    JOIN named_groups ON named_groups.id = member.group_id AND named_groups.programme_id = ${programmeId}`)
  return new Set(rows.map(({ id }) => id))
}

export function insertPreparation(db: Database, row: PreparationRow): SQLWrapper {
  return db.insert(preparations).values(row)
}

export function updatePreparation(db: Database, id: string, set: Partial<PreparationRow>): SQLWrapper {
  return db.update(preparations).set(set).where(eq(preparations.id, id))
}
