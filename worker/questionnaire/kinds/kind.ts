import type { Both, Language } from '#domain/language.ts'
import type { Markup } from '../markup.ts'
import type { Question } from '../question.ts'

/** One thing to mend in an answer: where in the form, where in the JSON (RFC 6901, below the answers), what to do. */
export interface Flaw {
  field: string
  pointer: string
  detail: Both
}

/** What checking an answer gives: a value, nothing (not answered), or flaws. */
export interface Checked {
  value?: unknown
  flaws: Flaw[]
}

/** The fields of a posted form, by name. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** What a page may know beyond the questionnaire: names offered while typing. */
export interface DrawingContext {
  subsidiaries?: readonly string[]
  sites?: readonly string[]
}

export interface Drawing {
  language: Language
  /** The flaws of this question only. */
  flaws: readonly Flaw[]
  context: DrawingContext
}

/** One cell of an export: the name of its column, which never changes, and what stands in it. */
export interface Cell {
  column: string
  text: string
}

/**
 * What every kind of question can do. `raw` is anything: what `read` made of a form, what JSON brought, a checked
 * value, or rubbish. None of these abilities ever throws.
 */
export interface Kind<Q extends Question> {
  /** The question and what was typed, refused or not, as working HTML. */
  draw(question: Q, raw: unknown, drawing: Drawing): Markup
  /** What a form says, unchecked; undefined where it says nothing. */
  read(question: Q, fields: Fields): unknown
  check(question: Q, raw: unknown): Checked
  /** A checked value as readable text, on one or several lines. */
  show(question: Q, value: unknown, language: Language): string
  /** The shape of the answer in JSON (JSON Schema 2020-12). */
  schema(question: Q): Record<string, unknown>
  /**
   * A checked value as cells of a table: one for each part of the answer, always the same ones in the same order,
   * empty where nothing was answered. A column is the key of the question, with the name of the part behind it
   * (`G3-site`, `WANTS-1-topic`). Numbers are digits, days and months ISO 8601, everything else words.
   */
  toCsv(question: Q, value: unknown, language: Language): Cell[]
  /**
   * How much a checked value is, from 0 to 1; null where an answer is not an amount, or where there is none.
   * It serves to compare before with after and to learn what makes pairs succeed; never to rank people.
   */
  toScore(question: Q, value: unknown): number | null
}

/** The cell of an answer that is in one piece. */
export function cell(question: Question, text: string): Cell[] {
  return [{ column: question.key, text }]
}

/** The cell of one part of an answer. */
export function partCell(question: Question, name: string | number, text: string): Cell {
  return { column: `${question.key}-${name}`, text }
}

/** A whole number between two ends as a share of the way, 0 to 1; null for anything else. */
export function shareOf(value: unknown, min: number, max: number): number | null {
  const number = whole(value)
  return number === null || number < min || number > max || min === max ? null : (number - min) / (max - min)
}

/** What kinds whose answers are no amount make of one. */
export const noScore = (): null => null

/** The first value of a form field. */
export function one(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.[0]
}

/** Text or a number as text; anything else as nothing. Never calls a method of the value. */
export function plain(raw: unknown): string {
  if (typeof raw === 'string') return raw
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : ''
}

/** A property of a plain object, its own only; undefined for anything else. */
export function part(raw: unknown, name: string): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, name)) return undefined
  return (raw as Record<string, unknown>)[name]
}

/** Whether somebody left the question alone. */
export function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
}

/** A whole number, given as a number or as digits; null for anything else. */
export function whole(raw: unknown): number | null {
  const text = plain(raw).trim()
  return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : null
}

/** A flaw of the whole question, pointing at its first field. */
export function flaw(question: Question, detail: Both): Checked {
  return { flaws: [{ field: question.key, pointer: `/${question.key}`, detail }] }
}

/** An unanswered question: nothing to say, unless matching cannot do without it. */
export function unanswered(question: Question, otherwise: Both): Checked {
  return question.required ? flaw(question, question.missing ?? otherwise) : { flaws: [] }
}

/** One flaw for each property that nobody asked for, at most five; what a form says never has any. */
export function strangers(field: string, pointer: string, raw: object, known: readonly string[]): Flaw[] {
  return Object.keys(raw)
    .filter((name) => !known.includes(name))
    .slice(0, 5)
    .map((name) => ({ field, pointer: `${pointer}/${escapePointer(name)}`, detail: unknownName(name) }))
}

/** A name as one step of a JSON pointer (RFC 6901), cut at 60 characters. */
export function escapePointer(name: string): string {
  return readable(name).replaceAll('~', '~0').replaceAll('/', '~1')
}

/** What to do about a name that is in no list. */
export function unknownName(name: string): Both {
  const shown = readable(name)
  return {
    fr: `« ${shown} » ne fait pas partie de ce questionnaire. Retirez cette clé ou corrigez son nom.`,
    en: `“${shown}” is not part of this questionnaire. Remove this key or correct its name.`,
  }
}

function readable(name: string): string {
  return name.slice(0, 60).toWellFormed().replace(/\p{C}/gu, '')
}
