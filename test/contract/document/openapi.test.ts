import { Validator } from '@seriousme/openapi-schema-validator'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type ApiDocument, describeApi } from '#contract/openapi.ts'
import { nounOf } from '#contract/openapi-operation.ts'
import { OUTSIDE_TYPES } from '#contract/openapi-webhooks.ts'
import { HEADER_WORDS, PARAMETER_WORDS, TAGS } from '#contract/openapi-words.ts'
import type { Operation } from '#contract/operation.ts'
import { OPERATIONS } from '#contract/operations.ts'
import { SCOPES } from '#domain/permission.ts'

const operations: readonly Operation[] = OPERATIONS
const describing = { baseUrl: 'https://binome.armorique.example', version: '1.0.0' }
const english = describeApi(operations, { ...describing, language: 'en' })
const french = describeApi(operations, { ...describing, language: 'fr' })

/** Every object inside a document, with the way to it. */
function* objectsIn(value: unknown, way = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [way, value as Record<string, unknown>]
  for (const [key, part] of Object.entries(value)) yield* objectsIn(part, `${way}/${key}`)
}

function resolve(document: ApiDocument, ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (at, part) =>
        (at as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    )
}

describe('the OpenAPI document', () => {
  it.each([
    ['English', english],
    ['French', french],
  ])('is valid OpenAPI 3.1 in %s', async (_, document) => {
    const result = await new Validator().validate(structuredClone(document) as never)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('points only at what is there', () => {
    const broken = [...objectsIn(english)].flatMap(([way, { $ref }]) =>
      typeof $ref === 'string' && resolve(english, $ref) === undefined ? [`${way} → ${$ref}`] : [],
    )
    expect(broken).toEqual([])
  })

  it('leaves no field without a type, so that a client can be made from it', () => {
    const bare = [...objectsIn({ ...english.paths, ...english.components.schemas })].flatMap(
      ([way, object]) =>
        Object.entries((object.properties ?? {}) as Record<string, object>)
          .filter(([, schema]) =>
            Object.keys(schema).every((key) => key === 'description' || key === 'default'),
          )
          .map(([name]) => `${way}/${name}`),
    )
    expect(bare).toEqual([])
  })

  it('says the same in both languages, but for the words', () => {
    const shape = (document: ApiDocument) =>
      [...objectsIn(document)].map(([way, { $ref, type }]) => `${way} ${$ref ?? ''} ${type ?? ''}`)
    expect(shape(french)).toEqual(shape(english))
    expect(JSON.stringify(french)).not.toBe(JSON.stringify(english))
  })

  it('files each operation under a noun that has a name, and explains each parameter and header', () => {
    const parameters = new Set(
      operations.flatMap(({ path, query }) => [
        ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string),
        ...Object.keys(query?.entries ?? {}),
      ]),
    )
    expect([...parameters].filter((name) => !(name in PARAMETER_WORDS))).toEqual([])
    const headers = operations.flatMap(({ answers }) =>
      Object.values(answers).flatMap(({ headers = [] }) => headers),
    )
    expect([...new Set(headers)].filter((name) => !(name in HEADER_WORDS))).toEqual([])
    const lost = operations.filter((one) => nounOf(one) === 'service').map(({ path }) => path)
    expect(lost).toEqual(['/health', '/openapi.json'])
    expect(english.tags.every(({ name }) => name in TAGS)).toBe(true)
  })

  it('asks for scopes that exist, and lists them all where a token is made', () => {
    const asked = operations
      .map(({ who }) => who)
      .filter((who) => !['anyone', 'person', 'totals'].includes(who))
    expect(asked.filter((who) => !(SCOPES as readonly string[]).includes(who))).toEqual([])
    const { oauth2 } = english.components.securitySchemes as Record<string, any>
    expect(Object.keys(oauth2.flows.clientCredentials.scopes)).toEqual([...SCOPES])
    expect(oauth2.flows.clientCredentials.tokenUrl).toBe('https://binome.armorique.example/oauth/token')
  })

  it('has one webhook for each event that leaves, and none for those that stay', () => {
    expect(Object.keys(english.webhooks)).toEqual(OUTSIDE_TYPES)
    expect(Object.keys(english.webhooks)).not.toContain('person.updated')
  })

  it('gives examples that its own shapes accept', () => {
    const refused = operations.flatMap(({ method, path, body, query, answers, example }) => {
      const shapes = Object.entries(body ?? {}).filter(([type]) => /json$/.test(type))
      const said: string[] = []
      if (example?.body !== undefined) {
        const fits = shapes.some(([, shape]) => v.safeParse(shape, example.body).success)
        if (!fits) said.push(`${method} ${path}: body`)
      }
      if (example?.query && !v.safeParse(query as v.GenericSchema, example.query).success) {
        said.push(`${method} ${path}: query`)
      }
      if (example?.answer !== undefined) {
        const shape = Object.values(answers).find(({ body }) => body?.['application/json'])?.body?.[
          'application/json'
        ]
        if (!shape || !v.safeParse(shape, example.answer).success) said.push(`${method} ${path}: answer`)
      }
      return said
    })
    expect(refused).toEqual([])
  })

  it('is typographically right French: no-break spaces before double signs and inside quotation marks', () => {
    const texts = [...objectsIn(french)].flatMap(([way, { description, summary }]) =>
      [description, summary].flatMap((text) => (typeof text === 'string' ? [`${way}: ${text}`] : [])),
    )
    const own = texts.filter((text) => !text.startsWith('#/paths'))
    expect(own.length).toBeGreaterThan(50)
    expect(own.filter((text) => /[a-zé»] [:;?!](\s|$)|« | »/.test(text))).toEqual([])
  })
})
