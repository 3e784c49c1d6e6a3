import * as v from 'valibot'
import { SHAPE_WORDS } from '#contract/shape.ts'
import type { Both } from '#domain/language.ts'
import { type FieldError, Problem } from '#domain/problem.ts'
import type { Request } from './service-context.ts'

const DEPTH_MAX = 12

/**
 * The body as JSON that fits a shape.
 * @throws Problem `unsupported-media-type`, `too-large` (64 KB unless told), or `invalid` with a pointer per field.
 */
export async function readJson<S extends v.GenericSchema>(
  c: Request,
  schema: S,
  bytesMax = 65_536,
): Promise<v.InferOutput<S>> {
  // A list of operations (RFC 6902) is JSON as well, and means something else.
  if (
    !/^application\/(?!json-patch\+)(?:[\w.+-]{1,60}\+)?json\s*(?:;|$)/i.test(
      c.req.header('content-type') ?? '',
    )
  ) {
    throw new Problem('unsupported-media-type', {
      fr: 'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
      en: 'Send JSON, with the header “Content-Type: application/json”.',
    })
  }
  const value = parseJson(new TextDecoder().decode(await readBytes(c, bytesMax)))
  // Valibot takes a list for an object in which nothing is named.
  if (Array.isArray(value) && /object|variant/.test(schema.type)) {
    throw new Problem('invalid', {
      fr: 'Envoyez un objet JSON, entre accolades, et non une liste.',
      en: 'Send a JSON object, in braces, and not a list.',
    })
  }
  return checkShape(schema, value)
}

/** The body as bytes, never more than allowed. */
export async function readBytes(c: Request, bytesMax: number): Promise<Uint8Array> {
  const tooLarge = new Problem('too-large', {
    fr: `Cet envoi dépasse ${Math.floor(bytesMax / 1024)} Kio. Envoyez-le en plusieurs fois.`,
    en: `This request exceeds ${Math.floor(bytesMax / 1024)} KiB. Send it in several parts.`,
  })
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw tooLarge
  const reader = c.req.raw.body?.getReader()
  if (!reader) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > bytesMax) {
      await reader.cancel()
      throw tooLarge
    }
    parts.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}

/** The fields of a form that was posted without script, in their order; files are left out. */
export async function readFormFields(c: Request, bytesMax = 131_072): Promise<[string, string][]> {
  const bytes = await readBytes(c, bytesMax)
  if (isUrlEncoded(c)) return [...new URLSearchParams(new TextDecoder().decode(bytes))]
  try {
    const form = await new Response(bytes, {
      headers: { 'content-type': c.req.header('content-type') ?? '' },
    }).formData()
    return [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    )
  } catch {
    throw new Problem('invalid', {
      fr: 'Ce formulaire n’a pas pu être lu. Revenez à la page, puis envoyez-le de nouveau.',
      en: 'This form could not be read. Go back to the page, then send it again.',
    })
  }
}

/** Whether a browser posted a form, rather than a program JSON. */
export function isForm(c: Request): boolean {
  return isUrlEncoded(c) || /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')
}

function isUrlEncoded(c: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')
}

/** @throws Problem `invalid` where the text is no JSON, or is nested too deeply to be meant. */
function parseJson(text: string): unknown {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (inString) {
      if (letter === '\\') at += 1
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth)
    else if (letter === '}' || letter === ']') depth -= 1
  }
  try {
    if (deepest > DEPTH_MAX) throw new Error('too deep')
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid', {
      fr: 'Le corps de la requête n’est pas du JSON lisible. Vérifiez les guillemets, les virgules et l’imbrication.',
      en: 'The body of the request is not readable JSON. Check quotes, commas and nesting.',
    })
  }
}

/** @throws Problem `invalid` with one pointer (RFC 6901) for each field that does not fit. */
export function checkShape<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  throw new Problem(
    'invalid',
    {
      fr: 'Des champs sont à corriger. Rien n’a été enregistré.',
      en: 'Some fields need correcting. Nothing was saved.',
    },
    result.issues.slice(0, 50).map(toFieldError),
  )
}

function toFieldError(issue: v.BaseIssue<unknown>): FieldError {
  const keys = (issue.path ?? []).map((step) =>
    String(step.key).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1'),
  )
  return { pointer: keys.map((key) => `/${key}`).join(''), detail: issueInWords(issue) }
}

function issueInWords(issue: v.BaseIssue<unknown>): Both {
  const { requirement } = issue as { requirement?: unknown }
  if (issue.message in SHAPE_WORDS) return SHAPE_WORDS[issue.message as keyof typeof SHAPE_WORDS]
  if (issue.expected === 'never') {
    return { fr: 'Ce champ n’est pas connu. Retirez-le.', en: 'This field is not known. Remove it.' }
  }
  if (issue.received === 'undefined') return { fr: 'Ce champ est nécessaire.', en: 'This field is needed.' }
  switch (issue.type) {
    case 'max_length':
      return { fr: `Longueur maximale\u00a0: ${requirement}.`, en: `At most ${requirement} long.` }
    case 'min_length':
      return requirement === 1
        ? { fr: 'Ce champ ne peut pas être vide.', en: 'This field cannot be empty.' }
        : { fr: `Longueur minimale\u00a0: ${requirement}.`, en: `At least ${requirement} long.` }
    case 'min_value':
      return {
        fr: `La plus petite valeur possible est ${requirement}.`,
        en: `The lowest possible value is ${requirement}.`,
      }
    case 'max_value':
      return {
        fr: `La plus grande valeur possible est ${requirement}.`,
        en: `The highest possible value is ${requirement}.`,
      }
    case 'picklist':
      return { fr: `Valeurs possibles\u00a0: ${issue.expected}.`, en: `Possible values: ${issue.expected}.` }
    default:
      return { fr: `Type attendu\u00a0: ${issue.expected}.`, en: `Expected type: ${issue.expected}.` }
  }
}
