import { describe, expect, test } from 'vitest'
import { assign } from '#matching/assign.ts'
import { regretsOf } from '#matching/regret.ts'
import { costOfRule, rankPlaces, sayRuleCost, sayWorthOfPlace } from '#matching/rule-cost.ts'
import { makeProblem } from './matching-makers.ts'

const coverage = { objective: 'coverage' } as const

describe('what a rule costs', () => {
  const problem = makeProblem([[600_000, null], [500_000, null], [null]], [1, 1], [1, 1, 1])
  const assignment = assign(problem, coverage)

  test('is what a run without it brings: pairs, points and people', () => {
    const without = makeProblem(
      [
        [600_000, 200_000],
        [500_000, null],
        [null, 900_000],
      ],
      [1, 1],
      [1, 1, 1],
    )
    expect(costOfRule(without, problem, assignment)).toEqual({
      arcs: 2,
      matched: 1,
      total: 900_000,
      worst: 0,
      gaining: [2],
      losing: [],
    })
  })

  test('is nothing where it removes no pair by itself', () => {
    const cost = costOfRule(problem, problem, assignment)
    expect(cost).toMatchObject({ arcs: 0, matched: 0, total: 0 })
    expect(sayRuleCost(cost).en).toBe('By itself, this rule removes no pair.')
  })

  test('cannot be told from a run of other people', () => {
    expect(() => costOfRule(makeProblem([[1]], [1], [1]), problem, assignment)).toThrow(RangeError)
  })

  test.each([
    [
      { arcs: 2, matched: 1, total: 900_000 },
      'À elle seule, cette règle écarte 2\u00a0binômes possibles. Sans elle\u00a0: 1\u00a0binôme de plus, +90\u00a0points au total.',
      'By itself, this rule removes 2 possible pairs. Without it: 1 more pair, +90 points in all.',
    ],
    [
      { arcs: 1, matched: 2, total: -12_000 },
      'À elle seule, cette règle écarte 1\u00a0binôme possible. Sans elle\u00a0: 2\u00a0binômes de plus, −1,2\u00a0point au total.',
      'By itself, this rule removes 1 possible pair. Without it: 2 more pairs, −1.2 points in all.',
    ],
    [
      { arcs: 4, matched: 0, total: 0 },
      'À elle seule, cette règle écarte 4\u00a0binômes possibles. Sans elle, rien ne changerait.',
      'By itself, this rule removes 4 possible pairs. Without it, nothing would change.',
    ],
  ])('is said in both languages: %o', (cost, fr, en) => {
    expect(sayRuleCost(cost)).toEqual({ fr, en })
  })
})

describe('the worth of one more place', () => {
  test('is told for the mentors whose place would bring something, the highest first', () => {
    const problem = makeProblem(
      [
        [600_000, 700_000, null],
        [null, 650_000, null],
        [null, null, 1],
      ],
      [0, 1, 1],
      [1, 1, 1],
    )
    const ranked = rankPlaces(problem, regretsOf(problem, assign(problem, coverage)))
    expect(ranked.map(({ mentor, worth }) => [mentor, worth.pairs, worth.points])).toEqual([
      [1, 1, 650_000],
      [0, 1, 550_000],
    ])
  })

  test.each([
    [1, 0, 'One more place here: 1 more pair.'],
    [0, 42_000, 'One more place here: +4.2 points in all.'],
    [0, 300, 'One more place here: slightly better (less than 0.1 point).'],
    [0, 0, 'One more place here would change nothing.'],
  ])('is said in words: %d pairs, %d micro-units', (pairs, points, en) => {
    expect(sayWorthOfPlace({ pairs, points }).en).toBe(en)
  })
})
