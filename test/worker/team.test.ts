import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { organiserShown } from '#contract/organiser.ts'
import { sessionShown } from '#contract/session.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme, makeSignUp } from '#test/makers.ts'

const AWA = 'awa@armorique.example'
const LOIC = 'loic@armorique.example'

describe('the programme team', () => {
  it('an address without a role is an organiser’s; the same again writes nothing', async () => {
    const house = new House()
    const added = await house.root.put(`organisers/${AWA}`)
    expect([added.status, added.json.role, added.json.email]).toEqual([201, 'organiser', AWA])
    expect(v.is(organiserShown, added.json)).toBe(true)
    const again = await house.root.put(`organisers/${AWA.toUpperCase()}`, {})
    expect([again.status, again.json.id]).toEqual([200, added.json.id])
    const rows = await house.db.all(sql`SELECT type FROM events WHERE subject = ${added.json.id}`)
    expect(rows).toEqual([{ type: 'organiser.added' }])
  })

  it('is listed by address, page after page', async () => {
    const house = new House()
    for (const name of ['c', 'a', 'b'])
      await house.root.put(`organisers/${name}@armorique.example`, { role: 'coach' })
    const first = await house.root.get('organisers?limit=2')
    expect(first.json.items.map(({ email }: { email: string }) => email[0])).toEqual(['a', 'b'])
    const rest = await house.root.get(`organisers?cursor=${first.json.next_cursor}`)
    expect(rest.json.items).toMatchObject([{ email: 'c@armorique.example', role: 'coach' }])
  })

  it('one member is read with a version, and is not changed behind the back of who read it', async () => {
    const house = new House()
    await house.root.put(`organisers/${AWA}`, { role: 'coach' })
    const read = await house.root.get(`organisers/${AWA}`)
    expect([read.json.role, read.headers.get('etag')]).toEqual(['coach', 'W/"1"'])
    const { secret } = (await house.root.post('keys', { name: 'team', scopes: ['*'] })).json
    const change = (role: string, tag: string) =>
      house.request(`/api/v1/organisers/${AWA}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'if-match': tag,
        },
        body: JSON.stringify({ role }),
      })
    expect((await change('consultant', 'W/"1"')).status).toBe(200)
    expect((await change('organiser', 'W/"1"')).status).toBe(412)
    expect((await house.root.get(`organisers/${AWA}`)).json.role).toBe('consultant')
    expect((await house.root.get(`organisers/${LOIC}`)).status).toBe(404)
  })

  it.each([
    ['not-an-address', undefined],
    [`${AWA}%0d%0aBcc:x@y.example`, undefined],
    [`${'a'.repeat(300)}@armorique.example`, undefined],
    [AWA, { role: 'admin' }],
    [AWA, { role: '__proto__' }],
    [AWA, { role: null }],
    [AWA, { roles: ['coach'] }],
    [AWA, ['coach']],
  ])('%.40s as %j is refused', async (email, body) => {
    const { root } = new House()
    expect((await root.put(`organisers/${email}`, body)).status).toBe(422)
    expect((await root.get('organisers')).json.items).toEqual([])
  })

  it('a role counts from the next request on, in the session that is already open', async () => {
    const house = new House()
    await house.organiser(LOIC)
    const awa = await house.organiser(AWA)
    expect((await awa.get('keys')).status).toBe(200)
    const lowered = await house.root.put(`organisers/${AWA}`, { role: 'coach' })
    expect([lowered.status, lowered.headers.get('etag')]).toEqual([200, 'W/"2"'])
    const session = await awa.get('session')
    expect(session.json).toEqual({ email: AWA, organiser: false, role: 'coach', person: null })
    expect(v.is(sessionShown, session.json)).toBe(true)
    expect((await awa.get('keys')).status).toBe(403)
    expect((await awa.put(`organisers/${AWA}`, { role: 'organiser' })).status).toBe(403)
    await house.root.put(`organisers/${AWA}`)
    expect((await awa.get('keys')).status).toBe(200)
  })

  it('a coach sees who takes part and which pairs there are, and changes nothing', async () => {
    const house = new House()
    await house.root.post('programmes', makeProgramme())
    await house.root.put('programmes/regards-croises/publication')
    await house.root.put(`organisers/${AWA}`, { role: 'coach' })
    const coach = await house.session(AWA)
    for (const path of ['programmes', 'programmes/regards-croises/participants', 'pairs']) {
      expect([path, (await coach.get(path)).status]).toEqual([path, 200])
    }
    for (const path of ['keys', 'organisers', 'security-events', 'employees', 'webhook-endpoints']) {
      expect([path, (await coach.get(path)).status]).toEqual([path, 403])
    }
    expect((await coach.post('programmes', makeProgramme({ slug: 'other' }))).status).toBe(403)
    expect((await coach.put(`organisers/${AWA}`)).status).toBe(403)
    expect((await coach.delete(`organisers/${AWA}`)).status).toBe(403)
  })

  it('a consultant sees no person, no pair and no key', async () => {
    const house = new House()
    await house.root.post('programmes', makeProgramme())
    await house.root.put('programmes/regards-croises/publication')
    await house.root.put(`organisers/${AWA}`, { role: 'consultant' })
    const consultant = await house.session(AWA)
    expect((await consultant.get('session')).json.role).toBe('consultant')
    expect((await consultant.get('programmes')).json.items).toHaveLength(1)
    for (const path of [
      'programmes/regards-croises/participants',
      'pairs',
      'keys',
      'organisers',
      'employees',
    ])
      expect([path, (await consultant.get(path)).status]).toEqual([path, 403])
  })
})

describe('leaving the programme team', () => {
  it('ends the sessions at once, and no code opens another', async () => {
    const house = new House()
    await house.organiser(LOIC)
    const awa = await house.organiser(AWA)
    expect((await house.root.delete(`organisers/${AWA}`)).status).toBe(204)
    expect((await awa.get('session')).status).toBe(401)
    await house.stranger.post('sign-in-codes', { email: AWA })
    const before = house.mails.length
    await house.tick()
    expect(house.mails.slice(before).filter(({ to }) => to === AWA)).toEqual([])
    const left = await house.db.all(
      sql`SELECT s.id FROM sign_in_sessions AS s JOIN sign_in_users AS u ON u.id = s.userId WHERE u.email = ${AWA}`,
    )
    expect(left).toEqual([])
    expect((await house.root.delete(`organisers/${AWA}`)).status).toBe(404)
  })

  it('leaves a participant their own space', async () => {
    const house = new House()
    await house.root.put('employees/M1', makeEmployee({ email: AWA }))
    await house.root.post('programmes', makeProgramme())
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentor', 'M1'))
    await house.root.put(`organisers/${AWA}`)
    const before = await house.session(AWA)
    await house.root.delete(`organisers/${AWA}`)
    expect((await before.get('session')).status).toBe(401)
    expect((await (await house.session(AWA)).get('session')).json.role).toBe('participant')
  })

  it('the last organiser cannot be removed or lowered from the console, not even by themselves', async () => {
    const house = new House()
    const awa = await house.organiser(AWA)
    await house.root.put(`organisers/${LOIC}`, { role: 'coach' })
    expect((await awa.delete(`organisers/${AWA}`)).status).toBe(409)
    expect((await awa.put(`organisers/${AWA}`, { role: 'consultant' })).status).toBe(409)
    expect((await awa.get('session')).json.role).toBe('organiser')
    await awa.put(`organisers/${LOIC}`, { role: 'organiser' })
    expect((await awa.delete(`organisers/${AWA}`)).status).toBe(204)
  })

  it('two organisers who remove each other at the same moment do not leave the console without anybody', async () => {
    const house = new House()
    const [awa, loic] = [await house.organiser(AWA), await house.organiser(LOIC)]
    const answers = await Promise.all([awa.delete(`organisers/${LOIC}`), loic.delete(`organisers/${AWA}`)])
    expect(answers.filter(({ status }) => status === 204).length).toBeLessThanOrEqual(1)
    const left = (await house.root.get('organisers')).json.items
    expect(left.length).toBeGreaterThanOrEqual(1)
  })

  it('a key may take the last one out, for it can also put somebody back', async () => {
    const house = new House()
    await house.root.put(`organisers/${AWA}`)
    expect((await house.root.delete(`organisers/${AWA}`)).status).toBe(204)
    expect((await house.root.delete('organisers/nobody')).status).toBe(404)
  })
})
