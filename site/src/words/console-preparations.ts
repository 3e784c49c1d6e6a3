import type { Both, Language } from '#domain/language.ts'
import type { PreparationState, ToldReason } from '#domain/preparation.ts'

const fr = {
  title: 'Préparations',
  heading: (programme: string) => `Préparations\u00a0: ${programme}`,
  lead: 'Des échanges qui viennent avant une première séance. Elle se fixe dès que l’échange a eu lieu, ou qu’une raison dit pourquoi il n’est pas nécessaire.',
  none: 'Aucune préparation n’attend.',
  done: 'Préparations closes',
  with: (partner: string) => `avant de rencontrer ${partner}`,
  due: (when: string) => `À tenir avant le ${when}`,
  reasons: {
    exposure: 'Une rencontre de forte exposition\u00a0: un groupe nommé, ou un grand écart de grade.',
    personal: 'Cette personne gagnerait à un échange, selon ce qu’elle a indiqué à l’inscription.',
    exception: 'Binôme par exception à la règle hiérarchique\u00a0: l’accompagnement est obligatoire.',
  } satisfies Record<ToldReason, string>,
  outcome: [
    'Ce qui a été convenu, ou pourquoi l’échange n’est pas nécessaire',
    'Lu par l’équipe seulement. La raison est obligatoire pour s’en passer.',
  ],
  outcomeHeld: ['Ce qui a été convenu', 'Facultatif, lu par l’équipe seulement.'],
  held: 'L’échange a eu lieu',
  waived: 'Pas nécessaire',
  of: (name: string) => `, ${name}`,
  saved: (name: string) => `La préparation de ${name} est close.`,
  state: { open: 'à tenir', held: 'tenue', waived: 'pas nécessaire' } satisfies Record<
    PreparationState,
    string
  >,
  coach: ['Qui accompagne ce binôme', 'Les deux personnes en sont prévenues par un message.'],
  nobody: 'personne encore',
  assign: 'Confier',
  assigned: (name: string) => `${name} accompagne ce binôme. Un message part aux deux personnes.`,
  unassigned: 'Plus personne n’accompagne ce binôme.',
  by: (name: string) => `Accompagnement\u00a0: ${name}`,
}

export type PreparationWords = typeof fr

const en: PreparationWords = {
  title: 'Preparations',
  heading: (programme) => `Preparations: ${programme}`,
  lead: 'Talks that come before a first session. It is set as soon as the talk was held, or a reason says why it is not needed.',
  none: 'No preparation is waiting.',
  done: 'Closed preparations',
  with: (partner) => `before meeting ${partner}`,
  due: (when) => `To be held before ${when}`,
  reasons: {
    exposure: 'A meeting of high exposure: a named group, or a large gap in grade.',
    personal: 'This person would gain from a talk, by what they said when they signed up.',
    exception: 'A pair by an exception to the reporting line: coaching is compulsory.',
  },
  outcome: [
    'What was agreed, or why the talk is not needed',
    'Read by the team only. Doing without it takes a reason.',
  ],
  outcomeHeld: ['What was agreed', 'Optional, read by the team only.'],
  held: 'The talk was held',
  waived: 'Not needed',
  of: (name) => `, ${name}`,
  saved: (name) => `The preparation of ${name} is closed.`,
  state: { open: 'to be held', held: 'held', waived: 'not needed' },
  coach: ['Who stands by this pair', 'Both people are told by mail.'],
  nobody: 'nobody yet',
  assign: 'Assign',
  assigned: (name) => `${name} stands by this pair. A message leaves to both people.`,
  unassigned: 'Nobody stands by this pair any more.',
  by: (name) => `Coach: ${name}`,
}

const PREPARATION_WORDS: Both<PreparationWords> = { fr, en }

/** The words of the console page about preparations. */
export function preparationWordsIn(language: Language): PreparationWords {
  return PREPARATION_WORDS[language]
}
