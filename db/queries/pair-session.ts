import { and, asc, eq, gt, lte, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { pairs } from '#db/schema/pair.ts'
import { pairSessions } from '#db/schema/pair-session.ts'
import { programmes } from '#db/schema/programme.ts'
import { menteeParticipant, menteePerson, mentorParticipant, mentorPerson } from './two-people.ts'

export type PairSessionRow = typeof pairSessions.$inferSelect

/** Sessions of one pair, the earliest first. */
export async function listSessionsOfPair(db: Database, pairId: string): Promise<PairSessionRow[]> {
  return db
    .select()
    .from(pairSessions)
    .where(eq(pairSessions.pair_id, pairId))
    .orderBy(asc(pairSessions.starts_at), asc(pairSessions.id))
}

/** Sessions of these pairs, pair by pair, the earliest first. */
export async function listSessionsOfPairs(
  db: Database,
  pairIds: readonly string[],
): Promise<PairSessionRow[]> {
  const rows: PairSessionRow[] = []
  for (const chunk of inChunks(pairIds)) {
    rows.push(
      ...(await db
        .select()
        .from(pairSessions)
        .where(sql`${pairSessions.pair_id} IN (SELECT value FROM json_each(${chunk}))`)
        .orderBy(asc(pairSessions.pair_id), asc(pairSessions.starts_at), asc(pairSessions.id))),
    )
  }
  return rows
}

function selectWithPeople(db: Database) {
  return db
    .select({
      session: pairSessions,
      pair: pairs,
      programme: programmes.slug,
      mentor: mentorPerson,
      mentee: menteePerson,
    })
    .from(pairSessions)
    .innerJoin(pairs, eq(pairs.id, pairSessions.pair_id))
    .innerJoin(programmes, eq(programmes.id, pairSessions.programme_id))
    .innerJoin(mentorParticipant, eq(mentorParticipant.id, pairs.mentor_id))
    .innerJoin(menteeParticipant, eq(menteeParticipant.id, pairs.mentee_id))
    .innerJoin(mentorPerson, eq(mentorPerson.id, mentorParticipant.person_id))
    .innerJoin(menteePerson, eq(menteePerson.id, menteeParticipant.person_id))
}

export async function findPairSession(db: Database, id: string) {
  return selectWithPeople(db).where(eq(pairSessions.id, id)).get()
}

/** A session as one of its two people sees it: with the programme’s slug, their own role and their partner’s name. */
export type SessionOfPerson = PairSessionRow & {
  programme: string
  role: 'mentor' | 'mentee'
  partner: { id: string; given_name: string; family_name: string }
}

/** Sessions of every pair of somebody, the earliest first; `since` (epoch ms) leaves out those that began before. */
export async function listSessionsOfPerson(
  db: Database,
  personId: string,
  since = 0,
): Promise<SessionOfPerson[]> {
  const found = await selectWithPeople(db)
    .where(
      and(
        gt(pairSessions.starts_at, since),
        or(eq(mentorParticipant.person_id, personId), eq(menteeParticipant.person_id, personId)),
      ),
    )
    .orderBy(asc(pairSessions.starts_at), asc(pairSessions.id))
    .limit(500)
  return found.map(({ session, programme, mentor, mentee }) => {
    const role = mentor.id === personId ? 'mentor' : 'mentee'
    const { id, given_name, family_name } = role === 'mentor' ? mentee : mentor
    return { ...session, programme, role, partner: { id, given_name, family_name } }
  })
}

/** Planned sessions that began up to `before` and after `since` (epoch ms) and that nobody logged nor was reminded of. */
export async function listSessionsToLog(db: Database, since: number, before: number, limit: number) {
  return selectWithPeople(db)
    .where(
      and(
        eq(pairSessions.state, 'planned'),
        gt(pairSessions.starts_at, since),
        lte(pairSessions.starts_at, before),
        or(ne(pairs.state, 'ended'), eq(pairs.ending, 'completed')),
        sql`NOT EXISTS (SELECT 1 FROM events WHERE events.subject = pair_sessions.id
          AND events.type = 'pair.reminded' AND events.occurred_at > pair_sessions.starts_at)`,
      ),
    )
    .orderBy(asc(pairSessions.starts_at), asc(pairSessions.id))
    .limit(limit)
}

/** Whether no open session of either person, in any of their pairs, runs into these minutes; true inside a batch as well. */
export function isFreeFor(
  people: readonly string[],
  { startsAt, minutes, except }: { startsAt: number; minutes: number; except: string },
): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM pair_sessions AS other
    JOIN pairs AS pair ON pair.id = other.pair_id
    JOIN participants AS participant ON participant.id IN (pair.mentor_id, pair.mentee_id)
    WHERE participant.person_id IN (SELECT value FROM json_each(${JSON.stringify(people)}))
      AND other.id <> ${except} AND other.state IN ('proposed', 'planned')
      AND other.starts_at < ${startsAt + minutes * 60_000} AND other.starts_at + other.minutes * 60000 > ${startsAt})`
}

/** The same, asked of the store now. */
export async function isFree(db: Database, condition: SQL): Promise<boolean> {
  const row = await db.get<{ free: number }>(sql`SELECT (${condition}) AS free`)
  return row?.free === 1
}

/** Whether a pair has room for one more session: those held or still ahead of them are fewer than `most`. */
export function hasRoom(pairId: string, most: number, now: number): SQL {
  return sql`(SELECT count(*) FROM pair_sessions WHERE pair_id = ${pairId}
    AND (state = 'held' OR (state IN ('proposed', 'planned') AND starts_at > ${now}))) < ${most}`
}

export function insertPairSession(db: Database, row: typeof pairSessions.$inferInsert): SQLWrapper {
  return db.insert(pairSessions).values(row)
}

export function updatePairSession(
  db: Database,
  id: string,
  set: Partial<typeof pairSessions.$inferInsert>,
): SQLWrapper {
  return db.update(pairSessions).set(set).where(eq(pairSessions.id, id))
}

/** What somebody did in one programme that counts as training (F23). */
export interface TrainingHours {
  reference: string
  given_name: string
  family_name: string
  role: 'mentor' | 'mentee'
  sessions: number
  minutes: number
  first_at: number
  last_at: number
}

/** Of everybody who held a session that both confirmed: how many, how long, and when (F23). */
export async function listTrainingHours(db: Database, programmeId: string): Promise<TrainingHours[]> {
  return db.all<TrainingHours>(sql`
    SELECT coalesce(person.external_id, person.id) AS reference, person.given_name, person.family_name,
      participant.role, count(*) AS sessions, sum(session.held_minutes) AS minutes,
      min(session.starts_at) AS first_at, max(session.starts_at) AS last_at
    FROM pair_sessions AS session JOIN pairs AS pair ON pair.id = session.pair_id
    JOIN participants AS participant ON participant.id IN (pair.mentor_id, pair.mentee_id)
    JOIN people AS person ON person.id = participant.person_id
    WHERE session.programme_id = ${programmeId} AND session.state = 'held' AND session.confirmed_at IS NOT NULL
    GROUP BY participant.id ORDER BY person.family_name, person.given_name, participant.id`)
}
