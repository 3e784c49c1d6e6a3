import type { WholeProgrammeShown } from '#contract/programme.ts'
import type { Dictionary } from '#domain/kept-data.ts'
import type { Both } from '#domain/language.ts'
import type { Organisation } from '#domain/organisation.ts'
import type { Role } from '#domain/participant.ts'

/** The documents that let a company say yes, in the order in which they are read. */
export const DOCUMENT_KINDS = [
  'works-council',
  'impact-assessment',
  'processing-record',
  'notice-13',
  'notice-14',
  'processors',
  'intended-purpose',
  'charter',
  'learning-agreement',
  'kick-off',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** An exception to the reporting line that is in force, without anybody’s name. `decided_at`: epoch ms. */
export interface ExceptionInForce {
  label: string
  levels: number
  reason: string
  decided_at: number | null
  people: number
  pairs: number
}

/** Everything that the documents of a programme are made from: its settings as they are, and the store as it is. */
export interface DocumentView {
  programme: WholeProgrammeShown
  organisation: Organisation
  dictionary: Dictionary
  /** The hard rules of the matching, in the order in which they are asked. */
  rules: readonly { name: Both; asks: Both }[]
  /** The programme’s own rules, each as a sentence. */
  own_rules: readonly Both[]
  own_questions: readonly { label: Both; roles: readonly Role[] }[]
  exceptions: readonly ExceptionInForce[]
  /** Where people’s presence is checked by an outside service when they sign up. */
  turnstile: boolean
  /** Epoch ms. */
  now: number
}

/** A charter or a notice in one of its versions. `words` are what the programme wrote, `since` epoch ms or unknown. */
export interface ProgrammeTextView {
  programme: Pick<WholeProgrammeShown, 'slug' | 'time_zone'> & { name: string }
  kind: 'charter' | 'notice'
  version: number
  current: number
  words: string
  since: number | null
}
