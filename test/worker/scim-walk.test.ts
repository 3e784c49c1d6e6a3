import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { connectProvider, type Provider, USER } from '#test/scim.ts'

interface Advertised {
  name: string
  type: string
  multiValued: boolean
  required: boolean
  mutability: string
  canonicalValues?: string[]
  referenceTypes?: string[]
  subAttributes?: Advertised[]
}

interface Place {
  /** As a path names it. */
  path: string
  schema: string | null
  attribute: Advertised
}

let counter = 0

/** A value that fits what the schema says, each time another. */
function invent(attribute: Advertised, location: string, where: string): unknown {
  counter += 1
  const one = () => {
    switch (attribute.type) {
      case 'boolean':
        return counter % 2 === 0
      case 'integer':
        return counter * 7919
      case 'dateTime':
        return '2026-03-02T09:00:00Z'
      case 'reference':
        return attribute.referenceTypes?.includes('User') ? location : `https://${counter}.example/page`
      case 'complex': {
        const subs = (attribute.subAttributes ?? []).filter(({ mutability }) => mutability !== 'readOnly')
        const whole = Object.fromEntries(
          subs.map((sub) => [sub.name, invent(sub, location, `${where}.${attribute.name}`)]),
        )
        if (whole.$ref === location) whole.value = location.split('/').at(-1)
        if ('primary' in whole) whole.primary = true
        return whole
      }
      default:
        if (where.endsWith('emails') && attribute.name === 'value')
          return `somebody${counter}@armorique.example`
        return attribute.canonicalValues?.[counter % attribute.canonicalValues.length] ?? `Text ${counter}`
    }
  }
  return attribute.multiValued ? [one()] : one()
}

const valueAt = (resource: any, { schema, attribute }: Place) =>
  schema === null ? resource[attribute.name] : resource[schema]?.[attribute.name]

async function advertised(idp: Provider, name: 'User' | 'Group') {
  const type = (await idp.get(`/ResourceTypes/${name}`)).json
  const schemas = [type.schema, ...(type.schemaExtensions ?? []).map((one: any) => one.schema)]
  const places: Place[] = [
    {
      path: 'externalId',
      schema: null,
      attribute: {
        name: 'externalId',
        type: 'string',
        multiValued: false,
        required: false,
        mutability: 'readWrite',
      },
    },
  ]
  for (const schema of schemas) {
    const { attributes } = (await idp.get(`/Schemas/${schema}`)).json
    for (const attribute of attributes as Advertised[]) {
      const isCore = schema === type.schema
      places.push({
        path: isCore ? attribute.name : `${schema}:${attribute.name}`,
        schema: isCore ? null : schema,
        attribute,
      })
    }
  }
  return {
    endpoint: type.endpoint as string,
    places: places.filter(({ attribute }) => attribute.mutability !== 'readOnly'),
  }
}

describe.each(['User', 'Group'] as const)('everything that /Schemas promises of a %s is kept', (name) => {
  async function walk() {
    const idp = await connectProvider(new House())
    const other = (await idp.post('/Users', { schemas: [USER], userName: 'other' })).json
    const { endpoint, places } = await advertised(idp, name)
    const create = async (chosen: Place[]) => {
      const body: any = {}
      for (const place of chosen) {
        const value = invent(place.attribute, other.meta.location, '')
        if (place.schema === null) body[place.attribute.name] = value
        else body[place.schema] = { ...body[place.schema], [place.attribute.name]: value }
      }
      const made = await idp.post(endpoint, body)
      expect(made.status, made.text).toBe(201)
      return { body, made: made.json }
    }
    const change = async (id: string, operation: unknown) => {
      const told = await idp.patch(`${endpoint}/${id}?excludedAttributes=meta`, [operation])
      expect(told.status, `${JSON.stringify(operation)} ${told.text}`).toBe(200)
      return [told.json, (await idp.get(`${endpoint}/${id}`)).json]
    }
    return { idp, endpoint, places, other, create, change }
  }

  it('created whole, it is read back equal, alone and in the list', async () => {
    const { idp, endpoint, places, create } = await walk()
    expect(places.length).toBeGreaterThan(name === 'User' ? 25 : 2)
    const { body, made } = await create(places)
    const read = (await idp.get(`${endpoint}/${made.id}`)).json
    expect(read).toEqual(made)
    for (const place of places) expect(valueAt(read, place), place.path).toEqual(valueAt(body, place))
    const list = (await idp.get(endpoint)).json
    expect(list.Resources.find(({ id }: any) => id === made.id)).toEqual(read)
  })

  it('each attribute can be added, replaced and removed by its own path', async () => {
    const { places, other, create, change } = await walk()
    const required = places.filter(({ attribute }) => attribute.required)
    const bare = (await create(required)).made
    for (const place of places) {
      const value = invent(place.attribute, other.meta.location, '')
      for (const seen of await change(bare.id, { op: 'replace', path: place.path, value })) {
        expect(valueAt(seen, place), `replace ${place.path}`).toEqual(value)
      }
    }
    const fresh = (await create(required)).made
    for (const place of places.filter(({ attribute }) => !attribute.required)) {
      const value = invent(place.attribute, other.meta.location, '')
      for (const seen of await change(fresh.id, { op: 'add', path: place.path, value })) {
        expect(valueAt(seen, place), `add ${place.path}`).toEqual(value)
      }
    }
    const full = (await create(places)).made
    for (const place of places.filter(({ attribute }) => !attribute.required)) {
      for (const seen of await change(full.id, { op: 'remove', path: place.path })) {
        expect(valueAt(seen, place), `remove ${place.path}`).toBeUndefined()
      }
    }
  })

  it('asked for by name it comes alone, and left out by name it is missing', async () => {
    const { idp, endpoint, places, create } = await walk()
    const { made } = await create(places)
    for (const place of places) {
      const query = encodeURIComponent(place.path)
      const alone = (await idp.get(`${endpoint}/${made.id}?attributes=${query}`)).json
      expect(Object.keys(alone).sort()).toEqual(
        [...new Set(['schemas', 'id', place.schema ?? place.attribute.name])].sort(),
      )
      expect(valueAt(alone, place), place.path).toEqual(valueAt(made, place))
      const without = (await idp.get(`${endpoint}?excludedAttributes=${query}`)).json
      const found = without.Resources.find(({ id }: any) => id === made.id)
      expect(valueAt(found, place), place.path).toBeUndefined()
      const searched = await idp.post(`${endpoint}/.search`, { attributes: [place.path] })
      expect(
        valueAt(
          searched.json.Resources.find(({ id }: any) => id === made.id),
          place,
        ),
      ).toEqual(valueAt(made, place))
    }
  })

  it('replaced with other values, it is what was sent', async () => {
    const { idp, endpoint, places, other, create } = await walk()
    const { made } = await create(places)
    const body: any = {}
    for (const place of places) {
      const value = invent(place.attribute, other.meta.location, '')
      if (place.schema === null) body[place.attribute.name] = value
      else body[place.schema] = { ...body[place.schema], [place.attribute.name]: value }
    }
    const put = await idp.put(`${endpoint}/${made.id}`, body)
    expect(put.status, put.text).toBe(200)
    for (const place of places) expect(valueAt(put.json, place), place.path).toEqual(valueAt(body, place))
    expect((await idp.get(`${endpoint}/${made.id}`)).json).toEqual(put.json)
  })
})
