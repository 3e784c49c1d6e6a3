import { describe, expect, it } from 'vitest'
import type { ScimAttribute } from '#contract/scim/attribute.ts'
import { CORE_OF } from '#contract/scim/path.ts'
import {
  ENTERPRISE_SCHEMA,
  GROUP_SCHEMA,
  OWN_SCHEMA,
  RESOURCE_TYPES,
  SCHEMAS,
  serviceProviderConfig,
  USER_SCHEMA,
} from '#contract/scim/schema.ts'
import { readUser, showUser } from '#contract/scim/user.ts'
import {
  drawBody,
  draws,
  drawValue,
  patched,
  provisioned,
  refusalOf,
  schemaOf,
  writable,
} from './scim-makers.ts'

function everyAttribute(attributes: ScimAttribute[]): ScimAttribute[] {
  return attributes.flatMap((one) => [one, ...everyAttribute(one.subAttributes ?? [])])
}

function holdsNull(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'object' && Object.values(value).some(holdsNull)
}

const FACTS = {
  id: 'per_1',
  externalId: null,
  version: 3,
  createdAt: Date.UTC(2026, 0, 2),
  updatedAt: Date.UTC(2026, 1, 3),
  baseUrl: 'https://binome.example/scim/v2',
  groups: [],
  managerName: null,
}

describe('what an identity provider discovers', () => {
  it('has no null member and nothing that is never returned', () => {
    const all = everyAttribute(SCHEMAS.flatMap(({ attributes }) => attributes))
    expect(all.length).toBeGreaterThan(65)
    expect(holdsNull([SCHEMAS, RESOURCE_TYPES, serviceProviderConfig()])).toBe(false)
    expect(all.filter(({ returned }) => !['always', 'default'].includes(returned))).toEqual([])
  })

  it('tells every characteristic of every attribute', () => {
    for (const one of everyAttribute(SCHEMAS.flatMap(({ attributes }) => attributes))) {
      expect(one, one.name).toMatchObject({
        description: expect.stringMatching(/\.$/),
        multiValued: expect.any(Boolean),
        required: expect.any(Boolean),
        caseExact: expect.any(Boolean),
        mutability: expect.stringMatching(/^(readOnly|readWrite|immutable)$/),
        uniqueness: expect.stringMatching(/^(none|server)$/),
      })
      expect(one.type === 'complex', one.name).toBe(one.subAttributes !== undefined)
      expect(one.type === 'reference', one.name).toBe(one.referenceTypes !== undefined)
      if (one.multiValued) expect(one.type, one.name).toBe('complex')
    }
  })

  it('names the four schemas and the two resource types that use them', () => {
    expect(SCHEMAS.map(({ id }) => id)).toEqual([USER_SCHEMA, GROUP_SCHEMA, ENTERPRISE_SCHEMA, OWN_SCHEMA])
    expect(RESOURCE_TYPES).toMatchObject([
      { id: 'User', endpoint: '/Users', schema: CORE_OF.User, schemaExtensions: [{ required: false }, {}] },
      { id: 'Group', endpoint: '/Groups', schema: CORE_OF.Group },
    ])
  })

  it('knows what is required, unique, read-only and immutable', () => {
    const user = (name: string) => schemaOf(USER_SCHEMA).attributes.find((one) => one.name === name)
    expect(user('userName')).toMatchObject({ required: true, uniqueness: 'server', caseExact: false })
    expect(user('groups')).toMatchObject({ mutability: 'readOnly' })
    const manager = schemaOf(ENTERPRISE_SCHEMA).attributes.find(({ name }) => name === 'manager')
    expect(manager?.subAttributes).toMatchObject([
      { name: 'value' },
      { name: '$ref', referenceTypes: ['User'] },
      { name: 'displayName', mutability: 'readOnly' },
    ])
    const [displayName, members] = schemaOf(GROUP_SCHEMA).attributes
    expect(displayName).toMatchObject({ name: 'displayName', required: true, uniqueness: 'server' })
    expect(members?.subAttributes?.find(({ name }) => name === 'value')?.mutability).toBe('immutable')
  })

  it('offers bearer tokens, patch, filter, sort, entity tags and both kinds of pages, and no bulk', () => {
    expect(serviceProviderConfig()).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      sort: { supported: true },
      etag: { supported: true },
      changePassword: { supported: false },
      pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', maxPageSize: 200 },
      authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }],
    })
  })

  it('does not advertise what is never kept', () => {
    const names = everyAttribute(schemaOf(USER_SCHEMA).attributes).map(({ name }) => name)
    const dropped = ['password', 'photos', 'ims', 'x509Certificates', 'honorificPrefix', 'honorificSuffix']
    for (const name of dropped) expect(names).not.toContain(name)
    const types = everyAttribute(schemaOf(USER_SCHEMA).attributes).flatMap(
      ({ canonicalValues }) => canonicalValues ?? [],
    )
    expect(types).not.toContain('home')
  })
})

describe('every advertised attribute behaves as advertised', () => {
  it('whatever document is sent, the same document is read back', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const body = drawBody(draws(seed))
      const document = readUser(structuredClone(body))
      const { schemas: _, ...sent } = body
      expect(document).toEqual(sent)
      const shown = showUser(document, FACTS)
      expect(shown).toMatchObject(sent)
      expect(holdsNull(shown)).toBe(false)
      expect(readUser(shown)).toEqual(document)
    }
  })

  it.each(writable())('$path can be added, replaced and, where not required, removed', (one) => {
    const { path, schema, attribute } = one
    const valueAfter = (document: Record<string, unknown>) =>
      ((schema === null ? document : document[schema]) as Record<string, unknown> | undefined)?.[
        attribute.name
      ]
    for (let seed = 1; seed <= 25; seed += 1) {
      const draw = draws(seed)
      const without = provisioned({
        emails: null,
        name: null,
        displayName: null,
        [ENTERPRISE_SCHEMA]: null,
      })
      const [first, second] = [drawFull(draw, attribute), drawFull(draw, attribute)]
      const added = patched(without, { op: 'add', path, value: first })
      expect(valueAfter(added)).toEqual(first)
      const replaced = patched(added, { op: 'replace', path, value: second })
      expect(valueAfter(replaced)).toEqual(second)
      const asked = () => patched(replaced, { op: 'remove', path })
      if (attribute.required) expect(refusalOf(asked)).toMatchObject({ status: 400, scimType: 'mutability' })
      else expect(valueAfter(asked())).toBeUndefined()
    }
  })

  const parts = writable().flatMap(({ path, schema, attribute }) =>
    (attribute.subAttributes ?? []).map((sub) => ({ path: `${path}.${sub.name}`, schema, attribute, sub })),
  )
  it.each(parts)('$path can be added, replaced and removed as its mutability says', (part) => {
    const { path, schema, attribute, sub } = part
    const subOf = (document: Record<string, unknown>) => {
      const holder = (schema === null ? document : document[schema]) as Record<string, unknown> | undefined
      const value = holder?.[attribute.name]
      return ((Array.isArray(value) ? value[0] : value) as Record<string, unknown> | undefined)?.[sub.name]
    }
    const before = provisioned({ emails: null })
    const draw = draws(7)
    const [first, second] = [`${drawValue(draw, sub)}1`, `${drawValue(draw, sub)}2`]
    const value = sub.type === 'boolean' ? true : first
    if (sub.mutability === 'readOnly') {
      expect(refusalOf(() => patched(before, { op: 'add', path, value }))).toMatchObject({
        scimType: 'mutability',
      })
      return
    }
    const added = patched(before, { op: 'add', path, value })
    expect(subOf(added)).toBe(value)
    const other = sub.type === 'boolean' ? false : second
    const replaced = patched(added, { op: 'replace', path, value: other })
    expect(subOf(replaced)).toBe(other)
    expect(subOf(patched(replaced, { op: 'remove', path }))).toBeUndefined()
  })

  it('a value of another type than advertised is refused', () => {
    for (const { attribute, path } of writable()) {
      const wrong = attribute.type === 'complex' ? 12 : { nothing: true }
      const refusal = refusalOf(() => patched(provisioned(), { op: 'add', path, value: wrong }))
      expect(refusal, path).toMatchObject({ status: 400, scimType: 'invalidValue' })
      expect(refusal.detail).toContain(path)
    }
  })
})

/** All parts of a complex value, so that a replacement leaves nothing of the former one. */
function drawFull(draw: ReturnType<typeof draws>, attribute: ScimAttribute): unknown {
  if (attribute.multiValued || attribute.type !== 'complex') return drawValue(draw, attribute)
  const subs = attribute.subAttributes!.filter(({ mutability }) => mutability !== 'readOnly')
  return Object.fromEntries(subs.map((sub) => [sub.name, drawValue(draw, sub)]))
}
