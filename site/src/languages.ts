import { LANGUAGES } from '#domain/language.ts'

/** One page per language, for the static paths of Astro. */
export function languagePaths() {
  return LANGUAGES.map((lang) => ({ params: { lang } }))
}
