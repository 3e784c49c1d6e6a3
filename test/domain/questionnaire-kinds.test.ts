import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#domain/language.ts'
import { STARTING_CATALOGUE } from '#questionnaire/catalogue.ts'
import { fieldsOf } from '#questionnaire/check.ts'
import {
  answerSchema,
  answerToCsv,
  answerToScore,
  checkQuestion,
  drawQuestion,
  KINDS,
  readQuestion,
  showAnswer,
} from '#questionnaire/kinds.ts'
import { LEVEL_WORDS } from '#questionnaire/level.ts'
import type { Question, QuestionKind } from '#questionnaire/question.ts'
import { makeAnswer, seededNumbers } from '../support/answer-makers.ts'
import { postedFields, tagsOf } from '../support/posted-form.ts'

const asked = {
  required: true,
  label: { fr: 'Question <fr>', en: 'Question <en>' },
  help: { fr: 'Aide', en: 'Help' },
  why: { fr: 'Parce que', en: 'Because' },
}
const options = [
  { value: 'one', name: { fr: 'un', en: 'one' } },
  { value: 'two', name: { fr: 'deux', en: 'two' } },
  { value: 'three', name: { fr: 'trois', en: 'three' } },
]
const words = { fr: 'mot', en: 'word' }
const offer = { topic: 'instagram', facet: 'usage', level: 3, last: 4 }
const want = { topic: 'seo', facet: 'stakes', level: 0, target: 2 }
const slots = ['mon-morning', 'fri-night']

/** One question of each kind, an answer that is good, and answers that are not. */
const SAMPLES: Record<QuestionKind, { question: Question; good: unknown; refused: unknown[] }> = {
  text: {
    question: { ...asked, key: 'G7', kind: 'text', length_max: 10 },
    good: 'Bonjour',
    refused: ['x'.repeat(11), 7, true, ['a'], {}],
  },
  'long-text': {
    question: { ...asked, key: 'EX1', kind: 'long-text', length_min: 5, length_max: 20 },
    good: 'Deux\nlignes',
    refused: ['x'.repeat(21), 'abc', 12345],
  },
  month: {
    question: { ...asked, key: 'G5', kind: 'month' },
    good: '2019-03',
    refused: ['2019-13', '2019', '19-03', '1212-01', { month: '3' }, { month: '3', year: '19' }, 201903],
  },
  day: {
    question: { ...asked, key: 'EX3', kind: 'day' },
    good: '2027-02-28',
    refused: ['2027-02-29', '2027-2-3', 'demain', '0001-01-01', 20270228],
  },
  number: {
    question: { ...asked, key: 'CAP', kind: 'number', min: 1, max: 12, usual: 1 },
    good: 3,
    refused: [0, 13, 1.5, '1e1', 'trois', -1, '0x3', Number.NaN],
  },
  choice: {
    question: { ...asked, key: 'COACH', kind: 'choice', options },
    good: 'two',
    refused: ['four', 1, ['two'], 'constructor'],
  },
  choices: {
    question: { ...asked, key: 'G2', kind: 'choices', options },
    good: ['one', 'three'],
    refused: [['four'], 'one', ['one', null], Array(50).fill('one'), [[]]],
  },
  list: {
    question: { ...asked, key: 'G4', kind: 'list', options },
    good: 'three',
    refused: ['four', ['three'], {}],
  },
  agreement: {
    question: { ...asked, key: 'ST2C', kind: 'agreement', text: words },
    good: true,
    refused: [false, 'no', 1],
  },
  scale: {
    question: { ...asked, key: 'MS1', kind: 'scale', steps: [words, words, words, words, words] },
    good: 1,
    refused: [0, 6, 2.5, 'beaucoup'],
  },
  dots: {
    question: { ...asked, key: 'LP1', kind: 'dots', left: words, right: words },
    good: -2,
    refused: [-3, 3, 0.5, 'gauche'],
  },
  ranking: {
    question: { ...asked, key: 'IM', kind: 'ranking', options },
    good: ['three', 'one'],
    refused: [['one', 'one'], ['one', 'two', 'three'], 'one', ['four']],
  },
  workplace: {
    question: { ...asked, key: 'G3', kind: 'workplace', length_max: 20 },
    good: { subsidiary: 'Armorique', site: 'Brest' },
    refused: [{ site: 'x'.repeat(21) }, 'Brest', ['Brest'], { city: 'Brest' }, { site: 7 }],
  },
  availability: {
    question: { ...asked, key: 'G6', kind: 'availability', hours_min: 1, hours_max: 8, hours_usual: 2 },
    good: { weeks: 1, slots, where: 'either', hours: 2 },
    refused: [
      { weeks: 1, slots: [], where: 'either', hours: 2 },
      { weeks: 1, slots: ['b-mon-morning'], where: 'either', hours: 2 },
      { weeks: 2, slots: ['mon-morning'], where: 'either', hours: 2 },
      { weeks: 3, slots, where: 'either', hours: 2 },
      { weeks: 1, slots: ['mon-noon'], where: 'either', hours: 2 },
      { weeks: 1, slots, where: 'moon', hours: 2 },
      { weeks: 1, slots, where: 'either', hours: 9 },
      { weeks: 1, slots, where: 'either' },
      { weeks: 1, slots, where: 'either', hours: 2, colour: 'blue' },
      slots,
    ],
  },
  topics: {
    question: {
      ...asked,
      key: 'own-topics',
      kind: 'topics',
      topics_max: 3,
      catalogue: { ...STARTING_CATALOGUE, retired: new Set(['budget']) },
    },
    good: ['seo', 'instagram'],
    refused: [
      ['astrology'],
      ['seo', 'seo'],
      ['constructor'],
      ['budget'],
      Array(4).fill('seo'),
      'seo',
      [7],
      {},
    ],
  },
  'topics-offered': {
    question: {
      ...asked,
      key: 'OFFERS',
      kind: 'topics-offered',
      facets: ['usage', 'stakes'],
      topics_max: 3,
      catalogue: STARTING_CATALOGUE,
    },
    good: [offer, { ...offer, facet: 'stakes' }],
    refused: [
      [{ ...offer, topic: 'astrology' }],
      [{ ...offer, topic: 'constructor' }],
      [{ ...offer, level: 5 }],
      [{ ...offer, last: -1 }],
      [{ ...offer, facet: 'both' }],
      [{ ...offer, target: 2 }],
      [offer, offer],
      [offer, null],
      Array(4).fill(offer),
      offer,
    ],
  },
  'topics-wanted': {
    question: {
      ...asked,
      key: 'WANTS',
      kind: 'topics-wanted',
      facets: ['usage', 'stakes'],
      topics_max: 3,
      catalogue: STARTING_CATALOGUE,
    },
    good: [want, { ...want, topic: 'budget', level: 4, target: 1 }],
    refused: [[{ ...want, target: 0 }], [{ ...want, level: null }], ['seo'], 'seo'],
  },
}

const language = 'fr'
const drawn = (question: Question, raw: unknown, flaws = checkQuestion(question, raw).flaws) =>
  String(drawQuestion(question, raw, { language, flaws, context: {} }))

describe.each(Object.keys(KINDS) as QuestionKind[])('a question of the kind %s', (kind) => {
  const { question, good, refused } = SAMPLES[kind]
  const optional: Question = { ...question, required: false }

  test('keeps a good answer as it is, and says it in both languages', () => {
    expect(checkQuestion(question, good)).toEqual({ value: good, flaws: [] })
    for (const language of LANGUAGES) expect(showAnswer(question, good, language)).not.toBe('')
  })

  test('refuses what is no answer, and says in both languages what to do', () => {
    for (const raw of refused) {
      const { value, flaws } = checkQuestion(question, raw)
      expect(flaws.length, JSON.stringify(raw)).toBeGreaterThan(0)
      for (const flaw of flaws) {
        expect(flaw.pointer.startsWith(`/${question.key}`)).toBe(true)
        for (const language of LANGUAGES) expect(flaw.detail[language]).toMatch(/^\p{Lu}.+\.$|^[«“]/u)
      }
      if (kind !== 'workplace') expect(value).toBeUndefined()
    }
  })

  test('asks for an answer only where it is required', () => {
    for (const nothing of [undefined, null, '', '   ']) {
      expect(checkQuestion(question, nothing).flaws).toHaveLength(1)
      expect(checkQuestion(optional, nothing).flaws).toEqual([])
      expect(checkQuestion(optional, nothing).value).toBeUndefined()
    }
  })

  test('draws what it was given so that posting it back says the same', () => {
    const random = seededNumbers(7)
    for (let round = 0; round < 40; round++) {
      const answer = kind === 'text' || kind === 'long-text' ? good : makeAnswer(question, random)
      const fields = fieldsOf(postedFields(drawn(question, checkQuestion(question, answer).value)))
      expect(checkQuestion(question, readQuestion(question, fields)).value).toEqual(
        checkQuestion(question, answer).value,
      )
    }
  })

  test('keeps what was typed when it is refused', () => {
    for (const raw of refused.slice(0, 1)) {
      const before = readQuestion(question, fieldsOf(postedFields(drawn(question, raw))))
      const after = readQuestion(question, fieldsOf(postedFields(drawn(question, before))))
      expect(after).toEqual(before)
    }
  })

  test('says nothing, rather than something invented, when nobody touched it', () => {
    const fields = fieldsOf(postedFields(drawn(optional, undefined, [])))
    const { value, flaws } = checkQuestion(optional, readQuestion(optional, fields))
    expect(flaws).toEqual([])
    // How many people a mentor takes is the one answer shown beforehand, because one is what nothing means.
    expect(value).toEqual(kind === 'number' ? 1 : undefined)
  })

  test('names every control, and ties its error to it', () => {
    const page = drawn(question, refused[0])
    const tags = tagsOf(page)
    const ids = tags.flatMap((tag) => tag.attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const labelled = tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.get('for'))
    for (const tag of tags) {
      const isControl = ['input', 'select', 'textarea'].includes(tag.name)
      if (isControl && tag.attributes.get('type') !== 'hidden') {
        expect(labelled).toContain(tag.attributes.get('id'))
      }
      for (const id of tag.attributes.get('aria-describedby')?.split(' ') ?? []) expect(ids).toContain(id)
    }
    const flaws = checkQuestion(question, refused[0]).flaws
    for (const flaw of flaws) {
      expect(ids).toContain(`q-${flaw.field}`)
      expect(ids).toContain(`q-${flaw.field}-error`)
    }
  })

  test('escapes what people and organisers wrote', () => {
    const nasty = '"><script>alert(1)</script>'
    const page = drawn(question, kind === 'workplace' ? { site: nasty } : nasty, [])
    expect(page).not.toContain('<script')
    expect(page).toContain('Question &lt;fr&gt;')
  })

  test('has every ability, and none of them throws, whatever it is given (issue 4, item 3)', () => {
    const abilities = ['draw', 'read', 'check', 'show', 'schema', 'toCsv', 'toScore'] as const
    for (const ability of abilities) expect(typeof KINDS[kind][ability], ability).toBe('function')
    for (const raw of [
      ...refused,
      undefined,
      null,
      '',
      [],
      [null, [], {}],
      { slots: 7, weeks: 'x' },
      Number.NaN,
    ]) {
      for (const language of LANGUAGES) {
        expect(typeof showAnswer(question, raw, language)).toBe('string')
        for (const { text } of answerToCsv(question, raw, language)) expect(typeof text).toBe('string')
        expect(String(drawQuestion(question, raw, { language, flaws: [], context: {} }))).toContain('q-')
      }
      const score = answerToScore(question, raw)
      expect(score === null || (score >= 0 && score <= 1), JSON.stringify(raw)).toBe(true)
    }
  })

  test('goes into a table under the same columns whatever the answer, each named after its key', () => {
    const random = seededNumbers(11)
    const columns = answerToCsv(question, undefined, 'fr').map(({ column }) => column)
    expect(new Set(columns).size).toBe(columns.length)
    for (const column of columns) expect(column).toMatch(new RegExp(`^${question.key}(-[a-z0-9-]+)?$`))
    for (const { text } of answerToCsv(question, undefined, 'fr')) expect(text).toBe('')
    for (let round = 0; round < 10; round++) {
      const answer = round === 0 ? good : makeAnswer(question, random)
      for (const language of LANGUAGES) {
        const cells = answerToCsv(question, answer, language)
        expect(cells.map(({ column }) => column)).toEqual(columns)
        expect(cells.some(({ text }) => text !== '')).toBe(true)
      }
    }
  })

  test.each(LANGUAGES)(
    'goes from the form to what is read, shown and exported without a change (%s)',
    (language) => {
      const page = String(drawQuestion(question, good, { language, flaws: [], context: {} }))
      const { value, flaws } = checkQuestion(question, readQuestion(question, fieldsOf(postedFields(page))))
      expect(flaws).toEqual([])
      expect(value).toEqual(good)
      expect(showAnswer(question, value, language)).toBe(showAnswer(question, good, language))
      expect(answerToCsv(question, value, language)).toEqual(answerToCsv(question, good, language))
      expect(answerToScore(question, value)).toBe(answerToScore(question, good))
    },
  )

  test('describes its answer for machines', () => {
    const schema = answerSchema(question)
    expect('type' in schema || 'enum' in schema || 'const' in schema).toBe(true)
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
})

describe('an export', () => {
  const textsOf = (kind: QuestionKind, language: 'fr' | 'en') =>
    Object.fromEntries(
      answerToCsv(SAMPLES[kind].question, SAMPLES[kind].good, language).map(({ column, text }) => [
        column,
        text,
      ]),
    )

  test('has numbers where the answer is a number, words elsewhere, and dates as machines write them', () => {
    expect(textsOf('number', 'fr')).toEqual({ CAP: '3' })
    expect(textsOf('scale', 'en')).toEqual({ MS1: '1' })
    expect(textsOf('dots', 'fr')).toEqual({ LP1: '-2' })
    expect(textsOf('month', 'fr')).toEqual({ G5: '2019-03' })
    expect(textsOf('day', 'en')).toEqual({ EX3: '2027-02-28' })
    expect(textsOf('choice', 'fr')).toEqual({ COACH: 'deux' })
    expect(textsOf('choices', 'en')).toEqual({ G2: 'one; three' })
    expect(textsOf('agreement', 'fr')).toEqual({ ST2C: 'oui' })
    const numbered: Question = {
      ...asked,
      key: 'NEED1',
      kind: 'choice',
      options: [
        { value: 2, name: words },
        { value: 0, name: words },
      ],
    }
    expect(answerToCsv(numbered, 0, 'fr')).toEqual([{ column: 'NEED1', text: '0' }])
  })

  test('has one column for each part of an answer', () => {
    expect(textsOf('ranking', 'fr')).toEqual({ 'IM-1': 'trois', 'IM-2': 'un' })
    expect(textsOf('workplace', 'fr')).toEqual({ 'G3-subsidiary': 'Armorique', 'G3-site': 'Brest' })
    expect(textsOf('availability', 'en')).toEqual({
      'G6-weeks': '1',
      'G6-slots': 'Monday morning; Friday night',
      'G6-slots-b': '',
      'G6-where': 'either',
      'G6-hours': '2',
    })
    expect(textsOf('topics', 'en')).toEqual({
      'own-topics-1': 'Search engine optimisation (SEO)',
      'own-topics-2': 'Instagram',
      'own-topics-3': '',
    })
    expect(textsOf('topics-wanted', 'fr')).toMatchObject({
      'WANTS-1-facet': 'enjeux',
      'WANTS-1-level': '0',
      'WANTS-1-target': '2',
      'WANTS-3-topic': '',
    })
  })
})

describe('a score', () => {
  const scoreOf = (kind: QuestionKind, value: unknown) => answerToScore(SAMPLES[kind].question, value)

  test('says how much an answer is, from 0 to 1, so that before and after can be compared', () => {
    expect([1, 3, 5].map((step) => scoreOf('scale', step))).toEqual([0, 0.5, 1])
    expect([-2, 0, 2].map((dot) => scoreOf('dots', dot))).toEqual([0, 0.5, 1])
    expect(scoreOf('number', 12)).toBe(1)
    expect(scoreOf('topics-offered', [{ ...offer, level: 4, last: 4 }])).toBe(1)
    expect(scoreOf('topics-offered', [{ ...offer, level: 3, last: 4 }])).toBeCloseTo(0.85)
    expect(
      scoreOf('topics-wanted', [
        { ...want, level: 1 },
        { ...want, topic: 'budget', level: 3 },
      ]),
    ).toBe(0.5)
  })

  test('is nothing where an answer is no amount, or was not given', () => {
    const amounts = ['number', 'scale', 'dots', 'topics-offered', 'topics-wanted']
    for (const kind of Object.keys(SAMPLES) as QuestionKind[]) {
      expect(scoreOf(kind, undefined), kind).toBeNull()
      expect(scoreOf(kind, SAMPLES[kind].good) === null, kind).toBe(!amounts.includes(kind))
    }
  })
})

describe('text', () => {
  const question = SAMPLES.text.question
  const kept = (text: string) =>
    checkQuestion({ ...question, kind: 'text', length_max: 300 } as Question, text).value

  test('is kept well-formed, in one normal form, without what cannot be seen', () => {
    expect(kept('  e\u0301te\u0301\u0000\u202e  ')).toBe('été')
    expect(kept('une\nligne\tici')).toBe('une ligne ici')
    expect(kept('\ud83d')).toBe('\ufffd')
    expect(kept('👩‍🏫 🇫🇷')).toBe('👩‍🏫 🇫🇷')
  })

  test('of 300 characters passes and of 301 does not, however they are made', () => {
    expect(kept('🙂'.repeat(300))).toBe('🙂'.repeat(300))
    expect(kept('🙂'.repeat(301))).toBeUndefined()
    expect(kept('e\u0301'.repeat(300))).toBe('é'.repeat(300))
  })
})

describe('the week', () => {
  const { question } = SAMPLES.availability
  const read = (entries: [string, string][]) =>
    checkQuestion(question, readQuestion(question, fieldsOf(entries)))

  test('of somebody on shifts has a week A and a week B', () => {
    const { value } = read([
      ['G6-weeks', '2'],
      ['G6-slots', 'mon-morning'],
      ['G6-slots-b', 'fri-evening'],
      ['G6-where', 'on-site'],
      ['G6-hours', '3'],
    ])
    expect(value).toEqual({ weeks: 2, slots: ['a-mon-morning', 'b-fri-evening'], where: 'on-site', hours: 3 })
    expect(showAnswer(question, value, 'fr')).toBe(
      'semaine A\u00a0: lundi matin\nsemaine B\u00a0: vendredi soir\nsur place\n3\u00a0h par mois',
    )
    expect(showAnswer(question, value, 'en')).toContain('week B: Friday evening')
  })

  test('with boxes of week B but one week chosen is asked about, never silently cut', () => {
    const { flaws } = read([
      ['G6-weeks', '1'],
      ['G6-slots', 'mon-morning'],
      ['G6-slots-b', 'fri-evening'],
      ['G6-where', 'remote'],
      ['G6-hours', '3'],
    ])
    expect(flaws).toHaveLength(1)
    expect(flaws[0]?.field).toBe('G6-weeks')
  })
})

describe('topics', () => {
  test('a row without a topic counts for nothing, whatever else was picked in it', () => {
    const { question } = SAMPLES['topics-offered']
    const empty = { topic: '', facet: 'usage', level: '2', last: '' }
    expect(checkQuestion(question, [empty, offer, empty]).value).toEqual([offer])
  })

  test('are read back in words', () => {
    expect(showAnswer(SAMPLES['topics-offered'].question, [offer], 'fr')).toBe(
      'Instagram (usage)\u00a0: régulièrement, je dépanne\u00a0; cette semaine',
    )
    expect(showAnswer(SAMPLES['topics-wanted'].question, [want], 'en')).toBe(
      'Search engine optimisation (SEO) (stakes): new to me; goal: I see its effect on my work',
    )
  })

  test('have levels that start at nothing without shame, told by what people do (D7)', () => {
    expect(checkQuestion(SAMPLES['topics-wanted'].question, [want]).flaws).toEqual([])
    for (const words of [...LEVEL_WORDS.usage, ...LEVEL_WORDS.stakes]) {
      expect(words.fr).not.toMatch(/\d|débutant|expert|faible|nul|ignor|novice/i)
      expect(words.en).not.toMatch(/\d|beginner|expert|weak|poor|ignor|novice/i)
    }
    expect(showAnswer(SAMPLES['topics-wanted'].question, [want], 'fr')).toContain('je découvre')
    const page = drawn(SAMPLES['topics-offered'].question, undefined, [])
    expect(page).toContain('pas encore')
    expect(page).toContain('régulièrement, je dépanne')
  })

  test('point at the very part that is missing', () => {
    const { flaws } = checkQuestion(SAMPLES['topics-offered'].question, [
      offer,
      { topic: 'seo', facet: 'usage', level: '' },
    ])
    expect(flaws.map((flaw) => [flaw.field, flaw.pointer])).toEqual([
      ['OFFERS-2-level', '/OFFERS/1/level'],
      ['OFFERS-2-last', '/OFFERS/1/last'],
    ])
  })
})
