import { LANGUAGES } from '#domain/language.ts'
import { PROGRAMME_KINDS } from '#domain/programme.ts'

/** The shells that each kind of programme has of its own, and those that all share. */
export const KIND_SHELLS = ['programme', 'questionnaire'] as const
export const SHARED_SHELLS = [
  'programmes',
  'confirmation',
  'message',
  'sign-in',
  'me',
  'own-answers',
  'survey',
  'document',
  'problem',
  'visitor',
] as const

/** Every shell in every language: `/shell/{lang}/{kind}/{page}/`. */
export function shellPaths() {
  const kinds = Object.keys(PROGRAMME_KINDS).flatMap((kind) =>
    KIND_SHELLS.map((page) => ({ kind, page: page as string })),
  )
  const shared = SHARED_SHELLS.map((page) => ({ kind: 'all', page: page as string }))
  return LANGUAGES.flatMap((lang) => [...kinds, ...shared].map((params) => ({ params: { lang, ...params } })))
}
