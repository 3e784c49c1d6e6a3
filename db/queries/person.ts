import { and, asc, eq, gt, gte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'
import { inChunks } from '#db/commit.ts'
import { deletedPeople, people } from '#db/schema/person.ts'
import type { PersonRecord, PersonWrite } from '#domain/person.ts'

export type PersonRow = typeof people.$inferSelect

export function byReference(reference: string): SQL {
  return reference.startsWith('per_') ? eq(people.id, reference) : eq(people.external_id, reference)
}

export async function findPerson(db: Database, reference: string): Promise<PersonRow | undefined> {
  return db.select().from(people).where(byReference(reference)).get()
}

export async function findPersonByEmail(db: Database, emailKey: string): Promise<PersonRow | undefined> {
  return db.select().from(people).where(eq(people.email_key, emailKey)).get()
}

/** Several people at once by reference, with their managers; people who are not there are left out. */
export async function listPersonRecords(
  db: Database,
  references: readonly string[],
): Promise<PersonRecord[]> {
  const records: PersonRecord[] = []
  for (const chunk of inChunks([...new Set(references)])) {
    const rows = await db.all<PersonRow & { lines: string; moves: string }>(sql`
      SELECT people.*, (SELECT json_group_array(json_object('manager', line.manager, 'kind', line.kind))
        FROM (SELECT * FROM reporting_lines WHERE person = coalesce(people.external_id, people.id) ORDER BY manager) AS line) AS lines,
        (SELECT json_group_array(json_object('effective_on', move.effective_on, 'manager', move.manager,
            'dotted_managers', json(move.dotted_managers)))
          FROM (SELECT * FROM reporting_moves WHERE person = coalesce(people.external_id, people.id) ORDER BY effective_on) AS move) AS moves
      FROM json_each(${chunk}) AS wanted
      JOIN people ON people.external_id = wanted.value OR people.id = wanted.value`)
    records.push(...rows.map(toRecord))
  }
  return records
}

export async function getPersonRecord(db: Database, reference: string): Promise<PersonRecord | undefined> {
  return (await listPersonRecords(db, [reference]))[0]
}

/** Of a row that is kept because others hang on it, whose person is forgotten. HR cannot give anybody this name. */
const IS_FORGOTTEN = sql`(people.family_name = '' AND people.given_name = '—' AND people.active = 0)`

/**
 * People whose row changed at or after an instant (epoch ms), oldest change first; those who are forgotten among them,
 * under the external id that they bore. Without an instant everybody who is not forgotten.
 */
export async function listPeopleUpdated(
  db: Database,
  since: number | null,
  after: { updated_at: number; id: string } | null,
  limit: number,
): Promise<PersonRecord[]> {
  const from = after
    ? or(
        gt(people.updated_at, after.updated_at),
        and(eq(people.updated_at, after.updated_at), gt(people.id, after.id)),
      )
    : gte(people.updated_at, since ?? 0)
  const page = await db
    .select({ id: people.id, gone_as: deletedPeople.external_id })
    .from(people)
    .leftJoin(deletedPeople, eq(deletedPeople.id, people.id))
    .where(and(from, since === null ? sql`NOT ${IS_FORGOTTEN}` : undefined))
    .orderBy(asc(people.updated_at), asc(people.id))
    .limit(limit)
  const found = await listPersonRecords(
    db,
    page.map((row) => row.id),
  )
  const byId = new Map(found.map((person) => [person.id, person]))
  return page.flatMap(({ id, gone_as }) => {
    const person = byId.get(id)
    return person ? [{ ...person, external_id: person.external_id ?? gone_as }] : []
  })
}

/** Who was deleted under these external ids, as they would come back: the same id, and nothing else known. */
export async function listDeletedRecords(
  db: Database,
  externalIds: readonly string[],
): Promise<PersonRecord[]> {
  const gone = new Map<string, string>()
  for (const chunk of inChunks([...new Set(externalIds)])) {
    const rows = await db.all<{ id: string; external_id: string }>(sql`
      SELECT id, external_id FROM deleted_people
      WHERE external_id IN (SELECT value FROM json_each(${chunk})) ORDER BY deleted_at, id`)
    for (const { id, external_id } of rows) gone.set(id, external_id)
  }
  if (gone.size === 0) return []
  const found = await listPersonRecords(db, [...gone.keys()])
  return found.map((person) => ({ ...person, external_id: gone.get(person.id) ?? null }))
}

/**
 * Takes HR’s word that somebody is to be deleted: the row stays, for the pairs and totals of others hang on it, and says
 * nothing any more; a tombstone keeps the identifiers. Lines that name them as a manager stay as references.
 * @param person as they are now; `version` is the one that they get.
 */
export function forgetPerson(
  person: { id: string; external_id: string | null },
  version: number,
  now: number,
): SQLWrapper[] {
  const { id, external_id } = person
  const reference = external_id ?? id
  return [
    sql`UPDATE people SET external_id = NULL, given_name = '—', family_name = '', email = NULL, email_key = NULL,
          language = NULL, grade = NULL, grade_rank = NULL, job_family = NULL, subsidiary = NULL, site = NULL,
          hired_in = NULL, leaves_on = NULL, active = 0, recheck = 1, version = ${version}, updated_at = ${now}
        WHERE id = ${id}`,
    sql`DELETE FROM reporting_lines WHERE person = ${reference}`,
    sql`DELETE FROM reporting_moves WHERE person = ${reference}`,
    sql`DELETE FROM named_group_people WHERE person_id = ${id}`,
    sql`UPDATE scim_groups SET version = version + 1, updated_at = ${now}
        WHERE id IN (SELECT group_id FROM scim_group_members WHERE person_id = ${id})`,
    sql`DELETE FROM scim_group_members WHERE person_id = ${id}`,
    sql`DELETE FROM scim_users WHERE person_id = ${id}`,
    sql`INSERT OR REPLACE INTO deleted_people (id, external_id, deleted_at) VALUES (${id}, ${external_id}, ${now})`,
  ]
}

function toRecord(row: PersonRow & { lines: string; moves: string }): PersonRecord {
  const lines = JSON.parse(row.lines) as { manager: string; kind: 'line' | 'dotted' }[]
  return {
    id: row.id,
    external_id: row.external_id,
    given_name: row.given_name,
    family_name: row.family_name,
    email: row.email,
    grade: row.grade,
    grade_rank: row.grade_rank,
    job_family: row.job_family,
    subsidiary: row.subsidiary,
    site: row.site,
    language: row.language,
    hired_in: row.hired_in,
    leaves_on: row.leaves_on,
    relation: row.relation,
    active: Boolean(row.active),
    manager: lines.find((line) => line.kind === 'line')?.manager ?? null,
    dotted_managers: lines.filter((line) => line.kind === 'dotted').map((line) => line.manager),
    moves: JSON.parse(row.moves),
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}

/** Inserts or replaces people and their reporting lines, by id. Who had been deleted is back. */
export function writePeople(rows: readonly PersonWrite[], now: number): SQLWrapper[] {
  return inChunks(rows.map(toBound)).flatMap((chunk) => [
    sql`INSERT INTO people (id, external_id, given_name, family_name, email, email_key, language, grade, grade_rank,
          job_family, subsidiary, site, hired_in, leaves_on, relation, active, recheck, version, created_at, updated_at)
        SELECT value ->> 'id', value ->> 'external_id', value ->> 'given_name', value ->> 'family_name',
          value ->> 'email', value ->> 'email_key', value ->> 'language', value ->> 'grade', value ->> 'grade_rank',
          value ->> 'job_family', value ->> 'subsidiary', value ->> 'site', value ->> 'hired_in', value ->> 'leaves_on',
          value ->> 'relation', value ->> 'active', value ->> 'recheck', value ->> 'version', ${now}, ${now}
        FROM json_each(${chunk}) WHERE true
        ON CONFLICT (id) DO UPDATE SET external_id = excluded.external_id, given_name = excluded.given_name,
          family_name = excluded.family_name, email = excluded.email, email_key = excluded.email_key,
          language = excluded.language, grade = excluded.grade, grade_rank = excluded.grade_rank,
          job_family = excluded.job_family, subsidiary = excluded.subsidiary, site = excluded.site,
          hired_in = excluded.hired_in, leaves_on = excluded.leaves_on, relation = excluded.relation, active = excluded.active,
          recheck = max(people.recheck, excluded.recheck), version = excluded.version, updated_at = excluded.updated_at`,
    sql`DELETE FROM reporting_lines WHERE person IN (
          SELECT coalesce(value ->> 'external_id', value ->> 'id') FROM json_each(${chunk}))`,
    sql`INSERT OR IGNORE INTO reporting_lines (person, manager, kind)
        SELECT coalesce(person.value ->> 'external_id', person.value ->> 'id'), line.value ->> 'manager', line.value ->> 'kind'
        FROM json_each(${chunk}) AS person, json_each(person.value, '$.lines') AS line`,
    sql`DELETE FROM reporting_moves WHERE person IN (
          SELECT coalesce(value ->> 'external_id', value ->> 'id') FROM json_each(${chunk}))`,
    sql`INSERT INTO reporting_moves (person, effective_on, manager, dotted_managers)
        SELECT coalesce(person.value ->> 'external_id', person.value ->> 'id'), move.value ->> 'effective_on',
          move.value ->> 'manager', json(move.value -> 'dotted_managers')
        FROM json_each(${chunk}) AS person, json_each(person.value, '$.moves') AS move`,
    sql`DELETE FROM deleted_people WHERE id IN (SELECT value ->> 'id' FROM json_each(${chunk}))`,
  ])
}

function toBound(row: PersonWrite) {
  const { manager, dotted_managers, active, recheck, ...columns } = row
  const lines = [
    ...(manager === null ? [] : [{ manager, kind: 'line' }]),
    ...dotted_managers.map((dotted) => ({ manager: dotted, kind: 'dotted' })),
  ]
  return { ...columns, active: active ? 1 : 0, recheck: recheck ? 1 : 0, lines }
}

/** A reference that changes (a person known by id gets an external id) changes in every line that names it. */
export function renameInLines(from: string, to: string): SQLWrapper[] {
  return [
    sql`UPDATE OR REPLACE reporting_lines SET person = ${to} WHERE person = ${from}`,
    sql`UPDATE OR REPLACE reporting_lines SET manager = ${to} WHERE manager = ${from}`,
    sql`UPDATE OR REPLACE reporting_moves SET person = ${to} WHERE person = ${from}`,
    sql`UPDATE reporting_moves SET manager = ${to} WHERE manager = ${from}`,
  ]
}

export async function countHeads(db: Database): Promise<number> {
  const row = await db.get<{ heads: number }>(sql`
    SELECT count(*) AS heads FROM people WHERE active = 1 AND relation = 'employee'
      AND EXISTS (SELECT 1 FROM reporting_lines WHERE manager = people.external_id)
      AND NOT EXISTS (SELECT 1 FROM reporting_lines WHERE person = people.external_id AND kind = 'line')`)
  return row?.heads ?? 0
}

export async function listEmailOwners(
  db: Database,
  emailKeys: readonly string[],
): Promise<Map<string, PersonRow>> {
  const owners = new Map<string, PersonRow>()
  for (const chunk of inChunks([...new Set(emailKeys)])) {
    const rows = await db.all<PersonRow>(
      sql`SELECT people.* FROM json_each(${chunk}) AS wanted JOIN people ON people.email_key = wanted.value`,
    )
    for (const row of rows) owners.set(row.email_key as string, row)
  }
  return owners
}

export async function listPeopleToRecheck(
  db: Database,
  limit: number,
): Promise<{ id: string; version: number }[]> {
  return db
    .select({ id: people.id, version: people.version })
    .from(people)
    .where(eq(people.recheck, true))
    .limit(limit)
}

/** Asks that everything about these people be looked at again. */
export function askRecheck(personIds: readonly string[]): SQLWrapper[] {
  return inChunks(personIds).map(
    (chunk) => sql`UPDATE people SET recheck = 1 WHERE id IN (SELECT value FROM json_each(${chunk}))`,
  )
}

/** Clears the mark of people who have not changed since they were read. */
export function clearRecheck(read: readonly { id: string; version: number }[]): SQLWrapper[] {
  return inChunks(read).map(
    (chunk) => sql`UPDATE people SET recheck = 0 WHERE (id, version) IN (
      SELECT value ->> 'id', value ->> 'version' FROM json_each(${chunk}))`,
  )
}
