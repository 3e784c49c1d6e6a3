import { describe, expect, it } from 'vitest'
import { listSessionsOfPair } from '#db/queries/pair-session.ts'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMentorAnswers } from '#test/makers.ts'
import { type FormedPair, formPair, formPairs } from '#test/pair.ts'

const DAY_MS = 86_400_000
/** Two people whom nothing has to prepare for each other. */
const READY = { programme: { exposure_gap: 20 } }
const TUESDAY = '2026-03-10T09:00:00.000Z'
const THURSDAY = '2026-03-12T14:00:00.000Z'

async function meetReady(house: House, more: Record<string, unknown> = {}): Promise<FormedPair> {
  return formPair(house, { programme: { ...READY.programme, ...more } })
}

async function propose(pair: FormedPair, starts_at = TUESDAY, more: Record<string, unknown> = {}) {
  return pair.mentor.post(`pairs/${pair.id}/sessions`, { starts_at, minutes: 60, ...more })
}

async function plan(pair: FormedPair, starts_at = TUESDAY): Promise<string> {
  const { json } = await propose(pair, starts_at)
  await pair.mentee.post(`sessions/${json.id}/acceptance`)
  return json.id
}

/** What somebody has been mailed about sessions, the newest last. */
async function mailed(house: House, person: string, word: RegExp) {
  // What a job writes leaves with the next tick.
  await house.tick()
  await house.tick()
  return house.mails.filter((mail) => mail.to === addressOf(person) && word.test(mail.words.subject))
}

/** The mentor who was left without a pair. */
async function outsider(house: House, pair: FormedPair) {
  const { json } = await house.root.get(`pairs/${pair.id}`)
  return house.enter(addressOf(json.mentor === 'M1' ? 'M2' : 'M1'))
}

describe('the two of a pair find a time', () => {
  it('one proposes, the other is asked, accepts, and both calendars are told', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const proposed = await propose(pair, TUESDAY, { place: 'Salle Ouessant' })
    expect(proposed.status).toBe(201)
    expect(proposed.json).toMatchObject({ state: 'proposed', proposed_by: 'mentor', place: 'Salle Ouessant' })
    const [asked] = await mailed(house, 'X1', /proposée/)
    expect(asked?.text).toContain('mardi 10\u00a0mars à\u00a010\u00a0h (heure de Paris)')
    expect(asked?.attachment ?? null).toBeNull()
    expect(await mailed(house, 'M1', /proposée/)).toEqual([])

    expect((await pair.mentor.post(`sessions/${proposed.json.id}/acceptance`)).status).toBe(410)
    const accepted = await pair.mentee.post(`sessions/${proposed.json.id}/acceptance`)
    expect(accepted.json).toMatchObject({ state: 'planned' })
    for (const person of ['M1', 'X1']) {
      const [mail] = await mailed(house, person, /Séance fixée/)
      const invite = mail?.attachment?.content ?? ''
      expect(invite).toContain('METHOD:REQUEST')
      expect(invite).toContain('SEQUENCE:0')
      expect(invite.replaceAll('\r\n ', '')).toContain(`UID:${proposed.json.id}@localhost:8787`)
      expect(invite).toContain('DTSTART:20260310T090000Z')
      expect(invite).toContain('LOCATION:Salle Ouessant')
    }
  })

  it('a counter-proposal asks the first one; a planned session that moves stays planned, under one name and a higher number', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const { json } = await propose(pair)
    const countered = await pair.mentee.patch(`sessions/${json.id}`, { starts_at: THURSDAY })
    expect(countered.json).toMatchObject({ state: 'proposed', proposed_by: 'mentee', moves: 1 })
    expect(await mailed(house, 'M1', /proposée/)).toHaveLength(1)
    await pair.mentor.post(`sessions/${json.id}/acceptance`)
    const moved = await pair.mentee.patch(`sessions/${json.id}`, { minutes: 90 })
    expect(moved.json).toMatchObject({ state: 'planned', minutes: 90, starts_at: THURSDAY })
    const [mail] = await mailed(house, 'M1', /change/)
    expect(mail?.attachment?.content).toContain('SEQUENCE:1')
    expect(mail?.attachment?.content).toContain('DTEND:20260312T153000Z')
    const again = await pair.mentee.patch(`sessions/${json.id}`, { minutes: 90 })
    expect(again.status).toBe(200)
    expect(await mailed(house, 'M1', /change/)).toHaveLength(1)
  })

  it('a cancelled session leaves both calendars with the same words, and names nobody (P9)', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const id = await plan(pair)
    const cancelled = await pair.mentee.post(`sessions/${id}/cancellation`)
    expect(cancelled.json).toMatchObject({ state: 'cancelled' })
    expect(JSON.stringify(cancelled.json)).not.toContain('cancelled_by')
    const texts: string[] = []
    for (const person of ['M1', 'X1']) {
      const [mail] = await mailed(house, person, /annulée/)
      expect(mail?.attachment?.content).toContain('METHOD:CANCEL')
      expect(mail?.attachment?.content).toContain('SEQUENCE:1')
      texts.push((mail?.text ?? '').replace(/Junior1 Kerdoncuff|Executive1 Kerdoncuff/g, '…'))
    }
    expect(texts[0]).toBe(texts[1])
    const [row] = await listSessionsOfPair(house.db, pair.id)
    expect(row?.cancelled_by).toBe('mentee')
    expect((await pair.mentor.post(`sessions/${id}/cancellation`)).status).toBe(200)
    const [after] = await listSessionsOfPair(house.db, pair.id)
    expect(after?.cancelled_by).toBe('mentee')
  })

  it('refuses what cannot be kept, in words that help', async () => {
    const house = new House()
    const pair = await meetReady(house, { starts_on: '2026-03-01', ends_on: '2026-06-30' })
    const soon = new Date(house.now + 60_000).toISOString()
    expect(await propose(pair, soon)).toMatchObject({ status: 422 })
    expect((await propose(pair, '2026-06-30T21:30:00Z')).status).toBe(422)
    expect((await propose(pair, TUESDAY, { minutes: 241 })).status).toBe(422)
    expect((await propose(pair, TUESDAY, { minutes: 240 })).status).toBe(201)
    const clash = await propose(pair, '2026-03-10T12:00:00Z')
    expect(clash.status).toBe(409)
    expect(clash.json.errors).toBeUndefined()
    expect((await propose(pair, '2026-03-10T13:00:00Z')).status).toBe(201)
  })

  it('somebody with two pairs is never asked to be in both at once', async () => {
    const house = new House()
    const pairs = await formPairs(house, {
      ...READY,
      mentees: 2,
      mentorAnswers: makeMentorAnswers({ CAP: 2 }),
    })
    expect(pairs).toHaveLength(2)
    const [first, second] = pairs as [FormedPair, FormedPair]
    expect((await propose(first)).status).toBe(201)
    const clash = await propose(second, '2026-03-10T09:30:00Z')
    expect(clash.status).toBe(409)
    expect(clash.json.detail).toContain('L’un de vous deux')
    expect((await propose(second, '2026-03-10T10:00:00Z')).status).toBe(201)
  })

  it('a pair has twice the sessions of its kind at most', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const statuses: number[] = []
    for (let n = 0; n < 13; n++) {
      const start = new Date(Date.parse(TUESDAY) + n * DAY_MS).toISOString()
      statuses.push((await propose(pair, start)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 12 }, () => 201), 409])
  })

  it('session 1 waits until the junior has been prepared (P28, P29)', async () => {
    const house = new House()
    const pair = await formPair(house, { mentorAnswers: makeMentorAnswers({ COACH: 'yes' }) })
    const blocked = await propose(pair)
    expect(blocked.status).toBe(410)
    const page = await pair.mentor.get(`/fr/me/pairs/${pair.id}/`)
    expect(page.text).toContain('Un échange de préparation vient d’abord')
  })
})

describe('a session is told by both', () => {
  it('one logs the real minutes, the other confirms; then it counts, and the outside hears of it', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const id = await plan(pair)
    expect((await pair.mentor.post(`sessions/${id}/log`, { held: true, minutes: 75 })).status).toBe(410)
    house.now = Date.parse(TUESDAY) + 2 * 3_600_000
    const logged = await pair.mentor.post(`sessions/${id}/log`, { held: true, minutes: 75 })
    expect(logged.json).toMatchObject({
      state: 'held',
      held_minutes: 75,
      logged_by: 'mentor',
      confirmed_at: null,
    })
    const [toConfirm] = await mailed(house, 'X1', /À confirmer/)
    expect(toConfirm?.text).toContain('75 minutes')
    expect((await pair.mentee.post(`sessions/${id}/log`, { held: false })).status).toBe(409)
    expect((await pair.mentor.post(`sessions/${id}/confirmation`, { agrees: true })).status).toBe(410)
    const confirmed = await pair.mentee.post(`sessions/${id}/confirmation`, { agrees: true })
    expect(confirmed.json.confirmed_at).toBe(new Date(house.now).toISOString())
    const held = (await house.root.all('events')).filter(({ type }) => type === 'session.held')
    expect(held.map(({ data }) => data)).toEqual([
      { session: id, pair: pair.id, programme: 'regards-croises', mentor: 'M1', mentee: 'X1', minutes: 75 },
    ])
  })

  it('the other may see it otherwise: kind words, and it waits to be logged again', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const id = await plan(pair)
    house.now = Date.parse(TUESDAY) + 2 * 3_600_000
    await pair.mentor.post(`sessions/${id}/log`, { held: true, minutes: 300 })
    const contested = await pair.mentee.post(`sessions/${id}/confirmation`, { agrees: false })
    expect(contested.json).toMatchObject({ state: 'planned', held_minutes: null })
    const [mail] = await mailed(house, 'M1', /à noter de nouveau/)
    expect(mail?.text).toContain('Cela arrive')
    const hours = await house.root.get('programmes/regards-croises/training-hours')
    expect(hours.json.items).toEqual([])
  })

  it('both are reminded once, the day after, of a session that nobody logged; then it is left alone', async () => {
    const house = new House()
    const pair = await meetReady(house)
    await plan(pair)
    const reminders = async () => [
      ...(await mailed(house, 'M1', /a-t-elle eu lieu/)),
      ...(await mailed(house, 'X1', /a-t-elle eu lieu/)),
    ]
    house.now = Date.parse(TUESDAY) + DAY_MS - 60_000
    expect(await reminders()).toHaveLength(0)
    house.now = Date.parse(TUESDAY) + DAY_MS + 60_000
    expect(await reminders()).toHaveLength(2)
    house.now += 5 * DAY_MS
    expect(await reminders()).toHaveLength(2)
  })

  it('a session that began more than two weeks ago is never asked about', async () => {
    const house = new House()
    const pair = await meetReady(house)
    await plan(pair)
    house.now = Date.parse(TUESDAY) + 15 * DAY_MS
    expect(await mailed(house, 'M1', /a-t-elle eu lieu/)).toEqual([])
  })

  it('a pair that stops loses what was ahead: the programme cancelled it, and calendars forget it', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const past = await plan(pair, TUESDAY)
    await plan(pair, THURSDAY)
    await propose(pair, '2026-03-20T09:00:00Z')
    house.now = Date.parse(TUESDAY) + 3_600_000
    await house.root.put(
      'employees/M1',
      makeEmployee({
        given_name: 'Junior1',
        grade_rank: 1,
        manager: 'SIDE',
        email: addressOf('M1'),
        active: false,
      }),
    )
    await house.tick()
    const sessions = await listSessionsOfPair(house.db, pair.id)
    expect(sessions.map(({ state, cancelled_by }) => [state, cancelled_by])).toEqual([
      ['planned', null],
      ['cancelled', 'programme'],
      ['cancelled', 'programme'],
    ])
    expect(sessions[0]?.id).toBe(past)
    const mails = await mailed(house, 'X1', /annulée/)
    expect(mails.map(({ attachment }) => /METHOD:(\w+)/.exec(attachment?.content ?? '')?.[1])).toEqual([
      'CANCEL',
    ])
    expect((await propose(pair, '2026-03-25T09:00:00Z')).status).toBe(401)
    expect(
      (
        await pair.mentee.post(`pairs/${pair.id}/sessions`, {
          starts_at: '2026-03-25T09:00:00Z',
          minutes: 60,
        })
      ).status,
    ).toBe(410)
  })
})

describe('who reads the sessions of a pair', () => {
  it('the two with the place, the team and keys without; nobody else at all', async () => {
    const house = new House()
    const pair = await formPair(house, { ...READY, mentors: 2 })
    await propose(pair, TUESDAY, { place: 'Chez Yvonne' })
    const path = `pairs/${pair.id}/sessions`
    for (const client of [pair.mentor, pair.mentee])
      expect((await client.get(path)).json.items[0]).toMatchObject({ place: 'Chez Yvonne' })
    for (const client of [house.root, pair.organiser])
      expect((await client.get(path)).json.items[0]).toMatchObject({ place: null, state: 'proposed' })
    const other = await outsider(house, pair)
    expect((await other.get(path)).status).toBe(403)
    expect((await other.post(path, { starts_at: THURSDAY, minutes: 60 })).status).toBe(404)
    expect((await house.stranger.get(path)).status).toBe(401)
    const { json } = await pair.mentor.get(path)
    expect((await other.post(`sessions/${json.items[0].id}/acceptance`)).status).toBe(404)
    expect((await other.get(`/fr/me/sessions/${json.items[0].id}/`)).status).toBe(404)
  })

  it('hours for the training record hold what both confirmed, and preparation by the setting (F23)', async () => {
    const house = new House()
    const pair = await meetReady(house, { preparation_minutes: 45 })
    const id = await plan(pair)
    house.now = Date.parse(TUESDAY) + 2 * 3_600_000
    await pair.mentor.post(`sessions/${id}/log`, { held: true, minutes: 75 })
    await pair.mentee.post(`sessions/${id}/confirmation`, { agrees: true })
    const path = 'programmes/regards-croises/training-hours'
    const { json } = await pair.organiser.get(path)
    expect(json.items.map(({ person }: { person: string }) => person).sort()).toEqual(['M1', 'X1'])
    expect(json.items[0]).toMatchObject({
      sessions: 1,
      session_minutes: 75,
      preparation_minutes: 45,
      minutes: 120,
      first_on: '2026-03-10',
      last_on: '2026-03-10',
    })
    const file = await pair.organiser.get(`${path}?format=csv&language=fr`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.text.split('\r\n')).toHaveLength(4)
    expect(file.text).toContain(
      'X1;Executive1 Kerdoncuff;personne mentorée;1;75;45;120;2026-03-10;2026-03-10',
    )
    expect((await pair.mentor.get(path)).status).toBe(403)
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    const coach = await house.enter('coach@armorique.example')
    expect((await coach.get(path)).status).toBe(403)
  })
})

describe('everything without script', () => {
  it('from a common slot to a confirmed session, by forms alone', async () => {
    const house = new House()
    const pair = await meetReady(house)
    const before = await pair.mentor.get(`/fr/me/pairs/${pair.id}/`)
    expect(before.status).toBe(200)
    // Both are free on Monday mornings, Tuesdays at noon and Thursday afternoons.
    const slots = [...before.text.matchAll(/name="slot" value="(2026[^"]+)"/g)].map(([, at]) => at)
    expect(slots[0]).toBe('2026-03-03T11:00:00.000Z')
    const sent = await pair.mentor.form(`pairs/${pair.id}/sessions`, {
      language: 'fr',
      slot: slots[0] as string,
      day: '',
      time: '',
      minutes: '60',
      place: '',
    })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/fr/me/pairs/${pair.id}/#sessions`)
    const [row] = await listSessionsOfPair(house.db, pair.id)
    const theirs = await pair.mentee.get(`/en/me/sessions/${row?.id}/`)
    expect(theirs.text).toContain('Accept this date')
    const moved = await pair.mentee.form(`sessions/${row?.id}/move`, {
      language: 'en',
      slot: 'other',
      day: '2026-03-30',
      time: '09:30',
      minutes: '60',
      place: 'https://meet.example/1',
    })
    expect(moved.status).toBe(303)
    const [after] = await listSessionsOfPair(house.db, pair.id)
    // Paris has just gone to summer time.
    expect(after?.starts_at).toBe(Date.parse('2026-03-30T07:30:00Z'))
    expect((await pair.mentor.form(`sessions/${row?.id}/acceptance`, { language: 'fr' })).status).toBe(303)
    const planned = await pair.mentor.get(`/fr/me/sessions/${row?.id}/`)
    expect(planned.text).toContain('calendar.google.com')
    house.now = Date.parse('2026-03-30T09:00:00Z')
    const log = { language: 'fr', held: 'yes', minutes: '55' }
    expect((await pair.mentor.form(`sessions/${row?.id}/log`, log)).status).toBe(303)
    const confirm = { language: 'fr', agrees: 'yes' }
    expect((await pair.mentee.form(`sessions/${row?.id}/confirmation`, confirm)).status).toBe(303)
    const page = await pair.mentee.get(`/fr/me/pairs/${pair.id}/`)
    expect(page.text).toContain('Une séance a eu lieu.')
    const wrong = await pair.mentor.form(`pairs/${pair.id}/sessions`, {
      language: 'fr',
      day: '',
      time: '',
      minutes: '60',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('<html')
  })

  it('each reads the hour on their own clock, and the other’s beside it (W4)', async () => {
    const house = new House()
    const pair = await meetReady(house)
    await pair.mentee.put('me/preferences', {
      time_zone: 'Asia/Tokyo',
      reminders: true,
      quiet_from: 20,
      quiet_to: 8,
    })
    const { json } = await propose(pair, '2026-03-10T08:00:00Z')
    const mine = await pair.mentor.get(`/fr/me/sessions/${json.id}/`)
    expect(mine.text).toContain('mardi 10\u00a0mars à\u00a09\u00a0h chez vous, 17\u00a0h chez Executive1')
    const theirs = await pair.mentee.get(`/fr/me/sessions/${json.id}/`)
    expect(theirs.text).toContain('mardi 10\u00a0mars à\u00a017\u00a0h chez vous, 9\u00a0h chez Junior1')
    const [mail] = await mailed(house, 'X1', /proposée/)
    expect(mail?.text).toContain('à\u00a017\u00a0h (heure de Tokyo)')
  })
})
