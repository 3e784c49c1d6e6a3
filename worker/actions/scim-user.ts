import { ScimError } from '#contract/scim/error.ts'
import { patchUser } from '#contract/scim/patch.ts'
import { employeeFromUser, readUser, type ScimDocument } from '#contract/scim/user.ts'
import { uniqueClash } from '#db/commit.ts'
import { askRecheck, getPersonRecord, renameInLines } from '#db/queries/person.ts'
import {
  deleteScimUser,
  endSessions,
  findScimUser,
  listClaims,
  type ScimUserRecord,
  writeScimUser,
} from '#db/queries/scim-user.ts'
import { employeeOf } from '#domain/employee-import.ts'
import { authorise } from '#domain/permission.ts'
import { emailKey, type PersonRecord } from '#domain/person.ts'
import type { Context } from './context.ts'
import { tryAgain } from './lost-race.ts'
import { storePerson } from './person.ts'
import { recheckPerson } from './recheck.ts'
import { keySaid, managerSaid, personAfter, speaksOfActive } from './scim-person.ts'
import { askVersion, type Expected, scimNotFound } from './scim-version.ts'
import { resolveManagers, type ScimUserView, viewScimUsers } from './scim-view.ts'

/**
 * Creates the user whom a provider describes. Somebody whom HR files know already by key or work address becomes that
 * user, and somebody who left comes back, each under the id they had.
 * @throws ScimError 409 `uniqueness` where an active user holds the account name or the identifier.
 */
export async function createScimUser(ctx: Context, body: unknown): Promise<ScimUserView> {
  authorise(ctx.actor, 'scim')
  const document = readUser(body)
  return tryAgain(async () => {
    const { userKey, externalId } = namesOf(document)
    const address = employeeFromUser(document, null).email
    const claims = await listClaims(ctx.db, userKey, externalId, address === null ? null : emailKey(address))
    const holders = claims.filter(({ isHolder }) => isHolder)
    if (holders.some(({ active }) => active) || holders.length > 1) throw nameTaken()
    const [holder] = holders
    const known = claims.filter(({ isUser }) => !isUser)
    const namesake = known.find(({ bearsKey }) => bearsKey) ?? known[0]
    const record = holder ? await findScimUser(ctx.db, holder.id) : undefined
    const person = record?.person ?? (namesake ? await getPersonRecord(ctx.db, namesake.id) : undefined)
    const isKeyFree = !claims.some(({ id, bearsKey }) => bearsKey && id !== person?.id)
    return store(ctx, {
      record: record ?? null,
      person: person ?? null,
      before: record?.attributes ?? null,
      after: document,
      isKeyFree,
    })
  })
}

/** Replaces what a provider says of a user. @throws ScimError 404, 412, or 409 `uniqueness`. */
export async function replaceScimUser(
  ctx: Context,
  id: string,
  body: unknown,
  expected: Expected,
): Promise<ScimUserView> {
  authorise(ctx.actor, 'scim')
  await loadUser(ctx, id)
  const document = readUser(body)
  return tryAgain(async () => {
    const record = await loadUser(ctx, id, expected)
    const after = speaksOfActive(body) ? document : { ...document, active: record.person.active }
    return update(ctx, record, record.attributes, after)
  })
}

/** Changes a user as a PATCH says, starting from what the provider sees now. @throws ScimError 400, 404, 409, 412. */
export async function patchScimUser(
  ctx: Context,
  id: string,
  body: unknown,
  expected: Expected,
): Promise<ScimUserView> {
  authorise(ctx.actor, 'scim')
  return tryAgain(async () => {
    const record = await loadUser(ctx, id, expected)
    const [view] = await viewScimUsers(ctx, [record])
    const before = view!.document
    return update(ctx, record, before, patchUser(before, body))
  })
}

/**
 * Forgets what a provider said of a user, who no longer works here: sessions and pairs end at once. The person stays, so
 * that they come back under the same id.
 */
export async function removeScimUser(ctx: Context, id: string, expected: Expected): Promise<void> {
  authorise(ctx.actor, 'scim')
  await tryAgain(async () => {
    const { person } = await loadUser(ctx, id, expected)
    await storePerson(ctx, {
      id,
      employee: { ...employeeOf(person), active: false },
      isTouched: true,
      also: () => [...deleteScimUser(id, ctx.now), ...endSessionsOf([person.email])],
    })
  })
}

async function loadUser(ctx: Context, id: string, expected: Expected = null): Promise<ScimUserRecord> {
  const record = await findScimUser(ctx.db, id)
  if (!record) throw scimNotFound('User', id)
  askVersion(ctx, record.person.version, expected)
  return record
}

async function update(
  ctx: Context,
  record: ScimUserRecord,
  before: ScimDocument,
  after: ScimDocument,
): Promise<ScimUserView> {
  const key = keySaid(after)
  const claims =
    key !== null && key !== record.person.external_id ? await listClaims(ctx.db, null, key, null) : []
  const isKeyFree = !claims.some(({ id, bearsKey }) => bearsKey && id !== record.person_id)
  try {
    return await store(ctx, { record, person: record.person, before, after, isKeyFree })
  } catch (error) {
    if (uniqueClash(error)?.startsWith('scim_users.')) throw nameTaken()
    throw error
  }
}

interface UserChange {
  record: ScimUserRecord | null
  person: PersonRecord | null
  before: ScimDocument | null
  after: ScimDocument
  /** Whether nobody else bears as HR’s key what the provider calls the user. */
  isKeyFree: boolean
}

async function store(ctx: Context, change: UserChange): Promise<ScimUserView> {
  const { record, person, before, after } = change
  const { userName, userKey, externalId } = namesOf(after)
  const manager = await resolveManagers(ctx, {
    before: before && managerSaid(before),
    after: managerSaid(after),
  })
  const key = keyAfter(change)
  const employee = personAfter({ person, before, after, externalId: key, manager })
  const isTouched =
    record === null ||
    record.user_name !== userName ||
    record.external_id !== externalId ||
    inOneOrder(record.attributes) !== inOneOrder(after)
  const isNewName = keySaid(after) !== null && externalId !== record?.external_id
  const row = { user_name: userName, external_id: externalId, attributes: after }
  const { person: stored } = await storePerson(ctx, {
    id: person?.id ?? null,
    employee,
    isTouched,
    also: (id) => [
      writeScimUser({ ...row, person_id: id }, userKey, ctx.now),
      ...(employee.active ? [] : endSessionsOf([person?.email ?? null, employee.email])),
      // Whoever named them as manager before they arrived may have used the provider’s identifier.
      ...(isNewName && change.isKeyFree && externalId !== (key ?? id)
        ? renameInLines(externalId as string, key ?? id)
        : []),
      ...(person && isNewName ? askRecheck([id]) : []),
    ],
  })
  if (person && isNewName) await recheckPerson(ctx, stored.id)
  const [view] = await viewScimUsers(ctx, [
    {
      ...row,
      person_id: stored.id,
      person: stored,
      groups: record?.groups ?? [],
      created_at: record?.created_at ?? ctx.now,
      updated_at: isTouched ? ctx.now : (record?.updated_at ?? ctx.now),
    },
  ])
  return view!
}

/** HR’s key for the person: what the provider calls them, unless HR named them first or somebody else bears it. */
function keyAfter({ record, person, after, isKeyFree }: UserChange): string | null {
  const isProviders = !person?.external_id || person.external_id === record?.external_id
  const key = isProviders && isKeyFree ? keySaid(after) : null
  return key ?? person?.external_id ?? null
}

function namesOf(document: ScimDocument) {
  const userName = String(document.userName)
  const externalId = typeof document.externalId === 'string' ? document.externalId : null
  return { userName, userKey: userName.normalize('NFC').toLowerCase(), externalId }
}

function endSessionsOf(addresses: readonly (string | null)[]) {
  const keys = new Set(addresses.flatMap((address) => (address && emailKey(address)) ?? []))
  return [...keys].map(endSessions)
}

function nameTaken(): ScimError {
  return new ScimError(
    409,
    'uniqueness',
    'Another user has this userName or externalId already. Look it up with a filter, and update that user instead.',
  )
}

/** A document as text in which the order of its keys makes no difference. */
function inOneOrder(document: ScimDocument): string {
  return JSON.stringify(document, (_key, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}
