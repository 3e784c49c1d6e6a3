import type { OwnQuestionsShown } from '#contract/own-question.ts'
import type { OwnQuestion } from '#questionnaire/own-question.ts'
import { call } from './api.ts'

const name = encodeURIComponent

/** The doors about the questions that a programme adds. Each call throws an ApiError when it fails. */
export const questionsApi = {
  questions: (slug: string) => call<OwnQuestionsShown>('GET', `/programmes/${name(slug)}/questions`),
  saveQuestions: (slug: string, questions: readonly OwnQuestion[]) =>
    call<OwnQuestionsShown>('PUT', `/programmes/${name(slug)}/questions`, { questions }),
}
