import { and, asc, eq, gt, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { pairs } from '#db/schema/pair.ts'
import { programmes } from '#db/schema/programme.ts'
import type { PairState } from '#domain/pair.ts'
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

/** True where one of the two works in this subsidiary, as HR has it, else as they said when they signed up. */
function isIn(subsidiary: string | null) {
  if (subsidiary === null) return undefined
  return or(
    sql`coalesce(${mentorPerson.subsidiary}, ${mentorParticipant.answers} ->> '$.G3.subsidiary') = ${subsidiary}`,
    sql`coalesce(${menteePerson.subsidiary}, ${menteeParticipant.answers} ->> '$.G3.subsidiary') = ${subsidiary}`,
  )
}

export type PairWithPeople = Awaited<ReturnType<typeof listPairs>>[number]

export async function listPairs(
  db: Database,
  programmeSlug: string | null,
  afterId: string | null,
  limit: number,
  subsidiary: string | null = null,
) {
  return selectWithPeople(db)
    .where(
      and(
        programmeSlug ? eq(programmes.slug, programmeSlug) : undefined,
        afterId ? gt(pairs.id, afterId) : undefined,
        isIn(subsidiary),
      ),
    )
    .orderBy(asc(pairs.id))
    .limit(limit)
}

/** When a pair last changed: its newest event, or its beginning, which is told by the event of its proposal. */
const CHANGED_AT = sql<number>`coalesce((SELECT event.occurred_at FROM events AS event WHERE event.subject = pairs.id
  ORDER BY event.version DESC LIMIT 1), pairs.started_at)`

/** Pairs that changed at or after an instant (epoch ms), oldest change first. */
export async function listPairsUpdated(
  db: Database,
  programmeSlug: string | null,
  since: number,
  after: { at: number; id: string } | null,
  limit: number,
  subsidiary: string | null = null,
) {
  return selectWithPeople(db)
    .where(
      and(
        programmeSlug ? eq(programmes.slug, programmeSlug) : undefined,
        after ? sql`(${CHANGED_AT}, pairs.id) > (${after.at}, ${after.id})` : sql`${CHANGED_AT} >= ${since}`,
        isIn(subsidiary),
      ),
    )
    .orderBy(CHANGED_AT, asc(pairs.id))
    .limit(limit)
}

export async function findPairWithPeople(
  db: Database,
  id: string,
  subsidiary: string | null = null,
): Promise<PairWithPeople | undefined> {
  return selectWithPeople(db)
    .where(and(eq(pairs.id, id), isIn(subsidiary)))
    .get()
}

/** When each of these pairs last changed (epoch ms). */
export async function changesOfPairs(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.all<{ id: string; at: number }>(sql`
    SELECT pairs.id, ${CHANGED_AT} AS at FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN pairs ON pairs.id = wanted.value`)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Pairs in these states, of every programme, page by page. */
export async function listPairsInState(
  db: Database,
  states: PairState[],
  afterId: string | null,
  limit: number,
) {
  return selectWithPeople(db)
    .where(and(inArray(pairs.state, states), afterId ? gt(pairs.id, afterId) : undefined))
    .orderBy(asc(pairs.id))
    .limit(limit)
}

export async function listPairsOfPerson(db: Database, personId: string) {
  return selectWithPeople(db)
    .where(or(eq(mentorParticipant.person_id, personId), eq(menteeParticipant.person_id, personId)))
    .orderBy(asc(pairs.started_at), asc(pairs.id))
    .limit(100)
}

/**
 * True while both have a place left, of those that they offer at this very moment: somebody may just have offered fewer. A
 * suspended pair keeps its place.
 */
export function bothHavePlace({ mentor_id, mentee_id }: { mentor_id: string; mentee_id: string }): SQL {
  return sql`(${hasPlace('mentor_id', mentor_id)} AND ${hasPlace('mentee_id', mentee_id)})`
}

function hasPlace(column: 'mentor_id' | 'mentee_id', participantId: string): SQL {
  return sql`(SELECT count(*) FROM pairs WHERE state <> 'ended' AND ${sql.raw(column)} = ${participantId})
    < (SELECT capacity FROM participants WHERE id = ${participantId})`
}

/** The same, asked ahead of a batch. */
export async function findBothHavePlace(
  db: Database,
  two: { mentor_id: string; mentee_id: string },
): Promise<boolean> {
  const row = await db.get<{ holds: number }>(sql`SELECT ${bothHavePlace(two)} AS holds`)
  return row?.holds === 1
}

export function insertPair(db: Database, row: typeof pairs.$inferInsert): SQLWrapper {
  return db.insert(pairs).values(row)
}

export function updatePair(db: Database, id: string, set: Partial<typeof pairs.$inferInsert>): SQLWrapper {
  return db.update(pairs).set(set).where(eq(pairs.id, id))
}
