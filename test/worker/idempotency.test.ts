import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme } from '#test/makers.ts'

async function hrOf(house: House, scopes = ['*']) {
  const key = await house.root.post('keys', { name: 'HR', scopes })
  const authorization = `Bearer ${key.json.secret}`
  return (once: string) => house.as({ authorization, 'idempotency-key': once })
}

async function countEvents(house: House): Promise<number> {
  return (await house.db.$client.prepare('SELECT count(*) AS n FROM events').first('n')) as number
}

describe('a request that HR sends twice is carried out once', () => {
  it('the second gets the answer of the first, word for word', async () => {
    const house = new House()
    const hr = await hrOf(house)
    const first = await hr('"8e03978e-40d5-43dd-bc93-6894a57f9324"').post('programmes', makeProgramme())
    expect(first.status).toBe(201)
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    const events = await countEvents(house)
    house.now += 3_600_000
    const second = await hr('"8e03978e-40d5-43dd-bc93-6894a57f9324"').post('programmes', makeProgramme())
    expect([second.status, second.text]).toEqual([201, first.text])
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    for (const name of ['location', 'etag', 'content-type']) {
      expect(second.headers.get(name)).toBe(first.headers.get(name))
    }
    expect(await countEvents(house)).toBe(events)
    const other = await hr('another').post('programmes', makeProgramme())
    expect(other.status).toBe(409)
  })

  it('a key means the same with quotes and without, and belongs to who sends it', async () => {
    const house = new House()
    const [one, two] = [await hrOf(house), await hrOf(house)]
    await one('abc').put('employees/E1', makeEmployee())
    expect((await one('"abc"').put('employees/E1', makeEmployee())).headers.get('idempotency-replayed')).toBe(
      'true',
    )
    const others = await two('abc').put('employees/E1', makeEmployee({ site: 'Brest' }))
    expect([others.status, others.headers.get('idempotency-replayed')]).toEqual([200, null])
  })

  it('a key that comes with another request is refused, whatever differs', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr('k1').put('employees/E1', makeEmployee())
    const tries = [
      await hr('k1').put('employees/E1', makeEmployee({ site: 'Brest' })),
      await hr('k1').put('employees/E2', makeEmployee()),
      await hr('k1').put('employees/E1?x=1', makeEmployee()),
      await hr('k1').delete('employees/E1'),
    ]
    for (const refused of tries) {
      expect([refused.status, refused.json.type]).toEqual([422, '/fr/problems/key-reused/'])
    }
    expect((await house.root.get('employees/E1')).json.site).toBeNull()
  })

  it('a request that changed nothing is known again too', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await house.root.put('employees/E1', makeEmployee())
    expect((await hr('k1').put('employees/E1', makeEmployee())).status).toBe(200)
    expect((await hr('k1').put('employees/E1', makeEmployee({ site: 'Brest' }))).status).toBe(422)
  })

  it('a refused request may be mended and sent with the same key', async () => {
    const house = new House()
    const hr = await hrOf(house)
    expect((await hr('k1').put('employees/E1', { given_name: 'Maëlle' })).status).toBe(422)
    expect((await hr('k1').put('employees/E1', makeEmployee())).status).toBe(201)
  })

  it('a person who is deleted twice with one key is gone once, and the answer is the same', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr('put').put('employees/E1', makeEmployee())
    expect((await hr('gone').delete('employees/E1')).status).toBe(204)
    const again = await hr('gone').delete('employees/E1')
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([204, '', 'true'])
    expect((await hr('later').delete('employees/E1')).status).toBe(404)
    const kept = await house.db.$client.prepare("SELECT body FROM idempotency_keys WHERE key = 'put'").first()
    expect(kept).toBeNull()
  })

  it('a condition is not asked again of a request that was carried out', async () => {
    const house = new House()
    await house.root.put('employees/E1', makeEmployee())
    const key = await house.root.post('keys', { name: 'HR', scopes: ['*'] })
    const hr = house.as({
      authorization: `Bearer ${key.json.secret}`,
      'idempotency-key': 'k1',
      'if-match': '"1"',
    })
    expect((await hr.put('employees/E1', makeEmployee({ site: 'Brest' }))).status).toBe(200)
    expect((await hr.put('employees/E1', makeEmployee({ site: 'Brest' }))).status).toBe(200)
  })

  it('what is no key is refused in words', async () => {
    const house = new House()
    const hr = await hrOf(house)
    for (const wrong of ['"', '""', 'a b', '"a', 'x'.repeat(256), 'a"b']) {
      const refused = await hr(wrong).put('employees/E1', makeEmployee())
      expect([wrong, refused.status]).toEqual([wrong, 422])
    }
    expect((await hr('x'.repeat(255)).put('employees/E1', makeEmployee())).status).toBe(201)
    expect((await hr('"a b \\" c"').put('employees/E1', makeEmployee())).status).toBe(200)
  })
})

describe('two at once, and answers that were lost', () => {
  it('of ten that arrive together one is done, and the others do nothing', async () => {
    const house = new House()
    const hr = await hrOf(house)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => hr('same').post('programmes', makeProgramme())),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1)
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([])
    const done = answers.filter((one) => one.status === 201 && !one.headers.get('idempotency-replayed'))
    expect(done).toHaveLength(1)
    expect((await house.root.get('programmes')).json.items).toHaveLength(1)
    expect((await hr('same').post('programmes', makeProgramme())).text).toBe(done[0]?.text)
  })

  it('one whose answer is not there yet is asked to wait, and later to read what was done', async () => {
    const house = new House()
    const hr = await hrOf(house)
    const made = await hr('k1').put('employees/E1', makeEmployee())
    await house.db.$client
      .prepare("UPDATE idempotency_keys SET status = NULL, body = NULL WHERE key = 'k1'")
      .run()
    const early = await hr('k1').put('employees/E1', makeEmployee())
    expect([early.status, early.json.type]).toEqual([409, '/fr/problems/already-received/'])
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0)
    house.now += 61_000
    const late = await hr('k1').put('employees/E1', makeEmployee())
    expect([late.status, late.headers.get('retry-after')]).toEqual([409, null])
    expect(late.json.detail).toContain(made.json.id)
  })

  it('a secret that is shown once is not kept to be shown again', async () => {
    const house = new House()
    const hr = await hrOf(house)
    const first = await hr('k1').post('keys', { name: 'feed', scopes: ['events:read'] })
    expect(first.status).toBe(201)
    const row = await house.db.$client.prepare("SELECT * FROM idempotency_keys WHERE key = 'k1'").first()
    expect(JSON.stringify(row)).not.toContain(first.json.secret)
    expect((await hr('k1').post('keys', { name: 'feed', scopes: ['events:read'] })).status).toBe(409)
    const keys = await house.db.$client
      .prepare("SELECT count(*) AS n FROM keys WHERE name = 'feed'")
      .first('n')
    expect(keys).toBe(1)
  })

  it('a stranger is not known again, and marks are forgotten after two days', async () => {
    const house = new House()
    const stranger = house.as({ 'idempotency-key': 'k1' })
    expect((await stranger.post('sign-in-codes', { email: 'a@b.example' })).status).toBe(202)
    const count = () => house.db.$client.prepare('SELECT count(*) AS n FROM idempotency_keys').first('n')
    expect(await count()).toBe(0)
    const hr = await hrOf(house)
    await hr('k1').put('employees/E1', makeEmployee())
    expect(await count()).toBe(1)
    house.now += 49 * 3_600_000
    await house.tick()
    expect(await count()).toBe(0)
  })
})
