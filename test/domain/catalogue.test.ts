import { describe, expect, test } from 'vitest'
import type { Scoring } from '#domain/criterion.ts'
import { prepareCohort } from '#matching/cohort.ts'
import { factsBetween, factsOf } from '#matching/explain.ts'
import { reportSupply, sayBalance } from '#matching/idle.ts'
import { Kernel } from '#matching/kernel.ts'
import { packOf } from '#matching/pack.ts'
import { measurePair } from '#matching/score.ts'
import { topicWords } from '#matching/words.ts'
import {
  type ChangedTopic,
  isOffered,
  mergeTopics,
  STARTING_CATALOGUE,
  topicOf,
  topicsInOrder,
  topicsToScore,
} from '#questionnaire/catalogue.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import { describe as describeQuestionnaire } from '#questionnaire/describe.ts'
import { drawQuestion, showAnswer } from '#questionnaire/kinds.ts'
import { type Question, questionsOf } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { makeInput, makeMember } from './matching-makers.ts'

function change(id: string, over: Partial<ChangedTopic> = {}): ChangedTopic {
  return {
    id,
    group: 'social-networks',
    name: { fr: 'Direct en ligne', en: 'Live streaming' },
    transversal: true,
    family: null,
    nature: 'hard',
    esco: null,
    offered: true,
    version: 1,
    ...over,
  }
}

/** A topic of the product as it is, which the organisation no longer offers. */
function retired(id: string): ChangedTopic {
  const { esco, digcomp, ...topic } = STARTING_CATALOGUE.topics[id]!
  return change(id, { ...topic, esco: esco ?? digcomp ?? null, offered: false })
}

const catalogue = mergeTopics([change('live-streaming'), retired('instagram')])

describe('the catalogue of an organisation (W1)', () => {
  test('without changes it is the product’s', () => {
    expect(mergeTopics([])).toBe(STARTING_CATALOGUE)
    expect(topicsToScore(STARTING_CATALOGUE)).toBeUndefined()
  })

  test('has its own topics, new names and retired ones, and a version that counts every change', () => {
    const merged = mergeTopics([
      change('live-streaming', { version: 3 }),
      change('seo', { group: 'marketing-and-communication', name: { fr: 'SEO', en: 'SEO' }, version: 2 }),
      retired('instagram'),
    ])
    expect(merged.version).toBe('1.6')
    expect(topicOf(merged, 'seo')?.name.fr).toBe('SEO')
    expect(isOffered(merged, 'live-streaming')).toBe(true)
    expect([isOffered(merged, 'instagram'), topicOf(merged, 'instagram')?.name.fr]).toEqual([
      false,
      'Instagram',
    ])
    expect(isOffered(merged, 'constructor')).toBe(false)
    const order = topicsInOrder(merged).map(([id]) => id)
    expect(order.indexOf('live-streaming')).toBe(order.indexOf('writing-online') + 1)
    expect(order.length).toBe(Object.keys(STARTING_CATALOGUE.topics).length + 1)
  })

  test('keeps an identifier of DigComp one of DigComp', () => {
    const merged = mergeTopics([retired('web-search')])
    expect(topicOf(merged, 'web-search')).toMatchObject({ digcomp: 'e439742d-558d-4f52-885e-afdc740b48cf' })
    expect(topicOf(merged, 'web-search')).not.toHaveProperty('esco')
  })

  test('every topic is hard or soft, and both roles are offered both (D25)', () => {
    for (const role of ['mentor', 'mentee'] as const) {
      const { items } = describeQuestionnaire(questionnaire('reverse', role)).topics
      const soft = items.filter(({ nature }) => nature === 'soft')
      expect(soft.length).toBeGreaterThan(20)
      expect(items.length - soft.length).toBeGreaterThan(100)
      expect(soft.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['empathy', 'ethical-judgement', 'critical-thinking']),
      )
      expect(questionsOf(questionnaire('reverse', role)).map(({ key }) => key)).toEqual(
        expect.arrayContaining(['OFFERS', 'WANTS']),
      )
    }
  })

  test('three groups at least are digital skills, social networks and today’s culture (W6)', () => {
    expect(Object.keys(STARTING_CATALOGUE.groups)).toEqual(
      expect.arrayContaining(['digital-tools', 'social-networks', 'culture']),
    )
  })
})

const asked = questionnaire('reverse', 'mentor', { catalogue })
const offers = questionsOf(asked).find(({ key }) => key === 'OFFERS') as Question
const drawing = { language: 'en' as const, flaws: [], context: {} }
const row = (topic: string) => ({ topic, facet: 'usage', level: 3, last: 3 })

describe('what people choose from (W1)', () => {
  test('their organisation’s own topic is in the list, in its group, in both languages', () => {
    const html = String(drawQuestion(offers, undefined, drawing))
    const group = /<optgroup label="Social networks">(.*?)<\/optgroup>/s.exec(html)?.[1] ?? ''
    expect(group).toContain(
      '<option value="live-streaming" data-also="Direct en ligne">Live streaming</option>',
    )
    expect(describeQuestionnaire(asked).topics.items.map(({ id }) => id)).toContain('live-streaming')
    expect(describeQuestionnaire(asked).topics.version).toBe('1.2')
  })

  test('a retired topic is not offered, but stays in the line where it was chosen', () => {
    expect(String(drawQuestion(offers, undefined, drawing))).not.toContain('value="instagram"')
    expect(describeQuestionnaire(asked).topics.items.map(({ id }) => id)).not.toContain('instagram')
    const html = String(drawQuestion(offers, [row('instagram'), row('seo')], drawing))
    expect(html.match(/value="instagram"/g)).toHaveLength(1)
    expect(html).toMatch(/value="instagram"[^>]* selected/)
  })

  test('an answer that names it is read, and a new one is asked for another topic', () => {
    expect(showAnswer(offers, [row('instagram')], 'fr')).toMatch(/^Instagram/)
    const { errors } = checkAnswers(asked, { OFFERS: [row('instagram')] })
    const flaw = errors.find(({ pointer }) => pointer === '/OFFERS/0/topic')
    expect(flaw?.detail.en).toBe(
      'The topic “Instagram” is no longer offered. Pick another one from the list.',
    )
    expect(checkAnswers(asked, { OFFERS: [row('live-streaming')] }).answers.OFFERS).toHaveLength(1)
  })

  test('an earlier cohort’s list does not know a topic that came later', () => {
    const { errors } = checkAnswers(questionnaire('reverse', 'mentor'), { OFFERS: [row('live-streaming')] })
    expect(errors.map(({ pointer }) => pointer)).toContain('/OFFERS/0/topic')
  })

  test('names in the other language are on the first line alone, for the search', () => {
    const html = String(drawQuestion(offers, undefined, drawing))
    expect(html.match(/data-also=/g)).toHaveLength(Object.keys(STARTING_CATALOGUE.topics).length)
    expect(html.match(/<topic-picker>/g)).toHaveLength(3)
  })

  test('what is missing can be said in 120 characters, in every kind, and never must be (W1)', () => {
    for (const kind of ['reverse', 'classic', 'strategic', 'expert'] as const) {
      const question = questionsOf(questionnaire(kind, 'both')).find(({ key }) => key === 'MISSED')
      expect(question).toMatchObject({ kind: 'text', required: false, length_max: 120 })
    }
    expect(checkAnswers(asked, { MISSED: 'x'.repeat(121) }).errors.map(({ key }) => key)).toContain('MISSED')
    expect(checkAnswers(asked, { MISSED: ' Menuiserie ' }).answers.MISSED).toBe('Menuiserie')
  })
})

describe('matching knows the organisation’s own topics', () => {
  const mentor = makeMember('mentor', {
    jobFamily: 'accounting',
    answers: { OFFERS: [{ topic: 'live-streaming', facet: 'usage', level: 4, last: 4 }] },
  })
  const wanting = (topic: string) =>
    makeMember('mentee', { answers: { WANTS: [{ topic, facet: 'usage', level: 0, target: 3 }] } })
  const scoreOf = (topic: string, topics: Scoring['topics']) => {
    const input = makeInput([mentor], [wanting(topic)], { scoring: { topics } })
    const cohort = prepareCohort(input)
    const { need, score } = measurePair(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
    return {
      near: need.links[0]?.near ?? 0,
      need: need.value,
      score,
      asked: new Kernel(packOf(input)).askPair(0, 0),
    }
  }
  const own = topicsToScore(catalogue)

  test('an own topic is near those of its group, and the kernel says the very same', () => {
    expect(scoreOf('linkedin', undefined)).toMatchObject({ near: 0, asked: -1 })
    const known = scoreOf('linkedin', own)
    expect(known.near).toBe(0.35)
    expect(known.asked).toBe(known.score)
    expect(scoreOf('seo', own)).toMatchObject({ near: 0, asked: -1 })
  })

  test('one that is useful in any field counts whole, whatever the job families', () => {
    const inOneField = { 'live-streaming': { ...own!['live-streaming']!, transversal: false } }
    const [anywhere, inOne] = [scoreOf('live-streaming', own), scoreOf('live-streaming', inOneField)]
    expect([anywhere.need, anywhere.asked]).toEqual([1, anywhere.score])
    expect(inOne.need).toBeLessThan(1)
    expect(inOne.asked).toBe(inOne.score)
  })

  test('a topic that was only retired counts as it did', () => {
    expect(Object.keys(own!)).toEqual(['live-streaming'])
  })

  test('the facts of a pair keep the name of that day; those of the product’s topics keep none', () => {
    const input = makeInput([mentor], [wanting('linkedin')], { scoring: { topics: own } })
    const cohort = prepareCohort(input)
    const { topics } = factsOf(cohort, cohort.mentors[0]!, cohort.mentees[0]!)
    expect(topics[0]).toMatchObject({
      topic: 'linkedin',
      offered: { topic: 'live-streaming', name: { fr: 'Direct en ligne', en: 'Live streaming' } },
    })
    expect(topics[0]).not.toHaveProperty('name')
    expect(topicWords(topics[0]!.offered!).en).toBe('“Live streaming” (usage)')
    const { mentors, mentees, ...settings } = input
    expect(factsBetween(settings, mentors[0]!, mentees[0]!).topics).toEqual(topics)
  })

  test('supply and demand count an own topic among its neighbours, under its name', () => {
    const report = reportSupply(
      {
        mentors: [{ person: 'm', offers: ['live-streaming'], hasPair: false }],
        mentees: [{ person: 'x', wants: ['linkedin'], hasPair: false }],
      },
      own,
    )
    expect(report.unmetTopics[0]).toMatchObject({ topic: 'linkedin', offeredNear: 1 })
    expect(sayBalance(report.idleTopics[0]!, own).fr).toContain('«\u00a0Direct en ligne\u00a0»')
  })
})
