import { describe, expect, it } from 'vitest'
import { gatherCohort, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMentorAnswers, makeSignUp } from '#test/makers.ts'

describe('a round is matched by itself', () => {
  it('when it is due, and once, however often the cron fires', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 3, programme: { matching_at: '2026-03-02T10:00:00Z' } })
    await house.tick()
    expect(await newestRun(house)).toBeUndefined()
    house.now = Date.parse('2026-03-02T12:34:00Z')
    await Promise.all([house.tick(), house.tick(), house.tick()])
    await house.tick()
    const { json } = await house.root.get('programmes/regards-croises/match-runs')
    expect(json.items).toHaveLength(1)
    expect(json.items[0]).toMatchObject({ state: 'completed', round: 1, matched: 2, mentors: 2, mentees: 3 })
  })

  it('each proposal says why, in points that add up to its score, in both languages', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 3 })
    await house.tick()
    const run = await newestRun(house)
    const proposals = await house.root.all(`match-runs/${run.id}/proposals`)
    expect(proposals).toHaveLength(2)
    let total = 0
    for (const proposal of proposals) {
      expect(proposal.reasons.map((reason: any) => reason.criterion)).toContain('need')
      expect(proposal.reasons.reduce((sum: number, reason: any) => sum + reason.points, 0)).toBe(
        proposal.score,
      )
      for (const reason of proposal.reasons) {
        expect(reason.fr.length).toBeGreaterThan(10)
        expect(reason.en.length).toBeGreaterThan(10)
      }
      total += proposal.score
    }
    expect(total).toBe(run.total)
    const candidates = (await house.root.get(`match-runs/${run.id}/candidates`)).text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(candidates).toHaveLength(6)
    for (const proposal of proposals) {
      expect(candidates).toContainEqual({
        mentor: proposal.mentor,
        mentee: proposal.mentee,
        score: proposal.score,
      })
    }
    const waiting = await house.root.all(`match-runs/${run.id}/waiting`)
    expect(waiting).toHaveLength(1)
    expect(waiting[0]).toMatchObject({ role: 'mentee' })
    expect(waiting[0]?.fr).toMatch(/\p{L}{3}/u)
  })

  it('nobody is matched inside their reporting line, even when nobody else is left', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 0, mentees: 1 })
    await house.root.put('employees/M1', makeEmployee({ manager: 'MID' }))
    await house.root.put('employees/MID', makeEmployee({ manager: 'OTHER', dotted_managers: ['X1'] }))
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentor', 'M1'))
    await house.tick()
    const run = await newestRun(house)
    expect(run).toMatchObject({ state: 'completed', matched: 0 })
    const waiting = await house.root.all(`match-runs/${run.id}/waiting`)
    expect(waiting.find((one: any) => one.role === 'mentee')?.en).toMatch(/report/i)
  })

  it('a worker that died is replaced when its lease ends, and its late answer is refused', async () => {
    const house = new House()
    await gatherCohort(house)
    const requested = await house.root.post('programmes/regards-croises/match-runs')
    const { id } = requested.json
    await house.db.$client
      .prepare("UPDATE match_runs SET state = 'running', fence = 7, lease_until = ? WHERE id = ?")
      .bind(house.now + 60_000, id)
      .run()
    await house.tick()
    expect((await house.root.get(`match-runs/${id}`)).json.state).toBe('running')
    house.now += 60_000
    await house.tick()
    expect((await house.root.get(`match-runs/${id}`)).json).toMatchObject({ state: 'completed', matched: 1 })
    expect(await house.root.all(`match-runs/${id}/proposals`)).toHaveLength(1)
  })

  it('a run asked for by hand takes the place of one that nobody approved', async () => {
    const house = new House()
    await gatherCohort(house)
    await house.tick()
    const first = await newestRun(house)
    const second = (await house.root.post('programmes/regards-croises/match-runs')).json
    await house.tick()
    expect((await house.root.get(`match-runs/${first.id}`)).json.state).toBe('superseded')
    expect((await house.root.get(`match-runs/${second.id}`)).json).toMatchObject({
      state: 'completed',
      round: 1,
    })
    expect((await house.root.post(`match-runs/${first.id}/approval`)).status).toBe(409)
    expect((await house.root.post(`match-runs/${second.id}/approval`)).status).toBe(200)
    const third = (await house.root.post('programmes/regards-croises/match-runs')).json
    expect(third.round).toBe(2)
  })

  it('late joiners wait for the next round, which changes only what is open (C3)', async () => {
    const house = new House()
    await gatherCohort(house, { programme: { rematch_days: 14 } })
    await house.tick()
    const first = await newestRun(house)
    await house.root.post(`match-runs/${first.id}/approval`)
    await house.root.put('employees/M9', makeEmployee({ grade_rank: 1, manager: 'SIDE' }))
    await house.root.post(
      'programmes/regards-croises/sign-ups',
      makeSignUp('mentor', 'M9', makeMentorAnswers()),
    )
    await house.root.put('employees/X9', makeEmployee({ grade_rank: 7, manager: 'HEAD' }))
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentee', 'X9'))
    house.now += 13 * 86_400_000
    await house.tick()
    expect((await newestRun(house)).id).toBe(first.id)
    house.now += 86_400_000
    await house.tick()
    const second = await newestRun(house)
    expect(second).toMatchObject({ round: 2, state: 'completed' })
  })

  it('twice the same people give the same pairs, scores and reasons', async () => {
    const lists: string[] = []
    for (const _ of [1, 2]) {
      const house = new House()
      await house.db.$client.exec('DELETE FROM people')
      await house.db.$client.exec('DELETE FROM reporting_lines')
      await house.db.$client.exec('DELETE FROM programmes')
      await house.db.$client.exec('DELETE FROM participants')
      await gatherCohort(house, { mentors: 4, mentees: 5 })
      await house.tick()
      const proposals = await house.root.all(`match-runs/${(await newestRun(house)).id}/proposals`)
      lists.push(
        proposals
          .map(({ mentor, mentee, score, reasons }: any) =>
            JSON.stringify({ mentor, mentee, score, reasons }),
          )
          .sort()
          .join('\n'),
      )
    }
    expect(lists[0]).not.toBe('')
    expect(lists[1]).toBe(lists[0])
  })
})
