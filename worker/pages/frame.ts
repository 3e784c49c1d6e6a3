import type { Language } from '#domain/language.ts'

/**
 * The slots that every shell has: the title of the window, the way to the same page in the other language, and the
 * description that search engines show, which is the title where a page has nothing better.
 * `path` is the rest of the address, such as `programmes/spring/`. A page that reports an error says so first.
 */
export function frame(language: Language, title: string, path: string, isWrong = false) {
  const other: Language = language === 'fr' ? 'en' : 'fr'
  const error = language === 'fr' ? 'Erreur\u00a0: ' : 'Error: '
  return {
    description: title,
    title: `${isWrong ? error : ''}${title} · Binôme`,
    other_language: `/${other}/${path}`,
  }
}
