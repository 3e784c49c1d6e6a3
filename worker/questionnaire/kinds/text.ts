import type { Both } from '#domain/language.ts'
import { markup } from '../markup.ts'
import type { TextQuestion, WorkplaceQuestion } from '../question.ts'
import { described, drawError, drawField, drawGroup, flawOf, idOf } from './frame.ts'
import {
  cell,
  type Flaw,
  flaw,
  isBlank,
  type Kind,
  noScore,
  one,
  part,
  partCell,
  plain,
  strangers,
  unanswered,
} from './kind.ts'

/** Longer text is refused before it is looked at more closely. */
const UNITS_MAX = 20_000

/**
 * Text as it is kept: well-formed, NFC, without control characters or marks that turn the direction of reading,
 * trimmed. Line breaks stay where `keepsLines` says so, and become spaces elsewhere.
 */
export function cleanText(text: string, keepsLines: boolean): string {
  const lines = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n')
  const kept = keepsLines ? lines.replace(/\t/g, ' ') : lines.replace(/[\n\t]+/g, ' ')
  return kept.replace(/[\u202a-\u202e\u2066-\u2069\ufeff]|(?!\n)\p{Cc}/gu, '').trim()
}

/** How many characters a person would count, near enough: code points. */
export function lengthOf(text: string): number {
  return [...text].length
}

function tooLong(max: number, length: number | null): Both {
  return length === null
    ? { fr: `Raccourcissez ce texte à ${max} caractères.`, en: `Shorten this text to ${max} characters.` }
    : {
        fr: `Ce texte compte ${length} caractères. Raccourcissez-le à ${max}.`,
        en: `This text has ${length} characters. Shorten it to ${max}.`,
      }
}

/** Checks one piece of text: what is kept, or what to do. */
export function checkText(
  raw: unknown,
  limits: { length_min?: number; length_max: number },
  keepsLines: boolean,
): { text: string } | { detail: Both } {
  if (typeof raw !== 'string') return { detail: { fr: 'Répondez par un texte.', en: 'Answer with text.' } }
  if (raw.length > UNITS_MAX) return { detail: tooLong(limits.length_max, null) }
  const text = cleanText(raw, keepsLines)
  const length = lengthOf(text)
  if (length > limits.length_max) return { detail: tooLong(limits.length_max, length) }
  if (length > 0 && length < (limits.length_min ?? 0)) {
    return {
      detail: {
        fr: `Ce texte compte ${length} caractères. Précisez-le : il en faut au moins ${limits.length_min}.`,
        en: `This text has ${length} characters. Say a little more: at least ${limits.length_min} are needed.`,
      },
    }
  }
  return { text }
}

/** One line, or several. */
export const text: Kind<TextQuestion> = {
  draw(question, raw, drawing) {
    const ids = described(question.key, question.help !== undefined, flawOf(drawing, question.key))
    const id = idOf(question.key)
    const typed = plain(raw)
    const control =
      question.kind === 'text'
        ? markup`<input class="qn-text" type="text" id="${id}" name="${question.key}" value="${typed}" autocomplete="off"${ids}>`
        : // A browser drops the first line break after the tag; this one is there to be dropped.
          markup`<textarea class="qn-text" id="${id}" name="${question.key}" rows="4"${ids}>
${typed}</textarea>`
    return drawField(question, drawing, control)
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    const missing = { fr: 'Écrivez une réponse.', en: 'Write an answer.' }
    if (isBlank(raw)) return unanswered(question, missing)
    const checked = checkText(raw, question, question.kind === 'long-text')
    if ('detail' in checked) return flaw(question, checked.detail)
    return checked.text === '' ? unanswered(question, missing) : { value: checked.text, flaws: [] }
  },
  show: (_question, value) => plain(value),
  schema: (question) => ({
    type: 'string',
    ...(question.length_min === undefined ? {} : { minLength: question.length_min }),
    maxLength: question.length_max,
  }),
  toCsv: (question, value) => cell(question, plain(value)),
  toScore: noScore,
}

const PLACES = {
  subsidiary: { fr: 'Entité ou société', en: 'Company or entity' },
  site: { fr: 'Lieu de travail', en: 'Workplace' },
} as const satisfies Record<string, Both>
type Place = keyof typeof PLACES
const PLACE_KEYS = Object.keys(PLACES) as Place[]

/** The company and the site, free or helped by the names that HR knows. */
export const workplace: Kind<WorkplaceQuestion> = {
  draw(question, raw, drawing) {
    const known = { subsidiary: drawing.context.subsidiaries, site: drawing.context.sites }
    const fields = PLACE_KEYS.map((place) => {
      const field = `${question.key}-${place}`
      const id = idOf(field)
      const names = known[place] ?? []
      const list = names.length > 0 ? markup` list="${id}-names"` : markup``
      const options = names.map((name) => markup`<option value="${name}"></option>`)
      return markup`<div class="qn-part">
<label class="qn-sublabel" for="${id}">${PLACES[place][drawing.language]}</label>
${drawError(field, flawOf(drawing, field), drawing.language)}
<input class="qn-text" type="text" id="${id}" name="${field}" value="${plain(part(raw, place))}" autocomplete="${place === 'subsidiary' ? 'organization' : 'off'}"${list}${described(field, false, flawOf(drawing, field))}>
${names.length > 0 ? markup`<datalist id="${id}-names">${options}</datalist>` : ''}
</div>`
    })
    return drawGroup(question, drawing, markup`<div class="qn-pair">${fields}</div>`, 'anchored')
  },
  read(question, fields) {
    const [subsidiary, site] = PLACE_KEYS.map((place) => one(fields, `${question.key}-${place}`))
    return isBlank(subsidiary) && isBlank(site) ? undefined : { subsidiary, site }
  },
  check(question, raw) {
    if (isBlank(raw))
      return unanswered(question, { fr: 'Indiquez votre lieu de travail.', en: 'Give your workplace.' })
    if (typeof raw !== 'object' || Array.isArray(raw)) {
      return flaw(question, {
        fr: 'Donnez un objet avec « subsidiary » et « site ».',
        en: 'Give an object with “subsidiary” and “site”.',
      })
    }
    const value: Partial<Record<Place, string>> = {}
    const flaws: Flaw[] = strangers(question.key, `/${question.key}`, raw as object, PLACE_KEYS)
    for (const place of PLACE_KEYS) {
      const typed = part(raw, place)
      if (isBlank(typed)) continue
      const checked = checkText(typed, question, false)
      if ('text' in checked) {
        if (checked.text !== '') value[place] = checked.text
      } else {
        const pointer = `/${question.key}/${place}`
        flaws.push({ field: `${question.key}-${place}`, pointer, detail: checked.detail })
      }
    }
    return { value: Object.keys(value).length > 0 ? value : undefined, flaws }
  },
  show: (_question, value) =>
    PLACE_KEYS.map((place) => plain(part(value, place)))
      .filter((name) => name !== '')
      .join(', '),
  schema: (question) => ({
    type: 'object',
    properties: Object.fromEntries(
      PLACE_KEYS.map((place) => [place, { type: 'string', maxLength: question.length_max }]),
    ),
    additionalProperties: false,
  }),
  toCsv: (question, value) => PLACE_KEYS.map((place) => partCell(question, place, plain(part(value, place)))),
  toScore: noScore,
}
