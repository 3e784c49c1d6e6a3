import { checkSchemas } from './document.ts'
import { namedSub } from './element.ts'
import { refuse, type ScimError } from './error.ts'
import { type Condition, parseElementFilter } from './filter.ts'
import { resolvePath, type Target } from './path.ts'
import { PATCH_OP, type ScimResource } from './schema.ts'
import { isObject } from './value.ts'

const MAX_PATH_LENGTH = 2000

/** What a PATCH path points at; `where` chooses among the values of a multi-valued attribute. */
export interface PatchPath extends Target {
  where: Condition | null
}

function badPath(text: string, why: string): ScimError {
  return refuse('invalidPath', `The path ${text.slice(0, 200)} ${why}`)
}

/**
 * Reads the path of a PATCH operation (RFC 7644 §3.5.2): `name.givenName`, `emails[type eq "work"].value`,
 * `urn:…:User:manager`. `dropped` where the attribute is accepted and never kept. Throws `invalidPath`, and
 * `invalidFilter` for what stands in brackets.
 */
export function readPatchPath(text: string, resource: ScimResource): PatchPath | 'dropped' {
  if (text.length > MAX_PATH_LENGTH)
    throw badPath(text, `is too long: send at most ${MAX_PATH_LENGTH} characters.`)
  const parts = /^([^[\]"\s]+)(?:\[(.*)\](?:\.([\w$-]+))?)?$/s.exec(text.trim())
  if (!parts) throw badPath(text, 'cannot be read: check its brackets and quotes.')
  const [, name = '', brackets, subName] = parts
  const found = resolvePath(name, resource)
  if (found === 'dropped') return found
  if (found === 'unknown') throw badPath(text, 'names no attribute of the schemas.')
  const target = namedSub(found, subName)
  if (!target) throw badPath(text, 'names no sub-attribute of the schemas.')
  if (brackets === undefined) return { ...target, where: null }
  if (!found.attribute?.multiValued || found.sub)
    throw badPath(text, 'has brackets where there is one value only.')
  return { ...target, where: parseElementFilter(brackets, found) }
}

/** One operation of a PATCH, its name in lower case. */
export interface PatchOperation {
  op: 'add' | 'replace' | 'remove'
  path: string | null
  value: unknown
}

const MAX_OPERATIONS = 1000

/**
 * The operations of a PATCH body, in order. Their names may be capitalised, as Entra does. Throws `invalidSyntax`
 * for an unknown one, `noTarget` for a remove without path, `invalidValue` for an add or replace without value.
 */
export function readPatch(body: unknown): PatchOperation[] {
  if (!isObject(body)) throw refuse('invalidSyntax', 'Send a PATCH as a JSON object with "Operations".')
  checkSchemas(body, PATCH_OP)
  const operations = memberOf(body, 'operations')
  if (!Array.isArray(operations) || operations.length === 0)
    throw refuse('invalidSyntax', 'Send "Operations" as a list of at least one operation.')
  if (operations.length > MAX_OPERATIONS)
    throw refuse('invalidSyntax', `Send at most ${MAX_OPERATIONS} operations at once.`)
  return operations.map(readOperation)
}

function memberOf(object: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(object).find((one) => one.toLowerCase() === name)
  return key === undefined ? undefined : object[key]
}

function readOperation(operation: unknown): PatchOperation {
  if (!isObject(operation)) throw refuse('invalidSyntax', 'Send each operation as an object with "op".')
  const named = memberOf(operation, 'op')
  const op = typeof named === 'string' ? named.toLowerCase() : null
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw refuse('invalidSyntax', 'Send "op" as add, replace or remove.')
  const path = memberOf(operation, 'path') ?? ''
  if (typeof path !== 'string') throw refuse('invalidPath', 'Send "path" as text.')
  const value = memberOf(operation, 'value')
  if (op === 'remove' && path.trim() === '')
    throw refuse('noTarget', 'A remove needs a "path": name the attribute to remove.')
  if (op !== 'remove' && value === undefined)
    throw refuse('invalidValue', `Send a "value" with ${op}, or null to remove.`)
  return { op, path: path.trim() === '' ? null : path, value }
}
