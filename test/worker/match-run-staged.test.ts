import { describe, expect, it } from 'vitest'
import { stage } from '#db/commit.ts'
import { holdsRun, insertCandidates, insertWaiting, listCandidates } from '#db/queries/match-run.ts'
import { insertProposals } from '#db/queries/proposal.ts'
import { gatherCohort, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'

const HERE = 'programmes/regards-croises'

/** A run that a worker claimed, wrote half of, and then fell silent over. */
async function leaveHalfWritten(house: House) {
  const { id } = (await house.root.post(`${HERE}/match-runs`)).json
  await house.db.$client
    .prepare("UPDATE match_runs SET state = 'running', fence = 7, lease_until = ? WHERE id = ?")
    .bind(house.now + 60_000, id)
    .run()
  const { results } = await house.db.$client
    .prepare('SELECT id, programme_id, role FROM participants ORDER BY role')
    .all<{ id: string; programme_id: string; role: string }>()
  const mentee = results.find(({ role }) => role === 'mentee')!
  const mentor = results.find(({ role }) => role === 'mentor')!
  const writes = [
    ...insertCandidates(id, [{ mentee: mentee.id, arcs: [[0, 1]] }]),
    ...insertWaiting(id, [{ participant: mentee.id, reason: 'full', facts: {} }]),
    ...insertProposals([
      {
        id: 'pro_half',
        run_id: id,
        programme_id: mentee.programme_id,
        mentor_id: mentor.id,
        mentee_id: mentee.id,
        score: 1,
        facts: {} as never,
        created_at: house.now,
      },
    ]),
  ]
  const guards = [holdsRun({ id, fence: 7 })]
  await stage(house.db, { writes, guards })
  return { id, writes, guards }
}

async function countRows(house: House, id: string) {
  const count = async (table: string) =>
    await house.db.$client.prepare(`SELECT count(*) AS n FROM ${table} WHERE run_id = ?`).bind(id).first('n')
  return Promise.all(['match_candidates', 'match_run_waiting', 'proposals', 'match_run_parts'].map(count))
}

async function shownOf(house: House, id: string) {
  return [
    await house.root.all(`match-runs/${id}/proposals`),
    await house.root.all(`match-runs/${id}/waiting`),
    await listCandidates(house.db, id, -1, 10),
  ]
}

describe('what a run writes before it is complete', () => {
  it('is shown to nobody, and is gone when another worker has computed the run', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    const { id } = await leaveHalfWritten(house)
    expect(await countRows(house, id)).toEqual([1, 1, 1, 0])
    expect(await shownOf(house, id)).toEqual([[], [], []])
    house.now += 60_000
    await house.tick()
    expect(await newestRun(house)).toMatchObject({ id, state: 'completed', matched: 1 })
    const [proposals, waiting, candidates] = await shownOf(house, id)
    expect([proposals?.length, waiting?.length, candidates?.length]).toEqual([1, 1, 2])
    expect(proposals).not.toContainEqual(expect.objectContaining({ id: 'pro_half' }))
  })

  it('is refused once another worker holds the run, and leaves no event', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    const { id, writes, guards } = await leaveHalfWritten(house)
    house.now += 60_000
    await house.tick()
    const before = await countRows(house, id)
    await expect(stage(house.db, { writes, guards })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await countRows(house, id)).toEqual(before)
    const { results } = await house.db.$client
      .prepare('SELECT type FROM events WHERE subject = ? ORDER BY seq')
      .bind(id)
      .all()
    expect(results).toEqual([{ type: 'match-run.queued' }, { type: 'match-run.completed' }])
  })

  it('goes with a run whose place is taken by another, and with one that fails', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    const first = await leaveHalfWritten(house)
    const second = (await house.root.post(`${HERE}/match-runs`)).json
    expect(await countRows(house, first.id)).toEqual([0, 0, 0, 0])
    await expect(stage(house.db, first)).rejects.toMatchObject({ kind: 'conflict' })
    await house.root.put(`${HERE}/groups/comex`, {
      label: 'Comité exécutif',
      served_first: true,
      people: ['X1', 'X2'],
    })
    await house.tick()
    expect((await house.root.get(`match-runs/${second.id}`)).json.state).toBe('failed')
    expect(await countRows(house, second.id)).toEqual([0, 0, 0, 0])
  })
})
