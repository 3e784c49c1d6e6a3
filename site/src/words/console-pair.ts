import type { Criterion } from '#domain/criterion.ts'
import type { Both, Language } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'

const fr = {
  title: 'Pourquoi ces deux personnes',
  heading: (mentor: string, mentee: string) => `Pourquoi ${mentor} et ${mentee}`,
  missing:
    'Cette adresse ne nomme aucune proposition. Ouvrez un appariement, puis une ligne de ses propositions.',
  open: 'Lire pourquoi en détail',
  backToRun: 'Voir l’appariement',
  most: (first: string, second: string) =>
    `Ce qui compte le plus pour ces deux personnes\u00a0: ${first}, puis ${second}.`,
  sum: (points: number, accord: string) => `En tout, ${points}\u00a0points sur\u00a0100\u00a0: ${accord}.`,
  people: 'Les deux personnes',
  facts: 'Ce qui les rapproche',
  exception: (levels: number) =>
    `L’une de ces deux personnes est au-dessus de l’autre dans l’organigramme. Ce binôme n’existe que par l’exception que vous avez décidée (${levels} niveaux), et un accompagnement est prévu.`,
  criteria: {
    title: 'D’où viennent les points',
    lead: 'Sept critères se partagent 100 points. La longueur d’une barre dit ce que le critère pouvait apporter, la partie pleine ce qu’il apporte à ces deux personnes.',
    caption: 'Les critères, ce qu’ils apportent et pourquoi',
    criterion: 'Critère',
    brings: 'Ce qu’il apporte',
    why: 'Pourquoi',
    total: 'En tout',
    none: 'ne compte pas ici',
    points: (points: number, most: number) => `${points}\u00a0sur\u00a0${most}`,
    about: {
      need: 'ce que le mentor peut transmettre',
      field: 'leurs métiers',
      availability: 'leurs moments libres',
      reverse: 'ce que le mentor peut apprendre à son tour',
      intentions: 'ce que les deux espèrent',
      site: 'leurs lieux de travail',
      learning: 'leurs façons d’apprendre et d’expliquer',
    } satisfies Record<Criterion, string>,
  },
  passed: {
    title: 'Ce qui a été vérifié',
    lead: 'Chacune de ces règles doit être respectée. Une seule qui ne l’est pas, et le binôme n’est jamais proposé.',
  },
  tips: {
    title: 'Bon à savoir',
    mentor: (name: string) => `Pour ${name}`,
    mentee: (name: string) => `Pour ${name}`,
  },
  others: {
    title: 'Et si c’était quelqu’un d’autre\u00a0?',
    lead: 'Changer un binôme en déplace souvent d’autres. Voici ce que l’ensemble du programme y perdrait, une fois tout le monde replacé au mieux.',
    mentee: (name: string) => `Un autre mentor pour ${name}`,
    mentor: (name: string) => `Une autre personne pour ${name}`,
    none: (name: string) =>
      `Personne d’autre ne convient à ${name}\u00a0: les règles ne laissent que ce binôme.`,
    score: (points: string) => `${points}\u00a0points à eux deux`,
    nothingLost: 'Rien à perdre',
    next: 'Vos choix comptent à partir du prochain appariement. Les propositions déjà envoyées ne changent pas.',
    start: 'Aller aux appariements',
  },
  decision: {
    here: 'Décider pour ces deux personnes',
    lock: 'Garder ensemble',
    ban: 'Garder à part',
    about: (mentor: string, mentee: string) => `\u00a0: ${mentor} et ${mentee}`,
    isLock: 'À garder ensemble',
    isBan: 'À garder à part',
    undo: 'Annuler ce choix',
    lockSaid: (mentor: string, mentee: string) =>
      `${mentor} et ${mentee} seront réunis au prochain appariement.`,
    banSaid: (mentor: string, mentee: string) =>
      `${mentor} et ${mentee} ne seront réunis par aucun appariement à venir.`,
    undone: (mentor: string, mentee: string) => `Plus rien n’est décidé pour ${mentor} et ${mentee}.`,
  },
  proof: {
    proved: 'Le meilleur résultat possible, vérifié',
    objective: {
      coverage: 'Aucune autre répartition ne forme plus de binômes, ni d’aussi nombreux avec plus de points.',
      quality: 'Aucune autre répartition ne réunit plus de points en tout.',
      fair: 'Aucune autre répartition ne forme plus de binômes, ni ne traite mieux le binôme le moins favorisé.',
    } satisfies Record<MatchingObjective, string>,
    how: 'Comment le sait-on\u00a0?',
    steps: [
      'Le calcul ne forme pas les binômes un par un\u00a0: il regarde tous les binômes permis en même temps.',
      'À la fin, il donne une valeur à chaque place et à chaque personne, comme un prix. Si l’on pouvait faire mieux, il existerait au moins un binôme qui vaut plus que le prix des deux personnes qu’il réunit.',
      'Une seconde vérification, écrite à part, passe alors tous les binômes permis en revue et n’en trouve aucun. Sans cette vérification, aucun résultat n’est montré.',
      'La preuve porte sur les réponses données et sur les réglages choisis. Elle ne dit pas si deux personnes s’entendront\u00a0: c’est vous, puis elles, qui décidez.',
    ],
  },
}

export type PairWords = typeof fr

const en: PairWords = {
  title: 'Why these two',
  heading: (mentor: string, mentee: string) => `Why ${mentor} and ${mentee}`,
  missing: 'This address names no proposal. Open a match run, then a row of its proposals.',
  open: 'Read why in detail',
  backToRun: 'See the match run',
  most: (first: string, second: string) => `What counts most for these two people: ${first}, then ${second}.`,
  sum: (points: number, accord: string) => `${points} points out of 100 in all: ${accord}.`,
  people: 'The two people',
  facts: 'What brings them together',
  exception: (levels: number) =>
    `One of these two people is above the other in the chart. This pair exists only by the exception that you decided (${levels} levels), and coaching is planned.`,
  criteria: {
    title: 'Where the points come from',
    lead: 'Seven criteria share 100 points. The length of a bar says what the criterion could bring, the full part what it brings to these two people.',
    caption: 'The criteria, what they bring and why',
    criterion: 'Criterion',
    brings: 'What it brings',
    why: 'Why',
    total: 'In all',
    none: 'does not count here',
    points: (points: number, most: number) => `${points} of ${most}`,
    about: {
      need: 'what the mentor can pass on',
      field: 'their fields of work',
      availability: 'when they are free',
      reverse: 'what the mentor can learn in return',
      intentions: 'what they both hope for',
      site: 'where they work',
      learning: 'how they learn and explain',
    },
  },
  passed: {
    title: 'What was checked',
    lead: 'Each of these rules has to be kept. If a single one is not, the pair is never proposed.',
  },
  tips: {
    title: 'Good to know',
    mentor: (name: string) => `For ${name}`,
    mentee: (name: string) => `For ${name}`,
  },
  others: {
    title: 'Could it be somebody else?',
    lead: 'Changing one pair often moves others. Here is what the whole programme would lose, once everybody has been placed again as well as possible.',
    mentee: (name: string) => `Another mentor for ${name}`,
    mentor: (name: string) => `Another person for ${name}`,
    none: (name: string) => `Nobody else suits ${name}: the rules leave only this pair.`,
    score: (points: string) => `${points} points between the two`,
    nothingLost: 'Nothing to lose',
    next: 'Your choices count from the next match run on. Proposals already sent do not change.',
    start: 'Go to the match runs',
  },
  decision: {
    here: 'Decide for these two people',
    lock: 'Keep together',
    ban: 'Keep apart',
    about: (mentor: string, mentee: string) => `: ${mentor} and ${mentee}`,
    isLock: 'To keep together',
    isBan: 'To keep apart',
    undo: 'Undo this choice',
    lockSaid: (mentor: string, mentee: string) =>
      `${mentor} and ${mentee} will be brought together by the next match run.`,
    banSaid: (mentor: string, mentee: string) =>
      `No match run to come will bring ${mentor} and ${mentee} together.`,
    undone: (mentor: string, mentee: string) => `Nothing is decided for ${mentor} and ${mentee} any more.`,
  },
  proof: {
    proved: 'The best possible result, checked',
    objective: {
      coverage: 'No other arrangement makes more pairs, nor as many with more points.',
      quality: 'No other arrangement has more points in all.',
      fair: 'No other arrangement makes more pairs, nor does better by the pair that fares least well.',
    },
    how: 'How do we know?',
    steps: [
      'Pairs are not made one after the other: all permitted pairs are looked at together.',
      'In the end every place and every person gets a value, like a price. If something better were possible, there would be at least one pair worth more than the price of the two people it brings together.',
      'A second check, written separately, then goes through all permitted pairs and finds none. Without this check no result is shown.',
      'The proof is about the answers given and the settings chosen. It does not say whether two people will get on: you decide, and then they do.',
    ],
  },
}

const PAIR_WORDS: Both<PairWords> = { fr, en }

/** The words of the page “why these two”. */
export function pairWordsIn(language: Language): PairWords {
  return PAIR_WORDS[language]
}
