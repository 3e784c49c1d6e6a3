import type { OwnQuestion } from '#questionnaire/own-question.ts'
import { request } from './api-client.ts'

/** The doors about the questions that a programme adds. Each call throws an ApiError when it fails. */
export const questionsApi = {
  questions: (slug: string) => request('GET /programmes/:slug/questions', { params: { slug } }),
  saveQuestions: (slug: string, questions: readonly OwnQuestion[]) =>
    request('PUT /programmes/:slug/questions', { params: { slug }, body: { questions: [...questions] } }),
}
