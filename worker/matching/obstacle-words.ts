import type { Both } from '#domain/language.ts'
import { RULES, type Rule } from './eligible.ts'

/** Who reads why somebody waits: the organisers, or that person, who learns nothing about anybody else. */
export type WaitingReader = 'organiser' | 'participant'

/** Every rule that asks something of two people. */
export type Asked = Exclude<Rule, 'same-person'>
/** What stands in the way, and what would help. */
export type Obstacle = { why: Both; help: Both }

export const ASKED = RULES.filter((rule): rule is Asked => rule !== 'same-person')

/** What stands in the way, and what would help, as organisers read it. */
const OBSTACLES: Record<Asked, Obstacle> = {
  leaver: {
    why: { fr: 'elles ont quitté le programme', en: 'they have left the programme' },
    help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
  },
  consent: {
    why: { fr: 'leur accord est encore attendu', en: 'their agreement is still awaited' },
    help: { fr: 'Un rappel peut suffire.', en: 'A reminder may be enough.' },
  },
  past: {
    why: {
      fr: 'ces binômes ne sont pas, ou plus, à proposer',
      en: 'these pairs are not to be proposed, or not any more',
    },
    help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
  },
  ban: {
    why: {
      fr: 'ce binôme a été écarté par l’équipe d’organisation',
      en: 'the organisers ruled this pair out',
    },
    help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
  },
  own: {
    why: {
      fr: 'une règle propre au programme ne le permet pas',
      en: 'a rule of this programme does not allow it',
    },
    help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
  },
  'reporting-line': {
    why: { fr: 'elles sont dans la même ligne hiérarchique', en: 'they are in the same reporting line' },
    help: {
      fr: 'Des inscriptions venues d’autres équipes aideront.',
      en: 'Sign-ups from other teams will help.',
    },
  },
  language: {
    why: { fr: 'il manque une langue commune', en: 'a language in common is missing' },
    help: {
      fr: 'Ajouter une langue aux réponses aiderait.',
      en: 'Adding a language to the answers would help.',
    },
  },
  meeting: {
    why: { fr: 'aucune façon de se rencontrer ne convient aux deux', en: 'no way of meeting suits both' },
    help: {
      fr: 'Accepter aussi les échanges à distance aiderait.',
      en: 'Accepting to meet remotely as well would help.',
    },
  },
  seniority: {
    why: {
      fr: 'l’expérience ne va pas dans le sens du programme',
      en: 'experience does not run in the direction of the programme',
    },
    help: {
      fr: 'Des inscriptions de parcours différents aideront.',
      en: 'Sign-ups from people with other paths will help.',
    },
  },
  topic: {
    why: { fr: 'il manque un sujet à transmettre', en: 'a topic to pass on is missing' },
    help: { fr: 'Ajouter un sujet aux réponses aiderait.', en: 'Adding a topic to the answers would help.' },
  },
  capacity: {
    why: { fr: 'leurs places sont prises', en: 'their places are taken' },
    help: { fr: 'Une place peut se libérer.', en: 'A place may become free.' },
  },
}

/** Rules that tell something of others, or what an organiser decided, are read in words that tell neither. */
const NEUTRAL: Obstacle = {
  why: {
    fr: 'les binômes possibles ont déjà été étudiés',
    en: 'the possible pairs have already been looked at',
  },
  help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
}

const UNFINISHED: Obstacle = {
  why: { fr: 'des inscriptions ne sont pas complètes', en: 'some sign-ups are not complete' },
  help: { fr: 'De nouvelles inscriptions aideront.', en: 'New sign-ups will help.' },
}

const FOR_PARTICIPANT: Partial<Record<Asked, Obstacle>> = {
  leaver: UNFINISHED,
  consent: UNFINISHED,
  past: NEUTRAL,
  ban: NEUTRAL,
  'reporting-line': {
    why: {
      fr: 'les inscriptions qui conviennent viennent de la même ligne hiérarchique',
      en: 'the sign-ups that suit come from the same reporting line',
    },
    help: OBSTACLES['reporting-line'].help,
  },
}

/** A rule that stands in somebody’s way, as the reader may know it. */
export function obstacleFor(reader: WaitingReader, rule: Asked): Obstacle {
  return (reader === 'participant' ? FOR_PARTICIPANT[rule] : undefined) ?? OBSTACLES[rule]
}
