import type { Both, Language } from '#domain/language.ts'
import type { Role } from '#domain/participant.ts'

const fr = {
  title: 'Parcours et charte',
  heading: (programme: string) => `Parcours\u00a0: ${programme}`,
  lead: 'Quelques pages courtes que tous les binômes du programme partagent. Chaque personne voit celles de son rôle sur la page de son binôme, et les coche.',
  none: 'Aucun module pour l’instant. Partez de notre parcours de départ, à modifier ensuite, ou écrivez le vôtre.',
  adopt: 'Adopter le parcours de départ',
  adopted: 'Le parcours de départ est adopté. Les binômes le voient déjà.',
  add: 'Ajouter un module',
  edit: 'Modifier',
  remove: 'Supprimer',
  up: 'Monter',
  down: 'Descendre',
  removed: 'Le module est supprimé, avec ce qui en était coché.',
  saved: 'Le module est enregistré. Les binômes le voient déjà.',
  moved: 'L’ordre est enregistré.',
  completed: (count: number) =>
    count === 0
      ? 'Personne ne l’a encore coché'
      : count === 1
        ? '1 personne l’a coché'
        : `${count} personnes l’ont coché`,
  minutesOf: (count: number) => `${count} min`,
  before: 'avant la première séance',
  roles: { mentor: 'mentors', mentee: 'personnes mentorées', both: 'pour tout le monde' } satisfies Record<
    Role | 'both',
    string
  >,
  role: ['Pour qui', ''],
  titleFr: ['Titre en français', ''],
  titleEn: ['Titre en anglais', ''],
  textFr: [
    'Texte en français',
    'Une ligne vide sépare deux paragraphes\u00a0; un tiret en début de ligne fait une liste.',
  ],
  textEn: ['Texte en anglais', ''],
  url: ['Adresse d’une page à ouvrir', 'En https. Facultatif.'],
  minutes: ['Durée, en minutes', 'De 1 à 240.'],
  beforeFirst: ['Quand', ''],
  moments: { any: 'à tout moment', before: 'avant la première séance' },
  save: 'Enregistrer',
  charter: {
    title: 'Signatures de la charte',
    all: (version: number) => `Tout le monde a signé la version ${version}.`,
    count: (version: number, signed: number, waiting: number) =>
      `Version ${version}\u00a0: ${signed} ${signed > 1 ? 'signatures' : 'signature'}, ${waiting} encore attendue${waiting > 1 ? 's' : ''}. Chaque personne l’a appris par un message, et la relit dans son espace.`,
    nobody: 'Personne ne participe encore\u00a0: la charte se signe à l’inscription.',
  },
}

export type PathWords = typeof fr

const en: PathWords = {
  title: 'Path and charter',
  heading: (programme) => `Path: ${programme}`,
  lead: 'A few short pages that all pairs of the programme share. Everybody sees those of their role on the page of their pair, and ticks them.',
  none: 'No module yet. Start from our starting path, to be changed afterwards, or write your own.',
  adopt: 'Adopt the starting path',
  adopted: 'The starting path is adopted. Pairs see it already.',
  add: 'Add a module',
  edit: 'Edit',
  remove: 'Delete',
  up: 'Move up',
  down: 'Move down',
  removed: 'The module is deleted, with what was ticked of it.',
  saved: 'The module is saved. Pairs see it already.',
  moved: 'The order is saved.',
  completed: (count) =>
    count === 0
      ? 'Nobody has ticked it yet'
      : count === 1
        ? '1 person has ticked it'
        : `${count} people have ticked it`,
  minutesOf: (count) => `${count} min`,
  before: 'before the first session',
  roles: { mentor: 'mentors', mentee: 'mentees', both: 'for everybody' },
  role: ['For whom', ''],
  titleFr: ['Title in French', ''],
  titleEn: ['Title in English', ''],
  textFr: [
    'Text in French',
    'An empty line parts two paragraphs; a dash at the start of a line makes a list.',
  ],
  textEn: ['Text in English', ''],
  url: ['Address of a page to open', 'Over https. Optional.'],
  minutes: ['Length, in minutes', 'From 1 to 240.'],
  beforeFirst: ['When', ''],
  moments: { any: 'at any time', before: 'before the first session' },
  save: 'Save',
  charter: {
    title: 'Signatures of the charter',
    all: (version) => `Everybody has signed version ${version}.`,
    count: (version, signed, waiting) =>
      `Version ${version}: ${signed} ${signed === 1 ? 'signature' : 'signatures'}, ${waiting} still awaited. Everybody was told by mail, and reads it again in their space.`,
    nobody: 'Nobody takes part yet: the charter is signed on signing up.',
  },
}

const PATH_WORDS: Both<PathWords> = { fr, en }

/** The words of the console page about the path of a programme. */
export function pathWordsIn(language: Language): PathWords {
  return PATH_WORDS[language]
}
