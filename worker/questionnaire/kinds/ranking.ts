import type { Both } from '#domain/language.ts'
import { markup } from '../markup.ts'
import type { RankingQuestion } from '../question.ts'
import { drawListOptions, pick } from './choice.ts'
import { described, drawError, drawGroup, flawOf, idOf } from './frame.ts'
import { flaw, isBlank, type Kind, noScore, one, partCell, plain, unanswered } from './kind.ts'

const RANKS: readonly Both[] = [
  { fr: 'D’abord', en: 'First' },
  { fr: 'Ensuite', en: 'Then' },
]
const NONE = { fr: 'Pas de réponse', en: 'No answer' }

/** One or two answers in order of importance, as two lists. */
export const ranking: Kind<RankingQuestion> = {
  draw(question, raw, drawing) {
    const { language } = drawing
    const ranked = Array.isArray(raw) ? raw : []
    const lists = RANKS.map((rank, at) => {
      // The first list bears the name of the question, for links from the error summary to land on.
      const id = at === 0 ? idOf(question.key) : idOf(`${question.key}-${at + 1}`)
      const field = `${question.key}-${at + 1}`
      const isFlawed = flawOf(drawing, at === 0 ? question.key : field)
      const error = at === 0 ? '' : drawError(field, isFlawed, language)
      const options = drawListOptions(question.options, pick(question.options, ranked[at]), language)
      return markup`<div class="qn-part"><label class="qn-sublabel" for="${id}">${rank[language]}</label>
${error}<select class="qn-text" id="${id}" name="${field}"${described(at === 0 ? question.key : field, false, isFlawed)}><option value="">${NONE[language]}</option>${options}</select></div>`
    })
    return drawGroup(question, drawing, markup`<div class="qn-ranks">${lists}</div>`)
  },
  read(question, fields) {
    const ranked = RANKS.map((_, at) => one(fields, `${question.key}-${at + 1}`) ?? '')
    return ranked.every(isBlank) ? undefined : ranked
  },
  check(question, raw) {
    const missing = { fr: 'Choisissez au moins une réponse.', en: 'Choose at least one answer.' }
    if (isBlank(raw)) return unanswered(question, missing)
    if (!Array.isArray(raw) || raw.length > RANKS.length) {
      return flaw(question, {
        fr: 'Donnez une ou deux réponses, dans l’ordre.',
        en: 'Give one or two answers, in order.',
      })
    }
    const given = raw.filter((value) => !isBlank(value))
    const picked = given.map((value) => pick(question.options, value))
    if (picked.length === 0) return unanswered(question, missing)
    if (picked.includes(undefined)) {
      return flaw(question, {
        fr: 'Choisissez parmi les réponses proposées.',
        en: 'Choose among the answers given.',
      })
    }
    if (new Set(picked).size < picked.length) {
      const detail = {
        fr: 'Choisissez une autre deuxième réponse, ou laissez-la vide.',
        en: 'Choose a different second answer, or leave it empty.',
      }
      return { flaws: [{ field: `${question.key}-2`, pointer: `/${question.key}/1`, detail }] }
    }
    return { value: picked.map((option) => option?.value), flaws: [] }
  },
  show(question, value, language) {
    const names = (Array.isArray(value) ? value : []).map(
      (one) => pick(question.options, one)?.name[language] ?? '',
    )
    return names.filter((name) => plain(name) !== '').join(language === 'fr' ? ' ; puis ' : '; then ')
  },
  schema: (question) => ({
    type: 'array',
    items: { enum: question.options.map((option) => option.value) },
    minItems: question.required ? 1 : 0,
    maxItems: RANKS.length,
    uniqueItems: true,
  }),
  toCsv: (question, value, language) =>
    RANKS.map((_, at) => {
      const ranked = Array.isArray(value) ? pick(question.options, value[at]) : undefined
      return partCell(question, at + 1, ranked?.name[language] ?? '')
    }),
  toScore: noScore,
}
