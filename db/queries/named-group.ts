import { and, asc, eq, gt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { namedGroups } from '#db/schema/named-group.ts'

export type NamedGroupRow = typeof namedGroups.$inferSelect

/** A group with its people, by person id and by how machines name them, in the order of the latter. */
export interface NamedGroup extends NamedGroupRow {
  people: { id: string; reference: string }[]
}

export async function findNamedGroup(
  db: Database,
  programmeId: string,
  name: string,
): Promise<NamedGroup | undefined> {
  const rows = await db
    .select()
    .from(namedGroups)
    .where(and(eq(namedGroups.programme_id, programmeId), eq(namedGroups.name, name)))
  return (await withPeople(db, rows))[0]
}

/** Groups of a programme by name, page by page. */
export async function listNamedGroups(
  db: Database,
  programmeId: string,
  afterName: string | null,
  limit: number,
): Promise<NamedGroup[]> {
  const rows = await db
    .select()
    .from(namedGroups)
    .where(
      and(
        eq(namedGroups.programme_id, programmeId),
        afterName === null ? undefined : gt(namedGroups.name, afterName),
      ),
    )
    .orderBy(asc(namedGroups.name))
    .limit(limit)
  return withPeople(db, rows)
}

/** Every group of these programmes. */
export async function listGroupsOfProgrammes(
  db: Database,
  programmeIds: Iterable<string>,
): Promise<NamedGroup[]> {
  const ids = [...new Set(programmeIds)]
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(namedGroups)
    .where(sql`${namedGroups.programme_id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(namedGroups.programme_id), asc(namedGroups.name))
  return withPeople(db, rows)
}

async function withPeople(db: Database, rows: NamedGroupRow[]): Promise<NamedGroup[]> {
  if (rows.length === 0) return []
  const members = await db.all<{ group_id: string; id: string; reference: string }>(sql`
    SELECT member.group_id, people.id, coalesce(people.external_id, people.id) AS reference
    FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}) AS wanted
    JOIN named_group_people AS member ON member.group_id = wanted.value
    JOIN people ON people.id = member.person_id ORDER BY reference`)
  const byGroup = Map.groupBy(members, ({ group_id }) => group_id)
  return rows.map((row) => ({
    ...row,
    people: (byGroup.get(row.id) ?? []).map(({ id, reference }) => ({ id, reference })),
  }))
}

/** Pairs of a programme that were proposed under the exception of a group, live or ended. */
export async function countPairsByException(db: Database, programmeId: string): Promise<Map<string, number>> {
  const rows = await db.all<{ group_id: string; pairs: number }>(sql`
    SELECT member.group_id, count(DISTINCT pairs.id) AS pairs
    FROM pairs JOIN proposals ON proposals.id = pairs.proposal_id AND proposals.facts ->> 'exception' IS NOT NULL
    JOIN participants ON participants.id IN (pairs.mentor_id, pairs.mentee_id)
    JOIN named_group_people AS member ON member.person_id = participants.person_id
    WHERE pairs.programme_id = ${programmeId} GROUP BY member.group_id`)
  return new Map(rows.map((row) => [row.group_id, row.pairs]))
}

/** Writes a group and its people whole. */
export function writeNamedGroup(
  db: Database,
  row: NamedGroupRow,
  personIds: readonly string[],
): SQLWrapper[] {
  const { id: _id, programme_id: _programme, name: _name, created_at: _created, ...set } = row
  return [
    db.insert(namedGroups).values(row).onConflictDoUpdate({ target: namedGroups.id, set }),
    sql`DELETE FROM named_group_people WHERE group_id = ${row.id}`,
    ...inChunks(personIds).map(
      (chunk) => sql`INSERT INTO named_group_people (group_id, person_id)
        SELECT ${row.id}, value FROM json_each(${chunk})`,
    ),
  ]
}

export function deleteNamedGroup(id: string): SQLWrapper[] {
  return [
    sql`DELETE FROM named_group_people WHERE group_id = ${id}`,
    sql`DELETE FROM named_groups WHERE id = ${id}`,
  ]
}
