import type { ScimDocument } from './document.ts'
import { checkSchemas } from './document.ts'
import { refuse } from './error.ts'
import { DEFAULT_PAGE_SIZE, LIST_RESPONSE, MAX_PAGE_SIZE, SEARCH_REQUEST } from './schema.ts'

/** What a list or a `.search` asks for. */
export interface ListQuery {
  filter: string | null
  sortBy: string | null
  sortOrder: 'ascending' | 'descending'
  /** From 1. */
  startIndex: number
  /** 0 asks for the total alone. */
  count: number
  /** Text goes on from there, null begins a list with cursors (RFC 9865), undefined is a list by index. */
  cursor: string | null | undefined
  attributes?: string
  excludedAttributes?: string
}

/**
 * Reads the parameters of a list, or the body of a `.search` (RFC 7644 §3.4.2, §3.4.3): numbers may come as text,
 * attributes as a list. Throws ScimError.
 */
export function readListQuery(query: Record<string, unknown>): ListQuery {
  checkSchemas(query, SEARCH_REQUEST)
  const cursor = readCursor(query.cursor)
  const attributes = readNames(query.attributes, 'attributes')
  const excludedAttributes = readNames(query.excludedAttributes, 'excludedAttributes')
  return {
    filter: readWord(query.filter, 'filter', 'invalidFilter'),
    sortBy: readWord(query.sortBy, 'sortBy', 'invalidValue'),
    sortOrder: readOrder(query.sortOrder),
    startIndex: Math.max(readWhole(query.startIndex, 'startIndex', 'invalidValue') ?? 1, 1),
    count: readCount(query.count, cursor !== undefined),
    cursor,
    ...(attributes === null ? {} : { attributes }),
    ...(excludedAttributes === null ? {} : { excludedAttributes }),
  }
}

function readCount(raw: unknown, isByCursor: boolean): number {
  const count = readWhole(raw, 'count', isByCursor ? 'invalidCount' : 'invalidValue') ?? DEFAULT_PAGE_SIZE
  return Math.min(Math.max(count, 0), MAX_PAGE_SIZE)
}

function readCursor(raw: unknown): string | null | undefined {
  if (raw === undefined) return undefined
  if (raw === null || raw === '') return null
  if (typeof raw === 'string' && raw.length <= 2000) return raw
  throw refuse('invalidCursor', 'Send the cursor of the page before, or start again without one.')
}

function readWhole(raw: unknown, name: string, scimType: 'invalidValue' | 'invalidCount'): number | null {
  if (raw === undefined || raw === null || raw === '') return null
  const number = typeof raw === 'string' && /^\s*[-+]?\d{1,15}\s*$/.test(raw) ? Number(raw) : raw
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw refuse(scimType, `${name}: send a whole number.`)
  return number
}

function readWord(raw: unknown, name: string, scimType: 'invalidFilter' | 'invalidValue'): string | null {
  if (raw === undefined || raw === null) return null
  if (typeof raw !== 'string') throw refuse(scimType, `${name}: send text.`)
  return raw.trim() === '' ? null : raw
}

function readOrder(raw: unknown): ListQuery['sortOrder'] {
  const order = typeof raw === 'string' ? raw.trim().toLowerCase() : (raw ?? '')
  if (order === '' || order === 'ascending') return 'ascending'
  if (order === 'descending') return 'descending'
  throw refuse('invalidValue', 'sortOrder: send ascending or descending.')
}

function readNames(raw: unknown, name: string): string | null {
  if (raw === undefined || raw === null) return null
  const names = Array.isArray(raw) ? raw : [raw]
  if (!names.every((one) => typeof one === 'string'))
    throw refuse('invalidValue', `${name}: send names, separated by commas or as a list of texts.`)
  const text = names.join(',')
  if (text.length > 10_000) throw refuse('invalidValue', `${name}: send at most 10,000 characters.`)
  return text.trim() === '' ? null : text
}

/** One page of a list (RFC 7644 §3.4.2, RFC 9865); `startIndex` is for lists by index only. */
export function listResponse(
  resources: ScimDocument[],
  facts: {
    totalResults: number
    startIndex?: number
    nextCursor?: string | null
    previousCursor?: string | null
  },
): object {
  return {
    schemas: [LIST_RESPONSE],
    totalResults: facts.totalResults,
    itemsPerPage: resources.length,
    ...(facts.startIndex === undefined ? {} : { startIndex: facts.startIndex }),
    ...(facts.nextCursor ? { nextCursor: facts.nextCursor } : {}),
    ...(facts.previousCursor ? { previousCursor: facts.previousCursor } : {}),
    Resources: resources,
  }
}
