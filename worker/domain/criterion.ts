import type { Both } from './language.ts'

/** The criteria of a pair and their starting weights (questionnaires.md §11; evidence in domain.md §2.5). */
export const CRITERIA = [
  'need',
  'field',
  'availability',
  'reverse',
  'intentions',
  'site',
  'learning',
] as const
export type Criterion = (typeof CRITERIA)[number]
export type Weights = Record<Criterion, number>

export const STARTING_WEIGHTS: Weights = {
  need: 0.217,
  field: 0.174,
  availability: 0.174,
  reverse: 0.174,
  intentions: 0.13,
  site: 0.087,
  learning: 0.043,
}

export const WEIGHT_PRESETS = {
  starting: STARTING_WEIGHTS,
  'change-factory': {
    need: 0.2,
    field: 0.2,
    availability: 0.11,
    reverse: 0.12,
    intentions: 0.2,
    site: 0.05,
    learning: 0.12,
  },
} as const satisfies Record<string, Weights>

export const CRITERION_NAMES: Record<Criterion, Both> = {
  need: { fr: 'Besoin', en: 'Need' },
  field: { fr: 'Métier', en: 'Field of work' },
  availability: { fr: 'Disponibilités', en: 'Availability' },
  reverse: { fr: 'Réciprocité', en: 'Reciprocity' },
  intentions: { fr: 'Attentes', en: 'Hopes' },
  site: { fr: 'Lieu', en: 'Workplace' },
  learning: { fr: 'Façon d’apprendre', en: 'Way of learning' },
}
