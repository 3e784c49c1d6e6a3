import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '#domain/local-time.ts'
import { addressOf } from '#test/cohort.ts'
import { type Client, House } from '#test/house.ts'
import { type FormedPair, formPair } from '#test/pair.ts'

const HERE = 'programmes/regards-croises'
const TEAM = ['team@armorique.example', 'referent@armorique.example', 'coach@armorique.example']
const ABOUT_TROUBLE =
  /first date|next date|right rhythm|your sessions with|quarter of an hour|première date|prochaine date|bon rythme|vos séances avec|quart d’heure/i

interface Scene {
  house: House
  pair: FormedPair
  /** Somebody who merely organises. */
  organiser: Client
  referent: Client
  coach: Client
}

/** A pair that begins on a Monday morning, in a programme with a referent; a coach stands ready. */
async function beginPair({ referent = true, mentors = 1 } = {}): Promise<Scene> {
  const house = new House()
  const pair = await formPair(house, {
    mentors,
    mentees: mentors,
    programme: { ends_on: '2026-12-31' },
  })
  for (const email of TEAM) await house.root.put(`organisers/${email}`)
  await house.root.put(`organisers/${TEAM[2]}`, { role: 'coach' })
  if (referent) {
    const named = await house.root.put(`${HERE}/referent`, { email: TEAM[1] })
    expect(named.status).toBe(200)
  }
  const [organiser, named, coach] = [
    await house.enter(TEAM[0] as string),
    await house.enter(TEAM[1] as string),
    await house.enter(TEAM[2] as string),
  ]
  await house.tick()
  house.mails.length = 0
  return { house, pair, organiser, referent: named, coach }
}

/** Lets days go by; the timetable runs at the end. */
async function pass(house: House, days: number): Promise<void> {
  house.now += days * DAY_MS
  await house.tick()
}

async function plan({ house, pair }: Scene, days: number): Promise<string> {
  const asked = await pair.mentor.post(`pairs/${pair.id}/sessions`, {
    starts_at: new Date(house.now + days * DAY_MS).toISOString(),
    minutes: 60,
  })
  expect(asked.status, asked.text).toBe(201)
  const accepted = await pair.mentee.post(`sessions/${asked.json.id}/acceptance`)
  expect(accepted.status, accepted.text).toBeLessThan(300)
  return asked.json.id
}

/** A session of tomorrow is held, logged and confirmed. */
async function meet(scene: Scene): Promise<string> {
  const { house, pair } = scene
  const id = await plan(scene, 1)
  house.now += DAY_MS + 2 * HOUR_MS
  const logged = await pair.mentor.post(`sessions/${id}/log`, { held: true, minutes: 60 })
  expect(logged.status, logged.text).toBeLessThan(300)
  await pair.mentee.post(`sessions/${id}/confirmation`, { agrees: true })
  return id
}

/** The same, and both say how it was. */
async function tell(
  scene: Scene,
  mentor: Record<string, number> | null,
  mentee: Record<string, number> | null,
): Promise<void> {
  const id = await meet(scene)
  for (const [client, answers] of [
    [scene.pair.mentor, mentor],
    [scene.pair.mentee, mentee],
  ] as const) {
    if (answers === null) continue
    const given = await client.post(`sessions/${id}/pulses`, answers)
    expect(given.status, given.text).toBeLessThan(300)
  }
  await scene.house.tick()
}

const all = (level: number) => ({ PU1: level, PU2: level, PU3: level, PU4: level })

async function troublesOf(client: Client, pair: FormedPair): Promise<Record<string, any>[]> {
  const { json, status } = await client.get(`pairs/${pair.id}/troubles`)
  expect(status).toBe(200)
  return json.items.filter(({ state }: { state: string }) => state === 'open')
}

const kindsFor = async (client: Client, pair: FormedPair) =>
  (await troublesOf(client, pair)).map(({ kind }) => kind).sort()

const subjectsTo = (house: House, person: string) =>
  house.mails
    .filter(({ to, words }) => to === addressOf(person) && ABOUT_TROUBLE.test(words.subject))
    .map(({ words }) => words.subject)

describe('No first session (peers.md D1, domain.md §2.6)', () => {
  it('is seen on the tenth day, for the organisers within three, and both get the same kind words once', async () => {
    const scene = await beginPair()
    const { house, pair, organiser } = scene
    await pass(house, 9)
    expect(await kindsFor(organiser, pair)).toEqual([])
    await pass(house, 1)
    const [trouble] = await troublesOf(organiser, pair)
    expect(trouble).toMatchObject({
      kind: 'no-first-session',
      owner: 'organiser',
      side: null,
      closable: true,
    })
    expect(Date.parse(trouble?.due_at) - Date.parse(trouble?.created_at)).toBe(3 * DAY_MS)

    await pass(house, 3)
    for (const person of ['M1', 'X1']) expect(subjectsTo(house, person), person).toHaveLength(1)
    const mail = house.mails.find(({ words }) => ABOUT_TROUBLE.test(words.subject))
    expect(mail?.text).toContain(`/fr/me/pairs/${pair.id}/#sessions`)
  })

  it('goes away when a session is planned', async () => {
    const scene = await beginPair()
    await pass(scene.house, 11)
    expect(await kindsFor(scene.organiser, scene.pair)).toEqual(['no-first-session'])
    await plan(scene, 3)
    await scene.house.tick()
    expect(await kindsFor(scene.organiser, scene.pair)).toEqual([])
    const { json } = await scene.organiser.get(`pairs/${scene.pair.id}/troubles`)
    expect(json.items).toMatchObject([{ kind: 'no-first-session', state: 'resolved' }])
  })

  it('does not count the days of a break, and a pair that takes one has no trouble (C30)', async () => {
    const { house, pair, organiser } = await beginPair()
    await pass(house, 4)
    const until = new Date(house.now + 20 * DAY_MS).toISOString().slice(0, 10)
    const asked = await pair.mentor.post(`pairs/${pair.id}/pause`, { until })
    expect(asked.status, asked.text).toBeLessThan(400)
    await pass(house, 18)
    expect(await kindsFor(organiser, pair)).toEqual([])
    const back = await pair.mentor.post(`pairs/${pair.id}/return`, {})
    expect(back.status, back.text).toBeLessThan(400)
    await pass(house, 5)
    expect(await kindsFor(organiser, pair)).toEqual([])
    await pass(house, 1.1)
    expect(await kindsFor(organiser, pair)).toEqual(['no-first-session'])
  })
})

describe('Silence (peers.md D1)', () => {
  it('is seen 35 days after the last session, and both are asked for a next date', async () => {
    const scene = await beginPair()
    await meet(scene)
    await pass(scene.house, 34)
    expect(await kindsFor(scene.organiser, scene.pair)).toEqual([])
    await pass(scene.house, 1)
    expect(await troublesOf(scene.organiser, scene.pair)).toMatchObject([
      { kind: 'silence', owner: 'organiser', side: null },
    ])
    await pass(scene.house, 3)
    for (const person of ['M1', 'X1']) expect(subjectsTo(scene.house, person)).toHaveLength(1)
  })
})

describe('Two cancellations in a row (domain.md §2.6, peers.md B13)', () => {
  it('helps the side that cancelled to find a rhythm and asks the other for patience, without blame', async () => {
    const scene = await beginPair()
    const { house, pair, organiser } = scene
    for (let n = 0; n < 2; n++) {
      const id = await plan(scene, 3)
      const cancelled = await pair.mentee.post(`sessions/${id}/cancellation`)
      expect(cancelled.status, cancelled.text).toBeLessThan(300)
      await house.tick()
      expect(await kindsFor(organiser, pair)).toEqual(n === 0 ? [] : ['cancellations'])
    }
    expect((await troublesOf(organiser, pair))[0]).toMatchObject({ side: 'mentee', owner: 'organiser' })
    expect((await troublesOf(house.root, pair))[0]).toMatchObject({ side: null })
    await pass(house, 1)
    expect(subjectsTo(house, 'X1')[0]).toMatch(/rhythm|rythme/)
    const other = house.mails.filter(
      ({ to, words }) => to === addressOf('M1') && ABOUT_TROUBLE.test(words.subject),
    )
    expect(other).toHaveLength(1)
    expect(other[0]?.text).not.toMatch(/cancel|annul/i)
  })
})

describe('Trouble that pulses tell of (P34, peers.md B13, questionnaires.md §9)', () => {
  const ONE_WAY = [
    { PU1: 4, PU2: 4, PU3: 0, PU4: 4, PUF: 4 },
    { PU1: 4, PU2: 4, PU3: 4, PU4: 0, PUF: 4 },
  ] as const
  const FINE = { ...all(4), PUF: 4 }

  const stories: Record<string, (scene: Scene) => Promise<void>> = {
    'lopsided: learning goes one way twice (P34)': async (scene) => {
      await tell(scene, ...ONE_WAY)
      await tell(scene, ...ONE_WAY)
    },
    'disagreement: one rates high, the other low (peers.md B13)': async (scene) => {
      await tell(scene, FINE, FINE)
      await tell(scene, { ...all(4) }, { ...all(4), PU1: 1 })
    },
    'misfit: no common ground after session 1 (C29)': (scene) => tell(scene, FINE, { ...all(3), PUF: 1 }),
    'drift: health falls from session to session (questionnaires.md §9)': async (scene) => {
      await tell(scene, FINE, FINE)
      await tell(scene, all(1), all(1))
      await tell(scene, all(1), all(1))
    },
  }

  for (const [story, live] of Object.entries(stories)) {
    const kind = story.slice(0, story.indexOf(':'))
    it(story, async () => {
      const scene = await beginPair()
      const { house, pair, organiser, referent, coach } = scene
      await live(scene)
      const known = await troublesOf(referent, pair)
      expect(known.map((one) => one.kind)).toEqual([kind])
      expect(known[0]).toMatchObject({ owner: 'referent', closable: true })

      const heard = await troublesOf(organiser, pair)
      expect(heard).toMatchObject([{ kind: 'listening', side: null, owner: 'referent', closable: false }])
      expect(JSON.stringify(heard)).not.toContain(kind)
      expect(heard[0]?.title.en).toBe('A talk would help')
      expect(Date.parse(heard[0]?.due_at) - Date.parse(heard[0]?.created_at)).toBe(3 * DAY_MS)
      expect(await kindsFor(house.root, pair)).toEqual([])
      expect(await kindsFor(coach, pair)).toEqual([])
      expect((await pair.mentor.get(`pairs/${pair.id}/troubles`)).status).toBe(403)

      await pass(house, 4)
      expect(house.mails.filter(({ words }) => ABOUT_TROUBLE.test(words.subject))).toEqual([])
      const events = await house.db.all<{ data: string }>(
        sql`SELECT data FROM events WHERE type LIKE 'trouble.%'`,
      )
      expect(events.length).toBeGreaterThan(0)
      expect(JSON.stringify(events)).not.toMatch(new RegExp(`${kind}|mentor|mentee|PU`))
    })
  }

  it('is the coach’s where the pair has one, and only its coach sees the type', async () => {
    const scene = await beginPair({ referent: false })
    const { house, pair, coach, organiser } = scene
    const given = await house.root.put(`pairs/${pair.id}/coach`, { email: TEAM[2] })
    expect(given.status, given.text).toBe(200)
    await tell(scene, { ...all(3), PUF: 0 }, null)
    expect(await troublesOf(coach, pair)).toMatchObject([{ kind: 'misfit', side: 'mentor', owner: 'coach' }])
    expect(await kindsFor(organiser, pair)).toEqual(['listening'])
    expect((await coach.get(`${HERE}/troubles`)).json.items).toHaveLength(1)
  })

  it('is heard once by organisers however much there is, and handed to them where nobody reads pulses', async () => {
    const scene = await beginPair({ referent: false })
    const { house, pair, organiser, referent } = scene
    await tell(scene, { ...all(4), PUF: 4 }, { ...all(0), PUF: 0 })
    const rows = await house.db.all<{ kind: string }>(sql`SELECT kind FROM troubles WHERE state = 'open'`)
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['disagreement', 'misfit'])
    const [heard, ...more] = await troublesOf(organiser, pair)
    expect(more).toEqual([])
    expect(heard).toMatchObject({ kind: 'listening', owner: 'organiser', closable: true })

    const closed = await organiser.post(`troubles/${heard?.id}/closure`, { outcome: 'We spoke with both.' })
    expect(closed.json).toMatchObject({ kind: 'listening', state: 'handled', outcome: 'We spoke with both.' })
    expect(await kindsFor(organiser, pair)).toEqual([])
    await house.root.put(`${HERE}/referent`, { email: TEAM[1] })
    await pass(house, 2)
    expect(await kindsFor(referent, pair)).toEqual([])
  })

  it('two signs at once are one talk: nobody is invited to it twice', async () => {
    const scene = await beginPair()
    const { house, pair, referent } = scene
    await tell(scene, { ...all(4), PUF: 4 }, { ...all(0), PUF: 0 })
    const [one, other] = await troublesOf(referent, pair)
    expect([one?.kind, other?.kind].sort()).toEqual(['disagreement', 'misfit'])
    const wordsOf = async (id: string) => (await referent.get(`troubles/${id}/words`)).json.items.length
    expect([await wordsOf(one?.id), await wordsOf(other?.id)]).toEqual([2, 2])

    const close = (id: string) => referent.post(`troubles/${id}/closure`, { outcome: 'Un mot.', write: true })
    expect((await close(one?.id)).status).toBe(200)
    expect(await wordsOf(other?.id), 'what is shown beforehand is what leaves').toBe(0)
    expect((await close(other?.id)).status).toBe(200)
    await pass(house, 1)
    const invited = house.mails.filter(({ words }) => ABOUT_TROUBLE.test(words.subject))
    expect(new Set(invited.map(({ to }) => to)).size).toBe(2)
    expect(invited).toHaveLength(2)
  })

  it('is handed over when a referent is named', async () => {
    const scene = await beginPair({ referent: false })
    const { house, pair, organiser } = scene
    await tell(scene, { ...all(3), PUF: 0 }, null)
    expect((await troublesOf(organiser, pair))[0]?.owner).toBe('organiser')
    await house.root.put(`${HERE}/referent`, { email: TEAM[1] })
    await house.tick()
    expect((await troublesOf(organiser, pair))[0]).toMatchObject({ owner: 'referent', closable: false })
  })
})

describe('Help (C29)', () => {
  it('is for the reader who was named, by the day promised; nobody else learns which pair it is about', async () => {
    const { house, pair, organiser, referent } = await beginPair()
    const asked = await pair.mentor.post('help-requests', {
      pair: pair.id,
      text: 'Quetzalcoatl, entre nous.',
    })
    expect(asked.status, asked.text).toBe(201)
    await house.tick()
    const [trouble] = await troublesOf(referent, pair)
    expect(trouble).toMatchObject({ kind: 'help', owner: 'referent', side: null, closable: false })
    expect(trouble?.due_at).toBe(asked.json.due_at)
    expect(JSON.stringify(trouble)).not.toContain('Quetzalcoatl')
    for (const client of [organiser, house.root]) expect(await kindsFor(client, pair)).toEqual([])
    expect((await referent.post(`troubles/${trouble?.id}/closure`, { outcome: 'done' })).status).toBe(409)
    expect((await organiser.get(`troubles/${trouble?.id}/words`)).status).toBe(404)
    expect(house.mails.filter(({ to }) => to === addressOf('X1'))).toEqual([])

    const answered = await referent.post(`help-requests/${asked.json.id}/closure`, { outcome: 'We talked.' })
    expect(answered.status, answered.text).toBeLessThan(300)
    await house.tick()
    expect(await kindsFor(referent, pair)).toEqual([])
  })
})

describe('What the team does about it', () => {
  it('reads the words first, in both languages, sends them once, and is left in peace for fourteen days', async () => {
    const { house, pair, organiser } = await beginPair()
    await pass(house, 12)
    // It opened on a Saturday: the first words leave on Monday.
    await pass(house, 2)
    const [trouble] = await troublesOf(organiser, pair)
    const { json: words } = await organiser.get(`troubles/${trouble?.id}/words`)
    expect(words.items.map(({ to }: any) => to.role)).toEqual(['mentor', 'mentee'])
    expect(words.items[0].fr.subject).toBe('Peut-on vous aider à trouver une première date\u00a0?')
    expect(words.items[0].en.paragraphs.join(' ')).toContain('Executive1')
    house.mails.length = 0

    const closure = { outcome: 'Called the assistant.', write: true }
    const closed = await organiser.post(`troubles/${trouble?.id}/closure`, closure)
    expect(closed.json).toMatchObject({ state: 'handled', outcome: 'Called the assistant.' })
    expect((await organiser.post(`troubles/${trouble?.id}/closure`, closure)).status).toBe(200)
    const other = await organiser.post(`troubles/${trouble?.id}/closure`, { outcome: 'Something else.' })
    expect(other.json.type).toContain('closed')
    await house.tick()
    const sent = house.mails.filter(({ words }) => /première date|first date/.test(words.subject))
    expect(sent.map(({ to }) => to).sort()).toEqual([addressOf('M1'), addressOf('X1')])

    const before = house.mails.length
    await pass(house, 13)
    expect(await kindsFor(organiser, pair)).toEqual([])
    expect(house.mails.slice(before).filter(({ words }) => ABOUT_TROUBLE.test(words.subject))).toEqual([])
    await pass(house, 1)
    expect(await kindsFor(organiser, pair)).toEqual(['no-first-session'])
  })

  it('writes the same words to both about whatever pulses say, and only when the referent decides so', async () => {
    const scene = await beginPair()
    const { house, pair, referent, organiser } = scene
    await tell(scene, { ...all(4), PUF: 4 }, { ...all(3), PUF: 0 })
    const [trouble] = await troublesOf(referent, pair)
    const refused = await organiser.post(`troubles/${trouble?.id}/closure`, { write: true })
    expect(refused.status).toBe(403)
    house.mails.length = 0
    const outcome = 'Xochitl wants another topic.'
    await referent.post(`troubles/${trouble?.id}/closure`, { outcome, write: true })
    await house.tick()
    const sent = house.mails.filter(({ words }) => ABOUT_TROUBLE.test(words.subject))
    const bodies = sent.map(({ to, text }) => ({
      to,
      text: text.replaceAll('Executive1', 'NAME').replaceAll('Junior1', 'NAME'),
    }))
    expect(bodies.map(({ to }) => to).sort()).toEqual([addressOf('M1'), addressOf('X1')])
    expect(bodies[0]?.text).toBe(bodies[1]?.text)
    const past = await referent.get(`pairs/${pair.id}/troubles`)
    expect(past.text).toContain(outcome)
    expect((await organiser.get(`pairs/${pair.id}/troubles`)).json.items).toEqual([])
  })

  it('is nobody’s in the pair: an organiser who takes part does not see what troubles a pair of theirs', async () => {
    const { house, pair } = await beginPair()
    await house.root.put(`organisers/${addressOf('X1')}`)
    await pass(house, 10)
    const both = await house.enter(addressOf('X1'))
    expect(await kindsFor(both, pair)).toEqual([])
    expect((await both.get(`${HERE}/troubles`)).json.items).toEqual([])
  })

  it('is resolved when the pair ends', async () => {
    const { house, pair, organiser } = await beginPair()
    await pass(house, 10)
    expect(await kindsFor(organiser, pair)).toHaveLength(1)
    const parted = await pair.mentor.post(`pairs/${pair.id}/separation`, {})
    expect(parted.status, parted.text).toBeLessThan(400)
    await house.tick()
    expect(await kindsFor(organiser, pair)).toEqual([])
  })
})

describe('Thousands of pairs', () => {
  it('are looked at page by page, a hundred changes at a time, and the next look goes on where this one stopped', async () => {
    const { house, pair } = await beginPair()
    // Their ids come before those of any other pair, so that the real one lies on the third page.
    await house.db.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
      INSERT INTO pairs (id, programme_id, proposal_id, mentor_id, mentee_id, state, started_at, exposed, version)
      SELECT 'pai_-' || i, programme_id, 'pro_-' || i, 'par_a' || i, 'par_b' || i, 'active', started_at, 0, 1
      FROM pairs, n WHERE pairs.id = ${pair.id}`)
    await house.db.run(sql`
      INSERT INTO pair_sessions (id, programme_id, pair_id, state, starts_at, minutes, proposed_by, version, created_at, updated_at)
      SELECT 'ses_-' || id, programme_id, id, 'planned', ${house.now + 20 * DAY_MS}, 60, mentor_id, 1, started_at, started_at
      FROM pairs WHERE id LIKE 'pai_-%' AND CAST(substr(id, 6) AS INTEGER) > 110`)
    const opened = async () => {
      const rows = await house.db.all<{ pair_id: string }>(
        sql`SELECT pair_id FROM troubles WHERE state = 'open' AND kind = 'no-first-session'`,
      )
      return new Set(rows.map(({ pair_id }) => pair_id))
    }
    await pass(house, 10)
    expect((await opened()).size).toBe(100)
    await pass(house, 0)
    const known = await opened()
    expect(known.size).toBe(111)
    expect(known.has(pair.id)).toBe(true)
  })
})
