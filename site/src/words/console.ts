import type { Both, Language } from '#domain/language.ts'
import { consoleEn } from './console-en.ts'
import { type ConsoleWords, consoleFr } from './console-fr.ts'

export type { ConsoleWords }

const CONSOLE_WORDS: Both<ConsoleWords> = { fr: consoleFr, en: consoleEn }

/** The words of the console in one language. */
export function consoleWordsIn(language: Language): ConsoleWords {
  return CONSOLE_WORDS[language]
}
