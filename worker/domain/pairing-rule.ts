import type { Both } from './language.ts'
import type { Role } from './participant.ts'

/**
 * What an organiser’s own rule may ask about: facts of work and answers of the form, never anything protected.
 * The number of values is small and closed, or a short text such as a site.
 */
export const RULE_FIELDS = {
  subsidiary: { fr: 'Entité', en: 'Company' },
  site: { fr: 'Lieu de travail', en: 'Workplace' },
  job_family: { fr: 'Métier', en: 'Field of work' },
  grade_rank: { fr: 'Niveau', en: 'Level' },
  languages: { fr: 'Langues', en: 'Languages' },
  meeting: { fr: 'Façon de se rencontrer', en: 'Way of meeting' },
  offers: { fr: 'Sujets proposés', en: 'Topics offered' },
  wants: { fr: 'Sujets souhaités', en: 'Topics wanted' },
  hopes: { fr: 'Attentes', en: 'Hopes' },
  need_when: { fr: 'Usage dans les six mois', en: 'Use within six months' },
  need_room: { fr: 'Place du sujet cette année', en: 'Room for the topic this year' },
  coach: { fr: 'Échange avec un coach', en: 'Talk with a coach' },
} as const satisfies Record<string, Both>
export type RuleField = keyof typeof RULE_FIELDS

/** One side has one of these values. */
export interface Condition {
  role: Role
  field: RuleField
  values: string[]
}

/**
 * A hard rule that an organiser adds to a programme. It concerns the pairs for which every `when` holds (all pairs
 * where there is none). For those, `test` must hold (`must`) or must not (`must-not`). A value that is not known
 * never equals anything.
 */
export interface PairingRule {
  /** Chosen by the organiser, unique in the programme: `[a-z0-9-]{1,40}`. */
  name: string
  effect: 'must' | 'must-not'
  when: Condition[]
  test: { kind: 'same'; field: RuleField } | ({ kind: 'is' } & Condition)
}
