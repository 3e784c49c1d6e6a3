import type { Language } from '#domain/language.ts'
import type { Answers } from './answers.ts'
import { showAnswer } from './kinds.ts'
import { answerTo, type Questionnaire, questionsOf } from './question.ts'

/** One answer as people read it; `text` may hold several lines. */
export interface ShownAnswer {
  key: string
  label: string
  text: string
}

/** The answers in the order of the questionnaire, for check pages, consoles and exports; unanswered ones left out. */
export function showAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  language: Language,
): ShownAnswer[] {
  return questionsOf(questionnaire).flatMap((question) => {
    const text = showAnswer(question, answerTo(question, answers), language)
    return text === '' ? [] : [{ key: question.key, label: question.label[language], text }]
  })
}
