import type { Both } from '#domain/language.ts'

/** Why any of it is asked; on the page, once for all. */
export const SURVEY_WHY: Both = {
  fr: 'Vos réponses montrent ce que le programme change. Elles sont lues sous forme de totaux, jamais à moins de cinq personnes.',
  en: 'Your answers show what the programme changes. They are read as totals, never of fewer than five people.',
}

/** The groups of questions, each a fieldset. */
export const SURVEY_BLOCKS = {
  pair: { title: { fr: 'Notre binôme', en: 'Our pair' } },
  me: {
    title: { fr: 'Moi, aujourd’hui', en: 'Me, today' },
    intro: {
      fr: 'Dites ce qui vous ressemble en ce moment. Il n’y a pas de bonne réponse.',
      en: 'Say what is like you at the moment. There is no right answer.',
    },
  },
  hindsight: {
    title: { fr: 'Avec le recul, avant le programme…', en: 'Looking back, before the programme…' },
    intro: {
      fr: 'Les mêmes phrases, pour la personne que vous étiez avant. On se juge autrement une fois le chemin fait.',
      en: 'The same statements, for who you were before. We see ourselves differently once the way is behind us.',
    },
  },
  practice: { title: { fr: 'Ce que j’en fais', en: 'What I do with it' } },
  closing: { title: { fr: 'Pour finir', en: 'To finish' } },
} satisfies Record<string, { title: Both; intro?: Both }>

/** The questions that are no statement to agree with. */
export const SURVEY_QUESTIONS = {
  LEVELS: { fr: 'Où en êtes-vous aujourd’hui', en: 'Where do you stand today' },
  PC1: {
    label: {
      fr: 'À quelle fréquence utilisez-vous ce que vous vouliez apprendre\u00a0?',
      en: 'How often do you use what you wanted to learn?',
    },
    steps: [
      { fr: 'Jamais', en: 'Never' },
      { fr: 'Rarement', en: 'Rarely' },
      { fr: 'Chaque mois', en: 'Every month' },
      { fr: 'Chaque semaine', en: 'Every week' },
      { fr: 'Chaque jour', en: 'Every day' },
    ],
  },
  REC: {
    label: {
      fr: 'Recommanderiez-vous ce programme à un ou une collègue\u00a0?',
      en: 'Would you recommend this programme to a colleague?',
    },
    ends: {
      0: { fr: '0 – pas du tout', en: '0 – not at all' },
      10: { fr: '10 – tout à fait', en: '10 – fully' },
    },
  },
  VAL: {
    label: {
      fr: 'Combien de mois cet échange vous a-t-il fait gagner\u00a0?',
      en: 'How many months did this exchange save you?',
    },
    options: [
      { value: 0, name: { fr: 'Aucun', en: 'None' } },
      { value: 1, name: { fr: 'Moins d’un mois', en: 'Less than a month' } },
      { value: 2, name: { fr: 'D’un à trois mois', en: 'One to three months' } },
      { value: 3, name: { fr: 'De trois à six mois', en: 'Three to six months' } },
      { value: 4, name: { fr: 'Plus de six mois', en: 'More than six months' } },
    ],
  },
  TALENT: {
    label: {
      fr: 'Souhaitez-vous que votre contribution soit visible de l’équipe talents\u00a0?',
      en: 'Would you like your contribution to be visible to the talent team?',
    },
    help: {
      fr: 'Sans coche, c’est non. Cette équipe verrait votre nom, votre rôle, les sujets que vous avez transmis, le nombre de séances et d’heures\u00a0; rien de ce qui s’est dit, aucune de vos réponses. Votre espace le montre et permet d’arrêter à tout moment.',
      en: 'Not ticked means no. That team would see your name, your role, the topics you passed on, and how many sessions and hours; nothing of what was said, none of your answers. Your space shows it and lets you stop at any time.',
    },
    text: { fr: 'Oui, ma contribution peut être visible', en: 'Yes, my contribution may be visible' },
  },
} as const
