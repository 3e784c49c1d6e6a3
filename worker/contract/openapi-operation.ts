import * as v from 'valibot'
import type { Language } from '#domain/language.ts'
import type { ProblemKind } from '#domain/problem.ts'
import { FORM } from './answer.ts'
import { type JsonSchema, pascal, type Root, singular } from './openapi-shape.ts'
import { HEADER_WORDS, PARAMETER_WORDS, TAGS, WORDS } from './openapi-words.ts'
import type { Bodies, Operation } from './operation.ts'
import { PROBLEMS } from './problem.ts'
import { paging } from './shape.ts'

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
  example?: string
}

export interface MediaType {
  schema: JsonSchema
  example?: unknown
}

export interface ResponseObject {
  description: string
  headers?: Record<string, unknown>
  content?: Record<string, MediaType>
  /** The kinds of refusal that come with this status. */
  'x-problems'?: ProblemKind[]
}

export interface OperationObject {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security: Record<string, string[]>[]
  'x-who': string
  'x-scopes': string[]
  parameters: (Parameter | { $ref: string })[]
  requestBody?: { required: boolean; content: Record<string, MediaType> }
  responses: Record<string, ResponseObject | { $ref: string }>
}

/**
 * Refusals that may come from any door: a key that is not ours, or a header that cannot be read, such as an `If-Match`
 * without quotes.
 */
export const ANYWHERE = [
  'unauthenticated',
  'invalid',
  'method-not-allowed',
  'too-many',
  'unavailable',
] as const satisfies ProblemKind[]

/** Refusals of any door that changes something: a page of somebody else, `If-Match`, `Idempotency-Key`. */
export const ON_CHANGES = [
  'forbidden',
  'stale',
  'already-received',
  'key-reused',
] as const satisfies ProblemKind[]

/** Every refusal that an operation may make, with those that follow from its method, its guard and its body. */
export function refusalsOf({ who, body, refuses = [], method }: Operation): ProblemKind[] {
  const sent: ProblemKind[] = body ? ['too-large'] : []
  // A door that takes a form or nothing at all looks at no other body.
  if (Object.keys(body ?? {}).some((type) => type !== FORM)) sent.push('unsupported-media-type')
  const guard: ProblemKind[] = who === 'anyone' ? [] : ['forbidden']
  // Whoever is known changes what others may be changing at the same moment; a visitor only adds.
  const race: ProblemKind[] = who === 'anyone' || method === 'GET' ? [] : ['conflict']
  const change = method === 'GET' ? [] : ON_CHANGES
  return [...new Set([...guard, ...sent, ...race, ...change, ...refuses, ...ANYWHERE])]
}

/** The address as OpenAPI writes it, with the values that a part may take where the router says so. */
export function readPath(path: string): {
  address: string
  names: { name: string; allowed: string[] | null }[]
} {
  const names: { name: string; allowed: string[] | null }[] = []
  const address = path.replace(/:(\w+)(?:\{([^}]*)\})?/g, (_, name: string, pattern: string | undefined) => {
    names.push({ name, allowed: pattern && /^[\w|-]+$/.test(pattern) ? pattern.split('|') : null })
    return `{${name}}`
  })
  return { address, names }
}

/** The noun that an operation serves: the last one of its address. */
export function nounOf(operation: Pick<Operation, 'path'>): string {
  const parts = operation.path.split('/').map((part) => part.replace(/\.\w+$/, ''))
  return (
    parts.findLast((part) => part in TAGS) ??
    (['session', 'sign-outs'].includes(parts[1] as string) ? 'sessions' : 'service')
  )
}

/** The shapes of an operation under the names they get where they are met more than once. */
export function rootsOf(operation: Operation): { input: Root[]; output: Root[] } {
  const last = operation.path.split('/').findLast((part) => part !== '' && !part.startsWith(':'))
  const noun = pascal(singular(last ?? ''))
  const shapes = (bodies: Bodies | undefined, name: string) =>
    Object.values(bodies ?? {}).map((shape) => ({ shape, name }))
  return {
    input: [
      ...shapes(operation.body, operation.method === 'PATCH' ? `${noun}Patch` : `${noun}Input`),
      ...(operation.query ? [{ shape: operation.query as v.GenericSchema, name: `${noun}Query` }] : []),
    ],
    output: Object.values(operation.answers).flatMap(({ body }) =>
      shapes(body, operation.method === 'GET' ? noun : `New${noun}`),
    ),
  }
}

/** How an operation’s shapes are told. */
export interface Telling {
  language: Language
  input: (shape: v.GenericSchema) => JsonSchema
  output: (shape: v.GenericSchema) => JsonSchema
}

/** One operation of the document. */
export function describeOperation(operation: Operation, telling: Telling): OperationObject {
  const { method, path, summary, description, body, who, example } = operation
  const { language } = telling
  return {
    operationId: `${method} ${path}`,
    summary: summary[language],
    ...(description ? { description: description[language] } : {}),
    tags: [nounOf(operation)],
    security: securityOf(who),
    'x-who': who,
    'x-scopes': scopesOf(who),
    parameters: [...parametersOf(operation, telling), ...headersAskedBy(operation)],
    ...(body
      ? {
          requestBody: {
            required: isBodyNeeded(operation),
            content: tellBodies(body, telling.input, example?.body),
          },
        }
      : {}),
    responses: { ...answersOf(operation, telling), ...refusalsByStatus(operation, language) },
  }
}

function scopesOf(who: Operation['who']): string[] {
  if (who === 'anyone' || who === 'person') return []
  return [who === 'totals' ? 'programmes:read' : who]
}

function securityOf(who: Operation['who']): Record<string, string[]>[] {
  if (who === 'anyone') return []
  if (who === 'person') return [{ session: [] }]
  const scopes = scopesOf(who)
  return [{ key: scopes }, { oauth2: scopes }, { session: [] }]
}

function parametersOf({ path, query, example }: Operation, { language, input }: Telling): Parameter[] {
  const inPath = readPath(path).names.map(
    ({ name, allowed }): Parameter => ({
      name,
      in: 'path',
      required: true,
      ...wordsOf(name, language),
      schema: allowed ? { type: 'string', enum: allowed } : { type: 'string', minLength: 1 },
      ...(example?.params?.[name] === undefined ? {} : { example: example.params[name] }),
    }),
  )
  if (!query) return inPath
  const told = input(query as v.GenericSchema)
  const inQuery = Object.entries(told.properties ?? {}).map(
    ([name, schema]): Parameter => ({
      name,
      in: 'query',
      required: told.required?.includes(name) ?? false,
      ...wordsOf(name, language),
      schema:
        query.entries[name] === paging.limit
          ? { type: 'integer', minimum: 1, maximum: 100, default: 25 }
          : schema,
      ...(example?.query?.[name] === undefined ? {} : { example: example.query[name] }),
    }),
  )
  return [...inPath, ...inQuery]
}

function wordsOf(name: string, language: Language): { description?: string } {
  const words = PARAMETER_WORDS[name]
  return words ? { description: words[language] } : {}
}

/** Whether a request without a body is refused: not where an empty object would do, nor where only a form is read. */
function isBodyNeeded({ method, body }: Operation): boolean {
  const shape = body?.['application/json']
  if (!shape) return Object.keys(body ?? {}).some((type) => type !== FORM)
  return method === 'PATCH' || !v.safeParse(shape, {}).success
}

function headersAskedBy(operation: Operation): { $ref: string }[] {
  const names =
    operation.method === 'GET'
      ? isTagged(operation)
        ? ['If-None-Match']
        : []
      : ['If-Match', 'Idempotency-Key']
  return ['Accept-Language', ...names].map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

/** Whether a GET answers with an `ETag`, and with 304 to whoever knows it: where it answers in JSON. */
function isTagged({ method, answers }: Operation): boolean {
  return method === 'GET' && answers[200]?.body?.['application/json'] !== undefined
}

function tellBodies(
  bodies: Bodies,
  tell: (shape: v.GenericSchema) => JsonSchema,
  example: unknown,
): Record<string, MediaType> {
  return Object.fromEntries(
    Object.entries(bodies).map(([type, shape]) => [
      type,
      {
        schema: tell(shape),
        ...(example !== undefined && /json$/.test(type) ? { example } : {}),
      },
    ]),
  )
}

function answersOf(operation: Operation, { language, output }: Telling): Record<string, ResponseObject> {
  const { answers, versioned, example, query } = operation
  const isList = query !== undefined && Object.values(query.entries).includes(paging.cursor)
  const first = Object.keys(answers).find((status) => answers[Number(status)]?.body?.['application/json'])
  const told = Object.entries(answers).map(([status, { description, body, headers = [] }]) => {
    const names = new Set([
      ...headers,
      ...((versioned && body) || (status === '200' && isTagged(operation)) ? ['ETag'] : []),
      ...(isList ? ['Link'] : []),
      'RateLimit',
      'RateLimit-Policy',
    ])
    return [
      status,
      {
        description: description[language],
        headers: tellHeaders(names),
        ...(body
          ? { content: tellBodies(body, output, status === first ? example?.answer : undefined) }
          : {}),
      },
    ]
  })
  const all = Object.fromEntries(told)
  if (isTagged(operation)) {
    all['304'] = { description: WORDS.unchanged[language], headers: tellHeaders(['ETag']) }
  }
  return all
}

/** Headers by name; those that the document knows are told once. */
export function tellHeaders(names: Iterable<string>): Record<string, unknown> {
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      name in HEADER_WORDS ? { $ref: `#/components/headers/${name}` } : { schema: { type: 'string' } },
    ]),
  )
}

function refusalsByStatus(
  operation: Operation,
  language: Language,
): Record<string, ResponseObject | { $ref: string }> {
  const kinds = refusalsOf(operation)
  const byStatus = Map.groupBy(kinds, (kind) => PROBLEMS[kind].status)
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, some]) => [
        status,
        some.length === 1 ? { $ref: refusalName(some[0]!) } : tellRefusal(some, language),
      ]),
  )
}

function refusalName(kind: ProblemKind): string {
  return `#/components/responses/${pascal(kind)}`
}

/** The refusals of one status, each with the page that tells how to mend it. */
export function tellRefusal(kinds: readonly ProblemKind[], language: Language): ResponseObject {
  const lines = kinds.map(
    (kind) =>
      `${PROBLEMS[kind].title[language]} (\`${kind}\`). ${WORDS.help[language]}: /${language}/problems/${kind}/`,
  )
  const headers = kinds.flatMap((kind) => REFUSAL_HEADERS[kind] ?? [])
  return {
    description: lines.join('\n\n'),
    'x-problems': [...kinds],
    ...(headers.length ? { headers: tellHeaders(new Set(headers)) } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

const REFUSAL_HEADERS: Partial<Record<ProblemKind, string[]>> = {
  'too-many': ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  unavailable: ['Retry-After'],
  'method-not-allowed': ['Allow'],
  unauthenticated: ['WWW-Authenticate'],
}
