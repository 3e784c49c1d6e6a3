import { describe, expect, test } from 'vitest'
import { CRITERIA } from '#domain/criterion.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { firstObstacle } from '#matching/eligible.ts'
import {
  commonPoints,
  explainPair,
  explainWaiting,
  factsOf,
  type PairFacts,
  tipsFor,
} from '#matching/explain.ts'
import { Kernel } from '#matching/kernel.ts'
import { packOf } from '#matching/pack.ts'
import { measurePair } from '#matching/score.ts'
import { WAITING_REASONS } from '#matching/waiting.ts'
import { LAST_WORDS, LEVEL_WORDS } from '#questionnaire/level.ts'
import { makeCrowd, makeInput, makeMember, type Overrides, offer, want } from './matching-makers.ts'

/** The facts of every pair that the rules allow in a crowd, with its score. */
function* allPairs(seed: number): Generator<{ facts: PairFacts; score: number }> {
  const crowd = makeCrowd(seed, 60, 90)
  const input = {
    ...crowd,
    scoring: { ...crowd.scoring, different: seed % 2 === 0 ? (['field', 'site', 'learning'] as const) : [] },
  }
  const [cohort, kernel] = [prepareCohort(input), new Kernel(packOf(input))]
  for (const mentor of cohort.mentors) {
    for (const mentee of cohort.mentees) {
      if (firstObstacle(cohort, mentor, mentee)) continue
      const score = kernel.askPair(cohort.mentors.indexOf(mentor), cohort.mentees.indexOf(mentee))
      expect(measurePair(cohort, mentor, mentee).score).toBe(score)
      yield { facts: factsOf(cohort, mentor, mentee), score }
    }
  }
}

function factsBetween(mentor: Overrides = {}, mentee: Overrides = {}): PairFacts {
  const cohort = prepareCohort(makeInput([makeMember('mentor', mentor)], [makeMember('mentee', mentee)]))
  return factsOf(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
}

const crowd = [31, 32, 33, 34, 35, 36].flatMap((seed) => [...allPairs(seed)])

describe('thousands of pairs', () => {
  test('are explained by points that add up to the very score', () => {
    expect(crowd.length).toBeGreaterThan(2000)
    const astray = crowd.filter(({ facts, score }) => {
      const reasons = explainPair(facts)
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
      const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0)
      return points !== score || Math.abs(weight - 1) > 1e-9 || reasons.some(isOff)
    })
    expect(astray).toEqual([])
    expect(explainPair(crowd[0]!.facts).map(({ criterion }) => criterion)).toEqual(CRITERIA)
  })

  test('keep facts that are small, survive JSON, and name no one', () => {
    const rows = crowd.map(({ facts }) => JSON.stringify(facts))
    expect(rows.map((row) => JSON.parse(row))).toEqual(crowd.map(({ facts }) => facts))
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(2500)
    expect(rows.filter((row) => /par_|mentor-\d|mentee-\d|both-\d/.test(row))).toEqual([])
  })

  test('are told in whole sentences, in both languages', () => {
    const said = crowd.flatMap(({ facts }) => [
      ...explainPair(facts),
      ...commonPoints(facts),
      ...tipsFor(facts, 'mentor'),
      ...tipsFor(facts, 'mentee'),
    ])
    const french = [...new Set(said.map(({ fr }) => fr))]
    const texts = [...french, ...new Set(said.map(({ en }) => en))]
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter((text) => !/^[\p{Lu}\d].*\.$/u.test(text))).toEqual([])
    expect(texts.filter((text) => /undefined|null|NaN|\?|!|§| {2}/.test(text))).toEqual([])
    expect(french.filter((text) => /[^\u00a0][:;»]|«[^\u00a0]/.test(text))).toEqual([])
  })

  test('have a topic to share, and never tell the two people a level, a grade or what does not fit', () => {
    const levels = [...LAST_WORDS, ...LEVEL_WORDS.usage, ...LEVEL_WORDS.stakes].map(
      ({ fr }) => `«\u00a0${fr}\u00a0»`,
    )
    const points = crowd.map(({ facts }) => commonPoints(facts))
    expect(points.filter(([first]) => !first?.fr.startsWith('Un sujet à partager'))).toEqual([])
    const texts = [...new Set(points.flat().flatMap(({ fr, en }) => [fr, en]))]
    expect(texts.filter((text) => levels.some((level) => text.includes(level)))).toEqual([])
    expect(
      texts.filter((text) => /niveau|grade|éloign|oppos|différent|aucun|distant|level|points/i.test(text)),
    ).toEqual([])
  })
})

/** A value outside 0…1, or points that are not weight times value (the value is kept to four decimals). */
function isOff({ value, weight, points }: ReturnType<typeof explainPair>[number]): boolean {
  return value < 0 || value > 1 || Math.abs(points - 1e6 * weight * value) > 1 + 50 * weight
}

describe('what a pair has in common', () => {
  const said = (facts: PairFacts) => commonPoints(facts).map(({ en }) => en)
  test('is told topic by topic, both ways, with a neighbour named as such', () => {
    const facts = factsBetween(
      { answers: { OFFERS: [offer('instagram'), offer('slides')], WANTS: [want('negotiation')] } },
      {
        answers: {
          WANTS: [want('instagram'), want('spreadsheets')],
          OFFERS: [offer('negotiation', 4, 'stakes')],
        },
      },
    )
    expect(said(facts).slice(0, 3)).toEqual([
      'A topic to share: “Instagram” (usage).',
      'A topic to share, to be settled together: “Spreadsheets: calculate and present” or, close by, “Clear, useful slides”.',
      'In return: “Negotiating” (usage).',
    ])
    expect(facts.warnings).toEqual([])
  })
  test('may be the same field, languages, moments, hopes and a way of learning', () => {
    const answers = { G2: ['fr', 'en', 'es'], LP1: 1, TS1: 1 }
    const facts = factsBetween(
      { answers: { ...answers, IR: ['IR2'] } },
      { answers: { ...answers, IM: ['IM1'] } },
    )
    expect(said(facts)).toEqual([
      'A topic to share: “Instagram” (usage).',
      'You work in the same field: Marketing.',
      'You can talk in French, English and Spanish.',
      'You have 2 moments of the week in common.',
      'You work in the same place.',
      'Your hopes answer each other: “help someone build their path” and “progress in my field”.',
      'You learn in similar ways.',
    ])
    expect(commonPoints(facts)[2]!.fr).toBe('Vous pouvez échanger en français, en anglais et en espagnol.')
  })
  test('leaves out hopes and ways of learning that do not meet', () => {
    const facts = factsBetween({ answers: { IR: ['IR4'], TS1: -2 } }, { answers: { IM: ['IM3'], LP1: 2 } })
    expect(said(facts).join(' ')).not.toMatch(/hopes|learn/)
  })
})

describe('tips for the first session', () => {
  const tips = (facts: PairFacts, role: 'mentor' | 'mentee') => tipsFor(facts, role).map(({ en }) => en)
  test('tell the mentor to begin with an exercise where the mentee learns by trying', () => {
    const facts = factsBetween({ answers: { TS1: 2, TS2: 2 } }, { answers: { LP1: -2, LP2: -2 } })
    expect(tips(facts, 'mentor')).toEqual([expect.stringContaining('Start with an exercise')])
    expect(tips(facts, 'mentee')).toEqual([])
  })
  test('begin only when the two ends differ by more than half', () => {
    expect(factsBetween({ answers: { TS1: -1 } }, { answers: { LP1: 1 } }).warnings).toEqual([])
    expect(factsBetween({ answers: { TS1: -1 } }, { answers: { LP1: 1, LP2: 2 } }).warnings).toEqual([
      'opposite-learning',
    ])
  })
  test('ask both to settle a topic that is only a neighbour, and to find a first date', () => {
    const facts = factsBetween(
      {
        answers: {
          OFFERS: [offer('linkedin')],
          G6: { weeks: 1, slots: ['sun-night'], where: 'either', hours: 1 },
        },
      },
      {},
    )
    expect(facts.warnings).toEqual(['to-confirm'])
    for (const role of ['mentor', 'mentee'] as const) {
      expect(tips(facts, role)).toEqual([
        expect.stringContaining('Agree at the first session'),
        expect.stringContaining('two dates'),
      ])
    }
  })
})

describe('the words for who waits', () => {
  test('exist for every reason, in singular and plural', () => {
    for (const reason of WAITING_REASONS) {
      const counts: Record<string, number>[] = [{}, { suited: 1 }, { suited: 7 }, { asked: 4, topic: 4 }]
      for (const facts of counts) {
        const { fr, en } = explainWaiting(reason, facts)
        for (const text of [fr, en]) expect(text).toMatch(/^[\p{Lu}\d].*\.$/u)
        expect(`${fr}${en}`).not.toMatch(/undefined|NaN|!/)
      }
    }
  })
  test('name the rule that removed most, and what would help', () => {
    expect(explainWaiting('no-candidate', { asked: 24, language: 14, topic: 10 })).toEqual({
      fr: 'Parmi les inscriptions d’en face (24), aucune ne peut encore être proposée. Le plus souvent, il manque une langue commune (14 sur 24). Ajouter une langue aux réponses aiderait.',
      en: 'Among the sign-ups on the other side (24), none can be proposed yet. Most often, a language in common is missing (14 of 24). Adding a language to the answers would help.',
    })
  })
  test('agree with how many people would have suited', () => {
    expect(explainWaiting('places-taken', { suited: 1 }).fr).toMatch(/^Une personne aurait convenu/)
    expect(explainWaiting('places-taken', { suited: 3 }).fr).toMatch(/^3 personnes auraient convenu/)
  })
})
