import { describe, expect, test } from 'vitest'
import { NO_WISHES, pairKey } from '#matching/member.ts'
import { compareObjectives } from '#matching/objectives.ts'
import { makeProblem } from './matching-makers.ts'

describe('the objectives side by side', () => {
  // Both pairs at 0.5 and 0.1, or Ana alone at 0.9 with Léa; or both at 0.25.
  const problem = makeProblem(
    [
      [500_000, 200_000, 250_000],
      [900_000, 50_000, 250_000],
      [null, null, 10_000],
    ],
    [1, 1, 1],
    [1, 1, 1],
  )
  const people = { mentors: ['Léa', 'Inès', 'Tom'], mentees: ['Paul', 'Ana', 'Zoé'] }

  test('each make the most of what they look for', () => {
    const { choices } = compareObjectives(problem, people, NO_WISHES)
    expect(choices.coverage).toMatchObject({ matched: 3, total: 1_110_000, worst: 10_000 })
    expect(choices.quality).toMatchObject({ total: 1_150_000 })
    expect(choices.fair).toMatchObject({ matched: 3, total: 1_110_000, worst: 10_000 })
  })

  test('tell how many pairs differ, both ways', () => {
    const { differences } = compareObjectives(problem, people, NO_WISHES)
    expect(differences).toEqual([
      { one: 'coverage', other: 'quality', onlyOne: 2, onlyOther: 1 },
      { one: 'coverage', other: 'fair', onlyOne: 0, onlyOther: 0 },
      { one: 'quality', other: 'fair', onlyOne: 1, onlyOther: 2 },
    ])
  })

  test('find a better worst pair at a lower total', () => {
    const other = makeProblem(
      [
        [900_000, 500_000],
        [400_000, 100_000],
      ],
      [1, 1],
      [1, 1],
    )
    const two = { mentors: ['Léa', 'Inès'], mentees: ['Paul', 'Ana'] }
    const { choices } = compareObjectives(other, two, NO_WISHES)
    expect(choices.coverage).toMatchObject({ total: 1_000_000, worst: 100_000 })
    expect(choices.fair).toMatchObject({ total: 900_000, worst: 400_000 })
  })

  test('all grant the same wishes', () => {
    const locked = new Set([pairKey('Inès', 'Ana')])
    const { choices } = compareObjectives(problem, people, { ...NO_WISHES, locked })
    for (const { arc } of Object.values(choices)) expect([...arc]).toContain(4)
  })
})
