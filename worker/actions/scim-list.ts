import type { SQL } from 'drizzle-orm'
import { parseFilter, sortToSql } from '#contract/scim/filter.ts'
import { showGroup } from '#contract/scim/group.ts'
import { listResponse, readListQuery } from '#contract/scim/list.ts'
import { project } from '#contract/scim/projection.ts'
import { type ScimDocument, showUser } from '#contract/scim/user.ts'
import { listScimGroups, type ScimGroupRecord } from '#db/queries/scim-group.ts'
import { countScim, listScimPlaces, type ScimPlace, type ScimTable } from '#db/queries/scim-list.ts'
import { listScimUsers } from '#db/queries/scim-user.ts'
import type { Context } from './context.ts'
import { nameList, readCursor, type ScimFrom, writeCursor } from './scim-cursor.ts'
import { COLUMNS, whereOf } from './scim-filter.ts'
import { type ScimUserView, viewScimUsers } from './scim-view.ts'

type Query = ReturnType<typeof readListQuery>

/** One of the lists that a search goes through. */
interface Part {
  table: ScimTable
  where: SQL | null
  sort: string | null
  total: number
}

/** A user as it leaves. */
export function showScimUser(view: ScimUserView, baseUrl: string): ScimDocument {
  const { record, document, managerName } = view
  return showUser(document, {
    id: record.person_id,
    externalId: record.external_id,
    version: record.person.version,
    createdAt: record.created_at,
    updatedAt: Math.max(record.updated_at, record.person.updated_at),
    baseUrl,
    groups: record.groups,
    managerName,
  })
}

/** A group as it leaves. */
export function showScimGroup(group: ScimGroupRecord, baseUrl: string): ScimDocument {
  return showGroup(
    {
      id: group.id,
      displayName: group.display_name,
      externalId: group.external_id,
      version: group.version,
      createdAt: group.created_at,
      updatedAt: group.updated_at,
      members: group.members,
    },
    baseUrl,
  )
}

/** Whether what was asked for shows the members of groups, which are read only then. */
export function showsMembers({
  attributes,
  excludedAttributes,
}: Pick<Query, 'attributes' | 'excludedAttributes'>) {
  const names = (list: string | undefined) =>
    list?.split(',').map(
      (name) =>
        name
          .trim()
          .toLowerCase()
          .replace(/^urn:.*:group:/, '')
          .split('.')[0],
    ) ?? []
  if (attributes) return names(attributes).includes('members')
  return !names(excludedAttributes).includes('members')
}

/**
 * Users, groups, or both, as a query asks: filtered, sorted, by index or by cursor (RFC 7644 §3.4.2, RFC 9865).
 * Of both, users come first.
 */
export async function listScim(
  ctx: Context,
  tables: readonly ScimTable[],
  asked: Record<string, unknown>,
  baseUrl: string,
): Promise<object> {
  const query = readListQuery(asked)
  const parts = await Promise.all(tables.map((table) => findPart(ctx, table, query)))
  const totalResults = parts.reduce((sum, { total }) => sum + total, 0)
  const isByCursor = query.cursor !== undefined
  const list = await nameList([tables, query.filter, query.sortBy, query.sortOrder])
  const from: ScimFrom = !isByCursor
    ? { offset: query.startIndex - 1 }
    : query.cursor
      ? readCursor(list, query.cursor)
      : { offset: 0 }
  const page = await readPage(ctx, parts, query, from)
  const resources = await showPage(ctx, page, query, baseUrl)
  if (!isByCursor) return listResponse(resources, { totalResults, startIndex: query.startIndex })
  return listResponse(resources, {
    totalResults,
    ...cursorsOf(list, page, from, totalResults, tables.length === 1),
  })
}

async function findPart(ctx: Context, table: ScimTable, query: Query): Promise<Part> {
  const condition = query.filter === null ? null : parseFilter(query.filter, table)
  const sort = query.sortBy === null ? null : sortToSql(query.sortBy, table, COLUMNS[table])
  const { first, rest } = await whereOf(ctx, table, condition)
  const total = await countScim(ctx.db, table, first)
  if (total > 0 || rest === null) return { table, where: first, sort, total }
  return { table, where: rest, sort, total: await countScim(ctx.db, table, rest) }
}

interface Page {
  rows: { table: ScimTable; place: ScimPlace }[]
  /** Whether there is more beyond its end, in the direction in which it was read. */
  hasMore: boolean
}

async function readPage(ctx: Context, parts: readonly Part[], query: Query, from: ScimFrom): Promise<Page> {
  const rows: Page['rows'] = []
  const wanted = query.count + 1
  let skipped = 'offset' in from ? from.offset : 0
  for (const { table, where, sort, total } of parts) {
    if (query.count === 0) break
    if (skipped >= total && 'offset' in from) {
      skipped -= total
      continue
    }
    const places = await listScimPlaces(ctx.db, table, {
      where,
      sort,
      descending: query.sortOrder === 'descending',
      limit: wanted - rows.length,
      from: 'offset' in from ? { offset: skipped } : from,
    })
    rows.push(...places.map((place) => ({ table, place })))
    skipped = 0
    if (rows.length === wanted) break
  }
  const hasMore = rows.length > query.count
  const isBackwards = 'place' in from && from.backwards
  return { rows: hasMore ? (isBackwards ? rows.slice(1) : rows.slice(0, query.count)) : rows, hasMore }
}

/** The cursors of the pages before and after. Both lists at once are gone through by number, one of them by place. */
function cursorsOf(list: string, { rows, hasMore }: Page, from: ScimFrom, total: number, isOneList: boolean) {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return {}
  if (!isOneList) {
    const end = ('offset' in from ? from.offset : 0) + rows.length
    return end < total ? { nextCursor: writeCursor(list, { offset: end }) } : {}
  }
  const isBackwards = 'place' in from && from.backwards
  const hasNext = isBackwards || hasMore
  const hasPrevious = isBackwards ? hasMore : 'place' in from
  return {
    ...(hasNext ? { nextCursor: writeCursor(list, { place: last.place, backwards: false }) } : {}),
    ...(hasPrevious ? { previousCursor: writeCursor(list, { place: first.place, backwards: true }) } : {}),
  }
}

async function showPage(ctx: Context, page: Page, query: Query, baseUrl: string): Promise<ScimDocument[]> {
  const idsOf = (table: ScimTable) =>
    page.rows.filter((row) => row.table === table).map(({ place }) => place[3])
  const [users, groups] = await Promise.all([
    listScimUsers(ctx.db, idsOf('User')).then((records) => viewScimUsers(ctx, records)),
    listScimGroups(ctx.db, idsOf('Group'), showsMembers(query)),
  ])
  return [
    ...users.map((view) => showScimUser(view, baseUrl)),
    ...groups.map((group) => showScimGroup(group, baseUrl)),
  ].map((resource) => project(resource, query))
}
