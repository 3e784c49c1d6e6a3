import type { Both, Language } from '#domain/language.ts'

const fr = {
  title: 'Règles et savoirs',
  heading: (round: number, name: string) => `Règles et savoirs · appariement n°\u00a0${round} · ${name}`,
  missing: 'Cette adresse ne nomme aucun appariement. Choisissez-en un sur la page du programme.',
  backToRun: 'Voir l’appariement',
  rules: {
    title: 'Ce que chaque règle coûte',
    lead: 'Pour le savoir, l’appariement est refait sans la règle, puis avec. Rien n’est changé ni envoyé.',
    rule: 'Règle',
    removes: 'Binômes qu’elle seule écarte',
    gain: 'Sans elle',
    never: 'Ne se lève jamais',
  },
  supply: {
    title: 'Ce que l’on sait, et que personne n’utilise encore',
    topics: 'Sujets proposés et souhaités',
    topic: 'Sujet',
    offered: 'Le proposent',
    wanted: 'Le souhaitent',
    matched: 'Binômes',
    idle: 'Mentors encore libres',
    noIdle: 'Chaque mentor a au moins un binôme.',
    places: 'Où une place de plus compterait le plus',
    noPlaces: 'Aucune place de plus ne changerait le nombre de binômes.',
  },
  plan: {
    title: 'Prévoir plus grand',
    lead: 'D’après les inscriptions d’aujourd’hui, ce qu’il faudrait pour accueillir plus de personnes.',
    mentees: ['Personnes à accompagner', 'Par exemple 500 ou 1\u00a0500.'],
    ask: 'Estimer',
    numbers: 'Cette estimation en quatre nombres',
    mentors: ['Mentors', 'inscrits aujourd’hui'],
    places: ['Places', 'que ces mentors offrent'],
    waves: ['Vagues', 'l’une après l’autre, avec ces mentors'],
    missing: ['Mentors à trouver', 'pour accueillir tout le monde à la fois'],
    topics: 'Sur quels sujets chercher ces mentors',
    bad: 'Écrivez un nombre entier, de 1 à 100\u00a0000.',
  },
}

export type InsightWords = typeof fr

const en: InsightWords = {
  title: 'Rules and knowledge',
  heading: (round: number, name: string) => `Rules and knowledge · match run ${round} · ${name}`,
  missing: 'This address names no match run. Choose one on the page of the programme.',
  backToRun: 'See the match run',
  rules: {
    title: 'What each rule costs',
    lead: 'To find out, matching is done again without the rule, then with it. Nothing is changed or sent.',
    rule: 'Rule',
    removes: 'Pairs that it alone leaves out',
    gain: 'Without it',
    never: 'Can never be lifted',
  },
  supply: {
    title: 'What people know and nobody uses yet',
    topics: 'Topics offered and wanted',
    topic: 'Topic',
    offered: 'Offer it',
    wanted: 'Want it',
    matched: 'Pairs',
    idle: 'Mentors still free',
    noIdle: 'Every mentor has at least one pair.',
    places: 'Where one more place would count most',
    noPlaces: 'No place more would change the number of pairs.',
  },
  plan: {
    title: 'Plan for more',
    lead: 'From the sign-ups of today, what it would take to welcome more people.',
    mentees: ['People to support', 'For example 500 or 1,500.'],
    ask: 'Estimate',
    numbers: 'This estimate in four numbers',
    mentors: ['Mentors', 'signed up today'],
    places: ['Places', 'that these mentors offer'],
    waves: ['Waves', 'one after the other, with these mentors'],
    missing: ['Mentors to find', 'to welcome everybody at once'],
    topics: 'On which topics to look for these mentors',
    bad: 'Write a whole number, from 1 to 100,000.',
  },
}

const INSIGHT_WORDS: Both<InsightWords> = { fr, en }

/** The words about what rules cost, what nobody uses yet, and what more people would take. */
export function insightWordsIn(language: Language): InsightWords {
  return INSIGHT_WORDS[language]
}
