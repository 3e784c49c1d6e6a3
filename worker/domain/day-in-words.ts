import type { Language } from './language.ts'

/**
 * The day on which an instant (epoch ms) falls in a zone, as people say it: “lundi 2 mars 2026”, “Monday 2 March 2026”; with
 * or without its name and its year. The number and the month stay on one line.
 */
export function dayInWords(
  at: number,
  timeZone: string,
  language: Language,
  { weekday = true, year = true }: { weekday?: boolean; year?: boolean } = {},
): string {
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(weekday ? { weekday: 'long' } : {}),
    ...(year ? { year: 'numeric' } : {}),
  }).format(at)
  const tidy = language === 'fr' ? text.replace(/\b1(?= \p{L})/u, '1er') : text.replace(',', '')
  return tidy.replace(/(\d(?:er)?) (?=\p{L})/u, '$1\u00a0')
}
