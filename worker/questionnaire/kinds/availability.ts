import type { Both, Language } from '#domain/language.ts'
import { type Availability, DAYS, PARTS, PLACES } from '../answers.ts'
import type { AvailabilityQuestion } from '../question.ts'
import {
  type Cell,
  type Checked,
  type Flaw,
  isBlank,
  type Kind,
  noScore,
  one,
  part,
  partCell,
  plain,
  strangers,
  whole,
} from './kind.ts'
import {
  DAY_WORDS,
  drawAvailability,
  hoursWords,
  PART_WORDS,
  PLACE_WORDS,
  SLOTS,
  tickedIn,
  WEEK_WORDS,
} from './week.ts'

/** A week grid, or two for people whose weeks alternate; a way of meeting; hours a month. */
export const availability: Kind<AvailabilityQuestion> = {
  draw: drawAvailability,
  read(question, fields) {
    const { key } = question
    const weeks = one(fields, `${key}-weeks`)
    const first = fields.get(`${key}-slots`) ?? []
    const second = fields.get(`${key}-slots-b`) ?? []
    const [where, hours] = [one(fields, `${key}-where`), one(fields, `${key}-hours`)]
    if (weeks === undefined && where === undefined && first.length === 0 && second.length === 0)
      return undefined
    const slots = [
      ...first.map((slot) => (weeks === '2' ? `a-${slot}` : slot)),
      ...second.map((slot) => `b-${slot}`),
    ]
    return { weeks, slots, where, hours }
  },
  check: checkAvailability,
  show: showAvailability,
  schema: (question) => ({
    type: 'object',
    properties: {
      weeks: { enum: [1, 2] },
      slots: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', pattern: `^([ab]-)?(${DAYS.join('|')})-(${PARTS.join('|')})$` },
      },
      where: { enum: [...PLACES] },
      hours: { type: 'integer', minimum: question.hours_min, maximum: question.hours_max },
    },
    required: ['slots', 'where', 'hours'],
    additionalProperties: false,
  }),
  toCsv: availabilityCells,
  toScore: noScore,
}

const KNOWN = ['weeks', 'slots', 'where', 'hours']

function checkAvailability(question: AvailabilityQuestion, raw: unknown): Checked {
  const { key } = question
  const flaws: Flaw[] = []
  const mend = (name: string, detail: Both, pointer = `/${key}/${name}`) =>
    flaws.push({ field: `${key}-${name}`, pointer, detail })
  const missing = question.missing ?? { fr: 'Cochez au moins un moment.', en: 'Tick at least one moment.' }
  const given = part(raw, 'slots')
  const isEmpty = isBlank(given) || (Array.isArray(given) && given.length === 0)
  if (isBlank(raw) || (!question.required && isEmpty)) {
    if (question.required) mend('slots', missing)
    return { flaws }
  }
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    mend(
      'slots',
      {
        fr: 'Donnez un objet avec « slots », « where » et « hours ».',
        en: 'Give an object with “slots”, “where” and “hours”.',
      },
      `/${key}`,
    )
    return { flaws }
  }
  flaws.push(...strangers(`${key}-slots`, `/${key}`, raw as object, KNOWN))
  const slots = checkSlots(given, part(raw, 'weeks'), missing, mend)
  const where = PLACES.find((place) => place === part(raw, 'where'))
  if (!where)
    mend('where', {
      fr: 'Dites si vous échangez sur place, à distance, ou les deux.',
      en: 'Say whether you meet on site, remotely, or either.',
    })
  const hours = whole(part(raw, 'hours'))
  if (hours === null || hours < question.hours_min || hours > question.hours_max) {
    mend('hours', {
      fr: `Choisissez de ${question.hours_min} à ${question.hours_max} heures par mois.`,
      en: `Choose from ${question.hours_min} to ${question.hours_max} hours a month.`,
    })
  }
  if (flaws.length > 0 || !where || !slots || hours === null) return { flaws }
  const value: Availability = { ...slots, where, hours }
  return { value, flaws }
}

/** One week: `mon-morning`. Two: `a-mon-morning`. Their order and repetitions do not matter. */
function checkSlots(
  given: unknown,
  weeksGiven: unknown,
  missing: Both,
  mend: (name: string, detail: Both, pointer?: string) => void,
): Pick<Availability, 'weeks' | 'slots'> | undefined {
  if (isBlank(given) || (Array.isArray(given) && given.length === 0)) return void mend('slots', missing)
  if (!Array.isArray(given) || given.length > SLOTS.length * 2) {
    return void mend('slots', {
      fr: 'Donnez une liste de moments, sans répétition.',
      en: 'Give a list of moments, without repetition.',
    })
  }
  const slots = given.map(plain)
  const isTwoGiven = slots.every((slot) => /^[ab]-/.test(slot))
  const weeks = isBlank(weeksGiven) ? (isTwoGiven ? 2 : 1) : whole(weeksGiven)
  if (weeks !== 1 && weeks !== 2)
    return void mend('weeks', { fr: 'Choisissez une semaine ou deux.', en: 'Choose one week or two.' })
  if (weeks === 1 && slots.some((slot) => slot.startsWith('b-'))) {
    return void mend('weeks', {
      fr: 'Des moments de la semaine B sont cochés. Choisissez « J’alterne une semaine A et une semaine B », ou décochez-les.',
      en: 'Moments of week B are ticked. Choose “I alternate between a week A and a week B”, or untick them.',
    })
  }
  const known = weeks === 1 ? SLOTS : ['a', 'b'].flatMap((week) => SLOTS.map((slot) => `${week}-${slot}`))
  if (slots.some((slot) => !known.includes(slot))) {
    const example = weeks === 1 ? 'mon-morning' : 'a-mon-morning'
    return void mend('slots', {
      fr: `Écrivez chaque moment comme « ${example} ».`,
      en: `Write each moment like “${example}”.`,
    })
  }
  return { weeks, slots: known.filter((slot) => slots.includes(slot)) }
}

function showAvailability(_question: AvailabilityQuestion, value: unknown, language: Language): string {
  const isTwo = part(value, 'weeks') === 2
  const weeks = isTwo ? (['a', 'b'] as const) : (['a'] as const)
  const lines = weeks.flatMap((week) => {
    const days = daysWords(tickedIn(value, week), language)
    if (days === '') return []
    const name = isTwo ? WEEK_WORDS[week][language] : WEEK_WORDS.everyWeek[language]
    return [language === 'fr' ? `${name} : ${days}` : `${name}: ${days}`]
  })
  const where = PLACES.find((place) => place === part(value, 'where'))
  if (where) lines.push(PLACE_WORDS[where][language])
  const hours = plain(part(value, 'hours'))
  if (hours !== '') lines.push(hoursWords(hours, language))
  return lines.join('\n')
}

/** The rhythm in weeks, the moments of each week, the way of meeting, the hours a month. */
function availabilityCells(question: AvailabilityQuestion, value: unknown, language: Language): Cell[] {
  const where = PLACES.find((place) => place === part(value, 'where'))
  const texts = {
    weeks: plain(part(value, 'weeks')),
    slots: daysWords(tickedIn(value, 'a'), language),
    'slots-b': daysWords(tickedIn(value, 'b'), language),
    where: where ? PLACE_WORDS[where][language] : '',
    hours: plain(part(value, 'hours')),
  }
  return Object.entries(texts).map(([name, text]) => partCell(question, name, text))
}

function daysWords(slots: readonly string[], language: Language): string {
  const days = DAYS.flatMap((day) => {
    const parts = PARTS.filter((part) => slots.includes(`${day}-${part}`))
    return parts.length === 0
      ? []
      : [`${DAY_WORDS[day][language]} ${parts.map((part) => PART_WORDS[part][language]).join(', ')}`]
  })
  return days.join(language === 'fr' ? ' ; ' : '; ')
}
