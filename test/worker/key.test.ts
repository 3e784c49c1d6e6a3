import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hashToken } from '#actions/token.ts'
import { keyShown, keyWithSecretShown } from '#contract/key.ts'
import { House } from '#test/house.ts'

const HOUR = 3_600_000

const withKey = (house: House, secret: string) => house.as({ authorization: `Bearer ${secret}` })

async function makeKey(house: House, scopes: string[], more: Record<string, unknown> = {}) {
  const made = await house.root.post('keys', { name: 'SIRH', scopes, ...more })
  expect(made.status).toBe(201)
  return made.json as { id: string; secret: string; client_id: string }
}

async function countEvents(house: House, type: string): Promise<number> {
  const row = await house.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM events WHERE type = ${type}`)
  return row?.n ?? -1
}

describe('keys of machines', () => {
  it('a key is shown once with its secret and its client id, and opens what its scopes say', async () => {
    const house = new House()
    const made = await house.root.post('keys', {
      name: 'SIRH',
      scopes: ['employees:read', 'employees:read'],
      expires_at: '2026-06-01T00:00:00Z',
    })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1/keys/${made.json.id}`)
    expect(v.is(keyWithSecretShown, made.json)).toBe(true)
    expect(made.json).toMatchObject({
      name: 'SIRH',
      scopes: ['employees:read'],
      state: 'active',
      created_by: 'root',
      expires_at: '2026-06-01T00:00:00.000Z',
    })
    expect(made.json.client_id).toBe(made.json.id)
    expect(made.json.secret).toMatch(/^bnm_[0-9a-z]{8}_[0-9A-Za-z]{43}$/)
    expect(made.json.secret.startsWith(`${made.json.prefix}_`)).toBe(true)
    const client = withKey(house, made.json.secret)
    expect((await client.get('employees')).status).toBe(200)
    expect((await client.get('keys')).status).toBe(403)
  })

  it('neither the store nor any later answer holds the secret, and no answer a hash', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'])
    const rotated = (await house.root.post(`keys/${id}/rotation`)).json.secret
    const rows = JSON.stringify(await house.db.all(sql`SELECT * FROM keys`))
    const events = JSON.stringify(await house.db.all(sql`SELECT * FROM events`))
    const answers = [await house.root.get('keys'), await house.root.get(`keys/${id}`)].map(({ text }) => text)
    for (const each of [secret, rotated]) {
      for (const kept of [rows, events, ...answers]) expect(kept).not.toContain(each.slice(13))
      for (const told of [events, ...answers]) expect(told).not.toContain(await hashToken(each))
    }
    expect(rows).toContain(await hashToken(secret))
  })

  it('the list goes newest first, page after page, and keeps what was revoked', async () => {
    const house = new House()
    const made: string[] = []
    for (let n = 0; n < 5; n++) {
      house.now += 1000
      made.unshift((await makeKey(house, ['events:read'], { name: `clé ${n}` })).id)
    }
    await house.root.delete(`keys/${made[2]}`)
    const first = await house.root.get('keys?limit=2')
    expect(first.json.items.map(({ id }: { id: string }) => id)).toEqual(made.slice(0, 2))
    const rest = await house.root.get(`keys?limit=100&cursor=${first.json.next_cursor}`)
    expect(rest.json.items.slice(0, 3).map(({ id }: { id: string }) => id)).toEqual(made.slice(2))
    expect(rest.json.items[0].state).toBe('revoked')
    expect(first.json.items.every((item: unknown) => v.is(keyShown, item))).toBe(true)
    expect((await house.root.get('keys?cursor=%00')).status).toBe(422)
  })

  it('a key ends at its instant, by the clock of the service', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'], { expires_at: '2026-03-02T10:00:00Z' })
    const client = withKey(house, secret)
    house.now = Date.parse('2026-03-02T09:59:59.999Z')
    expect((await client.get('employees')).status).toBe(200)
    house.now += 1
    expect((await client.get('employees')).status).toBe(401)
    expect((await house.root.get(`keys/${id}`)).json.state).toBe('expired')
    expect((await house.root.post(`keys/${id}/rotation`)).status).toBe(409)
  })

  it('an end that lies behind is refused, with its field', async () => {
    const { root } = new House()
    const refused = await root.post('keys', {
      name: 'x',
      scopes: ['employees:read'],
      expires_at: '2026-03-02T09:00:00Z',
    })
    expect(refused.status).toBe(422)
    expect(refused.json.errors[0].pointer).toBe('/expires_at')
  })

  it('its last use is written down at most every five minutes', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'])
    const client = withKey(house, secret)
    const lastUse = async () => (await house.root.get(`keys/${id}`)).json.last_used_at
    expect(await lastUse()).toBeNull()
    await client.get('employees')
    expect(await lastUse()).toBe('2026-03-02T09:00:00.000Z')
    house.now += 299_999
    await client.get('employees')
    expect(await lastUse()).toBe('2026-03-02T09:00:00.000Z')
    house.now += 1
    await Promise.all([client.get('employees'), client.get('employees')])
    expect(await lastUse()).toBe('2026-03-02T09:05:00.000Z')
  })
})

describe('a key is renewed without a pause', () => {
  it('the old secret lives on for the hours asked, 24 where none are', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'])
    const rotated = await house.root.post(`keys/${id}/rotation`)
    expect(rotated.status).toBe(201)
    expect(rotated.json.previous_until).toBe('2026-03-03T09:00:00.000Z')
    expect(rotated.json.client_id).toBe(id)
    const [old, fresh] = [withKey(house, secret), withKey(house, rotated.json.secret)]
    house.now += 24 * HOUR - 1
    expect([(await old.get('employees')).status, (await fresh.get('employees')).status]).toEqual([200, 200])
    house.now += 1
    expect([(await old.get('employees')).status, (await fresh.get('employees')).status]).toEqual([401, 200])
    expect((await house.root.get(`keys/${id}`)).json.previous_until).toBeNull()
  })

  it('with no overlap the old secret ends at once', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'])
    const rotated = await house.root.post(`keys/${id}/rotation`, { overlap_hours: 0 })
    expect(rotated.json.previous_until).toBeNull()
    expect((await withKey(house, secret).get('employees')).status).toBe(401)
    expect((await withKey(house, rotated.json.secret).get('employees')).status).toBe(200)
  })

  it('two live at most: a second rotation ends the oldest', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'])
    const second = (await house.root.post(`keys/${id}/rotation`, { overlap_hours: 168 })).json.secret
    const third = (await house.root.post(`keys/${id}/rotation`, { overlap_hours: 1 })).json.secret
    const statuses = []
    for (const each of [secret, second, third])
      statuses.push((await withKey(house, each).get('employees')).status)
    expect(statuses).toEqual([401, 200, 200])
    expect(await countEvents(house, 'key.rotated')).toBe(2)
  })

  it.each([[-1], [169], [1.5], ['24'], [null]])(
    'an overlap of %j hours is refused',
    async (overlap_hours) => {
      const house = new House()
      const { id, secret } = await makeKey(house, ['employees:read'])
      expect((await house.root.post(`keys/${id}/rotation`, { overlap_hours })).status).toBe(422)
      expect((await withKey(house, secret).get('employees')).status).toBe(200)
    },
  )

  it('two people who renew it at the same moment do not both succeed', async () => {
    const house = new House()
    const { id } = await makeKey(house, ['employees:read'])
    const answers = await Promise.all([1, 2, 3, 4].map(() => house.root.post(`keys/${id}/rotation`)))
    const made = answers.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(await countEvents(house, 'key.rotated')).toBe(made.length)
  })
})

describe('a key is revoked for good', () => {
  it('both its secrets end at once; the record stays; a second time changes nothing', async () => {
    const house = new House()
    const { id, secret } = await makeKey(house, ['employees:read'])
    const fresh = (await house.root.post(`keys/${id}/rotation`)).json.secret
    expect((await house.root.delete(`keys/${id}`)).status).toBe(204)
    for (const each of [secret, fresh]) {
      expect((await withKey(house, each).get('employees')).status).toBe(401)
    }
    house.now += HOUR
    expect((await house.root.delete(`keys/${id}`)).status).toBe(204)
    expect((await house.root.get(`keys/${id}`)).json).toMatchObject({
      state: 'revoked',
      revoked_at: '2026-03-02T09:00:00.000Z',
      previous_until: null,
    })
    expect(await countEvents(house, 'key.revoked')).toBe(1)
    expect((await house.root.post(`keys/${id}/rotation`)).status).toBe(409)
  })

  it('a key that never was is not found, whatever is asked of it', async () => {
    const { root } = new House()
    expect((await root.get('keys/key_nothing')).status).toBe(404)
    expect((await root.delete('keys/key_nothing')).status).toBe(404)
    expect((await root.post('keys/key_nothing/rotation')).status).toBe(404)
    expect((await root.delete(`keys/${encodeURIComponent("' OR 1=1 --")}`)).status).toBe(404)
  })
})

describe('nobody has more from a key than they had', () => {
  it('a key hands out no scope beyond its own, and neither renews nor revokes a stronger key', async () => {
    const house = new House()
    const keeper = await makeKey(house, ['keys:read', 'keys:write', 'employees:read'])
    const strong = await makeKey(house, ['employees:write'])
    const client = withKey(house, keeper.secret)
    for (const scopes of [['*'], ['employees:write'], ['employees:read', 'scim']]) {
      expect((await client.post('keys', { name: 'more', scopes })).status).toBe(403)
    }
    expect((await client.post(`keys/${strong.id}/rotation`)).status).toBe(403)
    expect((await client.delete(`keys/${strong.id}`)).status).toBe(403)
    expect((await withKey(house, strong.secret).get('employees')).status).toBe(403)
    expect((await house.root.get(`keys/${strong.id}`)).json.state).toBe('active')
    const own = await client.post('keys', { name: 'same', scopes: ['employees:read'] })
    expect(own.status).toBe(201)
    expect(own.json.created_by).toBe(keeper.id)
    expect((await client.delete(`keys/${own.json.id}`)).status).toBe(204)
  })

  it('what is no key lets nobody in, however it is written, and costs no write', async () => {
    const house = new House()
    const organiser = await house.organiser()
    const { secret } = await makeKey(house, ['*'])
    const before = await house.db.all(sql`SELECT * FROM keys ORDER BY id`)
    const bearers = [
      'Bearer',
      'Bearer ',
      `Bearer ${secret} `.replace('bnm', 'BNM'),
      `Bearer ${secret.slice(0, -1)}`,
      `Bearer ${secret}x`,
      `Bearer ${secret}, Bearer ${secret}`,
      `Bearer ${'a'.repeat(3000)}`,
      "Bearer ' OR '1'='1",
      'Bearer a.b.c',
      'Bearer ...',
      'Bearer eyJhbGciOiJub25lIn0.e30.',
    ]
    for (const authorization of bearers) {
      const answer = await house.as({ authorization }).get('employees')
      expect([authorization, answer.status]).toEqual([authorization, 401])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
    expect(await house.db.all(sql`SELECT * FROM keys ORDER BY id`)).toEqual(before)
    expect((await organiser.get('employees')).status).toBe(200)
  })

  it('hostile names and scopes are refused in words, never with an error of ours', async () => {
    const { root } = new House()
    const wrong = [
      {},
      [],
      { name: '', scopes: ['scim'] },
      { name: 'a\u0000b', scopes: ['scim'] },
      { name: 'x'.repeat(81), scopes: ['scim'] },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['employees:*'] },
      { name: 'x', scopes: ['__proto__'] },
      { name: 'x', scopes: Array(50).fill('scim') },
      { name: 'x', scopes: 'scim' },
      { name: 'x', scopes: ['scim'], expires_at: '2026-13-45' },
      { name: 'x', scopes: ['scim'], hash: 'a' },
    ]
    for (const body of wrong) {
      const answer = await root.post('keys', body)
      expect([JSON.stringify(body).slice(0, 80), answer.status]).toEqual([
        JSON.stringify(body).slice(0, 80),
        422,
      ])
    }
  })
})
