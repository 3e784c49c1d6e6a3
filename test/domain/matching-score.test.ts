import { describe, expect, test } from 'vitest'
import {
  CRITERIA,
  type Scoring,
  STARTING_HOPES,
  STARTING_WEIGHTS,
  WEIGHT_PRESETS,
  type Weights,
} from '#domain/criterion.ts'
import { mentorCapacity } from '#domain/participant.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { fitHopes } from '#matching/hopes-fit.ts'
import { fitLearning, learningPreference, teachingManner } from '#matching/learning-fit.ts'
import { countSharedSlots, slotsOf } from '#matching/meeting-fit.ts'
import type { MatchRules } from '#matching/member.ts'
import { measurePair } from '#matching/score.ts'
import { shareOut, sharesOf } from '#matching/shares.ts'
import { makeInput, makeMember, type Overrides, offer, want } from './matching-makers.ts'

function measure(
  mentor: Overrides = {},
  mentee: Overrides = {},
  rules: Partial<MatchRules> = {},
  weights?: Weights,
) {
  const cohort = prepareCohort(
    makeInput([makeMember('mentor', mentor)], [makeMember('mentee', mentee)], {
      rules,
      ...(weights ? { scoring: { weights } } : {}),
    }),
  )
  return measurePair(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
}

describe('need and reverse', () => {
  const need = (
    offers: ReturnType<typeof offer>[],
    wants: ReturnType<typeof want>[],
    families?: [string, string],
  ) =>
    measure(
      { answers: { OFFERS: offers }, ...(families ? { jobFamily: families[0] } : {}) },
      { answers: { WANTS: wants }, ...(families ? { jobFamily: families[1] } : {}) },
    ).values.need

  test('a first wish that the mentor practises every week and has taught is met in full', () => {
    expect(need([offer('instagram')], [want('instagram')])).toBe(1)
  })
  test('the other facet counts .6 (P17: who wants the stakes gets a mentor for the stakes first), a neighbour in the group .35', () => {
    expect(need([offer('instagram', 4, 'stakes')], [want('instagram')])).toBeCloseTo(0.6, 12)
    expect(need([offer('linkedin')], [want('instagram')])).toBeCloseTo(0.35, 12)
  })
  test('lift is half the levels between skill and what the mentee knows, at least .3', () => {
    // skill = .6·3/4 + .4·2/4 = .65, so (4·.65 − 1)/2 = .8
    expect(need([offer('instagram', 3, 'usage', 2)], [want('instagram', 3, 'usage', 1)])).toBeCloseTo(0.8, 12)
    expect(need([offer('instagram', 3, 'usage', 0)], [want('instagram', 4, 'usage', 3)])).toBeCloseTo(0.3, 12)
  })
  test('the second and third wishes weigh .7 and .5, and the second best adds a quarter', () => {
    expect(need([offer('instagram')], [want('spreadsheets'), want('instagram')])).toBeCloseTo(0.7, 12)
    expect(need([offer('instagram')], [want('spreadsheets'), want('seo'), want('instagram')])).toBeCloseTo(
      0.5,
      12,
    )
    expect(
      need(
        [offer('instagram', 4, 'stakes'), offer('spreadsheets')],
        [want('instagram'), want('spreadsheets')],
      ),
    ).toBeCloseTo(0.7 + 0.25 * 0.6, 12)
    expect(need([offer('instagram'), offer('slides')], [want('instagram'), want('slides')])).toBe(1)
  })
  test('a topic of one field loses up to .6 with the distance of the two job families', () => {
    expect(need([offer('seo')], [want('seo')], ['marketing', 'marketing'])).toBe(1)
    expect(need([offer('seo')], [want('seo')], ['communication', 'marketing'])).toBeCloseTo(0.8, 12)
    expect(need([offer('seo')], [want('seo')], ['customer-service', 'marketing'])).toBeCloseTo(0.6, 12)
    expect(need([offer('seo')], [want('seo')], ['accounting', 'marketing'])).toBeCloseTo(0.4, 12)
    expect(need([offer('instagram')], [want('instagram')], ['accounting', 'marketing'])).toBe(1)
  })
  test('reverse is the same with the roles exchanged, and nothing offered is 0', () => {
    const given = { answers: { WANTS: [want('negotiation', 4, 'usage', 2)] } }
    expect(measure(given, { answers: { OFFERS: [offer('negotiation')] } }).values.reverse).toBe(1)
    expect(
      measure(given, { answers: { OFFERS: [offer('negotiation', 4, 'stakes')] } }).values.reverse,
    ).toBeCloseTo(0.6)
    expect(measure(given, {}).values.reverse).toBe(0)
    expect(measure({}, { answers: { OFFERS: [offer('negotiation')] } }).values.reverse).toBe(0)
  })
})

describe('learning', () => {
  const mentor = { LP1: -1, LP2: -2, LP3: -1, LP4: -2, TS1: -1, TS2: -2 }
  const mentee = { LP1: 2, LP2: 1, LP3: 2, LP4: 1 }
  test('the example of the questionnaire: T = −.75, and learning .25', () => {
    expect(teachingManner(mentor)).toBeCloseTo(-0.75, 12)
    expect(learningPreference(mentee)).toBeCloseTo(0.75, 12)
    expect(measure({ answers: mentor }, { answers: mentee }).values.learning).toBeCloseTo(0.25, 12)
  })
  test('runs from 0 for opposite ends to 1 for the same', () => {
    expect(fitLearning(1, -1)).toBe(0)
    expect(fitLearning(0.4, 0.4)).toBe(1)
  })
  test('takes what is answered, and stands in the middle where nothing is', () => {
    expect(learningPreference({ LP1: 2, LP3: 1 })).toBe(0.75)
    expect(teachingManner({ TS1: 2, TS2: 2 })).toBe(1)
    expect(teachingManner({ LP1: -2 })).toBe(-1)
    expect(measure({}, { answers: mentee }).values.learning).toBe(0.5)
  })
})

describe('availability', () => {
  const shared = (one: string[], other: string[]) => {
    const week = (slots: string[]) => slotsOf({ weeks: 1, slots, where: 'either', hours: 1 })!
    return countSharedSlots(week(one), week(other))
  }
  const with_ = (slots: string[]): Overrides => ({
    answers: { G6: { weeks: 1, slots, where: 'either', hours: 1 } },
  })
  test('two slots in common are enough, one is half, none is 0', () => {
    const week = ['mon-morning', 'wed-night', 'sun-evening']
    expect(measure(with_(week), with_(week)).values.availability).toBe(1)
    expect(measure(with_(week), with_(['sun-evening', 'sat-night'])).values.availability).toBe(0.5)
    expect(measure(with_(week), with_(['sat-night'])).values.availability).toBe(0)
  })
  test('a slot every other week is shared with a weekly one, not with the other week', () => {
    expect(shared(['a-mon-night'], ['mon-night'])).toBe(1)
    expect(shared(['a-mon-night', 'b-mon-night'], ['mon-night'])).toBe(1)
    expect(shared(['a-mon-night'], ['b-mon-night'])).toBe(0)
    expect(shared(['a-mon-night', 'b-tue-night'], ['a-mon-night', 'b-tue-night'])).toBe(2)
  })
  test('all thirty-five parts of the week are told apart', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    const all = days.flatMap((d) =>
      ['morning', 'midday', 'afternoon', 'evening', 'night'].map((p) => `${d}-${p}`),
    )
    expect(shared(all, all)).toBe(35)
    for (const slot of all) expect(shared(all, [slot])).toBe(1)
  })
  test('who named no slot is neither better nor worse off', () => {
    expect(measure(with_([]), {}).values.availability).toBe(0.5)
    expect(measure({ answers: { G6: undefined } }, {}).values.availability).toBe(0.5)
  })
  test('capacity is what was declared, or what the hours allow', () => {
    expect(mentorCapacity(3, 4, 60, 30)).toBe(2)
    expect(mentorCapacity(1, 8, 60, 30)).toBe(1)
    expect(mentorCapacity(2, 1, 60, 30)).toBe(0)
  })
})

describe('hopes', () => {
  test('single hopes are read off the matrix', () => {
    expect(fitHopes(STARTING_HOPES, ['IM1'], ['IR2'])).toBe(1)
    expect(fitHopes(STARTING_HOPES, ['IM3'], ['IR4'])).toBe(0.25)
  })
  test('of two hopes the first weighs twice the second', () => {
    // 4/9·.5 + 2/9·1 + 2/9·1 + 1/9·.4
    expect(fitHopes(STARTING_HOPES, ['IM1', 'IM4'], ['IR1', 'IR2'])).toBeCloseTo(
      2 / 9 + 2 / 9 + 2 / 9 + 0.4 / 9,
      12,
    )
    expect(fitHopes(STARTING_HOPES, ['IM2'], ['IR3', 'IR1'])).toBeCloseTo(2 / 3 + 0.1, 12)
  })
  test('the senior answers IM and the junior IR, whichever of them is the mentor', () => {
    const [im, ir] = [{ IM: ['IM1'] }, { IR: ['IR2'] }]
    expect(measure({ answers: ir }, { answers: im }).values.intentions).toBe(1)
    expect(measure({ answers: im }, { answers: ir }, { senior: 'mentor' }).values.intentions).toBe(1)
    expect(measure({ answers: im }, { answers: ir }).values.intentions).toBe(0.5)
  })
})

describe('site and field', () => {
  const remote: Overrides = { answers: { G6: { weeks: 1, slots: [], where: 'remote', hours: 1 } } }
  test('the same site is 1, another 0, an unknown one in between', () => {
    expect(measure({ site: 'Brest' }, { site: 'Brest' }).values.site).toBe(1)
    expect(measure({ site: 'Brest' }, { site: 'Nantes' }).values.site).toBe(0)
    expect(measure({ site: null }, { site: 'Nantes' }).values.site).toBe(0.5)
  })
  test('the site weighs nothing where one prefers remote, and the others share its weight', () => {
    for (const pair of [measure(remote), measure({}, remote)]) {
      expect(pair.share.site).toBe(0)
      expect(CRITERIA.reduce((sum, k) => sum + pair.share[k], 0)).toBe(1_000_000)
      expect(pair.share.need / pair.share.reverse).toBeCloseTo(
        STARTING_WEIGHTS.need / STARTING_WEIGHTS.reverse,
        4,
      )
    }
  })
  test('the field counts half where the topic is useful in any field', () => {
    const trade = { answers: { OFFERS: [offer('seo')] } }
    const [anywhere, within] = [measure(), measure(trade, { answers: { WANTS: [want('seo')] } })]
    const half = STARTING_WEIGHTS.field / 2
    expect(within.share.field).toBe(174_174)
    expect(anywhere.share.field).toBe(Math.round((half / (0.999 - half)) * 1_000_000))
    expect(CRITERIA.reduce((sum, k) => sum + anywhere.share[k], 0)).toBe(1_000_000)
  })
  test('an unknown family is far', () => {
    expect(measure({ jobFamily: null }).values.field).toBe(0)
    expect(measure({ jobFamily: 'communication' }).values.field).toBeCloseTo(2 / 3, 12)
  })
})

describe('a programme that looks for people who differ', () => {
  const turned = (different: Scoring['different'], mentor: Overrides = {}, mentee: Overrides = {}) => {
    const cohort = prepareCohort(
      makeInput([makeMember('mentor', mentor)], [makeMember('mentee', mentee)], { scoring: { different } }),
    )
    return measurePair(cohort, cohort.mentors[0]!, cohort.mentees[0]!).values
  }
  test('counts those criteria the other way round, and no other', () => {
    expect(turned(['site'])).toEqual({ ...turned([]), site: 0 })
    expect(turned(['site'], { site: 'Brest' }).site).toBe(1)
    expect(turned(['field'], { jobFamily: 'logistics' }).field).toBe(1)
    expect(turned(['learning'], { answers: { TS1: 2 } }, { answers: { LP1: -2 } }).learning).toBe(1)
    expect(
      turned(['intentions'], { answers: { IR: ['IR4'] } }, { answers: { IM: ['IM3'] } }).intentions,
    ).toBe(0.75)
  })
  test('leaves what is not known in the middle', () => {
    expect(turned(['site', 'learning', 'intentions'], { site: null })).toMatchObject({
      site: 0.5,
      learning: 0.5,
      intentions: 0.5,
    })
  })
})

describe('the score', () => {
  const perfect: [Overrides, Overrides] = [
    { answers: { WANTS: [want('negotiation')], IR: ['IR2'], LP1: 1, TS1: 1 } },
    { answers: { OFFERS: [offer('negotiation')], IM: ['IM1'], LP1: 1 } },
  ]
  test('of a perfect pair is one million, whatever is weighed', () => {
    for (const weights of [
      ...Object.values(WEIGHT_PRESETS),
      { ...STARTING_WEIGHTS, learning: 7, site: 0.1 },
    ]) {
      expect(measure(...perfect, {}, weights).score).toBe(1_000_000)
    }
  })
  test('is the sum of its points, each the share times the value', () => {
    const pair = measure({ site: 'Nantes', jobFamily: 'data' }, {})
    for (const k of CRITERIA) expect(pair.points[k]).toBe(Math.round(pair.share[k] * pair.values[k]))
    expect(pair.score).toBe(CRITERIA.reduce((sum, k) => sum + pair.points[k], 0))
  })
  test('shares add up to one million, however the weights divide', () => {
    const one = { need: 1, field: 1, availability: 1, reverse: 1, intentions: 1, site: 1, learning: 1 }
    for (const weights of [one, STARTING_WEIGHTS, { ...one, need: 1e-9 }]) {
      for (const share of Object.values(sharesOf(weights))) {
        expect(CRITERIA.reduce((sum, k) => sum + share[k], 0)).toBe(1_000_000)
      }
    }
    expect(shareOut(one)).toMatchObject({ need: 142_858, learning: 142_857 })
  })
  test('weights that are all 0 make a score of 0, not an error', () => {
    const none = { need: 0, field: 0, availability: 0, reverse: 0, intentions: 0, site: 0, learning: 0 }
    expect(measure({}, {}, {}, none).score).toBe(0)
    expect(measure(remoteOnly(), {}, {}, { ...none, site: 1 }).score).toBe(0)
  })
})

function remoteOnly(): Overrides {
  return { answers: { G6: { weeks: 1, slots: [], where: 'remote', hours: 1 } } }
}
