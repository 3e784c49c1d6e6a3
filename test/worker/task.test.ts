import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove, newestRun } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeSignUp } from '#test/makers.ts'
import { formPair, formPairs } from '#test/pair.ts'

const DAY_MS = 86_400_000
const SLUG = 'regards-croises'

interface Line {
  id: string
  kind: string
  title: { fr: string; en: string }
  time: string
  count: number
  due_at: string | null
  href: string
  action: null | { method: string; path: string; preview: any; preview_path: string | null; body: unknown }
}

async function tasks(client: Client, query = ''): Promise<Line[]> {
  const { json, status, text } = await client.get(`tasks${query}`)
  if (status !== 200) throw new Error(text)
  return json.items
}

async function taskOf(client: Client, kind: string): Promise<Line | undefined> {
  return (await tasks(client)).find((line) => line.kind === kind)
}

function act(client: Client, { action }: Line, more: Record<string, unknown> = {}) {
  const body = action?.body === null ? undefined : { ...(action?.body as object), ...more }
  return client.post(action?.path.slice(1) ?? '', body)
}

/** A pair of high exposure aside, nobody needs preparing: only what a story asks for is on the list. */
const MODEST = { exposure_gap: 12 }

describe('what awaits the team on Monday', () => {
  it('a talk to hold stays until it is held (P25, P32)', async () => {
    const house = new House()
    const unsure = makeMenteeAnswers({ NEED1: 0, NEED2: 1, MISSED: 'Menuiserie' })
    await gatherCohort(house, { mentors: 1, mentees: 1, menteeAnswers: unsure })
    const organiser = await house.organiser()
    const [open] = await house.root.all(`programmes/${SLUG}/conversations`)
    if (!open) throw new Error('the answers call for no talk')
    const line = await taskOf(organiser, 'conversations')
    expect(line).toMatchObject({ count: 1, href: `/console/conversations/?p=${SLUG}` })
    await organiser.post(`programmes/${SLUG}/conversations/${open.id}/closure`, {
      state: 'held',
      outcome: 'Un besoin est apparu.',
    })
    expect(await taskOf(organiser, 'conversations')).toBeUndefined()
  })

  it('designated people silent for seven days get one new mail in seven days, and a no looks like silence (C6, P31)', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 0 })
    for (const person of ['D1', 'D2']) {
      await house.root.put(
        `employees/${person}`,
        makeEmployee({ grade_rank: 7, manager: 'HEAD', email: addressOf(person) }),
      )
    }
    const organiser = await house.organiser()
    await organiser.post(`programmes/${SLUG}/designations`, {
      role: 'mentee',
      proposed_by: 'Claire Martin',
      people: ['D1', 'D2'],
    })
    await house.tick()
    const link = /\/invitation\/(\w+)\//.exec(
      house.mails.find(({ to }) => to === addressOf('D2'))?.text ?? '',
    )?.[1]
    await house.stranger.form(`invitations/${link}/refusal`, { language: 'fr' })
    expect(await taskOf(organiser, 'designated')).toBeUndefined()

    house.now += 7 * DAY_MS
    const line = (await taskOf(organiser, 'designated')) as Line
    expect(line).toMatchObject({ count: 2, time: 'today' })
    expect(line.action?.preview.subject.fr).toContain('Votre invitation vous attend')
    house.mails = []
    expect((await act(organiser, line)).status).toBe(204)
    expect((await act(organiser, line)).status).toBe(410)
    await house.tick()
    expect(house.mails.map(({ to }) => to).filter((to) => /^d\d@/.test(to))).toEqual([addressOf('D1')])
    expect(await taskOf(organiser, 'designated')).toBeUndefined()
    // The new link answers, and the first one as well.
    const again = /\/invitation\/(\w+)\//.exec(
      house.mails.find(({ to }) => to === addressOf('D1'))?.text ?? '',
    )?.[1]
    expect(again).not.toBe(link)
    expect((await house.request(`/fr/programmes/${SLUG}/invitation/${again}/`)).status).toBe(200)
  })

  it('proposals that end within 48 hours are reminded of once, and nobody learns who had answered (C5)', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 2 })
    const organiser = await house.organiser()
    const proposals = await matchAndApprove(house)
    const [first, second] = proposals as [any, any]
    const accepting = await house.enter(addressOf(first.mentor))
    await accepting.post(`proposals/${first.id}/acceptance`)
    const refusing = await house.enter(addressOf(second.mentor))
    await refusing.post(`proposals/${second.id}/refusal`)
    expect(await taskOf(organiser, 'acceptances')).toBeUndefined()

    house.now += 6 * DAY_MS
    const line = (await taskOf(organiser, 'acceptances')) as Line
    expect(line.count).toBe(2)
    expect(JSON.stringify(line)).not.toMatch(/Junior|Executive/)
    house.mails = []
    expect((await act(organiser, line)).text).toBe('')
    await house.tick()
    const reminded = house.mails.filter(({ words }) =>
      /attend votre réponse|awaits your answer/.test(words.subject),
    )
    expect(reminded.map(({ to }) => to).sort()).toEqual(
      [addressOf(first.mentee), addressOf(second.mentee)].sort(),
    )
    expect(await taskOf(organiser, 'acceptances')).toBeUndefined()
    expect((await organiser.post(`proposals/${first.id}/reminder`)).status).toBe(410)
  })

  it('a preparation before session 1 stands by its pair until it is held (P28, P29)', async () => {
    const house = new House()
    const { id, organiser } = await formPair(house, { programme: { exposure_gap: 4 } })
    const line = (await taskOf(organiser, 'preparation')) as Line
    expect(line.title.fr).toMatch(/Junior1.*Executive1/)
    expect(line.href).toBe(`/console/life/?id=${id}#preparation`)
    const [talk] = await organiser.all('preparations')
    await organiser.post(`preparations/${talk?.id}/closure`, { state: 'held', outcome: 'Fait.' })
    expect(await taskOf(organiser, 'preparation')).toBeUndefined()
  })

  it('a pair without a first session after ten days gets a word that was read before it left (P34, C29)', async () => {
    const house = new House()
    const { organiser, id } = await formPair(house, { programme: MODEST })
    expect(await taskOf(organiser, 'no-first-session')).toBeUndefined()
    house.now += 11 * DAY_MS
    await house.tick()
    const line = (await taskOf(organiser, 'no-first-session')) as Line
    expect(line.href).toBe(`/console/life/?id=${id}`)
    const words = await organiser.get(line.action?.preview_path?.slice(1) ?? '')
    expect(words.json.items.length).toBeGreaterThan(0)
    expect((await act(organiser, line, { outcome: 'Deux créneaux proposés.' })).status).toBe(200)
    expect(await taskOf(organiser, 'no-first-session')).toBeUndefined()
  })

  it('an executive who called two sessions off in a row is looked after, and which side it was is not told (P34, C29)', async () => {
    const house = new House()
    const { id, mentor, mentee, organiser } = await formPair(house, { programme: MODEST })
    for (const days of [3, 5]) {
      const starts_at = new Date(house.now + days * DAY_MS).toISOString()
      const { json } = await mentor.post(`pairs/${id}/sessions`, { starts_at, minutes: 60 })
      await mentee.post(`sessions/${json.id}/acceptance`)
      await mentee.post(`sessions/${json.id}/cancellation`)
      house.now += 60_000
    }
    await house.tick()
    const line = (await taskOf(organiser, 'cancellations')) as Line
    expect(line.title.en).toMatch(/two sessions in a row/)
    expect(JSON.stringify(line)).not.toMatch(/"side"|mentee"/)
  })

  it('a receiver that fails three times is looked into, by its host alone', async () => {
    const house = new House()
    const { organiser } = await formPair(house, { programme: MODEST })
    expect(await taskOf(organiser, 'deliveries')).toBeUndefined()
    await house.root.post('webhook-endpoints', { url: 'http://127.0.0.1:9/hook?secret=canari', types: [] })
    await house.root.patch(`programmes/${SLUG}`, { rematch_days: 21 })
    for (let hours = 0; hours < 24 && !(await taskOf(organiser, 'deliveries')); hours += 4) {
      await house.tick()
      house.now += 4 * 3_600_000
    }
    const line = (await taskOf(organiser, 'deliveries')) as Line
    expect(line.href).toBe('/console/access/')
    expect(JSON.stringify(line)).not.toContain('canari')
  })

  it('a charter that changed is to be signed again by those in pairs (F12)', async () => {
    const house = new House()
    const { organiser } = await formPair(house, { programme: MODEST })
    expect(await taskOf(organiser, 'charter')).toBeUndefined()
    const { json: programme } = await organiser.get(`programmes/${SLUG}`)
    const words = structuredClone(programme.words)
    for (const language of ['fr', 'en']) words[language].charter += ' Nous nous prévenons.'
    expect((await organiser.patch(`programmes/${SLUG}`, { words })).status).toBe(200)
    expect(await taskOf(organiser, 'charter')).toMatchObject({ count: 2 })
  })

  it('a pair that a reorganisation puts on hold is on the list of Monday (C31, P11)', async () => {
    const house = new House()
    const { id, organiser } = await formPair(house, { programme: MODEST })
    await house.root.patch('employees/M1', { manager: 'X1' })
    await house.tick()
    expect((await taskOf(organiser, 'suspended'))?.href).toBe(`/console/life/?id=${id}`)
    await house.root.patch('employees/M1', { manager: 'SIDE' })
    await house.tick()
    expect(await taskOf(organiser, 'suspended')).toBeUndefined()
  })

  it('a call for help is counted and dated, and names nobody (C29)', async () => {
    const house = new House()
    const { id, mentor, organiser } = await formPair(house, { programme: MODEST })
    await mentor.post('help-requests', { pair: id, text: 'canari-du-lundi' })
    const line = (await taskOf(organiser, 'help')) as Line
    expect(line.count).toBe(1)
    expect(line.due_at).not.toBeNull()
    expect(JSON.stringify(await tasks(organiser))).not.toMatch(/canari-du-lundi|Junior1/)
  })

  it('departures and reorganisations of the weekend are told with what becomes of those who stay (C31)', async () => {
    const house = new House()
    house.now = Date.parse('2026-03-06T09:00:00Z')
    const formed = await formPairs(house, { mentors: 2, mentees: 2, programme: MODEST })
    const { organiser } = formed[0]!
    const pairs = await house.root.all('pairs')
    house.now = Date.parse('2026-03-07T10:00:00Z')
    await house.root.delete(`employees/${pairs[0]!.mentor}`)
    await house.tick()
    house.now = Date.parse('2026-03-09T07:30:00Z')
    const ended = (await taskOf(organiser, 'ended')) as Line
    expect(ended).toMatchObject({ count: 1, time: 'today' })
    expect(ended.title.fr).toMatch(/appariement/)
    house.now = Date.parse('2026-03-14T10:00:00Z')
    expect(await taskOf(organiser, 'ended')).toBeUndefined()
  })

  it('mentors whom a run left alone, and topics that nobody offers, are not forgotten (P20)', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 1 })
    const organiser = await house.organiser()
    await matchAndApprove(house)
    expect(await taskOf(organiser, 'idle-mentors')).toMatchObject({ count: 1 })
    const run = await newestRun(house)
    expect((await taskOf(organiser, 'idle-mentors'))?.href).toBe(`/console/insight/?run=${run.id}`)
    const wanted = makeMenteeAnswers()
    expect(wanted).toHaveProperty('WANTS')
    await house.root.put(
      'employees/X9',
      makeEmployee({ grade_rank: 7, manager: 'HEAD', email: addressOf('X9') }),
    )
    const odd = structuredClone(wanted) as any
    odd.WANTS = [{ ...odd.WANTS[0], topic: 'no-code' }]
    expect(
      await house.root.post(`programmes/${SLUG}/sign-ups`, makeSignUp('mentee', 'X9', odd)),
    ).toMatchObject({ status: 201 })
    const unmet = await taskOf(organiser, 'unmet-topics')
    expect(unmet?.count).toBe(1)
  })

  it('names the referent as missing until somebody is named (C29)', async () => {
    const house = new House()
    const { organiser } = await formPair(house, { programme: MODEST })
    expect(await taskOf(organiser, 'no-referent')).toBeDefined()
    await organiser.put(`programmes/${SLUG}/referent`, { email: 'organiser@armorique.example' })
    expect(await taskOf(organiser, 'no-referent')).toBeUndefined()
  })
})

describe('who reads which tasks', () => {
  it('a consultant sees no task and no overview, and totals as before (C33)', async () => {
    const house = new House()
    await formPair(house)
    await house.root.put('organisers/conseil@armorique.example', { role: 'consultant' })
    const consultant = await house.enter('conseil@armorique.example')
    for (const door of ['tasks', 'overview', `programmes/${SLUG}/pair-health`]) {
      expect((await consultant.get(door)).status, door).toBe(403)
    }
    expect((await consultant.get(`programmes/${SLUG}/outcomes`)).status).toBe(200)
    const state = await consultant.get(`/fr/programmes/${SLUG}/documents/state/`)
    expect(state.status).toBe(200)
    expect(state.text).toContain('moins de 5')
    expect(state.text).not.toMatch(/Junior1|Executive1/)
    expect((await house.stranger.get('tasks')).status).toBe(401)
  })

  it('a coach reads what concerns the pairs they stand by, and nothing of others (P21)', async () => {
    const house = new House()
    const { id, organiser } = await formPair(house, { programme: { exposure_gap: 4 } })
    await house.root.put('organisers/coach@armorique.example', { role: 'coach' })
    const coach = await house.enter('coach@armorique.example')
    expect(await tasks(coach)).toEqual([])
    expect((await coach.get(`pairs/${id}/history`)).status).toBe(404)
    await organiser.put(`pairs/${id}/coach`, { email: 'coach@armorique.example' })
    expect((await tasks(coach)).map(({ kind }) => kind)).toEqual(['preparation'])
    expect((await coach.get(`pairs/${id}/history`)).status).toBe(200)
  })
})

describe('the five numbers', () => {
  it('count people once and pairs by class, and follow what is open', async () => {
    const house = new House()
    const { id, mentor, organiser } = await formPair(house, { mentors: 3, mentees: 1, programme: MODEST })
    const before = await organiser.get('overview')
    expect(before.json).toMatchObject({
      candidates: 4,
      eligible: 4,
      matched: 2,
      healthy: 0,
      problems: 0,
      pairs: { good: 0, watch: 0, trouble: 0, grey: 1 },
    })
    await mentor.post('help-requests', { pair: id, text: 'aide' })
    expect((await organiser.get('overview')).json.problems).toBe(1)
    expect((await organiser.get(`overview?programme=${SLUG}`)).json.programme).toBe(SLUG)
    expect((await organiser.get('overview?programme=nowhere')).status).toBe(404)
    const [health] = await organiser.all(`programmes/${SLUG}/pair-health`)
    expect(health).toEqual({ pair: id, health: 'grey', sessions: [] })
  })

  it('a pair’s story tells what happened, in words, and never where or why', async () => {
    const house = new House()
    const { id, mentor, mentee, organiser } = await formPair(house, { programme: MODEST })
    const starts_at = new Date(house.now + 3 * DAY_MS).toISOString()
    const { json: session, status } = await mentor.post(`pairs/${id}/sessions`, {
      starts_at,
      minutes: 60,
      place: 'salle-canari',
    })
    expect(status).toBe(201)
    await mentee.post(`sessions/${session.id}/acceptance`)
    await mentee.post(`sessions/${session.id}/cancellation`)
    const { json, text } = await organiser.get(`pairs/${id}/history`)
    expect(json.cancellations).toEqual({ mentor: 0, mentee: 1, organiser: 0, programme: 0 })
    expect(json.sessions).toMatchObject([{ state: 'cancelled', health: null }])
    expect(json.events.map(({ words }: any) => words.fr)).toContain('Une séance est annulée')
    expect(text).not.toContain('salle-canari')
  })
})
