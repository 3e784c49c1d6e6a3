import type { Language } from '#domain/language.ts'

/** The address of the file of all answers; French spreadsheets expect semicolons between columns. */
export function answersFile(slug: string, language: Language): string {
  const query = new URLSearchParams({ format: 'csv', language })
  if (language === 'fr') query.set('separator', 'semicolon')
  return `/api/v1/programmes/${encodeURIComponent(slug)}/answers?${query}`
}

/** The address of the file of training hours (F23), whose columns are separated as the language expects. */
export function hoursFile(slug: string, language: Language): string {
  return `/api/v1/programmes/${encodeURIComponent(slug)}/training-hours?format=csv&language=${language}`
}
