import { describe, expect, it } from 'vitest'
import { checkOwnQuestions, normaliseOwnQuestions, OWN_KINDS } from '#questionnaire/own-question.ts'
import { answersFile } from '../../site/src/elements/console-answers-file.ts'
import {
  fromQuestionDrafts,
  newQuestion,
  pointerOnPage,
  toQuestionDraft,
} from '../../site/src/elements/console-question-draft.ts'
import { questionsWordsIn } from '../../site/src/words/console-questions.ts'
import { makeOwnQuestions } from '../support/own-questions.ts'
import { shapeOf, textsOf } from './words-shape.ts'

const both = (fr: string, en: string) => ({ fr, en })

describe('the questions of a programme, as they are written', () => {
  it('are sent back as they came when nobody touched them', () => {
    const questions = makeOwnQuestions()
    expect(fromQuestionDrafts(questions.map(toQuestionDraft))).toEqual(questions)
    expect(JSON.stringify(fromQuestionDrafts(questions.map(toQuestionDraft)))).toBe(
      JSON.stringify(normaliseOwnQuestions(questions)),
    )
  })

  it('get a key from their words, which no other has and which never changes afterwards', () => {
    const label = both('Où se voir, à l’été ?', 'Where to meet?')
    const drafts = [1, 2, 3].map(() => ({ ...newQuestion(), label, why: label }))
    const sent = fromQuestionDrafts([...drafts, newQuestion()])
    expect(sent.map(({ key }) => key)).toEqual([
      'own-ou_se_voir_a_l_ete',
      'own-ou_se_voir_a_l_ete_2',
      'own-ou_se_voir_a_l_ete_3',
      'own-question',
    ])
    const reworded = sent.map(toQuestionDraft).map((draft) => ({ ...draft, label: both('Autre', 'Other') }))
    expect(fromQuestionDrafts(reworded).map(({ key }) => key)).toEqual(sent.map(({ key }) => key))
    expect(checkOwnQuestions(sent.slice(0, 3))).toEqual([])
  })

  it('keep an answer the same answer when it is moved, or reworded in one language', () => {
    const [question] = makeOwnQuestions()
    const draft = toQuestionDraft(question!)
    draft.lines = { fr: 'en visio\n\nà table\nHelp', en: 'on video\nover lunch\nHelp' }
    const [sent] = fromQuestionDrafts([draft])
    expect(sent?.options).toEqual([
      { value: 'video', name: both('en visio', 'on video') },
      { value: 'lunch', name: both('à table', 'over lunch') },
      { value: 'answer', name: both('Help', 'Help') },
    ])
  })

  it('say where an answer lacks a language', () => {
    const draft = { ...newQuestion(), kind: 'choice' as const, lines: both('un\ndeux', 'one') }
    draft.label = draft.why = both('Quoi ?', 'What?')
    const sent = fromQuestionDrafts([draft])
    expect(checkOwnQuestions(sent).map(({ pointer }) => pointer)).toEqual(['/0/options/1/name/en'])
    expect(pointerOnPage('/questions/0/options/1/name/en')).toBe('/questions/0/options/en')
    expect(pointerOnPage('/questions/0/options')).toBe('/questions/0/options/fr')
    expect(pointerOnPage('/questions/12/label/en')).toBe('/questions/12/label/en')
  })

  it('have words in both languages, for every kind', () => {
    const [fr, en] = [questionsWordsIn('fr'), questionsWordsIn('en')]
    expect(shapeOf(fr)).toEqual(shapeOf(en))
    expect(Object.keys(fr.kinds)).toEqual([...OWN_KINDS])
    for (const text of textsOf(fr)) expect(text).not.toMatch(/'| [;:?!»]|« /)
    for (const text of textsOf(en)) expect(text).not.toMatch(/'|!/)
  })

  it('have a file of answers that spreadsheets of each language open', () => {
    expect(answersFile('a b', 'fr')).toBe(
      '/api/v1/programmes/a%20b/answers?format=csv&language=fr&separator=semicolon',
    )
    expect(answersFile('ab', 'en')).toBe('/api/v1/programmes/ab/answers?format=csv&language=en')
  })
})
