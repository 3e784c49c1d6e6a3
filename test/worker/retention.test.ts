import { expect, it } from 'vitest'
import { gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'

const TABLES = [
  'participants',
  'match_runs',
  'match_candidates',
  'match_run_parts',
  'proposals',
  'programmes',
]

async function countRows(house: House): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const row = await house.db.$client.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>()
    counts[table] = row?.n ?? 0
  }
  return counts
}

it('a year after its last day, a programme has forgotten who took part and who was proposed to whom', async () => {
  const house = new House()
  await gatherCohort(house, { mentors: 2, mentees: 2, programme: { ends_on: '2026-09-30' } })
  await matchAndApprove(house)
  const before = await countRows(house)
  expect(Object.values(before).every((count) => count > 0)).toBe(true)

  house.now = Date.parse('2027-09-29T12:00:00Z')
  await house.tick()
  expect(await countRows(house)).toEqual(before)

  house.now = Date.parse('2027-10-02T12:00:00Z')
  await house.tick()
  expect(await countRows(house)).toEqual({
    ...Object.fromEntries(TABLES.map((table) => [table, 0])),
    programmes: 1,
  })
})
