import { sql } from 'drizzle-orm'
import { refuse, ScimError } from '#contract/scim/error.ts'
import { readGroup } from '#contract/scim/group.ts'
import { type GroupPatch, readGroupPatch } from '#contract/scim/patch-group.ts'
import { uniqueClash } from '#db/commit.ts'
import {
  changeMembers,
  deleteScimGroup,
  findScimGroup,
  type ScimGroupRecord,
  type ScimGroupRow,
  writeScimGroup,
} from '#db/queries/scim-group.ts'
import { listUserNames } from '#db/queries/scim-user.ts'
import { authorise } from '#domain/permission.ts'
import { type Context, commit } from './context.ts'
import { tryAgain } from './lost-race.ts'
import { askVersion, type Expected, scimNotFound } from './scim-version.ts'

/** What a group is to become. */
interface GroupContent {
  displayName: string
  externalId: string | null
  members: ReadonlySet<string>
}

/** Creates a group. @throws ScimError 409 where another has its name, in any case; 400 for members who are no users. */
export async function createScimGroup(ctx: Context, body: unknown): Promise<ScimGroupRecord> {
  authorise(ctx.actor, 'scim')
  const { members, ...group } = readGroup(body)
  return storeGroup(ctx, null, { ...group, members: new Set(members) })
}

/** Replaces a group; members stay where the body does not speak of them. */
export async function replaceScimGroup(
  ctx: Context,
  id: string,
  body: unknown,
  expected: Expected,
): Promise<ScimGroupRecord> {
  authorise(ctx.actor, 'scim')
  await loadGroup(ctx, id, null)
  const { members, ...group } = readGroup(body)
  return tryAgain(async () => {
    const before = await loadGroup(ctx, id, expected)
    return storeGroup(ctx, before, {
      ...group,
      members: members === null ? memberIds(before) : new Set(members),
    })
  })
}

/** Changes a group as the operations of a PATCH say, in their order. */
export async function patchScimGroup(
  ctx: Context,
  id: string,
  body: unknown,
  expected: Expected,
): Promise<ScimGroupRecord> {
  authorise(ctx.actor, 'scim')
  return tryAgain(async () => {
    const before = await loadGroup(ctx, id, expected)
    return storeGroup(ctx, before, afterPatches(before, readGroupPatch(body)))
  })
}

/** Dissolves a group; its members stay users. */
export async function removeScimGroup(ctx: Context, id: string, expected: Expected): Promise<void> {
  authorise(ctx.actor, 'scim')
  await tryAgain(async () => {
    const before = await loadGroup(ctx, id, expected)
    await commit(ctx, {
      event: {
        type: 'scim-group.deleted',
        subject: id,
        version: before.version + 1,
        data: { group: id },
      },
      guards: [isStill(before)],
      writes: deleteScimGroup(ctx.db, id),
    })
  })
}

async function loadGroup(ctx: Context, id: string, expected: Expected): Promise<ScimGroupRecord> {
  const group = await findScimGroup(ctx.db, id, true)
  if (!group) throw scimNotFound('Group', id)
  askVersion(ctx, group.version, expected)
  return group
}

function memberIds(group: ScimGroupRecord): Set<string> {
  return new Set(group.members.map(({ value }) => value))
}

function afterPatches(before: ScimGroupRecord, patches: readonly GroupPatch[]): GroupContent {
  let { display_name: displayName, external_id: externalId } = before
  let members = memberIds(before)
  for (const patch of patches) {
    displayName = patch.displayName ?? displayName
    if (patch.externalId !== undefined) externalId = patch.externalId
    if (patch.removeAll) members = new Set()
    if (patch.replaceMembers) members = new Set(patch.replaceMembers)
    for (const id of patch.remove) members.delete(id)
    for (const id of patch.add) members.add(id)
  }
  return { displayName, externalId, members }
}

async function storeGroup(
  ctx: Context,
  before: ScimGroupRecord | null,
  content: GroupContent,
): Promise<ScimGroupRecord> {
  const was = before ? memberIds(before) : new Set<string>()
  const arriving = [...content.members].filter((id) => !was.has(id))
  const leaving = [...was].filter((id) => !content.members.has(id))
  const isSame =
    before?.display_name === content.displayName &&
    before.external_id === content.externalId &&
    arriving.length + leaving.length === 0
  if (before && isSame) return before
  const names = await listUserNames(ctx.db, arriving)
  const unknown = arriving.find((id) => !names.has(id))
  if (unknown !== undefined) {
    throw refuse(
      'invalidValue',
      `No user has the id “${unknown.slice(0, 100)}”. Create the user first, then add it.`,
    )
  }
  const row = rowAfter(ctx, before, content)
  try {
    await commit(ctx, {
      event: {
        type: before ? 'scim-group.updated' : 'scim-group.created',
        subject: row.id,
        version: row.version,
        data: { group: row.id },
      },
      guards: before ? [isStill(before)] : [],
      writes: [writeScimGroup(ctx.db, row), ...changeMembers(row.id, arriving, leaving)],
    })
  } catch (error) {
    if (uniqueClash(error)?.startsWith('scim_groups.')) throw nameTaken()
    throw error
  }
  const staying = (before?.members ?? []).filter(({ value }) => content.members.has(value))
  const arrived = arriving.map((value) => ({ value, display: names.get(value) ?? null }))
  return {
    ...row,
    members: [...staying, ...arrived].sort((one, other) => (one.value < other.value ? -1 : 1)),
  }
}

function rowAfter(ctx: Context, before: ScimGroupRow | null, content: GroupContent): ScimGroupRow {
  return {
    id: before?.id ?? ctx.newId('scg'),
    display_name: content.displayName,
    display_name_key: content.displayName.normalize('NFC').toLowerCase(),
    external_id: content.externalId,
    version: (before?.version ?? 0) + 1,
    created_at: before?.created_at ?? ctx.now,
    updated_at: ctx.now,
  }
}

function isStill({ id, version }: ScimGroupRow) {
  return sql`coalesce((SELECT version FROM scim_groups WHERE id = ${id}), 0) = ${version}`
}

function nameTaken(): ScimError {
  return new ScimError(
    409,
    'uniqueness',
    'Another group has this displayName already. Look it up with a filter, and update that group instead.',
  )
}
