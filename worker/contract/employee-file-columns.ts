import { Problem } from '#domain/problem.ts'
import { type Columns, constantsOf, mappedFields } from './column-mapping.ts'
import {
  type FileField,
  fieldNamed,
  headerKey,
  isFileField,
  isRefusedHeader,
} from './employee-file-fields.ts'

/** Headers of the last column of our own file of rejected lines, which says why and is not read again. */
export const REASON_HEADERS = { fr: 'motif_du_refus', en: 'reason_for_rejection' } as const

/** How the columns of one file are read. */
export interface ColumnPlan {
  /** Positions of the columns that are read, in their order; what is stored of a line is only these. */
  read: number[]
  /** Their headers as they stand in the file. */
  headers: string[]
  /** For each field, where its value is among the columns that are read. */
  sources: ReadonlyMap<FileField, readonly number[]>
  constants: ReadonlyMap<FileField, string>
  /** How many columns the file has. */
  width: number
  /** Headers that are not read, and those of them that never are. */
  ignored: string[]
  refused: string[]
}

/** Managers may stand in several columns; every other field in one. */
const MANY: readonly FileField[] = ['dotted_managers']

/**
 * Which column says what: what the mapping says, else a name that is surely known; of two columns with one meaning the one
 * that bears our own name, else the first. A column about a protected characteristic is never read, whatever is asked.
 * @throws Problem `invalid` where no column says who each line is about.
 */
export function planColumns(header: readonly string[], mapping: Columns): ColumnPlan {
  const meanings = header.map((title) => meaningOf(title, mapping))
  const taken = new Map<FileField, number>()
  for (const [at, { fields, rank }] of meanings.entries()) {
    for (const field of fields) {
      if (rank > (meanings[taken.get(field) ?? -1]?.rank ?? 0)) taken.set(field, at)
    }
  }
  const plan: ColumnPlan = {
    read: [],
    headers: [],
    sources: new Map(),
    constants: constantsOf(mapping),
    width: header.length,
    refused: [],
    ignored: [],
  }
  const sources = new Map<FileField, number[]>()
  for (const [at, { fields, isRefused }] of meanings.entries()) {
    const title = (header[at] as string).slice(0, 200)
    const kept = fields.filter((field) => taken.get(field) === at || MANY.includes(field))
    if (kept.length === 0) {
      if (isRefused) plan.refused.push(title)
      if (title !== '' && !isReason(title)) plan.ignored.push(title)
      continue
    }
    for (const field of kept) sources.set(field, [...(sources.get(field) ?? []), plan.read.length])
    plan.read.push(at)
    plan.headers.push(title)
  }
  if (!sources.has('external_id')) throw nobodyNamed(header)
  return { ...plan, sources }
}

/** What a title says, and how sure that is: asked for, our own name, a name known to mean the same. */
interface Meaning {
  fields: readonly FileField[]
  rank: number
  isRefused: boolean
}

function meaningOf(title: string, mapping: Columns): Meaning {
  if (isRefusedHeader(title)) return { fields: [], rank: 0, isRefused: true }
  const mapped = mappedFields(mapping, title)
  if (mapped) return { fields: mapped, rank: 3, isRefused: false }
  const named = fieldNamed(title)
  if (named === null) return { fields: [], rank: 0, isRefused: false }
  return { fields: [named], rank: isFileField(title.trim().toLowerCase()) ? 2 : 1, isRefused: false }
}

function isReason(title: string): boolean {
  return Object.values(REASON_HEADERS).some((reason) => headerKey(reason) === headerKey(title))
}

function nobodyNamed(header: readonly string[]): Problem {
  const seen = header
    .filter((title) => title !== '' && !isRefusedHeader(title))
    .slice(0, 30)
    .join(', ')
    .replace(/\p{C}/gu, '')
    .slice(0, 500)
  return new Problem('invalid', {
    fr: `Aucune colonne ne dit de qui parle chaque ligne. Ajoutez une colonne «\u00a0external_id\u00a0» ou «\u00a0matricule\u00a0» en première ligne, ou dites laquelle c’est avec «\u00a0mapping\u00a0». Colonnes lues\u00a0: ${seen}.`,
    en: `No column says whom each line is about. Add an “external_id” or “employee_id” column to the first line, or say which one it is with “mapping”. Columns read: ${seen}.`,
  })
}
