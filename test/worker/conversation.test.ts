import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeMenteeAnswers, makeMentorAnswers, makeSignUp } from '#test/makers.ts'

const DOOR = 'programmes/regards-croises/sign-ups'
const TALKS = 'programmes/regards-croises/conversations'
const UNSURE = makeMenteeAnswers({ NEED1: 0, NEED2: 1 })
const HESITANT = makeMentorAnswers({ MS1: 2, MS2: 2, MS3: 3, MS4: 2 })

async function gather(): Promise<House> {
  const house = new House()
  await gatherCohort(house, { mentorAnswers: HESITANT, menteeAnswers: UNSURE })
  return house
}

describe('a low answer leads to a talk, never to a refusal by the machine', () => {
  it('P32: low on both needs, the person is in, matched like anybody, and an organiser is given something to do', async () => {
    const house = await gather()
    const talks = await house.root.all(TALKS)
    expect(talks.find(({ role }: any) => role === 'mentee')).toMatchObject({
      person: 'X1',
      given_name: 'Executive1',
      reasons: ['need'],
      state: 'open',
    })
    const states = (await house.root.all('programmes/regards-croises/participants')).map(
      ({ state }: any) => state,
    )
    expect(states).toEqual(['active', 'active'])
    await house.tick()
    expect((await newestRun(house)).matched).toBe(1)
  })

  it('P25, C4: a mentor low on passing things on is offered a talk, and not one answer is shown', async () => {
    const house = await gather()
    const [talk] = (await house.root.all(TALKS)).filter(({ role }: any) => role === 'mentor')
    expect(talk).toMatchObject({ person: 'M1', reasons: ['posture'] })
    expect(JSON.stringify(talk)).not.toMatch(/MS[1-6]|NEED|"answers"|score/)
    expect(talk!.why[0].fr).toContain('transmettre')
  })

  it('P33: a mentor who wants to learn nothing is asked for a topic', async () => {
    const house = await gather()
    const answer = await house.root.post(DOOR, makeSignUp('mentor', 'M1', makeMentorAnswers({ WANTS: [] })))
    expect(answer.status).toBe(422)
    expect(answer.json.errors[0].pointer).toMatch(/^\/answers\/WANTS/)
  })

  it('D8: no diploma is asked for, and none would count', async () => {
    const house = await gather()
    const { json } = await house.stranger.get('programmes/regards-croises/questionnaires/mentor')
    const labels = json.blocks.flatMap(({ questions }: any) => questions.map(({ label }: any) => label))
    expect(labels.length).toBeGreaterThan(10)
    expect(JSON.stringify(labels)).not.toMatch(/dipl[oô]m|degree|school|école/i)
    const bragging = { ...makeMentorAnswers(), DIPLOMA: 'PhD' }
    const answer = await house.root.post(DOOR, makeSignUp('mentor', 'M1', bragging as never))
    expect(answer.json.errors[0].pointer).toBe('/answers/DIPLOMA')
  })

  it('an organiser writes down that the talk was held; answers that change later leave it so', async () => {
    const house = await gather()
    const organiser = await house.organiser()
    const [talk] = await organiser.all(`${TALKS}?state=open`)
    const closed = await organiser.post(`${TALKS}/${talk!.id}/closure`, {
      state: 'held',
      outcome: 'Commencera par un sujet précis.',
    })
    expect(closed.json).toMatchObject({ state: 'held', outcome: 'Commencera par un sujet précis.' })
    const [person, role] = [talk!.person, talk!.role]
    const calm = role === 'mentor' ? makeMentorAnswers() : makeMenteeAnswers()
    await house.root.post(DOOR, makeSignUp(role, person, calm))
    await house.root.post(DOOR, makeSignUp(role, person, role === 'mentor' ? HESITANT : UNSURE))
    const after = (await organiser.all(TALKS)).find(({ id }: any) => id === talk!.id)
    expect(after).toMatchObject({ state: 'held', outcome: 'Commencera par un sujet précis.' })
  })

  it('answers that no longer call for a talk close an open one, and open it again if they do', async () => {
    const house = await gather()
    const open = async () => (await house.root.all(`${TALKS}?state=open`)).map(({ person }: any) => person)
    expect((await open()).sort()).toEqual(['M1', 'X1'])
    await house.root.post(DOOR, makeSignUp('mentee', 'X1', makeMenteeAnswers()))
    expect(await open()).toEqual(['M1'])
    await house.root.post(DOOR, makeSignUp('mentee', 'X1', UNSURE))
    expect((await open()).sort()).toEqual(['M1', 'X1'])
  })

  it('what happens to a talk is told inside by ids, and nothing of it to the outside', async () => {
    const house = await gather()
    const rows = await house.db.all<{ type: string; data: string; outside: number }>(
      "SELECT type, data, outside FROM events WHERE type LIKE 'conversation.%'",
    )
    expect(rows.map(({ type, outside }) => [type, outside])).toEqual([
      ['conversation.opened', 0],
      ['conversation.opened', 0],
    ])
    expect(JSON.stringify(await house.root.all('events'))).not.toContain('conversation')
  })

  it('a talk of another programme, or of none, is not there', async () => {
    const house = await gather()
    const closure = { state: 'waived', outcome: '' }
    expect((await house.root.post(`${TALKS}/cnv_none/closure`, closure)).status).toBe(404)
    expect((await house.root.get(`${TALKS}?state=secret`)).status).toBe(422)
    const me = await house.session(addressOf('M1'))
    expect((await me.get(TALKS)).status).toBe(403)
  })

  it('P26, P27: the person themselves may read what was noted about them', async () => {
    const house = await gather()
    const me = await house.session(addressOf('X1'))
    const { participations } = (await me.get('me/export')).json
    expect(participations[0].conversation).toMatchObject({ reasons: ['need'], state: 'open' })
  })
})

describe('D15, D16, D17: pride and fear are met with tips, and never measured', () => {
  it('no table has a column for anything psychological', async () => {
    const house = new House()
    const tables = await house.db.all<{ sql: string }>(
      "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL",
    )
    const columns = tables.flatMap(({ sql }) => [...sql.matchAll(/[`"]?(\w+)[`"]? (?:text|integer)/g)])
    expect(columns.length).toBeGreaterThan(100)
    const suspect = columns.filter(([, name]) =>
      /pride|fear|ego_|anxi|stress|psych|personalit|resist|emotion|humil|attitude|motivation|trait/.test(
        name ?? '',
      ),
    )
    expect(suspect).toEqual([])
  })

  it('everybody sees the same tips, whatever they answered, and is offered a coach', async () => {
    const house = await gather()
    const pages = await Promise.all(
      ['M1', 'X1'].map(
        async (person) => (await (await house.session(addressOf(person))).get('/fr/me/')).text,
      ),
    )
    for (const page of pages) {
      expect(page).toContain('Ne pas savoir est le point de départ')
      expect(page).toContain(
        'Un échange avec un coach avant la première séance est proposé à chaque personne',
      )
    }
    for (const role of ['mentor', 'mentee']) {
      const { text } = await house.stranger.get(`programmes/regards-croises/questionnaires/${role}`)
      expect(text).toContain('"COACH"')
    }
  })
})
