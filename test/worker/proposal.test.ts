import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee } from '#test/makers.ts'

const WEEK_MS = 8 * 86_400_000

async function revealed() {
  const house = new House()
  await gatherCohort(house)
  const [proposal] = await matchAndApprove(house)
  const mentor = await house.session(addressOf('M1'))
  const mentee = await house.session(addressOf('X1'))
  return { house, mentor, mentee, id: proposal?.id as string }
}

async function stateOf(house: House): Promise<string> {
  const run = await newestRun(house)
  return (await house.root.all(`match-runs/${run.id}/proposals`))[0]?.state
}

describe('two people answer a proposal', () => {
  it('nobody sees it before the organiser approves; then both do, at the same moment', async () => {
    const house = new House()
    await gatherCohort(house)
    await house.tick()
    const mentor = await house.session(addressOf('M1'))
    expect((await mentor.get('/fr/me/')).text).not.toContain('Executive1')
    const run = await newestRun(house)
    const [draft] = await house.root.all(`match-runs/${run.id}/proposals`)
    expect((await mentor.post(`proposals/${draft?.id}/acceptance`)).status).toBe(404)
    await house.root.post(`match-runs/${run.id}/approval`)
    await house.tick()
    const told = house.mails.filter((mail) => /proposé/.test(mail.words.subject)).map((mail) => mail.to)
    expect(told.sort()).toEqual(['m1@armorique.example', 'x1@armorique.example'])
    const page = (await mentor.get('/fr/me/')).text
    expect(page).toContain('Executive1 Kerdoncuff')
    expect(page).not.toContain('grade')
  })

  it('a pair is born only from two acceptances', async () => {
    const { house, mentor, mentee, id } = await revealed()
    expect((await mentor.post(`proposals/${id}/acceptance`)).status).toBe(204)
    expect(await house.root.all('pairs')).toEqual([])
    expect(await stateOf(house)).toBe('open')
    expect((await mentee.post(`proposals/${id}/acceptance`)).status).toBe(204)
    expect(await house.root.all('pairs')).toMatchObject([{ mentor: 'M1', mentee: 'X1', state: 'active' }])
    expect((await mentee.post(`proposals/${id}/acceptance`)).status).toBe(204)
    expect(await house.root.all('pairs')).toHaveLength(1)
    const [pair] = await house.root.all('pairs')
    expect((await mentor.get(`/en/me/pairs/${pair?.id}/`)).text).toContain('x1@armorique.example')
  })

  it('whoever offers fewer places before the other accepts keeps what they have: the proposal lapses like any other', async () => {
    const { house, mentor, mentee, id } = await revealed()
    await mentor.post(`proposals/${id}/acceptance`)
    await house.db.run(sql`UPDATE participants SET capacity = 0 WHERE role = 'mentor'`)
    expect((await mentee.post(`proposals/${id}/acceptance`)).status).toBe(204)
    expect(await house.root.all('pairs')).toEqual([])
    expect(await stateOf(house)).toBe('open')
    house.now += WEEK_MS
    await house.tick()
    expect(await stateOf(house)).toBe('lapsed')
  })

  it('two people who accept at the same instant are a pair, and neither is turned away', async () => {
    const { house, mentor, mentee, id } = await revealed()
    const answers = await Promise.all(
      [mentor, mentee].map((person) => person.post(`proposals/${id}/acceptance`)),
    )
    expect(answers.map((answer) => answer.status)).toEqual([204, 204])
    expect(await house.root.all('pairs')).toHaveLength(1)
  })

  it('a refusal is seen by nobody; at the deadline both read the same words', async () => {
    const { house, mentor, mentee, id } = await revealed()
    await mentee.post(`proposals/${id}/acceptance`)
    const before = {
      console: (await house.root.get(`match-runs/${(await newestRun(house)).id}/proposals`)).text,
      events: (await house.root.get('events')).text,
      mentee: (await mentee.get('/fr/me/')).text,
    }
    expect((await mentor.post(`proposals/${id}/refusal`)).status).toBe(204)
    expect((await house.root.get(`match-runs/${(await newestRun(house)).id}/proposals`)).text).toBe(
      before.console,
    )
    expect((await house.root.get('events')).text).toBe(before.events)
    expect((await mentee.get('/fr/me/')).text).toBe(before.mentee)
    house.mails.length = 0
    house.now += WEEK_MS
    await house.tick()
    await house.tick()
    expect(await stateOf(house)).toBe('lapsed')
    expect(house.mails.map((mail) => mail.words)).toHaveLength(2)
    expect(house.mails[0]?.words).toEqual(house.mails[1]?.words)
    const events = (await house.root.all('events')).filter((event: any) => event.type.startsWith('proposal'))
    expect(events.map((event: any) => event.type)).toEqual(['proposal.lapsed'])
    expect(JSON.stringify(events)).not.toMatch(/refus|declin/i)
  })

  it('silence until the deadline looks exactly the same', async () => {
    const { house } = await revealed()
    house.mails.length = 0
    house.now += WEEK_MS
    await house.tick()
    await house.tick()
    expect(await stateOf(house)).toBe('lapsed')
    expect(house.mails).toHaveLength(2)
  })

  it('after the deadline no answer is taken', async () => {
    const { house, mentor, id } = await revealed()
    house.now += WEEK_MS
    expect((await mentor.post(`proposals/${id}/acceptance`)).status).toBe(410)
    await house.tick()
    expect((await mentor.post(`proposals/${id}/refusal`)).status).toBe(410)
  })

  it('people who declined each other are never proposed again', async () => {
    const { house, mentor, id } = await revealed()
    await mentor.post(`proposals/${id}/refusal`)
    house.now += WEEK_MS
    await house.tick()
    const again = await house.root.post('programmes/regards-croises/match-runs')
    await house.tick()
    expect((await house.root.get(`match-runs/${again.json.id}`)).json).toMatchObject({
      state: 'completed',
      matched: 0,
    })
  })

  it('somebody else’s proposal does not exist', async () => {
    const { house, id } = await revealed()
    await house.root.put('employees/HEAD', makeEmployee({ email: addressOf('HEAD'), grade_rank: 9 }))
    await house.root.post('programmes/regards-croises/sign-ups', {
      role: 'mentee',
      person: 'HEAD',
      consents: { volunteer: true, charter: true },
      answers: (await import('#test/makers.ts')).makeMenteeAnswers(),
    })
    const head = await house.session(addressOf('HEAD'))
    expect((await head.post(`proposals/${id}/acceptance`)).status).toBe(404)
    expect((await house.stranger.post(`proposals/${id}/acceptance`)).status).toBe(401)
    expect((await house.root.post(`proposals/${id}/acceptance`)).status).toBe(403)
  })

  it('a new reporting line between them bars the proposal quietly, and it lapses with the rest', async () => {
    const { house, mentor, mentee, id } = await revealed()
    await house.root.put(
      'employees/M1',
      makeEmployee({ given_name: 'Junior1', grade_rank: 1, manager: 'X1', email: addressOf('M1') }),
    )
    await mentor.post(`proposals/${id}/acceptance`)
    expect((await mentee.post(`proposals/${id}/acceptance`)).status).toBe(204)
    expect(await house.root.all('pairs')).toEqual([])
    await house.tick()
    expect(await stateOf(house)).toBe('open')
    house.now += WEEK_MS
    await house.tick()
    expect(await stateOf(house)).toBe('lapsed')
  })

  it('a leaver ends the pair, and the other is told kindly without a reason', async () => {
    const { house, mentor, mentee, id } = await revealed()
    await mentor.post(`proposals/${id}/acceptance`)
    await mentee.post(`proposals/${id}/acceptance`)
    house.mails.length = 0
    await house.root.put(
      'employees/X1',
      makeEmployee({ given_name: 'Executive1', grade_rank: 7, email: addressOf('X1'), active: false }),
    )
    await house.tick()
    expect(await house.root.all('pairs')).toMatchObject([{ state: 'ended' }])
    const mails = house.mails.filter((mail) => /s’arrête/.test(mail.words.subject))
    expect(mails.map((mail) => mail.to)).toEqual(['m1@armorique.example'])
    expect(JSON.stringify(await house.root.all('events'))).not.toMatch(/leaver|reorganisation/)
  })

  it('someone who accepted may still decline, until there is a pair', async () => {
    const { house, mentor, mentee, id } = await revealed()
    await mentor.post(`proposals/${id}/acceptance`)
    expect((await mentor.post(`proposals/${id}/refusal`)).status).toBe(204)
    await mentee.post(`proposals/${id}/acceptance`)
    expect(await house.root.all('pairs')).toEqual([])
    expect((await mentor.post(`proposals/${id}/acceptance`)).status).toBe(409)
  })

  it('without script the answer leads back to the person’s space', async () => {
    const { mentor, id } = await revealed()
    const answer = await mentor.form(`/api/v1/proposals/${id}/acceptance`, { language: 'en' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/en/me/')
  })
})
