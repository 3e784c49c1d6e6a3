import { refuse } from './error.ts'
import type { Condition } from './filter.ts'
import { readDisplayName, readExternalId, readMembers } from './group.ts'
import { type PatchOperation, type PatchPath, readPatch, readPatchPath } from './patch-path.ts'
import { comparedAttribute, writePath } from './path.ts'
import { GROUP_SCHEMA } from './schema.ts'
import { isObject } from './value.ts'

/** What one operation does to a group; apply in the order removeAll or replaceMembers, remove, add. */
export interface GroupPatch {
  displayName?: string
  externalId?: string | null
  /** Exactly these from now on. */
  replaceMembers?: string[]
  add: string[]
  remove: string[]
  removeAll: boolean
}

/**
 * What a PATCH does to a group, one per operation, in order. Members are named by a list of values, by
 * `members[value eq "…"]` or by an object without path; `id` and what is unknown are left out where there is no
 * path. Throws ScimError.
 */
export function readGroupPatch(body: unknown): GroupPatch[] {
  return readPatch(body).map((operation) => {
    const patch: GroupPatch = { add: [], remove: [], removeAll: false }
    if (operation.path === null) readValues(operation, operation.value, patch)
    else readPlace(operation, operation.path, patch)
    return patch
  })
}

/** An object without path, as Okta sends it for a group pushed anew, with `id` and `displayName`. */
function readValues(operation: PatchOperation, values: unknown, patch: GroupPatch): void {
  if (!isObject(values)) throw refuse('invalidValue', 'Send an object as "value", or name a "path".')
  const prefix = `${GROUP_SCHEMA}:`.toLowerCase()
  for (const [key, value] of Object.entries(values)) {
    const lower = key.toLowerCase()
    const name = lower.startsWith(prefix) ? lower.slice(prefix.length) : lower
    if (name === 'displayname') readName(value, operation.op, patch)
    else if (name === 'externalid') patch.externalId = readExternalId(value)
    else if (name === 'members') readWholeMembers({ ...operation, value }, patch)
  }
}

function readPlace(operation: PatchOperation, text: string, patch: GroupPatch): void {
  const path = readPatchPath(text, 'Group')
  if (path === 'dropped' || path.attribute?.name === 'schemas') return
  const name = path.attribute?.name
  if (!path.attribute) {
    if (operation.op === 'remove') throw refuse('noTarget', 'Name the attribute to remove.')
    readValues(operation, operation.value, patch)
  } else if (path.attribute.mutability === 'readOnly') throw readOnly(path)
  else if (name === 'displayName') readName(operation.value, operation.op, patch)
  else if (name === 'externalId')
    patch.externalId = operation.op === 'remove' ? null : readExternalId(operation.value)
  else if (path.where) readChosenMembers(operation, path, path.where, patch)
  else if (path.sub) readMemberValues(operation, path, patch)
  else readWholeMembers(operation, patch)
}

function readOnly(path: PatchPath) {
  return refuse('mutability', `${writePath(path)} cannot be changed: leave it out.`)
}

function readName(value: unknown, op: PatchOperation['op'], patch: GroupPatch): void {
  if (op === 'remove' || value === null)
    throw refuse('mutability', 'displayName is required and cannot be removed: replace it.')
  patch.displayName = readDisplayName(Array.isArray(value) ? value[0] : value)
}

function readWholeMembers({ op, value }: PatchOperation, patch: GroupPatch): void {
  const isNothing = value === undefined || value === null
  const members = isNothing ? [] : readMembers(value)
  if (op === 'add') patch.add.push(...members)
  else if (op === 'replace') patch.replaceMembers = members
  else if (isNothing) patch.removeAll = true
  else patch.remove.push(...members)
}

/** `members.value` without brackets: names members as a list does. */
function readMemberValues(operation: PatchOperation, path: PatchPath, patch: GroupPatch): void {
  if (path.sub!.name !== 'value' || operation.op !== 'add') throw readOnly(path)
  readWholeMembers(operation, patch)
}

function readChosenMembers(
  { op, value }: PatchOperation,
  path: PatchPath,
  where: Condition,
  patch: GroupPatch,
): void {
  const ids = chosenIds(where)
  if (ids === null) throw refuse('invalidFilter', 'Choose members by members[value eq "…"].')
  if (path.sub && !(op === 'add' && path.sub.name === 'value')) throw readOnly(path)
  if (op === 'remove' || value === null) patch.remove.push(...ids)
  else if (op === 'add') patch.add.push(...ids)
  else {
    patch.remove.push(...ids)
    patch.add.push(...readMembers(value))
  }
}

/** The ids that brackets name: `value eq "a" or value eq "b"`; null where they ask something else. */
function chosenIds(where: Condition): string[] | null {
  if (where.kind === 'compare')
    return where.operator === 'eq' && comparedAttribute(where.target).name === 'value'
      ? [String(where.value)]
      : null
  if (where.kind !== 'any') return null
  const parts = where.of.map(chosenIds)
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? [])
}
