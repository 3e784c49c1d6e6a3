import { describe, expect, it } from 'vitest'
import type {
  ChangesShown,
  ExplanationShown,
  ObjectivesShown,
  PlanShown,
  RuleCostShown,
  SupplyShown,
  WaitingExplanationShown,
} from '#contract/explanation.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { addressOf, gatherCohort, newestRun } from '#test/cohort.ts'
import { House } from '#test/house.ts'
import { makeEmployee, makeMenteeAnswers, makeMentorAnswers, makeSignUp } from '#test/makers.ts'

const HERE = 'programmes/regards-croises'
const AI = { topic: 'ai-assistants', facet: 'usage' } as const

async function join(
  house: House,
  role: 'mentor' | 'mentee',
  person: string,
  answers: Answers,
  site = 'Rennes',
) {
  const isMentor = role === 'mentor'
  await house.root.put(
    `employees/${person}`,
    makeEmployee({
      given_name: `Camille-${person}`,
      grade_rank: isMentor ? 1 : 7,
      manager: isMentor ? 'SIDE' : 'HEAD',
      email: addressOf(person),
      job_family: 'finance',
      site,
    }),
  )
  await house.root.post(`${HERE}/sign-ups`, makeSignUp(role, person, answers))
}

/** Three mentors and three mentees who suit each other more or less. */
async function gatherVaried(house: House, programme: Record<string, unknown> = {}): Promise<void> {
  await gatherCohort(house, { mentors: 0, mentees: 0, programme: { kept_bonus: 0, ...programme } })
  const slots = [['mon-morning'], ['mon-morning', 'tue-midday'], ['thu-afternoon']]
  for (const n of [1, 2, 3]) {
    const G6 = { weeks: 1, slots: slots[n - 1] ?? [], where: 'either', hours: 4 } as const
    const mentor = makeMentorAnswers({ G6, OFFERS: [{ ...AI, level: n === 1 ? 4 : 3, last: 4 }] })
    await join(house, 'mentor', `M${n}`, mentor, n === 3 ? 'Brest' : 'Rennes')
    const mentee = makeMenteeAnswers({ G6, WANTS: [{ ...AI, level: n === 1 ? 0 : 1, target: 3 }] })
    await join(house, 'mentee', `X${n}`, mentee, n === 1 ? 'Brest' : 'Rennes')
  }
}

/** Asks for a run, and waits for it. */
async function run(house: House): Promise<Record<string, any>> {
  house.now += 1000
  await house.root.post(`${HERE}/match-runs`)
  await house.tick()
  return newestRun(house)
}

async function explained(house: House, id: string): Promise<ExplanationShown[]> {
  const proposals = await house.root.all(`match-runs/${id}/proposals`)
  const shown: ExplanationShown[] = []
  for (const proposal of proposals) {
    const told = await house.root.get<ExplanationShown>(
      `match-runs/${id}/proposals/${proposal.id}/explanation`,
    )
    expect(told.status).toBe(200)
    shown.push(told.json)
  }
  return shown
}

describe('why these two', () => {
  it('is said with their names, what passes first and then what counts most, with the rules they passed and advice for each', async () => {
    const house = new House()
    await gatherVaried(house)
    const { id } = await run(house)
    const all = await explained(house, id)
    expect(all).toHaveLength(3)
    for (const { proposal, facts, passed, tips, left_out } of all) {
      const { mentor, mentee } = proposal.people
      expect(mentor).toMatchObject({ person: proposal.mentor, name: `Camille-${proposal.mentor} Kerdoncuff` })
      const topic = facts.find(({ en }) => en.startsWith(`${mentor.name} can pass on`))
      expect(topic?.en).toContain(`${mentee.name} wants to go from`)
      expect(topic?.en).toContain('last practised this week')
      expect(topic?.fr).toContain(`${mentor.name} peut transmettre`)
      expect(topic?.fr).toContain('dernière pratique cette semaine')
      expect(facts[0]).toEqual(topic)
      const points = facts.flatMap(
        ({ en }) => proposal.reasons.find((reason) => reason.en === en)?.points ?? [],
      )
      expect(points.length).toBeGreaterThan(1)
      expect(points).toEqual([...points].sort((one, other) => other - one))
      expect(facts.every(({ fr, en }) => fr !== en && !/\b(you|vous|votre|your)\b/i.test(fr + en))).toBe(true)
      expect(passed.find(({ rule }) => rule === 'reporting-line')?.finding.en).toContain('No reporting line')
      expect(tips.mentor).toEqual(proposal.tips)
      expect(left_out).toBeNull()
    }
  })

  it('the regret of another partner is the difference to a run in which that pair is locked', async () => {
    for (const matching_objective of ['coverage', 'quality', 'fair']) {
      const house = new House()
      await house.db.$client.exec('DELETE FROM people')
      await house.db.$client.exec('DELETE FROM reporting_lines')
      await house.db.$client.exec('DELETE FROM programmes')
      await house.db.$client.exec('DELETE FROM participants')
      await house.db.$client.exec('DELETE FROM pair_decisions')
      await gatherVaried(house, { matching_objective })
      const before = await run(house)
      const [{ proposal, alternatives } = {} as ExplanationShown] = await explained(house, before.id)
      const costs = [
        ...alternatives.mentee.map(({ partner, regret }) => [`${partner.person}/${proposal.mentee}`, regret]),
        ...alternatives.mentor.map(({ partner, regret }) => [`${proposal.mentor}/${partner.person}`, regret]),
      ] as [string, ExplanationShown['alternatives']['mentee'][number]['regret']][]
      expect(costs).toHaveLength(4)
      const costly = costs.filter(([, { points }]) => points > 0)
      expect(costly.length).toBeGreaterThan(0)
      for (const [pair, regret] of matching_objective === 'coverage' ? costs : costly.slice(0, 1)) {
        await house.root.put(`${HERE}/locks/${pair}`)
        const forced = await run(house)
        expect({ pairs: before.matched - forced.matched, points: before.total - forced.total }).toEqual({
          pairs: regret.pairs,
          points: regret.points,
        })
        await house.root.delete(`${HERE}/locks/${pair}`)
        if (regret.points > 0 && regret.pairs === 0) {
          expect(regret.en).toMatch(/^The programme would lose no pair and (less than )?[\d.]+% of its total/)
          expect(regret.fr).toMatch(/^Le programme ne perdrait aucun binôme, mais (moins de )?[\d,]+\u00a0% /)
        }
      }
    }
  })

  it('a pair that the organisers fixed says so, and weighs no other', async () => {
    const house = new House()
    await gatherVaried(house)
    await house.root.put(`${HERE}/locks/M1/X1`)
    const { id } = await run(house)
    const locked = (await explained(house, id)).find(({ proposal }) => proposal.mentor === 'M1')
    expect(locked?.alternatives).toEqual({ mentee: [], mentor: [] })
    expect(locked?.left_out?.en).toMatch(/organisers fixed this pair/)
  })
})

describe('why somebody waits', () => {
  it('names who suits, who holds their places, and what would bring the person in', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    const { id } = await run(house)
    const [waiting] = await house.root.all(`match-runs/${id}/waiting`)
    const other = waiting?.person === 'X1' ? 'X2' : 'X1'
    const { json } = await house.root.get<WaitingExplanationShown>(
      `match-runs/${id}/waiting/mentee/${waiting?.person}`,
    )
    expect(json).toMatchObject({ reason: 'places-taken', role: 'mentee', rules: [], left_out: null })
    expect(json.suitors).toMatchObject([{ partner: { person: 'M1' }, held_by: [{ person: other }] }])
    expect(json.changes[0]?.en).toContain('one more place with Junior1 Kerdoncuff')
  })

  it('counts what each rule removes, alone and with others, and says what would help', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 0 })
    await join(house, 'mentor', 'M2', makeMentorAnswers({ G2: ['de'] }))
    await join(
      house,
      'mentee',
      'X1',
      makeMenteeAnswers({ WANTS: [{ topic: 'climate', facet: 'usage', level: 1, target: 3 }] }),
    )
    const { id } = await run(house)
    const { json } = await house.root.get<WaitingExplanationShown>(`match-runs/${id}/waiting/mentee/X1`)
    expect(json.reason).toBe('no-candidate')
    expect(json.rules.map(({ rule, alone, together }) => [rule, alone, together])).toEqual([
      ['topic', 1, 1],
      ['language', 0, 1],
    ])
    expect(json.changes.map(({ en }) => en)).toEqual(['Adding a topic to the answers would help.'])
  })

  it('a mentor with nobody reads what they could pass on, and who holds those who suit', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 2, mentees: 1 })
    const { id } = await run(house)
    const waiting = (await house.root.all(`match-runs/${id}/waiting`)).find(({ role }) => role === 'mentor')
    const { json } = await house.root.get<WaitingExplanationShown>(
      `match-runs/${id}/waiting/mentor/${waiting?.person}`,
    )
    expect(json.suitors).toHaveLength(1)
    expect(json.suitors[0]?.held_by).toHaveLength(1)
    expect(json.changes[0]?.fr).toMatch(/^L’inscription d’une personne de plus qui souhaite «/)
  })
})

describe('a run seen from above', () => {
  it('each objective stands beside the one chosen, which changes nothing', async () => {
    const house = new House()
    await gatherVaried(house)
    const { id, matched, total, worst } = await run(house)
    const { json } = await house.root.get<ObjectivesShown>(`match-runs/${id}/objectives`)
    expect(json.chosen).toBe('coverage')
    expect(json.objectives.map(({ objective }) => objective)).toEqual(['coverage', 'quality', 'fair'])
    expect(json.objectives[0]).toMatchObject({
      matched,
      total,
      worst,
      differs: 0,
      mean: Math.round(total / matched),
    })
    expect(json.objectives[1]?.total).toBeGreaterThanOrEqual(total)
    expect(json.objectives[2]?.worst).toBeGreaterThanOrEqual(worst)
  })

  it('what a rule costs is what a run without it brings, before the reveal and after', async () => {
    const house = new House()
    const rule = {
      name: 'no-brest',
      effect: 'must-not',
      when: [],
      test: { kind: 'is', role: 'mentor', field: 'site', values: ['Brest'] },
    }
    await gatherVaried(house, { own_rules: [rule] })
    const { id, matched, total } = await run(house)
    const costs = async () => {
      const { status, json } = await house.root.get<{ items: RuleCostShown[]; next_cursor: null }>(
        `match-runs/${id}/rules`,
      )
      expect([status, json.next_cursor]).toEqual([200, null])
      return json.items
    }
    const drafted = await costs()
    const own = drafted.find((one) => one.rule === 'own:no-brest')
    await house.root.post(`match-runs/${id}/approval`)
    expect(await costs()).toEqual(drafted)
    expect(drafted.find((one) => one.rule === 'past')).toMatchObject({ removes: 0, gain: null })
    const other = new House()
    await other.db.$client.exec('DELETE FROM proposals')
    await other.db.$client.exec('DELETE FROM match_runs')
    await other.root.patch(HERE, { own_rules: [] })
    const free = await run(other)
    expect(own?.gain).toEqual({ pairs: free.matched - matched, points: free.total - total })
    expect(own?.removes).toBeGreaterThan(0)
    expect(own?.gain?.pairs).toBeGreaterThan(0)
    expect(own?.en).toContain('Without it')
  })

  it('supply tells what is offered and wanted in vain, who is idle, and where a place is worth most', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 2 })
    await join(
      house,
      'mentor',
      'M9',
      makeMentorAnswers({ OFFERS: [{ topic: 'climate', facet: 'usage', level: 4, last: 4 }] }),
    )
    const { id } = await run(house)
    const { json } = await house.root.get<SupplyShown>(`match-runs/${id}/supply`)
    expect(json.topics.find(({ topic }) => topic === 'ai-assistants')).toMatchObject({
      offered: 1,
      wanted: 2,
      matched: 1,
    })
    expect(json.idle_mentors).toMatchObject([{ person: 'M9', name: 'Camille-M9 Kerdoncuff' }])
    expect(json.idle_mentors[0]?.words.en).toContain('nobody wants')
    expect(json.places).toMatchObject([{ mentor: { person: 'M1' } }])
    expect(json.places[0]?.words.en).toContain('1 more pair')
  })

  it('a run is compared with the one whose place it took, or any other of the programme', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 1 })
    const first = await run(house)
    expect((await house.root.get(`match-runs/${first.id}/changes`)).json).toEqual({
      since: null,
      same: 0,
      changes: [],
    })
    await join(house, 'mentor', 'M9', makeMentorAnswers())
    await join(house, 'mentee', 'X9', makeMenteeAnswers())
    const second = await run(house)
    const { json } = await house.root.get<ChangesShown>(`match-runs/${second.id}/changes`)
    expect(json.since).toBe(first.id)
    expect(json.same + json.changes.length).toBe(2)
    const joined = json.changes.find(({ kind }) => kind === 'new')
    expect(joined).toMatchObject({ person: { person: 'X9' }, before: null, role: 'mentee' })
    expect(joined?.why.en).toMatch(/has joined since/)
    await house.root.put(`${HERE}/bans/M1/X1`)
    await house.root.put(`${HERE}/bans/M9/X1`)
    const third = await run(house)
    const since = await house.root.get<ChangesShown>(`match-runs/${third.id}/changes?since=${first.id}`)
    expect(since.json.since).toBe(first.id)
    const gone = since.json.changes.find(({ person }) => person.person === 'X1')
    expect(gone).toMatchObject({ kind: 'gone', before: { person: 'M1' }, after: null })
    expect(gone?.why.en).toBe('This pair is no longer among the possible ones.')
    expect((await house.root.get(`match-runs/${third.id}/changes?since=run_x`)).status).toBe(404)
  })

  it('a plan says how many mentors and waves it takes, and what it cannot work out', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 0 })
    const plan = (mentees: string) => house.root.get<PlanShown>(`${HERE}/plan?mentees=${mentees}`)
    const empty = await plan('10')
    expect(empty.status).toBe(409)
    await join(house, 'mentee', 'X1', makeMenteeAnswers())
    const { json } = await plan('10')
    expect(json).toMatchObject({ mentees: 10, mentors: 1, places: 1, waves: 10, mentors_missing: 9 })
    expect(json.topics).toMatchObject([{ topic: 'ai-assistants', mentors: 9 }])
    expect(json.words.length).toBeGreaterThan(1)
    for (const wrong of ['0', '-1', 'x', '100001', '1e9', '']) expect((await plan(wrong)).status).toBe(422)
    const large = await plan('100000')
    expect(large.status).toBe(422)
    expect((large.json as any).detail).toMatch(/3.000/)
    expect((await house.root.get('programmes/unknown/plan?mentees=10')).status).toBe(404)
  })
})

describe('what is confidential stays so', () => {
  it('a refusal or a confidential request after the run changes no word at any door', async () => {
    const house = new House()
    await gatherVaried(house)
    await join(house, 'mentee', 'X4', makeMenteeAnswers())
    const climate = { topic: 'climate', facet: 'usage', level: 1, target: 3 } as const
    await join(house, 'mentee', 'X5', makeMenteeAnswers({ WANTS: [climate] }))
    const { id } = await run(house)
    await house.root.post(`match-runs/${id}/approval`)
    const proposals = await house.root.all(`match-runs/${id}/proposals`)
    const waiting = (await house.root.all(`match-runs/${id}/waiting`)).find(({ person }) => person !== 'X5')
    const everything = async () => {
      const texts: string[] = []
      for (const door of [
        ...proposals.map((proposal) => `proposals/${proposal.id}/explanation`),
        `waiting/mentee/${waiting?.person}`,
        'waiting/mentee/X5',
        'objectives',
        'rules',
        'supply',
        'changes',
      ]) {
        const { status, text } = await house.root.get(`match-runs/${id}/${door}`)
        expect(status, door).toBe(200)
        texts.push(text)
      }
      return texts
    }
    const before = await everything()
    const [first] = proposals
    const mentor = await house.session(addressOf(first?.mentor))
    expect((await mentor.post(`proposals/${first?.id}/refusal`)).status).toBe(204)
    await mentor.post('me/exclusions', { email: addressOf(waiting?.person) })
    await mentor.post('me/exclusions', { email: addressOf(first?.mentee) })
    await mentor.post('me/exclusions', { email: addressOf('X5') })
    expect(await everything()).toEqual(before)
  })

  it('who waits for no reason but a confidential request is told like anybody, with no count of it', async () => {
    const house = new House()
    await gatherCohort(house, { mentors: 1, mentees: 1 })
    await (await house.session(addressOf('M1'))).post('me/exclusions', { email: addressOf('X1') })
    const { id } = await run(house)
    for (const [role, person] of [
      ['mentee', 'X1'],
      ['mentor', 'M1'],
    ]) {
      const { json } = await house.root.get<WaitingExplanationShown>(
        `match-runs/${id}/waiting/${role}/${person}`,
      )
      expect(json.rules).toEqual([])
      expect(json.suitors).toEqual([])
      expect(json.words.en).toBe('The possible pairs have already been looked at. New sign-ups will help.')
      expect(JSON.stringify(json)).not.toMatch(/confiden|exclu|asked not|proposed before|déjà été proposé/i)
    }
    const rules = await house.root.all<RuleCostShown>(`match-runs/${id}/rules?`)
    expect(rules.filter(({ removes }) => removes > 0)).toEqual([])
  })

  it('participants and strangers read none of it', async () => {
    const house = new House()
    await gatherCohort(house)
    const { id } = await run(house)
    const mentee = await house.session(addressOf('X1'))
    for (const door of [
      'objectives',
      'rules',
      'supply',
      'changes',
      'waiting/mentee/X1',
      'proposals/x/explanation',
    ]) {
      expect((await mentee.get(`match-runs/${id}/${door}`)).status).toBe(403)
      expect((await house.stranger.get(`match-runs/${id}/${door}`)).status).toBe(401)
    }
  })
})

describe('what cannot be explained says so', () => {
  it('unknown runs, people and proposals are not found, and a run that is not computed says what to do', async () => {
    const house = new House()
    await gatherCohort(house)
    house.now += 1000
    const { json: queued } = await house.root.post(`${HERE}/match-runs`)
    for (const door of [
      'objectives',
      'rules',
      'supply',
      'changes',
      'waiting/mentee/X1',
      'proposals/x/explanation',
    ]) {
      expect((await house.root.get(`match-runs/run_unknown/${door}`)).status).toBe(404)
      const early = await house.root.get(`match-runs/${queued.id}/${door}`)
      expect(early.status).toBe(409)
      expect(early.json.detail).toContain('Revenez dans une minute')
    }
    await house.tick()
    for (const door of [
      'waiting/mentee/X1',
      'waiting/boss/X1',
      'waiting/mentee/NOBODY',
      'proposals/x/explanation',
    ]) {
      expect((await house.root.get(`match-runs/${queued.id}/${door}`)).status).toBe(404)
    }
    await house.root.put(`${HERE}/groups/comex`, { label: 'Comité', served_first: true, people: ['X1'] })
    await house.root.put(`${HERE}/bans/M1/X1`)
    const failed = await run(house)
    expect(failed.state).toBe('failed')
    expect((await house.root.get(`match-runs/${failed.id}/objectives`)).json.detail).toContain(
      'n’a pas abouti',
    )
  })

  it('a run with too many possible pairs still tells why these two, and says what it leaves out', async () => {
    const house = new House()
    await gatherCohort(house)
    const { id } = await run(house)
    await house.db.$client
      .prepare('UPDATE match_runs SET mentors = 10000, mentees = 10000 WHERE id = ?')
      .bind(id)
      .run()
    const [shown] = await explained(house, id)
    expect(shown?.facts.length).toBeGreaterThan(0)
    expect(shown?.left_out?.fr).toContain('trop de binômes')
    for (const door of ['objectives', 'rules', 'supply']) {
      expect((await house.root.get(`match-runs/${id}/${door}`)).status).toBe(422)
    }
  })
})
