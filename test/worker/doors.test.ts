import { describe, expect, it } from 'vitest'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme, makeSignUp } from '#test/makers.ts'
import { DOORS } from '../../worker/routes/doors.ts'

function routesOf(door: keyof typeof DOORS): { method: string; path: string }[] {
  const found = DOORS[door].flatMap((room) => room.routes as { method: string; path: string }[])
  return [...new Map(found.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
}

function fill(path: string): string {
  return `/api/v1${path.replace(/:\w+/g, 'unknown')}`
}

async function knock(house: House, door: keyof typeof DOORS, headers: Record<string, string>) {
  const answers: [string, number][] = []
  for (const { method, path } of routesOf(door)) {
    const response = await house.request(fill(path), {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: '{}' }),
    })
    answers.push([`${method} ${path}`, response.status])
  }
  return answers
}

describe('every door has its guard', () => {
  it('a stranger is told to sign in at every door but the open ones', async () => {
    const house = new House()
    for (const door of ['hris', 'console', 'participant'] as const) {
      const answers = await knock(house, door, {})
      expect(answers.length).toBeGreaterThan(1)
      expect(answers.filter(([, status]) => status !== 401)).toEqual([])
    }
  })

  it('a participant opens none of the doors of HR and organisers', async () => {
    const house = new House()
    await house.root.put('employees/M1', makeEmployee({ email: addressOf('M1') }))
    await house.root.post('programmes', makeProgramme())
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentor', 'M1'))
    await house.session(addressOf('M1'))
    const asked = await house.stranger.post('sign-in-codes', { email: addressOf('M1') })
    expect(asked.status).toBe(202)
    await house.tick()
    const code = /\d{6}/.exec(house.mails.at(-1)?.words.subject ?? '')?.[0]
    const session = await house.stranger.post('sessions', { email: addressOf('M1'), code })
    const cookie = (session.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    for (const door of ['hris', 'console'] as const) {
      const answers = await knock(house, door, { cookie })
      expect(answers.filter(([, status]) => status !== 403)).toEqual([])
    }
  })

  it('a key with one scope opens nothing beyond it', async () => {
    const house = new House()
    const key = await house.root.post('keys', { name: 'feed', scopes: ['events:read'] })
    const answers = [
      ...(await knock(house, 'hris', { authorization: `Bearer ${key.json.secret}` })),
      ...(await knock(house, 'console', { authorization: `Bearer ${key.json.secret}` })),
    ]
    expect(answers.filter(([, status]) => status !== 403)).toEqual([
      ['GET /events', 200],
      ['GET /journal-seal', 200],
    ])
  })

  it('an address that exists under another method says which, one that does not exist says so', async () => {
    const { root } = new House()
    const wrong = await root.delete('employees')
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(wrong.json).toMatchObject({ type: '/fr/problems/method-not-allowed/', status: 405 })
    expect((await root.get('nothing-here')).status).toBe(404)
  })

  it('every refusal of a field is said in plain French and plain English, without a word of the other', async () => {
    const house = new House()
    const wrong = {
      slug: 'Été !',
      words: { fr: {}, en: {} },
      kind: 'dance',
      matching_at: 'tomorrow',
      time_zone: 'Mars/Olympus',
      acceptance_days: 1.5,
      capacity_max: 1000,
      starts_on: '2026-02-30',
      surprise: 1,
    }
    const said = async (language: string) => {
      const { authorization } = await rootHeaders(house)
      return (await house.as({ authorization, 'accept-language': language }).post('programmes', wrong)).json
        .errors
    }
    const [french, english] = [await said('fr'), await said('en')]
    const pointers = french.map((error: any) => error.pointer)
    for (const field of Object.keys(wrong).filter((name) => name !== 'words'))
      expect(pointers).toContain(`/${field}`)
    expect(english.map((error: any) => error.pointer)).toEqual(pointers)
    expect(french.map((error: any) => error.detail).join(' ')).not.toMatch(
      /\b(must|the|a field|Give|null|undefined)\b/,
    )
    expect(english.map((error: any) => error.detail).join(' ')).not.toMatch(
      /\b(Donnez|doit|null|undefined)\b/,
    )
  })

  it('every refusal is a problem with a page, in the language that was asked for', async () => {
    const house = new House()
    const english = await house.as({ 'accept-language': 'en-GB,fr;q=0.5' }).get('employees')
    expect(english.headers.get('content-type')).toBe('application/problem+json')
    expect(english.json).toMatchObject({
      type: '/en/problems/unauthenticated/',
      title: 'Sign-in needed',
      status: 401,
    })
    expect(english.headers.get('www-authenticate')).toBe('Bearer')
  })
})

async function rootHeaders(house: House): Promise<{ authorization: string }> {
  const key = await house.root.post('keys', { name: 'organiser', scopes: ['*'] })
  return { authorization: `Bearer ${key.json.secret}` }
}
