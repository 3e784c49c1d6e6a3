import type { Language } from './language.ts'

/** The day on which an instant falls in a zone, as a mail says it: “lundi 2 mars 2026”, “Monday 2 March 2026”. */
export function dayInWords(at: number, timeZone: string, language: Language): string {
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at)
  return language === 'fr' ? text.replace(/\b1(?= \p{L})/u, '1er') : text.replace(',', '')
}
