import { describe, expect, test } from 'vitest'
import { PROGRAMME_KINDS, type ProgrammeKind } from '#domain/programme.ts'
import { checkAnswers, readForm } from '#questionnaire/check.ts'
import { type Answering, questionsOf } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { showAnswers } from '#questionnaire/show.ts'
import { checkIdentity, readSignUp, TRAP_FIELD } from '#questionnaire/sign-up.ts'
import { drawSignUpForm } from '#questionnaire/sign-up-form.ts'
import { makeAnswers, seededNumbers } from '../support/answer-makers.ts'
import { postedFields } from '../support/posted-form.ts'

const KINDS = Object.keys(PROGRAMME_KINDS) as ProgrammeKind[]
const ROLES: Answering[] = ['mentor', 'mentee', 'both']
const EACH = KINDS.flatMap((kind) => ROLES.map((role) => [kind, role] as const))

const programme = { slug: 'elan', charter: 'Parler franchement.', externals_allowed: false }
const draw = (kind: ProgrammeKind, role: Answering, answers: Record<string, unknown>) =>
  String(
    drawSignUpForm({
      questionnaire: questionnaire(kind, role),
      programme,
      language: 'fr',
      action: '/sign-ups',
      values: { answers },
      errors: [],
    }),
  )

/** What matching needs of a mentor, and nothing else. */
const LEAST = {
  G2: ['fr'],
  G6: { weeks: 1, slots: ['mon-morning'], where: 'either', hours: 1 },
  OFFERS: [{ topic: 'instagram', facet: 'usage', level: 0, last: 0 }],
  WANTS: [{ topic: 'budget', facet: 'stakes', level: 0, target: 1 }],
}

describe('checking answers', () => {
  test.each(EACH)('%s · %s · good answers pass unchanged, in JSON and through the form', (kind, role) => {
    const asked = questionnaire(kind, role)
    const random = seededNumbers(kind.length * 31 + role.length)
    for (let round = 0; round < 12; round++) {
      const made = makeAnswers(asked, random)
      const { answers, errors } = checkAnswers(asked, JSON.parse(JSON.stringify(made)))
      expect(errors).toEqual([])
      const posted = checkAnswers(asked, readForm(asked, postedFields(draw(kind, role, answers as never))))
      expect(posted.errors).toEqual([])
      // The form shows that a mentor takes one person; sending it untouched says so.
      const expected = 'CAP' in made || role === 'mentee' ? answers : { ...answers, CAP: 1 }
      expect(posted.answers).toEqual(expected)
    }
  })

  test('the least a mentor can say is enough, and so is every lowest answer', () => {
    expect(checkAnswers(questionnaire('reverse', 'mentor'), LEAST)).toEqual({ answers: LEAST, errors: [] })
    const lowest = {
      NEED1: 0,
      NEED2: 1,
      MS1: 1,
      MS2: 1,
      MS6: 1,
      MO1: 1,
      MO3: 1,
      LP1: -2,
      COACH: 'no',
      CAP: 1,
    }
    expect(checkAnswers(questionnaire('reverse', 'both'), { ...LEAST, ...lowest }).errors).toEqual([])
  })

  test('an empty form is told what is needed, and nothing more', () => {
    const asked = questionnaire('reverse', 'mentor')
    const { errors } = checkAnswers(asked, readForm(asked, postedFields(draw('reverse', 'mentor', {}))))
    expect(errors.map((error) => error.field)).toEqual([
      'OFFERS-1-topic',
      'WANTS-1-topic',
      'G2',
      'G6-slots',
      'G6-where',
    ])
  })

  test('good answers are kept beside those to mend', () => {
    const { answers, errors } = checkAnswers(questionnaire('reverse', 'mentor'), {
      ...LEAST,
      G7: 'x'.repeat(301),
    })
    expect(answers).toEqual(LEAST)
    expect(errors).toEqual([
      {
        key: 'G7',
        field: 'G7',
        pointer: '/G7',
        detail: {
          fr: 'Ce texte compte 301 caractères. Raccourcissez-le à 300.',
          en: 'This text has 301 characters. Shorten it to 300.',
        },
      },
    ])
  })

  test('an answer to a question of the other role is reported, not dropped', () => {
    const { errors } = checkAnswers(questionnaire('reverse', 'mentor'), { ...LEAST, MO1: 3, 'a/b~c': 1 })
    expect(errors.map((error) => error.pointer)).toEqual(['/MO1', '/a~1b~0c'])
    expect(errors[0]?.detail.en).toContain('“MO1”')
  })

  test('an external mentor undertakes to keep confidences, or is asked to', () => {
    const asked = questionnaire('strategic', 'mentor')
    const { OFFERS: _, WANTS: __, ...rest } = LEAST
    const answers = { ...rest, OFFERS: [{ topic: 'negotiation', facet: 'stakes', level: 4, last: 4 }] }
    expect(checkAnswers(asked, answers).errors.map((error) => error.key)).toEqual(['ST2C'])
    expect(checkAnswers(asked, { ...answers, ST2C: true }).errors).toEqual([])
  })

  test('an expert is asked one precise question of 40 to 400 characters (F18)', () => {
    const asked = questionnaire('expert', 'mentee')
    const about = (length: number) =>
      checkAnswers(asked, {
        G2: ['fr'],
        G6: { weeks: 1, slots: ['mon-morning'], where: 'remote', hours: 4 },
        WANTS: LEAST.WANTS,
        EX1: 'é'.repeat(length),
      }).errors.map((error) => error.key)
    expect(about(39)).toEqual(['EX1'])
    expect(about(40)).toEqual([])
    expect(about(400)).toEqual([])
    expect(about(401)).toEqual(['EX1'])
  })
})

describe('hostile answers', () => {
  const random = seededNumbers(20_260_302)
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(items: readonly T[]): T => items[below(items.length)]!
  const nested = (depth: number): unknown => (depth === 0 ? [] : { slots: [nested(depth - 1)] })
  const NASTY: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => -0,
    () => 2 ** 60,
    () => 10n,
    () => Symbol('a'),
    () => () => 'a',
    () => new Date(Number.NaN),
    () => new Map([['G2', 1]]),
    () => Object.create(null),
    () => Object.create({ topic: 'instagram' }),
    () => JSON.parse('{"__proto__":{"topic":"instagram"},"constructor":1}'),
    () => ({ isEscaped: true, toString: () => '<script>' }),
    () => ({ length: 1e9 }),
    () => new Array(5),
    () => Array(10_000).fill('fr'),
    () => nested(500),
    () => 'x'.repeat(200_000),
    () => '\ud800'.repeat(50),
    () => `${'e\u0301'.repeat(400)}\u0000\u202e`,
    () => '</textarea><script>alert(1)</script>',
    () => '__proto__',
    () => 'constructor',
    () => ['__proto__', 'toString'],
    () => [{ topic: 'toString', facet: '__proto__', level: '3', last: '4' }],
    () => [{ topic: { isEscaped: true }, facet: ['usage'], level: [3], last: {} }],
    () => ({ weeks: [1], slots: 'mon-morning', where: {}, hours: '1e0' }),
    () => ({ weeks: '2', slots: Array(200).fill('a-mon-morning'), where: 'either', hours: 2 }),
    () => ({ month: '__proto__', year: {} }),
    () => [[[[[]]]]],
    () => String(below(1e9) - 5e8),
    () => Array.from({ length: below(6) }, () => String.fromCodePoint(below(0xffff))).join(''),
  ]
  const make = (depth: number): unknown => {
    if (depth === 0 || random() < 0.6) return one(NASTY)()
    if (random() < 0.5) return Array.from({ length: below(4) }, () => make(depth - 1))
    const names = [
      'topic',
      'facet',
      'level',
      'last',
      'target',
      'slots',
      'weeks',
      'where',
      'hours',
      'site',
      '__proto__',
    ]
    return Object.fromEntries(Array.from({ length: below(5) }, () => [one(names), make(depth - 1)]))
  }

  test('4,000 made-up sets never throw, never become answers of the wrong shape, and are all explained', () => {
    for (let round = 0; round < 4000; round++) {
      const [kind, role] = one(EACH)
      const asked = questionnaire(kind, role)
      const questions = questionsOf(asked)
      const raw: Record<string, unknown> = {}
      for (let n = below(6); n >= 0; n--) raw[one(questions).key] = make(3)
      if (random() < 0.2) Object.defineProperty(raw, '__proto__', { value: make(1), enumerable: true })
      if (random() < 0.2)
        raw[one(['', 'MO1', 'x'.repeat(9999), '\ud800/~', 'constructor', 'hasOwnProperty'])] = make(1)
      const { answers, errors } = checkAnswers(asked, raw)
      expect(errors.length).toBeLessThanOrEqual(50)
      // What passed passes again, and reads as text.
      const again = checkAnswers(asked, JSON.parse(JSON.stringify(answers)))
      expect(again.answers).toEqual(answers)
      for (const shown of showAnswers(asked, answers, 'en')) expect(shown.text.length).toBeLessThan(3000)
      if (round % 20 === 0) expect(draw(kind, role, raw)).not.toMatch(/<script|<\/textarea><s/)
    }
    expect(({} as Record<string, unknown>).topic).toBeUndefined()
  }, 120_000)

  test('an answer set that is no object is refused in words', () => {
    for (const raw of [null, undefined, 'answers', 7, [], [LEAST], true, Symbol('a')]) {
      const { answers, errors } = checkAnswers(questionnaire('reverse', 'mentor'), raw)
      expect(answers).toEqual({})
      expect(errors).toHaveLength(1)
    }
  })

  test('ten thousand keys of no question cost no more than fifty errors', () => {
    const raw = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, at]))
    expect(checkAnswers(questionnaire('reverse', 'mentor'), raw).errors).toHaveLength(50)
  })

  test('forms with repeated, missing and foreign fields never throw', () => {
    const asked = questionnaire('reverse', 'both')
    const names = postedFields(draw('reverse', 'both', {})).map(([name]) => name)
    for (let round = 0; round < 500; round++) {
      const fields = Array.from({ length: below(60) }, (): [string, string] => [
        random() < 0.9 ? one(names) : one(['__proto__', 'constructor', '', 'G6-slots-b', 'x'.repeat(999)]),
        random() < 0.5
          ? String(below(9))
          : one(['', 'fr', 'instagram', '__proto__', 'mon-morning', '\ud800', 'x'.repeat(30_000)]),
      ])
      const { values } = readSignUp(asked, fields)
      const checked = checkAnswers(asked, values.answers)
      expect(checked.errors.every((error) => error.field !== '')).toBe(true)
      checkIdentity(values)
    }
  })
})

describe('who signs up', () => {
  const asked = questionnaire('reverse', 'mentor')
  const good: [string, string][] = [
    ['given_name', '  Maëlle '],
    ['family_name', 'Le Goff'],
    ['email', 'Maelle.LeGoff@armorique.example'],
    ['volunteer', 'yes'],
    ['charter', 'yes'],
  ]

  test('gives a name, an address, and the first two boxes; the third is a preference', () => {
    const { values, isTrapped } = readSignUp(asked, good)
    expect(isTrapped).toBe(false)
    expect(checkIdentity(values)).toEqual({
      identity: {
        given_name: 'Maëlle',
        family_name: 'Le Goff',
        email: 'Maelle.LeGoff@armorique.example',
        hr_code: null,
        reminders: false,
      },
      errors: [],
    })
  })

  test.each(['given_name', 'family_name', 'email', 'volunteer', 'charter'])(
    'is asked for %s when it is missing',
    (name) => {
      const { identity, errors } = checkIdentity(
        readSignUp(
          asked,
          good.filter(([field]) => field !== name),
        ).values,
      )
      expect(identity).toBeNull()
      expect(errors.map((error) => error.field)).toEqual([name])
    },
  )

  test('an address that could fool somebody is not taken', () => {
    for (const email of ['a@b', 'a@@b.fr', 'a＠b.fr', 'a b@c.fr', 'a@b.fr\r\nbcc: x@y.fr', '<a@b.fr>']) {
      const fields = good.map(([name, value]): [string, string] => [name, name === 'email' ? email : value])
      expect(checkIdentity(readSignUp(asked, fields).values).identity, email).toBeNull()
    }
  })

  test('a program that fills in the hidden field gives itself away', () => {
    expect(readSignUp(asked, [...good, [TRAP_FIELD, 'https://spam.example']]).isTrapped).toBe(true)
  })
})
