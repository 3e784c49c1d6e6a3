/** The two languages in which a person may read anything; French comes first. */
export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The same thing said in French and in English. */
export type Both<T = string> = Record<Language, T>

export function isLanguage(value: unknown): value is Language {
  return value === 'fr' || value === 'en'
}
