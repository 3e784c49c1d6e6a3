import { readBody, type ScimDocument } from './document.ts'
import { refuse } from './error.ts'
import { showMeta } from './meta.ts'
import { GROUP_SCHEMA } from './schema.ts'
import { isObject, lastStep, readText } from './value.ts'

export interface ScimGroup {
  displayName: string
  externalId: string | null
  /** Ids of the members, each once; null where they are not mentioned. */
  members: string[] | null
}

const MAX_NAME_LENGTH = 512
const MAX_MEMBERS = 50_000

/** The body of a POST or PUT of a group. Schemas and attributes of others (Entra’s ADSCIM) are dropped. Throws ScimError. */
export function readGroup(body: unknown): ScimGroup {
  const given = readBody(body, 'Group')
  const sent = (name: string) => {
    const names = [name.toLowerCase(), `${GROUP_SCHEMA}:${name}`.toLowerCase()]
    const key = Object.keys(given).findLast((one) => names.includes(one.toLowerCase()))
    return key === undefined ? null : (given[key] ?? null)
  }
  const members = sent('members')
  return {
    displayName: readDisplayName(sent('displayName')),
    externalId: readExternalId(sent('externalId')),
    members: members === null ? null : readMembers(members),
  }
}

export function readDisplayName(raw: unknown): string {
  if (raw === null || raw === undefined) throw refuse('invalidValue', 'displayName is required: send it.')
  const name = readText(raw, 'displayName')
  if (name.trim() === '') throw refuse('invalidValue', 'displayName is empty: send a name.')
  if (name.length > MAX_NAME_LENGTH)
    throw refuse('invalidValue', `displayName: send at most ${MAX_NAME_LENGTH} characters.`)
  return name
}

/** Null where there is none. */
export function readExternalId(raw: unknown): string | null {
  if (raw === null || raw === undefined || raw === '') return null
  const externalId = readText(raw, 'externalId')
  if (externalId.length > MAX_NAME_LENGTH)
    throw refuse('invalidValue', `externalId: send at most ${MAX_NAME_LENGTH} characters.`)
  return externalId
}

/** The ids of members given as objects with `value` (or `$ref`), or as bare ids; each once, in order. */
export function readMembers(raw: unknown): string[] {
  const members = Array.isArray(raw) ? raw : [raw]
  if (members.length > MAX_MEMBERS)
    throw refuse('invalidValue', `members: send at most ${MAX_MEMBERS} at once.`)
  return [...new Set(members.flatMap((member) => (member === null ? [] : readMember(member))))]
}

function readMember(member: unknown): string {
  const given = isObject(member) ? lowered(member) : { value: member }
  if (typeof given.type === 'string' && given.type.toLowerCase() === 'group')
    throw refuse('invalidValue', 'members: a group holds users only; send the users of the inner group.')
  const value = given.value ?? lastStep(given.$ref)
  if (value === null || value === '')
    throw refuse('invalidValue', 'members: send the id of a user as "value".')
  return readText(value, 'members.value')
}

function lowered(member: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(member).map(([name, value]) => [name.toLowerCase(), value]))
}

/** A whole Group as it leaves; `baseUrl` is `https://…/scim/v2`. An empty group has no `members`. */
export function showGroup(
  group: {
    id: string
    displayName: string
    externalId: string | null
    version: number
    /** Epoch ms. */
    createdAt: number
    updatedAt: number
    members: { value: string; display: string | null }[]
  },
  baseUrl: string,
): ScimDocument {
  const members = group.members.map(({ value, display }) => ({
    value,
    $ref: `${baseUrl}/Users/${encodeURIComponent(value)}`,
    ...(display === null ? {} : { display }),
    type: 'User',
  }))
  return {
    schemas: [GROUP_SCHEMA],
    id: group.id,
    ...(group.externalId === null ? {} : { externalId: group.externalId }),
    displayName: group.displayName,
    ...(members.length > 0 ? { members } : {}),
    meta: showMeta('Group', group, `${baseUrl}/Groups/${encodeURIComponent(group.id)}`),
  }
}
