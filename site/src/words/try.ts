import type { SwitchableCriterion } from '#domain/criterion.ts'
import type { Both, Language } from '#domain/language.ts'
import type { MatchingObjective } from '#domain/match-run.ts'

const many = (count: string, isOne: boolean, one: string, more: string) => `${count} ${isOne ? one : more}`

const fr = {
  title: 'Essayer avec vos fichiers',
  description:
    'Déposez une liste de mentors et une liste de personnes mentorées\u00a0: les binômes se forment dans votre navigateur, avec leurs raisons. Rien ne quitte votre appareil.',
  lead: 'Déposez deux listes, celle des mentors et celle des personnes mentorées. Les meilleurs binômes se forment ici même, avec leurs raisons.',
  promises: [
    'Vos fichiers restent sur votre appareil\u00a0: rien n’en est envoyé, rien n’en est gardé.',
    'Aucun compte, aucune inscription.',
    'Ni âge, ni sexe, ni origine, ni santé\u00a0: ces colonnes ne sont jamais lues.',
  ],
  loading: 'Le calcul se prépare…',
  ready: 'Tout est chargé. Vous pouvez couper le réseau\u00a0: la page n’en a plus besoin.',
  broken:
    'Le calcul n’a pas pu démarrer dans ce navigateur. Rien n’est perdu\u00a0: rechargez la page, ou utilisez la ligne de commande.',
  withoutScript: {
    heading: 'Cette page a besoin de JavaScript',
    text: 'Le calcul se fait dans votre navigateur, et votre navigateur n’exécute pas de script sur cette page. Vous pouvez l’autoriser, ou faire le même calcul en ligne de commande, sur votre machine et sans réseau\u00a0:',
    command: 'La commande',
    after: 'Le dossier reçoit les binômes, les personnes sans binôme et un rapport à imprimer.',
  },
  files: {
    heading: 'Vos deux listes',
    help: 'Une personne par ligne, les noms des colonnes en première ligne. CSV ou XLSX.',
    mentors: 'Les mentors',
    mentees: 'Les personnes mentorées',
    choose: 'Choisir un fichier',
    drop: 'ou déposez-le ici',
    another: 'Changer de fichier',
    reading: 'Lecture…',
    missing: 'Il reste à déposer cette liste.',
    rows: (count: string, isOne: boolean) => many(count, isOne, 'personne', 'personnes'),
    example: 'Voir un exemple',
    exampleHint: 'Des personnes inventées, un résultat tout de suite.',
    exampleNames: ['exemple-mentors.csv', 'exemple-mentores.csv'],
    template: 'Modèles à remplir\u00a0:',
    templates: ['modèle pour les mentors', 'modèle pour les personnes mentorées'],
    templateNames: ['modele-mentors.csv', 'modele-mentores.csv'],
  },
  columns: {
    heading: 'Vos colonnes',
    help: 'Nous avons deviné ce que contient chaque colonne. Corrigez si besoin\u00a0: le résultat suit aussitôt. Ces choix sont retenus jusqu’à la fin de votre visite, dans ce navigateur seulement.',
    summary: (read: number, refused: number, ignored: number) =>
      [
        `${read} ${read < 2 ? 'colonne lue' : 'colonnes lues'}`,
        ignored > 0 && `${ignored} de côté`,
        refused > 0 && `${refused} jamais ${refused < 2 ? 'lue' : 'lues'}`,
      ]
        .filter(Boolean)
        .join(', '),
    open: 'Voir et corriger les colonnes',
    column: 'Votre colonne',
    sample: 'Par exemple',
    use: 'Ce qu’elle contient',
    useOf: (title: string) => `Ce que contient la colonne «\u00a0${title}\u00a0»`,
    ignored: 'Ne pas lire',
    refused: 'Jamais lue, exprès',
    refusedWhy: 'Cette colonne parle de la personne et non de son travail.',
    untitled: (place: number) => `Colonne ${place}`,
    grades: 'L’ordre des grades',
    gradesHelp:
      'Du moins élevé au plus élevé, un niveau par ligne. Deux grades de même niveau\u00a0: sur la même ligne, séparés par une virgule.',
    unplaced: (grades: string) => `Pas encore placés, donc inconnus\u00a0: ${grades}.`,
    save: 'Pour refaire ce calcul en ligne de commande\u00a0:',
    saveMapping: 'ces colonnes (JSON)',
    saveSettings: 'ces réglages (JSON)',
    ownTopics: (count: string, isOne: boolean, topics: string) =>
      `${many(count, isOne, 'sujet n’est pas dans notre catalogue et reste tel quel', 'sujets ne sont pas dans notre catalogue et restent tels quels')}\u00a0: ${topics}.`,
    issues: (count: string, isOne: boolean) =>
      many(count, isOne, 'remarque sur les lignes', 'remarques sur les lignes'),
    line: (file: string, line: number) => `${file}, ligne ${line}`,
    more: (count: string) => `Et ${count} autres, toutes dans le rapport.`,
  },
  settings: {
    heading: 'Vos réglages',
    direction: 'Qui a le plus d’expérience',
    directions: {
      mentee: 'Inversé\u00a0: la personne mentorée',
      mentor: 'Classique\u00a0: le mentor',
      none: 'Peu importe',
    },
    objective: 'Ce que l’on cherche',
    objectives: {
      coverage: ['Le plus de binômes', 'puis le meilleur total'],
      quality: ['Le meilleur total', 'quitte à faire moins de binômes'],
      fair: ['L’équité', 'le plus de binômes, et que le plus fragile soit le meilleur possible'],
    } satisfies Record<MatchingObjective, [string, string]>,
    capacity: 'Places par mentor, si le fichier ne le dit pas',
    gap: 'Écart de niveau, au moins',
    years: 'Ou écart d’ancienneté en années, au moins',
    unknown: 'Permettre un binôme quand grade et ancienneté sont inconnus',
    weights: 'Ce qui compte',
    weightsHelp:
      'Déplacez un curseur\u00a0: les binômes se refont aussitôt. Seules les proportions comptent.',
    silent: 'Vos fichiers n’en disent rien\u00a0: compte de même pour tous.',
    presets: { starting: 'Réglage de départ', 'change-factory': 'Change Factory' },
    different: {
      field: 'chercher des métiers différents',
      intentions: 'chercher des attentes différentes',
      site: 'chercher des lieux différents',
      learning: 'chercher des façons d’apprendre différentes',
    } satisfies Record<SwitchableCriterion, string>,
  },
  result: {
    heading: 'Les binômes',
    working: 'Calcul en cours…',
    says: (pairs: string, isOnePair: boolean, without: string, isOneWithout: boolean) =>
      `${many(pairs, isOnePair, 'binôme', 'binômes')}, ${many(without, isOneWithout, 'personne', 'personnes')} sans binôme.`,
    proved: 'Prouvé\u00a0: avec ces règles et ces poids, aucune autre répartition ne fait mieux.',
    figures: {
      pairs: ['Binômes', 'formés'],
      mean: ['Score moyen', 'sur 100'],
      worst: ['Le plus bas', 'sur 100'],
      without: ['Sans binôme', 'avec la raison'],
      possible: ['Possibles', 'sous les règles'],
    },
    search: 'Chercher une personne',
    sortBy: 'Trier\u00a0:',
    mentor: 'Mentor',
    mentee: 'Personne mentorée',
    topic: 'Sujet',
    score: 'Score',
    why: 'Pourquoi',
    whyThese: (mentor: string, mentee: string) => `Pourquoi ${mentor} et ${mentee}`,
    more: (count: string) => `Montrer ${count} de plus`,
    shown: (shown: string, total: string) => `${shown} sur ${total}`,
    nothing: 'Personne de ce nom.',
    none: 'Aucun binôme n’est possible avec ces fichiers et ces règles. La raison de chaque personne est ci-dessous.',
    points: 'points',
    tips: 'Pour bien commencer',
    sum: 'Les points s’additionnent pour faire le score.',
    unmatched: 'Sans binôme pour l’instant',
    nobody: 'Tout le monde a un binôme.',
    roles: { mentor: 'Mentor', mentee: 'Personne mentorée' },
    rules: 'Les règles',
    rulesHelp: 'Aucun score ne passe outre une règle. Voici celles que vos fichiers ont permis de vérifier.',
    checked: 'vérifiée',
    open: 'rien à vérifier',
    take: 'Emporter le résultat',
    pairsFile: 'Binômes (CSV)',
    unmatchedFile: 'Sans binôme (CSV)',
    reportFile: 'Rapport (HTML)',
    print: 'Imprimer',
    fileNames: { pairs: 'binomes.csv', unmatched: 'sans-binome.csv', report: 'rapport-binomes.html' },
    failed:
      'Le calcul s’est arrêté. Vos fichiers et vos choix sont toujours là\u00a0: rechargez la page pour recommencer.',
  },
  home: {
    heading: 'Voyez avec vos propres listes',
    text: 'Deux tableurs, quelques secondes\u00a0: les binômes et leurs raisons, dans votre navigateur, sans rien envoyer.',
    link: 'Essayer avec vos fichiers',
  },
}

export type TryWords = typeof fr

const en: TryWords = {
  title: 'Try it with your files',
  description:
    'Drop a list of mentors and a list of mentees: pairs are made in your browser, with their reasons. Nothing leaves your device.',
  lead: 'Drop two lists, one of mentors and one of mentees. The best pairs are made right here, with their reasons.',
  promises: [
    'Your files stay on your device: nothing of them is sent, nothing is kept.',
    'No account, nothing to sign up for.',
    'Neither age, sex, origin nor health: those columns are never read.',
  ],
  loading: 'Getting the engine ready…',
  ready: 'Everything is loaded. You may switch off the network: the page no longer needs it.',
  broken:
    'The engine could not start in this browser. Nothing is lost: reload the page, or use the command line.',
  withoutScript: {
    heading: 'This page needs JavaScript',
    text: 'The calculation is done in your browser, and your browser runs no script on this page. You may allow it, or do the same calculation on the command line, on your machine and without a network:',
    command: 'The command',
    after: 'The folder receives the pairs, the people without one and a report to print.',
  },
  files: {
    heading: 'Your two lists',
    help: 'One person a line, the names of the columns on the first line. CSV or XLSX.',
    mentors: 'The mentors',
    mentees: 'The mentees',
    choose: 'Choose a file',
    drop: 'or drop it here',
    another: 'Change the file',
    reading: 'Reading…',
    missing: 'This list is still to come.',
    rows: (count, isOne) => many(count, isOne, 'person', 'people'),
    example: 'See an example',
    exampleHint: 'Invented people, a result at once.',
    exampleNames: ['example-mentors.csv', 'example-mentees.csv'],
    template: 'Templates to fill in:',
    templates: ['template for mentors', 'template for mentees'],
    templateNames: ['template-mentors.csv', 'template-mentees.csv'],
  },
  columns: {
    heading: 'Your columns',
    help: 'We have guessed what each column holds. Correct it where needed: the result follows at once. These choices are kept until your visit ends, in this browser only.',
    summary: (read, refused, ignored) =>
      [
        `${read} ${read === 1 ? 'column' : 'columns'} read`,
        ignored > 0 && `${ignored} left aside`,
        refused > 0 && `${refused} never read`,
      ]
        .filter(Boolean)
        .join(', '),
    open: 'See and correct the columns',
    column: 'Your column',
    sample: 'For example',
    use: 'What it holds',
    useOf: (title) => `What the column “${title}” holds`,
    ignored: 'Do not read',
    refused: 'Never read, on purpose',
    refusedWhy: 'This column speaks of the person and not of their work.',
    untitled: (place) => `Column ${place}`,
    grades: 'The order of grades',
    gradesHelp:
      'From the lowest to the highest, one level a line. Two grades of the same level: on one line, with a comma between them.',
    unplaced: (grades) => `Not placed yet, so not known: ${grades}.`,
    save: 'To do this calculation again on the command line:',
    saveMapping: 'these columns (JSON)',
    saveSettings: 'these settings (JSON)',
    ownTopics: (count, isOne, topics) =>
      `${many(count, isOne, 'topic is not in our catalogue and stays as it is', 'topics are not in our catalogue and stay as they are')}: ${topics}.`,
    issues: (count, isOne) => many(count, isOne, 'remark about the lines', 'remarks about the lines'),
    line: (file, line) => `${file}, line ${line}`,
    more: (count) => `And ${count} more, all in the report.`,
  },
  settings: {
    heading: 'Your settings',
    direction: 'Who has more experience',
    directions: {
      mentee: 'Reverse: the mentee',
      mentor: 'Classic: the mentor',
      none: 'Either',
    },
    objective: 'What to look for',
    objectives: {
      coverage: ['The most pairs', 'then the best total'],
      quality: ['The best total', 'even with fewer pairs'],
      fair: ['Fairness', 'the most pairs, and the weakest as good as can be'],
    },
    capacity: 'Places for each mentor, where the file does not say',
    gap: 'Levels apart, at least',
    years: 'Or years in the company apart, at least',
    unknown: 'Allow a pair when grade and time in the company are not known',
    weights: 'What counts',
    weightsHelp: 'Move a slider: the pairs are made again at once. Only the proportions count.',
    silent: 'Your files say nothing of it: counts the same for everybody.',
    presets: { starting: 'Starting settings', 'change-factory': 'Change Factory' },
    different: {
      field: 'look for different fields',
      intentions: 'look for different hopes',
      site: 'look for different workplaces',
      learning: 'look for different ways of learning',
    },
  },
  result: {
    heading: 'The pairs',
    working: 'Working it out…',
    says: (pairs, isOnePair, without, isOneWithout) =>
      `${many(pairs, isOnePair, 'pair', 'pairs')}, ${many(without, isOneWithout, 'person', 'people')} without.`,
    proved: 'Proved: with these rules and weights, no other way of pairing does better.',
    figures: {
      pairs: ['Pairs', 'made'],
      mean: ['Mean score', 'out of 100'],
      worst: ['Lowest', 'out of 100'],
      without: ['Without a pair', 'with the reason'],
      possible: ['Possible', 'under the rules'],
    },
    search: 'Find a person',
    sortBy: 'Sort by:',
    mentor: 'Mentor',
    mentee: 'Mentee',
    topic: 'Topic',
    score: 'Score',
    why: 'Why',
    whyThese: (mentor, mentee) => `Why ${mentor} and ${mentee}`,
    more: (count) => `Show ${count} more`,
    shown: (shown, total) => `${shown} of ${total}`,
    nothing: 'Nobody of that name.',
    none: 'No pair is possible with these files and rules. Each person’s reason is below.',
    points: 'points',
    tips: 'To start well',
    sum: 'The points add up to the score.',
    unmatched: 'Without a pair for now',
    nobody: 'Everybody has a pair.',
    roles: { mentor: 'Mentor', mentee: 'Mentee' },
    rules: 'The rules',
    rulesHelp: 'No score ever overrides a rule. These are the ones your files made it possible to check.',
    checked: 'checked',
    open: 'nothing to check',
    take: 'Take the result with you',
    pairsFile: 'Pairs (CSV)',
    unmatchedFile: 'Without a pair (CSV)',
    reportFile: 'Report (HTML)',
    print: 'Print',
    fileNames: { pairs: 'pairs.csv', unmatched: 'unmatched.csv', report: 'report.html' },
    failed:
      'The calculation stopped. Your files and your choices are still here: reload the page to start again.',
  },
  home: {
    heading: 'See it with your own lists',
    text: 'Two spreadsheets, a few seconds: the pairs and their reasons, in your browser, with nothing sent.',
    link: 'Try it with your files',
  },
}

const TRY_WORDS: Both<TryWords> = { fr, en }

/** The words of the page where anybody matches two files of their own. */
export function tryWordsIn(language: Language): TryWords {
  return TRY_WORDS[language]
}
