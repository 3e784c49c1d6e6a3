import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { matchRuns, matchRunWaiting } from '#db/schema/match-run.ts'
import { participants } from '#db/schema/participant.ts'
import { people } from '#db/schema/person.ts'
import type { Role } from '#domain/participant.ts'
import type { MatchRunRow } from './match-run.ts'
import { byReference } from './person.ts'

/** How somebody is named and recognised, by participant. */
export interface NamedPerson {
  id: string
  person: string
  given_name: string
  family_name: string
  job_family: string | null
  subsidiary: string | null
  site: string | null
}

/** Who these participants are; those erased since are missing. */
export async function listNamedPeople(
  db: Database,
  participantIds: readonly string[],
): Promise<NamedPerson[]> {
  const found: NamedPerson[] = []
  for (const chunk of inChunks(participantIds)) {
    found.push(
      ...(await db.all<NamedPerson>(sql`
        SELECT participants.id, coalesce(external_id, people.id) AS person, given_name, family_name,
          job_family, subsidiary, site
        FROM json_each(${chunk}) AS asked JOIN participants ON participants.id = asked.value
        JOIN people ON people.id = participants.person_id`)),
    )
  }
  return found
}

/** Somebody whom a run left without a pair, and why. */
export async function findWaiting(db: Database, run: MatchRunRow, role: Role, reference: string) {
  return db
    .select({ waiting: matchRunWaiting, person: people })
    .from(participants)
    .innerJoin(people, eq(people.id, participants.person_id))
    .innerJoin(matchRunWaiting, eq(matchRunWaiting.participant_id, participants.id))
    .where(
      and(
        eq(matchRunWaiting.run_id, run.id),
        eq(participants.programme_id, run.programme_id),
        eq(participants.role, role),
        byReference(reference),
      ),
    )
    .get()
}

/**
 * Pairs of which organisers know that they were proposed or made. What is kept apart in confidence is not among them,
 * and neither is a refusal as such.
 */
export async function listKnownPairs(db: Database): Promise<{ mentor: string; mentee: string }[]> {
  return db.all<{ mentor: string; mentee: string }>(sql`
    SELECT DISTINCT coalesce(mentor.external_id, mentor.id) AS mentor, coalesce(mentee.external_id, mentee.id) AS mentee
    FROM (SELECT mentor_id, mentee_id FROM pairs
          UNION SELECT mentor_id, mentee_id FROM proposals WHERE state IN ('open', 'lapsed', 'paired')) AS known
    JOIN participants AS one ON one.id = known.mentor_id JOIN people AS mentor ON mentor.id = one.person_id
    JOIN participants AS two ON two.id = known.mentee_id JOIN people AS mentee ON mentee.id = two.person_id`)
}

/** What somebody who takes part can pass on and wants to learn, as topics, the first wish first. */
export interface Skills {
  id: string
  role: Role
  capacity: number
  offers: string[]
  wants: string[]
}

const SKILLS_A_READ = 5_000

/** The skills of everybody who takes part in a programme and agreed to. */
export async function listSkills(db: Database, programmeId: string): Promise<Skills[]> {
  const all: Skills[] = []
  for (let after = ''; ; ) {
    const page = await db.all<Omit<Skills, 'offers' | 'wants'> & { offers: string; wants: string }>(sql`
      SELECT participants.id, role, capacity,
        (SELECT json_group_array(value ->> 'topic') FROM json_each(answers, '$.OFFERS')) AS offers,
        (SELECT json_group_array(value ->> 'topic') FROM json_each(answers, '$.WANTS')) AS wants
      FROM participants JOIN people ON people.id = participants.person_id AND people.active
      WHERE programme_id = ${programmeId} AND state = 'active' AND volunteer_at IS NOT NULL
        AND charter_at IS NOT NULL AND participants.id > ${after}
      ORDER BY participants.id LIMIT ${SKILLS_A_READ}`)
    for (const row of page) {
      all.push({ ...row, offers: JSON.parse(row.offers), wants: JSON.parse(row.wants) })
    }
    const last = page.at(-1)
    if (!last || page.length < SKILLS_A_READ) return all
    after = last.id
  }
}

/** In how many of its pairs a run has each topic passed on. */
export async function countTopicsPassedOn(db: Database, runId: string): Promise<Map<string, number>> {
  const rows = await db.all<{ topic: string; pairs: number }>(sql`
    SELECT value ->> 'topic' AS topic, count(DISTINCT proposals.id) AS pairs
    FROM proposals, json_each(facts, '$.topics') WHERE run_id = ${runId} GROUP BY 1`)
  return new Map(rows.map(({ topic, pairs }) => [topic, pairs]))
}

/** The run of the programme that was computed before this one, whatever became of it. */
export async function findRunBefore(db: Database, run: MatchRunRow): Promise<MatchRunRow | undefined> {
  return db
    .select()
    .from(matchRuns)
    .where(
      and(
        eq(matchRuns.programme_id, run.programme_id),
        isNotNull(matchRuns.completed_at),
        lt(matchRuns.completed_at, run.completed_at ?? 0),
      ),
    )
    .orderBy(desc(matchRuns.completed_at), desc(matchRuns.id))
    .limit(1)
    .get()
}
