import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hierarchyReportShown } from '#contract/hierarchy-report.ts'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

describe('what the organisation chart says of itself', () => {
  it('names heads, gaps, circles and moves to come, with the names of whoever is known', async () => {
    const house = new House()
    const put = (id: string, employee: Record<string, unknown>) =>
      house.root.put(`employees/${id}`, makeEmployee(employee))
    await put('HEAD', { given_name: 'Ronan' })
    await put('A', {
      manager: 'HEAD',
      moves: [{ effective_on: '2026-04-01', manager: 'B', dotted_managers: ['HEAD'] }],
    })
    await put('B', { manager: 'A', moves: [{ effective_on: '2026-09-01', manager: 'HEAD' }] })
    await put('C', { manager: 'COMING' })
    await put('D', { dotted_managers: ['GONE'] })
    await put('GONE', { active: false })
    await put('LONE', {})
    await house.db.run(sql`INSERT INTO reporting_lines VALUES ('HEAD', 'B', 'dotted')`)
    const { status, json } = await house.root.get('hierarchy-report')
    expect(status).toBe(200)
    expect(v.parse(hierarchyReportShown, json)).toEqual(json)
    const one = (person: string, name: string | null = 'Maëlle Kerdoncuff') => ({ person, name })
    const head = one('HEAD', 'Ronan Kerdoncuff')
    expect(json).toEqual({
      day: '2026-03-02',
      active_employees: 6,
      depth: 3,
      heads: { total: 1, items: [head] },
      without_manager: { total: 1, items: [one('LONE')] },
      dotted_only: { total: 1, items: [one('D')] },
      unknown_managers: {
        total: 1,
        items: [{ ...one('COMING', null), people: { total: 1, items: [one('C')] } }],
      },
      inactive_managers: {
        total: 1,
        items: [{ ...one('GONE'), people: { total: 1, items: [one('D')] } }],
      },
      circles: { total: 1, items: [[one('A'), head, one('B')]] },
      moves: {
        total: 1,
        items: [{ ...one('A'), effective_on: '2026-04-01', manager: one('B'), dotted_managers: [head] }],
      },
    })
  })

  it('is for who may read the staff list: HR’s key and organisers, nobody else', async () => {
    const house = new House()
    await gatherCohort(house)
    expect((await house.stranger.get('hierarchy-report')).status).toBe(401)
    expect((await (await house.session(addressOf('X1'))).get('hierarchy-report')).status).toBe(403)
    const { json } = await house.root.post('keys', { name: 'feed', scopes: ['events:read'] })
    expect((await house.as({ authorization: `Bearer ${json.secret}` }).get('hierarchy-report')).status).toBe(
      403,
    )
    expect((await (await house.organiser()).get('hierarchy-report')).status).toBe(200)
  })

  it('takes a moment for forty thousand people', async () => {
    const house = new House()
    const numbers = sql.raw('WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39999)')
    await house.db.run(sql`${numbers}
      INSERT INTO people (id, external_id, given_name, family_name, relation, active, version, created_at, updated_at)
      SELECT printf('per_%05d', i), printf('E%05d', i), 'Maëlle', 'Kerdoncuff', 'employee', 1, 1, 0, 0 FROM n`)
    await house.db.run(sql`${numbers}
      INSERT INTO reporting_lines (person, manager, kind)
      SELECT printf('E%05d', i), printf('E%05d', (i - 1) / 8), 'line' FROM n WHERE i > 0`)
    const began = performance.now()
    const { json } = await house.root.get('hierarchy-report')
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(json).toMatchObject({
      active_employees: 40_000,
      depth: 7,
      heads: { total: 1, items: [{ person: 'E00000' }] },
      without_manager: { total: 0 },
      circles: { total: 0 },
    })
  })
})
