import { eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { scimGroups } from '#db/schema/scim.ts'

export type ScimGroupRow = typeof scimGroups.$inferSelect

/** A group with its members; none where they were not asked for. */
export interface ScimGroupRecord extends ScimGroupRow {
  members: { value: string; display: string | null }[]
}

/** Groups by id, in the order of the ids. Members cost a row each, so that they are read only where they are shown. */
export async function listScimGroups(
  db: Database,
  ids: readonly string[],
  withMembers: boolean,
): Promise<ScimGroupRecord[]> {
  if (ids.length === 0) return []
  const wanted = JSON.stringify(ids)
  const [rows, members] = await Promise.all([
    db.all<ScimGroupRow>(sql`SELECT scim.* FROM json_each(${wanted}) AS wanted
      CROSS JOIN scim_groups AS scim ON scim.id = wanted.value ORDER BY wanted.key`),
    withMembers
      ? db.all<{ group_id: string; value: string; display: string | null }>(sql`
          SELECT member.group_id, member.person_id AS value, coalesce(scim.attributes ->> '$.displayName',
            scim.attributes ->> '$.name.formatted',
            CASE WHEN people.family_name NOT IN ('—', '') THEN people.given_name || ' ' || people.family_name END) AS display
          FROM json_each(${wanted}) AS wanted
          CROSS JOIN scim_group_members AS member ON member.group_id = wanted.value
          JOIN scim_users AS scim ON scim.person_id = member.person_id JOIN people ON people.id = member.person_id
          ORDER BY member.group_id, member.person_id`)
      : [],
  ])
  const byGroup = Map.groupBy(members, ({ group_id }) => group_id)
  return rows.map((row) => ({
    ...row,
    members: (byGroup.get(row.id) ?? []).map(({ value, display }) => ({ value, display })),
  }))
}

export async function findScimGroup(
  db: Database,
  id: string,
  withMembers: boolean,
): Promise<ScimGroupRecord | undefined> {
  return (await listScimGroups(db, [id], withMembers))[0]
}

/** Writes a group whole, but for who is in it. */
export function writeScimGroup(db: Database, row: ScimGroupRow): SQLWrapper {
  const { id: _id, created_at: _created, ...set } = row
  return db.insert(scimGroups).values(row).onConflictDoUpdate({ target: scimGroups.id, set })
}

/** Lets people into a group, and others out of it. */
export function changeMembers(
  groupId: string,
  arriving: readonly string[],
  leaving: readonly string[],
): SQLWrapper[] {
  return [
    ...inChunks(leaving).map(
      (chunk) => sql`DELETE FROM scim_group_members WHERE group_id = ${groupId}
        AND person_id IN (SELECT value FROM json_each(${chunk}))`,
    ),
    ...inChunks(arriving).map(
      (chunk) => sql`INSERT OR IGNORE INTO scim_group_members (group_id, person_id)
        SELECT ${groupId}, value FROM json_each(${chunk})`,
    ),
  ]
}

export function deleteScimGroup(db: Database, id: string): SQLWrapper[] {
  return [
    sql`DELETE FROM scim_group_members WHERE group_id = ${id}`,
    db.delete(scimGroups).where(eq(scimGroups.id, id)),
  ]
}
