const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

const fr = {
  title: 'Binômes proposés',
  summary: (pairs: number, without: number) =>
    `${pairs < 2 ? `${pairs} binôme` : `${pairs} binômes`}, ${without < 2 ? `${without} personne` : `${without} personnes`} sans binôme.`,
  made: (day: string) =>
    `Calculé le ${day}, à partir de deux fichiers. Une proposition, à relire par une personne.`,
  pairs: 'Binômes',
  mentors: 'Mentors',
  mentees: 'Personnes mentorées',
  without: 'Sans binôme',
  mean: 'Score moyen',
  worst: 'Score le plus bas',
  mentor: 'Mentor',
  mentee: 'Personne mentorée',
  with: 'avec',
  colon: '\u00a0: ',
  reference: 'identifiant',
  email: 'e-mail',
  line: 'ligne',
  lineOf: (line: number) => `ligne ${line}`,
  fileLine: (file: string, line: number) => `${file}, ligne ${line}`,
  role: 'Rôle',
  name: 'Nom',
  why: 'Pourquoi',
  score: 'Score sur 100',
  topic: 'Sujet',
  reasons: 'Raisons',
  tips: 'Conseils',
  unmatched: 'Sans binôme pour l’instant',
  nobodyWaits: 'Tout le monde a un binôme.',
  noPair: 'Aucun binôme n’est possible avec ces fichiers et ces règles. Les raisons sont ci-dessous.',
  rules: 'Les règles',
  checked: 'vérifiée',
  open: 'rien à vérifier',
  issues: 'À vérifier dans les fichiers',
  proved:
    'Le calcul a prouvé qu’aucune autre répartition ne fait mieux, avec ces règles et ces poids. Les scores sont sur 100.',
}

export type ReportWords = typeof fr

/** The words of a report and of its files. */
export const REPORT_WORDS: { fr: ReportWords; en: ReportWords } = {
  fr,
  en: {
    title: 'Proposed pairs',
    summary: (pairs, without) =>
      `${many(pairs, 'pair', 'pairs')}, ${many(without, 'person', 'people')} without a pair.`,
    made: (day) => `Worked out on ${day} from two files. A proposal, for a person to read over.`,
    pairs: 'Pairs',
    mentors: 'Mentors',
    mentees: 'Mentees',
    without: 'Without a pair',
    mean: 'Mean score',
    worst: 'Lowest score',
    mentor: 'Mentor',
    mentee: 'Mentee',
    with: 'with',
    colon: ': ',
    reference: 'identifier',
    email: 'e-mail',
    line: 'line',
    lineOf: (line) => `line ${line}`,
    fileLine: (file, line) => `${file}, line ${line}`,
    role: 'Role',
    name: 'Name',
    why: 'Why',
    score: 'Score out of 100',
    topic: 'Topic',
    reasons: 'Reasons',
    tips: 'Tips',
    unmatched: 'Without a pair for now',
    nobodyWaits: 'Everybody has a pair.',
    noPair: 'No pair is possible with these files and rules. The reasons are below.',
    rules: 'The rules',
    checked: 'checked',
    open: 'nothing to check',
    issues: 'To check in the files',
    proved:
      'The calculation has proved that no other way of pairing does better, with these rules and weights. Scores are out of 100.',
  },
}
