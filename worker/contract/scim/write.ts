import type { ScimAttribute } from './attribute.ts'
import { type ScimDocument, setIn, valueIn } from './document.ts'
import { described, meets } from './element.ts'
import { refuse, ScimError } from './error.ts'
import { type PatchOperation, type PatchPath, readPatchPath } from './patch-path.ts'
import { isManager, writePath } from './path.ts'
import { USER_SCHEMA } from './schema.ts'
import { type Complex, isObject, readComplex, readList, readValue, settlePrimary } from './value.ts'

type Verb = PatchOperation['op']

/**
 * Writes attributes given by name, as a POST, a PUT and a PATCH without path do. A name may be dotted or carry its
 * URN, an extension may be an object. What is unknown, never kept or read-only is left out without a word.
 */
export function writeKeys(document: ScimDocument, values: Complex, verb: Verb, prefix = ''): void {
  for (const [key, raw] of Object.entries(values)) {
    const path = pathOfKey(prefix + key)
    if (!path || path.attribute?.mutability === 'readOnly' || path.sub?.mutability === 'readOnly') continue
    if (!path.attribute && prefix !== '') continue
    writeAt(document, path, verb, raw)
  }
}

function pathOfKey(key: string): PatchPath | null {
  try {
    const path = readPatchPath(key, 'User')
    return path === 'dropped' ? null : path
  } catch (error) {
    if (error instanceof ScimError) return null
    throw error
  }
}

/** One change at one place, as RFC 7644 §3.5.2 and the identity providers mean it. Throws ScimError. */
export function writeAt(document: ScimDocument, path: PatchPath, verb: Verb, raw: unknown): void {
  const { attribute, schema, sub } = path
  if (!attribute) {
    writeSchema(document, schema, verb, raw)
    return
  }
  if (attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly')
    throw refuse('mutability', `${writePath(path)} is read-only: leave it out.`)
  // Unassigning would leave open whether somebody may sign in.
  if (raw === null && attribute.name === 'active' && schema === null && verb !== 'remove')
    throw refuse('invalidValue', 'active: send true or false.')
  const change = raw === null ? 'remove' : verb
  if (attribute.multiValued) setIn(document, schema, attribute.name, listAfter(document, path, change, raw))
  else if (attribute.type === 'complex') writeComplex(document, path, change, raw)
  else writeSimple(document, path, change, raw)
}

function writeSchema(document: ScimDocument, schema: string | null, verb: Verb, raw: unknown): void {
  if (verb === 'remove' || raw === null) {
    if (schema === null) throw refuse('noTarget', 'Name the attribute to remove.')
    delete document[schema]
    return
  }
  if (!isObject(raw)) throw refuse('invalidValue', `${schema ?? USER_SCHEMA}: send an object.`)
  writeKeys(document, raw, verb, `${schema ?? USER_SCHEMA}:`)
}

function writeSimple(document: ScimDocument, path: PatchPath, verb: Verb, raw: unknown): void {
  const { attribute, schema } = path
  const value = verb === 'remove' ? undefined : readValue(attribute!, raw, writePath(path))
  const isThere = valueIn(document, schema, attribute!.name) !== undefined
  if (value === undefined && isThere && attribute!.required)
    throw refuse('mutability', `${writePath(path)} is required and cannot be removed: replace it.`)
  setIn(document, schema, attribute!.name, value)
}

function writeComplex(document: ScimDocument, path: PatchPath, verb: Verb, raw: unknown): void {
  const { attribute, schema, sub } = path
  const before = valueIn(document, schema, attribute!.name) as Complex | undefined
  const after = sub ? withSub(before ?? {}, sub, verb, raw, path) : withParts(before, path, verb, raw)
  const settled = isManager(schema, attribute) ? settleManager(before, after, sub) : after
  setIn(document, schema, attribute!.name, settled && Object.keys(settled).length > 0 ? settled : undefined)
}

/** A replaced complex value keeps the parts that are not named (RFC 7644 §3.5.2.3); a new manager is another person. */
function withParts(
  before: Complex | undefined,
  path: PatchPath,
  verb: Verb,
  raw: unknown,
): Complex | undefined {
  if (verb === 'remove' || (Array.isArray(raw) && raw.length === 0)) return undefined
  const given = readComplex(path.attribute!, raw, writePath(path)) ?? {}
  const nulled = nulledParts(path.attribute!, raw)
  const isWhole = isManager(path.schema, path.attribute) && ('value' in given || nulled.includes('value'))
  const after: Complex = isWhole ? given : { ...before, ...given }
  for (const name of nulled) delete after[name]
  return isWhole && !('value' in after) ? undefined : after
}

/** The parts that are sent as null, to be taken away. */
function nulledParts(attribute: ScimAttribute, raw: unknown): string[] {
  const one = Array.isArray(raw) ? raw[0] : raw
  if (!isObject(one)) return []
  const names = Object.keys(one).filter((name) => one[name] === null)
  return attribute
    .subAttributes!.filter(({ mutability }) => mutability !== 'readOnly')
    .flatMap(({ name }) => (names.some((key) => key.toLowerCase() === name.toLowerCase()) ? name : []))
}

function withSub(before: Complex, sub: ScimAttribute, verb: Verb, raw: unknown, path: PatchPath): Complex {
  const value = verb === 'remove' ? undefined : readValue(sub, raw, writePath(path))
  const { [sub.name]: _, ...others } = before
  return value === undefined ? others : { ...others, [sub.name]: value }
}

/** An empty manager is no manager; the address of a former one does not stay beside another value. */
function settleManager(
  before: Complex | undefined,
  after: Complex | undefined,
  sub: ScimAttribute | null,
): Complex | undefined {
  const isCleared = after?.value === '' || (sub?.name === 'value' && after?.value === undefined)
  if (!after || isCleared) return undefined
  const isStale =
    sub?.name === 'value' && before?.value !== after.value && String(after.$ref).endsWith(`/${before?.value}`)
  if (!isStale) return after
  const { $ref: _, ...others } = after
  return others
}

function listAfter(document: ScimDocument, path: PatchPath, verb: Verb, raw: unknown): Complex[] | undefined {
  const before = (valueIn(document, path.schema, path.attribute!.name) as Complex[] | undefined) ?? []
  const fresh = new Set<Complex>()
  const after = path.where
    ? chosenAfter(before, path, verb, raw, fresh)
    : path.sub
      ? everySubAfter(before, path, verb, raw, fresh)
      : wholeAfter(before, path, verb, raw, fresh)
  return after.length > 0 ? settlePrimary(after, fresh) : undefined
}

function wholeAfter(
  before: Complex[],
  path: PatchPath,
  verb: Verb,
  raw: unknown,
  fresh: Set<Complex>,
): Complex[] {
  const attribute = path.attribute!
  const given = raw === undefined || raw === null ? null : readList(attribute, raw, writePath(path))
  if (verb === 'remove') return given ? before.filter((one) => !given.some((like) => isLike(one, like))) : []
  if (verb === 'replace') return given ?? []
  const after = [...before]
  for (const one of given ?? []) {
    const place = after.findIndex((other) => isSameValue(other, one))
    const added = place < 0 ? one : { ...after[place], ...one }
    after.splice(place < 0 ? after.length : place, place < 0 ? 0 : 1, added)
    fresh.add(added)
  }
  return after
}

/** Entra removes values by listing them: each part that is listed has to agree. */
function isLike(one: Complex, like: Complex): boolean {
  return Object.entries(like).every(([name, value]) => one[name] === value)
}

/** The same value under the same type is never listed twice (RFC 7643 §2.4). */
function isSameValue(one: Complex, other: Complex): boolean {
  return one.value !== undefined && one.value === other.value && one.type === other.type
}

function chosenAfter(
  before: Complex[],
  path: PatchPath,
  verb: Verb,
  raw: unknown,
  fresh: Set<Complex>,
): Complex[] {
  const isChosen = (one: Complex) => meets(path.where!, one)
  if (verb === 'remove') {
    if (!path.sub) return before.filter((one) => !isChosen(one))
    return before.flatMap((one) => (isChosen(one) ? withoutSub(one, path.sub!) : [one]))
  }
  const change = changeOf(path, verb, raw)
  const made = described(path.where!)
  if (before.some(isChosen))
    return before.map((one) => (isChosen(one) ? noted(change(one, made), fresh) : one))
  if (!made) throw refuse('noTarget', `No value meets the brackets of ${writePath(path)}.`)
  return [...before, noted(change(made, made), fresh)]
}

type Change = (one: Complex, made: Complex | null) => Complex

function changeOf(path: PatchPath, verb: Verb, raw: unknown): Change {
  if (path.sub) return (one) => withSub(one, path.sub!, verb, raw, path)
  const given = readComplex(path.attribute!, raw, writePath(path)) ?? {}
  return verb === 'add' ? (one) => ({ ...one, ...given }) : (_, made) => ({ ...made, ...given })
}

function noted(one: Complex, fresh: Set<Complex>): Complex {
  fresh.add(one)
  return one
}

/** A value of which only its label is left says nothing any more. */
function withoutSub(one: Complex, sub: ScimAttribute): Complex[] {
  const { [sub.name]: _, ...others } = one
  return Object.keys(others).some((name) => name !== 'type' && name !== 'primary') ? [others] : []
}

/** `emails.value` without brackets: one value goes to all, a list goes one by one; made where there is none. */
function everySubAfter(
  before: Complex[],
  path: PatchPath,
  verb: Verb,
  raw: unknown,
  fresh: Set<Complex>,
): Complex[] {
  const sub = path.sub!
  if (verb === 'remove') return before.flatMap((one) => withoutSub(one, sub))
  if (!Array.isArray(raw)) {
    const all = before.length > 0 ? before : [{}]
    return all.map((one) => noted(withSub(one, sub, verb, raw, path), fresh))
  }
  const count = Math.max(before.length, Math.min(raw.length, 200))
  return Array.from({ length: count }, (_, place) => {
    const one = before[place] ?? {}
    return place < raw.length ? noted(withSub(one, sub, verb, raw[place], path), fresh) : one
  }).filter((one) => Object.keys(one).length > 0)
}
