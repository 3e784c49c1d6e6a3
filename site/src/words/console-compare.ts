import type { Both, Language } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'

const fr = {
  title: 'Comparer',
  heading: (round: number, name: string) => `Comparer l’appariement n°\u00a0${round} · ${name}`,
  missing: 'Cette adresse ne nomme aucun appariement. Choisissez-en un sur la page du programme.',
  backToRun: 'Voir l’appariement',
  changes: {
    title: 'Qui change, et pourquoi',
    since: 'Comparer avec',
    first: 'C’est le premier appariement du programme\u00a0: il n’y a rien à comparer encore.',
    same: (count: number) =>
      count === 0
        ? 'Aucun binôme n’est resté le même.'
        : count === 1
          ? 'Un binôme est resté le même.'
          : `${count} binômes sont restés les mêmes.`,
    none: 'Rien n’a changé depuis cet appariement.',
    count: (count: number) => (count === 1 ? 'Un changement.' : `${count} changements.`),
    person: 'Nom',
    before: 'Avant',
    after: 'Maintenant',
    why: 'Pourquoi',
    kind: 'Changement',
    kinds: { new: 'a un binôme', gone: 'n’en a plus', 'other-partner': 'change de binôme' },
    nobody: 'personne',
  },
  objectives: {
    title: 'Trois façons de choisir, côte à côte',
    lead: 'Les mêmes personnes, les mêmes règles, les mêmes points\u00a0: seul change ce que l’on cherche d’abord.',
    name: {
      coverage: 'Le plus de binômes',
      quality: 'Le plus de points',
      fair: 'Le plus équitable',
    } satisfies Record<MatchingObjective, string>,
    means: {
      coverage:
        'Former le plus de binômes possible. S’il y a plusieurs façons, prendre celle qui réunit le plus de points.',
      quality: 'Réunir le plus de points en tout, même si quelques personnes restent sans binôme cette fois.',
      fair: 'Former le plus de binômes possible, puis soigner d’abord le binôme qui aurait le moins de points.',
    } satisfies Record<MatchingObjective, string>,
    matched: 'Binômes',
    mean: 'Points, en moyenne',
    worst: 'Le binôme le moins favorisé',
    differs: 'Binômes qui changeraient',
    ofRun: 'cet appariement',
    chosen: 'choisi pour la suite',
    choose: 'Choisir pour la suite',
    saved: (name: string) => `Choisi pour la suite\u00a0: «\u00a0${name}\u00a0».`,
    next: 'Votre choix est enregistré. Il compte dès le prochain appariement.',
  },
}

export type CompareWords = typeof fr

const en: CompareWords = {
  title: 'Compare',
  heading: (round: number, name: string) => `Compare match run ${round} · ${name}`,
  missing: 'This address names no match run. Choose one on the page of the programme.',
  backToRun: 'See the match run',
  changes: {
    title: 'Who changes, and why',
    since: 'Compare with',
    first: 'This is the first match run of the programme: there is nothing to compare yet.',
    same: (count: number) =>
      count === 0
        ? 'No pair has stayed the same.'
        : count === 1
          ? 'One pair has stayed the same.'
          : `${count} pairs have stayed the same.`,
    none: 'Nothing has changed since that match run.',
    count: (count: number) => (count === 1 ? 'One change.' : `${count} changes.`),
    person: 'Name',
    before: 'Before',
    after: 'Now',
    why: 'Why',
    kind: 'Change',
    kinds: { new: 'has a pair', gone: 'has none any more', 'other-partner': 'changes pair' },
    nobody: 'nobody',
  },
  objectives: {
    title: 'Three ways to choose, side by side',
    lead: 'The same people, the same rules, the same points: only what is looked for first changes.',
    name: { coverage: 'The most pairs', quality: 'The most points', fair: 'The fairest' },
    means: {
      coverage:
        'Make as many pairs as possible. Where there are several ways, take the one with the most points.',
      quality: 'Have the most points in all, even if a few people stay without a pair this time.',
      fair: 'Make as many pairs as possible, then first look after the pair that would have the fewest points.',
    },
    matched: 'Pairs',
    mean: 'Points, on average',
    worst: 'The pair that fares least well',
    differs: 'Pairs that would change',
    ofRun: 'this match run',
    chosen: 'chosen for what comes next',
    choose: 'Choose for what comes next',
    saved: (name: string) => `Chosen for what comes next: “${name}”.`,
    next: 'Your choice is saved. It counts from the next match run on.',
  },
}

const COMPARE_WORDS: Both<CompareWords> = { fr, en }

/** The words of the page that compares a match run. */
export function compareWordsIn(language: Language): CompareWords {
  return COMPARE_WORDS[language]
}
