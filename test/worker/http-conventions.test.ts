import { describe, expect, it } from 'vitest'
import { gatherCohort, matchAndApprove, newestRun } from '#test/cohort.ts'
import { House, type Told } from '#test/house.ts'
import { makeEmployee, makeProgramme } from '#test/makers.ts'

async function hrOf(house: House) {
  const key = await house.root.post('keys', { name: 'HR', scopes: ['*'] })
  const authorization = `Bearer ${key.json.secret}`
  return (more: Record<string, string> = {}) => house.as({ authorization, ...more })
}

describe('what was read may be asked for again without being sent again', () => {
  it('an employee carries the version as a weak tag, and is not sent to who knows it', async () => {
    const house = new House()
    const hr = await hrOf(house)
    const made = await hr().put('employees/E1', makeEmployee())
    expect(made.headers.get('etag')).toBe('W/"1"')
    expect(made.headers.get('location')).toBe('/api/v1/employees/E1')
    for (const known of ['W/"1"', '"1"', '"7", W/"1"', '*']) {
      const again = await hr({ 'if-none-match': known }).get('employees/E1')
      expect([known, again.status, again.text]).toEqual([known, 304, ''])
      expect(again.headers.get('etag')).toBe('W/"1"')
      expect(again.headers.get('content-type')).toBeNull()
    }
    await hr().put('employees/E1', makeEmployee({ site: 'Brest' }))
    expect((await hr({ 'if-none-match': 'W/"1"' }).get('employees/E1')).status).toBe(200)
  })

  it('any other answer carries a tag of its contents, which changes with them', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr().put('employees/E1', makeEmployee())
    const first = await hr().get('employees')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"h[0-9a-f]{24}"$/)
    expect((await hr({ 'if-none-match': tag }).get('employees')).status).toBe(304)
    await hr().put('employees/E2', makeEmployee())
    const second = await hr({ 'if-none-match': tag }).get('employees')
    expect(second.status).toBe(200)
    expect(second.headers.get('etag')).not.toBe(tag)
    expect((await hr().get('employees/nobody')).headers.get('etag')).toBeNull()
  })

  it('a file has no tag, and is sent whatever the reader says to have', async () => {
    const hr = await hrOf(new House())
    const file = await hr({ 'if-none-match': '*' }).get('employee-import-template')
    expect([file.status, file.headers.get('etag')]).toEqual([200, null])
    expect(file.text).toContain('external_id')
  })

  it('a header that is no list of tags is refused in words, and so is a bare word', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr().put('employees/E1', makeEmployee())
    for (const wrong of ['1', 'W/1', '"1', '"1" "2"', 'abc']) {
      const refused = await hr({ 'if-match': wrong }).put('employees/E1', makeEmployee())
      expect([wrong, refused.status]).toEqual([wrong, 422])
      expect((await hr({ 'if-none-match': wrong }).get('employees/E1')).status).toBe(422)
    }
  })

  it('the tag of a programme changes when its sign-ups open by themselves', async () => {
    const house = new House()
    const hr = await hrOf(house)
    const opens = new Date(house.now + 60_000).toISOString()
    await hr().post('programmes', makeProgramme({ sign_ups_open_at: opens }))
    await hr().put('programmes/regards-croises/publication')
    const before = await hr().get('programmes/regards-croises')
    expect(before.json.sign_ups).toBe('upcoming')
    house.now += 61_000
    const after = await hr({ 'if-none-match': before.headers.get('etag') ?? '' }).get(
      'programmes/regards-croises',
    )
    expect([after.status, after.json.sign_ups]).toEqual([200, 'open'])
  })
})

describe('nothing is overwritten unseen', () => {
  it('a change follows the version that was read, weak or strong, and no other', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr().put('employees/E1', makeEmployee())
    expect(
      (await hr({ 'if-match': 'W/"1"' }).put('employees/E1', makeEmployee({ site: 'Brest' }))).status,
    ).toBe(200)
    const stale = await hr({ 'if-match': 'W/"1"' }).put('employees/E1', makeEmployee({ site: 'Vannes' }))
    expect(stale.status).toBe(412)
    expect(stale.json.type).toBe('/fr/problems/stale/')
    expect((await hr({ 'if-match': '"2"' }).patch('employees/E1', { site: 'Vannes' })).status).toBe(200)
    expect((await hr({ 'if-match': '"2"' }).delete('employees/E1')).status).toBe(412)
    expect((await hr({ 'if-match': '"2", "3"' }).delete('employees/E1')).status).toBe(204)
  })

  it('a change that would change nothing is refused as well where the version is wrong', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr().put('employees/E1', makeEmployee())
    expect((await hr({ 'if-match': '"9"' }).put('employees/E1', makeEmployee())).status).toBe(412)
    expect((await hr({ 'if-match': '"9"' }).patch('employees/E1', {})).status).toBe(412)
    expect((await hr({ 'if-match': '"1"' }).put('employees/E1', makeEmployee())).status).toBe(200)
  })

  it('what must exist is not created, and what must not exist is not replaced', async () => {
    const house = new House()
    const hr = await hrOf(house)
    for (const tag of ['"1"', '*', 'W/"h0"']) {
      expect((await hr({ 'if-match': tag }).put('employees/E1', makeEmployee())).status).toBe(412)
    }
    expect((await house.root.get('employees/E1')).status).toBe(404)
    expect((await hr({ 'if-none-match': '*' }).put('employees/E1', makeEmployee())).status).toBe(201)
    expect(
      (await hr({ 'if-none-match': '*' }).put('employees/E1', makeEmployee({ site: 'Brest' }))).status,
    ).toBe(412)
    expect((await hr({ 'if-match': '*' }).put('employees/E1', makeEmployee({ site: 'Brest' }))).status).toBe(
      200,
    )
  })

  it('a key that may write and not read still follows versions', async () => {
    const house = new House()
    const key = await house.root.post('keys', { name: 'push', scopes: ['employees:write'] })
    const push = (tag: string) => house.as({ authorization: `Bearer ${key.json.secret}`, 'if-match': tag })
    await house.root.put('employees/E1', makeEmployee())
    expect((await push('"1"').put('employees/E1', makeEmployee({ site: 'Brest' }))).status).toBe(200)
    expect((await push('"1"').put('employees/E1', makeEmployee({ site: 'Vannes' }))).status).toBe(412)
    expect((await push('W/"habc"').put('employees/E1', makeEmployee({ site: 'Vannes' }))).status).toBe(412)
  })

  it('a programme is changed by its tag, and two organisers do not overwrite each other', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr().post('programmes', makeProgramme())
    const tag = (await hr().get('programmes/regards-croises')).headers.get('etag') ?? ''
    expect(
      (await hr({ 'if-match': tag }).patch('programmes/regards-croises', { acceptance_days: 9 })).status,
    ).toBe(200)
    expect(
      (await hr({ 'if-match': tag }).patch('programmes/regards-croises', { acceptance_days: 5 })).status,
    ).toBe(412)
    expect((await hr().get('programmes/regards-croises')).json.acceptance_days).toBe(9)
  })

  it('a run that changed since it was read is not approved', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await gatherCohort(house)
    const queued = await hr().post('programmes/regards-croises/match-runs')
    const early = (await hr().get(`match-runs/${queued.json.id}`)).headers.get('etag') ?? ''
    await house.tick()
    const run = await newestRun(house)
    expect((await hr({ 'if-match': early }).post(`match-runs/${run.id}/approval`)).status).toBe(412)
    const now = (await hr().get(`match-runs/${run.id}`)).headers.get('etag') ?? ''
    expect((await hr({ 'if-match': now }).post(`match-runs/${run.id}/approval`)).status).toBe(200)
  })

  it('a stranger with a condition is still told to sign in', async () => {
    const house = new House()
    const stranger = house.as({ 'if-match': '*' })
    expect((await stranger.put('employees/E1', makeEmployee())).status).toBe(401)
  })
})

describe('a list leads to its next page', () => {
  it('by a link that keeps the other parameters, until the last page', async () => {
    const house = new House()
    for (let n = 0; n < 5; n++) {
      house.now += 1000
      await house.root.put(`employees/E${n}`, makeEmployee())
    }
    const seen: string[] = []
    let address: string | null = `/api/v1/employees?updated_since=2026-01-01T00:00:00Z&limit=2`
    while (address !== null) {
      const page: Told<Record<string, any>> = await house.root.get(address)
      seen.push(...page.json.items.map((one: any) => one.external_id))
      const link = page.headers.get('link')
      expect(link === null).toBe(page.json.next_cursor === null)
      address = /^<(.+)>; rel="next"$/.exec(link ?? '')?.[1] ?? null
      if (address) expect(address).toContain('updated_since=2026-01-01')
    }
    expect(seen).toEqual(['E0', 'E1', 'E2', 'E3', 'E4'])
  })

  it('a limit above a hundred is a hundred, and one that is no number is refused', async () => {
    const house = new House()
    for (let n = 0; n <= 100; n++) await house.root.put(`employees/E${n}`, makeEmployee())
    expect((await house.root.get('employees?limit=100000')).json.items).toHaveLength(100)
    expect((await house.root.get('employees')).json.items).toHaveLength(25)
    for (const limit of ['0', '-1', 'all', '1.5', '']) {
      expect((await house.root.get(`employees?limit=${limit}`)).status).toBe(422)
    }
  })
})

describe('a request that cannot be taken is told why', () => {
  it('HEAD answers as GET does, without the body', async () => {
    const house = new House()
    const hr = await hrOf(house)
    await hr().put('employees/E1', makeEmployee())
    const key = await house.root.post('keys', { name: 'HR', scopes: ['employees:read'] })
    const headers = { authorization: `Bearer ${key.json.secret}` }
    const head = await house.request('/api/v1/employees/E1', { method: 'HEAD', headers })
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', 'W/"1"'])
    const list = await house.request('/api/v1/employees', { method: 'HEAD', headers })
    expect(list.headers.get('etag')).toMatch(/^W\/"h/)
  })

  it('OPTIONS and a wrong method name what the address takes', async () => {
    const house = new House()
    const options = await house.request('/api/v1/employees/E1', { method: 'OPTIONS' })
    expect(options.status).toBe(204)
    expect(options.headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, PATCH, PUT')
    expect(options.headers.get('accept-patch')).toContain('application/merge-patch+json')
    const wrong = await house.root.post('employees/E1', {})
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([
      405,
      'DELETE, GET, HEAD, OPTIONS, PATCH, PUT',
    ])
    expect((await house.request('/api/v1/nowhere', { method: 'OPTIONS' })).status).toBe(404)
  })

  it('a body of the wrong kind is 415, and one that is too large is 413', async () => {
    const house = new House()
    await house.root.put('employees/E1', makeEmployee())
    expect((await house.root.put('employees/E1', 'given_name')).status).toBe(415)
    const key = await house.root.post('keys', { name: 'HR', scopes: ['*'] })
    const operations = await house.request('/api/v1/employees/E1', {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${key.json.secret}`,
        'content-type': 'application/json-patch+json',
      },
      body: '[{"op":"remove","path":"/site"}]',
    })
    expect(operations.status).toBe(415)
    const large = await house.root.put('employees/E1', makeEmployee({ site: 'x'.repeat(70_000) }))
    expect([large.status, large.json.type]).toEqual([413, '/fr/problems/too-large/'])
  })
})

describe('the feed of events can be read again from any point', () => {
  it('in one order, whichever way one pages, and from the last event that was dealt with', async () => {
    const house = new House()
    await gatherCohort(house)
    await matchAndApprove(house)
    const all = await house.root.all('events')
    expect(all.length).toBeGreaterThan(4)
    const half = all[2]?.id
    const rest = await house.root.get(`events?after=${half}&limit=100`)
    expect(rest.json.items).toEqual(all.slice(3))
    const small = await house.root.get(`events?after=${half}&limit=1`)
    expect(small.headers.get('link')).toContain('rel="next"')
    const next = await house.root.get(/<(.+)>/.exec(small.headers.get('link') ?? '')?.[1] ?? '')
    expect(next.json.items).toEqual(all.slice(4, 5))
    const last = await house.root.get(`events?after=${all.at(-1)?.id}`)
    expect(last.json).toEqual({ items: [], next_cursor: null })
    expect((await house.root.get('events?after=evt_unknown')).status).toBe(422)
  })
})

describe('pairs, participants and programmes that changed', () => {
  it('come in the order of their changes, each once', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 2 })
    const [proposal] = await matchAndApprove(house)
    house.now += 60_000
    for (const person of [proposal?.mentor, proposal?.mentee]) {
      const own = await house.session(`${person.toLowerCase()}@armorique.example`)
      expect((await own.post(`proposals/${proposal?.id}/acceptance`)).status).toBeLessThan(300)
    }
    const [pair] = (await house.root.get('pairs')).json.items
    const one = await house.root.get(`pairs/${pair.id}`)
    expect(one.json).toEqual(pair)
    expect(one.headers.get('etag')).toMatch(/^W\/"1-\d+-\d+"$/)
    expect((await house.root.get('pairs/pai_none')).status).toBe(404)
    house.now += 60_000
    const since = new Date(house.now).toISOString()
    expect((await house.root.get(`pairs?updated_since=${since}`)).json.items).toEqual([])
    await house.root.put(`employees/${pair.mentor}`, makeEmployee({ active: false }))
    const [ended] = (await house.root.get(`pairs?updated_since=${since}`)).json.items
    expect(ended).toMatchObject({ id: pair.id, state: 'ended', updated_at: since })

    const participants = await house.root.all('programmes/regards-croises/participants')
    const own = await house.root.get(`participants/${participants[0]?.id}`)
    expect(own.json).toEqual(participants[0])
    expect((await house.root.get('participants/par_none')).status).toBe(404)
    const changed = await house.root.get(`programmes/regards-croises/participants?updated_since=${since}`)
    expect(changed.json.items).toEqual([])
    const every = await house.root.all(
      'programmes/regards-croises/participants?updated_since=2026-01-01T00:00:00Z',
    )
    expect(every.map(({ id }) => id).sort()).toEqual(participants.map(({ id }) => id).sort())

    expect((await house.root.get(`programmes?updated_since=${since}`)).json.items).toEqual([])
    await house.root.patch('programmes/regards-croises', { acceptance_days: 9 })
    expect((await house.root.get(`programmes?updated_since=${since}`)).json.items).toHaveLength(1)
    expect((await house.root.get('pairs?updated_since=yesterday')).status).toBe(422)
  })
})
