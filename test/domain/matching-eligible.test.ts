import { describe, expect, test } from 'vitest'
import { hierarchyOf } from '#domain/reporting-line.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { firstObstacle, RULES } from '#matching/eligible.ts'
import type { MatchInput, MatchRules } from '#matching/member.ts'
import { pairKey, peopleOfKey } from '#matching/member.ts'
import type { Availability } from '#questionnaire/answers.ts'
import { makeInput, makeMember, type Overrides, offer, want } from './matching-makers.ts'

interface Given {
  mentor?: Overrides
  mentee?: Overrides
  rules?: Partial<MatchRules>
  input?: Partial<Omit<MatchInput, 'mentors' | 'mentees' | 'rules'>>
}

/** What stands in the way of a mentor and a mentee who suit each other but for what is given. */
function obstacle({ mentor, mentee, rules, input }: Given) {
  const cohort = prepareCohort(
    makeInput([makeMember('mentor', mentor)], [makeMember('mentee', mentee)], { ...input, rules }),
  )
  return firstObstacle(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
}

test('two people who suit each other have nothing in their way', () => {
  expect(obstacle({})).toBeNull()
})

test('rules are asked in a fixed order, and the first that forbids is told', () => {
  expect(RULES).toEqual([
    'same-person',
    'leaver',
    'consent',
    'past',
    'ban',
    'reporting-line',
    'language',
    'meeting',
    'seniority',
    'topic',
    'own',
    'capacity',
  ])
  expect(obstacle({ mentor: { active: false, consents: false, capacity: 0 } })).toBe('leaver')
})

describe('who takes part', () => {
  test('somebody with both roles is not their own mentor', () => {
    expect(obstacle({ mentor: { person: 'E1' }, mentee: { person: 'E1' } })).toBe('same-person')
  })
  test('a leaver on either side is not paired', () => {
    expect(obstacle({ mentor: { active: false } })).toBe('leaver')
    expect(obstacle({ mentee: { active: false } })).toBe('leaver')
  })
  test('nobody is paired without their own consent', () => {
    expect(obstacle({ mentor: { consents: false } })).toBe('consent')
    expect(obstacle({ mentee: { consents: false } })).toBe('consent')
  })
  test('a mentor whose places are all held takes nobody more', () => {
    expect(obstacle({ mentor: { capacity: 2, placesTaken: 1 } })).toBeNull()
    expect(obstacle({ mentor: { capacity: 2, placesTaken: 2 } })).toBe('capacity')
    expect(obstacle({ mentor: { capacity: 0 } })).toBe('capacity')
  })
  test('a mentee who has a pair waits for no second one', () => {
    expect(obstacle({ mentee: { placesTaken: 1 } })).toBe('capacity')
  })
})

describe('the past', () => {
  const past = (mentor: string, mentee: string) => ({ input: { past: new Set([pairKey(mentor, mentee)]) } })
  test('a pair that was proposed is never proposed again', () => {
    expect(obstacle(past('mentor', 'mentee'))).toBe('past')
  })
  test('the same two people the other way round, or with others, are free', () => {
    expect(obstacle(past('mentee', 'mentor'))).toBeNull()
    expect(obstacle(past('mentor', 'mentee2'))).toBeNull()
  })
  test('references that could run into each other stay apart', () => {
    expect(pairKey('a', 'bc')).not.toBe(pairKey('ab', 'c'))
    expect(pairKey('1:a', 'b')).not.toBe(pairKey('1', ':ab'))
    for (const [mentor, mentee] of [
      ['E:1', '2:F'],
      ['', 'x'],
      ['é\u0000\n', '漢字'],
    ] as const) {
      expect(peopleOfKey(pairKey(mentor, mentee))).toEqual({ mentor, mentee })
    }
  })
})

describe('the reporting line (P11, D22)', () => {
  const chart = (...lines: [person: string, manager: string][]) => ({
    input: { hierarchy: hierarchyOf(lines.map(([person, manager]) => ({ person, manager }))) },
  })
  test('keeps a manager and somebody in their team apart, either way', () => {
    expect(obstacle(chart(['mentor', 'mentee']))).toBe('reporting-line')
    expect(obstacle(chart(['mentee', 'mentor']))).toBe('reporting-line')
  })
  test('reaches to any depth, through people who take no part', () => {
    expect(obstacle(chart(['mentor', 'A'], ['A', 'B'], ['B', 'C'], ['C', 'mentee']))).toBe('reporting-line')
  })
  test('counts every manager a person has, dotted lines included', () => {
    expect(obstacle(chart(['mentor', 'A'], ['mentor', 'B'], ['B', 'mentee']))).toBe('reporting-line')
  })
  test('does not part colleagues under the same manager', () => {
    expect(obstacle(chart(['mentor', 'A'], ['mentee', 'A']))).toBeNull()
  })
  test('ends in a chart that turns in a circle', () => {
    expect(obstacle(chart(['mentor', 'A'], ['A', 'B'], ['B', 'A'], ['mentee', 'C']))).toBeNull()
    expect(obstacle(chart(['mentor', 'A'], ['A', 'mentee'], ['mentee', 'mentor']))).toBe('reporting-line')
  })
})

describe('languages', () => {
  const speak = (mentor: string[] | undefined, mentee: string[]) =>
    obstacle({ mentor: { answers: { G2: mentor } }, mentee: { answers: { G2: mentee } } })
  test('one in common is enough', () => {
    expect(speak(['de', 'en'], ['fr', 'en'])).toBeNull()
    expect(speak(['de', 'en'], ['fr', 'it'])).toBe('language')
  })
  test('nobody is presumed to speak one', () => {
    expect(speak(undefined, ['fr'])).toBe('language')
    expect(speak([], ['fr'])).toBe('language')
  })
  test('as many as there are in the world are told apart', () => {
    const many = Array.from({ length: 100 }, (_, n) => `l${n}`)
    expect(speak(many.slice(0, 64), many.slice(63))).toBeNull()
    expect(speak(many.slice(0, 64), many.slice(64))).toBe('language')
  })
})

describe('ways to meet', () => {
  const meet = (mentor: Availability['where'], mentee: Availability['where'], sites: (string | null)[]) => {
    const at = (where: Availability['where'], site: string | null): Overrides => ({
      site,
      answers: { G6: { weeks: 1, slots: [], where, hours: 2 } },
    })
    return obstacle({ mentor: at(mentor, sites[0]!), mentee: at(mentee, sites[1]!) })
  }
  test('on site needs the same site where both are known', () => {
    expect(meet('on-site', 'on-site', ['Brest', 'Brest'])).toBeNull()
    expect(meet('on-site', 'either', ['Brest', 'Nantes'])).toBe('meeting')
    expect(meet('on-site', 'on-site', ['Brest', null])).toBeNull()
  })
  test('who insists on meeting on site does not suit who insists on remote', () => {
    expect(meet('on-site', 'remote', ['Brest', 'Brest'])).toBe('meeting')
    expect(meet('remote', 'on-site', [null, null])).toBe('meeting')
  })
  test('remote and either suit each other across sites', () => {
    expect(meet('remote', 'either', ['Brest', 'Nantes'])).toBeNull()
    expect(meet('either', 'either', ['Brest', 'Nantes'])).toBeNull()
  })
  test('no slot in common is no obstacle', () => {
    const at = (slot: string): Overrides => ({
      answers: { G6: { weeks: 1, slots: [slot], where: 'either', hours: 2 } },
    })
    expect(obstacle({ mentor: at('mon-night'), mentee: at('sun-morning') })).toBeNull()
  })
  test('who did not say can meet either way', () => {
    expect(obstacle({ mentor: { site: 'Brest', answers: { G6: undefined } } })).toBeNull()
  })
})

describe('seniority', () => {
  const years = 12
  const seniority = (
    mentor: [rank: number | null, hiredIn: number | null],
    mentee: [rank: number | null, hiredIn: number | null, managesSomebody?: boolean],
    rules: Partial<MatchRules> = {},
  ) =>
    obstacle({
      mentor: { gradeRank: mentor[0], hiredIn: mentor[1] },
      mentee: { gradeRank: mentee[0], hiredIn: mentee[1], managesSomebody: mentee[2] ?? true },
      rules,
    })
  test('a mentor of a lower grade is junior, by the gap of the programme', () => {
    expect(seniority([4, null], [5, null])).toBeNull()
    expect(seniority([5, null], [5, null])).toBe('seniority')
    expect(seniority([4, null], [5, null], { seniorityGap: 2 })).toBe('seniority')
    expect(seniority([3, null], [5, null], { seniorityGap: 2 })).toBeNull()
  })
  test('towards a mentee who manages nobody, the same grade is enough', () => {
    expect(seniority([5, null], [5, null, false])).toBeNull()
    expect(seniority([6, null], [5, null, false])).toBe('seniority')
  })
  test('a mentor with three years less in the company is junior, whatever the grade', () => {
    expect(seniority([9, 10 * years], [5, 7 * years])).toBeNull()
    expect(seniority([9, 10 * years - 1], [5, 7 * years])).toBe('seniority')
    expect(seniority([9, 10 * years], [5, 7 * years], { experienceGapYears: 4 })).toBe('seniority')
  })
  test('who is junior by grade may have been there for longer', () => {
    expect(seniority([1, 5 * years], [5, 20 * years])).toBeNull()
  })
  test('what is known and speaks against is not made good by what is unknown', () => {
    expect(seniority([5, null], [5, 7 * years])).toBe('seniority')
    expect(seniority([null, 7 * years], [5, 7 * years])).toBe('seniority')
  })
  test('one count that is known and speaks for is enough', () => {
    expect(seniority([4, null], [5, 7 * years])).toBeNull()
    expect(seniority([null, 10 * years], [5, 7 * years])).toBeNull()
  })
  test('unknown on both counts is for the programme to allow', () => {
    expect(seniority([null, null], [5, 7 * years], { unknownSeniorityAllowed: true })).toBeNull()
    expect(seniority([null, null], [5, 7 * years], { unknownSeniorityAllowed: false })).toBe('seniority')
    expect(seniority([4, null], [5, null], { unknownSeniorityAllowed: false })).toBeNull()
  })
  test('runs the other way where the mentor is the senior', () => {
    expect(seniority([4, null], [5, null], { senior: 'mentor' })).toBe('seniority')
    const classic = { rules: { senior: 'mentor' as const } }
    expect(obstacle({ ...classic, mentor: { gradeRank: 6 }, mentee: { gradeRank: 5 } })).toBeNull()
    const level = { mentor: { gradeRank: 5 }, mentee: { gradeRank: 5, managesSomebody: true } }
    expect(obstacle({ ...classic, ...level })).toBeNull()
    expect(
      obstacle({ ...classic, mentee: level.mentee, mentor: { gradeRank: 5, managesSomebody: true } }),
    ).toBe('seniority')
    const longer = {
      mentor: { gradeRank: 2, hiredIn: 7 * years },
      mentee: { gradeRank: 5, hiredIn: 10 * years },
    }
    expect(obstacle({ ...classic, ...longer })).toBeNull()
  })
  test('plays no part where a programme has none', () => {
    expect(seniority([9, 0], [1, 900], { senior: null })).toBeNull()
  })
})

describe('a topic to pass on (P24, P30)', () => {
  const teach = (given: ReturnType<typeof offer>, wished: ReturnType<typeof want>) =>
    obstacle({ mentor: { answers: { OFFERS: [given] } }, mentee: { answers: { WANTS: [wished] } } })
  test('may be the same, its other facet, or one of the same group', () => {
    expect(teach(offer('instagram'), want('instagram'))).toBeNull()
    expect(teach(offer('instagram', 4, 'stakes'), want('instagram'))).toBeNull()
    expect(teach(offer('linkedin'), want('instagram'))).toBeNull()
    expect(teach(offer('spreadsheets'), want('instagram'))).toBe('topic')
  })
  test('asks for level 3, or for the level wished and more than the mentee has', () => {
    expect(teach(offer('instagram', 3), want('instagram', 4, 'usage', 3))).toBeNull()
    expect(teach(offer('instagram', 2), want('instagram', 2, 'usage', 1))).toBeNull()
    expect(teach(offer('instagram', 2), want('instagram', 3, 'usage', 1))).toBe('topic')
    expect(teach(offer('instagram', 2), want('instagram', 2, 'usage', 2))).toBe('topic')
    expect(teach(offer('instagram', 1), want('instagram', 2))).toBe('topic')
    expect(teach(offer('instagram', 4), want('instagram', 4, 'usage', 4))).toBeNull()
  })
  test('may be one that the catalogue does not know, if it is the very same', () => {
    expect(teach(offer('esco:x'), want('esco:x'))).toBeNull()
    expect(teach(offer('esco:x'), want('esco:y'))).toBe('topic')
    expect(teach(offer('constructor'), want('toString'))).toBe('topic')
  })
  test('is missing where nothing is offered or nothing is wanted', () => {
    expect(obstacle({ mentor: { answers: { OFFERS: [] } } })).toBe('topic')
    expect(obstacle({ mentee: { answers: { WANTS: undefined } } })).toBe('topic')
  })
})
