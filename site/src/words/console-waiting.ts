import type { Both, Language } from '#domain/language.ts'

const fr = {
  title: 'Pourquoi sans binôme',
  heading: (name: string) => `Pourquoi ${name} n’a pas encore de binôme`,
  missing: 'Cette adresse ne nomme personne. Ouvrez un appariement, puis un nom de la liste d’attente.',
  open: 'Pourquoi, et ce qui changerait',
  backToRun: 'Voir l’appariement',
  changes: 'Ce qui changerait la situation',
  noChanges: 'Aucun changement simple n’y suffirait aujourd’hui.',
  suitors: { mentee: 'Les mentors qui conviennent', mentor: 'Les personnes qui conviennent' },
  suitorsLead: {
    mentee: 'Toutes les règles sont respectées avec ces mentors. Voici qui occupe leurs places.',
    mentor: 'Toutes les règles sont respectées avec ces personnes. Voici leur mentor dans cet appariement.',
  },
  noSuitors: 'Personne ne convient\u00a0: les règles ci-dessous disent pourquoi.',
  free: 'Une place est libre.',
  noMentor: 'Pas de mentor non plus.',
  held: {
    mentee: (names: string, count: number) =>
      count > 1 ? `Places occupées par ${names}.` : `Place occupée par ${names}.`,
    mentor: (names: string, count: number) =>
      count > 1 ? `Mentors actuels\u00a0: ${names}.` : `Mentor actuel\u00a0: ${names}.`,
  },
  score: (points: string) => `${points}\u00a0points à eux deux`,
  more: (count: number) => `Et ${count} autres.`,
  rules: 'Les règles en chemin',
  rulesLead: {
    mentee: 'Pour chaque règle, combien de mentors elle écarte.',
    mentor: 'Pour chaque règle, combien de personnes elle écarte.',
  },
  rule: 'Règle',
  alone: 'Elle seule',
  together: 'Avec d’autres règles',
  aloneHint:
    '«\u00a0Elle seule\u00a0»\u00a0: sans cette règle, ces binômes seraient possibles. «\u00a0Avec d’autres\u00a0»\u00a0: il faudrait en lever plusieurs.',
}

export type WaitingWords = typeof fr

const en: WaitingWords = {
  title: 'Why no pair yet',
  heading: (name: string) => `Why ${name} has no pair yet`,
  missing: 'This address names nobody. Open a match run, then a name of the waiting list.',
  open: 'Why, and what would change it',
  backToRun: 'See the match run',
  changes: 'What would change it',
  noChanges: 'No simple change would be enough today.',
  suitors: { mentee: 'Mentors who suit', mentor: 'People who suit' },
  suitorsLead: {
    mentee: 'All rules are kept with these mentors. Here is who holds their places.',
    mentor: 'All rules are kept with these people. Here is their mentor in this match run.',
  },
  noSuitors: 'Nobody suits: the rules below say why.',
  free: 'A place is free.',
  noMentor: 'No mentor either.',
  held: {
    mentee: (names: string, count: number) => `${count > 1 ? 'Places' : 'Place'} held by ${names}.`,
    mentor: (names: string, count: number) => `Mentor${count > 1 ? 's' : ''} now: ${names}.`,
  },
  score: (points: string) => `${points} points between the two`,
  more: (count: number) => `And ${count} more.`,
  rules: 'Rules in the way',
  rulesLead: {
    mentee: 'For each rule, how many mentors it leaves out.',
    mentor: 'For each rule, how many people it leaves out.',
  },
  rule: 'Rule',
  alone: 'By itself',
  together: 'With other rules',
  aloneHint:
    '“By itself”: without this rule these pairs would be possible. “With other rules”: several would have to be lifted.',
}

const WAITING_WORDS: Both<WaitingWords> = { fr, en }

/** The words of the page that says why somebody has no pair. */
export function waitingWordsIn(language: Language): WaitingWords {
  return WAITING_WORDS[language]
}
