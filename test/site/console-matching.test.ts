import { describe, expect, it } from 'vitest'
import { CRITERIA, STARTING_HOPES, STARTING_WEIGHTS } from '#domain/criterion.ts'
import type { PairingRule } from '#domain/pairing-rule.ts'
import type { ParticipantShown } from '../../site/src/api-shapes.ts'
import {
  bonusOf,
  bonusPoints,
  freeRuleName,
  type MatchingSettings,
  settingsChanged,
  settingsOf,
  unfinishedRules,
} from '../../site/src/elements/console-matching-settings.ts'
import { readRuleValue, ruleValues } from '../../site/src/elements/console-rule-values.ts'
import { wholeShares } from '../../site/src/elements/console-shares.ts'
import { compareWordsIn } from '../../site/src/words/console-compare.ts'
import { insightWordsIn } from '../../site/src/words/console-insight.ts'
import { matchingWordsIn } from '../../site/src/words/console-matching.ts'
import { pairWordsIn } from '../../site/src/words/console-pair.ts'
import { waitingWordsIn } from '../../site/src/words/console-waiting.ts'
import { shapeOf, textsOf } from './words-shape.ts'

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

/** The criteria of a pair, with values 0…1 taken in turn. */
function makeCriteria(values: number[]): { weight: number; points: number }[] {
  const total = sum(Object.values(STARTING_WEIGHTS))
  return CRITERIA.map((criterion, at) => {
    const weight = STARTING_WEIGHTS[criterion] / total
    return { weight, points: Math.round(values[at % values.length]! * weight * 1_000_000) }
  })
}

describe('an organiser adds up the bars of a pair', () => {
  it.each([
    [[1]],
    [[0]],
    [[0.86, 0.5, 1, 0.4, 0.75, 0, 0.55]],
    [[0.999, 0.001]],
    [[0.333, 0.666, 0.123, 0.987]],
    [[0.02]],
  ])(
    '%j: they make the score, none is over what it could bring, and together they could make 100',
    (values) => {
      const criteria = makeCriteria(values)
      const shares = wholeShares(criteria)
      expect(sum(shares.map(({ points }) => points))).toBe(
        Math.round(sum(criteria.map(({ points }) => points)) / 10_000),
      )
      expect(sum(shares.map(({ most }) => most))).toBe(100)
      for (const [at, { points, most }] of shares.entries()) {
        expect(points).toBeLessThanOrEqual(most)
        expect(Math.abs(points - criteria[at]!.points / 10_000)).toBeLessThan(1.01)
      }
    },
  )

  it('a criterion that does not count brings nothing', () => {
    expect(
      wholeShares([
        { weight: 0, points: 0 },
        { weight: 1, points: 640_000 },
      ]),
    ).toEqual([
      { points: 0, most: 0 },
      { points: 64, most: 100 },
    ])
  })
})

const RULE: PairingRule = {
  name: 'regle-1',
  effect: 'must',
  when: [{ role: 'mentee', field: 'site', values: ['Brest'] }],
  test: { kind: 'same', field: 'site' },
}

function makeSettings(over: Partial<MatchingSettings> = {}): MatchingSettings {
  return {
    matching_objective: 'coverage',
    different: [],
    hopes: STARTING_HOPES,
    own_rules: [RULE],
    mentors_per_mentee: 1,
    asked_bonus: 50_000,
    kept_bonus: 0,
    changes_max: null,
    ...over,
  }
}

describe('an organiser changes how pairs are chosen', () => {
  it('sends only what changed, and nothing where all was put back', () => {
    const before = makeSettings()
    const after = settingsOf(before)
    expect(settingsChanged(before, after)).toEqual({})
    after.changes_max = 3
    after.own_rules[0]!.when[0]!.values.push('Rennes')
    expect(Object.keys(settingsChanged(before, after)).sort()).toEqual(['changes_max', 'own_rules'])
    expect(before.own_rules[0]!.when[0]!.values).toEqual(['Brest'])
  })

  it('writes wishes in points, never more than twenty', () => {
    expect(bonusPoints(50_000)).toBe(5)
    expect([bonusOf(5), bonusOf(0.5), bonusOf(-3), bonusOf(90)]).toEqual([50_000, 5_000, 0, 200_000])
  })

  it('is told of a rule that says of nobody anything', () => {
    const empty: PairingRule = {
      ...RULE,
      name: 'vide',
      when: [{ role: 'mentor', field: 'site', values: [] }],
    }
    const open: PairingRule = {
      ...RULE,
      name: 'ouverte',
      test: { kind: 'is', role: 'mentor', field: 'coach', values: [] },
    }
    expect(unfinishedRules([RULE, empty, open])).toEqual(['vide', 'ouverte'])
  })

  it('gives each rule a name of its own', () => {
    expect(freeRuleName('regle', [])).toBe('regle-1')
    expect(freeRuleName('regle', [RULE, { ...RULE, name: 'regle-3' }])).toBe('regle-2')
  })
})

describe('an organiser names the values of a rule', () => {
  const people = [
    { site: 'Brest' },
    { site: 'Rennes' },
    { site: 'Brest' },
    { site: null },
  ] as ParticipantShown[]

  it('finds the workplaces that people have, once each', () => {
    expect([...ruleValues('site', people).keys()]).toEqual(['Brest', 'Rennes'])
  })

  it('is understood in the words of the form, in either language, whatever the capitals', () => {
    const languages = ruleValues('languages', [])
    expect(readRuleValue('languages', 'anglais', languages, 'fr')).toBe('en')
    expect(readRuleValue('languages', ' English ', languages, 'en')).toBe('en')
    expect(readRuleValue('languages', 'en', languages, 'fr')).toBe('en')
  })

  it('may write any workplace, and no answer that the form does not have', () => {
    expect(readRuleValue('site', 'Quimper', ruleValues('site', people), 'fr')).toBe('Quimper')
    expect(readRuleValue('coach', 'peut-être', ruleValues('coach', []), 'fr')).toBeNull()
    expect(readRuleValue('site', '   ', ruleValues('site', people), 'fr')).toBeNull()
  })
})

describe('the pages about matching speak both languages', () => {
  it.each(Object.entries({ pairWordsIn, waitingWordsIn, compareWordsIn, matchingWordsIn, insightWordsIn }))(
    '%s: the same keys, French set as French is',
    (_name, wordsIn) => {
      expect(shapeOf(wordsIn('en'))).toEqual(shapeOf(wordsIn('fr')))
      for (const text of textsOf(wordsIn('fr'))) {
        const said = text.replaceAll(/«\u00a0[^»]+\u00a0»/g, '')
        expect(said, text).not.toMatch(/[ \p{L}][:;?!](\s|$)|[«»']|!/u)
      }
    },
  )

  it('speak of no formula and no mathematics', () => {
    for (const wordsIn of [pairWordsIn, waitingWordsIn, compareWordsIn]) {
      for (const text of [...textsOf(wordsIn('fr')), ...textsOf(wordsIn('en'))]) {
        expect(text).not.toMatch(/[×∑=α-ω]|\b(?:dual|optimum|optimal|algorithm|certificat)/i)
      }
    }
  })
})
