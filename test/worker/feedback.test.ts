import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { type FormedPair, formPair } from '#test/pair.ts'
import { meet, planSession, pulseMails, tokenIn } from '#test/pair-meeting.ts'

const HERE = 'programmes/regards-croises'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const TUESDAY = '2026-03-03T10:00:00Z'
const [MENTOR, MENTEE] = [addressOf('M1'), addressOf('X1')]
const ALL = { PU1: 4, PU2: 3, PU3: 2, PU4: 1, PUF: 4 }

async function begin(): Promise<{ house: House; pair: FormedPair }> {
  const house = new House()
  return { house, pair: await formPair(house) }
}

/** A pair that met on Tuesday, with the links that its two people were mailed at 13:00 UTC. */
async function afterFirstSession() {
  const { house, pair } = await begin()
  const session = await meet(house, pair, TUESDAY)
  return {
    house,
    pair,
    session,
    token: tokenIn(pulseMails(house, MENTOR)[0]),
    menteeToken: tokenIn(pulseMails(house, MENTEE)[0]),
  }
}

/** The clock goes on in steps of two days, every job running each time, as far as an instant of the test. */
async function wait(house: House, until: string): Promise<void> {
  while (house.now < Date.parse(until)) {
    house.now = Math.min(house.now + 2 * DAY_MS, Date.parse(until))
    await house.tick()
  }
  // What one tick writes, the next one mails.
  await house.tick()
}

const requests = (house: House) =>
  house.db.all<Record<string, any>>(sql`SELECT * FROM feedback_requests WHERE kind = 'pulse' ORDER BY id`)

describe('how a session was is asked (questionnaires.md §9)', () => {
  it('of each of the two, two hours after the planned end, once', async () => {
    const { house, pair } = await begin()
    await planSession(pair, TUESDAY)
    house.now = Date.parse(TUESDAY) + 3 * HOUR_MS - 1
    await house.tick()
    expect([...pulseMails(house, MENTOR), ...pulseMails(house, MENTEE)]).toEqual([])
    house.now += 1
    await house.tick()
    await house.tick()
    expect(pulseMails(house, MENTOR)).toHaveLength(1)
    expect(pulseMails(house, MENTEE)).toHaveLength(1)
    expect(pulseMails(house, MENTOR)[0]?.text).toContain('mardi 3\u00a0mars 2026')
    const asked = await requests(house)
    expect(asked.map(({ state, version }) => [state, version])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ])
    const events = await house.db.all<{ subject: string }>(
      sql`SELECT subject FROM events WHERE type = 'feedback.requested' AND data LIKE '%pulse%'`,
    )
    expect(events.map(({ subject }) => subject).sort()).toEqual(asked.map(({ id }) => id).sort())
  })

  it('as soon as one of them logs that it took place', async () => {
    const { house, pair } = await begin()
    const session = await planSession(pair, TUESDAY)
    house.now = Date.parse(TUESDAY) + HOUR_MS
    await pair.mentee.post(`sessions/${session}/log`, { held: true, minutes: 50 })
    await house.tick()
    await house.tick()
    expect(pulseMails(house, MENTOR)).toHaveLength(1)
  })

  it('not of a session that was cancelled, nor of one that did not take place', async () => {
    const { house, pair } = await begin()
    const cancelled = await planSession(pair, TUESDAY)
    await pair.mentee.post(`sessions/${cancelled}/cancellation`)
    const missed = await planSession(pair, '2026-03-03T14:00:00Z')
    house.now = Date.parse('2026-03-03T15:30:00Z')
    await pair.mentor.post(`sessions/${missed}/log`, { held: false })
    await wait(house, '2026-03-05T12:00:00Z')
    expect(await requests(house)).toEqual([])
  })

  it('and no longer, where it turns out not to have taken place; again, once it has', async () => {
    const { house, pair, session } = await afterFirstSession()
    await pair.mentor.post(`sessions/${session}/log`, { held: false })
    await house.tick()
    expect((await requests(house)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    await pair.mentor.post(`sessions/${session}/log`, { held: true, minutes: 60 })
    await house.tick()
    await house.tick()
    expect((await requests(house)).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(pulseMails(house, MENTOR)).toHaveLength(2)
    expect(tokenIn(pulseMails(house, MENTOR)[1])).toBe(tokenIn(pulseMails(house, MENTOR)[0]))
  })

  it('outside quiet hours and weekends alone, on the clock of whoever is asked', async () => {
    const { house, pair } = await begin()
    // A Friday evening in Paris: 19:00 to 20:00.
    await meet(house, pair, '2026-03-06T18:00:00Z')
    await wait(house, '2026-03-09T06:55:00Z')
    expect(pulseMails(house, MENTOR)).toEqual([])
    await wait(house, '2026-03-09T07:00:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(1)
  })

  it('not during a pause', async () => {
    const { house, pair } = await begin()
    const session = await planSession(pair, TUESDAY)
    house.now = Date.parse(TUESDAY) + HOUR_MS
    await pair.mentee.post(`sessions/${session}/log`, { held: true, minutes: 60 })
    await pair.mentor.post(`pairs/${pair.id}/pause`, { until: '2026-03-12' })
    await wait(house, '2026-03-06T12:00:00Z')
    expect(await requests(house)).toEqual([])
  })
})

describe('two reminders at most', () => {
  it('after 2 and 5 days, with the same link, then nobody asks any more', async () => {
    const { house } = await afterFirstSession()
    await wait(house, '2026-03-05T12:59:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(1)
    await wait(house, '2026-03-05T13:00:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(2)
    // Five days later is a Sunday: it waits for Monday, 8:00 in Paris.
    await wait(house, '2026-03-09T06:55:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(2)
    await wait(house, '2026-03-09T07:00:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(3)
    await wait(house, '2026-03-26T12:00:00Z')
    const mails = pulseMails(house, MENTOR)
    expect(mails).toHaveLength(3)
    expect(new Set(mails.map(tokenIn)).size).toBe(1)
    expect((await requests(house)).map(({ state, reminders }) => [state, reminders])).toEqual([
      ['expired', 2],
      ['expired', 2],
    ])
  })

  it('none after the answer, not even one that was written in somebody’s quiet hours', async () => {
    const { house, pair } = await begin()
    await meet(house, pair, '2026-03-06T18:00:00Z')
    // The mail waits for Monday; the answer comes from the personal space on Friday night.
    const [session] = await pair.mentor.all(`pairs/${pair.id}/sessions`)
    expect((await pair.mentor.post(`sessions/${session?.id}/pulses`, ALL)).status).toBe(204)
    await wait(house, '2026-03-17T12:00:00Z')
    expect(pulseMails(house, MENTOR)).toEqual([])
    expect(pulseMails(house, MENTEE)).toHaveLength(3)
  })

  it('none to whoever wants no reminders: the question alone', async () => {
    const { house, pair } = await begin()
    await pair.mentor.put('me/preferences', {
      time_zone: null,
      reminders: false,
      quiet_from: 20,
      quiet_to: 8,
    })
    await meet(house, pair, TUESDAY)
    await wait(house, '2026-03-12T12:00:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(1)
    expect(pulseMails(house, MENTEE)).toHaveLength(3)
  })

  it('of several sessions, the newest alone is reminded of', async () => {
    const { house, pair } = await afterFirstSession()
    await meet(house, pair, '2026-03-04T10:00:00Z')
    await wait(house, '2026-03-12T12:00:00Z')
    // Two questions, and two reminders of the second.
    expect(pulseMails(house, MENTOR)).toHaveLength(4)
  })

  it('a pair that ends is asked nothing more, and the link says so kindly', async () => {
    const { house, pair, token } = await afterFirstSession()
    await pair.mentee.post(`pairs/${pair.id}/separation`, {})
    await wait(house, '2026-03-12T12:00:00Z')
    expect(pulseMails(house, MENTOR)).toHaveLength(1)
    expect((await requests(house)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    expect((await house.stranger.post(`feedback/${token}/pulse`, ALL)).status).toBe(410)
    expect((await house.stranger.get(`/fr/feedback/${token}/`)).text).toContain('rien ne vous est reproché')
  })
})

describe('the link of a mail', () => {
  it('opens a page and does nothing else, however often a scanner opens it', async () => {
    const { house, token } = await afterFirstSession()
    const before = [await requests(house), await house.db.all(sql`SELECT count(*) AS n FROM events`)]
    for (const language of ['fr', 'en']) {
      const page = await house.stranger.get(`/${language}/feedback/${token}/`)
      expect(page.status).toBe(200)
      expect(page.headers.get('cache-control')).toBe('no-store')
      await house.request(`/${language}/feedback/${token}/`, { method: 'HEAD' })
    }
    expect([await requests(house), await house.db.all(sql`SELECT count(*) AS n FROM events`)]).toEqual(before)
    expect(await house.db.all(sql`SELECT * FROM pulses`)).toEqual([])
  })

  it('asks four things, and a fifth the first time (PUF); each has five levels and words at both ends', async () => {
    const { house, pair, token } = await afterFirstSession()
    const { text } = await house.stranger.get(`/fr/feedback/${token}/`)
    expect(text.match(/<fieldset>/g)).toHaveLength(5)
    expect(text.match(/type="radio"/g)).toHaveLength(25)
    expect(text).toContain('Nous avons trouvé un terrain commun.')
    expect(text).not.toMatch(/required|<script/)
    await house.stranger.post(`feedback/${token}/pulse`, ALL)
    await meet(house, pair, '2026-03-10T10:00:00Z')
    const next = await house.stranger.get(`/fr/feedback/${tokenIn(pulseMails(house, MENTOR).at(-1))}/`)
    expect(next.text.match(/<fieldset>/g)).toHaveLength(4)
    expect(next.text).not.toContain('terrain commun')
  })

  it('says who reads before anything is sent', async () => {
    const { house, token } = await afterFirstSession()
    const page = async () => (await house.stranger.get(`/en/feedback/${token}/`)).text
    expect(await page()).toContain('Nobody reads your answers one by one')
    expect(await page()).toContain('This wish is read by the programme team')
    await house.root.put('organisers/referent@armorique.example', { role: 'coach' })
    await house.root.put(`${HERE}/referent`, { email: 'referent@armorique.example' })
    expect(await page()).toContain('Your answers are read by referent@armorique.example only.')
    expect(await page()).toContain('This wish is read by referent@armorique.example')
  })

  it('takes a form without script and leads to thanks, which show no answer', async () => {
    const { house, token } = await afterFirstSession()
    const sent = await house.stranger.form(`feedback/${token}/pulse`, {
      language: 'fr',
      PU1: '4',
      PU2: '0',
      PUF: '3',
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/fr/feedback/${token}/`])
    expect(await house.db.all(sql`SELECT answers FROM pulses`)).toEqual([
      { answers: JSON.stringify({ PU1: 4, PU2: 0, PUF: 3 }) },
    ])
    const { text } = await house.stranger.get(`/fr/feedback/${token}/`)
    expect(text).toContain('Votre réponse est bien arrivée.')
    expect(text).not.toMatch(/<form|fieldset|checked/)
  })

  it('requires nothing: an empty answer is an answer', async () => {
    const { house, token, pair } = await afterFirstSession()
    expect((await house.stranger.form(`feedback/${token}/pulse`, { language: 'en' })).status).toBe(303)
    expect(await house.db.all(sql`SELECT answers FROM pulses`)).toEqual([{ answers: '{}' }])
    expect((await house.root.get(`pairs/${pair.id}/health`)).json).toEqual({ class: 'grey' })
  })

  it('takes one answer: the first is kept, a second is refused, and a button pressed twice leads to thanks', async () => {
    const { house, token } = await afterFirstSession()
    expect((await house.stranger.post(`feedback/${token}/pulse`, ALL)).status).toBe(204)
    expect((await house.stranger.post(`feedback/${token}/pulse`, { PU1: 0 })).status).toBe(410)
    expect((await house.stranger.form(`feedback/${token}/pulse`, { language: 'fr', PU1: '0' })).status).toBe(
      303,
    )
    expect(await house.db.all(sql`SELECT answers FROM pulses`)).toEqual([{ answers: JSON.stringify(ALL) }])
  })

  it('is refused where it was altered, belongs to another question, or was made up', async () => {
    const { house, token, menteeToken } = await afterFirstSession()
    const [id = '', signature = ''] = token.split('.')
    const [otherId = ''] = menteeToken.split('.')
    const last = signature.endsWith('A') ? 'B' : 'A'
    for (const wrong of [
      id,
      `${id}.`,
      `${otherId}.${signature}`,
      `${id}.${signature.slice(0, -1)}${last}`,
      `${id}.${signature}x`,
      'fbr_none.none',
    ]) {
      expect((await house.stranger.get(`/fr/feedback/${wrong}/`)).status).toBe(404)
      expect((await house.stranger.post(`feedback/${wrong}/pulse`, ALL)).status).toBe(404)
    }
    expect(await house.db.all(sql`SELECT * FROM pulses`)).toEqual([])
  })

  it('takes nothing but whole numbers from 0 to 4', async () => {
    const { house, token } = await afterFirstSession()
    for (const wrong of [{ PU1: 5 }, { PU1: -1 }, { PU2: 1.5 }, { PU3: '4' }, { PU9: 1 }]) {
      expect((await house.stranger.post(`feedback/${token}/pulse`, wrong)).status).toBe(422)
    }
    expect((await house.stranger.form(`feedback/${token}/pulse`, { PU1: '7' })).status).toBe(422)
    expect(await house.db.all(sql`SELECT * FROM pulses`)).toEqual([])
  })

  it('has expired after 21 days: kind words, and the way to one’s space', async () => {
    const { house, token } = await afterFirstSession()
    house.now += 21 * DAY_MS
    const { text } = await house.stranger.get(`/en/feedback/${token}/`)
    expect(text).toContain('nobody holds it against you')
    expect(text).toContain('href="/en/me/"')
    expect((await house.stranger.post(`feedback/${token}/pulse`, ALL)).status).toBe(410)
  })
})

describe('“I would like someone to contact me” (PUH)', () => {
  it('reaches the reader that the page named, and the trail names nobody', async () => {
    const { house, pair, token } = await afterFirstSession()
    const page = (await house.stranger.get(`/fr/feedback/${token}/`)).text
    const reader = /name="reader" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await house.stranger.form(`feedback/${token}/pulse`, { language: 'fr', reader, PU1: '1', PUH: 'yes' })
    const waiting = await pair.organiser.all('help-requests?state=open')
    expect(waiting).toMatchObject([{ person: 'M1', pair: pair.id }])
    expect(await house.db.all(sql`SELECT answers FROM pulses`)).toEqual([{ answers: '{"PU1":1}' }])
    const actors = await house.db.all<{ actor: string }>(
      sql`SELECT actor FROM events WHERE type IN ('pulse.given', 'help.asked')`,
    )
    expect(actors.map(({ actor }) => actor)).toEqual(['help', 'pulse'])
  })

  it('is not sent where somebody else would read it by now; nor is the answer lost on the way', async () => {
    const { house, token } = await afterFirstSession()
    await house.root.put('organisers/referent@armorique.example', { role: 'coach' })
    await house.root.put(`${HERE}/referent`, { email: 'referent@armorique.example' })
    const sent = await house.stranger.form(`feedback/${token}/pulse`, {
      language: 'fr',
      reader: 'team',
      PUH: 'yes',
    })
    expect(sent.status).toBe(409)
    expect(await house.db.all(sql`SELECT * FROM pulses`)).toEqual([])
    expect((await requests(house)).every(({ state }) => state === 'waiting')).toBe(true)
  })
})

describe('from one’s own space', () => {
  it('a session that has just ended can be told about before anybody asks, and nobody asks then', async () => {
    const { house, pair } = await begin()
    const session = await planSession(pair, TUESDAY)
    expect((await pair.mentor.post(`sessions/${session}/pulses`, ALL)).status).toBe(410)
    house.now = Date.parse(TUESDAY) + HOUR_MS
    expect((await pair.mentor.post(`sessions/${session}/pulses`, ALL)).status).toBe(204)
    expect((await pair.mentor.post(`sessions/${session}/pulses`, ALL)).status).toBe(410)
    const form = await pair.mentee.form(`sessions/${session}/pulses`, { language: 'en', PU1: '3' })
    expect([form.status, form.headers.get('location')]).toEqual([303, '/en/me/'])
    await wait(house, '2026-03-05T12:00:00Z')
    expect([...pulseMails(house, MENTOR), ...pulseMails(house, MENTEE)]).toEqual([])
  })

  it('a session of others is not there', async () => {
    const { house, pair, session } = await afterFirstSession()
    const other = await join(house, addressOf('HEAD'), 'coach')
    expect((await other.post(`sessions/${session}/pulses`, ALL)).status).toBe(404)
    expect((await house.stranger.post(`sessions/${session}/pulses`, ALL)).status).toBe(401)
    expect((await pair.organiser.post(`sessions/${session}/pulses`, ALL)).status).toBe(403)
  })
})

describe('who sees what of a pulse (questionnaires.md §9)', () => {
  const GOOD = { PU1: 4, PU2: 4, PU3: 4, PU4: 4 }

  it('organisers and keys see a class, grey before any answer', async () => {
    const { house, pair, token, menteeToken } = await afterFirstSession()
    const health = async () => (await pair.organiser.get(`pairs/${pair.id}/health`)).json
    expect(await health()).toEqual({ class: 'grey' })
    await house.stranger.post(`feedback/${token}/pulse`, GOOD)
    await house.stranger.post(`feedback/${menteeToken}/pulse`, GOOD)
    expect(await health()).toEqual({ class: 'good' })
    expect((await house.root.get(`pairs/${pair.id}/health`)).json).toEqual({ class: 'good' })
    expect((await house.root.get('pairs/pai_none/health')).status).toBe(404)
    expect((await pair.mentor.get(`pairs/${pair.id}/health`)).status).toBe(403)
  })

  it('pulses are read by the referent and the coach of the pair, and by nobody else', async () => {
    const { house, pair, session, token } = await afterFirstSession()
    await house.stranger.post(`feedback/${token}/pulse`, { PU1: 1 })
    const read = `pairs/${pair.id}/pulses`
    const coach = await join(house, 'coach@armorique.example', 'coach')
    const consultant = await join(house, 'consultant@armorique.example', 'consultant')
    for (const reader of [house.root, pair.organiser, coach, consultant, pair.mentor, pair.mentee]) {
      const refused = await reader.get(read)
      expect(refused.status).toBe(403)
      expect(refused.text).not.toContain('PU1')
    }
    const shown = [
      { session, role: 'mentor', answers: { PU1: 1 }, given_at: new Date(house.now).toISOString() },
    ]
    await house.db.run(sql`UPDATE pairs SET coach_id =
      (SELECT id FROM organisers WHERE email_key = 'coach@armorique.example')`)
    expect((await coach.get(read)).json).toEqual({ items: shown, next_cursor: null })
    await house.root.put(`${HERE}/referent`, { email: 'organiser@armorique.example' })
    expect((await pair.organiser.get(read)).json.items).toEqual(shown)
    expect((await house.root.get(read)).status).toBe(403)
  })

  it('a referent who is one of the two does not read their own pair', async () => {
    const { house, pair, token } = await afterFirstSession()
    await house.stranger.post(`feedback/${token}/pulse`, { PU1: 1 })
    const referent = await join(house, MENTEE, 'coach')
    await house.root.put(`${HERE}/referent`, { email: MENTEE })
    expect((await referent.get(`pairs/${pair.id}/pulses`)).status).toBe(403)
    expect((await house.stranger.get(`/en/feedback/${token}/`)).text).not.toContain('are read by Executive1')
  })
})

async function join(house: House, email: string, role: string) {
  await house.root.put(`organisers/${email}`, { role })
  return house.enter(email)
}
