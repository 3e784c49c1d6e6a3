import type { Language } from '#domain/language.ts'

/** A number as it is written in the language of the page. */
export function writeNumber(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locale(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

/** A day such as “12 mars 2026”, from `YYYY-MM-DD`. */
export function writeDay(day: string, language: Language): string {
  return writeDate(Date.parse(`${day}T00:00:00Z`), language, { dateStyle: 'medium', timeZone: 'UTC' })
}

/** An instant with its hour, in the time zone of the programme. */
export function writeInstant(instant: string | number, language: Language, timeZone: string): string {
  return writeDate(instant, language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
}

/** The day of an instant, in the time zone of the programme. */
export function writeInstantDay(instant: string | number, language: Language, timeZone: string): string {
  return writeDate(instant, language, { dateStyle: 'medium', timeZone })
}

/** French says “1er décembre”, which Intl does not. */
function writeDate(
  instant: string | number,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const text = new Intl.DateTimeFormat(locale(language), options).format(new Date(instant))
  return language === 'fr' ? text.replace(/^1 (?=\p{L})/u, '1er ') : text
}

function locale(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB'
}

const MICRO = 1_000_000

/** A score in micro-units as points out of 100. */
export function toPoints(score: number): number {
  return (score * 100) / MICRO
}

/**
 * Points of the criteria rounded so that they add up, as shown, to the score as shown.
 * Largest remainders (Hamilton).
 * @param points micro-units, whole numbers.
 * @param decimals of a point out of 100.
 */
export function sharePoints(points: readonly number[], decimals = 1): number[] {
  const step = MICRO / 100 / 10 ** decimals
  const total = Math.round(points.reduce((sum, point) => sum + point, 0) / step)
  return apportion(
    points.map((point) => point / step),
    total,
  ).map((share) => share / 10 ** decimals)
}

/** Whole numbers near these that sum to `total`: each is rounded down, what is missing goes to those cut the most. */
export function apportion(exact: readonly number[], total: number): number[] {
  const shares = exact.map(Math.floor)
  const missing = total - shares.reduce((sum, share) => sum + share, 0)
  const cut = exact.map((value, place) => ({ place, by: value - Math.floor(value) }))
  cut.sort((a, b) => b.by - a.by || a.place - b.place)
  for (const { place } of cut.slice(0, Math.max(0, missing))) shares[place]! += 1
  return shares
}

/** How much two people have in common, from the points out of 100. */
export const ACCORDS = ['slight', 'fair', 'good', 'strong', 'full'] as const
export type Accord = (typeof ACCORDS)[number]

export function accordOf(points: number): Accord {
  if (points >= 80) return 'full'
  if (points >= 65) return 'strong'
  if (points >= 50) return 'good'
  return points >= 35 ? 'fair' : 'slight'
}

/** The mean score of a run, in points out of 100; null where nobody was matched. */
export function meanPoints(run: { matched: number | null; total: number | null }): number | null {
  return run.matched ? toPoints((run.total ?? 0) / run.matched) : null
}
