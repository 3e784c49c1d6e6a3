import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { randomId } from '#actions/context.ts'
import { createScimUser } from '#actions/scim-user.ts'
import { openDatabase } from '#db/commit.ts'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { above } from '#domain/reporting-line.ts'
import { getSettings } from '#http/service-context.ts'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'
import { connectProvider, ENTERPRISE, makeUser, OWN, USER } from '#test/scim.ts'
import { recordStatements } from '#test/statements.ts'

const managedBy = (value: unknown) => ({ [ENTERPRISE]: { manager: { value } } })

describe('an identity provider says who works here', () => {
  it('a user becomes a person, and is read back as sent', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const sent = makeUser(1, {
      displayName: 'Maëlle K.',
      title: 'Actuaire',
      preferredLanguage: 'fr-FR',
      timezone: 'Europe/Paris',
      userType: 'Contractor',
      phoneNumbers: [{ value: '+33 2 98 00 00 00', type: 'work' }],
      [ENTERPRISE]: { employeeNumber: '0042', organization: 'Armorique Vie', department: 'Tarifs' },
      [OWN]: { jobFamily: 'Finance', grade: 'C2', gradeRank: 3, hireDate: '2019-09-02', site: 'Brest' },
    })
    const made = await idp.post('/Users', sent)
    expect(made.status).toBe(201)
    const { id, meta, schemas, ...rest } = made.json
    const { schemas: _sent, ...content } = sent
    expect(rest).toEqual(content)
    expect(schemas).toEqual([USER, ENTERPRISE, OWN])
    expect(meta).toMatchObject({ resourceType: 'User', version: 'W/"1"' })
    expect((await house.root.get('employees/ext-1')).json).toMatchObject({
      id,
      given_name: 'Given1',
      email: 'user1@armorique.example',
      grade: 'C2',
      grade_rank: 3,
      job_family: 'Finance',
      subsidiary: 'Armorique Vie',
      site: 'Brest',
      language: 'fr',
      hired_in: '2019-09',
      relation: 'external',
      active: true,
    })
  })

  it('a password, photos and titles of courtesy are neither kept nor echoed', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const made = await idp.post('/Users', {
      ...makeUser(1),
      password: 'correct horse',
      photos: [{ value: 'https://armorique.example/face.jpg' }],
      name: { givenName: 'A', familyName: 'B', honorificPrefix: 'Mme' },
      emails: [
        { value: 'user1@armorique.example', type: 'work' },
        { value: 'me@home.example', type: 'home' },
      ],
    })
    expect(made.status).toBe(201)
    const stored = await house.db.$client.prepare('SELECT * FROM scim_users').all()
    for (const text of [made.text, JSON.stringify(stored.results)]) {
      expect(text).not.toMatch(/correct horse|face\.jpg|Mme|home\.example/)
    }
  })

  it('an account name is held once in whatever case, and an identifier once', async () => {
    const idp = await connectProvider(new House())
    await idp.post('/Users', makeUser(1))
    const two = await idp.post('/Users', makeUser(2))
    for (const told of [
      await idp.post('/Users', makeUser(1)),
      await idp.post('/Users', makeUser(3, { userName: 'USER1@Armorique.example' })),
      await idp.post('/Users', makeUser(3, { externalId: 'ext-1' })),
      await idp.put(`/Users/${two.json.id}`, makeUser(2, { userName: 'user1@armorique.example' })),
      await idp.patch(`/Users/${two.json.id}`, [{ op: 'replace', path: 'externalId', value: 'ext-1' }]),
      await idp.patch(`/Users/${two.json.id}`, [
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'User1@armorique.example' },
      ]),
    ]) {
      expect([told.status, told.json.scimType]).toEqual([409, 'uniqueness'])
    }
    expect((await idp.get(`/Users/${two.json.id}`)).json.userName).toBe('user2@armorique.example')
    expect((await idp.find('Users', 'userName pr')).totalResults).toBe(2)
  })

  it('twenty requests at once to create one user make one user', async () => {
    const idp = await connectProvider(new House())
    const bodies = Array.from({ length: 20 }, () => ({ userName: 'One.User', name: { familyName: 'One' } }))
    const told = await Promise.all(bodies.map((body) => idp.post('/Users', body)))
    expect(told.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)])
    expect((await idp.get('/Users')).json.totalResults).toBe(1)
  })

  it('changes sent at the same moment are all made', async () => {
    const idp = await connectProvider(new House())
    const { id } = (await idp.post('/Users', makeUser(1))).json
    const told = await Promise.all(
      ['title', 'nickName', 'timezone', 'displayName'].map((path) =>
        idp.patch(`/Users/${id}`, [{ op: 'replace', path, value: path }]),
      ),
    )
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await idp.get(`/Users/${id}`)).json).toMatchObject({
      title: 'title',
      nickName: 'nickName',
      timezone: 'timezone',
      displayName: 'displayName',
    })
  })

  it('to create somebody costs about a dozen statements', async () => {
    const house = new House()
    const { client, seen } = recordStatements(env.DB)
    const ctx = {
      db: openDatabase(client),
      actor: { kind: 'key', id: 'key_test', scopes: ['scim'] } as const,
      now: house.now,
      settings: getSettings(await house.bindings()),
      newId: randomId,
      asked: { version: null, once: null },
      wake: () => {},
    }
    await createScimUser(ctx, makeUser(1))
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.length).toBeLessThanOrEqual(14)
  })
})

describe('people whom HR files know already', () => {
  it('somebody with the same work address becomes the user, and keeps what only HR knows', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const hr = await house.root.put(
      'employees/HR-7',
      makeEmployee({ email: 'Maelle@armorique.example', grade: 'B', grade_rank: 4, site: 'Quimper' }),
    )
    const made = await idp.post(
      '/Users',
      makeUser(1, { emails: [{ value: 'MAELLE@armorique.example', type: 'work' }], title: 'Lead' }),
    )
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      id: hr.json.id,
      externalId: 'ext-1',
      [OWN]: { grade: 'B', gradeRank: 4 },
    })
    expect((await house.root.get('employees/HR-7')).json).toMatchObject({
      id: hr.json.id,
      external_id: 'HR-7',
      given_name: 'Given1',
      grade_rank: 4,
      site: 'Quimper',
    })
    await idp.put(`/Users/${made.json.id}`, makeUser(1, { title: 'Head' }))
    expect((await house.root.get('employees/HR-7')).json).toMatchObject({ grade: 'B', grade_rank: 4 })
  })

  it('somebody whom HR calls as the provider does becomes the user, and does not lose a name for an account', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const hr = await house.root.put('employees/ext-1', makeEmployee())
    const made = await idp.post('/Users', { schemas: [USER], userName: 'mk', externalId: 'ext-1' })
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      id: hr.json.id,
      name: { givenName: 'Maëlle', familyName: 'Kerdoncuff' },
    })
    const again = await idp.post('/Users', makeUser(2, { externalId: 'ext-1' }))
    expect(again.status).toBe(409)
  })

  it('whoever HR alone knows is no user', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const hr = await house.root.put('employees/HR-7', makeEmployee())
    expect((await idp.get('/Users')).json.totalResults).toBe(0)
    expect((await idp.get(`/Users/${hr.json.id}`)).status).toBe(404)
    expect((await idp.get('/Users/HR-7')).status).toBe(404)
  })

  it('what HR changes through another door is shown, under the same version', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const made = await idp.post('/Users', makeUser(1, { title: 'Actuary', ...managedBy('somebody') }))
    house.now += 60_000
    await house.root.put('employees/BOSS', makeEmployee())
    const put = await house.root.put(
      'employees/ext-1',
      makeEmployee({ email: 'new@armorique.example', grade: 'D', active: false, manager: 'BOSS' }),
    )
    const boss = await house.root.get('employees/BOSS')
    const read = await idp.get(`/Users/${made.json.id}`)
    expect(read.json).toMatchObject({
      title: 'Actuary',
      name: { givenName: 'Maëlle', familyName: 'Kerdoncuff' },
      active: false,
      [OWN]: { grade: 'D' },
      [ENTERPRISE]: { manager: { value: boss.json.id, displayName: 'Maëlle Kerdoncuff' } },
    })
    expect(read.json.emails[0].value).toBe('new@armorique.example')
    expect(read.headers.get('etag')).toBe(put.headers.get('etag'))
    expect(read.json.meta.lastModified).toBe(new Date(house.now).toISOString())
    expect(
      (await idp.find('Users', 'emails[type eq "work"].value eq "NEW@armorique.example"')).totalResults,
    ).toBe(1)
    expect((await idp.find('Users', 'emails.value eq "new@armorique.example"')).totalResults).toBe(1)
    expect((await idp.find('Users', 'active eq false')).totalResults).toBe(1)
    await house.root.put('employees/ext-1', makeEmployee())
    expect((await idp.get(`/Users/${made.json.id}`)).json[ENTERPRISE]).toBeUndefined()
  })
})

describe('leaving and coming back', () => {
  it('a user who is inactive can be read and found; deleted, they are gone, and twice is once too often', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const { id } = (await idp.post('/Users', makeUser(1))).json
    await idp.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }])
    expect((await idp.get(`/Users/${id}`)).json.active).toBe(false)
    expect((await idp.find('Users', 'userName eq "user1@armorique.example"')).totalResults).toBe(1)
    const group = await idp.post('/Groups', { displayName: 'All', members: [{ value: id }] })
    const gone = await idp.delete(`/Users/${id}`)
    expect([gone.status, gone.text]).toEqual([204, ''])
    for (const told of [
      await idp.get(`/Users/${id}`),
      await idp.delete(`/Users/${id}`),
      await idp.put(`/Users/${id}`, makeUser(1)),
      await idp.patch(`/Users/${id}`, [{ op: 'replace', path: 'active', value: true }]),
    ]) {
      expect(told.status).toBe(404)
    }
    expect((await house.root.get('employees/ext-1')).json.active).toBe(false)
    const left = await idp.get(`/Groups/${group.json.id}`)
    expect(left.json.members).toBeUndefined()
    expect(left.headers.get('etag')).toBe('W/"2"')
  })

  it('whoever is sent again comes back under the same id: inactive or deleted, by name or by identifier', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const { id } = (await idp.post('/Users', makeUser(1))).json
    const deactivate = () => idp.put(`/Users/${id}`, makeUser(1, { active: false }))
    for (const leave of [deactivate, () => idp.delete(`/Users/${id}`)]) {
      for (const body of [makeUser(1), makeUser(1, { userName: 'renamed' }), makeUser(1)]) {
        expect((await leave()).status).toBeLessThan(300)
        const back = await idp.post('/Users', body)
        expect([back.status, back.json.id, back.json.active]).toEqual([201, id, true])
      }
    }
    expect((await house.root.get('employees/ext-1')).json).toMatchObject({ id, active: true })
  })

  it('a PUT that does not speak of activity revives nobody', async () => {
    const idp = await connectProvider(new House())
    const { id } = (await idp.post('/Users', makeUser(1, { active: false }))).json
    const { active: _active, ...silent } = makeUser(1)
    expect((await idp.put(`/Users/${id}`, silent)).json.active).toBe(false)
  })

  it('the session of a leaver is worth nothing, and their pair is ended, in the same request', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    await gatherCohort(house)
    const made = await idp.post('/Users', {
      userName: addressOf('M1'),
      externalId: 'M1',
      name: { givenName: 'Junior1', familyName: 'Kerdoncuff' },
      emails: [{ value: addressOf('M1'), type: 'work', primary: true }],
    })
    const [proposal] = await matchAndApprove(house)
    const [mentor, mentee] = [await house.session(addressOf('M1')), await house.session(addressOf('X1'))]
    await mentor.post(`proposals/${proposal!.id}/acceptance`)
    await mentee.post(`proposals/${proposal!.id}/acceptance`)
    expect((await house.root.get('pairs')).json.items).toMatchObject([{ state: 'active' }])
    const told = await idp.patch(`/Users/${made.json.id}`, [{ op: 'replace', path: 'active', value: false }])
    expect(told.status).toBe(200)
    expect((await house.root.get('pairs')).json.items).toMatchObject([{ state: 'ended' }])
    expect((await mentor.get('session')).status).toBe(401)
    expect((await mentee.get('session')).status).toBe(200)
    const sessions = await house.db.$client
      .prepare(
        'SELECT count(*) AS n FROM sign_in_sessions AS s JOIN sign_in_users AS u ON u.id = s.userId WHERE u.email = ?',
      )
      .bind(addressOf('M1'))
      .first('n')
    expect(sessions).toBe(0)
  })
})

describe('managers', () => {
  const managersOf = async (house: House, person: string) =>
    above(await hierarchyAbove(house.db, [person]), person)

  it('a manager is named by id, and the reporting line by what HR calls them', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const boss = await idp.post('/Users', makeUser('boss'))
    const made = await idp.post('/Users', makeUser(1, managedBy(boss.json.id)))
    expect(made.json[ENTERPRISE].manager).toEqual({
      value: boss.json.id,
      displayName: 'Givenboss Familyboss',
    })
    expect(await managersOf(house, 'ext-1')).toEqual(new Set(['ext-boss']))
  })

  it('one who has not arrived yet is echoed as sent, and becomes the line on arrival', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const one = await idp.post('/Users', makeUser(1, managedBy('ext-boss')))
    const two = await idp.post('/Users', makeUser(2, managedBy('K-9')))
    expect(one.json[ENTERPRISE].manager).toEqual({ value: 'ext-boss' })
    const boss = await idp.post('/Users', makeUser('boss', managedBy('ext-head')))
    await idp.post('/Users', makeUser('head'))
    expect(await managersOf(house, 'ext-1')).toEqual(new Set(['ext-boss', 'ext-head']))
    expect((await idp.get(`/Users/${one.json.id}`)).json[ENTERPRISE].manager).toEqual({
      value: 'ext-boss',
      displayName: 'Givenboss Familyboss',
    })
    expect((await idp.find('Users', `manager eq "${boss.json.id}"`)).totalResults).toBe(1)
    // HR called the other manager differently before the provider sent them.
    await house.root.put('employees/HR-BOSS', makeEmployee({ email: 'k9@armorique.example' }))
    await idp.post('/Users', {
      userName: 'k9',
      externalId: 'K-9',
      emails: [{ value: 'k9@armorique.example', type: 'work' }],
    })
    expect(await managersOf(house, 'ext-2')).toEqual(new Set(['HR-BOSS']))
    expect((await idp.get(`/Users/${two.json.id}`)).json[ENTERPRISE].manager.value).toBe('K-9')
  })

  it('somebody known by id alone keeps their reports when they get an identifier', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const boss = await idp.post('/Users', { userName: 'boss' })
    await idp.post('/Users', makeUser(1, managedBy(boss.json.id)))
    expect(await managersOf(house, 'ext-1')).toEqual(new Set([boss.json.id]))
    await idp.patch(`/Users/${boss.json.id}`, [{ op: 'add', path: 'externalId', value: 'B-1' }])
    expect(await managersOf(house, 'ext-1')).toEqual(new Set(['B-1']))
    expect((await house.root.get('employees/B-1')).json.id).toBe(boss.json.id)
  })

  it('in a circle the document keeps the manager, and the hierarchy leaves them out', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const one = await idp.post('/Users', makeUser(1))
    const two = await idp.post('/Users', makeUser(2, managedBy(one.json.id)))
    const round = await idp.patch(`/Users/${one.json.id}`, [
      { op: 'Add', path: `${ENTERPRISE}:manager`, value: two.json.id },
    ])
    expect(round.status).toBe(200)
    expect(round.json[ENTERPRISE].manager.value).toBe(two.json.id)
    expect((await idp.get(`/Users/${one.json.id}`)).json).toEqual(round.json)
    expect(await managersOf(house, 'ext-1')).toEqual(new Set())
    expect(await managersOf(house, 'ext-2')).toEqual(new Set(['ext-1']))
    expect(
      (await idp.find('Users', `id eq "${one.json.id}" and manager eq "${two.json.id}"`)).totalResults,
    ).toBe(1)
    const self = await idp.patch(`/Users/${two.json.id}`, [
      { op: 'replace', path: 'manager', value: two.json.id },
    ])
    expect(self.json[ENTERPRISE].manager.value).toBe(two.json.id)
    expect(await managersOf(house, 'ext-2')).toEqual(new Set())
  })

  it('dotted managers and moves to come, which HR files alone know, stay', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const moves = [{ effective_on: '2026-06-01', manager: 'NEXT', dotted_managers: [] }]
    await house.root.put('employees/ext-1', makeEmployee({ dotted_managers: ['PROJECT'], moves }))
    await idp.post('/Users', makeUser(1, managedBy('BOSS')))
    expect((await house.root.get('employees/ext-1')).json).toMatchObject({
      manager: 'BOSS',
      dotted_managers: ['PROJECT'],
      moves,
    })
  })
})
