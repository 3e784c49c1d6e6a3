import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { House } from '#test/house.ts'
import { makeProgramme } from '#test/makers.ts'

interface Received {
  headers: Record<string, string>
  body: string
}

/** A receiver that answers with these statuses in turn, then with 200. */
function receiver(...statuses: (number | 'hang up')[]) {
  const received: Received[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    const status = statuses.shift() ?? 200
    if (status === 'hang up') throw new TypeError('Network connection lost.')
    received.push({
      headers: Object.fromEntries(new Headers(init?.headers as HeadersInit)),
      body: String(init?.body),
    })
    return new Response(status === 204 ? null : 'x'.repeat(10_000), {
      status,
      headers: status === 302 ? { location: 'http://127.0.0.1/' } : {},
    })
  })
  return received
}

afterEach(() => vi.restoreAllMocks())

async function withEndpoint(types: string[] = []) {
  const house = new House()
  const endpoint = await house.root.post('webhook-endpoints', { url: 'http://127.0.0.1:9/hook', types })
  expect(endpoint.status).toBe(201)
  return { house, secret: endpoint.json.secret as string, id: endpoint.json.id as string }
}

describe('HR is told what happened', () => {
  it('a committed event arrives signed, as the reference library verifies', async () => {
    const received = receiver()
    const { house, secret } = await withEndpoint()
    house.now = Date.now()
    await house.root.post('programmes', makeProgramme())
    await house.tick()
    expect(received).toHaveLength(1)
    const { headers, body } = received[0] as Received
    const verified = new Webhook(secret).verify(body, headers) as Record<string, any>
    expect(verified).toMatchObject({ type: 'programme.created', data: { programme: 'regards-croises' } })
    expect(headers['webhook-id']).toBe(verified.id)
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow()
    await house.tick()
    expect(received).toHaveLength(1)
  })

  it('what is refused, redirected or cut off is tried again on schedule, with the same id, until it is accepted', async () => {
    const received = receiver(500, 302, 'hang up', 204)
    const { house, secret } = await withEndpoint()
    house.now = Date.now()
    await house.root.post('programmes', makeProgramme())
    await house.tick()
    house.now += 1000
    await house.tick()
    expect(received).toHaveLength(1)
    for (const wait of [6_000, 331_000, 1_981_000]) {
      house.now += wait
      await house.tick()
    }
    expect(received).toHaveLength(3)
    expect(new Set(received.map((one) => one.headers['webhook-id'])).size).toBe(1)
    expect(new Set(received.map((one) => one.headers['webhook-timestamp'])).size).toBe(3)
    vi.spyOn(Date, 'now').mockReturnValue(house.now)
    for (const { headers, body } of received.slice(2))
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow()
    house.now += 86_400_000
    await house.tick()
    expect(received).toHaveLength(3)
  })

  it('an endpoint hears only the types it asked for, and nothing once it is removed', async () => {
    const received = receiver()
    const { house, id } = await withEndpoint(['programme.published'])
    await house.root.post('programmes', makeProgramme())
    await house.root.put('programmes/regards-croises/publication')
    await house.tick()
    expect(received.map((one) => JSON.parse(one.body).type)).toEqual(['programme.published'])
    expect((await house.root.delete(`webhook-endpoints/${id}`)).status).toBe(204)
    await house.root.delete('programmes/regards-croises/publication')
    await house.root.put('programmes/regards-croises/publication')
    await house.tick()
    expect(received).toHaveLength(1)
  })

  it('the event feed lets a reader who missed everything catch up, in order', async () => {
    const { house } = await withEndpoint()
    await house.root.post('programmes', makeProgramme())
    await house.root.put('programmes/regards-croises/publication')
    const all = await house.root.all('events')
    expect(all.map((event: any) => event.type)).toEqual(['programme.created', 'programme.published'])
    const rest = await house.root.get(`events?after=${all[0]?.id}`)
    expect(rest.json.items).toEqual(all.slice(1))
    expect((await house.root.get('events?after=evt_unknown')).status).toBe(422)
  })

  it('addresses inside private networks, with ports, credentials or plain http are refused', async () => {
    const { root } = new House()
    for (const url of [
      'http://hooks.example.com/',
      'https://10.0.0.1/',
      'https://[fd00::1]/',
      'https://user:pw@hooks.example.com/',
      'https://hooks.example.com:8443/',
      'https://intranet/',
      'https://db.internal/',
      'https://hooks.example.com./',
      'https://2130706433/x',
      'ftp://hooks.example.com/',
      'nonsense',
    ]) {
      const answer = await root.post('webhook-endpoints', { url })
      const isLoopback = new URL(url, 'https://x.example').hostname.startsWith('127.')
      expect(answer.status, url).toBe(isLoopback ? 201 : 422)
    }
  })
})
