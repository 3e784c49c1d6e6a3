import type { Both } from '#domain/language.ts'

/** Languages in which a session may be held, by ISO 639-1 code; those of the interface come first. */
export const SPOKEN_LANGUAGES: Record<string, Both> = {
  fr: { fr: 'Français', en: 'French' },
  en: { fr: 'Anglais', en: 'English' },
  de: { fr: 'Allemand', en: 'German' },
  ar: { fr: 'Arabe', en: 'Arabic' },
  zh: { fr: 'Chinois', en: 'Chinese' },
  es: { fr: 'Espagnol', en: 'Spanish' },
  it: { fr: 'Italien', en: 'Italian' },
  ja: { fr: 'Japonais', en: 'Japanese' },
  nl: { fr: 'Néerlandais', en: 'Dutch' },
  pl: { fr: 'Polonais', en: 'Polish' },
  pt: { fr: 'Portugais', en: 'Portuguese' },
  ro: { fr: 'Roumain', en: 'Romanian' },
}
