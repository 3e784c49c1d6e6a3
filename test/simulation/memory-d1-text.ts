/** What can be told of a statement from its text alone. */
export interface TextShape {
  /** How many values must be bound. */
  parameters: number
  /** Surely changes nothing; a statement in doubt counts as one that writes. */
  isReading: boolean
  /** Gives back rows of what it writes, so that it must never run twice. */
  isReturning: boolean
  /** Would leave half of its work behind when it fails, were it not in a transaction of its own. */
  isPartial: boolean
  /** Changes tables or indexes, so that what was compiled before may be wrong now. */
  isSchema: boolean
  /** A second statement follows in the same text. */
  isSeveral: boolean
}

const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\?(\d*)|;|[^\s;]/g

/** Reads a text as far as MemoryD1 needs it, strings and comments apart. */
export function readText(text: string): TextShape {
  let parameters = 0
  let isOver = false
  let isSeveral = false
  for (const [token, number] of text.matchAll(TOKENS)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue
    if (isOver && token !== ';') isSeveral = true
    if (token === ';') isOver = true
    if (number !== undefined)
      parameters = number === '' ? parameters + 1 : Math.max(parameters, Number(number))
  }
  return {
    parameters,
    isReading: /^\s*(SELECT|VALUES|EXPLAIN)\b/i.test(text),
    isReturning: /\bRETURNING\b/i.test(text),
    isPartial: /\bOR\s+(FAIL|ROLLBACK)\b|^\s*VACUUM\b/i.test(text),
    isSchema: /^\s*(CREATE|DROP|ALTER|PRAGMA)\b/i.test(text),
    isSeveral,
  }
}

/** Nothing but blanks, which D1 leaves out of a batch without a word. */
export function isBlank(text: string): boolean {
  return text.replace(/^\s+--.*/gm, '').trim().length === 0
}
