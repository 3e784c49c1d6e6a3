import type { Language } from '#domain/language.ts'

/**
 * The slots that every shell has: the title of the window, and the way to the same page in the other language.
 * `path` is the rest of the address, such as `programmes/spring/`. A page that reports an error says so first.
 */
export function frame(language: Language, title: string, path: string, isWrong = false) {
  const other: Language = language === 'fr' ? 'en' : 'fr'
  const error = language === 'fr' ? 'Erreur\u00a0: ' : 'Error: '
  return { title: `${isWrong ? error : ''}${title} · Binôme`, other_language: `/${other}/${path}` }
}
