import type { Language } from '#domain/language.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const words = { fr, en }
export type Words = typeof fr

export function wordsIn(language: Language): Words {
  return words[language]
}

/** The language to switch to. */
export function otherThan(language: Language): Language {
  return language === 'fr' ? 'en' : 'fr'
}
