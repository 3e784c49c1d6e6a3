import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { pairSessions } from '#db/schema/pair-session.ts'
import { addressOf } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'
import { type FormedPair, formPair } from '#test/pair.ts'

const DAY_MS = 86_400_000
let house: House
let pair: FormedPair

const PLACE = 'Salle Ouessant, étage 2'

async function addSession(
  id: string,
  startsAt: number,
  changes: Partial<typeof pairSessions.$inferInsert> = {},
) {
  const { json } = await house.root.get(`pairs/${pair.id}`)
  const [programme] = (await house.root.all('programmes')).filter(({ slug }) => slug === json.programme)
  await house.db.insert(pairSessions).values({
    id,
    programme_id: programme?.id,
    pair_id: pair.id,
    state: 'planned',
    starts_at: startsAt,
    minutes: 60,
    place: PLACE,
    proposed_by: 'par_x',
    version: 1,
    created_at: house.now,
    updated_at: house.now,
    ...changes,
  })
}

beforeEach(async () => {
  house = new House()
  pair = await formPair(house)
  await addSession('ses_next', house.now + DAY_MS)
  await addSession('ses_asked', house.now + 2 * DAY_MS, { state: 'proposed', sequence: 2 })
  await addSession('ses_held', house.now - 10 * DAY_MS, { state: 'held', held_minutes: 60 })
  await addSession('ses_old', house.now - 31 * DAY_MS, { state: 'held', held_minutes: 60 })
  await addSession('ses_off', house.now + 3 * DAY_MS, { state: 'cancelled', cancelled_by: 'mentee' })
  await addSession('ses_stale', house.now - DAY_MS, { state: 'proposed' })
}, 60_000)

/** Creates a calendar and tells the path of its secret address. */
async function create(who: FormedPair['mentor'], kind: 'own' | 'assistant'): Promise<string> {
  const answer = await who.post('me/calendar-feeds', { kind })
  expect(answer.status).toBe(201)
  expect(answer.json.address).toMatch(/^http:\/\/localhost:8787\/calendar\/[0-9A-Za-z]{43}\.ics$/)
  expect(answer.json.kind).toBe(kind)
  return new URL(answer.json.address).pathname
}

async function readEvents(path: string): Promise<ICAL.Event[]> {
  const answer = await house.stranger.get(path)
  expect(answer.status).toBe(200)
  return new ICAL.Component(ICAL.parse(answer.text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
}

describe('one’s own sessions in one’s own calendar', () => {
  it('shows what is proposed, planned and was held, with whom and where, to a program without a session', async () => {
    const path = await create(pair.mentor, 'own')
    const events = await readEvents(path)
    expect(events.map(({ uid }) => uid)).toEqual([
      'ses_held@localhost:8787',
      'ses_next@localhost:8787',
      'ses_asked@localhost:8787',
    ])
    for (const event of events) expect(event.location).toBe(PLACE)
    const [held, next, asked] = events.map(({ component }) => component)
    expect(new ICAL.Event(next).summary).toMatch(/ Executive1 /)
    expect(next?.getFirstPropertyValue('url')).toMatch(new RegExp(`/me/pairs/${pair.id}/$`))
    expect([held, next, asked].map((one) => one?.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'TENTATIVE',
    ])
    expect([held, next, asked].map((one) => one?.getAllSubcomponents('valarm').length)).toEqual([0, 1, 0])
    expect(asked?.getFirstPropertyValue('sequence')).toBe(2)
    const other = await readEvents(await create(pair.mentee, 'own'))
    expect(other[1]?.summary).toMatch(/ Junior1 /)
  })

  it('is told to nobody else and only sent again when it has changed', async () => {
    const path = await create(pair.mentor, 'own')
    const answer = await house.request(path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, max-age=300')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.has('ratelimit')).toBe(true)
    const etag = answer.headers.get('etag') ?? ''
    const again = await house.request(path, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    house.now += 1000
    await addSession('ses_new', house.now + 5 * DAY_MS)
    const changed = await house.request(path, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  it('a new address takes the place of the one before, and can be withdrawn', async () => {
    const before = await create(pair.mentor, 'own')
    const after = await create(pair.mentor, 'own')
    expect((await house.stranger.get(before)).status).toBe(404)
    expect((await house.stranger.get(after)).status).toBe(200)
    const listed = (await pair.mentor.get('me/calendar-feeds')).json.items
    expect(listed).toEqual([{ kind: 'own', created_at: expect.any(String) }])
    expect((await pair.mentor.delete('me/calendar-feeds/own')).status).toBe(204)
    expect((await pair.mentor.delete('me/calendar-feeds/own')).status).toBe(404)
    expect((await pair.mentor.get('me/calendar-feeds')).json.items).toEqual([])
    const gone = await house.stranger.get(after)
    const never = await house.stranger.get(`/calendar/${'0'.repeat(43)}.ics`)
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
    const { instance: _one, ...told } = gone.json
    const { instance: _other, ...toldOfNone } = never.json
    expect(told).toEqual(toldOfNone)
  })

  it('nothing of the address is kept in the store or told in events', async () => {
    const path = await create(pair.mentor, 'own')
    const token = /calendar\/(\w+)\.ics/.exec(path)?.[1] as string
    for (const table of ['calendar_feeds', 'events', 'idempotency_keys', 'mails']) {
      const rows = await house.db.$client.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(rows.results)).not.toContain(token)
    }
  })
})

describe('an assistant is given the calendar and nothing else', () => {
  it('start, end and that it is a session: neither person, place, programme nor link', async () => {
    const path = await create(pair.mentee, 'assistant')
    const { text } = await house.stranger.get(path)
    const events = await readEvents(path)
    expect(events.length).toBeGreaterThanOrEqual(3)
    const own = await readEvents(await create(pair.mentee, 'own'))
    expect(events.map(({ startDate, endDate }) => `${startDate} ${endDate}`)).toEqual(
      own.map(({ startDate, endDate }) => `${startDate} ${endDate}`),
    )
    for (const event of events) {
      expect(event.summary).toBe('Séance Binôme')
      expect(event.component.getAllProperties().map(({ name }) => name)).toEqual([
        'uid',
        'sequence',
        'dtstamp',
        'dtstart',
        'dtend',
        'summary',
        'status',
      ])
    }
    const whole = text.replace(/\r\n /g, '')
    for (const secret of [
      'Junior',
      'Executive',
      'Ouessant',
      'egards',
      'ses_',
      'pai_',
      '/me/',
      'http',
      pair.id,
    ]) {
      expect(whole).not.toContain(secret)
    }
  })

  it('both calendars live side by side, each with its own address', async () => {
    const assistant = await create(pair.mentee, 'assistant')
    const own = await create(pair.mentee, 'own')
    expect((await house.stranger.get(assistant)).status).toBe(200)
    expect((await pair.mentee.delete('me/calendar-feeds/own')).status).toBe(204)
    expect((await house.stranger.get(own)).status).toBe(404)
    expect((await house.stranger.get(assistant)).status).toBe(200)
  })
})

describe('the doors and the page', () => {
  it('are for people who are signed in, and know two kinds', async () => {
    expect((await house.stranger.post('me/calendar-feeds', { kind: 'own' })).status).toBe(401)
    expect((await house.stranger.get('me/calendar-feeds')).status).toBe(401)
    expect((await house.root.post('me/calendar-feeds', { kind: 'own' })).status).toBe(403)
    expect((await pair.mentor.post('me/calendar-feeds', { kind: 'team' })).status).toBe(422)
    expect((await pair.mentor.delete('me/calendar-feeds/team')).status).toBe(404)
  })

  it('without script, the form shows the address once and the page never again', async () => {
    const answer = await pair.mentor.form('me/calendar-feeds', { language: 'fr', kind: 'assistant' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'text/html; charset=utf-8'])
    const address = /value="http:\/\/localhost:8787(\/calendar\/\w{43}\.ics)"/.exec(
      answer.text,
    )?.[1] as string
    expect((await house.stranger.get(address)).status).toBe(200)
    const page = await pair.mentor.get('/fr/me/preferences/')
    expect(page.text).not.toContain(address)
    expect(page.text).toContain('Remplacer l’adresse')
    const withdrawn = await pair.mentor.form('me/calendar-feeds/assistant/withdrawal', { language: 'fr' })
    expect([withdrawn.status, withdrawn.headers.get('location')]).toEqual([
      303,
      '/fr/me/preferences/?withdrawn',
    ])
    expect((await house.stranger.get(address)).status).toBe(404)
  })

  it('a page that shows an address is not kept to be sent again', async () => {
    const answer = await house.request('/api/v1/me/calendar-feeds', {
      method: 'POST',
      headers: {
        ...(await cookieOfMentee()),
        'idempotency-key': '"once"',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'language=fr&kind=own',
    })
    const token = /calendar\/(\w{43})\.ics/.exec(await answer.text())?.[1] as string
    const rows = await house.db.$client.prepare('SELECT * FROM idempotency_keys').all()
    expect(rows.results.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows.results)).not.toContain(token)
  })

  it('the calendar of a leaver is gone, like one that never was', async () => {
    const path = await create(pair.mentor, 'own')
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
    expect((await house.stranger.get(path)).status).toBe(404)
  })
})

async function cookieOfMentee(): Promise<Record<string, string>> {
  const asked = await house.stranger.post('sign-in-codes', { email: addressOf('X1'), language: 'en' })
  expect(asked.status).toBe(202)
  await house.tick()
  const mail = house.mails.findLast(({ to, words }) => to === addressOf('X1') && /code/.test(words.subject))
  const code = /\d{6}/.exec(mail?.words.subject ?? '')?.[0]
  const answer = await house.stranger.post('sessions', { email: addressOf('X1'), code })
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  return { cookie, origin: 'http://localhost:8787' }
}
