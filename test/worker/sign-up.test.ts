import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import {
  makeEmployee,
  makeMenteeAnswers,
  makeMentorAnswers,
  makeProgramme,
  makeSignUp,
} from '#test/makers.ts'

async function openHouse(programme: Record<string, unknown> = {}): Promise<House> {
  const house = new House()
  await house.root.post('programmes', makeProgramme(programme))
  await house.root.put('programmes/regards-croises/publication')
  return house
}

function makeStranger(overrides: Record<string, unknown> = {}) {
  return {
    role: 'mentor',
    given_name: 'Yuna',
    family_name: 'Riou',
    email: 'yuna.riou@armorique.example',
    language: 'en',
    consents: { volunteer: true, charter: true },
    answers: makeMentorAnswers(),
    ...overrides,
  }
}

const DOOR = 'programmes/regards-croises/sign-ups'

function tokenIn(house: House): string {
  return /confirmation\/(\w+)\//.exec(house.mails.at(-1)?.text ?? '')?.[1] ?? ''
}

describe('somebody signs up', () => {
  it('a person whom HR knows is linked once the address is proved, and HR’s facts stay', async () => {
    const house = await openHouse()
    await house.root.put(
      'employees/E-7',
      makeEmployee({ email: 'Yuna.Riou@armorique.example', site: 'Brest' }),
    )
    const answer = await house.stranger.post(
      DOOR,
      makeStranger({ answers: { ...makeMentorAnswers(), G3: { site: 'Rennes' } } }),
    )
    expect(answer.status).toBe(202)
    expect(await house.root.all('programmes/regards-croises/participants')).toEqual([])
    await house.tick()
    expect(house.mails[0]).toMatchObject({ to: 'yuna.riou@armorique.example', language: 'en' })
    const confirmed = await house.stranger.post('sign-up-confirmations', { token: tokenIn(house) })
    expect(confirmed.status).toBe(201)
    expect(await house.root.all('programmes/regards-croises/participants')).toMatchObject([
      { person: 'E-7', role: 'mentor', state: 'active', capacity: 1, site: 'Brest' },
    ])
  })

  it('opening the link twice changes nothing more, and a link that never was is told so', async () => {
    const house = await openHouse({ externals_allowed: true })
    await house.stranger.post(DOOR, makeStranger())
    await house.tick()
    const token = tokenIn(house)
    expect((await house.stranger.post('sign-up-confirmations', { token })).status).toBe(201)
    expect((await house.stranger.post('sign-up-confirmations', { token })).status).toBe(201)
    expect(await house.root.all('programmes/regards-croises/participants')).toHaveLength(1)
    expect((await house.stranger.post('sign-up-confirmations', { token: `${token}x` })).status).toBe(404)
  })

  it('an unknown person is welcome where the programme allows externals', async () => {
    const house = await openHouse({ externals_allowed: true })
    await house.stranger.post(
      DOOR,
      makeStranger({ role: 'both', answers: { ...makeMenteeAnswers(), ...makeMentorAnswers() } }),
    )
    await house.tick()
    await house.stranger.post('sign-up-confirmations', { token: tokenIn(house) })
    const participants = await house.root.all('programmes/regards-croises/participants')
    expect(participants.map((one: any) => one.role).sort()).toEqual(['mentee', 'mentor'])
    expect(participants[0]?.person).toMatch(/^per_/)
  })

  it('elsewhere the answers are kept, and the same link works once HR knows the address', async () => {
    const house = await openHouse({ externals_allowed: false })
    await house.stranger.post(DOOR, makeStranger())
    await house.tick()
    const token = tokenIn(house)
    expect((await house.stranger.post('sign-up-confirmations', { token })).status).toBe(403)
    await house.root.put('employees/E-7', makeEmployee({ email: 'yuna.riou@armorique.example' }))
    expect((await house.stranger.post('sign-up-confirmations', { token })).status).toBe(201)
  })

  it('HR may name later a person who first came alone: one person, with both histories', async () => {
    const house = await openHouse({ externals_allowed: true })
    await house.stranger.post(DOOR, makeStranger())
    await house.tick()
    await house.stranger.post('sign-up-confirmations', { token: tokenIn(house) })
    await house.root.put(
      'employees/E-7',
      makeEmployee({ email: 'yuna.riou@armorique.example', manager: 'E-1' }),
    )
    expect(await house.root.all('programmes/regards-croises/participants')).toMatchObject([{ person: 'E-7' }])
  })

  it('an unconfirmed sign-up never overwrites a confirmed one', async () => {
    const house = await openHouse()
    await house.root.put('employees/E-7', makeEmployee({ email: 'yuna.riou@armorique.example' }))
    await house.root.post(DOOR, makeSignUp('mentor', 'E-7', makeMentorAnswers({ CAP: 2 })))
    await house.stranger.post(DOOR, makeStranger({ answers: makeMentorAnswers({ CAP: 1 }) }))
    expect(await house.root.all('programmes/regards-croises/participants')).toMatchObject([{ capacity: 2 }])
  })

  it('a key that vouches for dated consents needs no mail', async () => {
    const house = await openHouse()
    await house.root.put('employees/E-7', makeEmployee({ email: 'y@armorique.example' }))
    const key = await house.root.post('keys', { name: 'HR', scopes: ['sign-ups:write'] })
    const hr = house.as({ authorization: `Bearer ${key.json.secret}` })
    const answer = await hr.post(DOOR, makeSignUp('mentee', 'E-7'))
    expect(answer.status).toBe(201)
    expect(answer.json.participants).toMatchObject([
      { person: 'E-7', role: 'mentee', state: 'active', capacity: 1 },
    ])
    await house.tick()
    expect(house.mails).toEqual([])
    expect((await hr.post(DOOR, makeSignUp('mentee', 'NOBODY'))).status).toBe(404)
  })

  it('nobody signs up before the doors open or after they close', async () => {
    const house = new House()
    await house.root.post(
      'programmes',
      makeProgramme({ sign_ups_open_at: '2026-03-03T08:00:00Z', sign_ups_close_at: '2026-03-10T08:00:00Z' }),
    )
    expect((await house.stranger.post(DOOR, makeStranger())).status).toBe(404)
    await house.root.put('programmes/regards-croises/publication')
    expect((await house.stranger.post(DOOR, makeStranger())).status).toBe(410)
    house.now = Date.parse('2026-03-03T08:00:00Z')
    expect((await house.stranger.post(DOOR, makeStranger())).status).toBe(202)
    house.now = Date.parse('2026-03-10T08:00:00Z')
    expect((await house.stranger.post(DOOR, makeStranger())).status).toBe(410)
  })

  it('bad answers are refused with a pointer each, and nothing is stored', async () => {
    const house = await openHouse()
    const refused = await house.stranger.post(
      DOOR,
      makeStranger({ email: undefined, answers: { ...makeMentorAnswers(), G2: [], WANTS: [], age: 30 } }),
    )
    expect(refused.status).toBe(422)
    const pointers = refused.json.errors.map((error: any) => error.pointer)
    expect(pointers).toContain('/email')
    expect(pointers).toContain('/answers/age')
    expect(pointers.some((pointer: string) => pointer.startsWith('/answers/WANTS'))).toBe(true)
    await house.tick()
    expect(house.mails).toEqual([])
  })

  it('without consent nothing starts', async () => {
    const house = await openHouse()
    for (const consents of [{}, { volunteer: true }, { volunteer: false, charter: true }, null]) {
      expect((await house.stranger.post(DOOR, makeStranger({ consents }))).status).toBe(422)
    }
  })

  it('an address cannot be flooded with confirmation mails', async () => {
    const house = await openHouse()
    const send = (n: number) => house.stranger.post(DOOR, makeStranger({ given_name: `Yuna ${n}` }))
    for (let n = 0; n < 5; n++) expect((await send(n)).status).toBe(202)
    expect((await send(5)).status).toBe(429)
  })

  it('whoever got no answer and sends the same again is written to once', async () => {
    const house = await openHouse()
    for (let n = 0; n < 3; n++) expect((await house.stranger.post(DOOR, makeStranger())).status).toBe(202)
    await house.tick()
    expect(house.mails).toHaveLength(1)
  })

  it('a form filled in by a program looks received and is thrown away', async () => {
    const house = await openHouse()
    const answer = await house.stranger.form(`/api/v1/${DOOR}`, {
      role: 'mentor',
      language: 'fr',
      subject_note: 'buy',
    })
    expect(answer.status).toBe(303)
    const kept = await house.db.$client.prepare('SELECT count(*) AS n FROM sign_ups').first('n')
    expect(kept).toBe(0)
  })

  it('whatever is sent to the door, it answers without an error of its own', async () => {
    const house = await openHouse()
    const bodies = [
      '',
      'null',
      '[]',
      '{',
      '"x"',
      '{"answers":{"G6":{"slots":[[[]]]}}}',
      `${'['.repeat(5000)}`,
      '{"role":1e999}',
      '{"__proto__":{"role":"mentor"}}',
      '{"constructor":{"prototype":{}}}',
      `{"given_name":"${'x'.repeat(60000)}"}`,
      '{"given_name":"a\\u0000b","family_name":"\\ud800","email":"a@b@c"}',
      `{"a":"${'y'.repeat(70000)}"}`,
    ]
    for (const body of bodies) {
      for (const type of [
        'application/json',
        'text/plain',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
      ]) {
        const response = await house.request(`/api/v1/${DOOR}`, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        })
        expect(response.status, `${type}: ${body.slice(0, 60)}`).toBeLessThan(500)
        expect(response.status).toBeGreaterThanOrEqual(400)
      }
    }
  })
})
