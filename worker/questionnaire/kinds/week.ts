import type { Both, Language } from '#domain/language.ts'
import { DAYS, PARTS, PLACES } from '../answers.ts'
import { type Markup, markup } from '../markup.ts'
import type { AvailabilityQuestion } from '../question.ts'
import { drawOption, optionId } from './choice.ts'
import { described, drawError, drawGroup, flawOf, idOf } from './frame.ts'
import { type Drawing, part, plain } from './kind.ts'

type Day = (typeof DAYS)[number]
type Part = (typeof PARTS)[number]
type Place = (typeof PLACES)[number]

export const DAY_WORDS: Record<Day, Both> = {
  mon: { fr: 'lundi', en: 'Monday' },
  tue: { fr: 'mardi', en: 'Tuesday' },
  wed: { fr: 'mercredi', en: 'Wednesday' },
  thu: { fr: 'jeudi', en: 'Thursday' },
  fri: { fr: 'vendredi', en: 'Friday' },
  sat: { fr: 'samedi', en: 'Saturday' },
  sun: { fr: 'dimanche', en: 'Sunday' },
}

export const PART_WORDS: Record<Part, Both> = {
  morning: { fr: 'matin', en: 'morning' },
  midday: { fr: 'midi', en: 'midday' },
  afternoon: { fr: 'après-midi', en: 'afternoon' },
  evening: { fr: 'soir', en: 'evening' },
  night: { fr: 'nuit', en: 'night' },
}

export const PLACE_WORDS: Record<Place, Both> = {
  'on-site': { fr: 'sur place', en: 'on site' },
  remote: { fr: 'à distance', en: 'remote' },
  either: { fr: 'l’un ou l’autre', en: 'either' },
}

export const WEEK_WORDS = {
  weeks: { fr: 'Mon rythme', en: 'My rhythm' },
  sameWeek: { fr: 'Toutes mes semaines se ressemblent', en: 'All my weeks are alike' },
  twoWeeks: {
    fr: 'J’alterne une semaine A et une semaine B',
    en: 'I alternate between a week A and a week B',
  },
  weekA: { fr: 'Ma semaine (ou ma semaine A)', en: 'My week (or my week A)' },
  weekB: { fr: 'Ma semaine B, si j’alterne', en: 'My week B, if I alternate' },
  everyWeek: { fr: 'chaque semaine', en: 'every week' },
  a: { fr: 'semaine A', en: 'week A' },
  b: { fr: 'semaine B', en: 'week B' },
  day: { fr: 'Jour', en: 'Day' },
  where: { fr: 'Comment', en: 'How' },
  hours: {
    fr: 'Combien d’heures par mois, préparation comprise',
    en: 'How many hours a month, preparation included',
  },
} satisfies Record<string, Both>

/** Every moment of one week. */
export const SLOTS: string[] = DAYS.flatMap((day) => PARTS.map((part) => `${day}-${part}`))

export function hoursWords(hours: string, language: Language): string {
  return language === 'fr' ? `${hours} h par mois` : `${hours} h a month`
}

/** The ticked boxes of one of the two tables; a week that is always the same sits in the first. */
export function tickedIn(raw: unknown, week: 'a' | 'b'): string[] {
  const slots = part(raw, 'slots')
  const given = Array.isArray(slots) ? slots.slice(0, 200).map(plain) : []
  const own = given.filter((slot) => slot.startsWith(`${week}-`)).map((slot) => slot.slice(2))
  return week === 'a' ? [...own, ...given.filter((slot) => SLOTS.includes(slot))] : own
}

/** One week as a table of boxes: a row a day, a column a part of the day. */
function drawWeek(field: string, caption: Markup, ticked: readonly string[], drawing: Drawing): Markup {
  const { language } = drawing
  const heads = PARTS.map((part) => markup`<th scope="col">${PART_WORDS[part][language]}</th>`)
  const rows = DAYS.map((day) => {
    const cells = PARTS.map((part) => {
      const slot = `${day}-${part}`
      const id = optionId(field, SLOTS.indexOf(slot), slot)
      const isTicked = ticked.includes(slot) ? markup` checked` : ''
      return markup`<td><label class="qn-cell" for="${id}"><input type="checkbox" id="${id}" name="${field}" value="${slot}"${isTicked}><span class="visually-hidden">${DAY_WORDS[day][language]} ${PART_WORDS[part][language]}</span></label></td>`
    })
    return markup`<tr><th scope="row">${DAY_WORDS[day][language]}</th>${cells}</tr>`
  })
  return markup`<table class="qn-week">${caption}
<thead><tr><th scope="col"><span class="visually-hidden">${WEEK_WORDS.day[language]}</span></th>${heads}</tr></thead>
<tbody>${rows}</tbody></table>`
}

function drawDots(
  field: string,
  legend: string,
  options: readonly { value: string; name: string }[],
  picked: string,
  drawing: Drawing,
): Markup {
  const flaw = flawOf(drawing, field)
  const drawn = options.map((option, at) => drawOption('radio', field, at, option, option.value === picked))
  return markup`<fieldset class="qn-part" role="radiogroup"${described(field, false, flaw)}><legend class="qn-sublabel">${legend}</legend>
${drawError(field, flaw, drawing.language)}<div class="qn-options ${options.length === 2 ? 'qn-wide' : 'qn-columns'}">${drawn}</div></fieldset>`
}

function drawHours(question: AvailabilityQuestion, typed: string, drawing: Drawing): Markup {
  const field = `${question.key}-hours`
  const flaw = flawOf(drawing, field)
  const picked = typed === '' ? String(question.hours_usual) : typed
  const options: Markup[] = []
  for (let hours = question.hours_min; hours <= question.hours_max; hours++) {
    const isPicked = picked === String(hours) ? markup` selected` : ''
    options.push(
      markup`<option value="${hours}"${isPicked}>${hoursWords(String(hours), drawing.language)}</option>`,
    )
  }
  return markup`<div class="qn-part"><label class="qn-sublabel" for="${idOf(field)}">${WEEK_WORDS.hours[drawing.language]}</label>
${drawError(field, flaw, drawing.language)}<select class="qn-text qn-short" id="${idOf(field)}" name="${field}"${described(field, false, flaw)}>${options}</select></div>`
}

/** The rhythm, one table or two, the way of meeting, the hours. */
export function drawAvailability(question: AvailabilityQuestion, raw: unknown, drawing: Drawing): Markup {
  const { key } = question
  const { language } = drawing
  const [weekA, weekB] = [tickedIn(raw, 'a'), tickedIn(raw, 'b')]
  const isTwo = plain(part(raw, 'weeks')) === '2'
  const slots = flawOf(drawing, `${key}-slots`)
  const isOpen = isTwo || weekB.length > 0 ? markup` open` : ''
  return drawGroup(
    question,
    drawing,
    markup`${drawDots(
      `${key}-weeks`,
      WEEK_WORDS.weeks[language],
      [
        { value: '1', name: WEEK_WORDS.sameWeek[language] },
        { value: '2', name: WEEK_WORDS.twoWeeks[language] },
      ],
      isTwo ? '2' : '1',
      drawing,
    )}
<div class="qn-part">${drawError(`${key}-slots`, slots, language)}${drawWeek(`${key}-slots`, markup`<caption class="qn-sublabel">${WEEK_WORDS.weekA[language]}</caption>`, weekA, drawing)}</div>
<details class="qn-more"${isOpen}><summary>${WEEK_WORDS.weekB[language]}</summary>${drawWeek(`${key}-slots-b`, markup`<caption class="visually-hidden">${WEEK_WORDS.weekB[language]}</caption>`, weekB, drawing)}</details>
${drawDots(
  `${key}-where`,
  WEEK_WORDS.where[language],
  PLACES.map((place) => ({ value: place, name: PLACE_WORDS[place][language] })),
  plain(part(raw, 'where')),
  drawing,
)}
${drawHours(question, plain(part(raw, 'hours')), drawing)}`,
    'anchored',
  )
}
