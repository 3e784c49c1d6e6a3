import { type SQL, sql } from 'drizzle-orm'
import { type Condition, toSql } from '#contract/scim/filter.ts'
import { writePath } from '#contract/scim/path.ts'
import { ENTERPRISE_SCHEMA } from '#contract/scim/schema.ts'
import {
  addressIsFromHr,
  bindSql,
  GROUP_COLUMNS,
  hasAddress,
  MANAGER_OF,
  mentions,
  reportsTo,
  type ScimTable,
  saysManager,
  USER_COLUMNS,
} from '#db/queries/scim-list.ts'
import { listBearers, listBearersOfProvider } from '#db/queries/scim-user.ts'
import { emailKey, referenceOf } from '#domain/person.ts'
import type { Context } from './context.ts'

const MANAGER = `${ENTERPRISE_SCHEMA}:manager.value`
const UNIQUE = ['id', 'userName', 'externalId']

export const COLUMNS = {
  User: { ...USER_COLUMNS, paths: { ...USER_COLUMNS.paths, [MANAGER]: MANAGER_OF } },
  Group: GROUP_COLUMNS,
} as const

/** A filter as SQL. `rest` is asked where `first`, which an index answers, finds nobody; null where `first` is all. */
export interface ScimWhere {
  first: SQL | null
  rest: SQL | null
}

/**
 * What a filter asks of the store. One that demands a manager or an address is led through the index of reporting lines
 * or of people, which know both as they are today; anything else is compared as it stands.
 */
export async function whereOf(
  ctx: Context,
  table: ScimTable,
  condition: Condition | null,
): Promise<ScimWhere> {
  if (condition === null) return { first: null, rest: null }
  const whole = bindSql(toSql(condition, COLUMNS[table]))
  if (table === 'Group') return { first: whole, rest: null }
  const demands = condition.kind === 'all' ? condition.of.flatMap(flatten) : [condition]
  const isOfOne = demands.some(
    (one) => one.kind === 'compare' && one.operator === 'eq' && UNIQUE.includes(writePath(one.target)),
  )
  let isLed = false
  let address: string | null = null
  const parts: SQL[] = []
  for (const demand of demands) {
    const manager = demandedManager(demand)
    const key = isOfOne ? null : demandedAddress(demand)
    if (manager !== null) {
      parts.push(await managedBy(ctx, manager, isOfOne))
      isLed = true
    } else if (key !== null && address === null) {
      address = key
      parts.push(hasAddress(key), sql`(${bindSql(toSql(demand, COLUMNS.User))} OR ${addressIsFromHr()})`)
    } else parts.push(bindSql(toSql(demand, COLUMNS.User)))
  }
  if (!isLed && address === null) return { first: whole, rest: null }
  const first = sql.join(parts, sql` AND `)
  return { first, rest: address === null ? null : sql`${mentions(address)} AND ${whole}` }
}

function flatten(condition: Condition): Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(flatten) : [condition]
}

/** Whom a condition demands as manager. */
function demandedManager(condition: Condition): string | null {
  const isManager =
    condition.kind === 'compare' && condition.operator === 'eq' && writePath(condition.target) === MANAGER
  return isManager ? String(condition.value) : null
}

/** The address that a condition demands among `emails`, as it is compared. */
function demandedAddress(condition: Condition): string | null {
  if (condition.kind !== 'element' || condition.target.attribute?.name !== 'emails') return null
  const value = flatten(condition.of).find(
    (one) => one.kind === 'compare' && one.operator === 'eq' && one.target.sub?.name === 'value',
  )
  return value?.kind === 'compare' ? emailKey(String(value.value)) : null
}

/** Who reports to somebody named as providers name them; of one user, also who is said to but for a circle. */
async function managedBy(ctx: Context, name: string, isOfOne: boolean): Promise<SQL> {
  const [byReference, byProvider] = await Promise.all([
    listBearers(ctx.db, [name]),
    listBearersOfProvider(ctx.db, [name]),
  ])
  const bearer = byReference.get(name) ?? byProvider.get(name)
  const reports = reportsTo(bearer ? referenceOf(bearer) : name)
  if (!isOfOne) return reports
  return sql`(${reports} OR ${saysManager(name, `'$."${ENTERPRISE_SCHEMA}".manager.value'`)})`
}
