import type { Both } from '#domain/language.ts'
import type { ProgrammeKind } from '#domain/programme.ts'

const fr = {
  programmes: {
    title: 'Programmes',
    lead: 'Chaque programme a ses sujets, ses dates et sa charte. Choisissez celui qui vous parle.',
  },
  programme: {
    title: 'Programme',
    rules: 'Comment se forment les binômes',
    criteria: 'Ce qui compte, et pour combien',
    criteriaNote: 'Chaque proposition dit les raisons qui l’ont fait naître.',
    never: 'Ce qui n’est jamais utilisé',
    neverList: [
      'L’âge, le sexe, l’origine, la santé : ils ne sont ni demandés, ni enregistrés.',
      'Votre grade n’est jamais montré à l’autre. Il vérifie seulement le sens du mentorat.',
      'Vos évaluations, votre rémunération, vos messages.',
    ],
    decides: 'Qui décide',
    decidesText:
      'Le calcul propose. L’équipe du programme relit et valide. Puis chaque personne accepte ou décline : le binôme n’existe que si les deux acceptent. Personne n’apprend qui a décliné.',
    privacy: 'Ce que deviennent vos réponses',
    summary: 'En bref',
  },
  rules: {
    reverse: [
      'La personne mentor pratique au moins un sujet que l’autre souhaite apprendre.',
      'Elle est la plus récente des deux, par le grade ou par le temps passé dans l’entreprise.',
      'Les deux ne sont jamais dans la même ligne hiérarchique.',
      'Elles ont une langue en commun et une façon de se voir qui convient aux deux.',
      'Le calcul cherche d’abord à n’oublier personne, puis le meilleur ensemble de binômes.',
    ],
    classic: [
      'La personne mentor pratique au moins un sujet que l’autre souhaite apprendre.',
      'Elle est la plus expérimentée des deux, par le grade ou par le temps passé dans l’entreprise.',
      'Les deux ne sont jamais dans la même ligne hiérarchique.',
      'Elles ont une langue en commun et une façon de se voir qui convient aux deux.',
      'Le calcul cherche d’abord à n’oublier personne, puis le meilleur ensemble de binômes.',
    ],
    strategic: [
      'La personne mentor connaît les enjeux d’au moins un sujet que l’autre veut éclairer.',
      'Elle a l’expérience de situations proches, souvent dans une autre organisation.',
      'Les deux ne sont jamais dans la même ligne hiérarchique.',
      'Elles ont une langue en commun et une façon de se voir qui convient aux deux.',
      'Le calcul cherche d’abord à n’oublier personne, puis le meilleur ensemble de binômes.',
    ],
    expert: [
      'L’expertise offerte répond au point précis à débloquer.',
      'Le grade ne compte pas : seule compte l’expérience vécue du problème.',
      'Les deux personnes ne sont jamais dans la même ligne hiérarchique.',
      'Elles se voient trois à quatre heures, en une ou deux fois, d’une façon qui convient aux deux.',
      'Le calcul cherche d’abord à n’oublier personne, puis le meilleur ensemble de rencontres.',
    ],
  } satisfies Record<ProgrammeKind, string[]>,
  questionnaire: {
    title: 'Inscription',
    privacy: 'Vos réponses sont lues par l’équipe du programme et servent à former les binômes.',
    privacyLink: 'En savoir plus sur vos données',
  },
  confirmation: { title: 'Confirmer mon inscription' },
  message: { title: 'Message' },
  signIn: { title: 'Mon espace' },
  me: { title: 'Mon espace' },
  ownAnswers: { title: 'Mes réponses' },
  survey: { title: 'Quelques questions' },
  document: { title: 'Document' },
  problem: { title: 'La demande n’a pas abouti' },
}

const en: typeof fr = {
  programmes: {
    title: 'Programmes',
    lead: 'Each programme has its topics, its dates and its charter. Choose the one that speaks to you.',
  },
  programme: {
    title: 'Programme',
    rules: 'How pairs are formed',
    criteria: 'What counts, and for how much',
    criteriaNote: 'Each proposal tells the reasons that brought it about.',
    never: 'What is never used',
    neverList: [
      'Age, sex, origin, health: they are never asked and never stored.',
      'Your grade is never shown to the other person. It only checks the direction of the mentoring.',
      'Your appraisals, your pay, your messages.',
    ],
    decides: 'Who decides',
    decidesText:
      'The calculation suggests. The programme team reads and approves. Then each person accepts or declines: there is a pair only if both accept. Nobody learns who declined.',
    privacy: 'What becomes of your answers',
    summary: 'In short',
  },
  rules: {
    reverse: [
      'The mentor practises at least one topic that the other wants to learn.',
      'The mentor is the newer of the two, by grade or by time in the company.',
      'The two are never in the same reporting line.',
      'They share a language, and a way of meeting that suits both.',
      'The calculation first seeks to leave nobody out, then the best set of pairs.',
    ],
    classic: [
      'The mentor practises at least one topic that the other wants to learn.',
      'The mentor is the more experienced of the two, by grade or by time in the company.',
      'The two are never in the same reporting line.',
      'They share a language, and a way of meeting that suits both.',
      'The calculation first seeks to leave nobody out, then the best set of pairs.',
    ],
    strategic: [
      'The mentor knows the stakes of at least one topic that the other wants light on.',
      'The mentor has lived through similar situations, often in another organisation.',
      'The two are never in the same reporting line.',
      'They share a language, and a way of meeting that suits both.',
      'The calculation first seeks to leave nobody out, then the best set of pairs.',
    ],
    expert: [
      'The expertise offered answers the precise point to be unlocked.',
      'Grade does not count: only having lived the problem does.',
      'The two people are never in the same reporting line.',
      'They meet for three to four hours, in one or two parts, in a way that suits both.',
      'The calculation first seeks to leave nobody out, then the best set of meetings.',
    ],
  },
  questionnaire: {
    title: 'Sign up',
    privacy: 'Your answers are read by the programme team and serve to form the pairs.',
    privacyLink: 'More about your data',
  },
  confirmation: { title: 'Confirm my sign-up' },
  message: { title: 'Message' },
  signIn: { title: 'My space' },
  me: { title: 'My space' },
  ownAnswers: { title: 'My answers' },
  survey: { title: 'A few questions' },
  document: { title: 'Document' },
  problem: { title: 'The request did not go through' },
}

export const shells: Both<typeof fr> = { fr, en }
