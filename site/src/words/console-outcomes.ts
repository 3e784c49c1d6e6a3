import type { Both, Language } from '#domain/language.ts'

const fr = {
  title: 'Résultats',
  heading: (programme: string) => `Résultats\u00a0: ${programme}`,
  changed: 'Ce que le programme a changé',
  lead: (fewest: number) =>
    `Les réponses d’au moins ${fewest} personnes, avec l’intervalle à 95\u00a0%. Sans groupe témoin, c’est un changement observé, pas un effet prouvé.`,
  untold: (fewest: number) =>
    `Pas encore assez de réponses. Chaque mesure paraîtra ici dès que ${fewest} personnes y auront répondu, mentors à côté des personnes mentorées.`,
  measure: 'Ce qui est mesuré',
  mentor: 'Mentors',
  mentee: 'Personnes mentorées',
  few: 'trop peu de réponses',
  fewer: (fewest: number) => `moins de ${fewest}`,
  unknown: 'pas encore connu',
  beforeAfter: 'de %1 à %2',
  change: (mean: string, low: string, high: string, people: number) =>
    `${mean} (${low} à ${high}, ${people} personnes)`,
  hindsight: (mean: string) => `avec le recul\u00a0: ${mean}`,
  measures: {
    SE: 'Confiance pour apprendre (1 à 5)',
    LD: 'Conduire un échange et expliquer (1 à 5)',
    CK: 'Comprendre l’entreprise (1 à 5)',
    EM: 'Rester employable (1 à 5)',
    CO: 'Échanges entre niveaux et équipes (1 à 5)',
    IV: 'Regard sur une expérience différente (1 à 5)',
    PC1: 'Usage de ce que l’on voulait apprendre (1 jamais, 5 chaque jour)',
    LEVELS: 'Niveau sur les sujets voulus (0 à 4)',
    RQ: 'Qualité de la relation, à la fin (1 à 5)',
    PR1: 'Temps gagné dans le travail, à la fin (1 à 5)',
    AU1: 'Se débrouiller sans aide, à la fin (1 à 5)',
    recommendation: 'Score de recommandation (−100 à 100)',
  },
  objectives: 'Par objectif du programme',
  objectivesHint: 'Les sujets ne portent pas d’objectif\u00a0; ce sont les mesures qui en parlent.',
  also: { targets: 'niveaux visés et atteints', ideas: 'idées essayées ou adoptées' },
  targets: 'Niveaux visés et atteints',
  reached: (reached: number, of: number) => `${reached} sur ${of}`,
  pairs: 'La vie des binômes',
  planned: 'Séances prévues',
  held: 'Séances tenues',
  completed: 'Binômes arrivés au bout',
  separated: 'Binômes séparés',
  successful: 'Binômes réussis',
  successHint:
    'Réussi\u00a0: 70\u00a0% des séances tenues, une relation à 3,5 au moins des deux côtés, un niveau gagné, et un mentor qui reçoit aussi. Défini avant le départ.',
  ideas: 'Idées essayées ou adoptées',
  months: 'Mois gagnés, tous ensemble',
  monthsFrom: (low: number, high: number | null, people: number) =>
    `${high === null ? `${low} au moins` : `de ${low} à ${high}`} (${people} personnes)`,
  talents: 'Contributions visibles de l’équipe talents',
  talentsNone: 'Personne n’a choisi d’être visible. La question se pose au terme d’un binôme.',
  talent: (sessions: number, hours: string) =>
    `${sessions}\u00a0${sessions < 2 ? 'séance' : 'séances'}, ${hours}\u00a0h`,
  shared: {
    title: 'Idées partagées avec l’équipe',
    lead: 'Leurs auteurs ont choisi de vous les confier. Dites ce qu’elles deviennent\u00a0: la page du binôme le montre.',
    none: 'Aucune idée n’a encore été partagée. Chaque binôme peut en confier une depuis son espace.',
    by: (name: string, day: string) => `${name}, le ${day}`,
    state: 'Ce qu’elle devient',
    of: (text: string) => `\u00a0: ${text}`,
    states: { new: 'nouvelle', tried: 'essayée', adopted: 'adoptée' },
    saved: (state: string) => `C’est noté\u00a0: idée ${state}.`,
  },
}

const en: typeof fr = {
  title: 'Outcomes',
  heading: (programme) => `Outcomes: ${programme}`,
  changed: 'What the programme has changed',
  lead: (fewest) =>
    `Answers of at least ${fewest} people, with the 95% interval. Without a control group this is a change observed, not an effect proven.`,
  untold: (fewest) =>
    `Not enough answers yet. Each measure will show here once ${fewest} people have answered it, mentors beside mentees.`,
  measure: 'What is measured',
  mentor: 'Mentors',
  mentee: 'Mentees',
  few: 'too few answers',
  fewer: (fewest) => `fewer than ${fewest}`,
  unknown: 'not known yet',
  beforeAfter: 'from %1 to %2',
  change: (mean, low, high, people) => `${mean} (${low} to ${high}, ${people} people)`,
  hindsight: (mean) => `with hindsight: ${mean}`,
  measures: {
    SE: 'Confidence in learning (1 to 5)',
    LD: 'Leading a talk and explaining (1 to 5)',
    CK: 'Understanding the company (1 to 5)',
    EM: 'Staying employable (1 to 5)',
    CO: 'Exchange between levels and teams (1 to 5)',
    IV: 'How different experience is seen (1 to 5)',
    PC1: 'Use of what one wanted to learn (1 never, 5 every day)',
    LEVELS: 'Level on the topics wanted (0 to 4)',
    RQ: 'Quality of the relation, at the end (1 to 5)',
    PR1: 'Time saved at work, at the end (1 to 5)',
    AU1: 'Managing without help, at the end (1 to 5)',
    recommendation: 'Recommendation score (−100 to 100)',
  },
  objectives: 'By objective of the programme',
  objectivesHint: 'Topics bear no objective; it is the measures that tell of them.',
  also: { targets: 'levels aimed at and reached', ideas: 'ideas tried or adopted' },
  targets: 'Levels aimed at and reached',
  reached: (reached, of) => `${reached} of ${of}`,
  pairs: 'The life of the pairs',
  planned: 'Sessions planned',
  held: 'Sessions held',
  completed: 'Pairs that came to their end',
  separated: 'Pairs separated',
  successful: 'Successful pairs',
  successHint:
    'Successful: 70% of sessions held, a relation of at least 3.5 on both sides, a level gained, and a mentor who receives too. Fixed before the start.',
  ideas: 'Ideas tried or adopted',
  months: 'Months saved, all together',
  monthsFrom: (low, high, people) =>
    `${high === null ? `at least ${low}` : `${low} to ${high}`} (${people} people)`,
  talents: 'Contributions that the talent team may see',
  talentsNone: 'Nobody has chosen to be visible. The question is asked at the end of a pair.',
  talent: (sessions, hours) => `${sessions} ${sessions === 1 ? 'session' : 'sessions'}, ${hours} h`,
  shared: {
    title: 'Ideas shared with the team',
    lead: 'Their authors chose to give them to you. Say what becomes of them: the page of the pair shows it.',
    none: 'No idea has been shared yet. Each pair can give one from its own space.',
    by: (name, day) => `${name}, ${day}`,
    state: 'What becomes of it',
    of: (text) => `: ${text}`,
    states: { new: 'new', tried: 'tried', adopted: 'adopted' },
    saved: (state) => `Noted: idea ${state}.`,
  },
}

const WORDS: Both<typeof fr> = { fr, en }

export function outcomeWordsIn(language: Language): typeof fr {
  return WORDS[language]
}
