import { describe, expect, test } from 'vitest'
import { SURVEY_MOMENTS } from '#domain/feedback.ts'
import { LANGUAGES } from '#domain/language.ts'
import type { Want } from '#questionnaire/answers.ts'
import { STARTING_CATALOGUE } from '#questionnaire/catalogue.ts'
import { readForm } from '#questionnaire/check.ts'
import { drawCorrectionForm } from '#questionnaire/correction-form.ts'
import { topicsPassedOn } from '#questionnaire/passed-on.ts'
import { questionsOf } from '#questionnaire/question.ts'
import { checkSurvey, minutesOf, type SurveyFor, startingAnswers, surveyOf } from '#questionnaire/survey.ts'
import { postedFields } from '#test/posted-form.ts'

const [topic] = Object.keys(STARTING_CATALOGUE.topics) as [string]
const wants: Want[] = [{ topic, facet: 'usage', level: 1, target: 3 }]
const asked = (more: Partial<SurveyFor> = {}): SurveyFor => ({
  moment: 'end',
  role: 'mentor',
  kind: 'reverse',
  wants,
  catalogue: STARTING_CATALOGUE,
  isAboutMe: true,
  ...more,
})
const keys = (more: Partial<SurveyFor> = {}): string[] =>
  questionsOf(surveyOf(asked(more))).map(({ key }) => key)

describe('the surveys (questionnaires.md §10)', () => {
  test('the start asks about the person and the levels of today, prefilled from the sign-up', () => {
    expect(keys({ moment: 'start' })).toEqual([
      ...['SE1', 'SE2', 'SE3', 'LD1', 'LD2', 'CK1', 'CK2', 'CO1', 'CO2', 'IV1', 'IV2', 'IV3', 'PC1'],
      `LEVELS-${topic}-usage`,
    ])
    expect(startingAnswers(asked({ moment: 'start' }))).toEqual({ [`LEVELS-${topic}-usage`]: 1 })
    expect(startingAnswers(asked())).toEqual({})
  })

  test('leading is asked of mentors, employability of mentees (P14, W16, W17)', () => {
    expect(keys({ role: 'mentor' })).toContain('LD1')
    expect(keys({ role: 'mentor' })).not.toContain('EM1')
    expect(keys({ role: 'mentee' })).toContain('EM1')
    expect(keys({ role: 'mentee' })).not.toContain('LD1')
  })

  test('the end asks every statement about the person again with hindsight, and everything else once', () => {
    const end = keys()
    const then = end.filter((key) => key.endsWith('T') && key !== 'TALENT')
    expect(then).toHaveLength(12)
    for (const key of then) expect(end).toContain(key.slice(0, -1))
    for (const key of ['RQ1', 'RQ6', 'PC1', 'PR1', 'AU1', 'REC', 'TALENT']) expect(end).toContain(key)
    expect(new Set(end).size).toBe(end.length)
  })

  test('talent visibility is asked at the end and nowhere else (F10, P12)', () => {
    for (const kind of ['reverse', 'expert'] as const) {
      const where = SURVEY_MOMENTS.filter((moment) => keys({ moment, kind }).includes('TALENT'))
      expect(where).toEqual(['end'])
    }
  })

  test('somebody with two pairs is asked about each pair, and about themselves once', () => {
    const second = { isAboutMe: false }
    expect(keys({ ...second, moment: 'middle' })).toEqual(['RQ1', 'RQ2', 'RQ3', 'RQ4', 'RQ5', 'RQ6'])
    expect(keys({ ...second, moment: 'end' })).toEqual(['RQ1', 'RQ2', 'RQ3', 'RQ4', 'RQ5', 'RQ6'])
    for (const moment of ['start', 'month-3', 'month-6', 'month-12'] as const) {
      expect(keys({ ...second, moment })).toEqual([])
    }
  })

  test('months saved are asked of whoever brought the question to an expert (F16, F21)', () => {
    for (const moment of ['end', 'month-3'] as const) {
      expect(keys({ kind: 'expert', role: 'mentee', moment })).toContain('VAL')
      expect(keys({ kind: 'expert', role: 'mentor', moment })).not.toContain('VAL')
    }
    expect(keys({ role: 'mentee' })).not.toContain('VAL')
  })

  test('nothing is required, and no survey takes more than five minutes', () => {
    for (const moment of SURVEY_MOMENTS) {
      for (const role of ['mentor', 'mentee'] as const) {
        const survey = surveyOf(asked({ moment, role, wants: [...wants, ...wants, ...wants] }))
        expect(questionsOf(survey).every(({ required }) => !required)).toBe(true)
        expect(minutesOf(survey), `${moment} ${role}`).toBeLessThanOrEqual(5)
        expect(checkSurvey(survey, {})).toEqual({ answers: {}, errors: [] })
      }
    }
  })

  test('levels are kept by topic and facet, from a form as from JSON', () => {
    const survey = surveyOf(asked())
    const json = checkSurvey(survey, { SE1: 4, REC: 10, LEVELS: { [`${topic}-usage`]: 3 } })
    expect(json).toEqual({ answers: { SE1: 4, REC: 10, LEVELS: { [`${topic}-usage`]: 3 } }, errors: [] })
    const form = checkSurvey(survey, { SE1: '4', REC: '10', [`LEVELS-${topic}-usage`]: '3' })
    expect(form).toEqual(json)
  })

  test('what does not fit is told, and the rest is kept', () => {
    const survey = surveyOf(asked())
    const { answers, errors } = checkSurvey(survey, {
      SE1: 6,
      SE2: 2,
      REC: 11,
      EM1: 3,
      LEVELS: { 'no-such-topic-usage': 3 },
    })
    expect(answers).toEqual({ SE2: 2 })
    expect(errors.map(({ key }) => key)).toEqual(['SE1', 'REC', 'EM1', 'LEVELS-no-such-topic-usage'])
    expect(checkSurvey(survey, { LEVELS: 'many' }).errors).toHaveLength(1)
  })

  test.each(LANGUAGES)(
    'a form comes back with what was typed, and reads as it was drawn (%s)',
    (language) => {
      const survey = surveyOf(asked())
      const typed = { SE1: '9', SE2: '2', REC: '7', [`LEVELS-${topic}-usage`]: '2', TALENT: 'yes' }
      const { errors } = checkSurvey(survey, typed)
      const page = String(
        drawCorrectionForm({
          questionnaire: survey,
          language,
          action: '/x',
          answers: { ...typed, TALENT: true },
          errors,
          submit: 'ok',
        }),
      )
      expect(page).toContain('id="q-SE1-error"')
      const { answers } = checkSurvey(survey, readForm(survey, postedFields(page)))
      expect(answers).toEqual({ SE2: 2, REC: 7, TALENT: true, LEVELS: { [`${topic}-usage`]: 2 } })
    },
  )
})

describe('what went from one to the other', () => {
  test('is what the one offered and the other wanted, whichever the facet', () => {
    const offers = [
      { topic: 'a', facet: 'usage' as const, level: 4, last: 4 },
      { topic: 'b', facet: 'usage' as const, level: 4, last: 4 },
    ]
    const wanted = ['c', 'b', 'a', 'b'].map((one) => ({
      topic: one,
      facet: 'stakes' as const,
      level: 0,
      target: 2,
    }))
    expect(topicsPassedOn(offers, wanted)).toEqual(['b', 'a'])
    expect(topicsPassedOn(null, wanted)).toEqual([])
  })
})
