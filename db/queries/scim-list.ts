import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/commit.ts'

export type ScimTable = 'User' | 'Group'

/** SQL whose values go by parameter, at each `?` in their order. */
export interface BoundSql {
  text: string
  params: (string | number)[]
}

/** Where each list is read from. `CROSS JOIN` keeps the order of the list, and with it the index of a page. */
const SOURCES: Record<ScimTable, { from: SQL; id: SQL }> = {
  User: {
    from: sql.raw('scim_users AS scim CROSS JOIN people ON people.id = scim.person_id'),
    id: sql.raw('scim.person_id'),
  },
  Group: { from: sql.raw('scim_groups AS scim'), id: sql.raw('scim.id') },
}

/**
 * Where the attributes of users are kept. What HR changed through another door is not in `attributes`: addresses and
 * managers are looked for as they are today (see worker/actions/scim-filter.ts), and the rest as the provider sent it.
 */
export const USER_COLUMNS = {
  document: 'scim.attributes',
  paths: {
    id: 'scim.person_id',
    externalId: 'scim.external_id',
    userName: { folded: 'scim.user_name_key' },
    active: 'people.active',
    'meta.created': 'scim.created_at',
    'meta.lastModified': 'max(scim.updated_at, people.updated_at)',
    'meta.resourceType': `'User'`,
    'meta.version': `'W/"' || people.version || '"'`,
  },
  rows: {
    groups: {
      from: 'scim_group_members AS member JOIN scim_groups AS team ON team.id = member.group_id',
      where: 'member.person_id = scim.person_id',
      paths: { value: 'team.id', display: 'team.display_name', type: `'direct'` },
    },
  },
}

/** The id of somebody’s line manager, or the reference of one who has not arrived. */
export const MANAGER_OF = `(SELECT coalesce(boss.id, line.manager) FROM reporting_lines AS line
  LEFT JOIN people AS boss ON boss.id = line.manager OR boss.external_id = line.manager
  WHERE line.person = coalesce(people.external_id, people.id) AND line.kind = 'line')`

export const GROUP_COLUMNS = {
  document: null,
  paths: {
    id: 'scim.id',
    externalId: 'scim.external_id',
    displayName: { folded: 'scim.display_name_key' },
    'meta.created': 'scim.created_at',
    'meta.lastModified': 'scim.updated_at',
    'meta.resourceType': `'Group'`,
    'meta.version': `'W/"' || scim.version || '"'`,
  },
  rows: {
    members: {
      from: 'scim_group_members AS member',
      where: 'member.group_id = scim.id',
      paths: { value: 'member.person_id', type: `'User'` },
    },
  },
}

export function bindSql({ text, params }: BoundSql): SQL {
  const [first = '', ...rest] = text.split('?')
  const parts: SQL[] = [sql.raw(first)]
  for (const [index, part] of rest.entries()) parts.push(sql`${params[index]}`, sql.raw(part))
  return sql.join(parts)
}

/** Users who report to a reference, whom the index of managers finds. */
export function reportsTo(reference: string): SQL {
  return sql`scim.person_id IN (SELECT person.id FROM reporting_lines AS line
    JOIN people AS person ON person.id = line.person OR person.external_id = line.person
    WHERE line.manager = ${reference} AND line.kind = 'line')`
}

/** Users whose document names somebody as manager who could not become one, for the hierarchy would go in a circle. */
export function saysManager(name: string, path: string): SQL {
  return sql`(${sql.raw(`json_extract(scim.attributes, ${path})`)} = ${name} AND NOT EXISTS (SELECT 1
    FROM reporting_lines AS line WHERE line.person = coalesce(people.external_id, people.id) AND line.kind = 'line'))`
}

/** Users whose work address it is; the index of addresses finds them. */
export function hasAddress(emailKey: string): SQL {
  return sql`scim.person_id IN (SELECT id FROM people WHERE email_key = ${emailKey})`
}

/** Users whose address the provider never sent: HR said it. */
export function addressIsFromHr(): SQL {
  return sql`(people.email_key <> scim.user_name_key AND NOT EXISTS (
    SELECT 1 FROM json_each(scim.attributes, '$.emails') AS sent
    WHERE lower(json_extract(sent.value, '$.value')) = people.email_key))`
}

/** Users in whose document a text occurs somewhere: a cheap test before a dear one. */
export function mentions(text: string): SQL {
  return sql`instr(lower(scim.attributes), lower(${text})) > 0`
}

export async function countScim(db: Database, table: ScimTable, where: SQL | null): Promise<number> {
  const row = await db.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${SOURCES[table].from} WHERE ${where ?? sql.raw('1')}`,
  )
  return row?.total ?? 0
}

/** Where a row stands in a sorted list: those without a value first, then by value, then by age and id. */
export type ScimPlace = [isSet: number, value: string | number, createdAt: number, id: string]

export interface ScimSlice {
  where: SQL | null
  /** The expression to sort by; null for the order of creation. */
  sort: string | null
  descending: boolean
  limit: number
  /** Where to begin: after so many rows, or beyond a place, forwards or backwards. */
  from: { offset: number } | { place: ScimPlace; backwards: boolean }
}

/** The places of one page of a list, in its order. */
export async function listScimPlaces(
  db: Database,
  table: ScimTable,
  { where, sort, descending, limit, from }: ScimSlice,
): Promise<ScimPlace[]> {
  const { from: source, id } = SOURCES[table]
  const sorted = sort === null ? [] : [sql.raw(`${sort} IS NOT NULL`), sql.raw(`coalesce(${sort}, '')`)]
  const keys = [...sorted, sql.raw('scim.created_at'), id]
  const isBackwards = 'place' in from && from.backwards
  const isFalling = descending !== isBackwards
  const order = sql.join(
    keys.map((key) => sql`${key} ${sql.raw(isFalling ? 'DESC' : 'ASC')}`),
    sql`, `,
  )
  const conditions = [where ?? sql.raw('1')]
  if ('place' in from) {
    const place = from.place.slice(sort === null ? 2 : 0).map((value) => sql`${value}`)
    conditions.push(
      sql`(${sql.join(keys, sql`, `)}) ${sql.raw(isFalling ? '<' : '>')} (${sql.join(place, sql`, `)})`,
    )
  }
  const rows = await db.all<{ is_set: number; sorted: string | number; created_at: number; id: string }>(sql`
    SELECT ${sorted[0] ?? sql.raw('0')} AS is_set, ${sorted[1] ?? sql.raw(`''`)} AS sorted,
      scim.created_at AS created_at, ${id} AS id
    FROM ${source} WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${order}
    LIMIT ${limit} OFFSET ${'offset' in from ? from.offset : 0}`)
  const places = rows.map((row): ScimPlace => [row.is_set, row.sorted, row.created_at, row.id])
  return isBackwards ? places.reverse() : places
}
