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

/** Criteria that may count the other way round: a programme can look for people who differ instead of people alike. */
export const SWITCHABLE_CRITERIA = ['field', 'intentions', 'site', 'learning'] as const satisfies Criterion[]
export type SwitchableCriterion = (typeof SWITCHABLE_CRITERIA)[number]

/** How well two hopes answer each other, 0…1, by what the senior hopes for and then by what the junior does. */
export type HopesMatrix = Record<string, Record<string, number>>

/** A topic as a score sees it: what is near it, whether it serves in any field, and what people call it. */
export interface ScoredTopic {
  group: string
  transversal: boolean
  name: Both
}
export type ScoredTopics = Readonly<Record<string, ScoredTopic>>

/** How a programme scores its pairs; a change of any part of it makes a new version. */
export interface Scoring {
  weights: Weights
  /** Criteria that count as 1 − value. */
  different: readonly SwitchableCriterion[]
  hopes: HopesMatrix
  /** Topics that the organisation added or changed, by id; all others are as the product has them. */
  topics?: ScoredTopics
}

/** The starting matrix (questionnaires.md §4): each row’s best is 1. */
export const STARTING_HOPES: HopesMatrix = {
  IM1: { IR1: 0.5, IR2: 1, IR3: 0.4, IR4: 0.7, IR5: 0.7 },
  IM2: { IR1: 0.3, IR2: 0.6, IR3: 1, IR4: 0.7, IR5: 0.3 },
  IM3: { IR1: 0.75, IR2: 0.4, IR3: 0.75, IR4: 0.25, IR5: 1 },
  IM4: { IR1: 1, IR2: 0.4, IR3: 0.5, IR4: 0.75, IR5: 0.6 },
  IM5: { IR1: 1, IR2: 0.5, IR3: 0.85, IR4: 0.65, IR5: 1 },
}
