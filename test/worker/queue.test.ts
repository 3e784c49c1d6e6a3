import { describe, expect, it, vi } from 'vitest'
import { gatherCohort, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'

describe('the queue wakes workers up', () => {
  it('a run that is asked for is computed on the message, without waiting for the timetable', async () => {
    const house = new House()
    await gatherCohort(house)
    const { json } = await house.root.post('programmes/regards-croises/match-runs')
    const message = { job: 'match-run', id: json.id } as const
    expect(house.wakes).toContainEqual(message)
    const result = await house.deliver([message, message, message])
    expect(result.explicitAcks).toHaveLength(3)
    expect(await newestRun(house)).toMatchObject({ id: json.id, state: 'completed' })
    expect(await house.root.all(`match-runs/${json.id}/proposals`)).toHaveLength(1)
    await house.deliver([message])
    expect(await house.root.all(`match-runs/${json.id}/proposals`)).toHaveLength(1)
  })

  it('a message of no meaning is put aside, and a dead letter loses no work', async () => {
    const house = new House()
    await gatherCohort(house)
    const { json } = await house.root.post('programmes/regards-croises/match-runs')
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const dead = await house.deliver([{ job: 'match-run', id: json.id }], 'binome-jobs-dead')
    expect(dead.explicitAcks).toHaveLength(1)
    expect(silence).toHaveBeenCalledOnce()
    silence.mockRestore()
    const odd = await house.deliver([{ job: 'dance' } as never, { job: 'match-run', id: 'run_unknown' }])
    expect(odd.explicitAcks).toHaveLength(2)
    await house.tick()
    expect(await newestRun(house)).toMatchObject({ id: json.id, state: 'completed' })
  })
})
