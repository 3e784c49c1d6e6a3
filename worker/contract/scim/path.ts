import type { ScimAttribute } from './attribute.ts'
import { DROPPED_CORE } from './core-user.ts'
import { refuse } from './error.ts'
import { COMMON, ENTERPRISE_SCHEMA, GROUP_SCHEMA, SCHEMAS, type ScimResource, USER_SCHEMA } from './schema.ts'

/** What a name points at. `schema` is the URN of an extension, null for core; no attribute means the whole of it. */
export interface Target {
  schema: string | null
  attribute: ScimAttribute | null
  sub: ScimAttribute | null
}

/** `dropped`: known to the standard, accepted, never kept. `unknown`: nothing by that name. */
export type Resolved = Target | 'dropped' | 'unknown'

interface Section {
  schema: string | null
  attributes: Map<string, ScimAttribute>
}

export const CORE_OF: Record<ScimResource, string> = { User: USER_SCHEMA, Group: GROUP_SCHEMA }

function section(schema: string | null, attributes: ScimAttribute[]): Section {
  return { schema, attributes: new Map(attributes.map((one) => [one.name.toLowerCase(), one])) }
}

function sectionsOf(resource: ScimResource): Section[] {
  const core = SCHEMAS.find(({ id }) => id === CORE_OF[resource])!
  const extensions =
    resource === 'User' ? SCHEMAS.filter(({ id }) => id !== USER_SCHEMA && id !== GROUP_SCHEMA) : []
  return [
    section(null, [...COMMON, ...core.attributes]),
    ...extensions.map(({ id, attributes }) => section(id, attributes)),
  ]
}

const SECTIONS: Record<ScimResource, Section[]> = { User: sectionsOf('User'), Group: sectionsOf('Group') }

/** The URNs of the extensions of a resource. */
export function extensionsOf(resource: ScimResource): string[] {
  return SECTIONS[resource].flatMap(({ schema }) => schema ?? [])
}

/** The attributes of core (null) or of an extension, by name in lower case. */
export function attributesOf(resource: ScimResource, schema: string | null): Map<string, ScimAttribute> {
  return SECTIONS[resource].find((one) => one.schema === schema)!.attributes
}

/** A sub-attribute by its name, whatever its case. */
export function subAttribute(attribute: ScimAttribute, name: string): ScimAttribute | null {
  const key = name.toLowerCase()
  return attribute.subAttributes?.find((one) => one.name.toLowerCase() === key) ?? null
}

function splitUrn(text: string, resource: ScimResource): { schema: string | null; rest: string } | null {
  const lower = text.toLowerCase()
  const urns: [string, string | null][] = [
    [CORE_OF[resource], null],
    ...extensionsOf(resource).map((urn): [string, string | null] => [urn, urn]),
  ]
  for (const [urn, schema] of urns) {
    if (lower === urn.toLowerCase()) return { schema, rest: '' }
    if (lower.startsWith(`${urn.toLowerCase()}:`)) return { schema, rest: text.slice(urn.length + 1) }
  }
  return null
}

function within(resource: ScimResource, schema: string | null, rest: string): Resolved {
  const [name = '', subName, ...more] = rest.split('.')
  const attribute = attributesOf(resource, schema).get(name.toLowerCase())
  if (!attribute || more.length > 0) return 'unknown'
  if (subName === undefined) return { schema, attribute, sub: null }
  const sub = subAttribute(attribute, subName)
  return sub ? { schema, attribute, sub } : 'unknown'
}

/**
 * What a name such as `userName`, `name.givenName` or `urn:…:enterprise:2.0:User:manager.value` means. Names and
 * URNs are compared whatever their case (RFC 7643 §2.1). A bare name that core does not have is looked for in the
 * extensions, because Entra writes `manager` for the manager of the enterprise extension.
 */
export function resolvePath(text: string, resource: ScimResource): Resolved {
  const lower = text.toLowerCase()
  const bare = lower.startsWith('urn:') ? splitUrn(text, resource) : null
  if (lower.startsWith('urn:') && !bare) return 'unknown'
  if (bare?.rest === '') return { schema: bare.schema, attribute: null, sub: null }
  const rest = bare ? bare.rest : text
  const sections = bare ? [bare.schema] : SECTIONS[resource].map(({ schema }) => schema)
  for (const schema of sections) {
    const found = within(resource, schema, rest)
    if (found !== 'unknown') return found
  }
  return resource === 'User' && sections.includes(null) && isDropped(rest.toLowerCase())
    ? 'dropped'
    : 'unknown'
}

function isDropped(lower: string): boolean {
  return DROPPED_CORE.has(lower) || DROPPED_CORE.has(lower.split('.')[0]!)
}

/** A target as the schema writes it: `name.givenName`, `urn:…:User:manager.value`. */
export function writePath(target: Target): string {
  const name = [target.attribute?.name, target.sub?.name].filter(Boolean).join('.')
  return [target.schema, name].filter(Boolean).join(':')
}

export function isManager(schema: string | null, attribute: ScimAttribute | null): boolean {
  return schema === ENTERPRISE_SCHEMA && attribute?.name === 'manager'
}

/** The attribute whose value is compared or sorted by. */
export function comparedAttribute(target: Target): ScimAttribute {
  return (target.sub ?? target.attribute)!
}

/** Where a comparison of a complex attribute goes: to its `value`. Null where it has none. */
export function simpleTarget(target: Target): Target | null {
  if (!target.attribute) return null
  if (target.sub || target.attribute.type !== 'complex') return target
  const sub = subAttribute(target.attribute, 'value')
  return sub && { ...target, sub }
}

/** The attribute to sort by; a complex one is sorted by its `value`. Throws `invalidValue` for an unknown one. */
export function sortTarget(sortBy: string, resource: ScimResource): Target {
  const found = resolvePath(sortBy, resource)
  const target = typeof found === 'string' ? null : simpleTarget(found)
  if (!target) throw refuse('invalidValue', 'sortBy: name an attribute of a schema that has a simple value.')
  return target
}
