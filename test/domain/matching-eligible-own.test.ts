import { describe, expect, test } from 'vitest'
import { type PairingRule, RULE_FIELDS, type RuleField } from '#domain/pairing-rule.ts'
import { aboveWithin, hierarchyOf, inOneLine, levelsBetween } from '#domain/reporting-line.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { firstObstacle, obstaclesOf, ownObstacle, RULES } from '#matching/eligible.ts'
import { explainPassed, factsOf, type PairFacts, RULE_WORDS } from '#matching/explain.ts'
import { runMatch } from '#matching/match.ts'
import { type MatchInput, type MatchRules, pairKey } from '#matching/member.ts'
import { ownRuleWords, valuesOf } from '#matching/own-rule.ts'
import { makeInput, makeMember, type Overrides } from './matching-makers.ts'

type Given = Partial<Pick<MatchInput, 'banned' | 'past' | 'hierarchy'>> & { rules?: Partial<MatchRules> }

function cohortOf(given: Given, mentor: Overrides = {}, mentee: Overrides = {}) {
  return prepareCohort(makeInput([makeMember('mentor', mentor)], [makeMember('mentee', mentee)], given))
}

function obstacle(given: Given, mentor: Overrides = {}, mentee: Overrides = {}) {
  const cohort = cohortOf(given, mentor, mentee)
  return firstObstacle(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
}

function facts(given: Given, mentor: Overrides = {}, mentee: Overrides = {}): PairFacts {
  const cohort = cohortOf(given, mentor, mentee)
  return factsOf(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
}

describe('a ban of the organisers', () => {
  const banned = new Set([pairKey('mentor', 'mentee')])
  test('keeps two people apart, that way round only', () => {
    expect(obstacle({ banned })).toBe('ban')
    expect(obstacle({ banned: new Set([pairKey('mentee', 'mentor')]) })).toBeNull()
  })
  test('shows as what it is only where nothing of before keeps them apart already', () => {
    expect(obstacle({ banned, past: banned })).toBe('past')
  })
})

describe('rules of the organiser’s own', () => {
  const rule = (over: Partial<PairingRule>): PairingRule => ({
    name: 'own-one',
    effect: 'must',
    when: [],
    test: { kind: 'same', field: 'subsidiary' },
    ...over,
  })
  const own = (...rules: PairingRule[]): Given => ({ rules: { own: rules } })
  const at = (subsidiary: string | null): Overrides => ({ subsidiary })

  test('may ask for the same value on both sides', () => {
    expect(obstacle(own(rule({})), at('North'), at('North'))).toBeNull()
    expect(obstacle(own(rule({})), at('North'), at('South'))).toBe('own')
  })
  test('may ask for values that differ', () => {
    const apart = own(rule({ effect: 'must-not' }))
    expect(obstacle(apart, at('North'), at('North'))).toBe('own')
    expect(obstacle(apart, at('North'), at('South'))).toBeNull()
  })
  test('take what is not known for equal to nothing', () => {
    expect(obstacle(own(rule({})), at(null), at(null))).toBe('own')
    expect(obstacle(own(rule({ effect: 'must-not' })), at(null), at(null))).toBeNull()
    const mentorOfNorth: PairingRule['test'] = {
      kind: 'is',
      role: 'mentor',
      field: 'subsidiary',
      values: ['North'],
    }
    expect(obstacle(own(rule({ test: mentorOfNorth })), at(null), {})).toBe('own')
    expect(obstacle(own(rule({ test: mentorOfNorth, effect: 'must-not' })), at(null), {})).toBeNull()
  })
  test('concern only the pairs for which every condition holds', () => {
    const coached = rule({
      when: [
        { role: 'mentee', field: 'grade_rank', values: ['8', '9'] },
        { role: 'mentor', field: 'site', values: ['Rennes'] },
      ],
      test: { kind: 'is', role: 'mentor', field: 'coach', values: ['yes', 'later'] },
    })
    const willing = (COACH: 'yes' | 'no'): Overrides => ({ answers: { COACH } })
    expect(obstacle(own(coached), willing('no'), { gradeRank: 8 })).toBe('own')
    expect(obstacle(own(coached), willing('yes'), { gradeRank: 8 })).toBeNull()
    expect(obstacle(own(coached), willing('no'), { gradeRank: 5 })).toBeNull()
    expect(obstacle(own(coached), { ...willing('no'), site: 'Brest' }, { gradeRank: 8 })).toBeNull()
  })
  test('are told by name, the first that forbids', () => {
    const rules = [
      rule({ name: 'same-site', test: { kind: 'same', field: 'site' } }),
      rule({ name: 'same-company' }),
      rule({ name: 'never', effect: 'must-not', test: { kind: 'same', field: 'languages' } }),
    ]
    const cohort = cohortOf(own(...rules), at('North'), at('South'))
    expect(ownObstacle(cohort, cohort.mentors[0]!, cohort.mentees[0]!)?.name).toBe('same-company')
  })
  test('leave no pair to a run that they forbid', () => {
    const input = makeInput([makeMember('mentor', at('North'))], [makeMember('mentee', at('South'))], {
      rules: { own: [rule({})] },
    })
    expect(runMatch(input)).toMatchObject({ pairs: [], admissible: 0 })
    expect(runMatch({ ...input, rules: { ...input.rules, own: [] } }).pairs).toHaveLength(1)
  })
  test('can look at every field, and be read in both languages', () => {
    const member = makeMember('mentee', {
      subsidiary: 'North',
      answers: { NEED1: 2, NEED2: 4, COACH: 'later', IM: ['IM1'], OFFERS: [], WANTS: [] },
    })
    for (const field of Object.keys(RULE_FIELDS) as RuleField[]) {
      const values = valuesOf(member, field)
      expect(values, field).toHaveLength(field === 'offers' || field === 'wants' ? 0 : 1)
      const is = { role: 'mentee' as const, field, values: [...values, 'other'] }
      for (const given of [
        rule({ test: { kind: 'same', field } }),
        rule({ effect: 'must-not', when: [is], test: { kind: 'is', ...is, role: 'mentor' } }),
      ]) {
        const { fr, en } = ownRuleWords(given)
        for (const text of [fr, en]) expect(text).toMatch(/^(Dans|Quand|In|Where) .*\.$/)
        expect(`${fr}${en}`).not.toMatch(/undefined|null|!/)
      }
    }
    expect(ownRuleWords(rule({ when: [{ role: 'mentee', field: 'need_when', values: ['0'] }] }))).toEqual({
      fr: 'Quand la personne mentorée a pour «\u00a0Usage dans les six mois\u00a0» «\u00a0pas encore\u00a0», les deux personnes ont une réponse commune à «\u00a0Entité\u00a0».',
      en: 'Where the mentee has for “Use within six months” “not yet”, the two people share an answer to “Company”.',
    })
  })
})

describe('the appraisal-chain exception', () => {
  // mentor → A → B → C → mentee, with a dotted line mentor → D → mentee2
  const hierarchy = hierarchyOf(
    [
      ['mentor', 'A'],
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'mentee'],
      ['mentor', 'D'],
      ['D', 'dotted'],
    ].map(([person, manager]) => ({ person: person!, manager: manager! })),
  )
  const named = (...levels: [string, number][]): Given => ({
    hierarchy,
    rules: { appraisalLevels: new Map(levels) },
  })

  test('opens a pair beyond so many levels, when either of the two is named', () => {
    expect(obstacle(named())).toBe('reporting-line')
    expect(obstacle(named(['mentee', 3]))).toBeNull()
    expect(obstacle(named(['mentor', 3]))).toBeNull()
    expect(obstacle(named(['somebody', 3]))).toBe('reporting-line')
    expect(obstacle(named(['mentee', 4]))).toBe('reporting-line')
  })
  test('takes the longer reach where both are named', () => {
    expect(levelsBetween(new Map([['a', 2]]), 'a', 'b')).toBe(2)
    expect(
      levelsBetween(
        new Map([
          ['a', 2],
          ['b', 4],
        ]),
        'a',
        'b',
      ),
    ).toBe(4)
    expect(levelsBetween(new Map(), 'a', 'b')).toBeNull()
    expect(levelsBetween(new Map([['a', 0]]), 'a', 'b')).toBe(1)
  })
  test('counts dotted lines like others, by the shortest way', () => {
    expect(aboveWithin(hierarchy, 'mentor', 1)).toEqual(new Set(['A', 'D']))
    expect(aboveWithin(hierarchy, 'mentor', 2)).toEqual(new Set(['A', 'D', 'B', 'dotted']))
    expect(obstacle(named(['mentor', 2]), {}, { person: 'dotted' })).toBe('reporting-line')
    expect(obstacle(named(['mentor', 1]), {}, { person: 'dotted' })).toBeNull()
    expect(obstacle(named(['mentor', 1]), {}, { person: 'D' })).toBe('reporting-line')
  })
  test('is the same for acceptance and every change of the chart', () => {
    expect(inOneLine(hierarchy, 'mentor', 'mentee')).toBe(true)
    expect(inOneLine(hierarchy, 'mentee', 'mentor', new Map([['mentee', 3]]))).toBe(false)
    expect(inOneLine(hierarchy, 'mentee', 'mentor', new Map([['mentee', 4]]))).toBe(true)
  })
  test('is told with the pair that exists only thanks to it', () => {
    expect(facts(named(['mentee', 3])).exception).toEqual({ levels: 3 })
    expect(facts(named(['mentee', 3]), { person: 'else' }).exception).toBeNull()
    const line = explainPassed(facts(named(['mentee', 3]))).find(({ rule }) => rule === 'reporting-line')
    expect(line?.en).toContain('beyond the appraisal chain (3 levels)')
  })
})

describe('the rules that a pair passed', () => {
  const said = (given: PairFacts) =>
    Object.fromEntries(explainPassed(given).map(({ rule, en }) => [rule, en]))
  test('are told one by one with what was found', () => {
    expect(said(facts({}))).toEqual({
      'same-person': 'Nobody mentors themselves, even with both roles.',
      leaver: 'Both people are still there and have not left the programme.',
      consent: 'Both people take part of their own will and have read the charter.',
      past: 'Nothing of before keeps the two people apart.',
      ban: 'The organisers have not ruled this pair out.',
      'reporting-line': 'No reporting line in either direction.',
      language: 'They can talk in French.',
      meeting: 'On site or remotely.',
      seniority: 'By grade.',
      topic: 'Topic wanted and offered: “Instagram” (usage).',
      capacity: 'Both people have a place left.',
    })
  })
  test('say by what seniority runs the right way', () => {
    const years = 12
    const by = (mentor: Overrides, mentee: Overrides, rules: Partial<MatchRules> = {}) =>
      facts({ rules }, mentor, mentee).passed?.seniority
    expect(by({}, {})).toBe('grade')
    expect(by({ gradeRank: 6, hiredIn: 9 * years }, { hiredIn: 0 })).toBe('experience')
    expect(by({ hiredIn: 9 * years }, { hiredIn: 0 })).toBe('both')
    expect(by({ gradeRank: null }, {})).toBe('unknown')
    expect(by({}, {}, { senior: null })).toBe('not-asked')
  })
  test('can be read from facts of before they were kept', () => {
    const { passed, exception, different, ...old } = facts({})
    expect([passed, exception, different]).toEqual([{ seniority: 'grade', own: [] }, null, []])
    expect(said(old).seniority).toBe('Grade or experience run in the direction of the programme.')
  })
  test('have a name and a sentence each, in both languages', () => {
    for (const rule of RULES) {
      const { name, asks } = RULE_WORDS[rule]
      for (const text of [asks.fr, asks.en]) expect(text).toMatch(/^\p{Lu}.*[^!]\.$/u)
      for (const text of [name.fr, name.en]) expect(text).toMatch(/^\p{Lu}[^.]*$/u)
    }
  })
})

describe('all that stands in the way', () => {
  test('is told, and not only the first', () => {
    const cohort = cohortOf({}, { answers: { G2: ['de'], OFFERS: [] }, capacity: 0 })
    expect(obstaclesOf(cohort, cohort.mentors[0]!, cohort.mentees[0]!)).toEqual([
      'language',
      'topic',
      'capacity',
    ])
  })
})

test('a mentee who may have two mentors gets two, and one more where one is there already', () => {
  const mentors = ['a', 'b', 'c'].map((person) => makeMember('mentor', { person }))
  const pairs = (overrides: Overrides) =>
    runMatch(makeInput(mentors, [makeMember('mentee', overrides)])).pairs.map(({ mentor }) => mentor)
  expect(new Set(pairs({ capacity: 2 })).size).toBe(2)
  expect(pairs({ capacity: 2, placesTaken: 1 })).toHaveLength(1)
  expect(pairs({ capacity: 1 })).toHaveLength(1)
  expect(pairs({ capacity: 1, placesTaken: 2 })).toEqual([])
})
