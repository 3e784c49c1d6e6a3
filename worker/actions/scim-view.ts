import { overlay, type ScimDocument } from '#contract/scim/user.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import {
  type Bearer,
  listBearers,
  listBearersOfProvider,
  type ScimUserRecord,
} from '#db/queries/scim-user.ts'
import { referenceOf } from '#domain/person.ts'
import { wouldCycle } from '#domain/reporting-line.ts'
import type { Context } from './context.ts'
import { managerSaid } from './scim-person.ts'

/** A user as an identity provider sees it now. */
export interface ScimUserView {
  record: ScimUserRecord
  /** The document as sent, with what HR changed since. */
  document: ScimDocument
  managerName: string | null
}

/** Whom managers are, by the two kinds of name that they have. */
interface Bearers {
  /** By what a document calls them: the provider’s identifier, an account name, an id, or HR’s key. */
  said: (name: string) => Bearer | undefined
  /** By reference of a reporting line. */
  told: (reference: string) => Bearer | undefined
}

/** The reference of whoever a document names as manager; their name itself where they have not arrived yet. */
export async function resolveManagers<K extends string>(
  ctx: Context,
  names: Record<K, string | null>,
): Promise<Record<K, string | null>> {
  const given = Object.values<string | null>(names).filter((name) => name !== null)
  const bearers = await loadBearers(ctx, given, [])
  return Object.fromEntries(
    Object.entries<string | null>(names).map(([key, name]) => [key, name && referenceSaid(bearers, name)]),
  ) as Record<K, string | null>
}

/** Users as an identity provider sees them, in their order. */
export async function viewScimUsers(
  ctx: Context,
  records: readonly ScimUserRecord[],
): Promise<ScimUserView[]> {
  const said = records.flatMap(({ attributes }) => managerSaid(attributes) ?? [])
  const told = records.flatMap(({ person }) => person.manager ?? [])
  const bearers = await loadBearers(ctx, said, told)
  return Promise.all(records.map((record) => viewOf(ctx, record, bearers)))
}

async function viewOf(ctx: Context, record: ScimUserRecord, bearers: Bearers): Promise<ScimUserView> {
  const { attributes, person } = record
  const manager = await managerSeen(ctx, record, bearers)
  return {
    record,
    document: overlay(attributes, { ...person, manager: manager?.value ?? null }),
    managerName: manager?.bearer?.name ?? null,
  }
}

/**
 * The manager as the provider called them, while they are still the manager, or would be but for a circle of the
 * hierarchy; else the one whom HR named since.
 */
async function managerSeen(
  ctx: Context,
  { attributes, person }: ScimUserRecord,
  bearers: Bearers,
): Promise<{ value: string; bearer: Bearer | undefined } | null> {
  const said = managerSaid(attributes)
  const asSaid = said === null ? null : { value: said, bearer: bearers.said(said) }
  const reference = said && referenceSaid(bearers, said)
  if (reference === person.manager) return asSaid
  if (person.manager !== null) {
    const bearer = bearers.told(person.manager)
    return { value: bearer?.id ?? person.manager, bearer }
  }
  if (reference === null) return null
  const hierarchy = await hierarchyAbove(ctx.db, [reference])
  return wouldCycle(hierarchy, referenceOf(person), [reference]) ? asSaid : null
}

function referenceSaid(bearers: Bearers, name: string): string {
  const bearer = bearers.said(name)
  return bearer ? referenceOf(bearer) : name
}

async function loadBearers(ctx: Context, said: readonly string[], told: readonly string[]): Promise<Bearers> {
  const [byReference, byProvider] = await Promise.all([
    listBearers(ctx.db, [...said, ...told]),
    listBearersOfProvider(ctx.db, said),
  ])
  return {
    // An id is nobody’s but its own; any other name means first what the provider calls by it.
    said: (name) =>
      (name.startsWith('per_') ? byReference.get(name) : undefined) ??
      byProvider.get(name) ??
      byReference.get(name),
    told: (reference) => byReference.get(reference),
  }
}
