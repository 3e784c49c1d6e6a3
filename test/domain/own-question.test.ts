import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#domain/language.ts'
import { answerColumns, answerLine, organiserAnswers } from '#questionnaire/answer-table.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { STARTING_CATALOGUE } from '#questionnaire/catalogue.ts'
import { checkAnswers, readForm } from '#questionnaire/check.ts'
import { describe as describeQuestionnaire } from '#questionnaire/describe.ts'
import { drawQuestion } from '#questionnaire/kinds.ts'
import {
  checkOwnQuestions,
  normaliseOwnQuestions,
  OWN_KINDS,
  OWN_QUESTIONS_MAX,
  type OwnQuestion,
  type OwnQuestions,
  toQuestion,
} from '#questionnaire/own-question.ts'
import { asksProtected, namesProtected } from '#questionnaire/protected-subject.ts'
import { type Answering, answerTo, questionsOf } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { makeAnswers, seededNumbers } from '../support/answer-makers.ts'
import { makeOwnQuestion, makeOwnQuestions } from '../support/own-questions.ts'
import { postedFields } from '../support/posted-form.ts'

const asked = (role: Answering, own: OwnQuestions) => questionnaire('reverse', role, { own })
const keysOf = (role: Answering, own: OwnQuestions) =>
  asked(role, own)
    .blocks.find(({ key }) => key === 'own')
    ?.questions.map(({ key }) => key) ?? []

describe('questions that a programme adds', () => {
  const own = { version: 3, questions: makeOwnQuestions() }

  test('come last, in a block of their own, for the roles that are asked', () => {
    for (const role of ['mentor', 'mentee', 'both'] as const) {
      const { blocks, own_version } = asked(role, own)
      expect(own_version).toBe(3)
      expect(blocks.at(-1)).toMatchObject({
        key: 'own',
        title: { fr: 'Questions du programme', en: 'This programme’s questions' },
      })
    }
    expect(keysOf('mentor', own)).toContain('own-format')
    expect(keysOf('mentor', own)).not.toContain('own-ease')
    expect(keysOf('mentee', own)).toContain('own-ease')
  })

  test('are each asked once of whoever takes both roles', () => {
    expect(keysOf('both', own)).toEqual(own.questions.map(({ key }) => key))
  })

  test('leave no empty block where a role is asked nothing', () => {
    const mentees = { version: 1, questions: [makeOwnQuestion({ roles: ['mentee'] })] }
    expect(asked('mentor', mentees).blocks.map(({ key }) => key)).not.toContain('own')
    expect(asked('mentor', { version: 0, questions: [] }).blocks.map(({ key }) => key)).not.toContain('own')
  })

  test('are of every kind, and stand in the public description with their version', () => {
    expect(new Set(own.questions.map(({ kind }) => kind))).toEqual(new Set(OWN_KINDS))
    const shown = describeQuestionnaire(asked('both', own))
    expect(shown.own_questions_version).toBe(3)
    expect(shown.blocks.at(-1)?.questions.map(({ kind }) => kind)).toEqual(
      own.questions.map(({ kind }) => kind),
    )
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown)
  })

  test.each(LANGUAGES)('go from the page to the answers to the table without loss (%s)', (language) => {
    const form = asked('both', own)
    const random = seededNumbers(5)
    for (let round = 0; round < 20; round++) {
      const { answers: given } = checkAnswers(form, makeAnswers(form, random))
      const page = questionsOf(form)
        .map((question) =>
          String(drawQuestion(question, answerTo(question, given), { language, flaws: [], context: {} })),
        )
        .join('\n')
      const { answers, errors } = checkAnswers(form, readForm(form, postedFields(page)))
      expect(errors).toEqual([])
      for (const { key } of own.questions) expect(answers[key], key).toEqual(given[key])
      const columns = answerColumns([form]).filter((column) => column.startsWith('own-'))
      expect(answerLine(form, answers, columns, language)).toEqual(answerLine(form, given, columns, language))
    }
  })
})

describe('an answer belongs to the version it answered', () => {
  const first = makeOwnQuestion({
    key: 'own-format',
    kind: 'choice',
    options: [
      { value: 'lunch', name: { fr: 'à déjeuner', en: 'over lunch' } },
      { value: 'office', name: { fr: 'au bureau', en: 'at the office' } },
    ],
  })
  const second = {
    ...first,
    label: { fr: 'Et maintenant, quel format ?', en: 'And now, which format?' },
    options: [
      { value: 'lunch', name: { fr: 'autour d’un repas', en: 'around a meal' } },
      { value: 'walk', name: { fr: 'en marchant', en: 'on a walk' } },
    ],
  }
  const added = makeOwnQuestion({ key: 'own-more', kind: 'text' })
  const [v1, v2] = [
    asked('mentor', { version: 1, questions: [first] }),
    asked('mentor', { version: 2, questions: [added, second] }),
  ]

  test('and keeps its wording when the question changes', () => {
    const old = { 'own-format': 'lunch' }
    expect(organiserAnswers(v1, old, 'en')).toEqual([
      { key: 'own-format', label: 'Which format suits you?', text: 'over lunch', value: 'lunch' },
    ])
    expect(organiserAnswers(v2, old, 'en')[0]).toMatchObject({ text: 'around a meal' })
  })

  test('and stands in one table with the answers of other versions, under the columns of all', () => {
    const columns = answerColumns([v2, v1])
    expect(columns.filter((column) => column.startsWith('own-'))).toEqual(['own-more', 'own-format'])
    const cells = (form: typeof v1, answers: Answers) =>
      Object.fromEntries(answerLine(form, answers, columns, 'fr').map((text, at) => [columns[at], text]))
    expect(cells(v1, { 'own-format': 'lunch' })).toMatchObject({ 'own-format': 'à déjeuner', 'own-more': '' })
    expect(cells(v2, { 'own-format': 'lunch', 'own-more': '=1' })).toMatchObject({
      'own-format': 'autour d’un repas',
      'own-more': '=1',
    })
  })
})

describe('what organisers read', () => {
  test('never has the statements that serve support alone (C4), and has the offer of a coach', () => {
    const form = asked('both', { version: 0, questions: [] })
    const answers = checkAnswers(form, {
      ...makeAnswers(form, seededNumbers(3)),
      MS1: 1,
      MS6: 2,
      MO1: 2,
      MO3: 1,
      COACH: 'yes',
    }).answers
    expect(answers.MS1).toBe(1)
    const keys = organiserAnswers(form, answers, 'fr').map(({ key }) => key)
    expect(keys).toContain('COACH')
    for (const key of [...keys, ...answerColumns([form])]) expect(key).not.toMatch(/^M[SO]\d/)
    for (const question of questionsOf(form)) {
      if (question.label.en.startsWith('I listen')) expect(keys).not.toContain(question.key)
    }
  })
})

describe('a list of questions', () => {
  const flawsOf = (...questions: Partial<OwnQuestion>[]) =>
    checkOwnQuestions(
      questions.map((question, at) => makeOwnQuestion({ key: `own-q${at}`, ...question } as OwnQuestion)),
    ).map(({ pointer }) => pointer)
  const option = (value: string) => ({ value, name: { fr: value, en: value } })

  test('that is right has nothing to mend', () => {
    expect(checkOwnQuestions(makeOwnQuestions())).toEqual([])
    expect(checkOwnQuestions([])).toEqual([])
  })

  test('is short enough to be answered', () => {
    const many = Array.from({ length: OWN_QUESTIONS_MAX + 1 }, (_, at) =>
      makeOwnQuestion({ key: `own-q${at}` }),
    )
    expect(checkOwnQuestions(many.slice(1))).toEqual([])
    expect(checkOwnQuestions(many).map(({ pointer }) => pointer)).toEqual([''])
  })

  test('has a number of options that fits each kind', () => {
    expect(flawsOf({ kind: 'choice', options: [option('one')] })).toEqual(['/0/options'])
    expect(
      flawsOf({ kind: 'choices', options: Array.from({ length: 21 }, (_, at) => option(`o${at}`)) }),
    ).toEqual(['/0/options'])
    expect(flawsOf({ kind: 'scale', options: ['a', 'b', 'c', 'd'].map(option) })).toEqual(['/0/options'])
    expect(flawsOf({ kind: 'agreement', options: [] })).toEqual(['/0/options'])
    expect(flawsOf({ kind: 'text', options: [option('one')] })).toEqual(['/0/options'])
  })

  test('says everything in both languages, names each thing once, and asks somebody', () => {
    expect(flawsOf({ label: { fr: 'Quoi ?', en: '  ' } })).toEqual(['/0/label/en'])
    expect(flawsOf({ help: { fr: '', en: 'Help' } })).toEqual(['/0/help/fr'])
    expect(flawsOf({ roles: [] })).toEqual(['/0/roles'])
    expect(flawsOf({}, { key: 'own-q0' })).toEqual(['/1/key'])
    expect(flawsOf({ kind: 'ranking', options: [option('a'), option('a')] })).toEqual([
      '/0/options/1/value',
      '/0/options/1/name/fr',
    ])
  })

  test('never asks what people are rather than what they do, in either language', () => {
    const flaws = checkOwnQuestions([
      makeOwnQuestion({ label: { fr: 'Quel est votre âge ?', en: 'Which tools do you use?' } }),
      makeOwnQuestion({ key: 'own-b', label: { fr: 'Quels outils ?', en: 'What is your gender?' } }),
      makeOwnQuestion({
        key: 'own-c',
        kind: 'choice',
        label: { fr: 'Vous êtes…', en: 'You are…' },
        options: [
          { value: 'a', name: { fr: 'une femme', en: 'a woman' } },
          { value: 'b', name: { fr: 'autre', en: 'other' } },
        ],
      }),
    ])
    expect(flaws.map(({ pointer }) => pointer)).toEqual([
      '/0/label/fr',
      '/1/label/en',
      '/2/options/0/name/fr',
    ])
    expect(flaws[0]?.detail.fr).toContain('ni l’âge, ni le sexe')
    expect(flaws[0]?.detail.en).toContain('never asks about age')
  })

  test.each([
    'Quel âge avez-vous ?',
    'En quelle année êtes-vous né·e ? (née en…)',
    'How old are you?',
    'Date de naissance',
    'Êtes-vous un homme ou une femme ?',
    'What is your nationality?',
    'Votre origine',
    'Avez-vous une maladie ?',
    'Do you have a disability?',
    'Avez-vous des enfants ?',
    'Votre religion',
    'Are you a member of a union?',
    'Votre salaire',
    'À quelle génération appartenez-vous ?',
  ])('refuses to ask: %s', (label) => {
    expect(asksProtected(label)).toBe(true)
  })

  test.each([
    'Quel genre de séance préférez-vous ?',
    'Qu’est-ce qui est à l’origine de votre envie ?',
    'Sur la santé et la sécurité au travail, que savez-vous transmettre ?',
    'Have you worked on brand identity?',
    'In which countries have you worked?',
    'Depuis combien de temps travaillez-vous ici ?',
    'Which pages of the intranet do you use?',
    'Comment partagez-vous ce que vous savez ?',
  ])('lets through: %s', (label) => {
    expect(asksProtected(label)).toBe(false)
  })

  test('lets a trade be an answer, and never a bracket of ages', () => {
    for (const name of ['Santé', 'Union européenne', '5 à 10 ans d’expérience', 'Origine des données']) {
      expect(namesProtected(name), name).toBe(false)
    }
    for (const name of ['25-34 ans', '45 to 60 years', 'Femme', 'A man'])
      expect(namesProtected(name), name).toBe(true)
  })

  test('is stored in one form, so that the same list is known again', () => {
    const [scale] = normaliseOwnQuestions([
      makeOwnQuestion({
        kind: 'scale',
        roles: ['mentee', 'mentor'],
        options: ['e', 'd', 'c', 'b', 'a'].map(option),
      }),
    ])
    expect(scale?.roles).toEqual(['mentor', 'mentee'])
    expect(scale?.options.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5'])
    expect(toQuestion(scale as OwnQuestion, STARTING_CATALOGUE)).toMatchObject({
      kind: 'scale',
      steps: { length: 5 },
    })
  })
})
