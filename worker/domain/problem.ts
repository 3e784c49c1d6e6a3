import type { Both } from './language.ts'

/** The closed list of ways in which a request can be refused; each has a help page on the site. */
export const PROBLEM_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'conflict',
  'closed',
  'stale',
  'already-received',
  'key-reused',
  'too-large',
  'unsupported-media-type',
  'too-many',
  'unavailable',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** One field that is wrong: a JSON pointer (RFC 6901) and what to do about it. */
export interface FieldError {
  pointer: string
  detail: Both
}

/**
 * A refusal that its reader can act upon. Anything thrown that is not a Problem is a bug.
 * The detail says what happened and what to do, in both languages.
 */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly detail: Both
  readonly errors: FieldError[]
  /** After how long it is worth asking again, where that is known. */
  readonly retryAfterSeconds: number | null

  constructor(
    kind: ProblemKind,
    detail: Both,
    errors: FieldError[] = [],
    retryAfterSeconds: number | null = null,
  ) {
    super(detail.en)
    this.name = 'Problem'
    this.kind = kind
    this.detail = detail
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export function notFound(noun: Both): Problem {
  return new Problem('not-found', {
    fr: `${noun.fr} : introuvable. Vérifiez l’identifiant dans l’adresse.`,
    en: `${noun.en} not found. Check the identifier in the address.`,
  })
}

/** Two people decided on the same thing at the same moment; the second is asked to look again. */
export function conflict(): Problem {
  return new Problem('conflict', {
    fr: 'Quelqu’un vient de modifier cet élément. Rien n’a été enregistré : relisez-le, puis recommencez.',
    en: 'Someone has just changed this. Nothing was saved: read it again, then retry.',
  })
}

/** What was read has changed since (RFC 9110 §13.1.1): nothing is overwritten unseen. */
export function stale(): Problem {
  return new Problem('stale', {
    fr: 'Cet élément a changé depuis que vous l’avez lu. Rien n’a été enregistré : relisez-le, puis renvoyez la demande avec son nouvel « ETag ».',
    en: 'This has changed since you read it. Nothing was saved: read it again, then send the request with its new “ETag”.',
  })
}
