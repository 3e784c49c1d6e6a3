import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { House } from '#test/house.ts'
import { accepted, PostOffice, refused } from '#test/post-office.ts'

afterEach(() => vi.restoreAllMocks())

const DAY = 86_400_000

describe('HR looks after the addresses at which it is told', () => {
  it('a renewed secret is shown once, and both sign for a day, as the reference library verifies', async () => {
    const sent: { headers: Record<string, string>; body: string }[] = []
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
      sent.push({
        headers: Object.fromEntries(new Headers(init?.headers as HeadersInit)),
        body: String(init?.body),
      })
      return new Response(null, { status: 204 })
    })
    const house = new House()
    house.now = Date.now()
    const { json: made } = await house.root.post('webhook-endpoints', { url: 'http://127.0.0.1:9/hook' })
    const door = `webhook-endpoints/${made.id}`
    const { status, json: renewed, headers } = await house.root.post(`${door}/secret-rotation`)
    expect(status).toBe(201)
    expect(renewed.secret).not.toBe(made.secret)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(Date.parse(renewed.previous_secret_until)).toBe(house.now + DAY)
    expect((await house.root.get(door)).text).not.toContain('whsec_')
    await house.root.post(`${door}/test`)
    await house.tick()
    const first = sent[0]!
    expect(first.headers['webhook-signature']!.split(' ')).toHaveLength(2)
    for (const { secret } of [made, renewed])
      expect(new Webhook(secret).verify(first.body, first.headers)).toMatchObject({
        type: 'webhook-endpoint.tested',
        data: { webhook_endpoint: made.id },
      })
    house.now += DAY
    vi.spyOn(Date, 'now').mockReturnValue(house.now)
    await house.root.post(`${door}/test`)
    await house.tick()
    const later = sent[1]!
    expect(() => new Webhook(renewed.secret).verify(later.body, later.headers)).not.toThrow()
    expect(() => new Webhook(made.secret).verify(later.body, later.headers)).toThrow()
    expect((await house.root.get(door)).json.previous_secret_until).toBeNull()
  })

  it('a test event goes to one endpoint, whatever its types, and is not in the feed of events', async () => {
    const office = new PostOffice(new House())
    const id = await office.endpoint('hr', () => accepted, ['pair.started'])
    await office.endpoint('payroll')
    expect((await office.house.root.post(`webhook-endpoints/${id}/test`)).status).toBe(202)
    await office.round()
    expect(office.heard.map(({ url, body }) => [url, JSON.parse(body).type])).toEqual([
      ['http://127.0.0.1:9/hr', 'webhook-endpoint.tested'],
    ])
    expect(await office.house.root.all('events')).toEqual([])
    const [listed] = await office.house.root.all(`webhook-endpoints/${id}/deliveries`)
    expect(listed).toMatchObject({ type: 'webhook-endpoint.tested', state: 'delivered', attempts: 1 })
  })

  it('it may change what it wants to hear, and stop and go on by hand without losing what waits', async () => {
    const office = new PostOffice(new House())
    const id = await office.endpoint('hr')
    const door = `webhook-endpoints/${id}`
    const patch = { description: 'SIRH', types: ['programme.updated'] }
    expect((await office.house.root.patch(door, patch)).json).toMatchObject({ ...patch, state: 'active' })
    await office.happens('kept', 'one')
    await office.happens('unwanted', 'two', undefined, 'programme.published')
    const off = await office.house.root.patch(door, { state: 'disabled' })
    expect(off.json).toMatchObject({ state: 'disabled', disabled_reason: 'by-hand' })
    await office.round()
    expect(office.heard).toEqual([])
    await office.house.root.patch(door, { state: 'active' })
    await office.round()
    expect(office.heardAt('hr')).toEqual(['kept'])
    const refusals = [
      { url: 'https://10.0.0.1/' },
      { url: 'https://db.intranet/' },
      { state: 'pending' },
      { secret: 'whsec_mine' },
      { types: ['person.created'] },
    ]
    for (const wrong of refusals) expect((await office.house.root.patch(door, wrong)).status).toBe(422)
    const security = await office.house.root.all('security-events')
    expect(security.map(({ type }) => type)).toEqual([
      'webhook-endpoint.enabled',
      'webhook-endpoint.disabled',
      'webhook-endpoint.updated',
      'webhook-endpoint.created',
    ])
  })

  it('it reads what was sent, filtered and page by page, with each attempt and what was answered', async () => {
    const office = new PostOffice(new House())
    const id = await office.endpoint('hr', (_, count) =>
      count === 2 ? { ...refused, answer: 'No room left', ms: 12 } : accepted,
    )
    await office.happens('a', 'one')
    await office.happens('b', 'one')
    await office.happens('c', 'one')
    await office.round()
    const door = `webhook-endpoints/${id}/deliveries`
    const all = await office.house.root.all(door)
    expect(
      all.map(({ event, state, attempts, last_outcome }) => [event, state, attempts, last_outcome]),
    ).toEqual([
      ['evt_c', 'waiting', 0, null],
      ['evt_b', 'waiting', 1, 'refused'],
      ['evt_a', 'delivered', 1, 'accepted'],
    ])
    expect(all[2]!.next_attempt_at).toBeNull()
    expect(Date.parse(all[1]!.next_attempt_at)).toBeGreaterThan(office.house.now)
    const delivered = await office.house.root.all(`${door}?state=delivered`)
    expect(delivered.map(({ event }) => event)).toEqual(['evt_a'])
    const page = await office.house.root.get(`${door}?limit=2`)
    const rest = await office.house.root.get(`${door}?limit=2&cursor=${page.json.next_cursor}`)
    expect(rest.json.items.map(({ event }: any) => event)).toEqual(['evt_a'])
    expect((await office.house.root.get(`${door}?state=lost`)).status).toBe(422)
    const attempts = await office.house.root.all(`${door}/evt_b/attempts`)
    expect(attempts).toMatchObject([
      { attempt: 1, outcome: 'refused', status: 500, answer: 'No room left', duration_ms: 12 },
    ])
    for (const path of [`${door}/evt_unknown/attempts`, 'webhook-endpoints/whe_unknown/deliveries'])
      expect((await office.house.root.get(path)).status).toBe(404)
    expect((await office.house.root.post(`${door}/evt_unknown/resend`)).status).toBe(404)
  })

  it('it recovers in order what it has not received since a date, also from before it was there', async () => {
    const office = new PostOffice(new House())
    await office.happens('long-ago', 'one')
    office.house.now += DAY
    const since = new Date(office.house.now).toISOString()
    await office.happens('a', 'one', 'pai_a')
    await office.happens('b', 'two', 'pai_a')
    await office.happens('unwanted', 'three', undefined, 'programme.published')
    const id = await office.endpoint('hr', () => accepted, ['programme.updated'])
    await office.happens('c', 'one', 'pai_a')
    await office.round()
    const asked = await office.house.root.post(`webhook-endpoints/${id}/recovery`, { since })
    expect([asked.status, asked.json]).toEqual([202, { events: 2 }])
    await office.round()
    expect(office.heardAt('hr')).toEqual(['c', 'a', 'b'])
    const again = await office.house.root.post(`webhook-endpoints/${id}/recovery`, { since })
    expect(again.json).toEqual({ events: 0 })
    expect(
      (await office.house.root.post(`webhook-endpoints/${id}/recovery`, { since: 'lundi' })).status,
    ).toBe(422)
  })

  it('whoever may read and not write changes nothing, and two writers do not overwrite each other unseen', async () => {
    const office = new PostOffice(new House())
    const id = await office.endpoint('hr')
    const door = `webhook-endpoints/${id}`
    const { json } = await office.house.root.post('keys', { name: 'reader', scopes: ['webhooks:read'] })
    const reader = office.house.as({ authorization: `Bearer ${json.secret}` })
    expect((await reader.get(`${door}/deliveries`)).status).toBe(200)
    for (const path of ['secret-rotation', 'challenge', 'test'])
      expect((await reader.post(`${door}/${path}`)).status).toBe(403)
    expect((await reader.patch(door, { state: 'disabled' })).status).toBe(403)
    const { headers } = await office.house.root.get(door)
    await office.house.root.patch(door, { description: 'SIRH' })
    const stale = await office.house.root.post(`${door}/secret-rotation`, undefined, {
      'if-match': headers.get('etag') ?? '',
    })
    expect(stale.status).toBe(412)
  })
})
