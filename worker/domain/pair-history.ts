import type { EventType } from './event.ts'
import type { Both } from './language.ts'

/** What may be told of a pair to the team, event by event; what is not here is told to nobody. */
export const PAIR_HISTORY_WORDS: Partial<Record<EventType, Both>> = {
  'pair.started': {
    fr: 'Les deux personnes ont accepté\u00a0: le binôme est formé',
    en: 'Both accepted: the pair is formed',
  },
  'pair.suspended': {
    fr: 'Une réorganisation met le binôme en pause',
    en: 'A reorganisation puts the pair on hold',
  },
  'pair.resumed': {
    fr: 'L’organigramme le permet de nouveau\u00a0: le binôme reprend',
    en: 'The chart allows it again: the pair resumes',
  },
  'pair.paused': { fr: 'Le binôme prend une pause', en: 'The pair takes a break' },
  'pair.returned': { fr: 'La pause est finie', en: 'The break is over' },
  'pair.coached': { fr: 'L’accompagnement a changé', en: 'Who stands by the pair has changed' },
  'pair.reminded': { fr: 'Un rappel est parti', en: 'A reminder was sent' },
  'pair.ended': { fr: 'Le binôme s’arrête', en: 'The pair ends' },
  'agreement.written': {
    fr: 'L’accord d’apprentissage a été écrit',
    en: 'The learning agreement was written',
  },
  'agreement.accepted': {
    fr: 'L’accord d’apprentissage a été accepté',
    en: 'The learning agreement was accepted',
  },
  'preparation.closed': {
    fr: 'Une préparation est faite, ou n’est plus nécessaire',
    en: 'A preparation is held, or needed no more',
  },
  'session.proposed': { fr: 'Une séance est proposée', en: 'A session is proposed' },
  'session.planned': { fr: 'Une séance est fixée', en: 'A session is planned' },
  'session.moved': { fr: 'Une séance est déplacée', en: 'A session is moved' },
  'session.cancelled': { fr: 'Une séance est annulée', en: 'A session is cancelled' },
  'session.logged': { fr: 'Une séance est notée', en: 'A session is logged' },
  'session.held': { fr: 'Une séance a eu lieu', en: 'A session took place' },
  'trouble.opened': { fr: 'Un point d’attention est apparu', en: 'Something to look at appeared' },
  'trouble.closed': { fr: 'Un point d’attention est réglé', en: 'Something to look at was settled' },
}
