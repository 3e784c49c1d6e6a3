import { JOB_FAMILIES } from '#domain/job-family.ts'
import type { Both } from '#domain/language.ts'
import type { AvailabilityQuestion, Block, NumberQuestion, Option, Question } from '../question.ts'
import { SPOKEN_LANGUAGES } from '../spoken-language.ts'

const DOMAIN_NAMES: Record<string, Both> = {
  market: { fr: 'Marché et clients', en: 'Market and customers' },
  support: { fr: 'Fonctions d’appui', en: 'Support functions' },
  technology: { fr: 'Technologie et recherche', en: 'Technology and research' },
  operations: { fr: 'Production et logistique', en: 'Production and logistics' },
}

const FAMILIES: Option[] = Object.entries(JOB_FAMILIES).map(([value, family]) => ({
  value,
  name: family.name,
  group: DOMAIN_NAMES[family.domain],
}))

const workplace: Question = {
  key: 'G3',
  kind: 'workplace',
  required: false,
  length_max: 120,
  label: { fr: 'Mon entité et mon lieu de travail', en: 'My company and workplace' },
  help: {
    fr: 'Ces champs seront complétés par les données RH une fois votre adresse confirmée.',
    en: 'HR data will complete these once your address is confirmed.',
  },
  why: {
    fr: 'À critères égaux, nous proposons d’abord des personnes qui travaillent sur le même site : se voir est plus simple.',
    en: 'All else being equal, we first propose people who work on the same site: meeting is easier.',
  },
}

const field: Question = {
  key: 'G4',
  kind: 'list',
  required: false,
  options: FAMILIES,
  label: { fr: 'Mon métier actuel', en: 'My current field' },
  why: {
    fr: 'Deux métiers voisins partagent un langage : les conseils s’appliquent plus vite.',
    en: 'Neighbouring fields share a language: advice is put to use sooner.',
  },
}

const joined: Question = {
  key: 'G5',
  kind: 'month',
  required: false,
  label: { fr: 'Mois d’arrivée dans l’entreprise (facultatif)', en: 'Month I joined (optional)' },
  why: {
    fr: 'Cette date sert seulement aux statistiques et à savoir laquelle des deux personnes connaît l’entreprise depuis plus longtemps.',
    en: 'It serves only for statistics, and to know which of the two has been with the company longer.',
  },
}

/** G3, G4 and G5: where people work. */
export const work: Block = {
  key: 'work',
  title: { fr: 'Mon travail', en: 'My work' },
  questions: [workplace, field, joined],
}

const languages: Question = {
  key: 'G2',
  kind: 'choices',
  required: true,
  options: Object.entries(SPOKEN_LANGUAGES).map(([value, name]) => ({ value, name })),
  label: { fr: 'Langues dans lesquelles je peux échanger', en: 'Languages I can hold a session in' },
  missing: {
    fr: 'Cochez au moins une langue dans laquelle vous pouvez échanger.',
    en: 'Tick at least one language you can hold a session in.',
  },
  why: {
    fr: 'Un binôme a besoin d’au moins une langue commune.',
    en: 'A pair needs at least one language in common.',
  },
}

const availability: AvailabilityQuestion = {
  key: 'G6',
  kind: 'availability',
  required: true,
  hours_min: 1,
  hours_max: 8,
  hours_usual: 2,
  label: { fr: 'Quand et comment je peux échanger', en: 'When and how I can meet' },
  help: {
    fr: 'Cochez tous les moments possibles, même rares : deux moments communs suffisent.',
    en: 'Tick every possible moment, even a rare one: two moments in common are enough.',
  },
  missing: {
    fr: 'Cochez au moins un moment de la semaine où vous pouvez échanger.',
    en: 'Tick at least one moment of the week when you can meet.',
  },
  why: {
    fr: 'Nous ne formons que des binômes qui peuvent se voir : même façon d’échanger, et des moments communs de préférence.',
    en: 'We only form pairs who can meet: the same way of meeting, and preferably moments in common.',
  },
}

/** How many people a mentor would accompany at the same time (CAP). */
const capacity: NumberQuestion = {
  key: 'CAP',
  kind: 'number',
  required: false,
  min: 1,
  max: 12,
  usual: 1,
  label: {
    fr: 'Combien de personnes pourrais-je accompagner en même temps ?',
    en: 'How many people could I take at once?',
  },
  help: {
    fr: 'De 1 à 12. Une seule est le plus courant ; vos heures disponibles en fixent aussi la limite.',
    en: 'From 1 to 12. One is the most common; your hours set a limit too.',
  },
  why: {
    fr: 'Vous n’aurez jamais plus de personnes que le nombre indiqué ici.',
    en: 'You will never be given more people than you say here.',
  },
}

/**
 * G2, G6 and, for who passes on, CAP. A single session of three to four hours (F20) asks for at least four hours.
 */
export function meeting(asksCapacity: boolean, isSingleSession: boolean): Block {
  const hours: AvailabilityQuestion = isSingleSession
    ? {
        ...availability,
        hours_min: 4,
        hours_usual: 4,
        help: {
          fr: 'La séance dure trois à quatre heures, en une ou deux fois. Cochez tous les moments possibles.',
          en: 'The session takes three to four hours, in one or two parts. Tick every possible moment.',
        },
      }
    : availability
  return {
    key: 'meeting',
    title: { fr: 'Mes disponibilités', en: 'My availability' },
    questions: [languages, hours, ...(asksCapacity ? [capacity] : [])],
  }
}
