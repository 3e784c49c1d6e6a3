import type { OwnKey } from './own-question.ts'

/** The facets of a topic: using it, or grasping what is at stake (P17). */
export type Facet = 'usage' | 'stakes'

/** A topic that somebody can pass on: level SKL 0–4, last time SKR 0–4 (questionnaires.md §3). */
export interface Offer {
  topic: string
  facet: Facet
  level: number
  last: number
}

/** A topic that somebody wants, in order of priority: level today SKL 0–4, level wished SKT 1–4. */
export interface Want {
  topic: string
  facet: Facet
  level: number
  target: number
}

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const PARTS = ['morning', 'midday', 'afternoon', 'evening', 'night'] as const
export const PLACES = ['on-site', 'remote', 'either'] as const

/**
 * When and how someone can meet (G6). One week: slots like `mon-morning`;
 * weeks A and B for shifts: slots like `a-mon-morning`. Hours are per month, preparation included.
 */
export interface Availability {
  weeks: 1 | 2
  slots: string[]
  where: (typeof PLACES)[number]
  hours: number
}

/**
 * Checked answers, under the stable keys of the questionnaires. An absent key was not answered.
 * The order of `OFFERS`, `WANTS`, `IM` and `IR` is their rank.
 */
export interface Answers {
  G2?: string[]
  G3?: { subsidiary?: string; site?: string }
  G4?: string
  G5?: string
  G6?: Availability
  G7?: string
  CAP?: number
  LP1?: number
  LP2?: number
  LP3?: number
  LP4?: number
  TS1?: number
  TS2?: number
  OFFERS?: Offer[]
  WANTS?: Want[]
  NEED1?: number
  NEED2?: number
  IM?: string[]
  IR?: string[]
  MS1?: number
  MS2?: number
  MS3?: number
  MS4?: number
  MS5?: number
  MS6?: number
  MO1?: number
  MO2?: number
  MO3?: number
  COACH?: 'yes' | 'no' | 'later'
  ST1?: string
  ST2?: string
  /** The undertaking of confidentiality that goes with ST2. */
  ST2C?: boolean
  ST3?: string
  EX1?: string
  EX2?: string
  EX3?: string
  EX4?: string
  /** A topic that was missed in the list, in the person’s own words. */
  MISSED?: string
  /** Answers to the programme’s own questions. */
  [own: OwnKey]: unknown
}
