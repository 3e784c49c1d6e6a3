import type { Criterion, SwitchableCriterion, Weights } from './criterion.ts'
import type { Both } from './language.ts'
import type { MatchingObjective } from './match-run.ts'
import type { Role } from './participant.ts'

/**
 * What a column of a spreadsheet may tell about a participant, with the title it has in our own template.
 * `isList`: a cell holds several values and several columns may be of the field; of any other field the first column
 * that says something counts. `of`: only for this role.
 */
export const SHEET_FIELDS = {
  name: { name: { fr: 'Prénom et nom', en: 'Full name' } },
  given_name: { name: { fr: 'Prénom', en: 'First name' } },
  family_name: { name: { fr: 'Nom', en: 'Last name' } },
  reference: { name: { fr: 'Identifiant', en: 'Identifier' } },
  email: { name: { fr: 'E-mail', en: 'E-mail' } },
  wants: { name: { fr: 'Sujets souhaités', en: 'Topics wanted' }, isList: true },
  offers: { name: { fr: 'Sujets proposés', en: 'Topics offered' }, isList: true },
  grade: { name: { fr: 'Grade', en: 'Grade' } },
  grade_rank: { name: { fr: 'Niveau (nombre)', en: 'Level (number)' } },
  hired_in: { name: { fr: 'Date d’arrivée', en: 'Date of arrival' } },
  years: { name: { fr: 'Années dans l’entreprise', en: 'Years in the company' } },
  manages: { name: { fr: 'Encadre une équipe', en: 'Manages a team' } },
  manager: { name: { fr: 'Responsable', en: 'Manager' } },
  job_family: { name: { fr: 'Métier', en: 'Field of work' } },
  subsidiary: { name: { fr: 'Entité', en: 'Company' } },
  site: { name: { fr: 'Lieu de travail', en: 'Workplace' } },
  languages: { name: { fr: 'Langues', en: 'Languages' }, isList: true },
  slots: { name: { fr: 'Moments possibles', en: 'Possible moments' }, isList: true },
  where: { name: { fr: 'Sur place ou à distance', en: 'On site or remotely' } },
  hopes: { name: { fr: 'Attentes', en: 'Hopes' }, isList: true },
  capacity: { name: { fr: 'Nombre de places', en: 'Number of places' }, of: 'mentor' },
  past: { name: { fr: 'Déjà en binôme avec', en: 'Already paired with' }, isList: true },
} as const satisfies Record<string, { name: Both; isList?: boolean; of?: Role }>
export type SheetField = keyof typeof SHEET_FIELDS

/** The first sheet of a file as it was read: every cell is text. `lines` are the numbers of the rows in the file. */
export interface SheetTable {
  header: string[]
  rows: string[][]
  lines: number[]
}

/** For each column of a table, by place: its field, `ignored` where nobody asked for it, `refused` on purpose. */
export type ColumnUse = SheetField | 'ignored' | 'refused'

/** How two tables are read. `grades`: the levels of a grade, the least senior first; names on one level are equal. */
export interface SheetMapping {
  mentors: ColumnUse[]
  mentees: ColumnUse[]
  grades: string[][]
}

/** How people from two tables are matched; the same choices as those of a programme. */
export interface SheetSettings {
  senior: Role | null
  seniority_gap: number
  experience_gap_years: number
  unknown_seniority_allowed: boolean
  /** Places of a mentor whose line does not say. */
  capacity: number
  objective: MatchingObjective
  weights: Weights
  different: SwitchableCriterion[]
}

/** What a line of a file did not let us read, in words. `isLeftOut`: the person takes no part. */
export interface SheetIssue {
  role: Role
  line: number
  isLeftOut: boolean
  words: Both
}

/** A match between two tables, ready to be read: names instead of ids, words instead of facts. */
export interface MatchReport {
  pairs: ReportedPair[]
  unmatched: ReportedWaiting[]
  issues: SheetIssue[]
  rules: ReportedRule[]
  /** Criteria of which the files say nothing: they count the same for every pair. */
  silent: Criterion[]
  /** Topics that the catalogue does not have, kept as they are. */
  ownTopics: string[]
  counts: { mentors: number; mentees: number; possible: number; pairs: number; unmatched: number }
  /** The sum of the scores, in micro-units. */
  total: number
  /** Lowest score of a pair, in micro-units; 0 where there is none. */
  worst: number
  objective: MatchingObjective
}

export interface ReportedPerson {
  name: string
  line: number
  reference: string | null
  email: string | null
  job_family: Both | null
  subsidiary: string | null
  site: string | null
  grade: string | null
}

export interface ReportedPair {
  mentor: ReportedPerson
  mentee: ReportedPerson
  /** Micro-units, as the points of the reasons, which add up to it. */
  score: number
  topic: Both
  reasons: { name: Both; weight: number; value: number; points: number; words: Both }[]
  tips: Both[]
}

export interface ReportedWaiting {
  role: Role
  person: ReportedPerson
  why: Both
}

/** A hard rule: whether the files held what it needs, and how far it reaches. */
export interface ReportedRule {
  name: Both
  isChecked: boolean
  words: Both
}
