import { describe, expect, it } from 'vitest'
import { webhookEndpoints } from '#db/schema/webhook.ts'
import { House } from '#test/house.ts'
import { accepted, PostOffice, type Reply } from '#test/post-office.ts'

const DAY = 86_400_000
const URL_OF_HR = 'https://hr.armorique.example/binome'

function challengeIn(body: string): string {
  return JSON.parse(body).data.challenge
}

async function withReceiver(reply: Reply) {
  const office = new PostOffice(new House())
  office.replies[URL_OF_HR] = reply
  const { status, json } = await office.house.root.post('webhook-endpoints', { url: URL_OF_HR })
  expect([status, json.state]).toEqual([201, 'pending'])
  const door = `webhook-endpoints/${json.id}`
  const state = async () => {
    const { json: shown } = await office.house.root.get(door)
    return [shown.state, shown.disabled_reason]
  }
  return { office, door, id: json.id as string, state }
}

describe('nobody is told of events before it has shown whose it is', () => {
  it.each([
    ['as text', (text: string) => text],
    ['as JSON', (text: string) => JSON.stringify({ challenge: text })],
  ])('a receiver that sends the challenge back %s hears of what happens from then on', async (_, say) => {
    const { office, state } = await withReceiver(({ body }) => ({
      ...accepted,
      answer: body.includes('webhook-endpoint.challenge') ? say(challengeIn(body)) : '',
    }))
    expect(office.house.wakes.at(-1)).toEqual({ job: 'deliveries' })
    await office.happens('before', 'one')
    expect(await office.round()).toEqual({ proved: 1, delivered: 0, failed: 0 })
    expect(await state()).toEqual(['active', null])
    const sent = office.heard[0]!
    expect(JSON.parse(sent.body)).toMatchObject({
      type: 'webhook-endpoint.challenge',
      timestamp: new Date(office.house.now).toISOString(),
      data: { challenge: expect.stringMatching(/^\w{43}$/) },
    })
    expect(sent.secrets).toHaveLength(1)
    await office.happens('after', 'one')
    await office.round()
    expect(office.heard.slice(1).map(({ event }) => event)).toEqual(['after'])
  })

  it('a yes without the challenge proves nothing; after a day of asking the endpoint is switched off', async () => {
    const { office, state, door } = await withReceiver(() => ({ ...accepted, answer: 'OK' }))
    for (let minutes = 0; minutes < 27 * 60; minutes += 15) {
      await office.round()
      office.house.now += 15 * 60_000
    }
    expect(await state()).toEqual(['disabled', 'unproved'])
    expect(office.heard).toHaveLength(8)
    expect(new Set(office.heard.map(({ id }) => id)).size).toBe(1)
    const again = await office.house.root.patch(door, { state: 'active' })
    expect(again.json.state).toBe('pending')
    await office.round()
    expect(office.heard).toHaveLength(9)
    expect(challengeIn(office.heard[8]!.body)).not.toBe(challengeIn(office.heard[0]!.body))
  }, 60_000)

  it('its owner reads what the receiver answered to the last request, and when the next one leaves', async () => {
    const replies: Reply[] = [
      () => ({ ...accepted, outcome: 'refused', status: 404 }),
      () => ({ ...accepted, answer: 'OK' }),
      ({ body }) => ({ ...accepted, answer: challengeIn(body) }),
    ]
    const { office, door } = await withReceiver((letter, count) => replies.shift()!(letter, count))
    const shown = async () => office.house.root.get(door)
    expect((await shown()).json.proof).toMatchObject({ attempts: 0, last_outcome: null })
    await office.round()
    const first = await shown()
    expect(first.json.proof).toMatchObject({ attempts: 1, last_outcome: 'refused', last_status: 404 })
    office.house.now = Date.parse(first.json.proof.next_attempt_at)
    await office.round()
    const second = await shown()
    expect(second.json.proof).toMatchObject({ attempts: 2, last_outcome: 'unproved', last_status: 200 })
    expect(second.headers.get('etag')).not.toBe(first.headers.get('etag'))
    office.house.now = Date.parse(second.json.proof.next_attempt_at)
    await office.round()
    expect((await shown()).json).toMatchObject({ state: 'active', proof: null })
  })

  it('its owner may hand the challenge in by hand, and no other text will do', async () => {
    const { office, door, state } = await withReceiver(() => ({ ...accepted, answer: '' }))
    await office.round()
    const wrong = await office.house.root.post(`${door}/verification`, { challenge: 'guessed' })
    expect(wrong.status).toBe(422)
    expect(wrong.json.errors[0].pointer).toBe('/challenge')
    const challenge = challengeIn(office.heard[0]!.body)
    const right = await office.house.root.post(`${door}/verification`, { challenge })
    expect([right.status, right.json.state]).toEqual([200, 'active'])
    expect((await office.house.root.post(`${door}/verification`, { challenge })).status).toBe(200)
    await office.house.root.patch(door, { state: 'disabled' })
    expect(await state()).toEqual(['disabled', 'by-hand'])
    expect((await office.house.root.post(`${door}/verification`, { challenge })).status).toBe(409)
    await office.house.root.patch(door, { state: 'active' })
    expect(await state()).toEqual(['active', null])
    office.house.now += DAY
    await office.round()
    expect(office.heard).toHaveLength(1)
  })

  it('a new address must prove itself again, also where the old one had; the same address need not', async () => {
    const { office, door, id } = await withReceiver(({ body }) => ({ ...accepted, answer: body }))
    await office.round()
    expect((await office.house.root.patch(door, { url: URL_OF_HR })).json.state).toBe('active')
    const moved = await office.house.root.patch(door, { url: 'https://hr2.armorique.example/binome' })
    expect(moved.json.state).toBe('pending')
    await office.happens('unheard', 'one')
    expect(await office.house.root.all(`${door}/deliveries`)).toEqual([])
    await office.round()
    const last = office.heard.at(-1)!
    expect(last.url).toBe('https://hr2.armorique.example/binome')
    expect((await endpointOf(office.house)).id).toBe(id)
  })

  it('a receiver on its owner’s own machine is trusted, until somebody asks it to prove itself', async () => {
    const office = new PostOffice(new House())
    const id = await office.endpoint('hr', ({ body }) => ({ ...accepted, answer: body }))
    const door = `webhook-endpoints/${id}`
    expect((await office.house.root.get(door)).json.state).toBe('active')
    expect((await office.house.root.post(`${door}/challenge`)).json.state).toBe('pending')
    expect(await office.round()).toMatchObject({ proved: 1 })
    expect((await office.house.root.get(door)).json.state).toBe('active')
  })
})

async function endpointOf(house: House) {
  return (await house.db.select().from(webhookEndpoints))[0]!
}
