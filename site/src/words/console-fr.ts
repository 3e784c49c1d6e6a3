import type { WaitingReason } from '#matching/waiting.ts'

/** The words of the console, in French. The English file has the same keys. */
export const consoleFr = {
  overview: 'Tableau de bord',
  path: 'Fil d’Ariane',
  places: 'Pages de la console',
  loading: 'Chargement…',
  noScript: 'La console a besoin de JavaScript. Activez-le dans votre navigateur, puis rechargez cette page.',
  retry: 'Recommencer',
  undo: 'Annuler',
  close: 'Fermer',
  cancel: 'Pas maintenant',
  unknown: '–',
  signIn: {
    lead: 'Cet espace est réservé aux personnes qui organisent un programme. Entrez votre adresse\u00a0: vous recevrez un code à six chiffres.',
    email: 'Votre adresse e-mail professionnelle',
    send: 'Recevoir un code',
    again:
      'Votre session est terminée. Reconnectez-vous dans un autre onglet, puis recommencez ici\u00a0: rien n’est perdu.',
    link: 'Se connecter',
    out: 'Se déconnecter',
    strangerTitle: 'Cet espace est celui des organisateurs',
    stranger: (email: string) =>
      `La session est ouverte avec l’adresse ${email}, qui n’organise pas de programme. Vos propositions et vos séances vous attendent dans votre espace. Pour organiser, demandez à l’équipe du programme de vous ajouter.`,
    mySpace: 'Aller à mon espace',
  },
  numbers: {
    title: 'Les programmes en cinq nombres',
    ofProgramme: 'Ce programme en cinq nombres',
    candidates: ['Personnes inscrites', 'prêtes à être appariées'],
    places: ['Places de mentor', 'ce que les mentors peuvent offrir'],
    matched: ['Binômes trouvés', 'par les appariements, à ce jour'],
    awaiting: ['À approuver', 'propositions que personne ne voit encore'],
    pairs: ['Binômes en cours', 'les deux personnes ont accepté'],
  },
  tasks: {
    since: (day: string) => `depuis le ${day}`,
  },
  programmes: {
    title: 'Tous les programmes',
    create: 'Créer un programme',
    name: 'Programme',
    kind: 'Type',
    signUps: 'Inscriptions',
    next: 'Prochain appariement',
    mentors: 'Mentors',
    mentees: 'Personnes mentorées',
    last: 'Dernier appariement',
    emptyTitle: 'Pas encore de programme',
    empty:
      'Un programme réunit une page publique, des inscriptions et des appariements. Créez le premier\u00a0: il reste un brouillon tant que vous ne l’avez pas publié.',
  },
  signUps: { draft: 'brouillon', upcoming: 'à venir', open: 'ouvertes', closed: 'closes' },
  runState: {
    queued: 'en attente',
    running: 'en cours',
    completed: 'à approuver',
    nobody: 'aucun binôme',
    approved: 'approuvé',
    failed: 'n’a pas abouti',
    superseded: 'remplacé',
  },
  table: {
    search: 'Chercher',
    filterBy: (label: string) => `Filtrer\u00a0: ${label}`,
    count: (shown: number, total: number) =>
      shown === total
        ? many(total, 'ligne', 'lignes')
        : `${number(shown)} sur ${many(total, 'ligne', 'lignes')}`,
    sortBy: 'Trier par\u00a0:',
    export: 'Exporter (CSV)',
    more: (count: number) => `Afficher ${many(count, 'ligne', 'lignes')} de plus`,
    nothing: 'Aucune ligne ne correspond.',
    clear: 'Effacer la recherche et les filtres',
    keys: '↑ ↓ pour parcourir, Entrée pour ouvrir, Échap pour fermer.',
  },
  programme: {
    title: 'Programme',
    missing: 'Cette adresse ne nomme aucun programme. Choisissez-en un sur le tableau de bord.',
    publicPage: 'Page publique',
    edit: 'Modifier',
    file: 'Le dossier',
    council: 'La consultation du CSE n’est pas consignée\u00a0: les inscriptions n’ouvriront pas avant.',
    recordCouncil: 'Consigner la consultation du CSE',
    councilNote: 'Lire la note pour le CSE',
    matching: 'Réglages d’appariement',
    publish: 'Publier',
    unpublish: 'Dépublier',
    published: (day: string) => `Publié le ${day}`,
    draft: 'Brouillon\u00a0: seule l’équipe le voit',
    nowPublished: 'Le programme est publié.',
    nowUnpublished: 'Le programme n’est plus public.',
    next: (when: string) => `Prochain appariement\u00a0: ${when}`,
    noNext: 'Pas d’appariement prévu',
    signUpsState: {
      upcoming: 'Inscriptions à venir',
      open: 'Inscriptions ouvertes',
      closed: 'Inscriptions closes',
    },
    runs: 'Appariements',
    runNow: 'Apparier maintenant',
    runReplaces: (round: number) =>
      `L’appariement n°\u00a0${round} attend votre approbation. En lancer un autre le remplace\u00a0: ses propositions, que personne n’a vues, sont retirées.`,
    runReplace: 'Lancer et remplacer',
    running: 'L’appariement est en cours. Vous pouvez quitter cette page\u00a0: il continue.',
    runDone: (count: number) =>
      `Appariement terminé\u00a0: ${many(count, 'binôme trouvé', 'binômes trouvés')}.`,
    runEnded: 'Cet appariement n’a pas abouti. Aucune proposition n’a été envoyée\u00a0: relancez-le.',
    openRun: 'Relire les propositions',
    noRuns:
      'Pas encore d’appariement. Dès que des mentors et des personnes mentorées sont inscrits, lancez-le\u00a0: rien n’est montré avant votre approbation.',
    state: 'État',
    created: 'Lancé',
    matched: 'Binômes trouvés',
    approved: 'Approuvé',
    people: 'Inscriptions',
    noPeople:
      'Personne n’est encore inscrit. Publiez le programme, puis partagez l’adresse de sa page publique.',
    person: 'Nom',
    role: 'Rôle',
    field: 'Métier',
    entity: 'Entité',
    site: 'Lieu',
    places: 'Places',
    pairs: 'Binômes',
    noPairs: 'Pas encore de binôme. Il naît quand les deux personnes ont accepté la proposition.',
    started: 'Depuis',
    ended: 'Fin',
    roundName: (round: number) => `Appariement n°\u00a0${round}`,
  },
  role: { mentor: 'mentor', mentee: 'mentoré·e' },
  roles: { mentor: 'Mentor', mentee: 'Mentoré·e' },
  participantState: { pending: 'accord attendu', active: 'confirmée', withdrawn: 'retirée' },
  pairState: { active: 'en cours', suspended: 'en pause', ended: 'terminé' },
  proposalState: {
    draft: 'à approuver',
    open: 'réponse attendue',
    paired: 'acceptée',
    lapsed: 'sans suite',
    withdrawn: 'retirée',
  },
  run: {
    title: 'Appariement',
    heading: (round: number, name: string) => `Appariement n°\u00a0${round} · ${name}`,
    missing: 'Cette adresse ne nomme aucun appariement. Choisissez-en un sur la page du programme.',
    numbers: 'Cet appariement en quatre nombres',
    matched: ['Binômes trouvés', 'dans la limite des places'],
    mentors: ['Mentors', 'dans cet appariement'],
    mentees: ['Personnes mentorées', 'dans cet appariement'],
    arcs: ['Binômes possibles', 'conformes à toutes les règles'],
    mean: (points: string, accord: string) =>
      `En moyenne, un binôme réunit ${points}\u00a0points sur\u00a0100\u00a0: ${accord}.`,
    accord: {
      slight: 'un accord léger, à relire de près',
      fair: 'un accord honnête',
      good: 'un bon accord',
      strong: 'un accord solide',
      full: 'un accord très solide',
    },
    made: (when: string) => `Calculé le ${when}`,
    approvedOn: (when: string) => `Approuvé le ${when}. Les propositions ont été envoyées.`,
    superseded: 'Un appariement plus récent a remplacé celui-ci. Personne n’a vu ses propositions.',
    proposals: 'Propositions',
    noProposals: 'Aucun binôme possible. La liste ci-dessous dit pourquoi, personne par personne.',
    score: 'Points',
    reference: 'Référence',
    waiting: 'Sans binôme pour l’instant',
    waitingFor: {
      'no-candidate': 'Les règles ne laissent personne en face',
      'places-taken': 'Les places des mentors possibles sont prises',
      full: 'Pas de place libre',
      'no-mentee-left': 'Les personnes qui conviennent ont toutes un mentor',
      consent: 'Accord encore attendu',
    } as Record<string, string> satisfies Record<WaitingReason, string>,
    noWaiting: 'Tout le monde a un binôme.',
    waitingLead: 'Ces personnes restent inscrites et seront prises en compte au prochain appariement.',
    compare: 'Comparer',
    insight: 'Règles et savoirs',
    backToProgramme: 'Voir le programme',
  },
  reasons: {
    title: 'Pourquoi ce binôme',
    tips: 'Pour bien commencer',
  },
  approval: {
    title: 'Approuver cet appariement',
    what: (pairs: number, people: number, days: number) =>
      `${many(pairs, 'proposition sera envoyée', 'propositions seront envoyées')} à ${many(people, 'personne', 'personnes')}. Dans chaque binôme, les deux personnes se découvrent au même moment, par e-mail et dans leur espace\u00a0: nom, métier, entité, points communs. Elles ont ${many(days, 'jour', 'jours')} pour accepter.`,
    first: (pairs: number) => `Approuver ${many(pairs, 'proposition', 'propositions')}`,
    sure: 'Une fois envoyées, les propositions ne peuvent plus être reprises.',
    second: 'Envoyer maintenant',
    done: (pairs: number) =>
      `${many(pairs, 'proposition envoyée', 'propositions envoyées')}. Les binômes formés s’afficheront ici.`,
  },
  finder: {
    open: 'Rechercher',
    label: 'Chercher un programme, une personne ou une page',
    hint: 'Programme, personne ou page',
    results: 'Résultats',
    programme: 'programme',
    page: 'page',
    nothing: 'Rien ne correspond. Les personnes sont cherchées dans le programme ouvert.',
    count: (count: number) => many(count, 'résultat', 'résultats'),
    help: '↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer.',
  },
}

export type ConsoleWords = typeof consoleFr

/** A number with its noun; French counts 0 and 1 in the singular. */
function many(count: number, one: string, several: string): string {
  return `${number(count)}\u00a0${Math.abs(count) < 2 ? one : several}`
}

function number(value: number): string {
  return new Intl.NumberFormat('fr-FR').format(value)
}
