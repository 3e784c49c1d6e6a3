import { describe, expect, test } from 'vitest'
import { meanInterval, recommendationScore, studentT95 } from '#domain/mean.ts'
import { type PairFacts, successOf } from '#domain/success.ts'
import {
  compare,
  monthsSaved,
  type SurveyedPerson,
  scaleOf,
  targetsReached,
} from '#questionnaire/survey-totals.ts'

const good: PairFacts = {
  isSeparated: false,
  sessionsPlanned: 10,
  sessionsHeld: 7,
  mentorRq: 3.5,
  menteeRq: 4,
  levelsGained: 1,
  a: 3.2,
  b: 2,
}

describe('the success of a pair, fixed before it starts (C7)', () => {
  test('a pair at every threshold succeeds, and one step below any of them it does not', () => {
    expect(successOf(good)).toEqual({ isSuccess: true, outcome: 2 })
    const below: Partial<PairFacts>[] = [
      { sessionsHeld: 6 },
      { mentorRq: 3.4 },
      { menteeRq: 3.4 },
      { levelsGained: 0 },
      { b: 1.9 },
      { sessionsPlanned: 0, sessionsHeld: 0 },
    ]
    for (const facts of below) {
      expect(successOf({ ...good, ...facts }), JSON.stringify(facts)).toEqual({
        isSuccess: false,
        outcome: 1,
      })
    }
  })

  test('both progress strongly where as much flows back as forth', () => {
    expect(successOf({ ...good, a: 3, b: 3 }).outcome).toBe(3)
    expect(successOf({ ...good, a: 4, b: 2.9 }).outcome).toBe(2)
    expect(successOf({ ...good, a: 2.9, b: 3.5 }).outcome).toBe(2)
  })

  test('a separated pair is told as such, whatever was answered before', () => {
    expect(successOf({ ...good, isSeparated: true })).toEqual({ isSuccess: false, outcome: 0 })
  })

  test('a missing last survey is reported apart, never guessed', () => {
    for (const facts of [{ mentorRq: null }, { menteeRq: null }, { levelsGained: null }, { b: null }]) {
      expect(successOf({ ...good, ...facts })).toEqual({ isSuccess: null, outcome: null })
    }
  })
})

describe('what the programme changed, with its uncertainty', () => {
  test('the t of 95 % is the one of the tables', () => {
    for (const [freedom, t] of [
      [4, 2.776],
      [9, 2.262],
      [19, 2.093],
      [29, 2.045],
      [100, 1.984],
    ] as const) {
      expect(studentT95(freedom)).toBeCloseTo(t, 2)
    }
  })

  test('the interval of a mean is the one of Student’s sleep data', () => {
    // Biometrika 6 (1908): hours of sleep gained by ten patients, second drug over the first; mean 1.58, s 1.23.
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]
    const interval = meanInterval(gained)
    expect(interval?.mean).toBeCloseTo(1.58, 6)
    expect(interval?.low).toBeCloseTo(0.7001, 3)
    expect(interval?.high).toBeCloseTo(2.4599, 3)
    expect(meanInterval([3])).toBeNull()
  })

  test('the recommendation is 9 and 10 less 0 to 6, and never quite certain', () => {
    const told = recommendationScore([10, 9, 9, 8, 7, 6, 0, 10])
    expect(told?.score).toBeCloseTo((4 - 2) / 8, 10)
    // (4 − 2)/10 ± 1.96·√((4 + 2 + 1)/10 − .2²)/√10
    expect(told?.low).toBeCloseTo(0.2 - 1.959964 * Math.sqrt((0.7 - 0.04) / 10), 6)
    const all = recommendationScore([10, 10, 10, 10, 10])
    expect(all?.score).toBe(1)
    expect(all?.low).toBeLessThan(1)
    expect(recommendationScore([])).toBeNull()
  })

  test('what is hard to guess counts the other way round (W11)', () => {
    expect(scaleOf({ IV1: 5, IV2: 1, IV3: 5 }, 'IV')).toBe(5)
    expect(scaleOf({ IV2: 5 }, 'IV')).toBe(1)
    expect(scaleOf({ SE1: 2, SE1T: 1, SE2T: 3 }, 'SE', true)).toBe(2)
    expect(scaleOf({}, 'SE')).toBeNull()
  })

  const person = (before: number, after: number, then: number): SurveyedPerson => ({
    wants: [{ topic: 'ai-assistants', facet: 'usage', level: 1, target: 3 }],
    answers: {
      start: { SE1: before, LEVELS: { 'ai-assistants-usage': 1 } },
      end: { SE1: after, SE1T: then, LEVELS: { 'ai-assistants-usage': after }, VAL: 2 },
    },
  })

  test('before, after and hindsight are told of five people, and of four nothing (P13)', () => {
    const people = [person(3, 4, 2), person(3, 4, 2), person(2, 3, 2), person(4, 4, 3), person(3, 5, 3)]
    const told = compare(people, 'SE')
    expect(told.before).toEqual({ mean: 3, count: 5 })
    expect(told.after).toEqual({ mean: 4, count: 5 })
    expect(told.change?.mean).toBeCloseTo(1, 10)
    expect(told.change_hindsight?.mean).toBeCloseTo(1.6, 10)
    expect(compare(people.slice(1), 'SE')).toEqual({
      before: null,
      after: null,
      hindsight: null,
      change: null,
      change_hindsight: null,
    })
  })

  test('x of n reached the level they aimed at, unless so few did that one could tell who (F8)', () => {
    const reach = (levels: number[]) => targetsReached(levels.map((level) => person(1, level, 1)))
    expect(reach([3, 4, 3, 4, 3, 2, 1, 1, 2, 2])).toMatchObject([
      { topic: 'ai-assistants', reached: 5, of: 10, share: 0.5 },
    ])
    expect(reach([3, 3, 3, 3, 3])).toMatchObject([{ reached: 5, of: 5 }])
    expect(reach([3, 3, 1, 1, 1, 1, 1])).toEqual([])
    expect(reach([3, 3, 3, 3])).toEqual([])
  })

  test('months saved are a range, open where somebody said more than six (F16, F21)', () => {
    const people = Array.from({ length: 5 }, () => person(1, 1, 1))
    expect(monthsSaved(people)).toEqual({ people: 5, at_least: 5, at_most: 15 })
    const later = { ...people[0]!, answers: { ...people[0]!.answers, 'month-3': { VAL: 4 } } }
    expect(monthsSaved([later, ...people.slice(1)])).toEqual({ people: 5, at_least: 10, at_most: null })
    expect(monthsSaved(people.slice(1))).toBeNull()
  })
})
