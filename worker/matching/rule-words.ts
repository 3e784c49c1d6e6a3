import type { Both } from '#domain/language.ts'
import { RULES, type Rule } from './eligible.ts'
import type { PairFacts } from './pair-facts.ts'
import { languagesWords, listed, topicWords } from './words.ts'

/** A hard rule as an organiser reads it: a short name, and what it asks in one plain sentence. */
export const RULE_WORDS: Record<Rule, { name: Both; asks: Both }> = {
  'same-person': {
    name: { fr: 'Deux personnes', en: 'Two people' },
    asks: {
      fr: 'Personne n’est son propre mentor, même avec les deux rôles.',
      en: 'Nobody mentors themselves, even with both roles.',
    },
  },
  leaver: {
    name: { fr: 'Présence', en: 'Presence' },
    asks: {
      fr: 'Les deux personnes sont toujours là et n’ont pas quitté le programme.',
      en: 'Both people are still there and have not left the programme.',
    },
  },
  consent: {
    name: { fr: 'Accord', en: 'Agreement' },
    asks: {
      fr: 'Les deux personnes participent de leur plein gré et ont lu la charte.',
      en: 'Both people take part of their own will and have read the charter.',
    },
  },
  past: {
    name: { fr: 'Passé', en: 'Past' },
    asks: {
      fr: 'Rien d’antérieur ne sépare ces deux personnes.',
      en: 'Nothing of before keeps the two people apart.',
    },
  },
  ban: {
    name: { fr: 'Choix de l’organisation', en: 'Organisers’ choice' },
    asks: {
      fr: 'L’équipe d’organisation n’a pas écarté ce binôme.',
      en: 'The organisers have not ruled this pair out.',
    },
  },
  'reporting-line': {
    name: { fr: 'Ligne hiérarchique', en: 'Reporting line' },
    asks: {
      fr: 'Aucune des deux personnes n’est au-dessus de l’autre, à aucun niveau, rattachements fonctionnels compris.',
      en: 'Neither person is above the other, at any level, dotted lines included.',
    },
  },
  language: {
    name: { fr: 'Langue commune', en: 'Language in common' },
    asks: {
      fr: 'Les deux personnes ont au moins une langue en commun.',
      en: 'The two people have at least one language in common.',
    },
  },
  meeting: {
    name: { fr: 'Rencontre', en: 'Meeting' },
    asks: {
      fr: 'Au moins une façon de se rencontrer convient aux deux.',
      en: 'At least one way of meeting suits both.',
    },
  },
  seniority: {
    name: { fr: 'Ancienneté', en: 'Seniority' },
    asks: {
      fr: 'Le niveau ou l’expérience vont dans le sens du programme.',
      en: 'Grade or experience run in the direction of the programme.',
    },
  },
  topic: {
    name: { fr: 'Sujet à transmettre', en: 'Topic to pass on' },
    asks: {
      fr: 'Le mentor connaît assez bien au moins un sujet souhaité, ou un sujet voisin.',
      en: 'The mentor knows at least one wanted topic, or a neighbouring one, well enough.',
    },
  },
  own: {
    name: { fr: 'Règles du programme', en: 'Rules of the programme' },
    asks: {
      fr: 'Les règles que l’équipe d’organisation a ajoutées sont respectées.',
      en: 'The rules that the organisers added are kept.',
    },
  },
  capacity: {
    name: { fr: 'Place libre', en: 'Free place' },
    asks: {
      fr: 'Les deux personnes ont encore une place.',
      en: 'Both people have a place left.',
    },
  },
}

/** A rule that a pair passed, and what was found. */
export interface PassedRule extends Both {
  rule: Rule
  name: Both
}

/** All hard rules that a proposed pair passed, each with what was found, for organisers. */
export function explainPassed(facts: PairFacts): PassedRule[] {
  return RULES.filter((rule) => rule !== 'own' || (facts.passed?.own.length ?? 0) > 0).map((rule) => ({
    rule,
    name: RULE_WORDS[rule].name,
    ...(FOUND[rule]?.(facts) ?? RULE_WORDS[rule].asks),
  }))
}

/** What was found, where it says more than the rule itself; null where the facts of the pair do not tell. */
const FOUND: Partial<Record<Rule, (facts: PairFacts) => Both | null>> = {
  'reporting-line': ({ exception }) =>
    exception
      ? {
          fr: `Une des deux personnes est au-dessus de l’autre, au-delà de la chaîne d’évaluation (${exception.levels} niveaux)\u00a0: ce binôme relève de l’exception prévue.`,
          en: `One of the two is above the other, beyond the appraisal chain (${exception.levels} levels): this pair comes under the exception.`,
        }
      : {
          fr: 'Aucun lien hiérarchique, ni dans un sens ni dans l’autre.',
          en: 'No reporting line in either direction.',
        },
  language: ({ languages }) => {
    if (languages.length === 0) return null
    const { fr, en } = languagesWords(languages)
    return { fr: `Échanges possibles ${fr}.`, en: `They can talk ${en}.` }
  },
  meeting: ({ meet }) => MEETINGS[meet.join(' ')] ?? null,
  seniority: ({ passed }) => (passed ? SENIORITY[passed.seniority] : null),
  topic: ({ topics }) => {
    if (!topics[0]) return null
    const { fr, en } = topicWords(topics[0])
    return { fr: `Sujet souhaité et proposé\u00a0: ${fr}.`, en: `Topic wanted and offered: ${en}.` }
  },
  own: ({ passed }) => {
    const names = passed?.own ?? []
    return {
      fr: `Règles ajoutées et respectées\u00a0: ${listed(names, 'et')}.`,
      en: `Rules added and kept: ${listed(names, 'and')}.`,
    }
  },
}

const MEETINGS: Record<string, Both> = {
  'on-site remote': { fr: 'Sur place ou à distance.', en: 'On site or remotely.' },
  'on-site': { fr: 'Sur place.', en: 'On site.' },
  remote: { fr: 'À distance.', en: 'Remotely.' },
}

const SENIORITY: Record<NonNullable<PairFacts['passed']>['seniority'], Both> = {
  grade: { fr: 'Par le niveau.', en: 'By grade.' },
  experience: { fr: 'Par l’expérience dans l’entreprise.', en: 'By experience in the company.' },
  both: {
    fr: 'Par le niveau et par l’expérience dans l’entreprise.',
    en: 'By grade and by experience in the company.',
  },
  unknown: {
    fr: 'Niveau et expérience ne sont pas connus\u00a0: le programme l’accepte.',
    en: 'Grade and experience are not known: the programme accepts that.',
  },
  'not-asked': {
    fr: 'Le programme ne demande pas d’écart d’ancienneté.',
    en: 'The programme asks for no gap in seniority.',
  },
}
