import { isLanguage, type Language } from '#domain/language.ts'
import type { Request } from './service-context.ts'

/** The language of a request: of the page's address, else the first of ours that the browser accepts, else French. */
export function languageOf(path: string, accepted: string | undefined): Language {
  const first = path.split('/')[1]
  if (isLanguage(first)) return first
  for (const tag of (accepted ?? '').split(',')) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'fr'
}

/** The language of the page that posted a form, from its hidden field; the answer then speaks it too. */
export function languageOfForm(c: Request, fields: readonly (readonly [string, string])[]): Language {
  const named = fields.find(([name]) => name === 'language')?.[1]
  const language = isLanguage(named) ? named : c.get('language')
  c.set('language', language)
  return language
}
