import type { Filter } from 'scim2-parse-filter'
import { badFilter, type Literal, MAX_COMPARISONS, type ParsedText, readFilterText } from './filter-text.ts'
import { resolvePath, simpleTarget, sortTarget, subAttribute, type Target, writePath } from './path.ts'
import type { ScimResource } from './schema.ts'

export { type SqlColumns, type SqlPath, type SqlRows, sortToSql, toSql } from './filter-sql.ts'

export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'

/**
 * A filter that was checked against the schemas. Comparisons are of single values: those of a multi-valued
 * attribute stand inside an `element`, which asks for one value that meets them all. Instants are epoch ms.
 * `nothing` is never met: the attribute exists elsewhere but not here (RFC 7644 §3.4.2.1).
 */
export type Condition =
  | { kind: 'all' | 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'element'; target: Target; of: Condition }
  | { kind: 'compare'; target: Target; operator: Operator; value: string | number | boolean }
  | { kind: 'present'; target: Target }
  | { kind: 'nothing' }

interface Reading extends ParsedText {
  resolve: (path: string) => Target | null
  count: number
  isInside: boolean
}

/**
 * Reads a filter on Users or Groups. Throws `invalidFilter` where it cannot be read, is too long (2,000 characters),
 * too deep (20) or has too many comparisons (50), names an attribute that no schema has, or compares what cannot be
 * compared so.
 */
export function parseFilter(text: string, resource: ScimResource): Condition {
  return compile(readFilterText(text), (path) => targetOf(path, resource), false)
}

/** Reads what stands inside the brackets of `emails[type eq "work"]`. */
export function parseElementFilter(text: string, target: Target): Condition {
  return compile(readFilterText(text), (path) => subTarget(target, path), true)
}

/** The attribute to sort by, as the keys that lead to it in a resource. Throws `invalidValue` for an unknown one. */
export function sortKey(sortBy: string, resource: ScimResource): string[] {
  const { schema, attribute, sub } = sortTarget(sortBy, resource)
  return [schema, attribute?.name, sub?.name].filter((name) => name !== null && name !== undefined)
}

function compile(parsed: ParsedText, resolve: Reading['resolve'], isInside: boolean): Condition {
  const reading: Reading = { ...parsed, resolve, count: 0, isInside }
  return read(parsed.filter, reading)
}

function read(filter: Filter, reading: Reading): Condition {
  if (filter.op === 'and' || filter.op === 'or') {
    const of = filter.filters.map((one) => read(one, reading))
    return { kind: filter.op === 'and' ? 'all' : 'any', of }
  }
  if (filter.op === 'not') {
    if (!('filter' in filter)) throw badFilter('put "and" or "or" before "not".')
    return { kind: 'not', of: read(filter.filter, reading) }
  }
  reading.count += 1
  if (reading.count > MAX_COMPARISONS) throw badFilter(`send at most ${MAX_COMPARISONS} comparisons.`)
  if (!('attrPath' in filter)) throw badFilter('check its words.')
  const path = filter.attrPath.replace(/\b_ref$/, '$ref')
  const target = reading.resolve(path)
  if (filter.op === '[]') return readElement(target, filter.valFilter, reading)
  if (!target) return filter.op === 'ne' ? { kind: 'not', of: { kind: 'nothing' } } : { kind: 'nothing' }
  if (filter.op === 'pr') return inElement(target, { kind: 'present', target }, reading)
  if (!('compValue' in filter)) throw badFilter('check its words.')
  return readComparison(target, filter.op, literalAt(filter.compValue, reading), reading)
}

function readElement(target: Target | null, inner: Filter, reading: Reading): Condition {
  if (!target) return { kind: 'nothing' }
  if (reading.isInside || !target.attribute?.multiValued || target.sub)
    throw badFilter(`${writePath(target)} has no values to choose from; leave the brackets out.`)
  const within: Reading = { ...reading, resolve: (path) => subTarget(target, path), isInside: true }
  const of = read(inner, within)
  reading.count = within.count
  return { kind: 'element', target, of }
}

function literalAt(place: unknown, { literals }: Reading): Literal {
  if (typeof place !== 'number' || literals[place] === undefined)
    throw badFilter('put texts between double quotes.')
  return literals[place]
}

function readComparison(named: Target, operator: Operator, literal: Literal, reading: Reading): Condition {
  const target = simpleTarget(named)
  if (!target) throw badFilter(`name a sub-attribute of ${writePath(named)}.`)
  if (literal === null) {
    const present = inElement(target, { kind: 'present', target }, reading)
    if (operator === 'ne') return present
    if (operator === 'eq') return { kind: 'not', of: present }
    throw badFilter('only eq and ne can be used with null.')
  }
  const value = readLiteral(target, operator, literal)
  return inElement(target, { kind: 'compare', target, operator, value }, reading)
}

function inElement(target: Target, of: Condition, { isInside }: Reading): Condition {
  return !isInside && target.attribute?.multiValued && target.sub ? { kind: 'element', target, of } : of
}

/** The value to compare with, in the type of the attribute. Entra sends booleans as texts. */
function readLiteral(target: Target, operator: Operator, literal: string | number | boolean) {
  const { type } = (target.sub ?? target.attribute)!
  const path = writePath(target)
  if (type === 'string' || type === 'reference') return readWords(literal, path)
  if (['co', 'sw', 'ew'].includes(operator) || (type === 'boolean' && !['eq', 'ne'].includes(operator)))
    throw badFilter(`${operator} cannot be used with ${path}.`)
  const word = String(literal).toLowerCase()
  if (type === 'boolean') {
    if (word === 'true' || word === 'false') return word === 'true'
    throw badFilter(`compare ${path} with true or false.`)
  }
  if (type === 'integer') {
    if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(word) && Number.isFinite(Number(word))) return Number(word)
    throw badFilter(`compare ${path} with a number.`)
  }
  return readInstant(literal, path)
}

function readWords(literal: string | number | boolean, path: string): string {
  const words = String(literal)
  if (words.includes('\u0000') || !words.isWellFormed()) throw badFilter(`compare ${path} with plain text.`)
  return words
}

function readInstant(literal: unknown, path: string): number {
  const isInstant =
    typeof literal === 'string' &&
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/i.test(literal)
  const at = isInstant ? Date.parse(literal) : Number.NaN
  if (Number.isNaN(at)) throw badFilter(`compare ${path} with an instant, such as 2026-03-01T08:00:00Z.`)
  return at
}

function subTarget(target: Target, path: string): Target {
  const sub = target.attribute && subAttribute(target.attribute, path)
  if (!sub) throw badFilter(`${writePath(target)} has no ${path}.`)
  return { ...target, sub }
}

/** Null for an attribute that these resources do not have, although others do or the standard knows it. */
function targetOf(path: string, resource: ScimResource): Target | null {
  const found = resolvePath(path, resource)
  if (typeof found !== 'string') {
    if (!found.attribute) throw badFilter(`name an attribute of ${path}.`)
    return found
  }
  const elsewhere = resolvePath(path, resource === 'User' ? 'Group' : 'User')
  if (found === 'unknown' && elsewhere === 'unknown')
    throw badFilter(`no attribute is called ${path.slice(0, 200)}.`)
  return null
}
