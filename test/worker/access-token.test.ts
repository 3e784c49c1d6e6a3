import { sql } from 'drizzle-orm'
import { sign } from 'hono/jwt'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { accessTokenShown, tokenErrorShown } from '#contract/access-token.ts'
import { House } from '#test/house.ts'

const FORM = 'application/x-www-form-urlencoded'
const HOUR = 3_600_000

interface Key {
  id: string
  secret: string
}

async function makeKey(house: House, scopes: string[], more: Record<string, unknown> = {}): Promise<Key> {
  return (await house.root.post<Key>('keys', { name: 'SIRH', scopes, ...more })).json
}

const basic = ({ id, secret }: Key) =>
  `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`

async function ask(house: House, body: string, headers: Record<string, string> = {}) {
  const response = await house.request('/oauth/token', {
    method: 'POST',
    headers: { 'content-type': FORM, ...headers },
    body,
  })
  return { status: response.status, headers: response.headers, json: (await response.json()) as any }
}

const askFor = (house: House, key: Key, scope?: string) =>
  ask(
    house,
    new URLSearchParams({ grant_type: 'client_credentials', ...(scope ? { scope } : {}) }).toString(),
    {
      authorization: basic(key),
    },
  )

const bearing = (house: House, token: string) => house.as({ authorization: `Bearer ${token}` })

const claimsOf = (token: string) =>
  JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))

describe('OAuth 2.0 client credentials (RFC 6749 §4.4)', () => {
  it('a key is traded for a token of an hour, by HTTP Basic or in the body, and nobody caches it', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read', 'events:read'])
    const inBody = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: key.id,
      client_secret: key.secret,
    })
    for (const answer of [await askFor(house, key), await ask(house, inBody.toString())]) {
      expect(answer.status).toBe(200)
      expect(v.is(accessTokenShown, answer.json)).toBe(true)
      expect(answer.json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
      expect(answer.json.scope).toBe('employees:read events:read')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('pragma')).toBe('no-cache')
      expect((await bearing(house, answer.json.access_token).get('employees')).status).toBe(200)
    }
  })

  it('a token says whose it is, for whom and until when, and no secret', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'])
    const token = (await askFor(house, key)).json.access_token
    expect(claimsOf(token)).toMatchObject({
      iss: 'http://localhost:8787',
      sub: key.id,
      scope: 'employees:read',
      iat: house.now / 1000,
      exp: house.now / 1000 + 3600,
    })
    expect(token).not.toContain(btoa(key.secret).slice(0, 20))
    expect(JSON.stringify(claimsOf(token))).not.toContain(key.secret.slice(13))
  })

  it('fewer scopes can be asked for, and the token has those alone', async () => {
    const house = new House()
    const key = await makeKey(house, ['*'])
    const answer = await askFor(house, key, 'events:read')
    expect(answer.json.scope).toBe('events:read')
    const client = bearing(house, answer.json.access_token)
    expect((await client.get('events')).status).toBe(200)
    expect((await client.get('employees')).status).toBe(403)
    expect((await client.post('keys', { name: 'more', scopes: ['employees:read'] })).status).toBe(403)
  })

  it('the clock of the service decides when a token ends, not the clock on the wall', async () => {
    const house = new House()
    for (const at of ['2019-01-01T00:00:00Z', '2051-01-01T00:00:00Z']) {
      house.now = Date.parse(at)
      const key = await makeKey(house, ['employees:read'])
      const client = bearing(house, (await askFor(house, key)).json.access_token)
      expect((await client.get('employees')).status).toBe(200)
      house.now += HOUR - 1
      expect((await client.get('employees')).status).toBe(200)
      house.now += 1
      expect((await client.get('employees')).status).toBe(401)
    }
  })

  it('a token dies with its key, with the secret that bought it, and loses the scopes that its key loses', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read', 'events:read'])
    const client = bearing(house, (await askFor(house, key)).json.access_token)
    await house.root.post(`keys/${key.id}/rotation`, { overlap_hours: 24 })
    expect((await client.get('employees')).status).toBe(200)
    await house.db.run(sql`UPDATE keys SET scopes = '["events:read"]' WHERE id = ${key.id}`)
    expect((await client.get('employees')).status).toBe(403)
    expect((await client.get('events')).status).toBe(200)
    const fresh = (await house.root.post(`keys/${key.id}/rotation`, { overlap_hours: 0 })).json.secret
    expect((await client.get('events')).status).toBe(401)
    const next = bearing(house, (await askFor(house, { ...key, secret: fresh })).json.access_token)
    expect((await next.get('events')).status).toBe(200)
    await house.root.delete(`keys/${key.id}`)
    expect((await next.get('events')).status).toBe(401)
  })

  it('a token does not outlive the end of its key', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'], { expires_at: '2026-03-02T09:10:00Z' })
    const client = bearing(house, (await askFor(house, key)).json.access_token)
    house.now += 599_999
    expect((await client.get('employees')).status).toBe(200)
    house.now += 1
    expect((await client.get('employees')).status).toBe(401)
    expect((await askFor(house, key)).json.error).toBe('invalid_client')
  })

  it('asking counts as a use of the key, and what a token does bears the name of its key', async () => {
    const house = new House()
    const key = await makeKey(house, ['keys:write', 'events:read'])
    const token = (await askFor(house, key)).json.access_token
    expect((await house.root.get(`keys/${key.id}`)).json.last_used_at).toBe('2026-03-02T09:00:00.000Z')
    const made = await bearing(house, token).post('keys', { name: 'child', scopes: ['events:read'] })
    expect(made.json.created_by).toBe(key.id)
  })
})

describe('a token is refused as RFC 6749 §5.2 says', () => {
  it('a client that is unknown, wrong or revoked is told no more than that, with a challenge', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'])
    const other = await makeKey(house, ['employees:read'])
    const wrong = [
      { ...key, secret: `${key.secret}x` },
      { ...key, secret: other.secret },
      { id: 'key_unknown', secret: key.secret },
      { id: "' OR 1=1 --", secret: "' OR 1=1 --" },
    ]
    const told = new Set<string>()
    for (const client of wrong) {
      const answer = await askFor(house, client)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
      told.add(JSON.stringify(answer.json))
    }
    await house.root.delete(`keys/${key.id}`)
    told.add(JSON.stringify((await askFor(house, key)).json))
    told.add(JSON.stringify((await ask(house, 'grant_type=client_credentials')).json))
    expect(told.size).toBe(1)
    expect([...told][0]).toContain('invalid_client')
  })

  it.each([
    'Basic',
    'Basic %%%',
    `Basic ${btoa('no colon')}`,
    `Basic ${btoa(':empty id')}`,
    `Basic ${btoa('bad%ZZ:percent%')}`,
    'Bearer abc',
    'Digest username="x"',
  ])('the header “%s” names no client', async (authorization) => {
    const answer = await ask(new House(), 'grant_type=client_credentials', { authorization })
    expect([answer.status, answer.json.error]).toEqual([401, 'invalid_client'])
  })

  it.each([
    ['', 'invalid_request'],
    ['grant_type=', 'invalid_request'],
    ['grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
    ['grant_type=client_credentials&audience=a&audience=b', 'invalid_request'],
    ['grant_type=password', 'unsupported_grant_type'],
    ['grant_type=authorization_code&code=x', 'unsupported_grant_type'],
    ['grant_type=client_credentials&scope=salaries:read', 'invalid_scope'],
    ['grant_type=client_credentials&scope=employees:write', 'invalid_scope'],
    ['grant_type=client_credentials&scope=*', 'invalid_scope'],
    ['grant_type=client_credentials&scope=%20%20', 'invalid_scope'],
    [`grant_type=client_credentials&scope=${'a'.repeat(2000)}`, 'invalid_scope'],
    [`grant_type=client_credentials&x=${'a'.repeat(9000)}`, 'invalid_request'],
    ['grant_type=client_credentials&client_secret=x', 'invalid_request'],
    ['grant_type=client_credentials&client_id=key_other', 'invalid_request'],
  ])('“%.60s” is answered with %s', async (body, error) => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'])
    const answer = await ask(house, body, { authorization: basic(key) })
    expect([answer.status, answer.json.error]).toEqual([400, error])
    expect(v.is(tokenErrorShown, answer.json)).toBe(true)
    expect(answer.json.error_description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('a parameter that is not known is passed over, and a client may name itself twice alike', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'])
    const body = `grant_type=client_credentials&client_id=${key.id}&resource=here&scope=`
    expect((await ask(house, body, { authorization: basic(key) })).status).toBe(200)
  })

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'a body of type “%s” is refused',
    async (type) => {
      const answer = await ask(new House(), '{"grant_type":"client_credentials"}', { 'content-type': type })
      expect([answer.status, answer.json.error]).toEqual([400, 'invalid_request'])
    },
  )

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])(
    '%s is told to send a POST',
    async (method) => {
      const house = new House()
      const answer = await house.request('/oauth/token', { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
    },
  )

  it('is reachable at no other address', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'])
    for (const path of ['/api/v1/oauth/token', '/token', '/oauth', '/oauth/tokens', '/fr/oauth/token']) {
      const answer = await house.request(path, {
        method: 'POST',
        headers: { 'content-type': FORM, authorization: basic(key) },
        body: 'grant_type=client_credentials',
      })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })
})

describe('a token that somebody made up opens nothing', () => {
  it('unsigned, signed by another, altered, of another house, or for what is no key', async () => {
    const house = new House()
    const key = await makeKey(house, ['employees:read'])
    const token: string = (await askFor(house, key)).json.access_token
    const claims = claimsOf(token)
    const [head, body, signature] = token.split('.') as [string, string, string]
    const encode = (value: unknown) =>
      btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    const forged = [
      `${encode({ alg: 'none', typ: 'JWT' })}.${body}.`,
      `${encode({ alg: 'none', typ: 'JWT' })}.${body}.${signature}`,
      `${encode({ alg: 'HS512', typ: 'JWT' })}.${body}.${signature}`,
      `${head}.${encode({ ...claims, scope: '*' })}.${signature}`,
      `${head}.${encode({ ...claims, exp: claims.exp * 2 })}.${signature}`,
      `${head}.${body}.${signature.slice(0, -2)}`,
      `${head}.${body}`,
      `${head}.${body}.${signature}.${signature}`,
      await sign(claims, 'a secret of the tests, long enough to be one', 'HS256'),
      await sign(claims, '', 'HS256').catch(() => `${head}.${body}.x`),
      `${head}.${encode(null)}.${signature}`,
      `${head}.${encode('x'.repeat(1000))}.${signature}`,
    ]
    for (const each of forged) {
      const answer = await bearing(house, each).get('employees')
      expect([each.slice(0, 60), answer.status]).toEqual([each.slice(0, 60), 401])
    }
    expect((await bearing(house, token).get('employees')).status).toBe(200)
  })
})
