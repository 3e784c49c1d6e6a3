import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { type FormedPair, formPair } from '#test/pair.ts'

const HERE = 'programmes/regards-croises'
const REFERENT = 'referente@armorique.example'
const SECRET = 'abracadabra'
const DAY_MS = 86_400_000

async function form(): Promise<{ house: House; pair: FormedPair; referent: Client }> {
  const house = new House()
  const pair = await formPair(house)
  await house.root.put(`organisers/${REFERENT}`, { role: 'coach' })
  await house.root.put(`${HERE}/referent`, { email: REFERENT })
  const referent = await house.enter(REFERENT)
  house.mails = []
  return { house, pair, referent }
}

const ask = (client: Client, { id }: FormedPair, text = `Rien ne va, ${SECRET}.`) =>
  client.post('help-requests', { pair: id, text })

describe('C29: a help button that says who will read it before it is sent', () => {
  it('the page names the reader, the delay, and who will not know; nothing is needed but a press', async () => {
    const { pair } = await form()
    const { text } = await pair.mentor.get(`/fr/me/pairs/${pair.id}/help/`)
    expect(text).toContain(`Qui vous lit\u00a0: ${REFERENT}, et personne d’autre.`)
    expect(text).toContain('L’autre personne de votre binôme n’est pas prévenue')
    // Monday 2 March: three working days later is Thursday.
    expect(text).toContain('jeudi 5\u00a0mars 2026')
    expect(text.indexOf('Qui vous lit')).toBeLessThan(text.indexOf('<textarea'))
    const answer = await pair.mentor.form('help-requests', { language: 'fr', pair: pair.id, text: '' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fr/me/pairs/${pair.id}/help/`])
  })

  it('the referent is named as HR knows them, where HR knows the address', async () => {
    const { house, pair } = await form()
    await house.root.put(`organisers/${addressOf('HEAD')}`, { role: 'organiser' })
    await house.root.put(`${HERE}/referent`, { email: addressOf('HEAD') })
    expect((await house.root.get(`${HERE}/referent`)).json.referent).toEqual({
      email: addressOf('HEAD'),
      name: expect.stringMatching(/^Ronan /),
    })
    expect((await pair.mentor.get(`/fr/me/pairs/${pair.id}/help/`)).text).toContain('Ronan ')
  })

  it('whoever waits for a pair may ask as well', async () => {
    const house = new House()
    await gatherCohort(house)
    const me = await house.enter(addressOf('X1'))
    const [row] = await house.db.all<{ id: string }>(sql`SELECT id FROM participants WHERE role = 'mentee'`)
    expect((await me.get(`/fr/me/answers/${row?.id}/help/`)).text).toContain('l’équipe du programme')
    const asked = await me.post('help-requests', { participation: row?.id })
    expect(asked.json).toMatchObject({ pair: null, participation: row?.id, reader: null, state: 'open' })
    const organiser = await house.organiser()
    expect((await organiser.all('help-requests')).map(({ person }) => person)).toEqual(['X1'])
  })

  it('the referent is written to without a word of it, and the author told who reads and by when', async () => {
    const { house, pair } = await form()
    const { status, json } = await ask(pair.mentor, pair)
    expect(status).toBe(201)
    expect(json).toMatchObject({ reader: { name: REFERENT }, due_at: '2026-03-05T23:00:00.000Z' })
    await house.tick()
    expect(house.mails.map(({ to }) => to).sort()).toEqual([addressOf('M1'), REFERENT])
    const [mine, theirs] = [addressOf('M1'), REFERENT].map((address) =>
      house.mails.find(({ to }) => to === address),
    )
    expect(mine?.text).toContain(REFERENT)
    expect(mine?.text).toContain('jeudi 5\u00a0mars 2026')
    expect(theirs?.text).toContain('/fr/console/help/')
    expect(JSON.stringify(house.mails)).not.toContain(SECRET)
    expect(theirs?.text).not.toMatch(/Junior1|M1/)
  })

  it('C29: the named reader alone reads the text; organisers and keys read an empty list, the partner none', async () => {
    const { house, pair, referent } = await form()
    await ask(pair.mentor, pair)
    const [read] = await referent.all('help-requests?state=open')
    expect(read).toMatchObject({
      person: 'M1',
      pair: pair.id,
      text: `Rien ne va, ${SECRET}.`,
      role: 'mentor',
    })
    expect(await pair.organiser.all('help-requests')).toEqual([])
    expect(await house.root.all('help-requests')).toEqual([])
    expect((await pair.mentee.get('help-requests')).status).toBe(403)
    const id = read?.id
    for (const other of [pair.organiser, house.root]) {
      expect((await other.post(`help-requests/${id}/closure`, { outcome: 'Vu.' })).status).toBe(404)
    }
  })

  it('C29: the word is found nowhere else: doors, pages and mails of the partner and the team, events, export', async () => {
    const { house, pair } = await form()
    await ask(pair.mentor, pair)
    await house.tick()
    const walked: string[] = []
    for (const path of [
      'me/export',
      '/fr/me/',
      `/fr/me/pairs/${pair.id}/`,
      `/fr/me/pairs/${pair.id}/help/`,
    ]) {
      walked.push((await pair.mentee.get(path)).text)
    }
    for (const client of [pair.organiser, house.root]) {
      for (const path of ['pairs', `pairs/${pair.id}`, 'events?limit=100', 'tasks', `${HERE}/troubles`]) {
        walked.push((await client.get(path)).text)
      }
    }
    walked.push(JSON.stringify(house.mails), JSON.stringify(await house.db.all(sql`SELECT * FROM events`)))
    expect(walked.filter((text) => text.includes(SECRET))).toEqual([])
    expect((await pair.mentee.get(`/fr/me/pairs/${pair.id}/help/`)).text).not.toContain('Vos demandes')
    expect((await pair.mentor.get(`/fr/me/pairs/${pair.id}/help/`)).text).toContain('Vos demandes')
  })

  it('the same asked twice while it waits is one request, and one mail to each', async () => {
    const { house, pair, referent } = await form()
    await ask(pair.mentor, pair)
    await ask(pair.mentor, pair)
    await house.tick()
    expect(await referent.all('help-requests')).toHaveLength(1)
    expect(house.mails).toHaveLength(2)
  })

  it('the reader closes it with what was agreed, for themselves; the same again changes nothing', async () => {
    const { pair, referent } = await form()
    await ask(pair.mentor, pair)
    const [{ id } = { id: '' }] = await referent.all('help-requests')
    const door = `help-requests/${id}/closure`
    expect((await referent.post(door, { outcome: 'Vu ensemble.' })).json).toMatchObject({
      state: 'closed',
      outcome: 'Vu ensemble.',
    })
    expect((await referent.post(door, { outcome: 'Vu ensemble.' })).status).toBe(200)
    expect((await referent.post(door, { outcome: 'Autre chose.' })).status).toBe(410)
    expect(await referent.all('help-requests?state=open')).toEqual([])
    expect((await pair.mentor.get(`/fr/me/pairs/${pair.id}/help/`)).text).toContain('Close.')
  })

  it('nothing is sent where the reader changed after the page was opened', async () => {
    const { house, pair } = await form()
    const { text } = await pair.mentor.get(`/fr/me/pairs/${pair.id}/help/`)
    const reader = /name="reader" value="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(reader).toMatch(/^org_/)
    await house.root.delete(`${HERE}/referent`)
    const answer = await pair.mentor.post('help-requests', { pair: pair.id, text: SECRET, reader })
    expect(answer.status).toBe(409)
    expect(await house.db.all(sql`SELECT id FROM help_requests`)).toEqual([])
  })

  it('a referent who is one of the two does not read about their own pair: the team does, without them', async () => {
    const { house, pair } = await form()
    await house.root.put(`organisers/${addressOf('X1')}`)
    await house.root.put(`${HERE}/referent`, { email: addressOf('X1') })
    expect((await pair.mentor.get(`/fr/me/pairs/${pair.id}/help/`)).text).toContain('l’équipe du programme')
    await ask(pair.mentor, pair)
    await house.tick()
    expect(
      house.mails.some(({ to, words }) => to === addressOf('X1') && /aide|help/.test(words.subject)),
    ).toBe(false)
    expect(await pair.mentee.all('help-requests')).toEqual([])
    expect(await pair.organiser.all('help-requests')).toHaveLength(1)
  })

  it('asked late on a Friday, an answer is due on Wednesday', async () => {
    const { house, pair } = await form()
    house.now += 4 * DAY_MS + 9 * 3_600_000
    const { json } = await ask(pair.mentor, pair)
    expect(json.due_at).toBe('2026-03-11T23:00:00.000Z')
  })
})

describe('C29: the reader leaves the team', () => {
  it('the programme has no referent any more, what was confided is read by nobody, then by the next one, and the author is told', async () => {
    const { house, pair } = await form()
    await ask(pair.mentor, pair)
    await house.root.delete(`organisers/${REFERENT}`)
    expect((await house.root.get(`${HERE}/referent`)).json).toEqual({ referent: null })
    expect(await pair.organiser.all('help-requests')).toEqual([])
    await house.tick()
    house.mails = []
    house.now += DAY_MS
    await house.root.put(`${HERE}/referent`, { email: 'organiser@armorique.example' })
    const [read] = await pair.organiser.all('help-requests')
    expect(read).toMatchObject({ person: 'M1', due_at: '2026-03-06T23:00:00.000Z' })
    await house.tick()
    expect(house.mails.map(({ to }) => to)).toEqual([addressOf('M1')])
    expect(house.mails[0]?.text).toContain('organiser@armorique.example')
  })

  it('whoever becomes a consultant or a correspondent reads no more', async () => {
    const { house, pair, referent } = await form()
    await ask(pair.mentor, pair)
    await house.root.put(`organisers/${REFERENT}`, { role: 'consultant' })
    expect((await house.root.get(`${HERE}/referent`)).json).toEqual({ referent: null })
    expect((await referent.get('help-requests')).status).toBe(403)
  })

  it('another referent is named: what was confided to the first stays theirs', async () => {
    const { house, pair, referent } = await form()
    await ask(pair.mentor, pair)
    await house.root.put(`${HERE}/referent`, { email: 'organiser@armorique.example' })
    expect(await referent.all('help-requests')).toHaveLength(1)
    expect(await pair.organiser.all('help-requests')).toEqual([])
  })

  it('only somebody of the team who organises or coaches can be the referent', async () => {
    const { house, pair } = await form()
    for (const email of [addressOf('M1'), 'nobody@armorique.example']) {
      const answer = await pair.organiser.put(`${HERE}/referent`, { email })
      expect([answer.status, answer.json.errors[0].pointer]).toEqual([422, '/email'])
    }
    await house.root.put('organisers/conseil@armorique.example', { role: 'consultant' })
    expect(
      (await pair.organiser.put(`${HERE}/referent`, { email: 'conseil@armorique.example' })).status,
    ).toBe(422)
  })
})
