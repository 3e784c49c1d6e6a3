import { describe, expect, it } from 'vitest'
import type { ImportShown } from '#contract/employee-import.ts'
import { count, people, read } from '#test/employee-files.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

const HEAD = 'external_id,given_name,family_name,email,manager'

describe('a complete file tells who has left', () => {
  const complete = { query: '?complete=true' }

  it('a few who are missing are marked as gone, and who is in a bad line is there', async () => {
    const house = new House()
    await read(house, [HEAD, ...people(20)].join('\n'))
    const most = [HEAD, ...people(18), 'E18,,bad line,,E0'].join('\n')
    const trial = await read(house, most, { query: '?complete=true&mode=dry-run' })
    expect(trial).toMatchObject({ missing: 1, active_before: 20, deactivated: 0 })
    const report = await read(house, most, complete)
    expect(report).toMatchObject({ state: 'completed', missing: 1, deactivated: 1, rejected: 1 })
    expect((await house.root.get('employees/E19')).json.active).toBe(false)
    expect((await house.root.get('employees/E18')).json.active).toBe(true)
    expect(await read(house, most, complete)).toMatchObject({ missing: 0, deactivated: 0, updated: 0 })
  })

  it('many who are missing stop the import until somebody says yes', async () => {
    const house = new House()
    await read(house, [HEAD, ...people(100)].join('\n'))
    const few = [HEAD, ...people(94), 'N1,New,Person,,E0'].join('\n')
    const report = await read(house, few, complete)
    expect(report).toMatchObject({
      state: 'waiting',
      missing: 6,
      active_before: 100,
      deactivated: 0,
      created: 1,
    })
    await house.tick()
    expect((await house.root.get('employees/E99')).json.active).toBe(true)
    expect((await house.root.post(`employee-imports/${report.id}/confirmation`)).status).toBe(202)
    // Who was changed after the file was sent is not judged by it.
    house.now += 60_000
    await house.root.put('employees/E98', makeEmployee({ manager: 'E0' }))
    await house.tick()
    const done = (await house.root.get(`employee-imports/${report.id}`)).json
    expect(done).toMatchObject({ state: 'completed', deactivated: 5 })
    expect((await house.root.get('employees/E99')).json.active).toBe(false)
    expect((await house.root.get('employees/E98')).json.active).toBe(true)
    expect((await house.root.post(`employee-imports/${report.id}/confirmation`)).status).toBe(409)
    expect((await house.root.delete(`employee-imports/${report.id}`)).status).toBe(409)
  })

  it('an import that waits can be given up: what was written stays, and nobody is marked', async () => {
    const house = new House()
    await read(house, [HEAD, ...people(30)].join('\n'))
    const report = await read(house, [HEAD, ...people(20), 'N1,New,Person,,E0'].join('\n'), complete)
    const given = await house.root.delete(`employee-imports/${report.id}`)
    expect(given.json).toMatchObject({ state: 'abandoned', created: 1, missing: 10, deactivated: 0 })
    await house.tick()
    expect((await house.root.get('employees/E29')).json.active).toBe(true)
    expect((await house.root.get('employees/N1')).status).toBe(200)
    expect(await count(house, 'employee_import_chunks')).toBe(0)
  })

  it('whom an identity provider looks after is neither marked as gone nor brought back by a file', async () => {
    const house = new House()
    await read(house, [HEAD, ...people(3)].join('\n'))
    await house.db.$client
      .prepare(`INSERT INTO scim_users (person_id, user_name, user_name_key, attributes, created_at, updated_at)
        SELECT id, external_id, lower(external_id), '{}', 0, 0 FROM people WHERE external_id = 'E2'`)
      .run()
    expect(await read(house, [HEAD, ...people(2)].join('\n'), complete)).toMatchObject({
      missing: 0,
      active_before: 2,
      deactivated: 0,
    })
    const report = await read(
      house,
      'external_id,given_name,family_name,active,manager\nE2,Nom,Famille2,non,E0\n',
    )
    expect(report).toMatchObject({ unchanged: 1 })
    expect((await house.root.get('employees/E2')).json.active).toBe(true)
  })
})

describe('the hierarchy of a file is judged as a whole', () => {
  it('two who change places, whatever the order of their lines, make no circle', async () => {
    const house = new House()
    const before = ['A,A,A,,', 'B,B,B,,A', 'C,C,C,,B']
    const after = ['A,A,A,,B', 'B,B,B,,C', 'C,C,C,,']
    await read(house, [HEAD, ...before].join('\n'))
    expect(await read(house, [HEAD, ...after].join('\n'))).toMatchObject({ updated: 3, findings: [] })
    expect((await house.root.get('employees/A')).json.manager).toBe('B')
    expect(await read(house, [HEAD, ...after].join('\n'))).toMatchObject({ unchanged: 3, findings: [] })
  })

  it('circles are told with their way round, also in a dry run and across what is stored', async () => {
    const house = new House()
    await house.root.put('employees/OUT', makeEmployee({ manager: 'A' }))
    const csv = [HEAD, 'A,A,A,,B', 'B,B,B,,OUT', 'C,C,C,,C', 'D,D,D,,NOBODY', 'E,E,E,,'].join('\n')
    const kinds = ({ findings }: ImportShown) => findings.map(({ line, kind, value }) => [line, kind, value])
    const expected = [
      [3, 'cycle', 'B → OUT → A → B'],
      [3, 'second-head', null],
      [4, 'cycle', 'C → C'],
      [4, 'no-manager', null],
      [5, 'unknown-manager', 'NOBODY'],
      [6, 'no-manager', null],
    ]
    const trial = kinds(await read(house, csv, { query: '?mode=dry-run' }))
    expect(trial.filter(([, kind]) => kind !== 'second-head')).toEqual(
      expected.filter(([, kind]) => kind !== 'second-head'),
    )
    const first = await read(house, csv)
    expect(kinds(first).filter(([, kind]) => kind !== 'second-head')).toEqual(
      expected.filter(([, kind]) => kind !== 'second-head'),
    )
    const second = await read(house, csv)
    expect(second).toMatchObject({ unchanged: 5, updated: 0, created: 0 })
    expect(kinds(second)).toEqual(kinds(first))
  })

  it('a manager from a day to come becomes a move, and the present one stays until then', async () => {
    const house = new House()
    await read(house, [HEAD, 'A,A,A,,', 'B,B,B,,A', 'C,C,C,,A'].join('\n'))
    const csv = `${HEAD},manager_from\nC,C,C,,B,01/04/2026\n`
    expect(await read(house, csv)).toMatchObject({ updated: 1, findings: [] })
    const found = (await house.root.get('employees/C')).json
    expect(found.manager).toBe('A')
    expect(found.moves).toEqual([{ effective_on: '2026-04-01', manager: 'B', dotted_managers: [] }])
    expect(await read(house, csv)).toMatchObject({ unchanged: 1 })
  })

  it('whom HR had deleted comes back as the same person', async () => {
    const house = new House()
    const first = await house.root.put('employees/E1', makeEmployee())
    await house.root.delete('employees/E1')
    const report = await read(house, [HEAD, 'E1,Maëlle,Kerdoncuff,,'].join('\n'))
    expect(report).toMatchObject({ created: 1, rejected: 0 })
    expect((await house.root.get('employees/E1')).json).toMatchObject({ id: first.json.id, active: true })
    expect((await house.root.put('employees/E1', makeEmployee({ site: 'Brest' }))).status).toBe(200)
  })
})
