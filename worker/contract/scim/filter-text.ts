import { type Filter, parse } from 'scim2-parse-filter'
import { refuse, type ScimError } from './error.ts'

const MAX_LENGTH = 2000
const MAX_DEPTH = 20
export const MAX_COMPARISONS = 50

export type Literal = string | number | boolean | null

/** A filter as the parser reads it; its comparisons hold the places of their values in `literals`. */
export interface ParsedText {
  filter: Filter
  literals: Literal[]
}

const LITERAL =
  /("(?:[^"\\]|\\.)*")|(?<=\s)(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)(?=[\s)\]]|$)|(\$ref)\b/gis

/** `emails[type eq "work"].value eq "x"` speaks of one element: the comparison is moved inside the brackets. */
const AFTER_BRACKETS = /\[([^[\]]*)\]\.(\w+)\s+(pr(?![\w.])|(?:eq|ne|co|sw|ew|gt|ge|lt|le)\s+\d+)/gi

export function badFilter(why: string): ScimError {
  return refuse('invalidFilter', `The filter cannot be read: ${why}`)
}

/**
 * Reads a filter (RFC 7644 §3.4.2.2). The values are taken out first and their places handed to the parser, because
 * it misreads backslashes, negative numbers and `$ref`. Bounded in length, depth and number of comparisons.
 */
export function readFilterText(text: unknown): ParsedText {
  if (typeof text !== 'string' || text.trim() === '') throw badFilter('send an expression as text.')
  if (text.length > MAX_LENGTH) throw badFilter(`send at most ${MAX_LENGTH} characters.`)
  const literals: Literal[] = []
  const prepared = text.replace(LITERAL, (_, quoted?: string, bare?: string, reference?: string) => {
    if (reference) return '_ref'
    literals.push(quoted ? readQuoted(quoted) : JSON.parse(bare!.toLowerCase()))
    return ` ${literals.length - 1} `
  })
  checkDepth(prepared)
  if (literals.length > MAX_COMPARISONS) throw badFilter(`send at most ${MAX_COMPARISONS} comparisons.`)
  try {
    return { filter: parse(prepared.replace(AFTER_BRACKETS, '[($1) and $2 $3]')), literals }
  } catch {
    throw badFilter('check its words, quotes, parentheses and brackets.')
  }
}

/** A JSON string; a backslash that escapes nothing, as in "DOMAIN\user", stands for itself. */
function readQuoted(quoted: string): string {
  try {
    return JSON.parse(quoted)
  } catch {
    return quoted.slice(1, -1).replace(/\\(["\\])/g, '$1')
  }
}

function checkDepth(prepared: string): void {
  let depth = 0
  for (const character of prepared) {
    if (character === '(' || character === '[') depth += 1
    if (character === ')' || character === ']') depth -= 1
    if (depth > MAX_DEPTH) throw badFilter(`nest at most ${MAX_DEPTH} parentheses.`)
  }
}
