import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'
import { connectProvider, ENTERPRISE, GROUP, makeUser, OWN, PATCH, SEARCH, USER } from '#test/scim.ts'

/** A small generator whose numbers are the same every time. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const VALUES: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  'x',
  "'; DROP TABLE people; --",
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  '??%s{7*7}',
  'x'.repeat(20_000),
  '__proto__',
  'True',
  'per_x',
  [],
  {},
  [[]],
  [null],
  [[[['deep']]]],
  { value: null },
  { value: { value: { value: 1 } } },
  [{ value: 'a', primary: true }, { value: 'b', primary: 'True' }, 7],
  { $ref: 'javascript:alert(1)' },
  { __proto__: null, constructor: { prototype: 1 } },
]

const NAMES = [
  'userName',
  'USERNAME',
  'externalId',
  'name',
  'name.givenName',
  'emails',
  'emails[type eq "work"].value',
  'emails[type eq',
  'active',
  'manager',
  'groups',
  'id',
  'meta',
  'schemas',
  'password',
  'members',
  'members[value eq "x"]',
  'displayName',
  '__proto__',
  'constructor',
  'toString',
  '',
  '$ref',
  ':::',
  `${ENTERPRISE}:manager`,
  `${ENTERPRISE}`,
  `${OWN}:gradeRank`,
  'urn:nobody:knows',
  'a.b.c.d.e',
  'x'.repeat(3000),
]

const FILTERS = [
  'userName eq "?"',
  'userName eq "\\"',
  'userName eq "\\u0000"',
  'userName eq "a" or "a" eq "a"',
  `userName eq "'; DROP TABLE people; --"`,
  'userName eq 12',
  'active eq "maybe"',
  'active gt true',
  'meta.created gt "never"',
  'meta.created gt "9999-99-99T99:99:99Z"',
  'meta.location sw "x"',
  'meta.version eq "W/\\"1\\""',
  'id pr',
  'schemas eq "x"',
  'schemas pr',
  'password eq "x"',
  'emails[',
  'emails[type eq "work"',
  'emails[type eq "work"].',
  'emails[type eq "work"].value',
  'emails[emails[type eq "work"]]',
  'emails[value eq "a@b.cd"] and emails.value eq "a@b.cd"',
  'emails.value eq ""',
  'emails.value eq "%"',
  'groups[value eq "x"].display eq "y"',
  'groups.$ref eq "x"',
  'groups pr',
  'members pr',
  'members.display eq "x"',
  'manager eq ""',
  'manager pr',
  'manager.displayName eq "x"',
  'name pr',
  'name eq "x"',
  'not not (id pr)',
  'not (not (id pr))',
  'title eq null',
  'title ne null',
  'title co ""',
  'title ew ""',
  'title gt "\uffff"',
  `${OWN}:gradeRank eq 1e400`,
  `${OWN}:gradeRank eq 1.5`,
  `${OWN}:gradeRank co 1`,
  `${ENTERPRISE} pr`,
  'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "x"',
  'constructor eq "x"',
  '__proto__ pr',
  'hasOwnProperty pr',
  Array.from({ length: 49 }, (_, n) => `title eq "${n}"`).join(' or '),
  Array.from({ length: 200 }, (_, n) => `title eq "${n}"`).join(' or '),
  `${'('.repeat(19)}title pr${')'.repeat(19)}`,
  `userName eq "${'x'.repeat(5000)}"`,
  `userName co "${'é'.repeat(900)}"`,
]

describe('whoever sends nonsense gets a refusal, and never an error of ours', () => {
  it('bodies', async () => {
    const idp = await connectProvider(new House())
    const { id } = (await idp.post('/Users', makeUser(1))).json
    const group = (await idp.post('/Groups', { displayName: 'G' })).json
    const next = random(7)
    const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T
    const body = () =>
      Object.fromEntries(
        Array.from({ length: 1 + Math.floor(next() * 4) }, () => [pick(NAMES), pick(VALUES)]),
      )
    const operation = () => ({
      op: pick(['add', 'Replace', 'remove', 'move', '', null, 7]),
      ...(next() < 0.8 ? { path: pick<unknown>([...NAMES, ...VALUES]) } : {}),
      ...(next() < 0.9 ? { value: next() < 0.3 ? body() : pick(VALUES) } : {}),
    })
    const wrong: string[] = []
    const statuses = new Map<number, number>()
    for (let n = 0; n < 420; n++) {
      const isGroup = next() < 0.35
      const door = isGroup ? 'Groups' : 'Users'
      const base = isGroup
        ? { schemas: [GROUP], displayName: `G${n}` }
        : { schemas: [USER], userName: `u${n}` }
      const [method, path, sent] = pick([
        ['POST', `/${door}`, { ...base, ...body() }],
        ['PUT', `/${door}/${isGroup ? group.id : id}`, { ...base, ...body() }],
        [
          'PATCH',
          `/${door}/${isGroup ? group.id : id}`,
          { schemas: [PATCH], Operations: Array.from({ length: 1 + Math.floor(next() * 3) }, operation) },
        ],
        ['PATCH', `/${door}/${isGroup ? group.id : id}`, { Operations: pick(VALUES) }],
        [
          'POST',
          pick(['/.search', '/Users/.search', '/Groups/.search']),
          {
            schemas: [SEARCH],
            filter: pick<unknown>([...FILTERS, ...VALUES]),
            sortBy: pick<unknown>([...NAMES, undefined]),
            count: pick(VALUES),
            startIndex: pick(VALUES),
            attributes: pick(VALUES),
          },
        ],
      ] as const)
      const told = await idp.send(method, path, sent)
      statuses.set(told.status, (statuses.get(told.status) ?? 0) + 1)
      if (told.status >= 500) wrong.push(`${method} ${path} ${JSON.stringify(sent).slice(0, 300)}`)
      if (told.status >= 400 && told.json.status !== String(told.status))
        wrong.push(`${told.status} ${told.text}`)
    }
    expect(wrong).toEqual([])
    expect(statuses.get(400)).toBeGreaterThan(50)
    expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(20)
    // Whoever was there is still there, and can be read.
    expect((await idp.get('/Users?count=200')).status).toBe(200)
    expect((await idp.get(`/Users/${id}`)).json.id).toBe(id)
  })

  it('filters, sorting, pages and headers', async () => {
    const idp = await connectProvider(new House())
    await idp.post('/Users', makeUser(1))
    await idp.post('/Groups', { displayName: 'G' })
    const texts = VALUES.filter((value) => typeof value === 'string').map((value) =>
      (value as string).slice(0, 500).toWellFormed(),
    )
    const queries = [
      ...FILTERS.map((filter) => `filter=${encodeURIComponent(filter.toWellFormed())}`),
      ...[...NAMES, ...texts].map((name) => `sortBy=${encodeURIComponent(name)}`),
      ...[...NAMES, ...texts].map(
        (name) => `attributes=${encodeURIComponent(name)}&excludedAttributes=${encodeURIComponent(name)}`,
      ),
      ...texts.map((text) => `startIndex=${encodeURIComponent(text)}`),
      ...texts.map((text) => `count=${encodeURIComponent(text)}`),
      ...texts.map((text) => `cursor=${encodeURIComponent(text)}`),
      'startIndex=999999999999999',
      'count=-999999999999999',
      'filter=%E0%A4%A',
      'filter=a&filter=b',
    ]
    const wrong: string[] = []
    for (const query of queries) {
      for (const door of ['Users', 'Groups']) {
        const told = await idp.get(`/${door}?${query}`)
        if (![200, 400].includes(told.status)) wrong.push(`${told.status} ${door}?${query.slice(0, 200)}`)
      }
    }
    for (const id of texts) {
      const told = await idp.get(`/Users/${encodeURIComponent(id)}`)
      if (![200, 404].includes(told.status)) wrong.push(`${told.status} id ${id.slice(0, 50)}`)
    }
    for (const value of [
      '',
      '"',
      'W/',
      'W/"',
      '"1"',
      '*',
      '1',
      'W/"99999999999999999999"',
      'x'.repeat(2000),
    ]) {
      const told = await idp.get('/Users', { 'if-none-match': value, 'if-match': value })
      if (told.status !== 200) wrong.push(`${told.status} header ${value}`)
    }
    expect(queries.length).toBeGreaterThan(150)
    expect(wrong).toEqual([])
  })
})
