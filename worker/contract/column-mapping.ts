import * as v from 'valibot'
import { type FieldError, Problem } from '#domain/problem.ts'
import { FILE_FIELDS, type FileField, headerKey, isRefusedHeader } from './employee-file-fields.ts'
import { instantShown, slug } from './shape.ts'

/** What one column of a file becomes: a field, several fields, or nothing. */
const target = v.nullable(
  v.union([
    v.picklist(FILE_FIELDS),
    v.pipe(v.array(v.picklist(FILE_FIELDS)), v.minLength(1), v.maxLength(FILE_FIELDS.length)),
  ]),
)

/**
 * Which column of a file is which field, by its header as it stands in the file. `null` leaves a column out that would be
 * known by its name. A header that begins with `=` is no column: the text after it fills the field wherever the columns say
 * nothing, such as `{ "=Poste": "given_name" }`.
 */
export const columnsInput = v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), target)
export type Columns = v.InferOutput<typeof columnsInput>

/** `PUT /column-mappings/{source}` */
export const columnMappingInput = v.strictObject({ columns: columnsInput })

/** The name of a source: where files come from, such as `workday` or `sirh-brest`. */
export const sourceName = slug

export const columnMappingShown = v.strictObject({
  source: v.string(),
  columns: columnsInput,
  updated_at: instantShown,
})
export type ColumnMappingShown = v.InferOutput<typeof columnMappingShown>

const HEADERS_MAX = 200

/**
 * @throws Problem `invalid` where a mapping names a column about a protected characteristic, gives a field twice, or has
 * more columns than any file.
 */
export function assertColumns(columns: Columns, pointer = '/columns'): void {
  const errors: FieldError[] = []
  const given = new Map<string, string>()
  for (const [header, value] of Object.entries(columns)) {
    const at = `${pointer}/${header.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (value !== null && !isConstant(header) && isRefusedHeader(header))
      errors.push({ pointer: at, detail: PROTECTED })
    for (const field of fieldsOf(value)) {
      const key = `${isConstant(header)} ${field}`
      if (given.has(key) && field !== 'dotted_managers') errors.push({ pointer: at, detail: TWICE })
      given.set(key, header)
    }
  }
  if (Object.keys(columns).length > HEADERS_MAX) errors.push({ pointer, detail: TOO_MANY })
  if (errors.length) throw new Problem('invalid', REFUSED, errors.slice(0, 50))
}

export function isConstant(header: string): boolean {
  return header.startsWith('=')
}

/** The fields that a mapping gives a header, or undefined where it does not speak of it. */
export function mappedFields(columns: Columns, header: string): readonly FileField[] | undefined {
  const name = header.trim()
  if (Object.hasOwn(columns, name)) return fieldsOf(columns[name] ?? null)
  const key = headerKey(header)
  const alike = Object.entries(columns).find(([one]) => !isConstant(one) && headerKey(one) === key)
  return alike && fieldsOf(alike[1])
}

/** What fills a field where the columns of a line say nothing. */
export function constantsOf(columns: Columns): Map<FileField, string> {
  const constants = new Map<FileField, string>()
  for (const [header, value] of Object.entries(columns)) {
    if (!isConstant(header)) continue
    for (const field of fieldsOf(value)) constants.set(field, header.slice(1).trim())
  }
  return constants
}

function fieldsOf(value: Columns[string]): readonly FileField[] {
  return value === null ? [] : typeof value === 'string' ? [value] : value
}

const REFUSED = {
  fr: 'Cette correspondance de colonnes est à corriger. Rien n’a été enregistré.',
  en: 'This column mapping needs correcting. Nothing was saved.',
}
const PROTECTED = {
  fr: 'Cette colonne touche à la personne (âge, sexe, origine, santé, paie, domicile…)\u00a0: elle n’est jamais lue. Retirez-la.',
  en: 'This column is about the person (age, sex, origin, health, pay, home…): it is never read. Remove it.',
}
const TWICE = {
  fr: 'Une autre colonne donne déjà cette information. Gardez-en une.',
  en: 'Another column gives this field already. Keep one of them.',
}
const TOO_MANY = {
  fr: `Une correspondance a ${HEADERS_MAX} colonnes au plus.`,
  en: `A mapping has ${HEADERS_MAX} columns at most.`,
}
