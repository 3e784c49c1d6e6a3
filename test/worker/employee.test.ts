import { describe, expect, it } from 'vitest'
import { hierarchyAbove } from '#db/queries/reporting-line.ts'
import { above } from '#domain/reporting-line.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

describe('HR says who works here', () => {
  it('a person is created, read back as sent, and replaced: what is absent is cleared', async () => {
    const { root } = new House()
    const first = await root.put(
      'employees/E-1',
      makeEmployee({ email: 'Maelle.K@Armorique.example', site: 'Brest' }),
    )
    expect(first.status).toBe(201)
    expect(first.json).toMatchObject({
      external_id: 'E-1',
      email: 'Maelle.K@Armorique.example',
      site: 'Brest',
      active: true,
    })
    expect(first.json.id).toMatch(/^per_/)
    const second = await root.put('employees/E-1', makeEmployee())
    expect(second.status).toBe(200)
    expect(second.json).toMatchObject({ id: first.json.id, email: null, site: null })
    expect((await root.get('employees/E-1')).json).toEqual(second.json)
  })

  it('the same content twice writes nothing', async () => {
    const house = new House()
    const first = await house.root.put('employees/E-1', makeEmployee({ manager: 'E-2' }))
    const events = await house.db.$client.prepare('SELECT count(*) AS n FROM events').first('n')
    house.now += 60_000
    const second = await house.root.put('employees/E-1', makeEmployee({ manager: 'E-2' }))
    expect(second.status).toBe(200)
    expect(second.json).toEqual(first.json)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await house.db.$client.prepare('SELECT count(*) AS n FROM events').first('n')).toBe(events)
  })

  it('a manager may arrive later, and the line then climbs to the top', async () => {
    const house = new House()
    await house.root.put('employees/junior', makeEmployee({ manager: 'lead', dotted_managers: ['project'] }))
    await house.root.put('employees/lead', makeEmployee({ manager: 'head' }))
    await house.root.put('employees/head', makeEmployee())
    const hierarchy = await hierarchyAbove(house.db, ['junior'])
    expect(above(hierarchy, 'junior')).toEqual(new Set(['lead', 'head', 'project']))
  })

  it('a line that would go round in a circle is refused, and the person keeps the former manager', async () => {
    const { root } = new House()
    await root.put('employees/a', makeEmployee({ manager: 'b' }))
    await root.put('employees/b', makeEmployee({ manager: 'c' }))
    const refused = await root.put('employees/c', makeEmployee({ manager: 'a' }))
    expect(refused.status).toBe(422)
    expect(refused.json.errors).toMatchObject([{ pointer: '/manager' }])
    expect((await root.put('employees/d', makeEmployee({ manager: 'd' }))).status).toBe(422)
    expect((await root.get('employees/c')).status).toBe(404)
  })

  it('an address that belongs to somebody else is refused, in either spelling', async () => {
    const { root } = new House()
    await root.put('employees/a', makeEmployee({ email: 'one@armorique.example' }))
    const refused = await root.put('employees/b', makeEmployee({ email: 'ONE@Armorique.example' }))
    expect(refused.status).toBe(409)
  })

  it('external ids are kept as given, case-exact, and never begin like ours', async () => {
    const { root } = new House()
    await root.put(`employees/${encodeURIComponent('Été/É 1')}`, makeEmployee())
    expect((await root.get(`employees/${encodeURIComponent('Été/É 1')}`)).json.external_id).toBe('Été/É 1')
    expect((await root.get(`employees/${encodeURIComponent('été/é 1')}`)).status).toBe(404)
    expect((await root.put('employees/per_abc', makeEmployee())).status).toBe(422)
  })

  it('age, sex, origin and whatever else we do not know are refused by name', async () => {
    const { root } = new House()
    for (const field of ['age', 'sex', 'birth_date', 'nationality', 'salary']) {
      const refused = await root.put('employees/a', makeEmployee({ [field]: 'x' }))
      expect(refused.status).toBe(422)
      expect(refused.json.errors[0].pointer).toBe(`/${field}`)
    }
  })

  it('a list of changes starts where the reader stopped and pages without gaps', async () => {
    const house = new House()
    for (let n = 0; n < 7; n++) {
      house.now += n % 2 ? 0 : 1000
      await house.root.put(`employees/E${n}`, makeEmployee())
    }
    const page = await house.root.get('employees?limit=3')
    expect(page.json.items).toHaveLength(3)
    const rest = await house.root.get(`employees?limit=100&cursor=${page.json.next_cursor}`)
    expect([...page.json.items, ...rest.json.items].map((one: any) => one.external_id).sort()).toEqual([
      'E0',
      'E1',
      'E2',
      'E3',
      'E4',
      'E5',
      'E6',
    ])
    const since = page.json.items[2].updated_at
    const later = await house.root.get(`employees?updated_since=${since}`)
    expect(later.json.items.length).toBeGreaterThanOrEqual(5)
  })

  it('keys open only what their scopes say', async () => {
    const house = new House()
    const key = await house.root.post('keys', { name: 'HR', scopes: ['employees:read'] })
    const hr = house.as({ authorization: `Bearer ${key.json.secret}` })
    expect((await hr.get('employees')).status).toBe(200)
    expect((await hr.put('employees/a', makeEmployee())).status).toBe(403)
    expect((await house.stranger.get('employees')).status).toBe(401)
    expect((await house.as({ authorization: 'Bearer bnm_wrong' }).get('employees')).status).toBe(401)
    expect((await hr.post('keys', { name: 'more', scopes: ['*'] })).status).toBe(403)
  })
})

const HEADER = 'external_id,given_name,family_name,email,grade,grade_rank,manager,hired_in,age'

async function importFile(house: House, csv: string, query = '') {
  const received = await house.root.post(`employee-imports${query}`, csv)
  expect(received.status).toBe(202)
  await house.tick()
  return (await house.root.get(`employee-imports/${received.json.id}`)).json
}

describe('HR sends a file', () => {
  it('each bad line is reported with its number, and never stops the rest', async () => {
    const house = new House()
    const report = await importFile(
      house,
      [
        HEADER,
        'H,Nolwenn,Le Braz,n@a.example,A,9,,2001-02,50',
        'L,Erwan,Postec,e@a.example,B,5,H,2010-05,',
        'X,,Sans Prénom,,B,4,L,,',
        'L,Erwan,Postec,e2@a.example,B,5,H,,',
        'M,Yuna,Riou,E@A.example,B,4,L,,',
        'C1,Gaël,Un,,C,3,C2,,',
        'C2,Gaël,Deux,,C,3,C1,,',
        'U,Soazig,Autret,,C,2,NOBODY,,',
        'S,Second,Head,,A,9,,,',
        'T,Under,Second,,C,2,S,,',
        'B,Bad,Rank,,C,high,L,,',
      ].join('\n'),
    )
    expect(report.state).toBe('completed')
    expect(report).toMatchObject({ lines: 11, created: 7, rejected: 4, ignored_columns: ['age'] })
    const findings = report.findings.map((one: any) => [one.line, one.kind, one.field])
    expect(findings).toEqual([
      [2, 'second-head', 'manager'],
      [4, 'invalid', 'given_name'],
      [5, 'duplicate', 'external_id'],
      [6, 'duplicate', 'email'],
      [8, 'cycle', 'manager'],
      [8, 'second-head', 'manager'],
      [9, 'unknown-manager', 'manager'],
      [10, 'second-head', 'manager'],
      [12, 'invalid', 'grade_rank'],
    ])
    expect((await house.root.get('employees/C2')).json.manager).toBeNull()
    expect((await house.root.get('employees/U')).json.manager).toBe('NOBODY')
    expect((await house.root.get('employees/L')).json.email).toBe('e@a.example')
  })

  it('the same file again changes nothing and finds nothing new', async () => {
    const house = new House()
    const csv = [
      HEADER,
      'H,Nolwenn,Le Braz,n@a.example,A,9,,2001-02,',
      'L,Erwan,Postec,,B,5,H,2010-05,',
    ].join('\r\n')
    expect(await importFile(house, csv)).toMatchObject({ created: 2, unchanged: 0 })
    expect(await importFile(house, csv)).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 0 })
  })

  it('a dry run counts and reports, and stores nobody', async () => {
    const house = new House()
    const csv = [HEADER, 'H,Nolwenn,Le Braz,,A,9,,,', 'L,Erwan,Postec,,B,5,H,,'].join('\n')
    expect(await importFile(house, csv, '?mode=dry-run')).toMatchObject({ created: 2, findings: [] })
    expect((await house.root.get('employees/H')).status).toBe(404)
  })

  it('in strict mode one bad line keeps the whole file out', async () => {
    const house = new House()
    const csv = [HEADER, 'H,Nolwenn,Le Braz,,A,9,,,', 'L,,Postec,,B,5,H,,'].join('\n')
    expect(await importFile(house, csv, '?mode=strict')).toMatchObject({ created: 0, rejected: 1 })
    expect((await house.root.get('employees/H')).status).toBe(404)
    const good = await importFile(house, csv.replace('L,,', 'L,Erwan,'), '?mode=strict')
    expect(good).toMatchObject({ created: 2, rejected: 0 })
  })

  it('semicolons, a byte-order mark, Windows accents and French months are read', async () => {
    const house = new House()
    const text =
      'external_id;given_name;family_name;hired_in;active\nÉ1;Gwenaël;L’Hénoret;15/03/2012;oui\nÉ2;Anaïg;Méar;2012-04-01;non'
    const bytes = Uint8Array.from(text.replace('’', '\u0092'), (letter) => letter.charCodeAt(0))
    const response = await house.request('/api/v1/employee-imports', {
      method: 'POST',
      headers: { authorization: (await rootHeader(house)).authorization, 'content-type': 'text/csv' },
      body: bytes,
    })
    expect(response.status).toBe(202)
    await house.tick()
    const found = await house.root.get(`employees/${encodeURIComponent('É1')}`)
    expect(found.json).toMatchObject({ family_name: 'L’Hénoret', hired_in: '2012-03', active: true })
    expect((await house.root.get(`employees/${encodeURIComponent('É2')}`)).json.active).toBe(false)
  })

  it('what is no table of employees is refused with a sentence', async () => {
    const { root } = new House()
    expect((await root.post('employee-imports', 'name,first\nA,B')).status).toBe(422)
    expect((await root.post('employee-imports', { a: 1 })).status).toBe(415)
    expect((await root.post('employee-imports?mode=fast', HEADER)).status).toBe(422)
    expect((await root.get('employee-imports/imp_none')).status).toBe(404)
  })

  it('a worker that dies between two chunks leaves the rest to the next one, and nothing twice', async () => {
    const house = new House()
    const lines = Array.from({ length: 1200 }, (_, n) => `E${n},Nom${n},Famille,,C,1,${n ? 'E0' : ''},,`)
    const { json } = await house.root.post('employee-imports', [HEADER, ...lines].join('\n'))
    await house.db.$client
      .prepare("UPDATE employee_imports SET state = 'running', lease_until = ? WHERE id = ?")
      .bind(house.now + 60_000, json.id)
      .run()
    await house.tick()
    expect((await house.root.get(`employee-imports/${json.id}`)).json.state).toBe('running')
    house.now += 61_000
    await house.tick()
    expect((await house.root.get(`employee-imports/${json.id}`)).json).toMatchObject({
      state: 'completed',
      created: 1200,
    })
  })
})

async function rootHeader(house: House): Promise<{ authorization: string }> {
  const key = await house.root.post('keys', { name: 'file', scopes: ['*'] })
  return { authorization: `Bearer ${key.json.secret}` }
}
