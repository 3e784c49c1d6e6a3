import type { Both, Language } from '#domain/language.ts'
import { type Markup, markup } from '../markup.ts'
import type { DayQuestion, MonthQuestion } from '../question.ts'
import { described, drawField, drawGroup, flawOf, idOf } from './frame.ts'
import { cell, flaw, isBlank, type Kind, noScore, one, part, plain, unanswered, whole } from './kind.ts'

const YEAR_MIN = 1950
const YEAR_MAX = 2099

const WORDS = {
  month: { fr: 'Mois', en: 'Month' },
  year: { fr: 'Année', en: 'Year' },
  choose: { fr: 'Choisir', en: 'Choose' },
} satisfies Record<string, Both>

const MONTHS: readonly Both[] = [
  { fr: 'janvier', en: 'January' },
  { fr: 'février', en: 'February' },
  { fr: 'mars', en: 'March' },
  { fr: 'avril', en: 'April' },
  { fr: 'mai', en: 'May' },
  { fr: 'juin', en: 'June' },
  { fr: 'juillet', en: 'July' },
  { fr: 'août', en: 'August' },
  { fr: 'septembre', en: 'September' },
  { fr: 'octobre', en: 'October' },
  { fr: 'novembre', en: 'November' },
  { fr: 'décembre', en: 'December' },
]

/** What was typed, as month and year, whether it came from a form or as `YYYY-MM`. */
function typedMonth(raw: unknown): { month: string; year: string } {
  const [year, month] = /^(\d{4})-(\d{1,2})$/.exec(plain(raw).trim())?.slice(1) ?? []
  if (year !== undefined && month !== undefined) return { year, month: String(Number(month)) }
  return { year: plain(part(raw, 'year')).trim(), month: plain(part(raw, 'month')).trim() }
}

/** A month as a list and a year: every browser has both, few have a good month picker. */
export const month: Kind<MonthQuestion> = {
  draw(question, raw, drawing) {
    const { language } = drawing
    const typed = typedMonth(raw)
    const ids = described(question.key, question.help !== undefined, flawOf(drawing, question.key))
    const options = MONTHS.map((name, at) => {
      const isPicked = typed.month === String(at + 1)
      return markup`<option value="${at + 1}"${isPicked ? markup` selected` : ''}>${name[language]}</option>`
    })
    const controls: Markup = markup`<div class="qn-month">
<div class="qn-part"><label class="qn-sublabel" for="${idOf(question.key)}">${WORDS.month[language]}</label>
<select class="qn-text" id="${idOf(question.key)}" name="${question.key}-month"${ids}><option value="">${WORDS.choose[language]}</option>${options}</select></div>
<div class="qn-part"><label class="qn-sublabel" for="${idOf(question.key)}-year">${WORDS.year[language]}</label>
<input class="qn-text qn-short" type="text" inputmode="numeric" id="${idOf(question.key)}-year" name="${question.key}-year" value="${typed.year}" autocomplete="off"${ids}></div>
</div>`
    return drawGroup(question, drawing, controls)
  },
  read(question, fields) {
    const [month, year] = ['month', 'year'].map((name) => one(fields, `${question.key}-${name}`))
    return isBlank(month) && isBlank(year) ? undefined : { month, year }
  },
  check(question, raw) {
    const detail = {
      fr: `Choisissez le mois et écrivez l’année en quatre chiffres, entre ${YEAR_MIN} et ${YEAR_MAX}.`,
      en: `Choose the month and write the year in four digits, between ${YEAR_MIN} and ${YEAR_MAX}.`,
    }
    if (isBlank(raw)) return unanswered(question, detail)
    const typed = typedMonth(raw)
    const [year, month] = [whole(typed.year), whole(typed.month)]
    if (year === null || month === null) return flaw(question, detail)
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return flaw(question, detail)
    return { value: `${year}-${String(month).padStart(2, '0')}`, flaws: [] }
  },
  show(_question, value, language) {
    const typed = typedMonth(value)
    const name = MONTHS[Number(typed.month) - 1]
    return name ? `${name[language]} ${typed.year}` : ''
  },
  schema: () => ({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
  toCsv: (question, value) => cell(question, plain(value)),
  toScore: noScore,
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text)
}

function dayWords(text: string, language: Language): string {
  const [year = '', month = '', day = ''] = text.split('-')
  const name = MONTHS[Number(month) - 1]?.[language] ?? ''
  const first = language === 'fr' && Number(day) === 1 ? '1er' : String(Number(day))
  return `${first} ${name} ${year}`
}

/** A day, with the browser’s own picker. */
export const day: Kind<DayQuestion> = {
  draw(question, raw, drawing) {
    const ids = described(question.key, question.help !== undefined, flawOf(drawing, question.key))
    return drawField(
      question,
      drawing,
      markup`<input class="qn-text qn-short" type="date" id="${idOf(question.key)}" name="${question.key}" value="${plain(raw)}"${ids}>`,
    )
  },
  read: (question, fields) => one(fields, question.key),
  check(question, raw) {
    const detail = {
      fr: 'Choisissez un jour du calendrier, par exemple 2027-03-31.',
      en: 'Choose a day of the calendar, such as 2027-03-31.',
    }
    if (isBlank(raw)) return unanswered(question, detail)
    const typed = plain(raw).trim()
    const year = Number(typed.slice(0, 4))
    return isDay(typed) && year >= YEAR_MIN && year <= YEAR_MAX
      ? { value: typed, flaws: [] }
      : flaw(question, detail)
  },
  show: (_question, value, language) => (isDay(plain(value)) ? dayWords(plain(value), language) : ''),
  schema: () => ({ type: 'string', format: 'date' }),
  toCsv: (question, value) => cell(question, plain(value)),
  toScore: noScore,
}
