import type { ScimAttribute } from './attribute.ts'
import { refuse, type ScimError } from './error.ts'

export type Complex = Record<string, unknown>

const MAX_TEXT_LENGTH = 10_000
const MAX_VALUES = 200

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unfit(where: string, wanted: string): ScimError {
  return refuse('invalidValue', `${where}: send ${wanted}.`)
}

/** Older Entra tenants send one simple value as `[{"$ref":null,"value":"…"}]`. */
function unwrapped(raw: unknown): unknown {
  const one = Array.isArray(raw) && raw.length <= 1 ? (raw[0] ?? null) : raw
  return isObject(one) && 'value' in one ? one.value : one
}

/** Text as it was sent; refuses what no database gives back unchanged. */
export function readText(raw: unknown, where: string): string {
  if (typeof raw !== 'string') throw unfit(where, 'a string')
  if (raw.length > MAX_TEXT_LENGTH) throw unfit(where, `at most ${MAX_TEXT_LENGTH} characters`)
  if (raw.includes('\u0000') || !raw.isWellFormed()) throw unfit(where, 'text without NUL or lone surrogates')
  return raw
}

function readSimple(attribute: ScimAttribute, raw: unknown, where: string): unknown {
  const value = unwrapped(raw)
  if (value === null || value === undefined) return undefined
  if (attribute.type === 'boolean') return readBoolean(value, where)
  if (attribute.type === 'integer') return readInteger(value, where)
  return readText(value, where)
}

/** Entra sends booleans as "True" and "False" unless a flag in the tenant's address says otherwise. */
function readBoolean(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : null
  if (word === 'true') return true
  if (word === 'false') return false
  throw unfit(where, 'true or false')
}

function readInteger(value: unknown, where: string): number | undefined {
  if (value === '') return undefined
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw unfit(where, 'a whole number')
  return number + 0
}

/** One complex value with the sub-attributes that may be written; undefined where nothing is left. */
export function readComplex(attribute: ScimAttribute, raw: unknown, where: string): Complex | undefined {
  const one = Array.isArray(raw) && raw.length <= 1 ? (raw[0] ?? null) : raw
  if (one === null || one === undefined) return undefined
  const given = isObject(one) ? one : bareValue(attribute, one, where)
  const kept: Complex = {}
  for (const sub of attribute.subAttributes ?? []) {
    const key = Object.keys(given).findLast((name) => name.toLowerCase() === sub.name.toLowerCase())
    if (key === undefined || sub.mutability === 'readOnly') continue
    const value = readSimple(sub, given[key], `${where}.${sub.name}`)
    if (value !== undefined) kept[sub.name] = value
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

/** `"x"` where `{"value":"x"}` is meant, as Entra does for the manager. */
function bareValue(attribute: ScimAttribute, raw: unknown, where: string): Complex {
  if (typeof raw !== 'string' || !attribute.subAttributes?.some(({ name }) => name === 'value'))
    throw unfit(where, 'an object')
  return { value: raw }
}

/** All values of a multi-valued attribute; a single one may come without its array. */
export function readList(attribute: ScimAttribute, raw: unknown, where: string): Complex[] {
  const values = Array.isArray(raw) ? raw : [raw]
  if (values.length > MAX_VALUES) throw unfit(where, `at most ${MAX_VALUES} values`)
  return values.map((value) => readComplex(attribute, value, where)).filter((value) => value !== undefined)
}

/**
 * The value of an attribute as it is kept, or undefined where it says nothing (null, empty list, empty object).
 * Text stays as sent. Throws `invalidValue` where the type is not the one the schema names.
 */
export function readValue(attribute: ScimAttribute, raw: unknown, where = attribute.name): unknown {
  if (raw === null || raw === undefined) return undefined
  if (attribute.multiValued) {
    const values = readList(attribute, raw, where)
    return values.length > 0 ? settlePrimary(values) : undefined
  }
  return attribute.type === 'complex' ? readComplex(attribute, raw, where) : readSimple(attribute, raw, where)
}

/**
 * At most one value is primary (RFC 7643 §2.4). The values in `fresh` were just written and win over older ones;
 * among equals the first stays (RFC 7644 §3.5.2).
 */
export function settlePrimary(values: Complex[], fresh: ReadonlySet<Complex> = new Set()): Complex[] {
  const primaries = values.filter((value) => value.primary === true)
  if (primaries.length < 2) return values
  const winner = primaries.find((value) => fresh.has(value)) ?? primaries[0]!
  for (const value of primaries) if (value !== winner) value.primary = false
  return values
}

/** The id at the end of the address of a resource; null where there is none. */
export function lastStep(address: unknown): string | null {
  const step = typeof address === 'string' ? /([^/]+)\/?$/.exec(address)?.[1] : undefined
  try {
    return step === undefined ? null : decodeURIComponent(step)
  } catch {
    return null
  }
}
