/** One part of a section. Plain text is a paragraph; everything is text, so nothing typed can become markup. */
export type DocumentBlock =
  | string
  | { list: readonly string[] }
  | { steps: readonly string[] }
  | { table: DocumentTable }
  /** Terms and what they stand for; `null` is not known yet and leaves a line to fill in by hand. */
  | { facts: readonly (readonly [term: string, value: string | null])[] }
  /** What the law has not settled, or what only counsel can say. */
  | { counsel: string }
  /** Written by the organisers: paragraphs and lists. */
  | { typed: string }
  /** Questions with room to write, on so many lines. */
  | { blanks: readonly (readonly [label: string, lines: number])[] }
  /** Boxes to tick. */
  | { boxes: readonly string[] }
  | { mail: { subject: string; lines: readonly string[] } }
  | { signatures: readonly string[] }

export interface DocumentTable {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface DocumentSection {
  heading: string
  /** Begins on a new sheet when it is printed. */
  startsPage?: boolean
  blocks: readonly DocumentBlock[]
}

/** A document to be read, printed and signed, in one language. */
export interface DocumentText {
  title: string
  lead: string
  sections: readonly DocumentSection[]
}

/** Every piece of text of a document, in its order. */
export function textsOfDocument({ title, lead, sections }: DocumentText): string[] {
  return [
    title,
    lead,
    ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(textsOfBlock)]),
  ]
}

function textsOfBlock(block: DocumentBlock): string[] {
  if (typeof block === 'string') return [block]
  return Object.values(block).flatMap(flat)
}

function flat(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(flat) : []
}
