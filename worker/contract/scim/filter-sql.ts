import type { Condition } from './filter.ts'
import { badFilter } from './filter-text.ts'
import { comparedAttribute, sortTarget, type Target, writePath } from './path.ts'
import type { ScimResource } from './schema.ts'

/**
 * SQL for one simple attribute. `folded` says that the column already holds the text in lower case and NFC, such as
 * `user_name_key`: the value is folded the same way, accents included, and an index can be used.
 */
export type SqlPath = string | { folded: string }

/** A multi-valued attribute kept in rows: `EXISTS (SELECT 1 FROM {from} WHERE {where} AND …)`. */
export interface SqlRows {
  from: string
  where: string
  /** By sub-attribute, such as `value`. */
  paths: Record<string, SqlPath>
}

/** Where the attributes of a resource are kept. */
export interface SqlColumns {
  /** Expression of the JSON document from which all other attributes are read; null where there is none. */
  document: string | null
  /** By attribute as the schemas write it: `id`, `userName`, `meta.created` (epoch ms), `active` (0 or 1). */
  paths: Record<string, SqlPath>
  /** By multi-valued attribute: `groups`, `members`. */
  rows?: Record<string, SqlRows>
}

type Param = string | number
interface Writing {
  columns: SqlColumns
  params: Param[]
  element: SqlRows | 'json' | null
}

/**
 * A filter as an SQL condition for D1, with `?` in the order of `params`, at most one per comparison. Texts go by
 * parameter only; whatever is spliced comes from the schemas or the caller. Texts whose attribute is not case-exact
 * are compared in lower case (ASCII; all letters for a `folded` column), instants as epoch ms, and an attribute
 * without a value meets `ne` and no other comparison. Throws `invalidFilter` for an attribute kept nowhere.
 */
export function toSql(condition: Condition, columns: SqlColumns): { text: string; params: Param[] } {
  const writing: Writing = { columns, params: [], element: null }
  return { text: write(condition, writing), params: writing.params }
}

/** The expression to ORDER BY: several values are sorted by the primary one, else the first (RFC 7644 §3.4.2.3). */
export function sortToSql(sortBy: string, resource: ScimResource, columns: SqlColumns): string {
  const target = sortTarget(sortBy, resource)
  if (!target.attribute!.multiValued || !target.sub)
    return comparable(target, { columns, params: [], element: null }).text
  const rows = columns.rows?.[target.attribute!.name]
  const element = rows ?? 'json'
  const { text } = comparable(target, { columns, params: [], element })
  if (rows) return `(SELECT min(${text}) FROM ${rows.from} WHERE ${rows.where})`
  const order = `coalesce(json_extract(element.value, '$."primary"'), 0) DESC, element.key`
  return `(SELECT ${text} FROM ${elements(target, columns)} ORDER BY ${order} LIMIT 1)`
}

function write(condition: Condition, writing: Writing): string {
  switch (condition.kind) {
    case 'all':
      return join(
        condition.of.map((one) => write(one, writing)),
        'AND',
      )
    case 'any':
      return join(
        condition.of.map((one) => write(one, writing)),
        'OR',
      )
    case 'not':
      // What is unknown is not met, so its contrary is.
      return `NOT coalesce(${write(condition.of, writing)}, 0)`
    case 'nothing':
      return '0'
    case 'present':
      return writePresent(condition.target, writing)
    case 'compare':
      return writeComparison(condition, writing)
    case 'element':
      return writeElement(condition.target, condition.of, writing)
  }
}

/** Halves in parentheses: SQLite bounds the depth of an expression, and a chain of fifty is fifty deep. */
function join(parts: string[], word: 'AND' | 'OR'): string {
  if (parts.length === 1) return parts[0]!
  const half = Math.ceil(parts.length / 2)
  return `(${join(parts.slice(0, half), word)} ${word} ${join(parts.slice(half), word)})`
}

function writeElement(target: Target, of: Condition, writing: Writing): string {
  const rows = writing.columns.rows?.[target.attribute!.name]
  if (rows) {
    const inner = write(of, { ...writing, element: rows })
    return `EXISTS (SELECT 1 FROM ${rows.from} WHERE ${rows.where} AND ${inner})`
  }
  const from = elements(target, writing.columns)
  return `EXISTS (SELECT 1 FROM ${from} WHERE ${write(of, { ...writing, element: 'json' })})`
}

function elements(target: Target, columns: SqlColumns): string {
  return `json_each(${documentOf(target, columns)}, ${jsonPath([target.schema, target.attribute!.name])}) AS element`
}

function writePresent(target: Target, writing: Writing): string {
  const { attribute, sub } = target
  if (attribute!.multiValued && !sub) return writePresentList(target, writing)
  if (attribute!.type === 'complex' && !sub) return writePresentComplex(target, writing)
  const { plain } = comparable(target, writing)
  const { type } = comparedAttribute(target)
  return type === 'string' || type === 'reference' ? `coalesce(${plain}, '') <> ''` : `${plain} IS NOT NULL`
}

function writePresentList(target: Target, { columns }: Writing): string {
  const rows = columns.rows?.[target.attribute!.name]
  if (rows) return `EXISTS (SELECT 1 FROM ${rows.from} WHERE ${rows.where})`
  return `EXISTS (SELECT 1 FROM ${elements(target, columns)})`
}

function writePresentComplex(target: Target, writing: Writing): string {
  const { columns } = writing
  const path = writePath(target)
  const own = target.attribute!.subAttributes!.filter(({ name }) => columns.paths[`${path}.${name}`])
  if (own.length > 0)
    return join(
      own.map((sub) => writePresent({ ...target, sub }, writing)),
      'OR',
    )
  return `json_extract(${documentOf(target, columns)}, ${jsonPath([target.schema, target.attribute!.name])}) IS NOT NULL`
}

const SIGNS = { eq: '=', ne: 'IS NOT', gt: '>', ge: '>=', lt: '<', le: '<=' } as const

function writeComparison(condition: Extract<Condition, { kind: 'compare' }>, writing: Writing): string {
  const { target, operator, value } = condition
  const { text, fold, param } = comparable(target, writing)
  writing.params.push(typeof value === 'string' ? fold(value) : Number(value))
  if (operator === 'co') return `instr(${text}, ${param}) > 0`
  if (operator === 'sw') return `instr(${text}, ${param}) = 1`
  if (operator === 'ew') {
    const length = [...fold(String(value))].length
    return length === 0 ? `substr(${text}, 1, 0) = ${param}` : `substr(${text}, -${length}) = ${param}`
  }
  return `${text} ${SIGNS[operator]} ${param}`
}

interface Comparable {
  /** The expression to compare, and the one that only says whether there is something. */
  text: string
  plain: string
  param: string
  fold: (value: string) => string
}

const asIs = (value: string) => value
const foldCase = (value: string) => value.normalize('NFC').toLowerCase()

function comparable(target: Target, writing: Writing): Comparable {
  const path = expressionOf(target, writing)
  if (typeof path !== 'string') return { text: path.folded, plain: path.folded, param: '?', fold: foldCase }
  const attribute = comparedAttribute(target)
  if (attribute.caseExact || attribute.type !== 'string')
    return { text: path, plain: path, param: '?', fold: asIs }
  return { text: `lower(${path})`, plain: path, param: 'lower(?)', fold: asIs }
}

function expressionOf(target: Target, { columns, element }: Writing): SqlPath {
  const { attribute, schema, sub } = target
  if (element === 'json') return `json_extract(element.value, ${jsonPath([sub!.name])})`
  const own = element ? element.paths[sub!.name] : columns.paths[writePath(target)]
  if (own) return own
  if (element) throw unkept(target)
  return `json_extract(${documentOf(target, columns)}, ${jsonPath([schema, attribute!.name, sub?.name])})`
}

/** The JSON document; `id`, `meta` and what cannot be written are not in it. */
function documentOf(target: Target, columns: SqlColumns): string {
  if (
    columns.document === null ||
    target.attribute!.mutability === 'readOnly' ||
    target.sub?.mutability === 'readOnly'
  )
    throw unkept(target)
  return columns.document
}

function unkept(target: Target) {
  return badFilter(`${writePath(target)} cannot be searched or sorted by.`)
}

/** Names come from the schemas, never from a request. */
function jsonPath(names: (string | null | undefined)[]): string {
  const steps = names.filter((name) => name !== null && name !== undefined)
  return `'$${steps.map((name) => `."${name}"`).join('')}'`
}
