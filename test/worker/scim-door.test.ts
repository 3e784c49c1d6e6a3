import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { connectProvider, ERROR, makeUser, providerWith } from '#test/scim.ts'
import { SCIM_DOORS } from '../../worker/routes/scim/doors.ts'

const routes = SCIM_DOORS.flatMap((room) => room.routes as { method: string; path: string }[])

function expectRefusal(told: { status: number; headers: Headers; json: any }, status: number) {
  expect(told.status).toBe(status)
  expect(told.headers.get('content-type')).toBe('application/scim+json')
  expect(told.json.schemas).toEqual([ERROR])
  expect(told.json.status).toBe(String(status))
  expect(told.json.detail.length).toBeGreaterThan(10)
}

describe('the SCIM doors say what they are', () => {
  it('the configuration, the types and the schemas are answered without a null, on an empty store', async () => {
    const idp = await connectProvider(new House())
    const config = await idp.get('/ServiceProviderConfig')
    expect(config.json).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      etag: { supported: true },
      sort: { supported: true },
      pagination: { cursor: true, index: true, defaultPaginationMethod: 'index' },
      meta: {
        resourceType: 'ServiceProviderConfig',
        location: 'http://localhost:8787/scim/v2/ServiceProviderConfig',
      },
    })
    for (const list of ['/ResourceTypes', '/Schemas']) {
      const { status, json, text, headers } = await idp.get(list)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('application/scim+json')
      expect(text).not.toContain('null')
      expect(json.totalResults).toBe(json.Resources.length)
      for (const one of json.Resources) {
        const alone = await idp.get(one.meta.location)
        expect(alone.status).toBe(200)
        expect(alone.json).toEqual(one)
      }
    }
  })

  it('locations follow the origin that was asked, so that a suite can walk from one to the next', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const made = await idp.post('http://scim.armorique.example:8080/scim/v2/Users', makeUser(1))
    expect(made.status).toBe(201)
    const location = `http://scim.armorique.example:8080/scim/v2/Users/${made.json.id}`
    expect(made.json.meta.location).toBe(location)
    expect(made.headers.get('location')).toBe(location)
    expect((await idp.get(location)).json.id).toBe(made.json.id)
  })
})

describe('a refusal is worded as SCIM words it, whatever its cause', () => {
  it('every door is closed to strangers, to wrong keys and to keys of another scope', async () => {
    const house = new House()
    const feed = await house.root.post('keys', { name: 'feed', scopes: ['employees:read'] })
    const stranger = providerWith(house, {})
    const wrong = providerWith(house, { authorization: 'Bearer bnm_wrong' })
    const other = providerWith(house, { authorization: `Bearer ${feed.json.secret}` })
    expect(routes.length).toBeGreaterThan(18)
    for (const { method, path } of routes) {
      const body = ['GET', 'DELETE'].includes(method) ? undefined : {}
      const at = path.replace(':id', 'per_unknown')
      for (const who of [stranger, wrong]) {
        const told = await who.send(method, at, body)
        expectRefusal(told, 401)
        expect(told.headers.get('www-authenticate')).toBe('Bearer')
      }
      expectRefusal(await other.send(method, at, body), 403)
    }
  })

  it('an organiser may look, a participant may not', async () => {
    const house = new House()
    const organiser = await house.organiser()
    expect((await organiser.get('/scim/v2/Users')).status).toBe(200)
    await gatherCohort(house)
    const participant = await house.session(addressOf('M1'))
    const told = await participant.get('/scim/v2/Users')
    expect(told.status).toBe(403)
    expect(told.headers.get('content-type')).toBe('application/scim+json')
  })

  it('an address that is nowhere is a 404, and a method that an address lacks a 405 with Allow', async () => {
    const idp = await connectProvider(new House())
    for (const path of [
      '/nowhere',
      '/Users/per_nobody',
      '/Groups/scg_none',
      '/Schemas/urn:none',
      '/ResourceTypes/Cat',
      '/Users/a/b',
      '',
    ]) {
      expectRefusal(await idp.get(path), 404)
    }
    for (const [method, path, allow] of [
      ['POST', '/ServiceProviderConfig', 'GET'],
      ['PUT', '/Schemas', 'GET'],
      ['PATCH', '/ResourceTypes', 'GET'],
      ['DELETE', '/Schemas', 'GET'],
      ['DELETE', '/Users', 'GET, POST'],
      ['PUT', '/Groups', 'GET, POST'],
      ['POST', '/Users/per_nobody', 'DELETE, GET, PATCH, PUT'],
      ['GET', '/.search', 'POST'],
      ['OPTIONS', '/Users', 'GET, POST'],
    ] as const) {
      const told = await idp.send(method, path)
      expectRefusal(told, 405)
      expect(told.headers.get('allow'), `${method} ${path}`).toBe(allow)
    }
  })

  it('JSON comes in under either name, with a charset or without a type; anything else is a 415', async () => {
    const idp = await connectProvider(new House())
    const types = [
      'application/json',
      'application/scim+json; charset=utf-8',
      'Application/JSON;charset=UTF-8',
    ]
    for (const [n, type] of types.entries()) {
      const told = await idp.post('/Users', makeUser(n), { 'content-type': type })
      expect(told.status, type).toBe(201)
      expect(told.headers.get('content-type')).toBe('application/scim+json')
    }
    for (const type of ['text/csv', 'application/xml', 'multipart/form-data', 'application/jsonp']) {
      expectRefusal(await idp.post('/Users', makeUser(9), { 'content-type': type }), 415)
    }
  })

  it('a body without a content type is taken as JSON', async () => {
    const house = new House()
    const key = await house.root.post('keys', { name: 'idp', scopes: ['scim'] })
    const response = await house.request('/scim/v2/Users', {
      method: 'POST',
      headers: { authorization: `Bearer ${key.json.secret}` },
      body: new TextEncoder().encode(JSON.stringify(makeUser(1))),
    })
    expect(response.status).toBe(201)
  })

  it('what is no JSON object is a 400 invalidSyntax, and what is too large a 413', async () => {
    const idp = await connectProvider(new House())
    for (const body of ['', '{', 'null', '[]', '"text"', '12', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`]) {
      const told = await idp.post('/Users', body)
      expectRefusal(told, 400)
      expect(told.json.scimType, body).toBe('invalidSyntax')
    }
    expectRefusal(await idp.post('/Users', makeUser(1, { title: 'x'.repeat(300_000) })), 413)
  })

  it('a page of another site cannot use the session of an organiser', async () => {
    const house = new House()
    await house.root.put('organisers/organiser@armorique.example')
    const asked = await house.stranger.post('sign-in-codes', { email: 'organiser@armorique.example' })
    expect(asked.status).toBe(202)
    await house.tick()
    const code = /\d{6}/.exec(house.mails.at(-1)?.words.subject ?? '')?.[0]
    const session = await house.stranger.post('sessions', { email: 'organiser@armorique.example', code })
    const cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const told = await providerWith(house, { cookie, origin: 'https://evil.example' }).post(
      '/Users',
      makeUser(1),
    )
    expectRefusal(told, 403)
  })
})

describe('a version is a weak ETag', () => {
  it('a reader who has it is told so, and a writer who missed a change is stopped', async () => {
    const idp = await connectProvider(new House())
    const made = await idp.post('/Users', makeUser(1))
    const at = `/Users/${made.json.id}`
    const etag = made.headers.get('etag') as string
    expect(etag).toBe(made.json.meta.version)
    const same = await idp.get(at, { 'if-none-match': etag })
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag])
    expect((await idp.get(at, { 'if-none-match': 'W/"99", "x"' })).status).toBe(200)
    const replaced = await idp.put(at, makeUser(1, { title: 'Actuary' }), { 'if-match': etag })
    expect(replaced.status).toBe(200)
    expect(replaced.headers.get('etag')).not.toBe(etag)
    for (const told of [
      await idp.put(at, makeUser(1), { 'if-match': etag }),
      await idp.patch(at, [{ op: 'replace', path: 'title', value: 'x' }], { 'if-match': etag }),
      await idp.delete(at, { 'if-match': 'W/"7"' }),
      await idp.delete(at, { 'if-match': 'nonsense' }),
    ]) {
      expectRefusal(told, 412)
    }
    expect((await idp.get(at)).json.title).toBe('Actuary')
    expect((await idp.delete(at, { 'if-match': '*' })).status).toBe(204)
  })

  it('the same content twice changes nothing, not even the version', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const made = await idp.post('/Users', makeUser(1))
    house.now += 60_000
    const again = await idp.put(`/Users/${made.json.id}`, makeUser(1))
    expect(again.json).toEqual(made.json)
    const patched = await idp.patch(`/Users/${made.json.id}`, [
      { op: 'replace', path: 'active', value: true },
    ])
    expect(patched.json).toEqual(made.json)
  })

  it('groups have one too', async () => {
    const idp = await connectProvider(new House())
    const made = await idp.post('/Groups', { displayName: 'Tutors' })
    const at = `/Groups/${made.json.id}`
    expect((await idp.get(at, { 'if-none-match': made.headers.get('etag')! })).status).toBe(304)
    const rename = [{ op: 'replace', path: 'displayName', value: 'Mentors' }]
    expect((await idp.patch(at, rename, { 'if-match': 'W/"4"' })).status).toBe(412)
    expect((await idp.patch(at, rename, { 'if-match': 'W/"1"' })).status).toBe(204)
    expect((await idp.get(at)).headers.get('etag')).toBe('W/"2"')
  })

  it('HEAD says what GET says, without the body', async () => {
    const idp = await connectProvider(new House())
    const made = await idp.post('/Users', makeUser(1))
    const told = await idp.send('HEAD', `/Users/${made.json.id}`)
    expect([told.status, told.text, told.headers.get('etag')]).toEqual([200, '', 'W/"1"'])
    expect((await idp.send('HEAD', '/Users/per_nobody')).status).toBe(404)
  })
})
