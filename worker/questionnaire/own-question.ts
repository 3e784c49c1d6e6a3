import type { Both } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'

/** The kinds of question that a programme may add. */
export const OWN_KINDS = [
  'text',
  'long-text',
  'choice',
  'choices',
  'scale',
  'ranking',
  'topics',
  'availability',
  'agreement',
] as const
export type OwnKind = (typeof OWN_KINDS)[number]

export type OwnKey = `own-${string}`

/** A question that an organiser added, as it is stored: never changed once asked, a new version takes its place. */
export interface OwnQuestion {
  key: OwnKey
  kind: OwnKind
  /** Who is asked. */
  roles: Role[]
  label: Both
  help: Both | null
  why: Both
  required: boolean
  /** What to pick from, for choice, choices and ranking; the five steps of a scale; the sentence to agree with. */
  options: { value: string; name: Both }[]
}

/** The questions that a programme adds, in one of their versions; version 0 has none. */
export interface OwnQuestions {
  version: number
  questions: readonly OwnQuestion[]
}

export const NO_OWN_QUESTIONS: OwnQuestions = { version: 0, questions: [] }
