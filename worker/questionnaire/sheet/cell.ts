import { monthNumber } from '#domain/person.ts'
import { type Availability, DAYS, PARTS } from '../answers.ts'
import { hopes } from '../blocks/hopes.ts'
import { DAY_WORDS, PART_WORDS } from '../kinds/week.ts'
import { SPOKEN_LANGUAGES } from '../spoken-language.ts'
import { plain } from './plain.ts'

const NO_WORDS = { fr: '', en: '' }
const LANGUAGES = namesOf(Object.entries(SPOKEN_LANGUAGES))
const DAY_NAMES = namesOf(Object.entries(DAY_WORDS))
const PART_NAMES = namesOf(Object.entries(PART_WORDS))
const HOPES = namesOf(
  hopes({ senior: NO_WORDS, junior: NO_WORDS, isNamed: false })
    .questions.flatMap((question) => (question.kind === 'ranking' ? question.options : []))
    .map(({ value, name }) => [String(value), name]),
)

function namesOf(entries: Iterable<[string, { fr: string; en: string }]>): Map<string, string> {
  return new Map(
    [...entries].flatMap(([id, { fr, en }]) =>
      [id, fr, en].map((text): [string, string] => [plain(text), id]),
    ),
  )
}

/** The parts of a cell that holds several values. */
export function partsOf(cell: string): string[] {
  return cell
    .split(/[;,|\n/•]|\s(?:et|and)\s/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** What several values were read as, and the ones that could not be read. */
export interface ReadList {
  values: string[]
  unread: string[]
}

function readList(parts: string[], read: (part: string) => string[]): ReadList {
  const list: ReadList = { values: [], unread: [] }
  for (const part of parts) {
    const values = read(part)
    if (values.length === 0) list.unread.push(part)
    for (const value of values) if (!list.values.includes(value)) list.values.push(value)
  }
  return list
}

/** Languages as ISO 639-1 codes. A language that is not on our list is kept: two people may well share it. */
export function readLanguages(cell: string): string[] {
  return readList(partsOf(cell), (part) => {
    const name = plain(part.replace(/\(.*\)/, ''))
    return name === '' ? [] : [LANGUAGES.get(name) ?? name]
  }).values
}

/** Whether most of what a column holds are names of languages. */
export function isLanguage(text: string): boolean {
  return LANGUAGES.has(plain(text))
}

/** Slots such as “mardi midi”, “Tue midday” or `tue-midday`; a day alone means its working parts. */
export function readSlots(cell: string): ReadList {
  return readList(partsOf(cell), (part) => {
    const words = plain(part).replace('apres midi', 'apres-midi').split(' ')
    const days = new Set(words.map((word) => named(DAY_NAMES, word)).filter((day) => day !== undefined))
    const parts = new Set(
      words.map((word) => (word === 'apres-midi' ? 'afternoon' : PART_NAMES.get(word))).filter(Boolean),
    )
    if (days.size === 0 && parts.size === 0) return []
    const inDays = days.size > 0 ? [...days] : DAYS.slice(0, 5)
    const inParts = parts.size > 0 ? [...parts] : PARTS.slice(0, 3)
    return inDays.flatMap((day) => inParts.map((at) => `${day}-${at}`))
  })
}

/** A day by its name or the first three letters of it. */
function named(names: Map<string, string>, word: string): string | undefined {
  if (word.length < 3) return undefined
  const exact = names.get(word.replace(/s$/, '')) ?? names.get(word)
  if (exact !== undefined) return exact
  return word.length <= 4 ? [...names].find(([name]) => name.startsWith(word))?.[1] : undefined
}

/** Where somebody accepts to meet; null where the words are not understood. */
export function readWhere(cell: string): Availability['where'] | null {
  const words = plain(cell)
  const onSite =
    /\b(sur place|sur site|presentiel|on site|onsite|in person|face to face|bureau|office)\b/.test(words)
  const remote = /\b(distance|distanciel|remote\w*|teletravail|visio\w*|online|en ligne|virtual)\b/.test(
    words,
  )
  if (
    (onSite && remote) ||
    /\b(either|both|les deux|l un ou l autre|hybrid\w*|indifferent|any)\b/.test(words)
  ) {
    return 'either'
  }
  return onSite ? 'on-site' : remote ? 'remote' : null
}

/** Hopes by their code (IM1 … IR5) or their words on the form. */
export function readHopes(cell: string): ReadList {
  const whole = HOPES.get(plain(cell))
  if (whole !== undefined) return { values: [whole], unread: [] }
  return readList(
    cell.split(/[;|\n]/).flatMap((part) => (HOPES.has(plain(part)) ? [part] : part.split(','))),
    (part) => {
      const hope = HOPES.get(plain(part))
      return hope === undefined ? [] : [hope]
    },
  )
}

/** A number as people write it (`1 234,5`); null where it is not one. */
export function readNumber(cell: string): number | null {
  const text = cell.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^[+-]?\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : null
}

export function readYesNo(cell: string): boolean | null {
  const words = plain(cell)
  if (/^(1|true|yes|y|oui|o|vrai|x)$/.test(words)) return true
  return /^(0|false|no|n|non|faux)$/.test(words) ? false : null
}

/**
 * A month of arrival as `monthNumber` counts it: `2024-03`, `2024-03-15`, `15/03/2024`, `03/2024` and `2024`
 * (its January). Null where it is none of these.
 */
export function readMonth(cell: string): number | null {
  const text = cell.trim()
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?(?:[T ].*)?$/.exec(text)
  if (iso) return monthNumber(`${iso[1]}-${iso[2]!.padStart(2, '0')}`)
  const french = /^(?:\d{1,2}[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text)
  if (french) return monthNumber(`${french[2]}-${french[1]!.padStart(2, '0')}`)
  return /^(19|20)\d{2}$/.test(text) ? monthNumber(`${text}-01`) : null
}
