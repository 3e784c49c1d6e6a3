import { describe, expect, test } from 'vitest'
import { commonPoints, explainPair, tipsFor } from '#matching/explain.ts'
import { runMatch } from '#matching/match.ts'
import type { Member } from '#matching/member.ts'
import { makeInput, makeMember, offer, want } from './matching-makers.ts'

/** The pairs of a run, mentors by mentee. */
function pairsOf(mentors: Member[], mentees: Member[]) {
  return runMatch(makeInput(mentors, mentees)).pairs.map(({ mentor, mentee, facts, score }) => ({
    mentor: mentors.find(({ id }) => id === mentor)!.person,
    mentee: mentees.find(({ id }) => id === mentee)!.person,
    facts,
    score,
  }))
}

describe('a junior accountant with blockchain, and a communications junior with Instagram (C21)', () => {
  const accountant = makeMember('mentor', {
    person: 'accountant',
    jobFamily: 'accounting',
    answers: { OFFERS: [offer('blockchain')] },
  })
  const communicator = makeMember('mentor', {
    person: 'communicator',
    jobFamily: 'communication',
    answers: { OFFERS: [offer('instagram')] },
  })
  const manager = (...wants: ReturnType<typeof want>[]) =>
    makeMember('mentee', { person: 'manager', jobFamily: 'communication', answers: { WANTS: wants } })

  test.each([
    ['blockchain first', manager(want('blockchain'), want('instagram'))],
    ['Instagram first', manager(want('instagram'), want('blockchain'))],
  ])('a communication manager who wants both gets the near one: %s', (_, mentee) => {
    expect(pairsOf([accountant, communicator], [mentee])).toMatchObject([{ mentor: 'communicator' }])
  })

  test('where there is nobody nearer, the risk is told to the organiser and advice to both', () => {
    const [pair] = pairsOf([accountant], [manager(want('blockchain'), want('instagram'))])
    expect(pair!.facts.warnings).toEqual(['far-trades'])
    expect(explainPair(pair!.facts).find(({ criterion }) => criterion === 'field')).toMatchObject({
      points: 0,
      fr: 'Métiers éloignés\u00a0: «\u00a0Comptabilité\u00a0» et «\u00a0Communication\u00a0».',
      en: 'Distant fields: “Accounting” and “Communication”.',
    })
    expect(tipsFor(pair!.facts, 'mentor')[0]!.fr).toContain('un cas réel de la personne que vous accompagnez')
    expect(tipsFor(pair!.facts, 'mentee')[0]!.en).toContain('Bring a real case')
    expect(
      commonPoints(pair!.facts)
        .map(({ en }) => en)
        .join(' '),
    ).not.toContain('Accounting')
  })

  test('a topic of one field is no risk between neighbours or where a trade is not known, nor one useful anywhere between far trades', () => {
    const near = makeMember('mentor', { jobFamily: 'finance', answers: { OFFERS: [offer('blockchain')] } })
    const mentee = makeMember('mentee', { jobFamily: 'accounting', answers: { WANTS: [want('blockchain')] } })
    expect(pairsOf([near], [mentee])[0]!.facts.warnings).toEqual([])
    const unknown = makeMember('mentor', { jobFamily: null, answers: { OFFERS: [offer('blockchain')] } })
    expect(pairsOf([unknown], [mentee])[0]!.facts.warnings).toEqual([])
    const far = makeMember('mentor', { jobFamily: 'logistics' })
    expect(pairsOf([far], [makeMember('mentee')])[0]!.facts.warnings).toEqual([])
  })
})

describe('an executive at level 3 who wants the stakes of AI to level 4', () => {
  const executive = makeMember('mentee', { answers: { WANTS: [want('ai-assistants', 4, 'stakes', 3)] } })
  const mentor = (facet: 'usage' | 'stakes') =>
    makeMember('mentor', { person: facet, answers: { OFFERS: [offer('ai-assistants', 4, facet)] } })
  const need = (facet: 'usage' | 'stakes') => pairsOf([mentor(facet)], [executive])[0]!.facts.criteria.need[0]

  test('suits a mentor at 4 in the stakes', () => {
    const [pair] = pairsOf([mentor('stakes'), mentor('usage')], [executive])
    expect(pair).toMatchObject({
      mentor: 'stakes',
      facts: { topics: [{ near: 1, level: 4, today: 3, wish: 4 }] },
    })
    expect(explainPair(pair!.facts)[0]!.fr).toBe(
      'La personne mentorée souhaite «\u00a0Assistants d’IA au quotidien\u00a0» (enjeux)\u00a0; le mentor propose ce sujet. ' +
        'Niveau proposé\u00a0: «\u00a0je l’ai exposé à d’autres\u00a0», pratiqué\u00a0: cette semaine. ' +
        'Niveau actuel\u00a0: «\u00a0je m’en sers pour décider ou recommander\u00a0», souhaité\u00a0: «\u00a0je l’ai exposé à d’autres\u00a0».',
    )
  })
  test('and, at .6 of that, a mentor at 4 in its usage', () => {
    expect(need('usage')).toBeCloseTo(0.6 * need('stakes'), 4)
    const [pair] = pairsOf([mentor('usage')], [executive])
    expect(explainPair(pair!.facts)[0]!.en).toContain('the mentor offers the same topic (usage).')
  })
})

test('a shift technician with one slot is matched with a newly arrived engineer of a higher grade, on site (D14)', () => {
  const technician = makeMember('mentee', {
    person: 'technician',
    gradeRank: 2,
    hiredIn: 24_000,
    jobFamily: 'production',
    site: 'Brest',
    answers: {
      G6: { weeks: 2, slots: ['a-thu-night'], where: 'on-site', hours: 2 },
      WANTS: [want('spreadsheets')],
    },
  })
  const engineer = (person: string, site: string, hiredIn: number) =>
    makeMember('mentor', {
      person,
      gradeRank: 4,
      hiredIn,
      jobFamily: 'engineering',
      site,
      answers: {
        G6: { weeks: 1, slots: ['thu-night', 'fri-midday'], where: 'either', hours: 2 },
        OFFERS: [offer('spreadsheets')],
      },
    })
  const newcomer = engineer('newcomer', 'Brest', 24_100)
  const mentors = [engineer('elsewhere', 'Nantes', 24_100), engineer('veteran', 'Brest', 23_900), newcomer]
  const [pair, ...others] = pairsOf(mentors, [technician])
  expect(others).toEqual([])
  expect(pair).toMatchObject({ mentor: 'newcomer', facts: { slots: 1, meet: ['on-site'], site: 'same' } })
  expect(commonPoints(pair!.facts).map(({ fr }) => fr)).toEqual([
    'Un sujet à partager\u00a0: «\u00a0Tableurs\u00a0: calculer et présenter\u00a0» (usage).',
    'Vous pouvez échanger en français.',
    'Vous avez un moment commun dans la semaine.',
    'Vous travaillez au même endroit.',
  ])
})

describe('a mentor who explains by experience and a mentee who looks for the principle (C11)', () => {
  const mentee = makeMember('mentee', {
    answers: { LP1: 2, LP2: 1, LP3: 2, LP4: 1, WANTS: [want('instagram', 2, 'usage', 1)] },
  })
  const opposite = makeMember('mentor', {
    person: 'opposite',
    answers: { LP1: -1, LP2: -2, LP3: -1, LP4: -2, TS1: -1, TS2: -2 },
  })
  /** Learns as the mentee does, but knows the topic less well: lift .9 if practised this week, .7 if this month. */
  const alike = (last: number) =>
    makeMember('mentor', {
      person: 'alike',
      answers: {
        LP1: 1,
        LP2: 2,
        LP3: 1,
        LP4: 2,
        TS1: 1,
        TS2: 2,
        OFFERS: [offer('instagram', 2, 'usage', last)],
      },
    })

  test('leave each other to another partner who costs the programme less than 3 %', () => {
    const [pair] = pairsOf([opposite, alike(4)], [mentee])
    expect(pair!.mentor).toBe('alike')
    const [best, chosen] = [pairsOf([opposite], [mentee])[0]!.facts, pair!.facts]
    const cost = best.criteria.need[2] - chosen.criteria.need[2]
    expect(cost).toBeGreaterThan(20_000)
    expect(cost).toBeLessThan(30_000)
  })
  test('stay together where another partner would cost more, and the mentor gets a tip', () => {
    const [pair] = pairsOf([opposite, alike(3)], [mentee])
    expect(pair!.mentor).toBe('opposite')
    expect(pair!.facts.warnings).toEqual(['opposite-learning'])
    expect(pair!.facts.learning).toMatchObject({ preference: 0.75, manner: -0.75, fit: 0.25 })
    expect(tipsFor(pair!.facts, 'mentor').map(({ fr }) => fr)).toEqual([
      'La personne que vous accompagnez aime comprendre le principe avant d’essayer. Commencez par une vue d’ensemble, puis passez à l’exercice.',
    ])
    expect(tipsFor(pair!.facts, 'mentee')).toEqual([])
  })
})
