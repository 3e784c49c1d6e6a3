import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme, makeSignUp } from '#test/makers.ts'

describe('people sign in with a mailed code', () => {
  it('an organiser receives a code, trades it for a session, and signs out', async () => {
    const house = new House()
    const organiser = await house.organiser()
    expect((await organiser.get('session')).json).toEqual({
      email: 'organiser@armorique.example',
      organiser: true,
      role: 'organiser',
      person: null,
    })
    expect((await organiser.post('sign-outs')).status).toBe(204)
    expect((await organiser.get('session')).status).toBe(401)
  })

  it('an unknown address gets the same answer and no mail', async () => {
    const house = new House()
    await house.root.put('organisers/known@armorique.example')
    const known = await house.stranger.post('sign-in-codes', { email: 'known@armorique.example' })
    const unknown = await house.stranger.post('sign-in-codes', { email: 'nobody@armorique.example' })
    expect(unknown.status).toBe(known.status)
    expect(unknown.text).toBe(known.text)
    await house.tick()
    expect(house.mails.map((mail) => mail.to)).toEqual(['known@armorique.example'])
  })

  it('a wrong code is refused, and three wrong ones use the right one up', async () => {
    const house = new House()
    await house.root.put('organisers/o@armorique.example')
    await house.stranger.post('sign-in-codes', { email: 'o@armorique.example' })
    await house.tick()
    const code = /\d{6}/.exec(house.mails[0]?.words.subject ?? '')?.[0] ?? ''
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 4; tries++) {
      expect(
        (await house.stranger.post('sessions', { email: 'o@armorique.example', code: wrong })).status,
      ).toBe(401)
    }
    expect((await house.stranger.post('sessions', { email: 'o@armorique.example', code })).status).toBe(401)
  })

  it('nobody can have more than five codes mailed to an address in a quarter of an hour', async () => {
    const house = new House()
    const ask = () => house.stranger.post('sign-in-codes', { email: 'o@armorique.example' })
    for (let n = 0; n < 5; n++) expect((await ask()).status).toBe(202)
    const sixth = await ask()
    expect(sixth.status).toBe(429)
    expect(sixth.headers.get('retry-after')).toBe('60')
    house.now += 901_000
    expect((await ask()).status).toBe(202)
  })

  it('without script the form leads to the code page, then to the space, and never to a foreign page', async () => {
    const house = new House()
    await house.root.put('organisers/o@armorique.example')
    const asked = await house.stranger.form('/api/v1/sign-in-codes', {
      email: 'o@armorique.example',
      language: 'en',
      next: 'https://evil.example/',
    })
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toBe('/en/me/code/')
    await house.tick()
    const code = /\d{6}/.exec(house.mails[0]?.words.subject ?? '')?.[0] ?? ''
    const cookie = (asked.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const back = await house.as({ cookie }).form('/api/v1/sessions', { code, language: 'en' })
    expect(back.status).toBe(303)
    expect(back.headers.get('location')).toBe('/en/me/')
    expect(back.headers.getSetCookie()[0]).toMatch(/^binome=.*HttpOnly.*SameSite=Lax/i)
  })

  it('a page of somebody else cannot act with the session of a person', async () => {
    const house = new House()
    const organiser = await house.organiser()
    const cookie = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect((await organiser.post('programmes', makeProgramme(), cookie)).status).toBe(403)
    expect((await organiser.post('programmes', makeProgramme())).status).toBe(201)
  })

  it('a leaver’s session is worth nothing from the moment HR says so', async () => {
    const house = new House()
    await house.root.put('employees/m', makeEmployee({ email: 'm@armorique.example' }))
    await house.root.post('programmes', makeProgramme())
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentor', 'm'))
    const mentor = await house.session('m@armorique.example')
    expect((await mentor.get('session')).json.organiser).toBe(false)
    await house.root.put('employees/m', makeEmployee({ email: 'm@armorique.example', active: false }))
    expect((await mentor.get('session')).status).toBe(401)
  })
})
