import { describe, expect, it } from 'vitest'
import { count, people, read, send } from '#test/employee-files.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'
import { makeWorkbook } from '#test/workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = 'external_id,given_name,family_name,email,manager'

describe('a file is read whatever it is made of', () => {
  it('a workbook, NDJSON and tabs say the same as CSV', async () => {
    const house = new House()
    const rows = [
      ['Matricule', 'Prénom', 'Nom', 'Date d’entrée', 'Responsable hiérarchique'],
      ['007', 'Nolwenn', 'Le Braz', '15/03/2012', ''],
      ['0042', 'Erwan', 'Postec', '2015-09', '007'],
    ]
    const first = await read(house, makeWorkbook(rows), { type: XLSX })
    expect(first).toMatchObject({ state: 'completed', format: 'xlsx', created: 2, rejected: 0 })
    expect((await house.root.get('employees/0042')).json).toMatchObject({
      manager: '007',
      hired_in: '2015-09',
    })
    const tabs = rows.map((row) => row.join('\t')).join('\n')
    expect(await read(house, tabs, { type: 'text/tab-separated-values' })).toMatchObject({ unchanged: 2 })
    const entries = [
      { external_id: '007', given_name: 'Nolwenn', family_name: 'Le Braz', hired_in: '2012-03' },
      {
        external_id: '0042',
        given_name: 'Erwan',
        family_name: 'Postec',
        hired_in: '2015-09',
        manager: '007',
        age: 5,
      },
      { external_id: '0043', given_name: 'Trop', family_name: 'Vieux', hired_in: 'hier' },
    ]
    const lines = [...entries.map((one) => JSON.stringify(one)), '{"external_id"'].join('\n')
    const told = await read(house, lines, { type: 'application/x-ndjson' })
    expect(told).toMatchObject({ unchanged: 2, rejected: 2, refused_columns: ['age'] })
    expect(told.findings.map(({ line, kind, field }) => [line, kind, field])).toEqual([
      [3, 'invalid', 'hired_in'],
      [4, 'unreadable', null],
    ])
  })

  it('a file that arrives in small pieces, with an accent of Windows late in it, is read right', async () => {
    const house = new House()
    const text = [HEAD, ...people(1999), 'Z,Zo\u00eb,Kerd\u00e9l,,E0'].join('\r\n')
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const report = await read(house, inPieces(bytes, 777))
    expect(report).toMatchObject({ state: 'completed', lines: 2000, created: 2000, rejected: 0 })
    expect((await house.root.get('employees/Z')).json).toMatchObject({
      given_name: 'Zoë',
      family_name: 'Kerdél',
    })
  })

  it('an upload that breaks off leaves an abandoned import without a line of it', async () => {
    const house = new House()
    const bytes = new TextEncoder().encode(`${[HEAD, ...people(3100)].join('\n')}\nX,"never,closed\n`)
    const refused = await send(house, bytes)
    expect(refused.status).toBe(422)
    const [row] = (await house.root.get('employee-imports')).json.items
    expect(row).toMatchObject({ state: 'abandoned', created: 0 })
    expect(await count(house, 'employee_import_chunks')).toBe(0)
    await house.tick()
    expect((await house.root.get('employees/E1')).status).toBe(404)
  })

  it('a sender who went away is given up by the job, and the rest of the file with them', async () => {
    const house = new House()
    const { json } = await send(house, [HEAD, ...people(2)].join('\n'))
    await house.db.$client
      .prepare("UPDATE employee_imports SET state = 'receiving', version = 1, lease_until = ? WHERE id = ?")
      .bind(house.now + 1000, json.id)
      .run()
    await house.tick()
    expect((await house.root.get(`employee-imports/${json.id}`)).json.state).toBe('receiving')
    house.now += 2000
    await house.tick()
    expect((await house.root.get(`employee-imports/${json.id}`)).json.state).toBe('abandoned')
  })

  it('what is too large, of no known type or not asked rightly is refused', async () => {
    const house = new House()
    const key = await house.root.post('keys', { name: 'file', scopes: ['*'] })
    const large = await house.request('/api/v1/employee-imports', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key.json.secret}`,
        'content-type': 'text/csv',
        'content-length': String(61 * 2 ** 20),
      },
      body: HEAD,
    })
    expect(large.status).toBe(413)
    expect((await send(house, HEAD, { type: 'application/pdf' })).status).toBe(415)
    expect((await send(house, 'PK', { type: XLSX })).status).toBe(422)
    expect((await send(house, HEAD, { query: '?complete=perhaps' })).status).toBe(422)
    expect((await send(house, HEAD, { query: '?source=A B' })).status).toBe(422)
    expect((await send(house, HEAD, { query: '?mapping=nothing' })).status).toBe(422)
    expect((await send(house, '')).status).toBe(422)
  })
})

describe('columns are told apart', () => {
  it('what is about the person is dropped before anything is stored, and named', async () => {
    const house = new House()
    const csv = [
      'Matricule;Prénom;Nom;Sexe;Date de naissance;Nationalité;Salaire annuel;Adresse personnelle;RQTH;Ville préférée',
      'E1;Anaïg;Méar;F;1980-01-01;FR;30000;1 rue de Siam;non;Brest',
      'E2;;Sans Prénom;SECRET-SEX;SECRET-BIRTH;SECRET;SECRET;SECRET;SECRET;PRIVATE-TOWN',
    ].join('\n')
    const report = await read(house, csv)
    expect(report.refused_columns).toEqual([
      'Sexe',
      'Date de naissance',
      'Nationalité',
      'Salaire annuel',
      'Adresse personnelle',
      'RQTH',
    ])
    expect(report.ignored_columns).toEqual([...report.refused_columns, 'Ville préférée'])
    const rejected = await house.root.get(`employee-imports/${report.id}/rejected-lines`)
    expect(rejected.text).toContain('Sans Prénom')
    expect(rejected.text).not.toMatch(/SECRET|PRIVATE|Sexe/)
    const stored = await house.db.$client.prepare('SELECT cells FROM employee_import_rejects').all()
    expect(JSON.stringify(stored.results)).not.toMatch(/SECRET|PRIVATE/)
  })

  it('a mapping is remembered for its source, used again, and refused where it names what is never read', async () => {
    const house = new House()
    const mapping = {
      Poste: 'external_id',
      Chef: 'manager',
      '=Poste': 'given_name',
      Intitulé: ['family_name', 'job_family'],
    }
    const query = `?source=chart&mapping=${encodeURIComponent(JSON.stringify(mapping))}`
    const csv = 'Poste;Chef;Intitulé\nP1;;Direction\nP2;P1;Achats\n'
    expect(await read(house, csv, { query })).toMatchObject({
      created: 2,
      ignored_columns: [],
      source: 'chart',
    })
    expect((await house.root.get('employees/P2')).json).toMatchObject({
      given_name: 'Poste',
      family_name: 'Achats',
      job_family: 'Achats',
      manager: 'P1',
    })
    expect((await house.root.get('column-mappings/chart')).json.columns).toEqual(mapping)
    expect(await read(house, csv, { query: '?source=chart' })).toMatchObject({ unchanged: 2 })
    expect((await send(house, csv)).status).toBe(422)
    const refused = await house.root.put('column-mappings/chart', {
      columns: { 'Date de naissance': 'hired_in' },
    })
    expect(refused.status).toBe(422)
    expect(refused.json.errors[0].pointer).toBe('/columns/Date de naissance')
    expect(
      (await house.root.put('column-mappings/chart', { columns: { A: 'manager', B: 'manager' } })).status,
    ).toBe(422)
  })

  it('mappings are listed, changed, forgotten, and may come back', async () => {
    const { root } = new House()
    const columns = { Poste: 'external_id', Sexe: null }
    expect((await root.put('column-mappings/b', { columns })).status).toBe(201)
    expect((await root.put('column-mappings/b', { columns })).status).toBe(200)
    await root.put('column-mappings/a', { columns })
    expect((await root.get('column-mappings')).json.items.map((one: any) => one.source)).toEqual(['a', 'b'])
    expect((await root.delete('column-mappings/b')).status).toBe(204)
    expect((await root.get('column-mappings/b')).status).toBe(404)
    expect((await root.put('column-mappings/b', { columns: { Id: 'external_id' } })).status).toBe(201)
    expect((await root.delete('column-mappings/none')).status).toBe(404)
  })

  it('a field of which the file says nothing stays as it is', async () => {
    const house = new House()
    await house.root.put('employees/E1', makeEmployee({ site: 'Brest', manager: 'E9' }))
    const report = await read(house, 'external_id,grade\nE1,C\nE2,C\n')
    expect(report).toMatchObject({ updated: 1, rejected: 1 })
    expect((await house.root.get('employees/E1')).json).toMatchObject({
      given_name: 'Maëlle',
      site: 'Brest',
      manager: 'E9',
      grade: 'C',
    })
  })
})

describe('rejected lines come back to be corrected', () => {
  it('the file of rejected lines is as it was sent, says why, and once corrected is taken', async () => {
    const house = new House()
    const csv = [
      'Matricule;Prénom;Nom;Entité;E-mail',
      '0001;;"=SOMME(A1;""B"")";-Sud;a@a.example',
      "0002;Gaël;'=deux;@Nord;pas une adresse",
      '0003;Anna;Bon;Est;',
    ].join('\n')
    const report = await read(house, csv)
    expect(report).toMatchObject({ created: 1, rejected: 2 })
    const file = await house.root.get(`employee-imports/${report.id}/rejected-lines`)
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(file.text).toContain("'=SOMME")
    expect(file.text.split('\r\n')[0]).toBe('Matricule;Prénom;Nom;Entité;E-mail;motif_du_refus')
    const again = await read(house, file.text)
    expect(again).toMatchObject({ created: 0, rejected: 2, ignored_columns: [] })
    const twice = await house.root.get(`employee-imports/${again.id}/rejected-lines`)
    expect(twice.text).toBe(file.text)
    const mended = file.text.replace('0001;;', '0001;Malo;').replace('pas une adresse', 'b@a.example')
    expect(await read(house, mended)).toMatchObject({ created: 2, rejected: 0 })
    expect((await house.root.get('employees/0001')).json).toMatchObject({
      family_name: '=SOMME(A1;"B")',
      subsidiary: '-Sud',
    })
  })

  it('findings are listed page by page, and imports newest first', async () => {
    const house = new House()
    const bad = Array.from({ length: 30 }, (_, n) => `B${n},,Sans,,`)
    const report = await read(house, [HEAD, ...bad].join('\n'))
    expect(report.findings_total).toBe(30)
    const findings = await house.root.all(`employee-imports/${report.id}/findings`)
    expect(findings.map((one) => one.line)).toEqual(bad.map((_, n) => n + 2))
    const page = (await house.root.get(`employee-imports/${report.id}/findings?limit=7`)).json
    expect(page.items).toHaveLength(7)
    expect(page.next_cursor).not.toBeNull()
    house.now += 1000
    const next = await read(house, [HEAD, ...people(1)].join('\n'))
    expect((await house.root.all('employee-imports')).map((one) => one.id)).toEqual([next.id, report.id])
    expect((await house.root.get('employee-imports/imp_none/findings')).status).toBe(404)
  })

  it('the template is a file that is taken as it stands', async () => {
    const house = new House()
    for (const language of ['fr', 'en']) {
      const file = await house.root.get(`employee-import-template?language=${language}`)
      const report = await read(house, file.text)
      expect(report).toMatchObject({ rejected: 0, ignored_columns: [] })
    }
    expect((await house.root.get('employees/E1204')).json.dotted_managers).toEqual(['E0032', 'E0051'])
  })
})

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) return stream.close()
      stream.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
}
