import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { type FormedPair, formPair } from '#test/pair.ts'

const DAY_MS = 86_400_000

async function form(): Promise<{ house: House; pair: FormedPair }> {
  const house = new House()
  const pair = await formPair(house)
  await house.tick()
  house.mails = []
  return { house, pair }
}

const dayIn = (house: House, days: number) => new Date(house.now + days * DAY_MS).toISOString().slice(0, 10)
const shown = async (house: House, { id }: FormedPair) => (await house.root.get(`pairs/${id}`)).json
const subjects = (house: House, person: string) =>
  house.mails.filter(({ to }) => to === addressOf(person)).map(({ words }) => words.subject)

async function plan(house: House, { id }: FormedPair, name: string, days: number): Promise<void> {
  await house.db.run(sql`INSERT INTO pair_sessions (id, programme_id, pair_id, state, starts_at, minutes, proposed_by,
      planned_at, version, created_at, updated_at)
    SELECT ${name}, programme_id, id, 'planned', ${house.now + days * DAY_MS}, 60, mentor_id, ${house.now}, 1, 0, 0
    FROM pairs WHERE id = ${id}`)
}

async function sessionsOf(house: House): Promise<Record<string, string>> {
  const rows = await house.db.all<{ id: string; state: string }>(sql`SELECT id, state FROM pair_sessions`)
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
}

describe('P31: a pair may take a break, and comes back by itself', () => {
  it('at the wish of either, until a day, with no reason; both read the same words and not who asked', async () => {
    const { house, pair } = await form()
    const answer = await pair.mentee.form(`pairs/${pair.id}/pause`, {
      language: 'fr',
      until: dayIn(house, 20),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fr/me/pairs/${pair.id}/#pause`])
    const { state, paused_until } = await shown(house, pair)
    expect([state, paused_until]).toEqual(['active', '2026-03-21T23:00:00.000Z'])
    await house.tick()
    const texts = ['M1', 'X1'].map((person) => house.mails.find(({ to }) => to === addressOf(person))?.text)
    expect(texts[0]?.replaceAll(/Executive1 \w+/g, 'N')).toBe(texts[1]?.replaceAll(/Junior1 \w+/g, 'N'))
    const [event] = await house.db.all<{ actor: string; data: string }>(
      sql`SELECT actor, data FROM events WHERE type = 'pair.paused'`,
    )
    expect(event?.actor).toBe('pause')
    expect(Object.keys(JSON.parse(event?.data ?? '{}')).sort()).toEqual([
      'mentee',
      'mentor',
      'pair',
      'programme',
    ])
  })

  it('sessions before the return are cancelled kindly, those after it stay', async () => {
    const { house, pair } = await form()
    await plan(house, pair, 'ses_before', 5)
    await plan(house, pair, 'ses_after', 25)
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 20) })
    expect(await sessionsOf(house)).toEqual({ ses_before: 'cancelled', ses_after: 'planned' })
  })

  it('nobody is reminded during the break: what was asked waits until it is over', async () => {
    const { house, pair } = await form()
    await house.db.run(sql`INSERT INTO feedback_requests (id, kind, programme_id, pair_id, participant_id, moment, state,
        next_at, expires_at, version, created_at)
      SELECT 'fbr_1', 'survey', programme_id, id, mentor_id, 'middle', 'waiting', ${house.now + DAY_MS},
        ${house.now + 5 * DAY_MS}, 1, 0 FROM pairs WHERE id = ${pair.id}`)
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 20) })
    const until = Date.parse((await shown(house, pair)).paused_until)
    expect(await house.db.all(sql`SELECT state, next_at, expires_at FROM feedback_requests`)).toEqual([
      { state: 'waiting', next_at: until, expires_at: until + 7 * DAY_MS },
    ])
  })

  it('on its day the pair goes on by itself, once, and both are told once', async () => {
    const { house, pair } = await form()
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 20) })
    const until = Date.parse((await shown(house, pair)).paused_until)
    house.now = until - 1
    await house.tick()
    expect((await shown(house, pair)).paused_until).not.toBeNull()
    house.now = until
    house.mails = []
    for (let n = 0; n < 3; n++) await house.tick()
    expect((await shown(house, pair)).paused_until).toBeNull()
    for (const person of ['M1', 'X1']) {
      expect(subjects(house, person).filter((subject) => /reprend|resumes/.test(subject))).toHaveLength(1)
    }
  })

  it('either may take it up again earlier; twice is once', async () => {
    const { house, pair } = await form()
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 20) })
    for (let n = 0; n < 2; n++) {
      expect((await pair.mentee.post(`pairs/${pair.id}/return`)).status).toBe(204)
    }
    expect((await shown(house, pair)).paused_until).toBeNull()
    const events = await house.db.all(sql`SELECT id FROM events WHERE type = 'pair.returned'`)
    expect(events).toHaveLength(1)
  })

  it('an organiser may do the same for a pair, and take it up again', async () => {
    const { house, pair } = await form()
    const paused = await pair.organiser.put(`pairs/${pair.id}/break`, { until: dayIn(house, 10) })
    expect(paused.json.paused_until).not.toBeNull()
    expect((await pair.organiser.delete(`pairs/${pair.id}/break`)).status).toBe(204)
    expect((await shown(house, pair)).paused_until).toBeNull()
  })

  it.each([
    ['yesterday', -1],
    ['today', 0],
    ['in 61 days', 62],
  ])('a break until %s is refused, with what to do', async (_, days) => {
    const { house, pair } = await form()
    const answer = await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, days) })
    expect([answer.status, answer.json.errors[0].pointer]).toEqual([422, '/until'])
    expect((await shown(house, pair)).paused_until).toBeNull()
  })

  it('the break may be made longer, and never beyond the end of the programme', async () => {
    const { house, pair } = await form()
    await house.root.patch('programmes/regards-croises', { ends_on: dayIn(house, 30) })
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 10) })
    await pair.mentee.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 30) })
    const until = (await shown(house, pair)).paused_until
    expect((await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 31) })).status).toBe(422)
    expect((await shown(house, pair)).paused_until).toBe(until)
  })

  it('a leaver ends a paused pair for good, with what was planned, and it does not come back', async () => {
    const { house, pair } = await form()
    await plan(house, pair, 'ses_after', 25)
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 20) })
    await house.root.patch('employees/X1', { active: false })
    await house.tick()
    expect(await shown(house, pair)).toMatchObject({ state: 'ended', paused_until: null })
    expect(await sessionsOf(house)).toEqual({ ses_after: 'cancelled' })
    house.now += 21 * DAY_MS
    await house.tick()
    expect((await shown(house, pair)).state).toBe('ended')
    expect(await house.db.all(sql`SELECT id FROM events WHERE type = 'pair.returned'`)).toEqual([])
    expect((await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 5) })).status).toBe(410)
  })

  it('P11: a reorganisation goes before a break: the pair waits for the chart, then simply goes on', async () => {
    const { house, pair } = await form()
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 20) })
    await house.root.patch('employees/M1', { manager: 'X1' })
    await house.tick()
    expect(await shown(house, pair)).toMatchObject({ state: 'suspended', paused_until: null })
    const refused = await pair.mentor.post(`pairs/${pair.id}/pause`, { until: dayIn(house, 5) })
    expect(refused.status).toBe(409)
    await house.root.patch('employees/M1', { manager: 'SIDE' })
    await house.tick()
    expect(await shown(house, pair)).toMatchObject({ state: 'active', paused_until: null })
  })

  it('P31: what HR changes cancels what was planned and what was asked, and the partner keeps a free place', async () => {
    const house = new House()
    const pair = await formPair(house, { programme: { rematch_days: 14 } })
    await plan(house, pair, 'ses_1', 5)
    await house.db.run(sql`INSERT INTO feedback_requests (id, kind, programme_id, pair_id, participant_id, moment, state,
        next_at, expires_at, version, created_at)
      SELECT 'fbr_1', 'survey', programme_id, id, mentor_id, 'middle', 'waiting', ${house.now + DAY_MS},
        ${house.now + 5 * DAY_MS}, 1, 0 FROM pairs WHERE id = ${pair.id}`)
    house.mails = []
    await house.root.patch('employees/X1', { active: false })
    await house.tick()
    expect(await sessionsOf(house)).toEqual({ ses_1: 'cancelled' })
    expect(await house.db.all(sql`SELECT state FROM feedback_requests`)).toEqual([{ state: 'cancelled' }])
    const told = house.mails.filter(({ to }) => to === addressOf('M1'))
    expect(told.some(({ attachment }) => attachment?.content.includes('METHOD:CANCEL'))).toBe(true)
    expect(told.map(({ text }) => text).join('\n')).toContain('prochain tour')
    const [free] = await house.db.all<{ taken: number }>(sql`SELECT count(*) AS taken FROM pairs
      WHERE state <> 'ended' AND mentor_id IN (SELECT id FROM participants WHERE role = 'mentor')`)
    expect(free?.taken).toBe(0)
  })
})
