import type { Both } from '#domain/language.ts'
import type { Answers } from './answers.ts'
import { escapePointer, unknownName } from './kinds/kind.ts'
import { checkQuestion, readQuestion } from './kinds.ts'
import { type Questionnaire, questionsOf } from './question.ts'

/** What a machine or a person may leave to mend at once; the rest is told the next time. */
const ERRORS_MAX = 50

/** One thing to mend: the question, the form field, the JSON pointer below the answers (RFC 6901), what to do. */
export interface AnswerError {
  key: string
  field: string
  pointer: string
  detail: Both
}

/** Fields of a posted form by name; their order within a name is kept. */
export function fieldsOf(entries: Iterable<readonly [string, string]>): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of entries) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/**
 * What a posted form says, question by question, unchecked: give it to `checkAnswers`, and back to the form when it
 * is refused, so that nothing typed is lost. Fields of no question are left to others.
 */
export function readForm(
  questionnaire: Questionnaire,
  entries: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const fields = fieldsOf(entries)
  const raw: Record<string, unknown> = {}
  for (const question of questionsOf(questionnaire)) {
    const value = readQuestion(question, fields)
    if (value !== undefined) raw[question.key] = value
  }
  return raw
}

/**
 * Checks answers from a form or from JSON with the same rules, in both languages, and never throws, whatever comes
 * in. `answers` has the good ones even when others need mending. A required question that is missing, an answer of
 * the wrong shape and a key of no question are errors; a low answer never is.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  raw: unknown,
): { answers: Answers; errors: AnswerError[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    const detail = {
      fr: 'Donnez les réponses dans un objet, par clé.',
      en: 'Give the answers in an object, by key.',
    }
    return { answers: {}, errors: [{ key: '', field: '', pointer: '', detail }] }
  }
  const answers: Record<string, unknown> = {}
  const errors: AnswerError[] = []
  const questions = questionsOf(questionnaire)
  for (const question of questions) {
    const given = Object.hasOwn(raw, question.key)
      ? (raw as Record<string, unknown>)[question.key]
      : undefined
    const { value, flaws } = checkQuestion(question, given)
    if (flaws.length > 0) errors.push(...flaws.map((flaw) => ({ key: question.key, ...flaw })))
    else if (value !== undefined) answers[question.key] = value
  }
  const known = new Set<string>(questions.map((question) => question.key))
  for (const name of Object.keys(raw)) {
    if (errors.length >= ERRORS_MAX) break
    if (known.has(name)) continue
    const key = name.slice(0, 60)
    errors.push({ key, field: '', pointer: `/${escapePointer(name)}`, detail: unknownName(name) })
  }
  return { answers: answers as Answers, errors: errors.slice(0, ERRORS_MAX) }
}
