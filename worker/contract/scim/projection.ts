import type { ScimDocument } from './document.ts'
import { resolvePath, type Target } from './path.ts'
import type { ScimResource } from './schema.ts'
import { type Complex, isObject } from './value.ts'

/** Given back whatever is asked for (`returned: always`). */
const ALWAYS = ['schemas', 'id']

/**
 * The part of a resource that `attributes` or `excludedAttributes` ask for (RFC 7644 §3.9): names separated by
 * commas, dotted or with their URN; a URN alone means its whole extension. `schemas` and `id` always stay; unknown
 * names are left aside.
 */
export function project(
  resource: ScimDocument,
  query: { attributes?: string; excludedAttributes?: string },
): ScimDocument {
  const kind = (resource.meta as Complex | undefined)?.resourceType === 'Group' ? 'Group' : 'User'
  const wanted = query.attributes?.trim() ? only(resource, targetsOf(query.attributes, kind)) : resource
  return query.excludedAttributes?.trim()
    ? without(wanted, targetsOf(query.excludedAttributes, kind))
    : wanted
}

function targetsOf(names: string, kind: ScimResource): Target[] {
  return names
    .split(',')
    .map((name) => resolvePath(name.trim(), kind))
    .filter((found) => typeof found !== 'string')
}

function only(resource: ScimDocument, targets: Target[]): ScimDocument {
  const kept: ScimDocument = {}
  for (const name of ALWAYS) if (name in resource) kept[name] = resource[name]
  for (const { schema, attribute, sub } of targets) {
    const from = schema === null ? resource : resource[schema]
    if (!isObject(from)) continue
    const names = attribute ? [attribute.name] : Object.keys(from).filter((name) => !name.includes(':'))
    const into = schema === null ? kept : { ...(kept[schema] as Complex | undefined) }
    for (const name of names) {
      if (!(name in from)) continue
      const part = sub ? partOf(from[name], sub.name, into[name]) : from[name]
      if (part !== undefined) into[name] = part
    }
    if (schema !== null && Object.keys(into).length > 0) kept[schema] = into
  }
  return kept
}

/** One sub-attribute, beside those already kept. */
function partOf(value: unknown, name: string, already: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(
      (one, place) => partOf(one, name, Array.isArray(already) ? already[place] : undefined) ?? {},
    )
    return parts.some((part) => Object.keys(part as Complex).length > 0) ? parts : undefined
  }
  const part = isObject(value) && name in value ? { [name]: value[name] } : {}
  const whole = { ...(already as Complex | undefined), ...part }
  return Object.keys(whole).length > 0 ? whole : undefined
}

function without(resource: ScimDocument, targets: Target[]): ScimDocument {
  const kept = structuredClone(resource)
  for (const { schema, attribute, sub } of targets) {
    const from = schema === null ? kept : kept[schema]
    if (!isObject(from)) continue
    const names = attribute ? [attribute.name] : Object.keys(from).filter((name) => !name.includes(':'))
    for (const name of names) {
      if (schema === null && ALWAYS.includes(name)) continue
      const rest = sub ? restOf(from[name], sub.name) : undefined
      if (rest === undefined) delete from[name]
      else from[name] = rest
    }
    if (schema !== null && Object.keys(from).length === 0) delete kept[schema]
  }
  return kept
}

function restOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const rests = value.flatMap((one) => restOf(one, name) ?? [])
    return rests.length > 0 ? rests : undefined
  }
  if (!isObject(value)) return value
  const { [name]: _, ...rest } = value
  return Object.keys(rest).length > 0 ? rest : undefined
}
