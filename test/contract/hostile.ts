import type { MediaType } from '#contract/openapi-operation.ts'
import type { JsonSchema } from '#contract/openapi-shape.ts'
import type { Operation } from '#contract/operation.ts'
import { describedAs, document, operations } from './recorder.ts'

export type Chance = () => number

/** A request that nobody means well with, and what is wrong with it. */
export interface Attack {
  what: string
  operation: Operation
  path: string
  init: { method: string; headers: Record<string, string>; body?: string }
}

const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T

/** Texts that break programs which trust what they are sent. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202egro.elpmaxe',
  '\ufeff',
  "'; DROP TABLE people; --",
  '" OR 1=1 --',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '=cmd|calc!A1',
  '../../etc/passwd',
  '%00%ff%fe',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '9'.repeat(400),
  '-1',
  '1e999',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '+999999-01-01T00:00:00Z',
  'per_',
  'x'.repeat(5000),
  'é'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(40),
]

/** Values of every type, and the edges of each. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER + 2,
  2 ** 31,
  [],
  {},
  [[[]]],
  [null],
  { length: 3 },
  { $ne: null },
  { toString: 1 },
  Array.from({ length: 2000 }, () => 0),
]

const PARTS = [
  'unknown',
  'HEAD',
  'X1',
  'regards-croises',
  'mentor',
  'per_',
  '0',
  '-1',
  '%00',
  '%',
  '%ff%fe',
  '%ud800',
  '..%2f..',
  '%2e%2e',
  '%F0%9F%92%A3',
  "'%20OR%201=1",
  '__proto__',
  'x'.repeat(2000),
]

const MEDIA = [
  'text/csv',
  'image/png',
  'multipart/form-data; boundary=x',
  'application/x-ndjson',
  'application/json; charset=utf-16',
  'application/json-patch+json',
  '',
  ';;;',
]

/** Headers that may be anything. */
const HEADERS: readonly Record<string, string>[] = [
  { 'if-match': '*' },
  { 'if-match': 'W/"1", W/"2"' },
  { 'if-match': '"""' },
  { 'if-none-match': 'W/' },
  { 'if-none-match': '*' },
  { 'idempotency-key': '"' },
  { 'idempotency-key': 'x'.repeat(400) },
  { 'accept-language': 'tlh;q=9,,;' },
  { accept: 'text/csv' },
  { range: 'bytes=5-1' },
  { 'content-length': '-5' },
  { 'content-encoding': 'gzip' },
  { 'x-http-method-override': 'DELETE' },
]

/** Something that fits a schema, or nearly: as deep as it must be, with what is needed and now and then the rest. */
export function sample(schema: JsonSchema | boolean | undefined, chance: Chance, depth = 0): unknown {
  if (typeof schema !== 'object') return pick(chance, VALUES)
  if (schema.$ref)
    return sample(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''], chance, depth + 1)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return sample(pick(chance, options), chance, depth + 1)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(chance, schema.enum)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || (depth < 6 && chance() < 0.4))
          .map(([name, one]) => [name, sample(one, chance, depth + 1)]),
      )
    case 'array':
      return depth > 6
        ? []
        : Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () =>
            sample(schema.items, chance, depth + 1),
          )
    case 'integer':
    case 'number':
      return pick(chance, [schema.minimum ?? 0, schema.maximum ?? 9, 1])
    case 'boolean':
      return chance() < 0.5
    case 'null':
      return null
    default:
      return pick(chance, [
        'x',
        'regards-croises',
        'X1',
        'M1',
        '2026-03-01',
        '2026-03-01T08:00:00Z',
        'a@armorique.example',
      ])
  }
}

/** The same value with one thing in it spoilt, wherever that is. */
function spoil(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance() < 0.25) {
    return chance() < 0.6 ? pick(chance, TEXTS) : pick(chance, VALUES)
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [pick(chance, VALUES)]
    const at = Math.floor(chance() * value.length)
    return value.map((one, n) => (n === at ? spoil(one, chance) : one))
  }
  const entries = Object.entries(value)
  const turn = chance()
  if (turn < 0.15) return Object.fromEntries(entries.filter(() => chance() < 0.7))
  if (turn < 0.3) return { ...value, [pick(chance, TEXTS).slice(0, 60)]: pick(chance, VALUES) }
  if (entries.length === 0) return pick(chance, VALUES)
  const [name] = pick(chance, entries)
  return { ...value, [name]: spoil((value as Record<string, unknown>)[name], chance) }
}

const RAW = [
  '',
  '{',
  '[]',
  'null',
  '"x"',
  '1e999',
  '\ufeff{}',
  '{"a":1,"a":2}',
  '{"__proto__":{"a":1}}',
  `${'['.repeat(500)}${']'.repeat(500)}`,
  `{"a":"${'y'.repeat(70_000)}"}`,
  '{"a":"\\ud800"}',
  '\u0000',
]

function attackBody(operation: Operation, chance: Chance): { what: string; body: string; type: string } {
  const { requestBody } = describedAs(operation)
  const content: Record<string, MediaType> = requestBody?.content ?? {}
  const type = pick(chance, Object.keys(content).length ? Object.keys(content) : ['application/json'])
  const turn = chance()
  if (turn < 0.12) return { what: 'raw', body: pick(chance, RAW), type }
  const whole = sample(content[type]?.schema ?? {}, chance)
  if (turn < 0.2) return { what: 'media type', body: JSON.stringify(whole), type: pick(chance, MEDIA) }
  const spoilt = spoil(whole, chance)
  if (type === 'application/x-www-form-urlencoded') {
    const fields = Object.entries((spoilt ?? {}) as object).map(([name, one]) => [
      name,
      typeof one === 'string' ? one : JSON.stringify(one),
    ])
    return { what: 'form', body: new URLSearchParams(fields).toString(), type }
  }
  return {
    what: 'body',
    body: typeof spoilt === 'string' && !type.endsWith('json') ? spoilt : JSON.stringify(spoilt),
    type,
  }
}

function attackQuery(operation: Operation, chance: Chance): string {
  const names = Object.keys(operation.query?.entries ?? {})
  if (chance() < 0.3) return ''
  const params = new URLSearchParams()
  for (const name of [...names, 'unknown', 'limit[]']) {
    if (chance() < 0.5)
      params.append(
        name,
        chance() < 0.7 ? pick(chance, TEXTS).slice(0, 800) : String(Math.floor(chance() * 400) - 50),
      )
    if (chance() < 0.1) params.append(name, 'twice')
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** So many attacks on one door: on its address, its query, its headers and its body. */
export function attack(operation: Operation, count: number, chance: Chance): Attack[] {
  return Array.from({ length: count }, () => {
    const path = operation.path.replace(/:\w+/g, () => pick(chance, PARTS))
    const headers: Record<string, string> = chance() < 0.15 ? { ...pick(chance, HEADERS) } : {}
    const sent = operation.method === 'GET' ? null : attackBody(operation, chance)
    if (sent) headers['content-type'] = sent.type
    return {
      what: sent?.what ?? 'query',
      operation,
      path: `/api/v1${path}${attackQuery(operation, chance)}`,
      init: { method: operation.method, headers, ...(sent ? { body: sent.body } : {}) },
    }
  })
}

/** The doors in so many heaps of the same size, each to be attacked in a store of its own. */
export function heaps(count: number): Operation[][] {
  return Array.from({ length: count }, (_, at) => operations.filter((__, n) => n % count === at))
}
