import type { Language } from '#domain/language.ts'
import type { Answers } from './answers.ts'
import { answerToCsv, showAnswer } from './kinds.ts'
import { answerTo, type Question, type Questionnaire, questionsOf } from './question.ts'

/**
 * Statements about one’s own way of exchanging serve support alone: a coach may see them, organisers never do, on a
 * page or in a file (C4).
 */
const SUPPORT_ONLY = /^M[SO]\d+$/

/** The questions whose answers organisers may read. */
export function organiserQuestions(questionnaire: Questionnaire): Question[] {
  return questionsOf(questionnaire).filter(({ key }) => !SUPPORT_ONLY.test(key))
}

/** One answer as an organiser reads it: with the wording of the version that was answered, and as it was kept. */
export interface OrganiserAnswer {
  key: string
  label: string
  text: string
  value: unknown
}

/** The answers that organisers may read, in the order of the questionnaire; unanswered ones left out. */
export function organiserAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  language: Language,
): OrganiserAnswer[] {
  return organiserQuestions(questionnaire).flatMap((question) => {
    const value = answerTo(question, answers)
    const text = showAnswer(question, value, language)
    return text === '' ? [] : [{ key: question.key, label: question.label[language], text, value }]
  })
}

/** The columns of several questionnaires, each once: those of the first in their order, then what others add. */
export function answerColumns(questionnaires: Iterable<Questionnaire>): string[] {
  const columns = new Set<string>()
  for (const questionnaire of questionnaires) {
    for (const question of organiserQuestions(questionnaire)) {
      for (const { column } of answerToCsv(question, undefined, 'fr')) columns.add(column)
    }
  }
  return [...columns]
}

/** What stands in each column for one person; empty where their version had no such question. */
export function answerLine(
  questionnaire: Questionnaire,
  answers: Answers,
  columns: readonly string[],
  language: Language,
): string[] {
  const texts = new Map(
    organiserQuestions(questionnaire).flatMap((question) =>
      answerToCsv(question, answerTo(question, answers), language).map(
        ({ column, text }) => [column, text] as const,
      ),
    ),
  )
  return columns.map((column) => texts.get(column) ?? '')
}
