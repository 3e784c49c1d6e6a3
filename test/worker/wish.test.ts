import { describe, expect, it } from 'vitest'
import { addressOf, gatherCohort, matchAndApprove, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeProgramme, makeSignUp } from '#test/makers.ts'

const HERE = 'programmes/regards-croises'

async function matched(house: House): Promise<string[]> {
  await house.tick()
  const run = await newestRun(house)
  const proposals = await house.root.all(`match-runs/${run.id}/proposals`)
  return proposals.map(({ mentor, mentee }) => `${mentor}+${mentee}`).sort()
}

/** Asks for a new run, and waits for it. */
async function matchedAgain(house: House): Promise<string[]> {
  house.now += 1000
  await house.root.post(`${HERE}/match-runs`)
  return matched(house)
}

describe('what an organiser sets for the matching', () => {
  it('is kept and shown to organisers, and to nobody else', async () => {
    const house = new House()
    const wanted = {
      matching_objective: 'fair',
      different: ['site', 'field'],
      own_rules: [
        { name: 'same-site', effect: 'must', when: [], test: { kind: 'same', field: 'site' } },
        {
          name: 'no-finance',
          effect: 'must-not',
          when: [{ role: 'mentor', field: 'subsidiary', values: ['AXA Santé'] }],
          test: { kind: 'is', role: 'mentee', field: 'job_family', values: ['finance'] },
        },
      ],
      mentors_per_mentee: 2,
      asked_bonus: 0,
      kept_bonus: 200_000,
      changes_max: 3,
    }
    const made = await house.root.post('programmes', makeProgramme(wanted))
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({ ...wanted, different: ['field', 'site'], weights_version: 1 })
    expect(made.json.hopes.IM1.IR2).toBe(1)
    await house.root.put(`${HERE}/publication`)
    expect((await house.root.get(HERE)).json).toMatchObject({ changes_max: 3, matching_objective: 'fair' })
    const anybody = (await house.stranger.get(HERE)).json
    expect(Object.keys(anybody).filter((key) => key in wanted || key === 'hopes')).toEqual([])
  })

  it('a change of weights, of what should differ or of hopes makes a new version, and nothing else does', async () => {
    const { root } = new House()
    const { json: programme } = await root.post('programmes', makeProgramme())
    const hopes = { ...programme.hopes, IM1: { ...programme.hopes.IM1, IR1: 0.9 } }
    const versions: number[] = []
    for (const patch of [{ changes_max: 1 }, { different: ['site'] }, { hopes }, { hopes }]) {
      versions.push((await root.patch(HERE, patch)).json.weights_version)
    }
    expect(versions).toEqual([1, 2, 3, 3])
  })

  it('a rule never speaks of age, sex or origin, and each refusal points at its field', async () => {
    const { root } = new House()
    const rule = (name: string, values: string[]) => ({
      name,
      effect: 'must',
      when: [],
      test: { kind: 'is', role: 'mentor', field: 'site', values },
    })
    const pointers = async (settings: object): Promise<string[]> => {
      const { status, json } = await root.post('programmes', makeProgramme(settings as never))
      expect(status).toBe(422)
      return json.errors.map((error: any) => error.pointer)
    }
    expect(await pointers({ own_rules: [rule('a', ['Moins de 30 ans'])] })).toEqual([
      '/own_rules/0/test/values/0',
    ])
    expect(await pointers({ own_rules: [rule('femmes-seulement', ['Rennes'])] })).toEqual([
      '/own_rules/0/name',
    ])
    expect(await pointers({ own_rules: [rule('a', [])] })).toEqual(['/own_rules/0/test/values'])
    expect(await pointers({ own_rules: [rule('a', ['x']), rule('a', ['y'])] })).toEqual(['/own_rules'])
    expect(await pointers({ kept_bonus: 200_001 })).toEqual(['/kept_bonus'])
    expect(await pointers({ mentors_per_mentee: 3 })).toEqual(['/mentors_per_mentee'])
    expect(await pointers({ different: ['need'] })).toEqual(['/different/0'])
    expect(await pointers({ hopes: { IM1: { IR1: 2 } } })).toContain('/hopes/IM1/IR1')
  })

  it('two mentors for each mentee holds for who signed up before and after', async () => {
    const house = new House()
    await gatherCohort(house, { mentees: 1 })
    await house.root.patch(HERE, { mentors_per_mentee: 2 })
    await house.root.put('employees/X9', makeEmployee({ grade_rank: 7, manager: 'HEAD' }))
    await house.root.post(`${HERE}/sign-ups`, makeSignUp('mentee', 'X9'))
    const mentees = await house.root.all(`${HERE}/participants?role=mentee`)
    expect(mentees.map(({ capacity }) => capacity)).toEqual([2, 2])
  })
})

describe('locks and bans', () => {
  it('twice the same changes nothing, and the opposite is refused until the first is taken back', async () => {
    const house = new House()
    await gatherCohort(house)
    expect((await house.root.put(`${HERE}/bans/M1/X1`)).status).toBe(201)
    expect((await house.root.put(`${HERE}/bans/M1/X1`)).status).toBe(200)
    expect((await house.root.put(`${HERE}/locks/M1/X1`)).status).toBe(409)
    expect(await house.root.all(`${HERE}/bans`)).toMatchObject([{ mentor: 'M1', mentee: 'X1' }])
    expect((await house.root.delete(`${HERE}/bans/M1/X1`)).status).toBe(204)
    expect((await house.root.delete(`${HERE}/bans/M1/X1`)).status).toBe(204)
    expect((await house.root.put(`${HERE}/locks/M1/X1`)).status).toBe(201)
    expect((await house.root.put(`${HERE}/bans/M1/X1`)).status).toBe(409)
    expect(await house.root.all(`${HERE}/bans`)).toEqual([])
    expect(await house.root.all(`${HERE}/locks`)).toHaveLength(1)
  })

  it('people nobody knows are named as such; two of one reporting line are refused at once', async () => {
    const house = new House()
    await gatherCohort(house)
    const unknown = await house.root.put(`${HERE}/locks/NOBODY/X1`)
    expect(unknown.status).toBe(404)
    expect(unknown.json.detail).toMatch(/^Mentor/)
    expect((await house.root.put(`${HERE}/locks/M1/HEAD`)).json.detail).toMatch(/hiérarchie/)
    expect((await house.root.put(`${HERE}/locks/M1/M1`)).status).toBe(422)
    expect((await house.root.put(`${HERE}/bans/M1/HEAD`)).status).toBe(201)
  })

  it('a lock is granted by the next run, and done once both have been told', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 2 })
    const [first = ''] = await matched(house)
    const other = first === 'M1+X1' ? 'X2' : 'X1'
    await house.root.put(`${HERE}/locks/M1/${other}`)
    expect(await matchedAgain(house)).toContain(`M1+${other}`)
    const run = await newestRun(house)
    await house.root.post(`match-runs/${run.id}/approval`)
    await matchedAgain(house)
    expect(await newestRun(house)).toMatchObject({ state: 'completed', round: 2 })
  })

  it('a ban keeps two people apart in the runs to come', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    await house.root.put(`${HERE}/bans/M1/X1`)
    expect(await matched(house)).toEqual(['M1+X2'])
  })

  it('a ban that comes after the run withdraws the draft unseen, and one after the reveal bars the pair', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 2 })
    const [first = '', second = ''] = await matched(house)
    await house.root.put(`${HERE}/bans/${first.replace('+', '/')}`)
    const run = await newestRun(house)
    await house.root.post(`match-runs/${run.id}/approval`)
    const states = await house.root.all(`match-runs/${run.id}/proposals`)
    expect(states.map(({ state }) => state).sort()).toEqual(['open', 'withdrawn'])
    await house.root.put(`${HERE}/bans/${second.replace('+', '/')}`)
    const open = states.find(({ state }) => state === 'open')
    for (const person of second.split('+')) {
      const session = await house.session(addressOf(person))
      expect((await session.post(`proposals/${open?.id}/acceptance`)).status).toBe(204)
    }
    expect(await house.root.all('pairs')).toEqual([])
  })
})

describe('named groups and the appraisal chain', () => {
  const reason = 'Toute l’entreprise est sous sa direction.'
  const group = { label: 'Direction', people: ['HEAD'], appraisal_chain: { levels: 1, reason } }

  async function headOfCompany() {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 0 })
    await house.root.post(`${HERE}/sign-ups`, makeSignUp('mentee', 'HEAD'))
    return house
  }

  it('is written whole, the same content writes nothing, and an unknown person is pointed at', async () => {
    const house = await headOfCompany()
    const made = await house.root.put(`${HERE}/groups/direction`, group)
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({ name: 'direction', people: ['HEAD'], served_first: false })
    expect(made.json.appraisal_chain).toMatchObject({ levels: 1, reason, decided_by: 'root' })
    house.now += 1000
    expect((await house.root.put(`${HERE}/groups/direction`, group)).json).toEqual(made.json)
    const wrong = await house.root.put(`${HERE}/groups/direction`, { ...group, people: ['HEAD', 'WHO'] })
    expect(wrong.json.errors[0].pointer).toBe('/people/1')
    const short = await house.root.put(`${HERE}/groups/direction`, {
      ...group,
      appraisal_chain: { reason: 'Parce que.' },
    })
    expect(short.json.errors[0].pointer).toBe('/appraisal_chain/reason')
    expect(await house.root.all(`${HERE}/groups`)).toHaveLength(1)
    expect((await house.root.delete(`${HERE}/groups/direction`)).status).toBe(204)
    expect((await house.root.get(`${HERE}/groups/direction`)).status).toBe(404)
  })

  it('is served first and in full, or the run fails and names the group (F4)', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    const [first] = await matched(house)
    const other = first === 'M1+X1' ? 'X2' : 'X1'
    const comex = { label: 'Comité exécutif', served_first: true }
    await house.root.put(`${HERE}/groups/comex`, { ...comex, people: [other] })
    expect(await matchedAgain(house)).toEqual([`M1+${other}`])
    await house.root.put(`${HERE}/groups/comex`, { ...comex, people: ['X1', 'X2'] })
    await matchedAgain(house)
    const run = await newestRun(house)
    expect(run.state).toBe('failed')
    expect(run.failure.fr).toContain('comex')
  })

  it('serves the head of the company, tells both why before they accept, and counts it for the works council', async () => {
    const house = await headOfCompany()
    expect(await matched(house)).toEqual([])
    await house.root.put(`${HERE}/groups/direction`, group)
    house.now += 1000
    await house.root.post(`${HERE}/match-runs`)
    const [proposal] = await matchAndApprove(house)
    expect(proposal).toMatchObject({ mentor: 'M1', mentee: 'HEAD' })
    for (const person of ['M1', 'HEAD']) {
      const session = await house.session(addressOf(person))
      const page = (await session.get('/fr/me/')).text
      expect(page).toContain(reason)
      expect(page).toContain('Un échange avec un coach vient d’abord')
      await session.post(`proposals/${proposal?.id}/acceptance`)
    }
    expect(await house.root.all('pairs')).toHaveLength(1)
    const { json } = await house.root.get(`${HERE}/exceptions`)
    expect(json.items).toMatchObject([{ group: 'direction', levels: 1, reason, people: 1, pairs: 1 }])
    const csv = await house.root.get(`${HERE}/exceptions.csv`)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.text).toContain(reason)
    expect(csv.text).not.toContain('Ronan')
  })

  it('an exception that is taken back suspends the pair that it alone allowed, and given back frees it', async () => {
    const house = await headOfCompany()
    await house.root.put(`${HERE}/groups/direction`, group)
    const [proposal] = await matchAndApprove(house)
    for (const person of ['M1', 'HEAD']) {
      await (await house.session(addressOf(person))).post(`proposals/${proposal?.id}/acceptance`)
    }
    await house.root.put('employees/HEAD', makeEmployee({ grade_rank: 10, email: addressOf('HEAD') }))
    await house.tick()
    expect(await house.root.all('pairs')).toMatchObject([{ state: 'active' }])
    await house.root.delete(`${HERE}/groups/direction`)
    await house.tick()
    expect(await house.root.all('pairs')).toMatchObject([{ state: 'suspended' }])
    await house.root.put(`${HERE}/groups/direction`, group)
    await house.tick()
    expect(await house.root.all('pairs')).toMatchObject([{ state: 'active' }])
  })
})

describe('what people wish for in secret', () => {
  it('who is named in confidence is never proposed, either way, and nobody is told', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    const mentee = await house.session(addressOf('X1'))
    const known = await mentee.post('me/exclusions', { email: ' M1@Armorique.example ' })
    const unknown = await mentee.post('me/exclusions', { email: 'nobody@armorique.example' })
    expect([known.status, unknown.status]).toEqual([201, 201])
    expect(Object.keys(known.json)).toEqual(Object.keys(unknown.json))
    expect((await mentee.post('me/exclusions', { email: addressOf('M1') })).json.id).toBe(known.json.id)
    expect((await mentee.get('/fr/me/')).text).toContain('m1@armorique.example')
    const mentor = await house.session(addressOf('M1'))
    expect((await mentor.get('me/exclusions')).json.items).toEqual([])
    expect((await mentor.delete(`me/exclusions/${known.json.id}`)).status).toBe(404)
    await mentor.post('me/exclusions', { email: addressOf('X2') })
    expect(await matchedAgain(house)).toEqual([])
    const { results } = await house.db.$client
      .prepare("SELECT data FROM events WHERE type LIKE 'exclusion%'")
      .all()
    expect(JSON.stringify(results)).not.toMatch(/M1|X1|armorique/)
    expect((await mentee.delete(`me/exclusions/${known.json.id}`)).status).toBe(204)
    expect(await matchedAgain(house)).toEqual(['M1+X1'])
  })

  it('a new address does not undo an exclusion', async () => {
    const house = new House()
    await gatherCohort(house)
    await (await house.session(addressOf('X1'))).post('me/exclusions', { email: addressOf('M1') })
    const renamed = makeEmployee({ grade_rank: 1, manager: 'SIDE', email: 'new@armorique.example' })
    await house.root.put('employees/M1', renamed)
    expect(await matchedAgain(house)).toEqual([])
  })

  it('an exclusion after the reveal bars the pair without a word', async () => {
    const house = new House()
    await gatherCohort(house)
    const [proposal] = await matchAndApprove(house)
    const [mentor, mentee] = [await house.session(addressOf('M1')), await house.session(addressOf('X1'))]
    await mentor.post('me/exclusions', { email: addressOf('X1') })
    expect((await mentee.post(`proposals/${proposal?.id}/acceptance`)).status).toBe(204)
    expect((await mentor.post(`proposals/${proposal?.id}/acceptance`)).status).toBe(204)
    expect(await house.root.all('pairs')).toEqual([])
  })

  it('without script the forms lead back to the space, and a wrong address comes back in words', async () => {
    const house = new House()
    await gatherCohort(house)
    const mentee = await house.session(addressOf('X1'))
    const named = await mentee.form('/api/v1/me/exclusions', { language: 'en', email: 'a@armorique.example' })
    expect([named.status, named.headers.get('location')]).toEqual([303, '/en/me/'])
    const [id] = /exc_\w+/.exec((await mentee.get('/en/me/')).text) ?? []
    await mentee.form(`/api/v1/me/exclusions/${id}/withdrawal`, { language: 'en' })
    expect((await mentee.get('me/exclusions')).json.items).toEqual([])
    const wrong = await mentee.form('/api/v1/me/exclusions', { language: 'en', email: 'a@b@c' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Give a full e-mail address')
  })

  it('a mentee’s own choice of mentor is preferred, stays under the rules, and can be taken back (D1)', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 1 })
    const [first] = await matched(house)
    const other = first === 'M1+X1' ? 'M2' : 'M1'
    const mentee = await house.session(addressOf('X1'))
    const wish = { programme: 'regards-croises', email: addressOf(other) }
    expect((await mentee.post('me/mentor-wishes', wish)).status).toBe(201)
    expect((await mentee.get('/fr/me/')).text).toContain(addressOf(other))
    expect((await (await house.session(addressOf('M1'))).post('me/mentor-wishes', wish)).status).toBe(404)
    expect(await matchedAgain(house)).toEqual([`${other}+X1`])
    await house.root.put(`${HERE}/bans/${other}/X1`)
    expect(await matchedAgain(house)).toEqual([first])
    const back = await mentee.form('/api/v1/me/mentor-wishes/regards-croises/withdrawal', { language: 'fr' })
    expect(back.headers.get('location')).toBe('/fr/me/')
    expect((await mentee.delete('me/mentor-wishes/regards-croises')).status).toBe(404)
  })
})

describe('a run says what it was computed with', () => {
  it('objective, worst pair and proof; its settings are frozen with it', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 2, programme: { matching_objective: 'fair' } })
    await house.root.put(`${HERE}/locks/M1/X2`)
    await house.tick()
    const run = await newestRun(house)
    const scores = (await house.root.all(`match-runs/${run.id}/proposals`)).map(({ score }) => score)
    expect(run).toMatchObject({
      objective: 'fair',
      certified: true,
      failure: null,
      worst: Math.min(...scores),
    })
    await house.root.patch(HERE, { seniority_gap: 3, kept_bonus: 1000 })
    const row = await house.db.$client
      .prepare('SELECT settings FROM match_runs WHERE id = ?')
      .bind(run.id)
      .first<{ settings: string }>()
    expect(JSON.parse(row?.settings ?? '')).toMatchObject({
      rules: { seniority_gap: 1 },
      kept_bonus: 0,
      locked: [{ mentor: 'M1', mentee: 'X2' }],
    })
  })

  it('a run that takes the place of another may be told to change nothing of it', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 1 })
    const [first] = await matched(house)
    const other = first === 'M1+X1' ? 'M2' : 'M1'
    const mentee = await house.session(addressOf('X1'))
    await mentee.post('me/mentor-wishes', { programme: 'regards-croises', email: addressOf(other) })
    await house.root.patch(HERE, { changes_max: 0 })
    expect(await matchedAgain(house)).toEqual([first])
    await house.root.patch(HERE, { changes_max: null })
    expect(await matchedAgain(house)).toEqual([`${other}+X1`])
  })

  it('a lock that a rule forbids fails the run at once, in words, and the run before stays withdrawn', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 2 })
    await house.tick()
    const before = await newestRun(house)
    await house.root.put(`${HERE}/locks/M1/X1`)
    await house.root.put('employees/M1', makeEmployee({ grade_rank: 9, manager: 'SIDE' }))
    await matchedAgain(house)
    const run = await newestRun(house)
    expect(run).toMatchObject({
      state: 'failed',
      failure: { fr: expect.any(String), en: expect.any(String) },
    })
    const { attempts } = (await house.db.$client
      .prepare('SELECT attempts FROM match_runs WHERE id = ?')
      .bind(run.id)
      .first<{ attempts: number }>())!
    expect(attempts).toBe(1)
    const drafts = await house.root.all(`match-runs/${before.id}/proposals`)
    expect(new Set(drafts.map(({ state }) => state))).toEqual(new Set(['withdrawn']))
  })
})
