import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import type { PersonRecord } from '#domain/person.ts'
import { listPersonRecords } from './person.ts'

/** What an identity provider keeps of somebody, as stored. */
export interface ScimUserRow {
  person_id: string
  user_name: string
  external_id: string | null
  attributes: Record<string, unknown>
  created_at: number
  updated_at: number
}

/** A user with the person behind it and the groups they are in. */
export interface ScimUserRecord extends ScimUserRow {
  person: PersonRecord
  groups: { value: string; display: string }[]
}

/** Somebody whom a reference names. */
export interface Bearer {
  id: string
  external_id: string | null
  /** Null where nothing but an account name is known. */
  name: string | null
}

/** How people are called in lists: what the provider displays, else their names; null where there are none. */
const SHOWN_NAME =
  sql.raw(`coalesce(scim.attributes ->> '$.displayName', scim.attributes ->> '$.name.formatted',
  CASE WHEN people.family_name NOT IN ('—', '') THEN people.given_name || ' ' || people.family_name END)`)

/** Users by id, in the order of the ids; who is no user is left out. */
export async function listScimUsers(db: Database, ids: readonly string[]): Promise<ScimUserRecord[]> {
  if (ids.length === 0) return []
  const [rows, people] = await Promise.all([
    db.all<Omit<ScimUserRow, 'attributes'> & { attributes: string; groups: string }>(sql`
      SELECT scim.person_id, scim.user_name, scim.external_id, scim.attributes, scim.created_at, scim.updated_at,
        (SELECT json_group_array(json_object('value', mine.id, 'display', mine.display_name)) FROM (
          SELECT team.id, team.display_name FROM scim_group_members AS member
          JOIN scim_groups AS team ON team.id = member.group_id
          WHERE member.person_id = scim.person_id ORDER BY team.id) AS mine) AS groups
      FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN scim_users AS scim ON scim.person_id = wanted.value
      ORDER BY wanted.key`),
    listPersonRecords(db, ids),
  ])
  const byId = new Map(people.map((person) => [person.id, person]))
  return rows.flatMap((row) => {
    const person = byId.get(row.person_id)
    return person
      ? [{ ...row, person, attributes: JSON.parse(row.attributes), groups: JSON.parse(row.groups) }]
      : []
  })
}

export async function findScimUser(db: Database, id: string): Promise<ScimUserRecord | undefined> {
  return (await listScimUsers(db, [id]))[0]
}

/** Somebody who stands in the way of a new user, or is the one meant. */
export interface Claim {
  id: string
  active: boolean
  /** A provider keeps them already. */
  isUser: boolean
  /** They hold the account name or the provider’s identifier. */
  isHolder: boolean
  /** HR calls them by that identifier. */
  bearsKey: boolean
}

/** Who has an account name, a provider’s identifier or an address already, as a user or as a person whom HR knows. */
export async function listClaims(
  db: Database,
  userNameKey: string | null,
  externalId: string | null,
  emailKey: string | null,
): Promise<Claim[]> {
  const rows = await db.all<{
    id: string
    active: number
    is_user: number
    holds: number
    bears: number
  }>(sql`
    SELECT people.id, people.active, 1 AS is_user, 1 AS holds, 0 AS bears
    FROM scim_users AS scim JOIN people ON people.id = scim.person_id
    WHERE scim.user_name_key = ${userNameKey} OR scim.external_id = ${externalId}
    UNION ALL SELECT people.id, people.active,
      EXISTS (SELECT 1 FROM scim_users AS scim WHERE scim.person_id = people.id), 0,
      people.external_id IS NOT NULL AND people.external_id IS ${externalId}
    FROM people WHERE people.external_id = ${externalId} OR people.email_key = ${emailKey}`)
  return rows.map((row) => ({
    id: row.id,
    active: Boolean(row.active),
    isUser: Boolean(row.is_user),
    isHolder: Boolean(row.holds),
    bearsKey: Boolean(row.bears),
  }))
}

/** Who bears each reference of a reporting line: by id, or by external id. */
export async function listBearers(db: Database, references: readonly string[]): Promise<Map<string, Bearer>> {
  return bearersOf(
    db,
    references,
    sql`JOIN people ON people.id = wanted.value OR people.external_id = wanted.value
      LEFT JOIN scim_users AS scim ON scim.person_id = people.id`,
  )
}

/** Who bears each name that a provider gave: its own identifier, else an account name in any case. */
export async function listBearersOfProvider(
  db: Database,
  names: readonly string[],
): Promise<Map<string, Bearer>> {
  const account = sql`JOIN people ON people.id = scim.person_id`
  const [byExternalId, byUserName] = await Promise.all([
    bearersOf(db, names, sql`JOIN scim_users AS scim ON scim.external_id = wanted.value ${account}`),
    bearersOf(db, names, sql`JOIN scim_users AS scim ON scim.user_name_key = lower(wanted.value) ${account}`),
  ])
  return new Map([...byUserName, ...byExternalId])
}

async function bearersOf(db: Database, names: readonly string[], join: SQL): Promise<Map<string, Bearer>> {
  const bearers = new Map<string, Bearer>()
  for (const chunk of inChunks([...new Set(names)])) {
    const rows = await db.all<Bearer & { named: string }>(sql`
      SELECT wanted.value AS named, people.id, people.external_id, ${SHOWN_NAME} AS name
      FROM json_each(${chunk}) AS wanted ${join}`)
    for (const { named, ...bearer } of rows) bearers.set(named, bearer)
  }
  return bearers
}

/** Which of these ids are users, with the name they go by. */
export async function listUserNames(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const names = new Map<string, string | null>()
  for (const chunk of inChunks([...new Set(ids)])) {
    const rows = await db.all<{ id: string; name: string | null }>(sql`
      SELECT scim.person_id AS id, ${SHOWN_NAME} AS name FROM json_each(${chunk}) AS wanted
      CROSS JOIN scim_users AS scim ON scim.person_id = wanted.value JOIN people ON people.id = scim.person_id`)
    for (const { id, name } of rows) names.set(id, name)
  }
  return names
}

/** Inserts or replaces what a provider says of somebody. */
export function writeScimUser(
  row: Omit<ScimUserRow, 'created_at' | 'updated_at'>,
  userNameKey: string,
  now: number,
): SQLWrapper {
  return sql`INSERT INTO scim_users (person_id, user_name, user_name_key, external_id, attributes, created_at, updated_at)
    VALUES (${row.person_id}, ${row.user_name}, ${userNameKey}, ${row.external_id}, ${JSON.stringify(row.attributes)},
      ${now}, ${now})
    ON CONFLICT (person_id) DO UPDATE SET user_name = excluded.user_name, user_name_key = excluded.user_name_key,
      external_id = excluded.external_id, attributes = excluded.attributes, updated_at = excluded.updated_at`
}

/** Forgets what a provider said of somebody, and takes them out of its groups, which change thereby. */
export function deleteScimUser(personId: string, now: number): SQLWrapper[] {
  return [
    sql`UPDATE scim_groups SET version = version + 1, updated_at = ${now}
      WHERE id IN (SELECT group_id FROM scim_group_members WHERE person_id = ${personId})`,
    sql`DELETE FROM scim_group_members WHERE person_id = ${personId}`,
    sql`DELETE FROM scim_users WHERE person_id = ${personId}`,
  ]
}

/** Ends the sessions of whoever signed in with an address. */
export function endSessions(emailKey: string): SQLWrapper {
  return sql`DELETE FROM sign_in_sessions WHERE userId IN (SELECT id FROM sign_in_users WHERE email = ${emailKey})`
}
