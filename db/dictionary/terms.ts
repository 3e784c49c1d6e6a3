import type { KeptColumn, Retention } from '#domain/kept-data.ts'
import type { Both } from '#domain/language.ts'

export const ID: KeptColumn = ['Identifiant interne', 'Internal identifier', 'technical']
export const VERSION: KeptColumn = ['Numéro de version', 'Version number', 'technical']
export const CREATED: KeptColumn = ['Date de création', 'Date of creation', 'technical']
export const UPDATED: KeptColumn = ['Date du dernier changement', 'Date of the last change', 'technical']
export const EXPIRES: KeptColumn = ['Date de fin de validité', 'Date until which it is valid', 'technical']
export const PROGRAMME: KeptColumn = ['Programme concerné', 'Programme concerned', 'technical']
export const RUN: KeptColumn = ['Calcul concerné', 'Match run concerned', 'technical']
export const TOKEN: KeptColumn = ['Empreinte du lien envoyé', 'Fingerprint of the link sent', 'connection']
export const LANGUAGE: KeptColumn = ['Langue choisie', 'Language chosen', 'identity']
export const MENTOR: KeptColumn = ['Participation de la personne mentor', 'Participation of the mentor']
export const MENTEE: KeptColumn = ['Participation de la personne mentorée', 'Participation of the mentee']
export const CHARTER_VERSION: KeptColumn = [
  'Version de la charte acceptée',
  'Version of the charter accepted',
  'agreement',
]
export const NOTICE_VERSION: KeptColumn = [
  'Version de la notice montrée',
  'Version of the notice shown',
  'agreement',
]

/** Deleted by the daily clean-up, after at most so many days. */
export function swept(rule: string, days: number, since: Both): Retention {
  const words = {
    fr: `${days}\u00a0${days === 1 ? 'jour' : 'jours'} ${since.fr}`,
    en: `${days} ${days === 1 ? 'day' : 'days'} ${since.en}`,
  }
  return { by: 'rule', rule, days, words }
}

/** Deleted by the software when something happens. */
export function until(fr: string, en: string): Retention {
  return { by: 'event', words: { fr, en } }
}

/** Kept until the organisation deletes it: nothing does so by itself. */
export function byOrganisation(fr: string, en: string): Retention {
  return { by: 'organisation', words: { fr, en } }
}

/** Deleted by the daily clean-up with a programme that ended a year ago. */
export function sweptWithProgramme(rule: string): Retention {
  return swept(rule, 365, { fr: 'après la fin du programme', en: 'after the end of the programme' })
}

export const NO_DEADLINE = byOrganisation(
  'Tant que l’organisation en a l’usage',
  'As long as the organisation has use for it',
)

export const TEAM: Both = { fr: 'L’équipe du programme', en: 'The programme team' }
export const TEAM_AND_HR: Both = {
  fr: 'L’équipe du programme\u00a0; les outils RH qui ont une clé pour cela',
  en: 'The programme team; HR tools that hold a key for it',
}
export const NOBODY: Both = { fr: 'Personne\u00a0: le logiciel seul', en: 'Nobody: the software alone' }
export const EVERYBODY: Both = { fr: 'Tout le monde, une fois publié', en: 'Everybody, once published' }
