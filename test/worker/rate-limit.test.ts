import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { httpCourier } from '#gateways/webhook.ts'
import { RequestCounts } from '#http/rate-limit.ts'
import { House } from '#test/house.ts'
import { openService } from '../../worker/service.ts'

/** A service that lets five requests a minute through, over the store of a house. */
async function narrow(house: House, quota = 5) {
  const service = openService({
    now: async () => house.now,
    mailer: () => ({ isIdempotent: false, send: async () => ({ outcome: 'accepted', messageId: null }) }),
    courier: httpCourier,
    isReady: async () => true,
  })
  const bindings = { ...(await house.bindings()), RATE_LIMIT_PER_MINUTE: String(quota) }
  return async (path: string, headers: Record<string, string> = {}) => {
    const execution = createExecutionContext()
    const request = new Request(new URL(path, 'http://localhost:8787'), { headers })
    const response = await service.fetch(request as never, bindings, execution)
    await waitOnExecutionContext(execution)
    return response as unknown as Response
  }
}

describe('nobody takes the service from the others', () => {
  it('each answer says how many requests are left, and the one too many how long to wait', async () => {
    const house = new House()
    const { json } = await house.root.post('keys', { name: 'HR', scopes: ['employees:read'] })
    const headers = { authorization: `Bearer ${json.secret}` }
    const ask = await narrow(house)
    const left: string[] = []
    for (let n = 0; n < 5; n++) {
      const answer = await ask('/api/v1/employees', headers)
      expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=5;w=60')
      left.push(answer.headers.get('ratelimit') ?? '')
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((r) => `"default";r=${r};t=60`))
    house.now += 20_000
    const refused = await ask('/api/v1/employees', headers)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
    expect(refused.headers.get('ratelimit')).toBe('"default";r=0;t=40')
    expect(((await refused.json()) as { type: string }).type).toBe('/fr/problems/too-many/')
    house.now += 40_000
    expect((await ask('/api/v1/employees', headers)).status).toBe(200)
  })

  it('a refusal counts and says so as well, and another key goes on', async () => {
    const house = new House()
    const keys = await Promise.all(
      ['one', 'two'].map((name) => house.root.post('keys', { name, scopes: ['events:read'] })),
    )
    const [one, two] = keys.map(({ json }) => ({ authorization: `Bearer ${json.secret}` }))
    const ask = await narrow(house, 2)
    const forbidden = await ask('/api/v1/employees', one)
    expect([forbidden.status, forbidden.headers.get('ratelimit')]).toEqual([403, '"default";r=1;t=60'])
    await ask('/api/v1/nowhere', one)
    expect((await ask('/api/v1/events', one)).status).toBe(429)
    expect((await ask('/api/v1/events', two)).status).toBe(200)
  })

  it('strangers are counted by their network, those with a wrong key too, and pages are not', async () => {
    const house = new House()
    const ask = await narrow(house, 2)
    const here = { 'cf-connecting-ip': '192.0.2.7' }
    await ask('/api/v1/programmes', here)
    expect((await ask('/api/v1/programmes', { ...here, authorization: 'Bearer bnm_wrong' })).status).toBe(401)
    expect((await ask('/api/v1/programmes', { ...here, authorization: 'Bearer bnm_wrong' })).status).toBe(429)
    expect((await ask('/api/v1/programmes', here)).status).toBe(429)
    expect((await ask('/api/v1/programmes', { 'cf-connecting-ip': '192.0.2.8' })).status).toBe(200)
    expect((await ask('/fr/programmes/', here)).headers.get('ratelimit')).toBeNull()
  })

  it('the programs of this machine are not counted', async () => {
    const house = new House()
    const answer = await house.root.get('employees')
    expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null])
  })

  it('however many callers there are, the count of them stays small', () => {
    const counts = new RequestCounts()
    for (let n = 0; n < 50_000; n++) counts.add(`caller ${n}`, 0)
    expect(counts.size).toBe(20_000)
    expect(counts.add('caller 49999', 0).count).toBe(2)
    expect(counts.add('caller 49999', 60_000).count).toBe(1)
    expect(counts.size).toBe(1)
  })
})
