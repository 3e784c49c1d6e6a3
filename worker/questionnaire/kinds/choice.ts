import type { Both, Language } from '#domain/language.ts'
import { type Markup, markup } from '../markup.ts'
import type { AgreementQuestion, ChoiceQuestion, ChoicesQuestion, ListQuestion, Option } from '../question.ts'
import { described, drawField, drawGroup, flawOf, idOf } from './frame.ts'
import { cell, flaw, isBlank, type Kind, noScore, one, plain, shareOf, unanswered } from './kind.ts'

/** The option somebody picked, given as it is or as text; undefined where there is no such option. */
export function pick(options: readonly Option[], raw: unknown): Option | undefined {
  const typed = plain(raw)
  return typed === '' ? undefined : options.find((option) => String(option.value) === typed)
}

const CHOOSE = { fr: 'Choisissez une des réponses proposées.', en: 'Choose one of the answers given.' }
const TICK = { fr: 'Cochez au moins une réponse.', en: 'Tick at least one answer.' }
const AGREED = { fr: 'oui', en: 'yes' }
const NOTHING = { fr: 'Je préfère ne pas répondre', en: 'I would rather not say' }

/** The id of one control among several: the first one bears the name of the group, for links to land on. */
export function optionId(field: string, at: number, value: string | number): string {
  return at === 0 ? idOf(field) : `${idOf(field)}-${value}`
}

/** One big label with its dot or box inside. */
export function drawOption(
  type: 'radio' | 'checkbox',
  field: string,
  at: number,
  option: { value: string | number; name: string | Markup },
  isPicked: boolean,
  attributes: Markup | string = '',
): Markup {
  const id = optionId(field, at, option.value)
  return markup`<label class="qn-option" for="${id}"><input type="${type}" id="${id}" name="${field}" value="${option.value}"${isPicked ? markup` checked` : ''}${attributes}><span>${option.name}</span></label>`
}

/** The number where options are numbers, and their words otherwise. */
function optionText(options: readonly Option[], value: unknown, language: Language): string {
  const picked = pick(options, value)
  return typeof picked?.value === 'number' ? String(picked.value) : (picked?.name[language] ?? '')
}

/** Where an option stands between the lowest and the highest; null where options are words. */
function optionScore(options: readonly Option[], value: unknown): number | null {
  const values = options.map((option) => option.value)
  if (!values.every((one) => typeof one === 'number')) return null
  return shareOf(pick(options, value)?.value, Math.min(...values), Math.max(...values))
}

const optionSchema = (options: readonly Option[]) => ({ enum: options.map((option) => option.value) })

/** One answer among a few. */
export const choice: Kind<ChoiceQuestion> = {
  draw(question, raw, drawing) {
    const picked = pick(question.options, raw)
    const options = question.options.map((option, at) => {
      const words = { value: option.value, name: option.name[drawing.language] }
      return drawOption('radio', question.key, at, words, option === picked)
    })
    return drawGroup(
      question,
      drawing,
      markup`<div class="qn-options qn-columns">${options}</div>`,
      'radiogroup',
    )
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    if (isBlank(raw)) return unanswered(question, CHOOSE)
    const picked = pick(question.options, raw)
    return picked ? { value: picked.value, flaws: [] } : flaw(question, CHOOSE)
  },
  show: (question, value, language) => pick(question.options, value)?.name[language] ?? '',
  schema: (question) => optionSchema(question.options),
  toCsv: (question, value, language) => cell(question, optionText(question.options, value, language)),
  toScore: (question, value) => optionScore(question.options, value),
}

/** Several answers among a few. */
export const choices: Kind<ChoicesQuestion> = {
  draw(question, raw, drawing) {
    const picked = Array.isArray(raw) ? raw.map((value) => plain(value)) : []
    const options = question.options.map((option, at) => {
      const words = { value: option.value, name: option.name[drawing.language] }
      return drawOption('checkbox', question.key, at, words, picked.includes(String(option.value)))
    })
    return drawGroup(question, drawing, markup`<div class="qn-options qn-narrow">${options}</div>`)
  },
  read: (question, fields) => fields.get(question.key),
  check(question, raw) {
    if (isBlank(raw) || (Array.isArray(raw) && raw.length === 0)) return unanswered(question, TICK)
    if (!Array.isArray(raw)) {
      return flaw(question, { fr: 'Donnez une liste de réponses.', en: 'Give a list of answers.' })
    }
    const picked = raw.slice(0, question.options.length * 2).map((value) => pick(question.options, value))
    if (picked.includes(undefined) || raw.length > picked.length) {
      return flaw(question, {
        fr: 'Gardez seulement des réponses proposées dans la liste.',
        en: 'Keep only answers that are in the list.',
      })
    }
    return {
      value: question.options.filter((option) => picked.includes(option)).map((option) => option.value),
      flaws: [],
    }
  },
  show: (question, value, language) => pickedNames(question.options, value, language).join(', '),
  schema: (question) => ({
    type: 'array',
    items: optionSchema(question.options),
    uniqueItems: true,
    minItems: question.required ? 1 : 0,
  }),
  toCsv: (question, value, language) =>
    cell(question, pickedNames(question.options, value, language).join('; ')),
  toScore: noScore,
}

function pickedNames(options: readonly Option[], value: unknown, language: Language): string[] {
  const picked = Array.isArray(value) ? value : []
  return options.filter((option) => picked.includes(option.value)).map((option) => option.name[language])
}

/** The options of a list, under the names of their groups. */
export function drawListOptions(
  options: readonly Option[],
  picked: Option | undefined,
  language: Language,
): Markup {
  const groups = new Map<string, Markup[]>()
  for (const option of options) {
    const group = (option.group as Both | undefined)?.[language] ?? ''
    const isPicked = option === picked ? markup` selected` : ''
    const drawn = markup`<option value="${option.value}"${isPicked}>${option.name[language]}</option>`
    const drawnBefore = groups.get(group)
    if (drawnBefore) drawnBefore.push(drawn)
    else groups.set(group, [drawn])
  }
  return markup`${[...groups].map(([name, drawn]) => (name === '' ? drawn : markup`<optgroup label="${name}">${drawn}</optgroup>`))}`
}

/** One answer in a long list. */
export const list: Kind<ListQuestion> = {
  draw(question, raw, drawing) {
    const ids = described(question.key, question.help !== undefined, flawOf(drawing, question.key))
    const options = drawListOptions(question.options, pick(question.options, raw), drawing.language)
    return drawField(
      question,
      drawing,
      markup`<select class="qn-text" id="${idOf(question.key)}" name="${question.key}"${ids}><option value="">${NOTHING[drawing.language]}</option>${options}</select>`,
    )
  },
  read: (question, fields) => one(fields, question.key),
  check: (question, raw) => choice.check({ ...question, kind: 'choice' }, raw),
  show: (question, value, language) => pick(question.options, value)?.name[language] ?? '',
  schema: (question) => optionSchema(question.options),
  toCsv: (question, value, language) => cell(question, optionText(question.options, value, language)),
  toScore: (question, value) => optionScore(question.options, value),
}

/** One box to tick. */
export const agreement: Kind<AgreementQuestion> = {
  draw(question, raw, drawing) {
    const isTicked = raw === true || raw === 'yes'
    const words = { value: 'yes', name: question.text[drawing.language] }
    return drawGroup(
      question,
      drawing,
      markup`<div class="qn-options">${drawOption('checkbox', question.key, 0, words, isTicked)}</div>`,
    )
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    const detail = { fr: 'Cochez cette case pour continuer.', en: 'Tick this box to go on.' }
    if (raw === true || raw === 'yes') return { value: true, flaws: [] }
    if (isBlank(raw) || raw === false) return unanswered(question, detail)
    return flaw(question, { fr: 'Répondez par vrai ou faux.', en: 'Answer true or false.' })
  },
  show(question, value, language) {
    if (value !== true) return ''
    return question.text[language]
  },
  schema: (question) => (question.required ? { const: true } : { type: 'boolean' }),
  toCsv: (question, value, language) => cell(question, value === true ? AGREED[language] : ''),
  toScore: noScore,
}
