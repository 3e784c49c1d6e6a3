import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

/** A pair of M1 and X1 that meets. */
async function pairUp(house: House) {
  await gatherCohort(house)
  const [proposal] = await matchAndApprove(house)
  for (const person of ['M1', 'X1']) {
    const own = await house.session(addressOf(person))
    await own.post(`proposals/${proposal?.id}/acceptance`)
  }
  const [pair] = (await house.root.get('pairs')).json.items
  expect(pair.state).toBe('active')
  return pair
}

describe('HR changes a few fields of somebody', () => {
  it('what is named changes, null clears, the rest stays, a list replaces the list', async () => {
    const house = new House()
    const before = await house.root.put(
      'employees/E1',
      makeEmployee({ site: 'Brest', manager: 'H', dotted_managers: ['P', 'Q'], hired_in: '2020-01' }),
    )
    const after = await house.root.patch('employees/E1', {
      site: null,
      job_family: 'data',
      dotted_managers: ['R'],
    })
    expect(after.status).toBe(200)
    expect(after.json).toMatchObject({
      id: before.json.id,
      site: null,
      job_family: 'data',
      manager: 'H',
      dotted_managers: ['R'],
      hired_in: '2020-01',
      grade_rank: 1,
    })
    expect((await house.root.patch('employees/E1', { dotted_managers: null })).json.dotted_managers).toEqual(
      [],
    )
    expect((await house.root.get('employees/E1')).headers.get('etag')).toBe('W/"3"')
  })

  it('what was read may be changed and sent back as it is', async () => {
    const house = new House()
    await house.root.put('employees/E1', makeEmployee({ site: 'Brest' }))
    const { json: read } = await house.root.get('employees/E1')
    const sent = await house.root.put('employees/E1', { ...read, site: 'Rennes' })
    expect(sent.status).toBe(200)
    expect(sent.json).toMatchObject({ site: 'Rennes', id: read.id, given_name: read.given_name })
    expect((await house.root.patch('employees/E1', { ...sent.json, site: 'Vannes' })).status).toBe(200)
  })

  it('a patch that changes nothing writes nothing, and merge-patch is taken by its own name', async () => {
    const house = new House()
    await house.root.put('employees/E1', makeEmployee({ site: 'Brest' }))
    const key = await house.root.post('keys', { name: 'HR', scopes: ['employees:write'] })
    const response = await house.request('/api/v1/employees/E1', {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${key.json.secret}`,
        'content-type': 'application/merge-patch+json',
      },
      body: JSON.stringify({ site: 'Brest' }),
    })
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"1"'])
  })

  it('what we do not know, what cannot be cleared and who is not there are refused', async () => {
    const { root } = new House()
    await root.put('employees/E1', makeEmployee())
    for (const [patch, pointer] of [
      [{ age: 50 }, '/age'],
      [{ given_name: null }, '/given_name'],
      [{ active: null }, '/active'],
      [{ external_id: 'E2' }, '/external_id'],
    ] as const) {
      const refused = await root.patch('employees/E1', patch)
      expect([refused.status, refused.json.errors?.[0].pointer]).toEqual([422, pointer])
    }
    expect((await root.patch('employees/E1', [])).status).toBe(422)
    expect((await root.patch('employees/nobody', { site: 'Brest' })).status).toBe(404)
  })

  it('a manager who would close a circle is refused, and so is the address of somebody else', async () => {
    const { root } = new House()
    await root.put('employees/a', makeEmployee({ manager: 'b', email: 'a@armorique.example' }))
    await root.put('employees/b', makeEmployee())
    const circle = await root.patch('employees/b', { manager: 'a' })
    expect([circle.status, circle.json.errors[0].pointer]).toEqual([422, '/manager'])
    expect((await root.patch('employees/b', { email: 'A@Armorique.example' })).status).toBe(409)
  })

  it('somebody without a company identifier is read and changed by the id', async () => {
    const house = new House()
    const { root } = house
    await gatherCohort(house)
    const { json } = await root.get('employees/M1')
    expect((await root.get(`employees/${json.id}`)).json.external_id).toBe('M1')
    expect((await root.patch(`employees/${json.id}`, { site: 'Brest' })).json).toMatchObject({
      id: json.id,
      external_id: 'M1',
      site: 'Brest',
    })
  })

  it('a move whose day has passed takes effect at once, the last one of several', async () => {
    const { root } = new House()
    const sent = makeEmployee({
      manager: 'OLD',
      moves: [
        { effective_on: '2026-02-20', manager: 'NEW', dotted_managers: ['P'] },
        { effective_on: '2026-02-01', manager: 'BETWEEN' },
        { effective_on: '2026-04-01', manager: 'NEXT' },
      ],
    })
    const { json } = await root.put('employees/E1', sent)
    expect(json).toMatchObject({ manager: 'NEW', dotted_managers: ['P'] })
    expect(json.moves.map(({ manager }: any) => manager)).toEqual(['NEXT'])
    const again = await root.put('employees/E1', sent)
    expect([again.status, again.headers.get('etag')]).toEqual([200, 'W/"1"'])
    const patched = await root.patch('employees/E1', {
      moves: [{ effective_on: '2026-03-01', manager: 'LATER' }],
    })
    expect(patched.json).toMatchObject({ manager: 'LATER', moves: [] })
  })
})

describe('HR deletes somebody', () => {
  it('they are gone for whoever reads them, and the second time there is nobody to delete', async () => {
    const house = new House()
    const { json } = await house.root.put('employees/E1', makeEmployee({ email: 'e1@armorique.example' }))
    expect((await house.root.delete('employees/E1')).status).toBe(204)
    for (const name of ['E1', json.id]) {
      expect((await house.root.get(`employees/${name}`)).status).toBe(404)
      expect((await house.root.delete(`employees/${name}`)).status).toBe(404)
      expect((await house.root.patch(`employees/${name}`, {})).status).toBe(404)
    }
  })

  it('the list of changes tells it once, in its place, with the identifiers alone; the plain list is silent', async () => {
    const house = new House()
    const ids: Record<string, string> = {}
    for (const name of ['E1', 'E2', 'E3']) {
      house.now += 1000
      ids[name] = (await house.root.put(`employees/${name}`, makeEmployee())).json.id
    }
    const since = new Date(house.now).toISOString()
    house.now += 1000
    const goneAt = new Date(house.now).toISOString()
    await house.root.delete('employees/E1')
    house.now += 1000
    await house.root.put('employees/E2', makeEmployee({ site: 'Brest', active: false }))
    const changes = await house.root.get(`employees?updated_since=${since}`)
    expect(changes.json.items.map((one: any) => [one.external_id, one.status])).toEqual([
      ['E3', 'active'],
      ['E1', 'deleted'],
      ['E2', 'inactive'],
    ])
    expect(changes.json.items[1]).toEqual({
      id: ids.E1,
      external_id: 'E1',
      status: 'deleted',
      updated_at: goneAt,
    })
    const paged: any[] = await house.root.all(`employees?updated_since=2026-01-01T00:00:00Z`)
    expect(paged.map(({ external_id }) => external_id)).toEqual(['E3', 'E1', 'E2'])
    const plain = await house.root.all('employees')
    expect(plain.map(({ external_id }) => external_id)).toEqual(['E3', 'E2'])
  })

  it('a year later the tombstone has lost its name, and nobody comes back to the list', async () => {
    const house = new House()
    await house.root.put('employees/E1', makeEmployee())
    await house.root.delete('employees/E1')
    house.now += 366 * 86_400_000
    await house.tick()
    expect((await house.root.get('employees')).json.items).toEqual([])
    const [left] = (await house.root.get('employees?updated_since=2026-01-01T00:00:00Z')).json.items
    expect(left).toMatchObject({ external_id: null, status: 'deleted' })
  })

  it('their pair ends at once and kindly, and their session with it', async () => {
    const house = new House()
    const pair = await pairUp(house)
    const own = await house.session(addressOf('M1'))
    expect((await own.get('me/export')).status).toBe(200)
    expect((await house.root.delete('employees/M1')).status).toBe(204)
    expect((await own.get('me/export')).status).toBe(401)
    expect((await house.root.get(`pairs/${pair.id}`)).json).toMatchObject({
      state: 'ended',
      mentor: expect.stringMatching(/^per_/),
      mentee: 'X1',
    })
    await house.tick()
    const told = house.mails.filter(({ words }) => /comes to an end|s’arrête/.test(words.subject))
    expect(told.map(({ to }) => to)).toEqual([addressOf('X1')])
    const participants = await house.root.all('programmes/regards-croises/participants')
    expect(participants.find(({ role }) => role === 'mentor')).toMatchObject({ state: 'withdrawn' })
    const events = await house.root.all('events')
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['participant.withdrawn', 'pair.ended']),
    )
  })

  it('an open proposal looks the same to the other until its deadline, then lapses', async () => {
    const house = new House()
    await gatherCohort(house)
    const [proposal] = await matchAndApprove(house)
    await house.root.delete('employees/M1')
    await house.tick()
    const proposals = async () => (await house.root.get(`match-runs/${run}/proposals`)).json.items
    const run = (await house.root.get('programmes/regards-croises/match-runs')).json.items[0].id
    expect((await proposals()).map(({ state }: any) => state)).toEqual(['open'])
    const other = await house.session(addressOf('X1'))
    expect((await other.post(`proposals/${proposal?.id}/acceptance`)).status).toBeLessThan(300)
    house.now += 9 * 86_400_000
    await house.tick()
    expect((await proposals()).map(({ state }: any) => state)).toEqual(['lapsed'])
  })

  it('nothing that they gave or were called is left in the store, save the identifiers of the tombstone', async () => {
    const house = new House()
    await pairUp(house)
    await house.root.put(
      'employees/M1',
      makeEmployee({
        given_name: 'Zéphyrine',
        family_name: 'Unique-Nom',
        email: addressOf('M1'),
        manager: 'SIDE',
      }),
    )
    await house.tick()
    await house.root.delete('employees/M1')
    await house.tick()
    const tables = await house.db.$client
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .all<{ name: string }>()
    const found: string[] = []
    for (const { name } of tables.results) {
      const rows = await house.db.$client.prepare(`SELECT * FROM "${name}"`).all()
      if (/Zéphyrine|Unique-Nom|m1@armorique/i.test(JSON.stringify(rows.results))) found.push(name)
    }
    expect(found).toEqual([])
    const answers = await house.db.$client
      .prepare("SELECT count(*) AS n FROM participants WHERE role = 'mentor' AND answers <> '{}'")
      .first('n')
    expect(answers).toBe(0)
  })

  it('their team keeps the reference, and the person who comes back has the same id, and a new life', async () => {
    const house = new House()
    const head = await house.root.put('employees/HEAD', makeEmployee({ email: 'head@armorique.example' }))
    await house.root.put('employees/E1', makeEmployee({ manager: 'HEAD' }))
    await house.root.delete('employees/HEAD')
    expect((await house.root.get('employees/E1')).json.manager).toBe('HEAD')
    house.now += 1000
    const back = await house.root.put('employees/HEAD', makeEmployee({ given_name: 'Nolwenn' }))
    expect([back.status, back.json.id]).toEqual([201, head.json.id])
    expect(back.json).toMatchObject({ status: 'active', email: null, given_name: 'Nolwenn' })
    const list = await house.root.all('employees?updated_since=2026-01-01T00:00:00Z')
    expect(list.map(({ external_id, status }) => [external_id, status])).toEqual([
      ['E1', 'active'],
      ['HEAD', 'active'],
    ])
    const tombstones = await house.db.$client.prepare('SELECT count(*) AS n FROM deleted_people').first('n')
    expect(tombstones).toBe(0)
  })

  it('an organiser who is deleted as an employee is signed out, and stays an organiser', async () => {
    const house = new House()
    const address = 'organiser@armorique.example'
    await house.root.put('employees/O1', makeEmployee({ email: address }))
    const organiser = await house.organiser(address)
    expect((await organiser.get('employees')).status).toBe(200)
    await house.root.delete('employees/O1')
    expect((await organiser.get('employees')).status).toBe(401)
    expect((await (await house.session(address)).get('employees')).status).toBe(200)
  })
})
