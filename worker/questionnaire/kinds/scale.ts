import type { Language } from '#domain/language.ts'
import { markup } from '../markup.ts'
import type { DotsQuestion, ScaleQuestion } from '../question.ts'
import { optionId } from './choice.ts'
import { drawGroup } from './frame.ts'
import { cell, flaw, isBlank, type Kind, one, plain, shareOf, unanswered, whole } from './kind.ts'

const CHOOSE = { fr: 'Choisissez une des cinq réponses.', en: 'Choose one of the five answers.' }

/** Five steps in a row, each with its words. */
export const scale: Kind<ScaleQuestion> = {
  draw(question, raw, drawing) {
    const picked = plain(raw)
    const steps = question.steps.map((words, at) => {
      const id = optionId(question.key, at, at + 1)
      const isPicked = picked === String(at + 1) ? markup` checked` : ''
      return markup`<label class="qn-step" for="${id}"><input type="radio" id="${id}" name="${question.key}" value="${at + 1}"${isPicked}><span>${words[drawing.language]}</span></label>`
    })
    return drawGroup(question, drawing, markup`<div class="qn-steps">${steps}</div>`, 'radiogroup')
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    if (isBlank(raw)) return unanswered(question, CHOOSE)
    const value = whole(raw)
    return value === null || value < 1 || value > 5 ? flaw(question, CHOOSE) : { value, flaws: [] }
  },
  show: (question, value, language) => question.steps[(whole(value) ?? 0) - 1]?.[language] ?? '',
  schema: () => ({ type: 'integer', minimum: 1, maximum: 5 }),
  toCsv: (question, value) => cell(question, plain(value)),
  toScore: (_question, value) => shareOf(value, 1, 5),
}

/** What each dot says to somebody who cannot see where it stands: wholly left, rather left, between, and so on. */
function dotWords(question: DotsQuestion, value: number, language: Language): string {
  const end = (value < 0 ? question.left : question.right)[language]
  if (value === 0) return language === 'fr' ? 'autant l’un que l’autre' : 'as much one as the other'
  if (Math.abs(value) === 2) return language === 'fr' ? `tout à fait : ${end}` : `fully: ${end}`
  return language === 'fr' ? `plutôt : ${end}` : `rather: ${end}`
}

const DOTS = [-2, -1, 0, 1, 2]

/** Five dots between two ends. */
export const dots: Kind<DotsQuestion> = {
  draw(question, raw, drawing) {
    const { language } = drawing
    const picked = plain(raw)
    const drawn = DOTS.map((value, at) => {
      const id = optionId(question.key, at, value)
      const isPicked = picked === String(value) ? markup` checked` : ''
      return markup`<label class="qn-dot" for="${id}"><input type="radio" id="${id}" name="${question.key}" value="${value}"${isPicked}><span class="visually-hidden">${dotWords(question, value, language)}</span></label>`
    })
    return drawGroup(
      question,
      drawing,
      markup`<div class="qn-dots"><span class="qn-end" aria-hidden="true">${question.left[language]}</span><div class="qn-row">${drawn}</div><span class="qn-end" aria-hidden="true">${question.right[language]}</span></div>`,
      'radiogroup',
    )
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    if (isBlank(raw)) return unanswered(question, CHOOSE)
    const value = whole(raw)
    return value === null || value < -2 || value > 2 ? flaw(question, CHOOSE) : { value, flaws: [] }
  },
  show(question, value, language) {
    const dot = whole(value)
    return dot === null || dot < -2 || dot > 2 ? '' : dotWords(question, dot, language)
  },
  schema: () => ({ type: 'integer', minimum: -2, maximum: 2 }),
  toCsv: (question, value) => cell(question, plain(value)),
  /** 0 at the left end, 1 at the right one: which way somebody leans, neither being better. */
  toScore: (_question, value) => shareOf(value, -2, 2),
}
