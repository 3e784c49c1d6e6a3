import type { SurveyMoment } from '#domain/feedback.ts'

const frMinutes = (minutes: number) => (minutes === 1 ? 'Une minute environ' : `${minutes} minutes environ`)

const fr = {
  titles: {
    start: 'Votre point de départ',
    middle: 'À mi-parcours',
    end: 'Au terme du programme',
    'month-3': 'Et depuis\u00a0?',
    'month-6': 'Et depuis, six mois après\u00a0?',
    'month-12': 'Et depuis, un an après\u00a0?',
  } as Record<SurveyMoment, string>,
  lead: (partner: string, minutes: number) =>
    `Votre binôme avec ${partner}. ${frMinutes(minutes)}\u00a0; aucune réponse n’est obligatoire.`,
  readers:
    'Vos réponses sont additionnées à celles des autres et lues à partir de cinq personnes. Ni votre binôme, ni votre hiérarchie, ni l’équipe du programme ne les lisent une par une.',
  send: 'Envoyer mes réponses',
  answered: 'Merci',
  answeredLead: 'Vos réponses sont enregistrées. Il n’y a plus rien à faire ici.',
  seeThem: 'Vos réponses figurent dans l’export de vos données, que vous trouvez dans votre espace.',
  over: 'Ce questionnaire est refermé',
  overLead: 'Son délai est passé, ou le binôme s’est arrêté avant. Ce n’est pas grave.',
  space: 'Ouvrir mon espace',
}

const en: typeof fr = {
  titles: {
    start: 'Where you start from',
    middle: 'Half-way',
    end: 'At the end of the programme',
    'month-3': 'And since then?',
    'month-6': 'And since then, six months on?',
    'month-12': 'And since then, a year on?',
  },
  lead: (partner, minutes) =>
    `Your pair with ${partner}. About ${minutes === 1 ? 'one minute' : `${minutes} minutes`}; no answer is required.`,
  readers:
    'Your answers are added to those of others and read from five people on. Neither your partner, nor your line, nor the programme team reads them one by one.',
  send: 'Send my answers',
  answered: 'Thank you',
  answeredLead: 'Your answers are kept. There is nothing left to do here.',
  seeThem: 'Your answers are in the export of your data, which you find in your space.',
  over: 'This survey is closed',
  overLead: 'Its time is over, or the pair stopped before. That is all right.',
  space: 'Open my space',
}

export const SURVEY_PAGE_WORDS = { fr, en }
