import { dayInWords } from '#domain/day-in-words.ts'
import type { Language } from '#domain/language.ts'
import { clockInWords } from '#domain/moment-in-words.ts'

/** `2026-12-01` as people say it: “1er décembre 2026”, “1 December 2026”. */
export function sayDay(day: string, language: Language): string {
  return dayInWords(Date.parse(`${day}T00:00:00Z`), 'UTC', language, { weekday: false })
}

/** The day on which an instant falls in a time zone. */
export function sayDayOf(at: number | string, timeZone: string, language: Language): string {
  return dayInWords(instantOf(at), timeZone, language)
}

/** An instant (epoch ms or RFC 3339) on the clock of a time zone, with the name of the zone. */
export function sayInstant(at: number | string, timeZone: string, language: Language): string {
  const date = dayInWords(instantOf(at), timeZone, language)
  const clock = clockInWords(instantOf(at), timeZone, language)
  return language === 'fr'
    ? `${date} à\u00a0${clock} (${sayZone(timeZone, language)})`
    : `${date} at\u00a0${clock} (${sayZone(timeZone, language)})`
}

/** A moment that is the first too late: a limit at midnight names the day before. */
export function sayUntil(at: number | string, timeZone: string, language: Language): string {
  const instant = instantOf(at)
  if (clockInWords(instant, timeZone, 'en') !== '00:00') {
    return language === 'fr'
      ? `jusqu’au ${sayInstant(at, timeZone, language)}`
      : `until ${sayInstant(at, timeZone, language)}`
  }
  const day = dayInWords(instant - 1, timeZone, language)
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

/** “heure de Paris”, “Paris time”: the city of an IANA zone; a zone without a city keeps its own name. */
function sayZone(timeZone: string, language: Language): string {
  const city = /^(?!Etc\/)[A-Za-z]+\/(?:.+\/)?([^/]+)$/.exec(timeZone)?.[1]?.replaceAll('_', ' ')
  if (city === undefined) return timeZone
  return language === 'fr' ? `heure ${/^[AEIOUYaeiouy]/.test(city) ? 'd’' : 'de '}${city}` : `${city} time`
}
