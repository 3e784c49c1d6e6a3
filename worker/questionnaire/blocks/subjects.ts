import type { Both } from '#domain/language.ts'
import type { Facet } from '../answers.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Block, Question, TopicsQuestion } from '../question.ts'

/** A precise situation, an idea or nothing yet, and how much room this year: together, a real need (P32). */
const whyNeed: Both = {
  fr: 'Un besoin concret donne un premier sujet de travail. Si rien n’est encore précis, nous vous proposerons d’en parler ; votre inscription reste valable.',
  en: 'A concrete need gives the first session its subject. If nothing is precise yet, we will offer to talk it over; your sign-up stands.',
}

const needs: Question[] = [
  {
    key: 'NEED1',
    kind: 'choice',
    required: false,
    label: {
      fr: 'Où cela vous servirait-il dans les six mois ?',
      en: 'Where would this serve you in the next six months?',
    },
    options: [
      { value: 2, name: { fr: 'une situation précise', en: 'a precise situation' } },
      { value: 1, name: { fr: 'une idée', en: 'an idea' } },
      { value: 0, name: { fr: 'pas encore', en: 'not yet' } },
    ],
    why: whyNeed,
  },
  {
    key: 'NEED2',
    kind: 'scale',
    required: false,
    label: {
      fr: 'Quelle place donnez-vous à ce sujet cette année ?',
      en: 'How much room will you give this topic this year?',
    },
    steps: [
      { fr: 'Très peu', en: 'Very little' },
      { fr: 'Un peu', en: 'A little' },
      { fr: 'Une place égale aux autres', en: 'As much as others' },
      { fr: 'Une belle place', en: 'A lot' },
      { fr: 'La première place', en: 'First of all' },
    ],
    why: whyNeed,
  },
]

function offers(required: boolean, facets: readonly Facet[], catalogue: Catalogue): TopicsQuestion {
  return {
    key: 'OFFERS',
    kind: 'topics-offered',
    required,
    facets,
    catalogue,
    topics_max: 3,
    label: { fr: 'Ce que je peux apporter', en: 'What I can offer' },
    help: {
      fr: 'Jusqu’à trois sujets, le plus solide d’abord. Il n’est pas nécessaire d’être spécialiste.',
      en: 'Up to three topics, the strongest first. There is no need to be a specialist.',
    },
    missing: {
      fr: 'Choisissez au moins un sujet que vous pouvez apporter.',
      en: 'Pick at least one topic you can offer.',
    },
    why: {
      fr: 'C’est ce que votre binôme pourra apprendre avec vous. Le niveau se décrit par ce que l’on fait, jamais par un diplôme.',
      en: 'This is what your partner can learn with you. Levels describe what people do, never a degree.',
    },
  }
}

function wants(required: boolean, facets: readonly Facet[], catalogue: Catalogue): TopicsQuestion {
  return {
    key: 'WANTS',
    kind: 'topics-wanted',
    required,
    facets,
    catalogue,
    topics_max: 3,
    label: { fr: 'Ce que je veux apprendre', en: 'What I want to learn' },
    help: {
      fr: 'Jusqu’à trois sujets, le plus important d’abord. Partir de « pas encore » est très bien.',
      en: 'Up to three topics, the most important first. Starting from “not yet” is fine.',
    },
    missing: {
      fr: 'Choisissez au moins un sujet que vous voulez apprendre.',
      en: 'Pick at least one topic you want to learn.',
    },
    why: {
      fr: 'Un binôme se forme autour d’un sujet qu’une personne veut apprendre et que l’autre maîtrise. Chacun des deux apprend quelque chose.',
      en: 'A pair forms around a topic that one wants to learn and the other knows. Both learn something.',
    },
  }
}

/** What somebody would have chosen and did not find; an organiser files it (P17, W1). */
const missed: Question = {
  key: 'MISSED',
  kind: 'text',
  required: false,
  length_max: 120,
  label: { fr: 'Un sujet manque\u00a0?', en: 'Is a topic missing?' },
  help: {
    fr: 'Dites-le en quelques mots. Choisissez aussi le sujet le plus proche dans la liste\u00a0: c’est lui qui compte pour former les binômes.',
    en: 'Say it in a few words. Pick the nearest topic of the list as well: that one counts when pairs are formed.',
  },
  why: {
    fr: 'L’équipe du programme lit ces idées pour compléter la liste.',
    en: 'The programme team reads these ideas to complete the list.',
  },
}

/** What a role asks about topics; `absent` leaves the question out. */
export interface Subjects {
  offers: 'required' | 'optional' | 'absent'
  wants: 'required' | 'optional' | 'absent'
  needs: boolean
  /** Which of the two comes first. */
  first: 'offers' | 'wants'
  facets: readonly Facet[]
  catalogue: Catalogue
}

/** OFFERS and WANTS, with NEED1 and NEED2 for the mentee (questionnaires.md §3), and what the list lacks. */
export function subjects(asked: Subjects): Block {
  const given =
    asked.offers === 'absent' ? [] : [offers(asked.offers === 'required', asked.facets, asked.catalogue)]
  const wished: Question[] =
    asked.wants === 'absent' ? [] : [wants(asked.wants === 'required', asked.facets, asked.catalogue)]
  if (asked.needs) wished.push(...needs)
  return {
    key: 'topics',
    title: { fr: 'Mes sujets', en: 'My topics' },
    questions: [...(asked.first === 'offers' ? [...given, ...wished] : [...wished, ...given]), missed],
  }
}
