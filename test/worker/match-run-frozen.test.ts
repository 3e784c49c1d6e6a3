import { describe, expect, it } from 'vitest'
import { chooseAgain, loadFrozenRun } from '#actions/frozen-run.ts'
import { menteeOf } from '#matching/arcs.ts'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

const HERE = 'programmes/regards-croises'

describe('a run can be decided again as it was', () => {
  it('with its wishes, whatever has changed since', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 3, mentees: 4 })
    await house.tick()
    const mentee = await house.session(addressOf('X1'))
    await mentee.post('me/mentor-wishes', { programme: 'regards-croises', email: addressOf('M2') })
    await house.root.put(`${HERE}/locks/M3/X4`)
    const comex = { label: 'Comité exécutif', served_first: true, people: ['X3'] }
    await house.root.put(`${HERE}/groups/comex`, comex)
    await house.root.patch(HERE, { kept_bonus: 1000, changes_max: 3 })
    const { json: run } = await house.root.post(`${HERE}/match-runs`)
    await house.tick()
    const before = await decideAgain(house, run.id)
    expect(before.pairs).toEqual(await proposalsOf(house, run.id))
    expect(before.pairs).toContainEqual({ mentor: 'M3', mentee: 'X4' })
    expect(before.frozen.wishes.first).toEqual([{ name: 'comex', people: new Set(['X3']) }])
    expect([...before.frozen.wishes.asked]).toHaveLength(1)
    expect([...before.frozen.wishes.kept]).toHaveLength(3)
    await house.root.put('employees/M1', makeEmployee({ grade_rank: 9, manager: 'SIDE' }))
    await house.root.delete(`${HERE}/groups/comex`)
    await house.root.patch(HERE, { changes_max: null, matching_objective: 'quality' })
    expect((await decideAgain(house, run.id)).pairs).toEqual(before.pairs)
  })

  it('but not while nobody has computed it, nor where it never was', async () => {
    const house = new House()
    await gatherCohort(house)
    const { json } = await house.root.post(`${HERE}/match-runs`)
    await expect(loadFrozenRun(house, json.id)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(loadFrozenRun(house, 'run_none')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

async function decideAgain(house: House, runId: string) {
  const frozen = await loadFrozenRun(house, runId)
  const { arc } = chooseAgain(frozen)
  const pairs = Array.from(arc, (a) => ({
    mentor: frozen.mentors[frozen.problem.mentor[a]!]?.person,
    mentee: frozen.mentees[menteeOf(frozen.problem, a)]?.person,
  }))
  return { frozen, pairs: inOrder(pairs) }
}

async function proposalsOf(house: House, runId: string) {
  const proposals = await house.root.all(`match-runs/${runId}/proposals`)
  return inOrder(proposals.map(({ mentor, mentee }) => ({ mentor, mentee })))
}

function inOrder<T>(rows: T[]): T[] {
  return rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}
