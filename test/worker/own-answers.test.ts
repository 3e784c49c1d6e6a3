import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeMentorAnswers, makeSignUp, makeWords } from '#test/makers.ts'
import { postedFields } from '#test/posted-form.ts'

const DAY_MS = 86_400_000

async function gather(programme: Record<string, unknown> = {}): Promise<House> {
  const house = new House()
  await gatherCohort(house, {
    programme,
    mentorAnswers: makeMentorAnswers({ LP1: -2, LP2: -1, LP3: -2, LP4: -1 }),
  })
  return house
}

/** A programme whose matching lies ahead, so that nobody has been looked at. */
function gatherEarly(): Promise<House> {
  return gather({ matching_at: '2026-06-01T08:00:00Z' })
}

async function idOf(me: any): Promise<string> {
  return (await me.get('me/export')).json.participations[0].id
}

function formIn(page: string, action: string): [string, string][] {
  const from = page.indexOf('<form', page.indexOf(action) - 200)
  return postedFields(page.slice(from, page.indexOf('</form>', from)))
}

describe('one’s own answers', () => {
  it('are read back in plain words, with the preference and what is honest to say of it', async () => {
    const house = await gatherEarly()
    const me = await house.session(addressOf('M1'))
    const { text, status } = await me.get(`/fr/me/answers/${await idOf(me)}/`)
    expect(status).toBe(200)
    expect(text).toContain('Comment j’aime apprendre\u00a0: plutôt par l’expérience')
    expect(text).toContain('ce n’est ni un test ni une étiquette')
    expect(text).toContain('Corriger mes réponses')
    expect((await me.get(`/fr/me/`)).text).toContain(`/fr/me/answers/${await idOf(me)}/`)
  })

  it('can be corrected without script until a run looks at them; consents stay as they were given', async () => {
    const house = await gatherEarly()
    const me = await house.session(addressOf('M1'))
    const id = await idOf(me)
    const before = (await me.get('me/export')).json.participations[0]
    const page = (await me.get(`/fr/me/answers/${id}/correction/`)).text
    const fields = formIn(page, `/api/v1/me/answers/${id}`)
    expect(fields).toContainEqual(['OFFERS-1-topic', 'ai-assistants'])
    const corrected = [...fields.filter(([name]) => name !== 'CAP'), ['CAP', '2']] as [string, string][]
    const answer = await me.form(`me/answers/${id}`, corrected)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/fr/me/answers/${id}/`)
    const after = (await me.get('me/export')).json.participations[0]
    expect(after.answers).toEqual({ ...before.answers, CAP: 2 })
    expect(after.consents).toEqual(before.consents)
    expect(await house.root.all('programmes/regards-croises/participants?role=mentor')).toMatchObject([
      { capacity: 2 },
    ])
  })

  it('what needs mending comes back with everything that was typed, and nothing is saved', async () => {
    const house = await gatherEarly()
    const me = await house.session(addressOf('M1'))
    const id = await idOf(me)
    const page = (await me.get(`/fr/me/answers/${id}/correction/`)).text
    const fields = formIn(page, `/api/v1/me/answers/${id}`).filter(([name]) => name !== 'G2' && name !== 'G7')
    const typed = [...fields, ['G7', 'Une phrase à moi']] as [string, string][]
    const answer = await me.form(`me/answers/${id}`, typed)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Cochez au moins une langue')
    expect(answer.text).toContain('Une phrase à moi')
    expect((await me.get('me/export')).json.participations[0].answers.G2).toEqual(['fr'])
  })

  it('no longer change once a run has looked at them', async () => {
    const house = await gather()
    await house.tick()
    const me = await house.session(addressOf('M1'))
    const id = await idOf(me)
    const answer = await me.post(`me/answers/${id}`, { answers: makeMentorAnswers({ CAP: 3 }) })
    expect(answer.status).toBe(410)
    expect((await me.get(`/fr/me/answers/${id}/`)).text).not.toContain('correction/')
    expect((await me.get(`/fr/me/answers/${id}/correction/`)).status).toBe(410)
  })

  it('are nobody else’s: another person, a stranger and a hostile address find nothing', async () => {
    const house = await gatherEarly()
    const id = await idOf(await house.session(addressOf('M1')))
    const other = await house.session(addressOf('X1'))
    expect((await other.get(`/fr/me/answers/${id}/`)).status).toBe(404)
    expect((await other.post(`me/answers/${id}`, { answers: {} })).status).toBe(404)
    expect((await other.post(`me/participations/${id}/withdrawal`)).status).toBe(404)
    expect((await house.stranger.get(`/fr/me/answers/${id}/`)).text).not.toContain('plutôt')
    for (const hostile of ['%00', '..%2f', "'%20OR%201=1", 'é', 'x'.repeat(3000)]) {
      for (const rest of ['', 'correction/', 'withdrawal/'])
        expect([400, 404]).toContain((await other.get(`/fr/me/answers/${hostile}/${rest}`)).status)
    }
  })
})

describe('what was accepted', () => {
  it('P35: the charter and the notice are shown as they were, with their version and the day', async () => {
    const house = await gatherEarly()
    const words = makeWords()
    const changed = { fr: { ...words.fr, charter: 'Une charte toute neuve.' }, en: words.en }
    await house.root.patch('programmes/regards-croises', { words: changed })
    const me = await house.session(addressOf('M1'))
    const { text } = await me.get(`/fr/me/answers/${await idOf(me)}/`)
    expect(text).toContain('Charte, version 1, acceptée le')
    expect(text).toContain('Nos échanges restent confidentiels')
    expect(text).not.toContain('toute neuve')
  })
})

describe('leaving a programme', () => {
  it('P31: takes a page and one click, and nobody is matched who has left', async () => {
    const house = await gather()
    const me = await house.session(addressOf('X1'))
    const id = await idOf(me)
    expect((await me.get(`/fr/me/answers/${id}/withdrawal/`)).text).toContain('sans donner de raison')
    const answer = await me.form(`me/participations/${id}/withdrawal`, { language: 'fr' })
    expect(answer.status).toBe(303)
    expect(await house.root.all('programmes/regards-croises/participants?role=mentee')).toMatchObject([
      { state: 'withdrawn' },
    ])
    expect((await me.post(`me/participations/${id}/withdrawal`)).status).toBe(204)
  })

  it('an open proposal lapses at its deadline like any other, and cannot become a pair', async () => {
    const house = await gather()
    await matchAndApprove(house)
    const [mentor, mentee] = [await house.session(addressOf('M1')), await house.session(addressOf('X1'))]
    const proposal = (await mentor.get('me/export')).json.proposals[0]
    await mentor.post(`proposals/${proposal.id}/acceptance`)
    await mentor.post(`me/participations/${await idOf(mentor)}/withdrawal`)
    await house.tick()
    await mentee.post(`proposals/${proposal.id}/acceptance`)
    expect((await mentee.get('me/export')).json.proposals[0].state).toBe('open')
    expect(await house.root.all('pairs')).toEqual([])
    house.now += 9 * DAY_MS
    await house.tick()
    expect((await mentee.get('me/export')).json.proposals[0].state).toBe('lapsed')
    await house.tick()
    const told = house.mails.filter(({ words }) => /terme|come to its end/.test(words.subject))
    expect(told.map(({ to }) => to)).toEqual([addressOf('X1')])
  })

  it('P31: a pair closes kindly', async () => {
    const house = await gather()
    await matchAndApprove(house)
    const [mentor, mentee] = [await house.session(addressOf('M1')), await house.session(addressOf('X1'))]
    const proposal = (await mentor.get('me/export')).json.proposals[0]
    await mentor.post(`proposals/${proposal.id}/acceptance`)
    await mentee.post(`proposals/${proposal.id}/acceptance`)
    expect(await house.root.all('pairs')).toMatchObject([{ state: 'active' }])
    await mentee.post(`me/participations/${await idOf(mentee)}/withdrawal`)
    await house.tick()
    expect(await house.root.all('pairs')).toMatchObject([{ state: 'ended' }])
    const told = house.mails.find(
      ({ to, words }) => to === addressOf('M1') && words.subject.includes('s’arrête'),
    )
    expect(told?.text).toContain('Personne n’y est pour rien')
    expect(told?.text).not.toContain('Executive')
  })
})

describe('taking one’s data along', () => {
  it('has everything about the person and not a word of the other', async () => {
    const house = await gather()
    await house.root.put('employees/X2', makeEmployee({ email: addressOf('X2') }))
    await matchAndApprove(house)
    const me = await house.session(addressOf('X1'))
    await me.post('me/exclusions', { email: addressOf('X2') })
    const answer = await me.get('me/export')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.json).toMatchObject({
      person: { external_id: 'X1', email: addressOf('X1') },
      participations: [{ role: 'mentee', answers: makeMenteeAnswers(), conversation: null }],
      exclusions: [{ email: addressOf('X2') }],
      proposals: [{ state: 'open', my_answer: null }],
    })
    expect(answer.text).not.toContain(addressOf('M1'))
    expect(answer.text).not.toMatch(/grade_rank":1[,}]/)
  })
})

describe('erasing what one gave', () => {
  it('empties answers, wishes and exclusions, ends the session, and leaves HR’s record to HR', async () => {
    const house = await gather()
    const me = await house.session(addressOf('X1'))
    await me.post('me/exclusions', { email: addressOf('M1') })
    await me.post('me/mentor-wishes', { programme: 'regards-croises', email: addressOf('M1') })
    expect((await me.delete('me')).status).toBe(204)
    expect((await me.get('me/export')).status).toBe(401)
    const count = async (text: string) => (await house.db.all<{ n: number }>(text))[0]?.n
    expect(
      await count("SELECT count(*) AS n FROM participants WHERE role = 'mentee' AND answers <> '{}'"),
    ).toBe(0)
    expect(await count('SELECT count(*) AS n FROM exclusions')).toBe(0)
    expect(await count('SELECT count(*) AS n FROM mentor_wishes')).toBe(0)
    expect(await count(`SELECT count(*) AS n FROM sign_in_users WHERE email = '${addressOf('X1')}'`)).toBe(0)
    expect((await house.root.get('employees/X1')).json.given_name).toBe('Executive1')
    expect(await house.root.all('programmes/regards-croises/participants?role=mentee')).toMatchObject([
      { state: 'withdrawn' },
    ])
    // Nothing stands in the way of coming back.
    expect(
      (await house.root.post('programmes/regards-croises/sign-ups', makeSignUp('mentee', 'X1'))).status,
    ).toBe(201)
  })
})
