import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { randomId } from '#actions/context.ts'
import { listScim } from '#actions/scim-list.ts'
import { openDatabase } from '#db/commit.ts'
import { getSettings } from '#http/service-context.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'
import { connectProvider, ENTERPRISE, makeUser, OWN, type Provider, SEARCH } from '#test/scim.ts'
import { recordStatements } from '#test/statements.ts'

const names = (list: Record<string, any>) => list.Resources.map((one: any) => one.userName ?? one.displayName)

/** Users 0…n-1, straight into the store: half of them created at the same instant. */
async function fillStore(house: House, count: number): Promise<void> {
  const store = house.db.$client
  const rows = JSON.stringify(
    Array.from({ length: count }, (_, n) => ({
      id: `per_${String((n * 7919) % count).padStart(8, '0')}`,
      name: `user${n}@armorique.example`,
      at: house.now + Math.floor(n / 2),
      attributes: JSON.stringify({
        userName: `user${n}@armorique.example`,
        emails: [{ value: `user${n}@armorique.example`, type: 'work' }],
        title: `T${n % 10}`,
        active: true,
      }),
    })),
  )
  await store.batch([
    store
      .prepare(
        `INSERT INTO people (id, given_name, family_name, email, email_key, relation, active, version, created_at, updated_at)
         SELECT value ->> 'id', 'G', 'F', value ->> 'name', value ->> 'name', 'employee', 1, 1, value ->> 'at', value ->> 'at' FROM json_each(?)`,
      )
      .bind(rows),
    store
      .prepare(
        `INSERT INTO scim_users (person_id, user_name, user_name_key, external_id, attributes, created_at, updated_at)
         SELECT value ->> 'id', value ->> 'name', value ->> 'name', 'x-' || (value ->> 'id'), value ->> 'attributes', value ->> 'at', value ->> 'at' FROM json_each(?)`,
      )
      .bind(rows),
  ])
}

/** Every id of a list, page after page, by number. */
async function walkByIndex(idp: Provider, path: string, count: number): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { json } = await idp.get(
      `${path}${path.includes('?') ? '&' : '?'}startIndex=${ids.length + 1}&count=${count}`,
    )
    expect(json.startIndex).toBe(ids.length + 1)
    expect(json.itemsPerPage).toBe(json.Resources.length)
    if (json.Resources.length === 0) return ids
    ids.push(...json.Resources.map(({ id }: any) => id))
  }
}

/** Every page of a list by cursor, then all the way back. */
async function walkByCursor(idp: Provider, path: string, count: number) {
  const pages: string[][] = []
  const at = (cursor: string) => `${path}${path.includes('?') ? '&' : '?'}count=${count}&cursor=${cursor}`
  let page = (await idp.get(at(''))).json
  expect(page.startIndex).toBeUndefined()
  for (;;) {
    pages.push(page.Resources.map(({ id }: any) => id))
    if (!page.nextCursor) break
    page = (await idp.get(at(page.nextCursor))).json
  }
  const back = [page.Resources.map(({ id }: any) => id)]
  while (page.previousCursor) {
    page = (await idp.get(at(page.previousCursor))).json
    back.unshift(page.Resources.map(({ id }: any) => id))
  }
  return { pages, back }
}

describe('pages of a list', () => {
  it('two thousand users are gone through whole, each exactly once, by number and by cursor, there and back', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    await fillStore(house, 2000)
    const byIndex = await walkByIndex(idp, '/Users', 200)
    expect(byIndex).toHaveLength(2000)
    expect(new Set(byIndex).size).toBe(2000)
    const { pages, back } = await walkByCursor(idp, '/Users?attributes=userName', 170)
    expect(pages.flat()).toEqual(byIndex)
    expect(back).toEqual(pages)
  })

  it('sorted either way, the pages fit together all the same', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    await fillStore(house, 90)
    for (const query of [
      'sortBy=title',
      'sortBy=title&sortOrder=descending',
      'sortBy=userName',
      'sortBy=name.familyName',
      'sortBy=meta.lastModified&sortOrder=descending',
      'sortBy=emails.value',
    ]) {
      const whole = (await idp.get(`/Users?${query}&count=100`)).json
      const ids = whole.Resources.map(({ id }: any) => id)
      expect(new Set(ids).size, query).toBe(90)
      expect(await walkByIndex(idp, `/Users?${query}`, 20), query).toEqual(ids)
      const { pages, back } = await walkByCursor(idp, `/Users?${query}`, 20)
      expect(pages.flat(), query).toEqual(ids)
      expect(back, query).toEqual(pages)
    }
    const titles = (await idp.get('/Users?sortBy=title&count=90')).json.Resources.map((one: any) => one.title)
    expect(titles).toEqual([...titles].sort())
    const falling = (await idp.get('/Users?sortBy=title&sortOrder=descending&count=90')).json
    expect(falling.Resources.map((one: any) => one.title)).toEqual([...titles].reverse())
  })

  it('a cursor holds its place while users come and go', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    const ids: string[] = []
    for (let n = 0; n < 6; n++) {
      house.now += 1
      ids.push((await idp.post('/Users', makeUser(n))).json.id)
    }
    const first = (await idp.get('/Users?cursor=&count=3')).json
    await idp.delete(`/Users/${ids[1]}`)
    house.now -= 100
    await idp.post('/Users', makeUser('early'))
    const second = (await idp.get(`/Users?cursor=${first.nextCursor}&count=3`)).json
    expect(second.Resources.map(({ id }: any) => id)).toEqual(ids.slice(3))
  })

  it('no count means a hundred, zero the number alone, and more than two hundred two hundred', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    await fillStore(house, 260)
    for (const [query, items] of [
      ['', 100],
      ['?count=0', 0],
      ['?count=-3', 0],
      ['?count=1000', 200],
      ['?startIndex=0&count=5', 5],
      ['?startIndex=260', 1],
      ['?startIndex=999', 0],
    ] as const) {
      const { status, json } = await idp.get(`/Users${query}`)
      expect([status, json.totalResults, json.itemsPerPage, json.Resources.length], query).toEqual([
        200,
        260,
        items,
        items,
      ])
    }
  })

  it('a cursor that is none of ours, or of another list, and a count that is no number, are refused by name', async () => {
    const house = new House()
    const idp = await connectProvider(house)
    await fillStore(house, 3)
    const { nextCursor } = (await idp.get('/Users?cursor=&count=1')).json
    for (const path of [
      '/Users?cursor=nonsense',
      '/Users?cursor=%00',
      `/Users?cursor=${nextCursor}x`,
      `/Groups?cursor=${nextCursor}`,
      `/Users?filter=active+eq+true&cursor=${nextCursor}`,
      `/Users?sortBy=title&cursor=${nextCursor}`,
      `/Users?cursor=${btoa('{"list":"","from":{"offset":-1}}')}`,
    ]) {
      const told = await idp.get(path)
      expect([told.status, told.json.scimType], path).toEqual([400, 'invalidCursor'])
    }
    const count = await idp.get('/Users?cursor=&count=many')
    expect([count.status, count.json.scimType]).toEqual([400, 'invalidCount'])
    expect((await idp.get('/Users?count=many')).status).toBe(400)
  })
})

describe('filters', () => {
  async function cohort() {
    const house = new House()
    const idp = await connectProvider(house)
    const boss = (await idp.post('/Users', makeUser('boss', { displayName: 'La Chef' }))).json
    for (const n of [1, 2, 3]) {
      house.now += 1000
      await idp.post(
        '/Users',
        makeUser(n, {
          displayName: `Élan ${n}`,
          active: n !== 3,
          userType: 'Employee',
          emails: [
            { value: `user${n}@armorique.example`, type: 'work', primary: true },
            { value: `alias${n}@armorique.example`, type: 'other' },
          ],
          roles: [{ value: `role${n}`, primary: n === 1 }],
          [ENTERPRISE]: { department: n === 1 ? 'Tarifs' : 'Sinistres', manager: { value: boss.id } },
          [OWN]: { gradeRank: n },
        }),
      )
    }
    const ids = (await idp.get('/Users')).json.Resources.map(({ id }: any) => id)
    await idp.post('/Groups', {
      displayName: 'Tutors',
      externalId: 'g-1',
      members: [{ value: ids[1] }, { value: ids[2] }],
    })
    house.now += 1000
    await idp.post('/Groups', { displayName: 'Readers', members: [{ value: ids[2] }] })
    return { house, idp, boss, ids }
  }

  it('find users by what anybody may ask', async () => {
    const { idp, boss, ids } = await cohort()
    const find = async (filter: string) =>
      names(await idp.find('Users', filter)).map((name: string) => name.split('@')[0])
    for (const [filter, found] of [
      ['userName eq "USER1@ARMORIQUE.EXAMPLE"', ['user1']],
      ['userName sw "user" and not (userName co "boss")', ['user1', 'user2', 'user3']],
      ['externalId eq "ext-2"', ['user2']],
      ['externalId eq "EXT-2"', []],
      [`id eq "${ids[1]}"`, ['user1']],
      ['id eq "per_nobody"', []],
      ['userName eq "5b6c7f2e-1d43-4b5a-9f0e-111122223333"', []],
      ['emails[type eq "work"].value eq "user2@armorique.example"', ['user2']],
      ['emails[type eq "other"].value eq "user2@armorique.example"', []],
      ['emails.value eq "ALIAS3@armorique.example"', ['user3']],
      ['emails[type eq "other" and value ew "armorique.example"]', ['user1', 'user2', 'user3']],
      ['emails eq "user3@armorique.example"', ['user3']],
      ['emails.value eq "user3@armorique.example" and active eq true', []],
      ['active eq "False"', ['user3']],
      ['active ne true', ['user3']],
      ['roles[primary eq "True"].value eq "role1"', ['user1']],
      ['displayName eq "élan 2"', []],
      ['displayName eq "Élan 2"', ['user2']],
      ['title pr', []],
      ['not (title pr) and name.familyName eq "family2"', ['user2']],
      [`${ENTERPRISE}:department eq "tarifs"`, ['user1']],
      [`${OWN}:gradeRank gt 1`, ['user2', 'user3']],
      [`manager eq "${boss.id}"`, ['user1', 'user2', 'user3']],
      [`${ENTERPRISE}:manager.value eq "${boss.id}" and active eq true`, ['user1', 'user2']],
      ['manager eq "ext-boss"', ['user1', 'user2', 'user3']],
      ['manager eq "nobody"', []],
      [`not (manager eq "${boss.id}")`, ['userboss']],
      [`id eq "${ids[2]}" and manager eq "${boss.id}"`, ['user2']],
      [`manager eq "${boss.id}" and id eq "${ids[2]}"`, ['user2']],
      [`id eq "${ids[2]}" and manager eq "${ids[1]}"`, []],
      [`id eq "${ids[0]}" and manager eq ""`, []],
      ['groups.display eq "Tutors"', ['user1', 'user2']],
      ['groups pr and userName co "1"', ['user1']],
      ['meta.created gt "2026-03-02T09:00:02Z"', ['user3']],
      ['members.value eq "x"', []],
    ] as const) {
      expect(await find(filter), filter).toEqual(found)
    }
  })

  it('find groups by name, identifier and member, without members where they are not wanted', async () => {
    const { idp, ids } = await cohort()
    for (const [filter, found] of [
      ['displayName eq "tutors"', ['Tutors']],
      ['externalId eq "g-1"', ['Tutors']],
      [`members[value eq "${ids[2]}"]`, ['Tutors', 'Readers']],
      [`members.value eq "${ids[1]}"`, ['Tutors']],
      [`members eq "${ids[1]}" and displayName sw "t"`, ['Tutors']],
      ['displayName eq "nothing"', []],
    ] as const) {
      expect(names(await idp.find('Groups', filter)), filter).toEqual(found)
    }
    const whole = await idp.find('Groups', 'displayName eq "Tutors"')
    expect(whole.Resources[0].members).toHaveLength(2)
    const bare = await idp.find('Groups', 'displayName eq "Tutors"', '&excludedAttributes=members')
    expect(bare.Resources[0]).toMatchObject({ displayName: 'Tutors', externalId: 'g-1' })
    expect(bare.Resources[0].members).toBeUndefined()
    const { id } = whole.Resources[0]
    expect((await idp.get(`/Groups/${id}?excludedAttributes=members`)).json.members).toBeUndefined()
    expect((await idp.get(`/Groups/${id}?attributes=members.value`)).json.members).toHaveLength(2)
    expect((await idp.get(`/Groups/${id}?attributes=displayName`)).json).toEqual({
      schemas: whole.Resources[0].schemas,
      id,
      displayName: 'Tutors',
    })
  })

  it('a filter that cannot be read is a 400 invalidFilter', async () => {
    const { idp } = await cohort()
    for (const filter of [
      'userName',
      'userName eq',
      'eq "x"',
      '(userName eq "x"',
      'userName zz "x"',
      'shoeSize eq 4',
      'active gt true',
      '"x"',
      'emails[type eq "work"',
      `${'('.repeat(60)}title pr${')'.repeat(60)}`,
    ]) {
      const told = await idp.get(`/Users?filter=${encodeURIComponent(filter)}`)
      expect([told.status, told.json.scimType], filter).toEqual([400, 'invalidFilter'])
    }
  })

  it('a search says the same as a list, and one search goes through users and groups', async () => {
    const { idp, ids } = await cohort()
    const search = (path: string, body: Record<string, unknown>) =>
      idp.post(path, { schemas: [SEARCH], ...body })
    const users = await search('/Users/.search', {
      filter: 'active eq true',
      attributes: ['userName'],
      startIndex: 2,
      count: 1,
    })
    expect(users.status).toBe(200)
    expect(users.json).toMatchObject({ totalResults: 3, itemsPerPage: 1, startIndex: 2 })
    expect(Object.keys(users.json.Resources[0]).sort()).toEqual(['id', 'schemas', 'userName'])
    expect(names((await search('/Groups/.search', { filter: 'displayName sw "R"' })).json)).toEqual([
      'Readers',
    ])
    const all = (await search('/.search', {})).json
    expect(all.totalResults).toBe(6)
    expect(all.Resources.map((one: any) => one.meta.resourceType)).toEqual([
      'User',
      'User',
      'User',
      'User',
      'Group',
      'Group',
    ])
    const pages = await Promise.all(
      [1, 3, 5].map((startIndex) => search('/.search', { startIndex, count: 2 })),
    )
    expect(pages.flatMap(({ json }) => json.Resources)).toEqual(all.Resources)
    const byCursor = [(await search('/.search', { cursor: '', count: 4 })).json]
    byCursor.push((await search('/.search', { cursor: byCursor[0]!.nextCursor, count: 4 })).json)
    expect(byCursor.flatMap(({ Resources }) => Resources)).toEqual(all.Resources)
    expect(byCursor[1]!.nextCursor).toBeUndefined()
    expect(
      names((await search('/.search', { filter: `displayName eq "tutors" or id eq "${ids[1]}"` })).json),
    ).toEqual(['user1@armorique.example', 'Tutors'])
  })
})

describe('filters that providers send for every user are answered by an index', () => {
  it('as the store explains for each of them', async () => {
    const house = new House()
    await fillStore(house, 50)
    await house.root.put('employees/BOSS', makeEmployee())
    await env.DB.prepare(
      "INSERT INTO reporting_lines (person, manager, kind) VALUES ('per_00000007', 'BOSS', 'line')",
    ).run()
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
    for (const filter of [
      'userName eq "USER7@armorique.example"',
      'externalId eq "x-per_00000007"',
      'id eq "per_00000007"',
      'emails[type eq "work"].value eq "user7@armorique.example"',
      'emails.value eq "user7@armorique.example"',
      'manager eq "BOSS"',
      'id eq "per_00000007" and manager eq "BOSS"',
      'manager eq "BOSS" and id eq "per_00000007"',
      'active eq true and userName eq "user7@armorique.example"',
    ]) {
      seen.length = 0
      await listScim(ctx, ['User'], { filter }, 'https://x.example/scim/v2')
      const lists = seen.filter(({ text }) => text.includes('scim_users AS scim CROSS JOIN people'))
      expect(lists.length).toBe(2)
      for (const { text, params } of lists) {
        const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${text}`)
          .bind(...params)
          .all<{ detail: string }>()
        const details = plan.results.map(({ detail }) => detail)
        // The values of one user’s own list may be gone through; no table of the store is.
        const scans = details.filter((detail) =>
          /^SCAN (?!sent VIRTUAL|element VIRTUAL|CONSTANT)/.test(detail),
        )
        expect(scans, `${filter}\n${text}\n${details.join('\n')}`).toEqual([])
      }
    }
  })

  it('and a page of everybody is read in order, without sorting', async () => {
    const house = new House()
    await fillStore(house, 50)
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
    await listScim(ctx, ['User'], { startIndex: 11, count: 10 }, 'https://x.example/scim/v2')
    const page = seen.find(({ text }) => /OFFSET/.test(text))!
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${page.text}`)
      .bind(...page.params)
      .all<{ detail: string }>()
    const details = plan.results.map(({ detail }) => detail).join('\n')
    expect(details).toContain('scim_users_created')
    expect(details).not.toContain('TEMP B-TREE')
  })
})
