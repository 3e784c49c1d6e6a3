import type { Language } from '#domain/language.ts'

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const

/** `2026-12-01` as people say it: “1er décembre 2026”, “1 December 2026”. */
export function sayDay(day: string, language: Language): string {
  return sayDate(Date.parse(`${day}T00:00:00Z`), 'UTC', language, false)
}

/** The day on which an instant falls in a time zone. */
export function sayDayOf(at: number | string, timeZone: string, language: Language): string {
  return sayDate(instantOf(at), timeZone, language, true)
}

/** An instant (epoch ms or RFC 3339) on the clock of a time zone, with the name of the zone. */
export function sayInstant(at: number | string, timeZone: string, language: Language): string {
  const date = sayDate(instantOf(at), timeZone, language, true)
  const clock = sayClock(instantOf(at), timeZone, language)
  return language === 'fr'
    ? `${date} à\u00a0${clock} (${sayZone(timeZone, language)})`
    : `${date} at\u00a0${clock} (${sayZone(timeZone, language)})`
}

/** A moment that is the first too late: a limit at midnight names the day before. */
export function sayUntil(at: number | string, timeZone: string, language: Language): string {
  const instant = instantOf(at)
  const { hour, minute } = clockOf(instant, timeZone)
  if (hour !== 0 || minute !== 0) {
    return language === 'fr'
      ? `jusqu’au ${sayInstant(at, timeZone, language)}`
      : `until ${sayInstant(at, timeZone, language)}`
  }
  const day = sayDate(instant - 1, timeZone, language, true)
  return language === 'fr'
    ? `jusqu’au ${day} inclus (${sayZone(timeZone, language)})`
    : `until the end of ${day} (${sayZone(timeZone, language)})`
}

/** A length of time given in minutes: “1 h 30”, “1 hour 30”. */
export function sayMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (language === 'fr') {
    if (hours === 0) return `${minutes}\u00a0min`
    return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
  }
  if (hours === 0) return `${minutes}\u00a0min`
  const unit = hours === 1 ? 'hour' : 'hours'
  return rest === 0 ? `${hours}\u00a0${unit}` : `${hours}\u00a0${unit}\u00a0${rest}`
}

function instantOf(at: number | string): number {
  return typeof at === 'number' ? at : Date.parse(at)
}

function sayDate(instant: number, timeZone: string, language: Language, weekday: boolean): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday ? { weekday: 'long' } : {}),
  }).format(instant)
  const tidy = language === 'fr' ? text.replace(/\b1(?= \p{L})/u, '1er') : text.replace(',', '')
  return tidy.replace(/(\d(?:er)?) (?=\p{L})/u, '$1\u00a0')
}

function clockOf(instant: number, timeZone: string): { hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { hour: of('hour'), minute: of('minute') }
}

function sayClock(instant: number, timeZone: string, language: Language): string {
  const { hour, minute } = clockOf(instant, timeZone)
  const minutes = String(minute).padStart(2, '0')
  if (language === 'en') return `${String(hour).padStart(2, '0')}:${minutes}`
  return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`
}

/** “heure de Paris”, “Paris time”: the city of an IANA zone; a zone without a city keeps its own name. */
function sayZone(timeZone: string, language: Language): string {
  const city = /^(?!Etc\/)[A-Za-z]+\/(?:.+\/)?([^/]+)$/.exec(timeZone)?.[1]?.replaceAll('_', ' ')
  if (city === undefined) return timeZone
  return language === 'fr' ? `heure ${/^[AEIOUYaeiouy]/.test(city) ? 'd’' : 'de '}${city}` : `${city} time`
}
