import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { connectProvider, ENTERPRISE, GROUP, USER } from '#test/scim.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** What Okta posts for somebody who is assigned: more than was asked for, and a password. */
function assignment(userName: string, overrides: Record<string, unknown> = {}) {
  return {
    schemas: [USER],
    userName,
    name: { givenName: 'Nolwenn', familyName: 'Le Braz' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: 'Nolwenn Le Braz',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true,
    ...overrides,
  }
}

describe('a life in Okta', () => {
  it('from the first look to the last group, as Okta sends it', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const name = 'nolwenn.lebraz@armorique.example'
    const look = () => idp.find('Users', `userName eq "${name}"`, '&startIndex=1&count=100')

    // Before it creates, Okta looks.
    expect(await look()).toMatchObject({ totalResults: 0, itemsPerPage: 0, startIndex: 1, Resources: [] })
    const made = await idp.post('/Users', assignment(name), JSON_TYPE)
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({ userName: name, active: true, locale: 'en-US' })
    expect(made.json.id).toMatch(/^per_/)
    expect(made.text).not.toMatch(/1mz050nq|"groups"|null/)
    const at = `/Users/${made.json.id}`

    // A second one of the same name is a conflict.
    const second = await idp.post('/Users', assignment(name), JSON_TYPE)
    expect([second.status, second.json.scimType]).toEqual([409, 'uniqueness'])
    expect((await look()).Resources[0].id).toBe(made.json.id)
    expect(await idp.find('Users', `userName eq "${name.toUpperCase()}"`)).toMatchObject({ totalResults: 1 })

    // Updates come as the whole object, read a moment before and sent back with what changed.
    const read = (await idp.get(at)).json
    const replaced = await idp.put(
      at,
      { ...read, title: 'Directrice', password: 'another', [ENTERPRISE]: { department: 'Tarifs' } },
      JSON_TYPE,
    )
    expect(replaced.status).toBe(200)
    expect(replaced.json).toMatchObject({
      id: made.json.id,
      title: 'Directrice',
      [ENTERPRISE]: { department: 'Tarifs' },
    })
    expect(replaced.json.meta.created).toBe(read.meta.created)
    const { title: _title, ...without } = (await idp.get(at)).json
    expect((await idp.put(at, without, JSON_TYPE)).json.title).toBeUndefined()

    // Taken off the app: a PATCH without a path, or a PUT with active false. Never a DELETE.
    const off = await idp.patch(at, [{ op: 'replace', value: { active: false } }], JSON_TYPE)
    expect([off.status, off.json.active]).toEqual([200, false])
    expect((await idp.get(at)).json.active).toBe(false)
    expect((await look()).totalResults).toBe(1)
    const on = await idp.patch(at, [{ op: 'replace', value: { active: true } }], JSON_TYPE)
    expect(on.json.active).toBe(true)
    expect((await idp.put(at, { ...without, active: false }, JSON_TYPE)).json.active).toBe(false)

    // Assigned again, after Okta forgot the id.
    const back = await idp.post('/Users', assignment(name), JSON_TYPE)
    expect([back.status, back.json.id, back.json.active]).toEqual([201, made.json.id, true])

    // Push Groups: an empty group, its name and id by PATCH, members in and out, all at once, and unlinked.
    const group = await idp.post(
      '/Groups',
      { schemas: [GROUP], displayName: 'Mentoring', members: [] },
      JSON_TYPE,
    )
    expect(group.status).toBe(201)
    const room = `/Groups/${group.json.id}`
    const taken = await idp.post('/Groups', { schemas: [GROUP], displayName: 'MENTORING', members: [] })
    expect([taken.status, taken.json.scimType]).toEqual([409, 'uniqueness'])
    const renamed = await idp.patch(
      room,
      [{ op: 'replace', value: { id: group.json.id, displayName: 'Mentoring 2026' } }],
      JSON_TYPE,
    )
    expect(renamed.status).toBe(204)
    const other = (await idp.post('/Users', assignment('yuna@armorique.example', { externalId: '00u2' })))
      .json
    const moved = await idp.patch(room, [
      { op: 'remove', path: `members[value eq "${made.json.id}"]` },
      { op: 'add', path: 'members', value: [{ value: other.id, display: 'yuna@armorique.example' }] },
    ])
    expect(moved.status).toBe(204)
    const shown = (await idp.get(room)).json
    expect(shown.displayName).toBe('Mentoring 2026')
    expect(shown.members).toMatchObject([{ value: other.id, type: 'User' }])
    expect((await idp.get(`/Users/${other.id}`)).json.groups).toMatchObject([
      { value: group.json.id, display: 'Mentoring 2026', type: 'direct' },
    ])
    await idp.patch(room, [
      { op: 'replace', path: 'members', value: [{ value: made.json.id }, { value: made.json.id }] },
    ])
    expect((await idp.get(room)).json.members.map(({ value }: any) => value)).toEqual([made.json.id])
    await idp.put(room, { ...shown, members: [{ value: other.id }, { value: made.json.id }] })
    expect((await idp.get(room)).json.members).toHaveLength(2)
    await idp.patch(room, [{ op: 'replace', path: 'members', value: [] }])
    expect((await idp.get(room)).json.members).toBeUndefined()
    expect((await idp.delete(room)).status).toBe(204)
    expect((await idp.get(room)).status).toBe(404)
    expect((await idp.delete(room)).status).toBe(404)

    // The audit trail names ids, and nobody.
    const events = await house.db.$client
      .prepare('SELECT type, data FROM events')
      .all<{ type: string; data: string }>()
    expect(events.results.filter(({ type }) => type.startsWith('scim-group.')).length).toBeGreaterThan(6)
    expect(JSON.stringify(events.results)).not.toMatch(/nolwenn|Mentoring/i)
  })

  it('what the suite of Okta asks of a store with somebody in it', async () => {
    const idp = await connectProvider(new House())
    await idp.post('/Users', assignment('first@armorique.example'))
    const list = await idp.get('/Users?count=1&startIndex=1')
    expect(list.headers.get('content-type')).toBe('application/scim+json')
    const [user] = list.json.Resources
    for (const told of [user, (await idp.get(`/Users/${user.id}`)).json]) {
      expect(told).toMatchObject({
        name: { familyName: expect.any(String), givenName: expect.any(String) },
        userName: expect.any(String),
        active: true,
      })
      expect(told.emails[0].value).toContain('@')
    }
    const missing = await idp.get('/Users/010101001010101011001010101011')
    expect([missing.status, missing.json.schemas, missing.json.detail.length > 0]).toEqual([
      404,
      ['urn:ietf:params:scim:api:messages:2.0:Error'],
      true,
    ])
    expect(await idp.find('Users', 'userName eq "nobody-at-all"')).toMatchObject({ totalResults: 0 })
    expect((await idp.get('/Groups')).status).toBe(200)
  })

  it('unassigned in Okta means that the pair ends today', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    await gatherCohort(house)
    const made = await idp.post('/Users', assignment(addressOf('X1'), { externalId: 'X1' }))
    const [proposal] = await matchAndApprove(house)
    for (const person of ['M1', 'X1']) {
      await (await house.session(addressOf(person))).post(`proposals/${proposal!.id}/acceptance`)
    }
    await idp.put(`/Users/${made.json.id}`, assignment(addressOf('X1'), { externalId: 'X1', active: false }))
    expect((await house.root.get('pairs')).json.items).toMatchObject([{ state: 'ended' }])
  })
})
