import type { Both } from './language.ts'

/** What sort of thing a column holds. */
export const DATA_CATEGORIES = {
  identity: { fr: 'Identité et coordonnées', en: 'Identity and contact details' },
  work: { fr: 'Vie professionnelle', en: 'Working life' },
  answers: { fr: 'Réponses au questionnaire', en: 'Answers to the questionnaire' },
  agreement: { fr: 'Accords donnés, et leur preuve', en: 'Agreements given, and their proof' },
  life: { fr: 'Vie du programme', en: 'Life of the programme' },
  message: { fr: 'Textes libres', en: 'Free text' },
  connection: { fr: 'Connexion et sécurité', en: 'Signing in and security' },
  settings: { fr: 'Réglages, sans donnée personnelle', en: 'Settings, no personal data' },
  technical: { fr: 'Technique', en: 'Technical' },
} as const satisfies Record<string, Both>
export type DataCategory = keyof typeof DATA_CATEGORIES

/** Whom data are about. */
export const DATA_SUBJECTS = {
  staff: { fr: 'personnes du fichier du personnel', en: 'people of the staff file' },
  participants: { fr: 'personnes inscrites ou proposées', en: 'people who signed up or were put forward' },
  organisers: { fr: 'équipe du programme', en: 'the programme team' },
  visitors: { fr: 'personnes qui écrivent au site', en: 'people who write to the site' },
} as const satisfies Record<string, Both>
export type DataSubject = keyof typeof DATA_SUBJECTS

/** What data are kept for. */
export const PURPOSES = {
  staff: {
    fr: 'Savoir qui travaille dans l’entreprise, et tenir la hiérarchie à l’écart des binômes',
    en: 'Know who works in the company, and keep reporting lines out of pairs',
  },
  'sign-up': {
    fr: 'Recevoir les inscriptions et garder la preuve de l’accord de chaque personne',
    en: 'Receive sign-ups and keep the proof that each person agreed',
  },
  matching: {
    fr: 'Former des binômes qui respectent les règles, et pouvoir les expliquer',
    en: 'Form pairs that keep the rules, and be able to explain them',
  },
  pairing: {
    fr: 'Proposer les binômes, recueillir les réponses et suivre les binômes formés',
    en: 'Propose pairs, collect answers and follow the pairs that formed',
  },
  contact: { fr: 'Écrire aux personnes et leur répondre', en: 'Write to people and answer them' },
  access: {
    fr: 'Ouvrir l’accès aux bonnes personnes et protéger le service',
    en: 'Let the right people in and protect the service',
  },
  audit: {
    fr: 'Pouvoir montrer ce qui a été fait, quand et par qui',
    en: 'Be able to show what was done, when and by whom',
  },
  publication: {
    fr: 'Décrire le programme et partager de quoi apprendre',
    en: 'Describe the programme and share what helps to learn',
  },
} as const satisfies Record<string, Both>
export type Purpose = keyof typeof PURPOSES

/**
 * How long rows are kept. rule: the daily clean-up deletes them after at most `days`, by the rule of that name ·
 * event: the software deletes them when something happens · organisation: nothing deletes them by itself, and the
 * organisation must.
 */
export type Retention =
  | { by: 'rule'; rule: string; days: number; words: Both }
  | { by: 'event' | 'organisation'; words: Both }

/** What a column holds, in French and in English, and its category where that is not the table’s. */
export type KeptColumn = readonly [fr: string, en: string, category?: DataCategory]

/** One table of the store, as the people it concerns may read about it. */
export interface KeptTable {
  name: Both
  holds: Both
  category: DataCategory
  /** Empty: the table holds nothing about anybody. */
  about: readonly DataSubject[]
  purpose: Purpose
  kept: Retention
  seen: Both
  columns: Record<string, KeptColumn>
}

export type Dictionary = Record<string, KeptTable>

/** Tables that hold something about somebody. */
export function personalTables(dictionary: Dictionary): [table: string, kept: KeptTable][] {
  return Object.entries(dictionary).filter(([, { about }]) => about.length > 0)
}

/** Columns that hold something about somebody; what is technical says nothing of anybody. */
export function personalColumns({ about, category, columns }: KeptTable): KeptColumn[] {
  if (about.length === 0) return []
  return Object.values(columns).filter(([, , own = category]) => own !== 'technical' && own !== 'settings')
}
