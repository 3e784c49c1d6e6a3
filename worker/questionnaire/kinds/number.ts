import { markup } from '../markup.ts'
import type { NumberQuestion } from '../question.ts'
import { described, drawField, flawOf, idOf } from './frame.ts'
import { cell, flaw, isBlank, type Kind, one, plain, shareOf, unanswered, whole } from './kind.ts'

/** A whole number, typed. */
export const number: Kind<NumberQuestion> = {
  draw(question, raw, drawing) {
    const ids = described(question.key, question.help !== undefined, flawOf(drawing, question.key))
    const typed = raw === undefined ? String(question.usual) : plain(raw)
    return drawField(
      question,
      drawing,
      markup`<input class="qn-text qn-short" type="text" inputmode="numeric" id="${idOf(question.key)}" name="${question.key}" value="${typed}" autocomplete="off"${ids}>`,
    )
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    const { min, max } = question
    const detail = {
      fr: `Écrivez un nombre entier de ${min} à ${max}.`,
      en: `Write a whole number from ${min} to ${max}.`,
    }
    if (isBlank(raw)) return unanswered(question, detail)
    const value = whole(raw)
    return value === null || value < min || value > max ? flaw(question, detail) : { value, flaws: [] }
  },
  show: (_question, value) => plain(value),
  schema: (question) => ({ type: 'integer', minimum: question.min, maximum: question.max }),
  toCsv: (question, value) => cell(question, plain(value)),
  toScore: (question, value) => shareOf(value, question.min, question.max),
}
