import type { Both } from '#domain/language.ts'

const fr = {
  title: 'Ressources',
  lead: 'De quoi préparer, démarrer et faire vivre un binôme. Nos fiches s’impriment\u00a0; les autres ressources s’ouvrent chez celles et ceux qui les publient.',
  ours: 'Nos fiches à imprimer',
  others: 'À voir et à lire ailleurs',
  none: 'L’équipe du programme n’a pas encore ajouté de ressource.',
  source: 'Source\u00a0:',
  elsewhere: 'Ouvre un autre site.',
  languages: { fr: 'En français', en: 'En anglais' },
  sheets: [
    {
      path: 'first-meeting/',
      title: 'La première rencontre',
      text: 'Un déroulé d’une heure et douze questions pour faire connaissance.',
    },
    {
      path: 'session-guide/',
      title: 'Guide de séance',
      text: 'Préparer, tenir et clore une séance, avec une page pour prendre des notes.',
    },
    {
      path: 'pride-and-fear/',
      title: 'Contre la fierté et la peur',
      text: 'Ce qui retient des deux côtés, et des phrases simples pour avancer.',
    },
    {
      path: 'kick-off/',
      title: 'Liste de lancement',
      text: 'Ce que l’équipe du programme vérifie avant d’ouvrir les inscriptions.',
    },
    {
      path: 'expert-session/',
      title: 'Guide de la séance d’expert',
      text: 'Raconter, écouter et repartir avec un premier essai, en trois à quatre heures.',
    },
  ],
}

const en: typeof fr = {
  title: 'Resources',
  lead: 'What helps to prepare, start and sustain a pair. Our sheets are made to be printed; the other resources open where they are published.',
  ours: 'Our sheets to print',
  others: 'To watch and read elsewhere',
  none: 'The programme team has not added any resource yet.',
  source: 'Source:',
  elsewhere: 'Opens another site.',
  languages: { fr: 'In French', en: 'In English' },
  sheets: [
    {
      path: 'first-meeting/',
      title: 'The first meeting',
      text: 'A plan for one hour, and twelve questions to get to know each other.',
    },
    {
      path: 'session-guide/',
      title: 'Session guide',
      text: 'Prepare, hold and close a session, with a page for notes.',
    },
    {
      path: 'pride-and-fear/',
      title: 'Against pride and fear',
      text: 'What holds people back on both sides, and plain sentences to move on.',
    },
    {
      path: 'kick-off/',
      title: 'Kick-off checklist',
      text: 'What the programme team checks before sign-ups open.',
    },
    {
      path: 'expert-session/',
      title: 'Expert session guide',
      text: 'Tell, listen and leave with a first attempt, in three to four hours.',
    },
  ],
}

export const RESOURCE_WORDS: Both<typeof fr> = { fr, en }
