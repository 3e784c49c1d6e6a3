import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { accepted, PostOffice, type Reply, refused } from '#test/post-office.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('HR hears of each pair in the order in which things happen', () => {
  it('what comes later in a pair waits until what came before is accepted, and other pairs do not wait', async () => {
    const office = new PostOffice(new House())
    let isWell = false
    await office.endpoint('hr', ({ id }) => (id === 'evt_a1' && !isWell ? refused : accepted))
    await office.happens('a1', 'one', 'pai_a')
    await office.happens('b1', 'two', 'pai_b')
    await office.happens('a2', 'three', 'pai_a')
    await office.happens('b2', 'two', 'pai_b')
    expect(await office.round()).toEqual({ proved: 0, delivered: 2, failed: 1 })
    expect(office.heardAt('hr').toSorted()).toEqual(['a1', 'b1', 'b2'])
    await office.round()
    expect(office.heard).toHaveLength(3)
    isWell = true
    office.house.now += 6 * SECOND
    await office.round()
    expect(office.heardAt('hr').slice(3)).toEqual(['a1', 'a2'])
  })

  it('what is sent again holds nothing up, and nothing holds it up', async () => {
    const office = new PostOffice(new House())
    const seen = new Set<string>()
    const id = await office.endpoint('hr', ({ id: event }) => {
      const isAgain = seen.has(event)
      seen.add(event)
      return event === 'evt_a1' && isAgain ? refused : accepted
    })
    await office.happens('a1', 'one')
    await office.round()
    expect((await office.house.root.post(`webhook-endpoints/${id}/deliveries/evt_a1/resend`)).status).toBe(
      202,
    )
    await office.happens('a2', 'one')
    await office.round()
    expect(office.heardAt('hr')).toContain('a2')
    const { json } = await office.house.root.get(`webhook-endpoints/${id}/deliveries/evt_a1/attempts`)
    expect(json.items.map((one: any) => [one.attempt, one.outcome])).toEqual([
      [2, 'refused'],
      [1, 'accepted'],
    ])
    const waiting = await office.house.root.all(`webhook-endpoints/${id}/deliveries?state=waiting`)
    expect(waiting).toMatchObject([{ event: 'evt_a1', attempts: 2, delivered_at: expect.any(String) }])
  })

  it('two hundred events of one pair leave in order in one round, and the next round is called for the rest', async () => {
    const office = new PostOffice(new House())
    await office.endpoint('hr')
    const names = Array.from({ length: 230 }, (_, n) => `e${n}`)
    for (const name of names) await office.happens(name, 'one')
    await office.round()
    expect(office.heardAt('hr')).toEqual(names.slice(0, 200))
    expect(office.woken).toContain('deliveries')
    await office.round()
    expect(office.heardAt('hr')).toEqual(names)
  })

  it('a worker whose job another has taken over sends nothing more, and what it sent counts', async () => {
    const office = new PostOffice(new House())
    const { db } = office.house
    const id = await office.endpoint('hr', () => accepted)
    for (const name of ['a', 'b', 'c']) await office.happens(name, 'one')
    office.before = async () => {
      await db.run(sql`UPDATE job_leases SET fence = fence + 1, until = 0 WHERE job LIKE 'deliverEvents:%'`)
    }
    expect(await office.round()).toMatchObject({ delivered: 1 })
    expect(office.heardAt('hr')).toEqual(['a'])
    const deliveries = await office.house.root.all(`webhook-endpoints/${id}/deliveries`)
    expect(deliveries.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'delivered'])
    office.before = async () => undefined
    await office.round()
    expect(office.heardAt('hr')).toEqual(['a', 'b', 'c'])
  })

  it('a round ends after twenty seconds, whatever still waits', async () => {
    const office = new PostOffice(new House())
    await office.endpoint('hr', () => ({ ...accepted, ms: 3 * SECOND }))
    for (let n = 0; n < 12; n++) await office.happens(`e${n}`, 'one')
    await office.round()
    expect(office.heard).toHaveLength(7)
  })
})

describe('a receiver in trouble', () => {
  it('never keeps the others waiting: of six connections, those in doubt take two', async () => {
    const office = new PostOffice(new House())
    for (const name of ['a', 'b', 'c', 'd']) await office.endpoint(name, () => refused)
    await office.happens('first', 'one')
    await office.round()
    await office.endpoint('well')
    for (let n = 0; n < 8; n++) await office.happens(`e${n}`, `line-${n}`)
    office.house.now += 6 * SECOND
    office.mostInFlight = 0
    const before = office.heard.length
    await office.round()
    expect(office.mostInFlight).toBeLessThanOrEqual(6)
    const order = office.heard.slice(before).map(({ url }) => url.endsWith('/well'))
    expect(order.filter(Boolean)).toHaveLength(8)
    expect(order.slice(0, 6).filter((isWell) => !isWell).length).toBeLessThanOrEqual(2)
  })

  it('is left alone after five failures in a row, longer each time, and one attempt tells whether it is back', async () => {
    const office = new PostOffice(new House())
    let isWell = false
    const id = await office.endpoint('hr', () => (isWell ? accepted : refused))
    for (let n = 0; n < 12; n++) await office.happens(`e${n}`, `line-${n}`)
    await office.round()
    // Four lines at once until the first has failed, then one by one, five failures at least.
    const first = office.heard.length
    expect(first).toBeGreaterThanOrEqual(5)
    expect(first).toBeLessThanOrEqual(8)
    const shown = await office.house.root.get(`webhook-endpoints/${id}`)
    expect(shown.json.failing_since).not.toBeNull()
    expect(Date.parse(shown.json.open_until)).toBeGreaterThan(office.house.now)
    office.house.now = Date.parse(shown.json.open_until) - 1
    await office.round()
    expect(office.heard).toHaveLength(first)
    office.house.now += 1
    await office.round()
    expect(office.heard).toHaveLength(first + 1)
    const again = await office.house.root.get(`webhook-endpoints/${id}`)
    const waits = [shown, again].map(({ json }) => Date.parse(json.open_until))
    expect(waits[1]! - office.house.now).toBeGreaterThanOrEqual(2 * MINUTE)
    isWell = true
    office.house.now = waits[1]!
    await office.round()
    // What had failed is not left waiting for hours: all twelve have arrived.
    expect(new Set(office.heardAt('hr')).size).toBe(12)
    expect(await office.house.root.all(`webhook-endpoints/${id}/deliveries?state=waiting`)).toEqual([])
    const last = (await office.house.root.get(`webhook-endpoints/${id}`)).json
    expect(last).toMatchObject({ state: 'active', failing_since: null, open_until: null })
  })

  it('that asks to wait is left alone as long as it asks, with everything', async () => {
    const office = new PostOffice(new House())
    await office.endpoint('hr', (_, count) =>
      count === 1 ? { outcome: 'throttled', status: 429, retryAfterMs: 10 * MINUTE } : accepted,
    )
    await office.happens('a', 'one')
    await office.round()
    await office.happens('b', 'two')
    office.house.now += 9 * MINUTE
    await office.round()
    expect(office.heardAt('hr')).toEqual(['a'])
    office.house.now += 2 * MINUTE
    await office.round()
    expect(office.heardAt('hr').toSorted()).toEqual(['a', 'a', 'b'])
  })

  it('that says it is gone is told nothing more, and the team is written to; switched on again, it gets what waited', async () => {
    const { office, id, mails } = await withTeam((_, count) =>
      count === 1 ? { outcome: 'gone', status: 410 } : accepted,
    )
    await office.happens('a', 'one')
    await office.round()
    const shown = (await office.house.root.get(`webhook-endpoints/${id}`)).json
    expect(shown).toMatchObject({ state: 'disabled', disabled_reason: 'gone' })
    office.house.now += DAY
    await office.round()
    expect(office.heard).toHaveLength(1)
    expect(await mails()).toEqual([
      ['anna@armorique.example', 'Une adresse de réception n’existe plus\u00a0: 127.0.0.1:9'],
      ['bleiz@armorique.example', 'Une adresse de réception n’existe plus\u00a0: 127.0.0.1:9'],
    ])
    const again = await office.house.root.patch(`webhook-endpoints/${id}`, { state: 'active' })
    expect(again.json).toMatchObject({ state: 'active', disabled_reason: null })
    await office.round()
    expect(office.heardAt('hr')).toEqual(['a', 'a'])
  })

  it('for five days is switched off, with a mail to all organisers the day before and on the day, and loses nothing', async () => {
    let isWell = false
    const { office, id, mails } = await withTeam(() => (isWell ? accepted : refused))
    await office.happens('a', 'one')
    await office.happens('b', 'one')
    const startedAt = office.house.now
    const told: [string, number][] = []
    for (let state = 'active'; state === 'active' && office.house.now - startedAt < 8 * DAY; ) {
      await office.round()
      for (const [to, subject] of await mails()) {
        if (to === 'anna@armorique.example') told.push([subject, (office.house.now - startedAt) / DAY])
      }
      state = (await office.house.root.get(`webhook-endpoints/${id}`)).json.state
      if (state === 'active') office.house.now += 3 * HOUR
    }
    expect(told.map(([subject]) => subject)).toEqual([
      'Un système ne répond plus\u00a0: 127.0.0.1:9',
      'Les envois sont arrêtés\u00a0: 127.0.0.1:9',
    ])
    expect(told[0]![1]).toBeGreaterThan(4)
    expect(told[0]![1]).toBeLessThan(4.5)
    expect(told[1]![1]).toBeGreaterThan(5)
    expect(told[1]![1]).toBeLessThan(6.3)
    isWell = true
    await office.house.root.patch(`webhook-endpoints/${id}`, { state: 'active' })
    await office.round()
    expect(office.heardAt('hr').slice(-2)).toEqual(['a', 'b'])
  }, 60_000)

  /** An endpoint, and two organisers whose mails about it are read as they leave. */
  async function withTeam(reply: Reply) {
    const office = new PostOffice(new House())
    for (const email of ['anna@armorique.example', 'bleiz@armorique.example']) {
      await office.house.root.put(`organisers/${email}`)
    }
    await office.house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    const id = await office.endpoint('hr', reply)
    const mails = async () => {
      office.house.mails.length = 0
      await office.house.deliver([{ job: 'mails' }])
      return office.house.mails
        .filter(({ words }) => words.subject.includes('127.0.0.1'))
        .map(({ to, words }) => [to, words.subject] as const)
        .toSorted()
    }
    return { office, id, mails }
  }
})
