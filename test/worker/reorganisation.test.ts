import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeSignUp } from '#test/makers.ts'

const DAY_MS = 86_400_000

const JUNIOR = { given_name: 'Junior1', grade_rank: 1, email: addressOf('M1'), manager: 'SIDE' }
const EXECUTIVE = { given_name: 'Executive1', grade_rank: 7, email: addressOf('X1'), manager: 'HEAD' }

async function revealed(programme: Record<string, unknown> = {}) {
  const house = new House()
  await gatherCohort(house, { programme })
  const [proposal] = await matchAndApprove(house)
  const mentor = await house.session(addressOf('M1'))
  const mentee = await house.session(addressOf('X1'))
  const put = (id: string, employee: Record<string, unknown>) =>
    house.root.put(`employees/${id}`, makeEmployee(employee))
  const accept = async () => {
    await mentor.post(`proposals/${proposal?.id}/acceptance`)
    await mentee.post(`proposals/${proposal?.id}/acceptance`)
  }
  return { house, mentor, mentee, put, accept, id: proposal?.id as string }
}

/** A pair that meets, with one organiser to be told. */
async function paired() {
  const found = await revealed()
  await found.accept()
  await found.house.root.put('organisers/team@armorique.example')
  await found.house.root.put('organisers/coach@armorique.example')
  await found.house.db.run(
    sql`UPDATE organisers SET role = 'coach' WHERE email_key = 'coach@armorique.example'`,
  )
  await found.house.tick()
  found.house.mails.length = 0
  return found
}

async function pairOf(house: House) {
  const [pair] = await house.root.all('pairs')
  return pair as Record<string, any>
}

async function typesOf(house: House): Promise<string[]> {
  return (await house.root.all('events')).map(({ type }) => type).filter((type) => type.startsWith('pair.'))
}

describe('a reorganisation that puts a pair into one reporting line', () => {
  it('suspends it at once, and both people and the organisers read it in kind words', async () => {
    const { house, put } = await paired()
    await put('M1', { ...JUNIOR, manager: 'X1' })
    expect(await pairOf(house)).toMatchObject({ state: 'suspended', ended_at: null })
    await house.tick()
    expect(house.mails.map(({ to }) => to).sort()).toEqual([
      'm1@armorique.example',
      'team@armorique.example',
      'x1@armorique.example',
    ])
    for (const mail of house.mails) expect(mail.text).not.toMatch(/responsable|supérieur|manager|X1|M1\b/)
    const toMentor = house.mails.find(({ to }) => to === 'm1@armorique.example')
    expect(toMentor?.text).toContain('Personne n’y est pour rien')
    expect(toMentor?.text).toContain('Executive1')
    const toTeam = house.mails.find(({ to }) => to === 'team@armorique.example')
    expect(toTeam?.text).toMatch(/Junior1.*Executive1/)
    expect(toTeam?.text).toContain('/fr/console/programme/?p=regards-croises')
  })

  it('is written once, however often everything is looked at again', async () => {
    const { house, put } = await paired()
    await put('M1', { ...JUNIOR, manager: 'X1' })
    await house.tick()
    const [mails, events] = [house.mails.length, (await house.root.all('events')).length]
    await put('X1', { ...EXECUTIVE, site: 'Quimper', grade_rank: 8 })
    await Promise.all([house.deliver([{ job: 'recheck', id: '' } as never]), house.tick()])
    await house.tick()
    expect(house.mails).toHaveLength(mails)
    expect(await house.root.all('events')).toHaveLength(events)
    expect(await typesOf(house)).toEqual(['pair.started', 'pair.suspended'])
  })

  it('ends by itself when the line is gone: the pair resumes, and everybody is told; as often as it happens', async () => {
    const { house, put } = await paired()
    for (const round of [1, 2]) {
      await put('M1', { ...JUNIOR, manager: 'X1' })
      expect((await pairOf(house)).state).toBe('suspended')
      await put('M1', JUNIOR)
      expect((await pairOf(house)).state).toBe('active')
      await house.tick()
      const subjects = house.mails
        .filter(({ to }) => to === 'x1@armorique.example')
        .map(({ words }) => words.subject)
      expect(subjects.filter((subject) => /pause/.test(subject))).toHaveLength(round)
      expect(subjects.filter((subject) => /reprend/.test(subject))).toHaveLength(round)
    }
    const rows = await house.db.all<{ state: string; suspended_at: number | null }>(
      sql`SELECT state, suspended_at FROM pairs`,
    )
    expect(rows).toEqual([{ state: 'active', suspended_at: null }])
  })

  it('tells the team once an hour about a programme, and the two people each time', async () => {
    const { house, put } = await paired()
    const turn = async (manager: string) => {
      await put('M1', { ...JUNIOR, manager })
      await house.tick()
    }
    const told = (to: string) =>
      house.mails.filter((mail) => mail.to === to && /pause/.test(mail.words.subject))
    for (const manager of ['X1', 'SIDE', 'X1']) await turn(manager)
    expect([told('m1@armorique.example').length, told('team@armorique.example').length]).toEqual([2, 1])
    house.now += 3_600_000
    for (const manager of ['SIDE', 'X1']) await turn(manager)
    expect([told('m1@armorique.example').length, told('team@armorique.example').length]).toEqual([3, 2])
  })

  it('suspends pairs far below whoever moved', async () => {
    const { house, put } = await paired()
    await put('SIDE', { given_name: 'Ewen', grade_rank: 5, manager: 'HEAD', dotted_managers: ['X1'] })
    expect((await pairOf(house)).state).toBe('active')
    await house.tick()
    expect((await pairOf(house)).state).toBe('suspended')
  })

  it('keeps the two talking: each still reads the other’s address, and that the pair is on hold', async () => {
    const { house, put, mentor } = await paired()
    await put('M1', { ...JUNIOR, manager: 'X1' })
    await house.tick()
    expect((await mentor.get('/fr/me/')).text).toContain('Votre binôme est en pause')
    const [pair] = await house.root.all('pairs')
    const page = (await mentor.get(`/fr/me/pairs/${pair?.id}/`)).text
    expect(page).toContain('Votre binôme est en pause')
    expect(page).toContain('mailto:x1@armorique.example')
    expect(page).not.toContain('Binôme terminé')
  })

  it('keeps both places: neither is proposed to somebody else meanwhile', async () => {
    const { house, put } = await paired()
    await put('M1', { ...JUNIOR, manager: 'X1' })
    await put('X2', { ...EXECUTIVE, given_name: 'Executive2', email: addressOf('X2') })
    await house.root.post(
      'programmes/regards-croises/sign-ups',
      makeSignUp('mentee', 'X2', makeMenteeAnswers()),
    )
    const run = await house.root.post('programmes/regards-croises/match-runs')
    await house.tick()
    expect((await house.root.get(`match-runs/${run.json.id}`)).json).toMatchObject({
      state: 'completed',
      matched: 0,
    })
  })

  it('a departure ends a suspended pair for good', async () => {
    const { house, put } = await paired()
    await put('M1', { ...JUNIOR, manager: 'X1' })
    await put('X1', { ...EXECUTIVE, active: false })
    expect(await pairOf(house)).toMatchObject({ state: 'ended' })
    await put('M1', JUNIOR)
    await put('X1', EXECUTIVE)
    await house.tick()
    expect(await pairOf(house)).toMatchObject({ state: 'ended' })
    expect(await typesOf(house)).toEqual(['pair.started', 'pair.suspended', 'pair.ended'])
  })

  it('who leaves the programme ends the pair, suspended or not', async () => {
    const { house, put } = await paired()
    await put('M1', { ...JUNIOR, manager: 'X1' })
    await house.db.run(
      sql`UPDATE participants SET state = 'withdrawn', version = version + 1 WHERE role = 'mentee'`,
    )
    await house.tick()
    expect((await pairOf(house)).state).toBe('ended')
  })
})

describe('a day that HR announced', () => {
  it('makes the new managers the reporting line at midnight in Paris, suspends the pair, and another day frees it', async () => {
    const { house, put } = await paired()
    await put('M1', {
      ...JUNIOR,
      moves: [
        { effective_on: '2026-03-05', manager: 'X1' },
        { effective_on: '2026-03-20', manager: 'SIDE', dotted_managers: ['HEAD'] },
      ],
    })
    house.now = Date.parse('2026-03-04T22:59:00Z')
    await house.tick()
    expect((await pairOf(house)).state).toBe('active')
    house.now = Date.parse('2026-03-04T23:00:00Z')
    await house.tick()
    expect((await pairOf(house)).state).toBe('suspended')
    expect((await house.root.get('employees/M1')).json).toMatchObject({
      manager: 'X1',
      moves: [{ effective_on: '2026-03-20', manager: 'SIDE', dotted_managers: ['HEAD'] }],
    })
    house.now = Date.parse('2026-03-20T09:00:00Z')
    await house.tick()
    expect((await pairOf(house)).state).toBe('active')
    expect((await house.root.get('employees/M1')).json).toMatchObject({
      manager: 'SIDE',
      dotted_managers: ['HEAD'],
      moves: [],
    })
  })

  it('is applied once: a second tick writes nothing', async () => {
    const { house, put } = await paired()
    await put('M1', { ...JUNIOR, moves: [{ effective_on: '2026-03-05', manager: 'HEAD' }] })
    house.now = Date.parse('2026-03-05T06:00:00Z')
    await house.tick()
    const rows = () =>
      house.db.all(
        sql`SELECT (SELECT count(*) FROM events) AS events, (SELECT sum(version) FROM people) AS versions`,
      )
    const before = await rows()
    await house.tick()
    expect(await rows()).toEqual(before)
  })

  it('people who change places do so whole, also where more of them move than one commit takes', async () => {
    const house = new House()
    // 700 chiefs and their 700 deputies change places; by id, each chief comes far from the deputy.
    const everybody = sql.raw(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 699),
      everybody(reference, manager, next) AS (
        SELECT 'CHIEF' || i, 'HEAD', 'DEPUTY' || i FROM n UNION ALL SELECT 'DEPUTY' || i, 'CHIEF' || i, 'HEAD' FROM n)`)
    await house.db.run(sql`${everybody}
      INSERT INTO people (id, external_id, given_name, family_name, relation, active, version, created_at, updated_at)
      SELECT 'per_' || reference, reference, 'Maëlle', 'Kerdoncuff', 'employee', 1, 1, 0, 0 FROM everybody`)
    await house.db.run(sql`${everybody}
      INSERT INTO reporting_lines (person, manager, kind) SELECT reference, manager, 'line' FROM everybody`)
    await house.db.run(sql`${everybody}
      INSERT INTO reporting_moves (person, effective_on, manager, dotted_managers)
      SELECT reference, '2026-03-05', next, '[]' FROM everybody`)
    house.now = Date.parse('2026-03-05T06:00:00Z')
    await house.tick()
    const lines = await house.db.all<{ person: string; manager: string }>(
      sql`SELECT person, manager FROM reporting_lines ORDER BY person`,
    )
    expect(lines).toHaveLength(1400)
    for (const { person, manager } of lines) {
      expect(manager).toBe(person.startsWith('CHIEF') ? person.replace('CHIEF', 'DEPUTY') : 'HEAD')
    }
    const left = await house.db.all(
      sql`SELECT 1 FROM reporting_moves UNION ALL SELECT 1 FROM people WHERE version <> 2`,
    )
    expect(left).toEqual([])
  })

  it('a last day in the company ends the pair the day after, with the session of whoever left', async () => {
    const { house, put, mentor } = await paired()
    await put('M1', { ...JUNIOR, leaves_on: '2026-03-31' })
    house.now = Date.parse('2026-03-31T20:00:00Z')
    await house.tick()
    expect((await pairOf(house)).state).toBe('active')
    house.now = Date.parse('2026-03-31T22:00:00Z')
    await house.tick()
    expect((await pairOf(house)).state).toBe('ended')
    expect((await house.root.get('employees/M1')).json.active).toBe(false)
    expect((await mentor.get('session')).status).toBe(401)
  })
})

describe('what changes between a proposal and its acceptance', () => {
  it('a dotted line is as good as any: there is no pair', async () => {
    const { house, put, accept } = await revealed()
    await put('X1', { ...EXECUTIVE, dotted_managers: ['M1'] })
    await accept()
    expect(await house.root.all('pairs')).toEqual([])
  })

  it('a manager nobody bears yet closes the chain the day they arrive', async () => {
    const { house, put, accept } = await revealed()
    await put('M1', { ...JUNIOR, manager: 'COMING' })
    await house.tick()
    await put('COMING', { given_name: 'Gwenaëlle', grade_rank: 5, manager: 'X1' })
    await accept()
    expect(await house.root.all('pairs')).toEqual([])
  })

  it('and suspends the pair that came before the manager did', async () => {
    const { house, put, accept } = await revealed()
    await put('M1', { ...JUNIOR, manager: 'COMING' })
    await house.tick()
    await accept()
    expect((await pairOf(house)).state).toBe('active')
    await put('COMING', { given_name: 'Gwenaëlle', grade_rank: 5, manager: 'X1' })
    await house.tick()
    expect((await pairOf(house)).state).toBe('suspended')
  })

  it('a move that comes into force meanwhile counts, and the proposal lapses like any other', async () => {
    const { house, put, accept, id } = await revealed()
    await put('M1', { ...JUNIOR, moves: [{ effective_on: '2026-03-03', manager: 'X1' }] })
    house.now += DAY_MS
    await house.tick()
    await accept()
    expect(await house.root.all('pairs')).toEqual([])
    house.now += 8 * DAY_MS
    await house.tick()
    const lapsed = (await house.root.all('events')).filter(({ type }) => type === 'proposal.lapsed')
    expect(lapsed.map(({ data }) => data.proposal)).toEqual([id])
  })

  it('a line of seven levels is a line', async () => {
    const { house, put, accept } = await revealed()
    for (let level = 1; level <= 6; level++) {
      await put(`L${level}`, { grade_rank: 5, manager: level === 6 ? 'X1' : `L${level + 1}` })
    }
    await put('M1', { ...JUNIOR, manager: 'L1' })
    await accept()
    expect(await house.root.all('pairs')).toEqual([])
    await put('L6', { grade_rank: 5, manager: 'HEAD' })
    const mentor = await house.session(addressOf('M1'))
    expect((await mentor.get('/fr/me/')).status).toBe(200)
  })

  it('somebody known by id who is then named by HR keeps their line', async () => {
    const { house, put } = await revealed({ externals_allowed: true })
    const [row] = await house.db.all<{ id: string }>(sql`SELECT id FROM people WHERE external_id = 'X1'`)
    await house.db.run(sql`UPDATE people SET external_id = NULL WHERE external_id = 'X1'`)
    await put('M1', { ...JUNIOR, manager: row?.id })
    await put('X1', EXECUTIVE)
    expect((await house.root.get('employees/M1')).json.manager).toBe('X1')
    const [proposal] = await house.db.all<{ id: string }>(sql`SELECT id FROM proposals`)
    const [mentor, mentee] = [await house.session(addressOf('M1')), await house.session(addressOf('X1'))]
    await mentor.post(`proposals/${proposal?.id}/acceptance`)
    await mentee.post(`proposals/${proposal?.id}/acceptance`)
    expect(await house.root.all('pairs')).toEqual([])
  })
})
