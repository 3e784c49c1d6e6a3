import type { Both, Language } from '#domain/language.ts'
import type { ProblemKind } from '#domain/problem.ts'

/** One field that was refused: a JSON pointer into what was sent, and what to do about it. */
export interface FieldRefusal {
  pointer: string
  detail: string
}

/** A call that failed, in words a person can act upon. `status` is 0 where no answer came. */
export class ApiError extends Error {
  readonly status: number
  readonly kind: ProblemKind | 'unreachable'
  readonly errors: FieldRefusal[]

  constructor(
    status: number,
    kind: ProblemKind | 'unreachable',
    detail: string,
    errors: FieldRefusal[] = [],
  ) {
    super(detail)
    this.name = 'ApiError'
    this.status = status
    this.kind = kind
    this.errors = errors
  }
}

const NO_REASON: Both = {
  fr: 'Le service n’a pas pu répondre à cette demande. Rien n’est perdu\u00a0: recommencez dans un instant.',
  en: 'The service could not answer this request. Nothing is lost: try again in a moment.',
}

/**
 * What a refusal says, from its RFC 9457 body; an answer that is no problem (a proxy, a page) gets plain words.
 * The kind is the last part of `type`, as in `/fr/problems/invalid/`.
 */
export function problemOf(status: number, text: string, language: Language): ApiError {
  let problem: { type?: unknown; title?: unknown; detail?: unknown; errors?: unknown } = {}
  try {
    problem = JSON.parse(text) ?? {}
  } catch {
    // Not a problem document: the words below are used instead.
  }
  const kind = /\/problems\/([a-z-]+)\/?$/.exec(String(problem.type ?? ''))?.[1] ?? 'unavailable'
  const detail = [problem.detail, problem.title].find((words) => typeof words === 'string' && words !== '')
  const errors = Array.isArray(problem.errors) ? (problem.errors as FieldRefusal[]) : []
  return new ApiError(status, kind as ProblemKind, (detail as string) ?? NO_REASON[language], errors)
}
