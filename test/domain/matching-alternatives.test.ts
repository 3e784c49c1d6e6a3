import { describe, expect, test } from 'vitest'
import { alternativesOf } from '#matching/alternatives.ts'
import { assign, type Problem } from '#matching/assign.ts'
import { NO_REGRET, regretsOf } from '#matching/regret.ts'
import { sayProspect, sayRegret } from '#matching/regret-words.ts'
import { makeProblem, randomFrom } from './matching-makers.ts'

function someProgramme(seed: number): Problem {
  const random = randomFrom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const [mentors, mentees] = [1 + below(5), 2 + below(8)]
  return makeProblem(
    Array.from({ length: mentees }, () =>
      Array.from({ length: mentors }, () => (random() < 0.7 ? Math.round(random() * 900_000) : null)),
    ),
    Array.from({ length: mentors }, () => 1 + below(2)),
    Array.from({ length: mentees }, () => 1),
  )
}

function look(problem: Problem) {
  const assignment = assign(problem, { objective: 'coverage' })
  return { assignment, alternatives: alternativesOf(problem, assignment, regretsOf(problem, assignment)) }
}

const isServed = (problem: Problem, j: number) =>
  assign(problem, { objective: 'coverage' }).arc.some(
    (a) => problem.start[j]! <= a && a < problem.start[j + 1]!,
  )

describe('the alternatives of a pair', () => {
  // Léa and Inès have one place each; Paul and Ana get one of them each.
  const problem = makeProblem(
    [
      [900_000, 700_000, 600_000],
      [850_000, 800_000, 100_000],
    ],
    [1, 1, 1],
    [1, 1],
  )

  test('come by what the programme would lose, for the mentee and for the mentor', () => {
    const { assignment, alternatives } = look(problem)
    expect([...assignment.arc]).toEqual([0, 4])
    const { mentor, mentee } = alternatives.ofPair(0, 5)
    expect(mentee.map(({ mentor, regret }) => [mentor, regret.points])).toEqual([
      [1, 150_000],
      [2, 250_000],
    ])
    expect(mentor.map(({ mentee, regret }) => [mentee, regret.points])).toEqual([[1, 150_000]])
    expect(alternatives.ofMentee(0, 1)).toHaveLength(1)
  })

  test('of equal regret come by score', () => {
    const ties = makeProblem([[500_000, 300_000, 400_000]], [1, 1, 1], [1])
    expect(
      look(ties)
        .alternatives.ofMentee(0, 2)
        .map(({ score }) => score),
    ).toEqual([400_000, 300_000])
  })

  test('never name the pair itself, nor one that cannot be', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const problem = someProgramme(seed)
      const { assignment, alternatives } = look(problem)
      for (const a of assignment.arc) {
        const { mentor, mentee } = alternatives.ofPair(a, 99)
        for (const other of [...mentor, ...mentee]) {
          expect(assignment.arc.includes(other.arc)).toBe(false)
          expect(problem.score[other.arc]).toBe(other.score)
        }
      }
    }
  })
})

describe('for somebody who waits', () => {
  test('everybody who suits is named with who sits there', () => {
    const problem = makeProblem([[900_000], [800_000], [300_000]], [2], [1, 1, 1])
    const { suitors, gain, places } = look(problem).alternatives.ofWaiting(2)
    expect(suitors).toMatchObject([
      {
        mentor: 0,
        places: 2,
        holders: [
          { mentee: 0, score: 900_000 },
          { mentee: 1, score: 800_000 },
        ],
      },
    ])
    expect(gain).toEqual({ mentor: 0, points: 500_001 })
    expect(places).toEqual([0])
  })

  test('the least rise of one score that brings them in does, and less does not', () => {
    let compared = 0
    for (let seed = 1; seed <= 400; seed++) {
      const problem = someProgramme(seed)
      const { assignment, alternatives } = look(problem)
      for (let j = 0; j < problem.mentees; j++) {
        if (isServed(problem, j)) continue
        const { gain, suitors } = alternatives.ofWaiting(j)
        const raised = (points: number, mentor: number): Problem => ({
          ...problem,
          score: problem.score.map((score, a) =>
            a >= problem.start[j]! && a < problem.start[j + 1]! && problem.mentor[a] === mentor
              ? Math.min(1_000_000, score + points)
              : score,
          ),
        })
        if (gain === null) {
          for (const { mentor } of suitors) {
            const after = raised(1_000_000, mentor)
            // Even a perfect score would at best be as good as what is.
            expect(assign(after, { objective: 'coverage' }).total).toBe(assignment.total)
          }
          continue
        }
        expect([seed, j, isServed(raised(gain.points, gain.mentor), j)]).toEqual([seed, j, true])
        for (const { mentor } of suitors) {
          if (gain.points < 2) continue
          expect([seed, j, isServed(raised(gain.points - 2, mentor), j)]).toEqual([seed, j, false])
        }
        compared++
      }
    }
    expect(compared).toBeGreaterThan(150)
  })

  test('one place more with a mentor who is named makes room for them', () => {
    let compared = 0
    for (let seed = 1; seed <= 300; seed++) {
      const problem = someProgramme(seed)
      const { alternatives } = look(problem)
      for (let j = 0; j < problem.mentees; j++) {
        if (isServed(problem, j)) continue
        const { suitors, places } = alternatives.ofWaiting(j)
        for (const { mentor } of suitors) {
          const capacity = problem.capacity.map((n, i) => n + (i === mentor ? 1 : 0))
          // Scores here are never equal, so there is one best assignment.
          expect([seed, j, isServed({ ...problem, capacity }, j)]).toEqual([seed, j, places.includes(mentor)])
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(150)
  })
})

describe('the words of what else could have been', () => {
  test.each([
    [{}, 'The whole would be just as good.', 'L’ensemble serait tout aussi bon.'],
    [
      { points: 152_000 },
      'For the whole: −15.2 points in all.',
      'Pour l’ensemble\u00a0: −15,2\u00a0points au total.',
    ],
    [
      { pairs: 1, points: -20_000 },
      'For the whole: 1 pair fewer, +2 points in all.',
      'Pour l’ensemble\u00a0: 1\u00a0binôme de moins, +2\u00a0points au total.',
    ],
    [
      { first: 1, worst: 10_000 },
      'For the whole: somebody who is to be served first would stay without a mentor, the least good pair would lose 1 point.',
      'Pour l’ensemble\u00a0: une personne à servir d’abord resterait sans mentor, le moins bon des binômes perdrait 1\u00a0point.',
    ],
  ])('tell what the whole would lose: %o', (regret, en, fr) => {
    expect(sayRegret({ ...NO_REGRET, ...regret })).toEqual({ fr, en })
  })

  test('tell what would have to change for somebody who waits', () => {
    const problem = makeProblem([[900_000], [800_000], [300_000]], [2], [1, 1, 1])
    const prospect = look(problem).alternatives.ofWaiting(2)
    expect(sayProspect(prospect, () => 'Léa')).toEqual({
      fr: 'Il suffirait de ceci\u00a0: une place de plus chez Léa, ou 50,1\u00a0points de plus à son score avec Léa.',
      en: 'This would be enough: one more place with Léa, or 50.1 more points to the score with Léa.',
    })
    expect(sayProspect({ suitors: [], gain: null, places: [] }, String).en).toMatch(/^No mentor suits/)
    expect(sayProspect({ ...prospect, gain: null, places: [] }, String).en).toMatch(/^Neither one more place/)
  })
})
