import { dayInWords } from './day-in-words.ts'
import type { Language } from './language.ts'

function dayOf(at: number, timeZone: string, language: Language): string {
  return dayInWords(at, timeZone, language, { year: false })
}

/** The hour on the clock of a zone: “9 h”, “9 h 30”, “09:30”. */
export function clockInWords(at: number, timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  if (language === 'en') return `${of('hour')}:${of('minute')}`
  const hour = `${Number(of('hour'))}\u00a0h`
  return of('minute') === '00' ? hour : `${hour}\u00a0${of('minute')}`
}

/** An instant (epoch ms) as people say when they meet: “mardi 14 mars à 9 h”, “Tuesday 14 March at 09:00”. */
export function momentInWords(at: number, timeZone: string, language: Language): string {
  const clock = clockInWords(at, timeZone, language)
  return `${dayOf(at, timeZone, language)} ${language === 'fr' ? 'à' : 'at'}\u00a0${clock}`
}

/**
 * The same on two clocks: “mardi 14 mars à 9 h chez vous, 17 h chez Maëlle”. The other’s day is said where it is another
 * one, and nothing is said twice where both clocks agree.
 */
export function momentForBoth(
  at: number,
  zones: { mine: string; theirs: string },
  partner: string,
  language: Language,
): string {
  const mine = momentInWords(at, zones.mine, language)
  const theirs = momentInWords(at, zones.theirs, language)
  if (mine === theirs) return mine
  const isSameDay = dayOf(at, zones.mine, language) === dayOf(at, zones.theirs, language)
  const other = isSameDay ? clockInWords(at, zones.theirs, language) : theirs
  return language === 'fr'
    ? `${mine} chez vous, ${other} chez ${partner}`
    : `${mine} for you, ${other} for ${partner}`
}
