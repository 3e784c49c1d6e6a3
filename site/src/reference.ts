import { API_VERSION, type ApiDocument, describeApi } from '#contract/openapi.ts'
import {
  ANYWHERE,
  type MediaType,
  ON_CHANGES,
  type OperationObject,
  type Parameter,
  type ResponseObject,
} from '#contract/openapi-operation.ts'
import type { JsonSchema } from '#contract/openapi-shape.ts'
import { OPERATIONS } from '#contract/operations.ts'
import type { Language } from '#domain/language.ts'
import type { ProblemKind } from '#domain/problem.ts'
import { REFERENCE, type ReferenceWords } from './words/reference.ts'

/** One line of a table of fields. */
export interface Field {
  name: string
  type: string
  /** The name of a shape that is told further down, to link to. */
  shape: string | null
  isNeeded: boolean
  notes: string[]
  allowed: string[]
}

export interface Told {
  type: string
  text: string
  shape: string | null
  fields: Field[]
}

export interface OperationShown {
  anchor: string
  method: string
  path: string
  summary: string
  description: string | null
  who: string
  scope: string | null
  parameters: Field[]
  body: Told[]
  answers: { status: string; description: string; headers: string[]; bodies: Told[] }[]
  refusals: { status: string; kind: ProblemKind }[]
  curl: string
}

export interface NounShown {
  anchor: string
  title: string
  operations: OperationShown[]
}

export interface ReferenceShown {
  introduction: string[]
  nouns: NounShown[]
  shapes: { name: string; fields: Field[]; text: string }[]
  events: { type: string; summary: string; fields: Field[] }[]
  anywhere: readonly ProblemKind[]
  onChanges: readonly ProblemKind[]
}

/** Everything that the reference page says, from the very document that machines read. */
export function readReference(language: Language): ReferenceShown {
  const document = describeApi(OPERATIONS, { baseUrl: '', language, version: API_VERSION })
  const words = REFERENCE[language]
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return {
    introduction: document.info.description.split('\n\n'),
    nouns: document.tags
      .map(({ name, description }) => ({
        anchor: name,
        title: description,
        operations: all
          .filter(({ operation }) => operation.tags[0] === name)
          .map((one) => showOperation(one, document, words)),
      }))
      .filter(({ operations }) => operations.length > 0),
    shapes: Object.entries(document.components.schemas)
      .filter(([name]) => !name.endsWith('Event'))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, schema]) => ({ name, fields: fieldsOf(schema, words), text: typeOf(schema, words) })),
    events: Object.entries(document.webhooks as Record<string, { post: OperationObject }>).map(
      ([type, { post }]) => ({
        type,
        summary: post.summary,
        fields: fieldsOf(eventData(document, post), words),
      }),
    ),
    anywhere: ANYWHERE,
    onChanges: ON_CHANGES,
  }
}

function eventData(document: ApiDocument, { requestBody }: OperationObject): JsonSchema {
  const { $ref } = requestBody?.content['application/json']?.schema ?? {}
  const event = document.components.schemas[$ref?.split('/').at(-1) ?? '']
  return event?.properties?.data ?? {}
}

function showOperation(
  { path, method, operation }: { path: string; method: string; operation: OperationObject },
  document: ApiDocument,
  words: ReferenceWords,
): OperationShown {
  const parameters = operation.parameters.filter((one): one is Parameter => !('$ref' in one))
  const responses = Object.entries(operation.responses).map(([status, one]) => ({
    status,
    ...('$ref' in one
      ? (document.components.responses[one.$ref.split('/').at(-1) ?? ''] as ResponseObject)
      : one),
  }))
  return {
    anchor: `${method}${path.replace(/[^a-z0-9]+/g, '-')}`.replace(/-$/, ''),
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description ?? null,
    who: whoMay(operation['x-who'], words),
    scope: operation['x-scopes'][0] ?? null,
    parameters: parameters.map(({ name, schema, required, description, in: place }) => ({
      ...toField(name, schema, required, words),
      notes: [words.places[place], description ?? '', ...limitsOf(schema, words)].filter(Boolean),
    })),
    body: tellContent(operation.requestBody?.content, words),
    answers: responses
      .filter(({ status }) => status < '400')
      .map(({ status, description, headers = {}, content }) => ({
        status,
        description,
        headers: Object.keys(headers).filter((name) => !name.startsWith('RateLimit')),
        bodies: tellContent(content, words),
      })),
    refusals: responses.flatMap(({ status, 'x-problems': kinds = [] }) =>
      kinds.filter((kind) => !isCommon(kind, operation)).map((kind) => ({ status, kind })),
    ),
    curl: curlOf(method, path, parameters, operation),
  }
}

function isCommon(kind: ProblemKind, { 'x-who': who }: OperationObject): boolean {
  const common: readonly ProblemKind[] = [...ANYWHERE, ...ON_CHANGES]
  return common.includes(kind) && !(who === 'anyone' && kind === 'forbidden')
}

function whoMay(who: string, words: ReferenceWords): string {
  if (who === 'anyone' || who === 'person' || who === 'totals') return words.who[who]
  return words.who.scope
}

function tellContent(content: Record<string, MediaType> | undefined, words: ReferenceWords): Told[] {
  return Object.entries(content ?? {}).map(([type, { schema }]) => ({
    type,
    text: typeOf(schema, words),
    shape: shapeOf(schema),
    fields: shapeOf(schema) ? [] : fieldsOf(schema, words),
  }))
}

/** The fields of an object, those of objects inside it behind a dot, those of lists behind brackets. */
function fieldsOf(schema: JsonSchema, words: ReferenceWords, prefix = ''): Field[] {
  const options = schema.anyOf ?? schema.oneOf
  if (options) {
    const inner = options.filter(({ type }) => type !== 'null')
    return inner.flatMap((one) => fieldsOf(one, words, prefix))
  }
  if (schema.type === 'array' && typeof schema.items === 'object') {
    return fieldsOf(schema.items, words, prefix === '' ? '' : `${prefix.slice(0, -1)}[].`)
  }
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
    toField(`${prefix}${name}`, one, schema.required?.includes(name) ?? false, words),
    ...fieldsOf(one, words, `${prefix}${name}.`),
  ])
}

function toField(name: string, schema: JsonSchema, isNeeded: boolean, words: ReferenceWords): Field {
  const inner = withoutNull(schema)
  const items = typeof inner.items === 'object' ? inner.items : undefined
  return {
    name,
    type: typeOf(schema, words),
    shape: shapeOf(inner) ?? (items ? shapeOf(withoutNull(items)) : null),
    isNeeded,
    notes: [inner.description ?? '', ...limitsOf(schema, words)].filter(Boolean),
    allowed: (inner.enum ?? items?.enum ?? []).map(String),
  }
}

function shapeOf({ $ref }: JsonSchema): string | null {
  return $ref?.split('/').at(-1) ?? null
}

/** What a field may hold beside nothing, where that is one thing. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const options = schema.anyOf?.filter(({ type }) => type !== 'null')
  return options?.length === 1 ? (options[0] as JsonSchema) : schema
}

function typeOf(schema: JsonSchema, words: ReferenceWords): string {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return [...new Set(options.map((one) => typeOf(one, words)))].join(` ${words.or} `)
  if (schema.$ref) return shapeOf(schema) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.type === 'array') {
    return `${words.types.array} ${typeof schema.items === 'object' ? typeOf(schema.items, words) : ''}`.trim()
  }
  if (schema.format && schema.format in words.formats) return words.formats[schema.format] as string
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  return words.types[type ?? 'any'] ?? words.types.any ?? ''
}

function limitsOf(schema: JsonSchema, words: ReferenceWords): string[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems } = withoutNull(schema)
  const said = [
    ...rangeOf(minLength === 1 ? undefined : minLength, maxLength, words.characters, words),
    ...rangeOf(minimum, maximum, '', words),
    ...rangeOf(minItems, maxItems, words.lines, words),
  ]
  const preset = schema.default
  if (preset !== undefined && preset !== null && JSON.stringify(preset).length < 40) {
    said.push(`${words.preset} ${JSON.stringify(preset)}`)
  }
  return said
}

function rangeOf(
  least: number | undefined,
  most: number | undefined,
  unit: string,
  words: ReferenceWords,
): string[] {
  if (least === undefined && most === undefined) return []
  const numbers = new Intl.NumberFormat(words.locale)
  const tell = (text: string, n: number) => `${text} ${numbers.format(n)}${unit && `\u00a0${unit}`}`
  if (least === undefined) return [tell(words.atMost, most as number)]
  if (most === undefined) return [tell(words.atLeast, least)]
  return [`${numbers.format(least)}–${numbers.format(most)}${unit && `\u00a0${unit}`}`]
}

/** The request as one types it, with the example of the description. */
function curlOf(method: string, path: string, parameters: Parameter[], operation: OperationObject): string {
  const partOf = (name: string) =>
    encodeURIComponent(parameters.find((one) => one.name === name)?.example ?? name.toUpperCase())
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => partOf(name))
  const query = parameters
    .filter((one) => one.in === 'query' && one.example !== undefined)
    .map((one) => `${one.name}=${encodeURIComponent(one.example ?? '')}`)
    .join('&')
  const lines = [`curl "$BINOME/api/v1${address}${query && `?${query}`}"`]
  if (method !== 'get') lines[0] = lines[0]!.replace('curl ', `curl -X ${method.toUpperCase()} `)
  if (operation.security.some((one) => 'key' in one)) lines.push('-H "Authorization: Bearer $KEY"')
  else if (operation.security.length) lines.push('-b "$BINOME_COOKIE"')
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  if (type && media?.example !== undefined) {
    lines.push(`-H 'Content-Type: ${type}'`)
    const text = typeof media.example === 'string' ? media.example : JSON.stringify(media.example, null, 2)
    lines.push(`-d '${text.replaceAll("'", "'\\''")}'`)
  }
  return lines.join(' \\\n  ')
}
