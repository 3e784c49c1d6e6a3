import { describe, expect, it } from 'vitest'
import { hideSmallCells, medianOf, wilsonInterval } from '#domain/proportion.ts'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'

describe('what a programme has come to', () => {
  it('is told with its uncertainty, and only of five people or more', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 8, mentees: 5 })
    house.now += 86_400_000
    const proposals = await matchAndApprove(house)
    expect(proposals).toHaveLength(5)
    const waiting = await house.root.get('programmes/regards-croises/outcomes')
    expect(waiting.json).toMatchObject({
      programme: 'regards-croises',
      sign_ups: 13,
      participants: {
        mentor: { pending: null, active: 8, withdrawn: null },
        mentee: { pending: null, active: 5, withdrawn: null },
      },
      waiting: { mentor: null, mentee: null },
      proposals: { open: 5, paired: null, lapsed: null },
      pairs: { active: null, suspended: null, ended: null },
      days_to_pair: null,
      matched: null,
    })
    for (const { id, mentor, mentee } of proposals) {
      for (const person of [mentor, mentee]) {
        await (await house.session(addressOf(person))).post(`proposals/${id}/acceptance`)
      }
    }
    const { json } = await house.root.get('programmes/regards-croises/outcomes')
    expect(json.pairs.active).toBe(5)
    expect(json.proposals).toEqual({ open: null, paired: 5, lapsed: null })
    // Three are without a pair: so few that the share would tell who.
    expect(json.matched).toBeNull()
    expect(json.days_to_pair).toEqual({ median: 2, people: 10 })
    expect(json.note.en).toContain('5')
  }, 120_000)

  it('the share of matched people comes with its interval once five are left over', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 10, mentees: 5 })
    for (const { id, mentor, mentee } of await matchAndApprove(house)) {
      for (const person of [mentor, mentee]) {
        await (await house.session(addressOf(person))).post(`proposals/${id}/acceptance`)
      }
    }
    const { json } = await house.root.get('programmes/regards-croises/outcomes')
    expect(json.waiting).toEqual({ mentor: 5, mentee: null })
    expect(json.matched).toEqual({ people: 10, of: 15, share: 0.6667, low: 0.4171, high: 0.8482 })
  }, 120_000)

  it('is open to whoever may read totals, and to nobody else', async () => {
    const house = new House()
    await gatherCohort(house)
    const path = 'programmes/regards-croises/outcomes'
    expect((await house.stranger.get(path)).status).toBe(401)
    expect((await (await house.session(addressOf('M1'))).get(path)).status).toBe(403)
    expect((await (await house.organiser()).get(path)).status).toBe(200)
    const key = await house.root.post('keys', { name: 'BI', scopes: ['programmes:read'] })
    const other = await house.root.post('keys', { name: 'HR', scopes: ['employees:read'] })
    const as = (secret: string) => house.as({ authorization: `Bearer ${secret}` })
    expect((await as(key.json.secret).get(path)).status).toBe(200)
    expect((await as(other.json.secret).get(path)).status).toBe(403)
    await house.organiser('conseil@armorique.example')
    await house.db.$client
      .prepare("UPDATE organisers SET role = 'consultant' WHERE email_key = 'conseil@armorique.example'")
      .run()
    const consultant = await house.session('conseil@armorique.example')
    expect((await consultant.get(path)).status).toBe(200)
    expect((await consultant.get('pairs')).status).toBe(403)
    expect((await house.root.get('programmes/none/outcomes')).status).toBe(404)
  })
})

describe('the statistics of totals', () => {
  it('the interval is the one of Wilson’s paper, and keeps to nought and one', () => {
    // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3.
    for (const [count, of, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilsonInterval(count, of)
      expect(interval?.low).toBeCloseTo(low, 4)
      expect(interval?.high).toBeCloseTo(high, 4)
    }
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(wilsonInterval(7, 7)?.high).toBe(1)
  })

  it('a hidden number cannot be worked out from the rest', () => {
    expect(hideSmallCells({ a: 12, b: 3, c: 7 }, true)).toEqual({ a: 12, b: null, c: null })
    expect(hideSmallCells({ a: 12, b: 3, c: 0 }, true)).toEqual({ a: 12, b: null, c: null })
    expect(hideSmallCells({ a: 12, b: 3, c: 7 }, false)).toEqual({ a: 12, b: null, c: 7 })
    expect(hideSmallCells({ a: 12, b: 9 }, true)).toEqual({ a: 12, b: 9 })
  })

  it('the median is in the middle', () => {
    expect([medianOf([]), medianOf([4]), medianOf([9, 1]), medianOf([3, 30, 1])]).toEqual([null, 4, 5, 3])
  })
})
