import { describe, expect, it } from 'vitest'
import { loadMembers } from '#actions/match-input.ts'
import { addressOf, gatherCohort, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeSignUp } from '#test/makers.ts'

const DESIGNATIONS = 'programmes/regards-croises/designations'
const PROPOSER = 'Claire Martin, directrice des ressources humaines'
const DAY_MS = 86_400_000

/** Eight mentors who have signed up, and five executives whom nobody has asked yet. */
async function gather(mentors = 1): Promise<House> {
  const house = new House()
  await gatherCohort(house, { mentors, mentees: 0 })
  for (let n = 1; n <= 5; n++) {
    await house.root.put(
      `employees/D${n}`,
      makeEmployee({
        given_name: `Executive${n}`,
        grade_rank: 7,
        manager: 'HEAD',
        email: addressOf(`D${n}`),
        job_family: 'sales',
        subsidiary: 'Armor Énergie',
        site: 'Brest',
        language: n === 2 ? 'en' : 'fr',
      }),
    )
  }
  return house
}

function designate(house: House, people: string[], more: Record<string, unknown> = {}) {
  return house.root.post(DESIGNATIONS, { role: 'mentee', proposed_by: PROPOSER, people, ...more })
}

function linkIn(house: House, person: string): string {
  const mail = house.mails.find(({ to }) => to === addressOf(person))
  return /(\/(?:fr|en)\/programmes\/regards-croises\/invitation\/\w+\/)/.exec(mail?.text ?? '')?.[1] ?? ''
}

function tokenOf(link: string): string {
  return /invitation\/(\w+)\//.exec(link)?.[1] ?? ''
}

async function statesOf(house: House): Promise<Record<string, string>> {
  const all = await house.root.all('programmes/regards-croises/participants')
  return Object.fromEntries(all.map(({ person, state }: any) => [person, state]))
}

/** The questionnaire behind an invitation, filled in and sent as a browser does. */
async function accept(house: House, link: string) {
  const page = await house.request(`${link}questionnaire/`)
  const token = /name="form_token" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
  house.now += 60_000
  return house.stranger.form('programmes/regards-croises/sign-ups', [
    ['role', 'mentee'],
    ['language', 'fr'],
    ['invitation', tokenOf(link)],
    ['form_token', token],
    ['step', 'send'],
    ['G2', 'fr'],
    ['G6-slots', 'mon-morning'],
    ['G6-slots', 'tue-midday'],
    ['G6-weeks', '1'],
    ['G6-where', 'either'],
    ['G6-hours', '4'],
    ['WANTS-1-topic', 'ai-assistants'],
    ['WANTS-1-facet', 'usage'],
    ['WANTS-1-level', '1'],
    ['WANTS-1-target', '3'],
    ['NEED1', '2'],
    ['volunteer', 'yes'],
    ['charter', 'yes'],
  ])
}

describe('people are designated, and decide for themselves', () => {
  it('C6: five people proposed from HR data are invited in their language and stay pending', async () => {
    const house = await gather()
    const answer = await designate(house, ['D1', 'D2', 'D3', 'D4', addressOf('D5')])
    expect(answer.status).toBe(201)
    expect(answer.json).toEqual({
      invited: ['D1', 'D2', 'D3', 'D4', 'D5'],
      unreachable: [],
      already: [],
    })
    await house.tick()
    const french = house.mails.find(({ to }) => to === addressOf('D1'))
    expect(french?.language).toBe('fr')
    expect(french?.text).toContain(PROPOSER)
    expect(french?.text).toContain('aucune conséquence')
    expect(house.mails.find(({ to }) => to === addressOf('D2'))?.text).toContain('no consequence')
    expect(Object.values(await statesOf(house)).filter((state) => state === 'pending')).toHaveLength(5)
  })

  it('P31: a run never looks at a person who has not said yes', async () => {
    const house = await gather(2)
    await house.root.put('employees/X1', makeEmployee({ grade_rank: 7, manager: 'HEAD' }))
    await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentee', 'X1'))
    await designate(house, ['D1'])
    await house.tick()
    const run = await newestRun(house)
    expect(run).toMatchObject({ state: 'completed', matched: 1 })
    const proposals = await house.root.all(`match-runs/${run.id}/proposals`)
    expect(proposals.map(({ mentee }: any) => mentee)).toEqual(['X1'])
    // The same person, once in of their own will, is matched: it was the consent that was missing.
    expect((await accept(house, linkIn(house, 'D1'))).status).toBe(303)
    await house.root.post('programmes/regards-croises/match-runs')
    await house.tick()
    const again = await house.root.all(`match-runs/${(await newestRun(house)).id}/proposals`)
    expect(again.map(({ mentee }: any) => mentee).sort()).toEqual(['D1', 'X1'])
  })

  it('C6: the page says who proposed them, and opening it consumes nothing', async () => {
    const house = await gather()
    await designate(house, ['D1'])
    await house.tick()
    const link = linkIn(house, 'D1')
    for (let opened = 0; opened < 2; opened++) {
      const page = await house.request(link)
      const text = await page.text()
      expect(page.status).toBe(200)
      expect(text).toContain('Claire Martin')
      expect(text).toContain('Je préfère ne pas participer')
    }
    const questionnaire = await (await house.request(`${link}questionnaire/`)).text()
    expect(questionnaire).toContain('value="Brest"')
    expect(questionnaire).toContain(addressOf('D1'))
    expect(questionnaire).not.toMatch(/<input[^>]* name="email"/)
    expect((await statesOf(house)).D1).toBe('pending')
  })

  it('C6: saying yes needs no mail to confirm, and the consents are their own', async () => {
    const house = await gather()
    await designate(house, ['D1'])
    await house.tick()
    const answer = await accept(house, linkIn(house, 'D1'))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/fr/programmes/regards-croises/welcome/')
    expect((await statesOf(house)).D1).toBe('active')
    const me = await house.session(addressOf('D1'))
    const { json } = await me.get('me/export')
    expect(json.participations[0]).toMatchObject({ proposed_by: PROPOSER, state: 'active' })
    expect(json.participations[0].consents.volunteer_at).toBe(new Date(house.now).toISOString())
    expect(await (await house.request(linkIn(house, 'D1'))).text()).toContain('Vous participez déjà')
  })

  it('P31: without the first two boxes, the answer comes back and nobody is in', async () => {
    const house = await gather()
    await designate(house, ['D1'])
    await house.tick()
    const link = linkIn(house, 'D1')
    const answer = await house.stranger.form('programmes/regards-croises/sign-ups', [
      ['role', 'mentee'],
      ['invitation', tokenOf(link)],
      ['step', 'send'],
      ['G2', 'fr'],
    ])
    expect(answer.status).toBe(422)
    expect((await statesOf(house)).D1).toBe('pending')
  })

  it('C6: no looks like an invitation that ran out: same state, same moment, same event, nobody told', async () => {
    const house = await gather()
    await designate(house, ['D1', 'D2'])
    await house.tick()
    const mails = house.mails.length
    const link = linkIn(house, 'D1')
    const answer = await house.stranger.form(`invitations/${tokenOf(link)}/refusal`, { language: 'fr' })
    expect(answer.status).toBe(303)
    expect(await (await house.request(link)).text()).toContain('C’est noté')
    expect(await statesOf(house)).toMatchObject({ D1: 'pending', D2: 'pending' })
    house.now += 31 * DAY_MS
    await house.tick()
    expect(await statesOf(house)).toMatchObject({ D1: 'withdrawn', D2: 'withdrawn' })
    const events = (await house.root.all('events')).filter(
      ({ type }: any) => type === 'participant.withdrawn',
    )
    expect(events.map(({ data, occurred_at }: any) => [data.person, occurred_at])).toEqual([
      [expect.stringMatching(/^D[12]$/), events[0]!.occurred_at],
      [expect.stringMatching(/^D[12]$/), events[0]!.occurred_at],
    ])
    expect(house.mails.slice(mails).map(({ to }) => to)).not.toContain(addressOf('D1'))
  })

  it('C6: who declined is asked nothing more, in their space either', async () => {
    const house = await gather()
    await designate(house, ['D1'])
    await house.tick()
    await house.stranger.post(`invitations/${tokenOf(linkIn(house, 'D1'))}/refusal`)
    const again = await designate(house, ['D1'])
    expect(again.json).toEqual({
      invited: [],
      unreachable: [],
      already: [{ person: 'D1', state: 'pending' }],
    })
    const sent = house.mails.filter(({ to }) => to === addressOf('D1')).length
    await house.tick()
    expect(house.mails.filter(({ to }) => to === addressOf('D1'))).toHaveLength(sent)
  })

  it('somebody who is in already is left as they are', async () => {
    const house = await gather()
    const answer = await house.root.post(DESIGNATIONS, {
      role: 'mentor',
      proposed_by: PROPOSER,
      people: ['M1'],
    })
    expect(answer.status).toBe(200)
    expect(answer.json.already).toEqual([{ person: 'M1', state: 'active' }])
    expect((await statesOf(house)).M1).toBe('active')
  })

  it('somebody nobody knows is named by place, and nothing is saved', async () => {
    const house = await gather()
    const answer = await designate(house, ['D1', 'GHOST', 'nobody@armorique.example'])
    expect(answer.status).toBe(422)
    expect(answer.json.errors.map(({ pointer }: any) => pointer)).toEqual(['/people/1', '/people/2'])
    expect((await statesOf(house)).D1).toBeUndefined()
  })

  it('a programme without the works council’s word invites nobody', async () => {
    const house = await gather()
    await house.root.delete('programmes/regards-croises/publication')
    expect((await designate(house, ['D1'])).status).toBe(410)
  })

  it('an invitation opens for the programme and the role it is for, and for thirty days', async () => {
    const house = await gather()
    await designate(house, ['D1'])
    await house.tick()
    const link = linkIn(house, 'D1')
    expect((await house.request(link.replace('regards-croises', 'other'))).status).toBe(404)
    house.now += 31 * DAY_MS
    expect(await (await house.request(link)).text()).toContain('Cette invitation est passée')
    expect((await house.stranger.post(`invitations/${tokenOf(link)}/refusal`)).status).toBe(410)
  })

  it('hostile links are told that there is nothing, never that something broke', async () => {
    const house = await gather()
    for (const token of [
      'x',
      'a'.repeat(43),
      '%00',
      '%27%20OR%201=1',
      '..%2f..',
      'é',
      'a'.repeat(4000),
      '%E0%A4%A',
    ]) {
      for (const path of [
        `/fr/programmes/regards-croises/invitation/${token}/`,
        `/en/programmes/regards-croises/invitation/${token}/questionnaire/`,
      ]) {
        const { status } = await house.request(path)
        expect([404, 400], `${path.slice(0, 80)} ${status}`).toContain(status)
      }
      const { status } = await house.request(`/api/v1/invitations/${token}/refusal`, { method: 'POST' })
      expect([400, 404], token.slice(0, 20)).toContain(status)
    }
  })
})

describe('people without a mailbox', () => {
  async function gatherUnreachable(): Promise<{ house: House; code: string }> {
    const house = await gather()
    await house.root.put(
      'employees/S1',
      makeEmployee({ given_name: 'Soizic', family_name: 'Le Bras', grade_rank: 7, manager: 'HEAD' }),
    )
    const { json } = await designate(house, ['S1'])
    return { house, code: json.unreachable[0].code }
  }

  async function signUpWith(house: House, fields: [string, string][]) {
    const page = await (await house.request('/fr/programmes/regards-croises/mentee/')).text()
    const token = /name="form_token" value="([^"]*)"/.exec(page)?.[1] ?? ''
    house.now += 60_000
    return house.stranger.form('programmes/regards-croises/sign-ups', [
      ['role', 'mentee'],
      ['language', 'fr'],
      ['form_token', token],
      ['step', 'send'],
      ['given_name', 'Soizic'],
      ['family_name', 'Le Bras'],
      ['G2', 'fr'],
      ['G6-slots', 'mon-morning'],
      ['G6-weeks', '1'],
      ['G6-where', 'either'],
      ['G6-hours', '4'],
      ['WANTS-1-topic', 'ai-assistants'],
      ['WANTS-1-facet', 'usage'],
      ['WANTS-1-level', '1'],
      ['WANTS-1-target', '3'],
      ['volunteer', 'yes'],
      ['charter', 'yes'],
      ...fields,
    ])
  }

  it('C6: a designated person without an address comes back with a code to hand over, shown once', async () => {
    const { house, code } = await gatherUnreachable()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    const again = await designate(house, ['S1'])
    expect(again.json).toEqual({
      invited: [],
      unreachable: [],
      already: [{ person: 'S1', state: 'pending' }],
    })
  })

  it('the code alone signs them up, once, however it is typed', async () => {
    const { house, code } = await gatherUnreachable()
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    const answer = await signUpWith(house, [['hr_code', typed]])
    expect(answer.status).toBe(303)
    expect((await statesOf(house)).S1).toBe('active')
    expect((await signUpWith(house, [['hr_code', typed]])).status).toBe(422)
  })

  it('with a personal address, the address goes on their record once it is confirmed, and not before', async () => {
    const { house, code } = await gatherUnreachable()
    const answer = await signUpWith(house, [
      ['hr_code', code],
      ['email', 'soizic@personal.example'],
    ])
    expect(answer.status).toBe(303)
    expect((await house.root.get('employees/S1')).json.email ?? null).toBeNull()
    await house.tick()
    const token = /confirmation\/(\w+)\//.exec(house.mails.at(-1)?.text ?? '')?.[1]
    expect((await house.stranger.post('sign-up-confirmations', { token })).status).toBe(201)
    expect((await house.root.get('employees/S1')).json.email).toBe('soizic@personal.example')
    expect((await statesOf(house)).S1).toBe('active')
    const me = await house.session('soizic@personal.example')
    expect((await me.get('me/export')).json.person.external_id).toBe('S1')
    // The code has done its work.
    expect((await signUpWith(house, [['hr_code', code]])).status).toBe(422)
  })

  it('codes printed for anybody end the ones before, run out after sixty days, and are never kept as they are', async () => {
    const { house, code } = await gatherUnreachable()
    const printed = await house.root.post('sign-up-codes', { people: ['S1', 'D1'] })
    expect(printed.status).toBe(201)
    expect(printed.json.items.map(({ person }: any) => person)).toEqual(['S1', 'D1'])
    const fresh = printed.json.items[0].code
    expect((await signUpWith(house, [['hr_code', code]])).status).toBe(422)
    const rows = await house.db.all<{ code_hash: string }>('SELECT * FROM sign_up_codes')
    expect(JSON.stringify(rows)).not.toContain(fresh.replace('-', ''))
    house.now += 61 * DAY_MS
    expect((await signUpWith(house, [['hr_code', fresh]])).status).toBe(422)
  })
})

describe('what HR knows of somebody’s work', () => {
  it('G3, G4: a repetition of HR is not kept, so that HR’s next change counts; a correction is, and counts first', async () => {
    const house = await gather()
    const door = 'programmes/regards-croises/sign-ups'
    const consents = { volunteer: '2026-03-01T08:00:00Z', charter: '2026-03-01T08:00:00Z' }
    await house.root.post(door, {
      role: 'mentee',
      person: 'D1',
      consents,
      answers: { ...makeMenteeAnswers(), G3: { subsidiary: 'armor énergie ', site: 'Rennes' }, G4: 'sales' },
    })
    const me = await house.session(addressOf('D1'))
    const { answers } = (await me.get('me/export')).json.participations[0]
    expect(answers.G3).toEqual({ site: 'Rennes' })
    expect(answers.G4).toBeUndefined()
    const [row] = await house.db.all<{ id: string }>(
      "SELECT participants.id FROM participants JOIN people ON people.id = person_id WHERE external_id = 'D1'",
    )
    const seen = async () => (await loadMembers({ db: house.db }, [row!.id])).get(row!.id)
    expect(await seen()).toMatchObject({ site: 'Rennes', subsidiary: 'Armor Énergie', jobFamily: 'sales' })
    const { json } = await house.root.get('employees/D1')
    const moved = { ...json, job_family: 'marketing', site: 'Quimper' }
    expect((await house.root.put('employees/D1', moved)).status).toBe(200)
    expect(await seen()).toMatchObject({ site: 'Rennes', jobFamily: 'marketing' })
  })
})
