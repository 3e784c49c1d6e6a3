import type { Both } from '#domain/language.ts'
import { hopes } from '#questionnaire/blocks/hopes.ts'

const NO_WORDS: Both = { fr: '', en: '' }

/** The hopes in the words of the form on which they were ticked. */
export const HOPE_NAMES: ReadonlyMap<string, Both> = new Map(
  hopes({ senior: NO_WORDS, junior: NO_WORDS, isNamed: false })
    .questions.flatMap((question) => (question.kind === 'ranking' ? question.options : []))
    .map(({ value, name }) => [String(value), name]),
)
