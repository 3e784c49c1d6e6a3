import type { Both } from '#domain/language.ts'

/** The nouns of the API in the order of the reference; a door belongs to the last of them in its address. */
export const TAGS: Record<string, Both> = {
  employees: { fr: 'Personnel', en: 'Employees' },
  'employee-imports': { fr: 'Fichiers du personnel', en: 'Employee imports' },
  'employee-import-template': { fr: 'Modèle de fichier', en: 'File template' },
  'column-mappings': { fr: 'Correspondances de colonnes', en: 'Column mappings' },
  'hierarchy-report': { fr: 'Ligne hiérarchique', en: 'Reporting line' },
  programmes: { fr: 'Programmes', en: 'Programmes' },
  questionnaires: { fr: 'Questionnaires', en: 'Questionnaires' },
  questions: { fr: 'Questions du programme', en: 'Questions of a programme' },
  'sign-ups': { fr: 'Inscriptions', en: 'Sign-ups' },
  'sign-up-confirmations': { fr: 'Confirmations d’inscription', en: 'Sign-up confirmations' },
  'sign-up-codes': { fr: 'Codes d’inscription', en: 'Sign-up codes' },
  drafts: { fr: 'Brouillons', en: 'Drafts' },
  designations: { fr: 'Désignations', en: 'Designations' },
  invitations: { fr: 'Invitations', en: 'Invitations' },
  participants: { fr: 'Personnes inscrites', en: 'Participants' },
  conversations: { fr: 'Entretiens', en: 'Conversations' },
  answers: { fr: 'Réponses', en: 'Answers' },
  modules: { fr: 'Parcours', en: 'Path of modules' },
  'charter-signatures': { fr: 'Signatures de la charte', en: 'Charter signatures' },
  topics: { fr: 'Sujets', en: 'Topics' },
  'topic-suggestions': { fr: 'Sujets proposés', en: 'Topic suggestions' },
  'esco-skills': { fr: 'Compétences ESCO', en: 'ESCO skills' },
  'match-runs': { fr: 'Appariements', en: 'Match runs' },
  locks: { fr: 'Binômes imposés', en: 'Locks' },
  bans: { fr: 'Binômes écartés', en: 'Bans' },
  groups: { fr: 'Groupes nommés', en: 'Named groups' },
  exceptions: { fr: 'Exceptions hiérarchiques', en: 'Exceptions' },
  proposals: { fr: 'Propositions', en: 'Proposals' },
  pairs: { fr: 'Binômes', en: 'Pairs' },
  'help-requests': { fr: 'Demandes d’aide', en: 'Requests for help' },
  referent: { fr: 'Personne référente', en: 'Referent' },
  troubles: { fr: 'Difficultés des binômes', en: 'Troubles of pairs' },
  tasks: { fr: 'Choses à faire', en: 'Things to do' },
  overview: { fr: 'Vue d’ensemble', en: 'Overview' },
  talents: { fr: 'Personnes visibles', en: 'Visible people' },
  takeaways: { fr: 'Ce que les binômes retirent', en: 'Takeaways' },
  ideas: { fr: 'Idées', en: 'Ideas' },
  feedback: { fr: 'Avis', en: 'Feedback' },
  outcomes: { fr: 'Résultats', en: 'Outcomes' },
  'training-hours': { fr: 'Heures de formation', en: 'Hours of training' },
  preparations: { fr: 'Préparations', en: 'Preparations' },
  participations: { fr: 'Participations', en: 'Participations' },
  events: { fr: 'Événements', en: 'Events' },
  'journal-seal': { fr: 'Sceau du journal', en: 'Seal of the journal' },
  'webhook-endpoints': { fr: 'Webhooks', en: 'Webhooks' },
  keys: { fr: 'Clés d’accès', en: 'API keys' },
  'security-events': { fr: 'Journal de sécurité', en: 'Security log' },
  organisers: { fr: 'Équipe du programme', en: 'Programme team' },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  'mail-problems': { fr: 'Messages qui ne sont pas partis', en: 'Mails that did not leave' },
  'mail-suppressions': { fr: 'Adresses qui refusent nos messages', en: 'Addresses that refuse mail' },
  'mail-events': { fr: 'Nouvelles du fournisseur de messagerie', en: 'News of the mail provider' },
  unsubscriptions: { fr: 'Désabonnements', en: 'Unsubscriptions' },
  'contact-messages': { fr: 'Messages', en: 'Contact messages' },
  testimonies: { fr: 'Témoignages', en: 'Testimonies' },
  resources: { fr: 'Ressources', en: 'Resources' },
  'sign-in-codes': { fr: 'Codes de connexion', en: 'Sign-in codes' },
  sessions: { fr: 'Connexions et séances', en: 'Sign-ins and sessions' },
  me: { fr: 'Espace personnel', en: 'Own space' },
  service: { fr: 'Le service', en: 'The service' },
}

export const TITLE: Both = { fr: 'Interface de Binôme', en: 'Binôme API' }

export const INTRODUCTION: Both = {
  fr: [
    'Tout ce que fait Binôme passe par cette API, avec du JSON en snake_case. Les instants sont en temps universel (RFC 3339, terminés par Z), les jours en AAAA-MM-JJ.',
    'Les listes rendent «\u00a0items\u00a0» et «\u00a0next_cursor\u00a0». «\u00a0limit\u00a0» vaut 25, 100 au plus. Renvoyez «\u00a0next_cursor\u00a0» dans «\u00a0cursor\u00a0» pour lire la suite, ou suivez l’en-tête «\u00a0Link\u00a0».',
    'Partout où une personne est nommée, l’identifiant de votre SIRH convient, ou l’identifiant «\u00a0per_…\u00a0» là où il n’y en a pas.',
    'Un refus est un document «\u00a0application/problem+json\u00a0» (RFC 9457). Son «\u00a0type\u00a0» est l’adresse d’une page qui dit quoi faire.',
    'L’annuaire peut aussi arriver par SCIM 2.0, à l’adresse «\u00a0/scim/v2\u00a0» (RFC 7643 et 7644).',
  ].join('\n\n'),
  en: [
    'Everything that Binôme does goes through this API, in snake_case JSON. Instants are in universal time (RFC 3339, ending in Z), days are YYYY-MM-DD.',
    'Lists answer with “items” and “next_cursor”. “limit” is 25, at most 100. Send “next_cursor” back as “cursor” to read on, or follow the “Link” header.',
    'Wherever a person is named, the identifier of your HR system will do, or the “per_…” identifier where there is none.',
    'A refusal is an “application/problem+json” document (RFC 9457). Its “type” is the address of a page that says what to do.',
    'The directory can also arrive by SCIM 2.0, at “/scim/v2” (RFC 7643 and 7644).',
  ].join('\n\n'),
}

export const SECURITY_WORDS = {
  key: {
    fr: 'Une clé d’accès, faite dans la console, dans l’en-tête «\u00a0Authorization: Bearer …\u00a0». Elle ne peut que ce que ses droits permettent.',
    en: 'An API key, made in the console, in the header “Authorization: Bearer …”. It can do what its scopes allow and no more.',
  },
  oauth2: {
    fr: 'La même clé, échangée contre un jeton d’une heure (RFC 6749 §4.4).',
    en: 'The same key, exchanged for a token of one hour (RFC 6749 §4.4).',
  },
  session: {
    fr: 'La session d’une personne connectée dans son navigateur. Sur https, le cookie s’appelle «\u00a0__Host-binome\u00a0».',
    en: 'The session of a person who signed in with a browser. On https the cookie is called “__Host-binome”.',
  },
} as const satisfies Record<string, Both>

/** The words of parameters by name; an operation may say more in its description. */
export const PARAMETER_WORDS: Record<string, Both> = {
  request: { fr: 'La demande à laquelle la personne répond', en: 'The request that the person answers' },
  limit: { fr: 'Combien de lignes, 25 si rien n’est dit.', en: 'How many lines, 25 unless told.' },
  cursor: {
    fr: 'Où la page précédente s’est arrêtée, tel que rendu dans «\u00a0next_cursor\u00a0».',
    en: 'Where the page before ended, as given in “next_cursor”.',
  },
  updated_since: {
    fr: 'Seulement ce qui a changé à cet instant ou depuis.',
    en: 'Only what changed at this instant or since.',
  },
  external_id: {
    fr: 'L’identifiant de la personne dans votre SIRH.',
    en: 'The identifier of the person in your HR system.',
  },
  slug: { fr: 'Le nom court du programme.', en: 'The short name of the programme.' },
  id: { fr: 'L’identifiant, tel que nous l’avons donné.', en: 'The identifier, as we gave it.' },
  kind: { fr: 'Le genre, parmi ceux qui sont nommés.', en: 'The kind, one of those that are named.' },
  mentor: { fr: 'La personne qui transmet.', en: 'The person who passes on.' },
  mentee: { fr: 'La personne qui apprend.', en: 'The person who learns.' },
  role: { fr: 'Le rôle dans le programme.', en: 'The role in the programme.' },
  person: {
    fr: 'La personne, par l’identifiant de votre SIRH, ou le nôtre.',
    en: 'The person, by the identifier of your HR system, or ours.',
  },
  event: { fr: 'L’identifiant de l’événement.', en: 'The identifier of the event.' },
  email: { fr: 'L’adresse e-mail de la personne.', en: 'The e-mail address of the person.' },
  token: { fr: 'Le jeton reçu par e-mail.', en: 'The token received by e-mail.' },
  source: {
    fr: 'Le nom de la source du fichier, comme paie ou filiale-nord.',
    en: 'The name of where the file comes from, such as payroll or north-subsidiary.',
  },
  mode: {
    fr: 'Prendre les bonnes lignes, prendre tout ou rien, ou ne rien écrire.',
    en: 'Take the good lines, take all or nothing, or write nothing.',
  },
  complete: {
    fr: 'Le fichier contient tout le personnel\u00a0: qui n’y est pas est parti.',
    en: 'The file holds the whole staff: who is not in it has left.',
  },
  mapping: {
    fr: 'Quelle colonne est quel champ, en JSON.',
    en: 'Which column is which field, as JSON.',
  },
  programme: { fr: 'Le nom court d’un programme.', en: 'The short name of a programme.' },
  after: {
    fr: 'L’identifiant du dernier événement reçu. Sans lui, la liste part du début.',
    en: 'The identifier of the last event received. Without it the list starts at the beginning.',
  },
  language: { fr: 'La langue de la réponse.', en: 'The language of the answer.' },
  proposal: { fr: 'L’identifiant de la proposition.', en: 'The identifier of the proposal.' },
  since: {
    fr: 'L’appariement auquel comparer, par son identifiant.',
    en: 'The match run to compare with, by its identifier.',
  },
  mentees: {
    fr: 'Pour combien de personnes mentorées, de 1 à 100\u00a0000.',
    en: 'For how many mentees, from 1 to 100,000.',
  },
  name: { fr: 'Le nom du groupe dans l’adresse.', en: 'The name of the group in the address.' },
  version: { fr: 'Le numéro de la version.', en: 'The number of the version.' },
  format: {
    fr: 'La forme de la réponse, du JSON si rien n’est dit.',
    en: 'The form of the answer, JSON unless told.',
  },
  separator: {
    fr: 'Ce qui sépare les colonnes du fichier, la virgule si rien n’est dit.',
    en: 'What separates the columns of the file, a comma unless told.',
  },
  state: { fr: 'Seulement ce qui est dans cet état.', en: 'Only what is in this state.' },
  participant: { fr: 'L’identifiant de la participation.', en: 'The identifier of the participation.' },
  q: { fr: 'Les mots à chercher.', en: 'The words to search for.' },
  offered: {
    fr: '«\u00a0all\u00a0» pour lire aussi ce qui ne se choisit plus.',
    en: '“all” to read what can no longer be chosen too.',
  },
}

export const HEADER_WORDS: Record<string, Both> = {
  ETag: {
    fr: 'La version de ce qui est rendu, à renvoyer dans «\u00a0If-Match\u00a0» ou «\u00a0If-None-Match\u00a0».',
    en: 'The version of what is given, to send back in “If-Match” or “If-None-Match”.',
  },
  Link: {
    fr: 'La page suivante, là où il y en a une\u00a0: rel="next" (RFC 8288).',
    en: 'The next page where there is one: rel="next" (RFC 8288).',
  },
  Location: { fr: 'L’adresse de ce qui vient d’être créé.', en: 'The address of what was just created.' },
  RateLimit: {
    fr: 'Ce qui reste de votre quota et quand il se renouvelle, en secondes.',
    en: 'What is left of your quota and when it is renewed, in seconds.',
  },
  'RateLimit-Policy': {
    fr: 'Votre quota et sa durée, en secondes.',
    en: 'Your quota and its length, in seconds.',
  },
  'Retry-After': { fr: 'Dans combien de secondes recommencer.', en: 'In how many seconds to try again.' },
  Allow: { fr: 'Les méthodes que cette adresse connaît.', en: 'The methods that this address knows.' },
  'Set-Cookie': { fr: 'Le cookie de la session.', en: 'The cookie of the session.' },
  'Clear-Site-Data': { fr: 'Ce que le navigateur doit oublier.', en: 'What the browser is to forget.' },
  'Content-Disposition': { fr: 'Le nom du fichier.', en: 'The name of the file.' },
  'WWW-Authenticate': { fr: 'Comment se présenter.', en: 'How to say who you are.' },
}

/** Request headers that every door of a sort honours. */
export const REQUEST_HEADER_WORDS: Record<string, Both> = {
  'Accept-Language': {
    fr: 'La langue des refus et des textes\u00a0: fr ou en.',
    en: 'The language of refusals and texts: fr or en.',
  },
  'Idempotency-Key': {
    fr: 'Un nom unique pour cette demande, entre guillemets. Renvoyée avec le même nom, elle n’est faite qu’une fois.',
    en: 'A unique name for this request, in quotes. Sent again under the same name, it is carried out once only.',
  },
  'If-Match': {
    fr: 'L’«\u00a0ETag\u00a0» lu. Si l’élément a changé depuis, rien n’est écrit et la réponse est 412.',
    en: 'The “ETag” that you read. If the thing has changed since, nothing is written and the answer is 412.',
  },
  'If-None-Match': {
    fr: 'L’«\u00a0ETag\u00a0» déjà connu. Si rien n’a changé, la réponse est 304, sans contenu.',
    en: 'The “ETag” that you know. If nothing has changed the answer is 304, without content.',
  },
}

export const WORDS = {
  unchanged: {
    fr: 'Rien n’a changé depuis l’«\u00a0ETag\u00a0» envoyé',
    en: 'Nothing has changed since the “ETag” sent',
  },
  help: { fr: 'Aide', en: 'Help' },
  scopeOf: { fr: 'Droit nécessaire', en: 'Scope needed' },
  received: {
    fr: 'Reçu. Toute réponse 2xx vaut accusé de réception\u00a0; sinon, l’envoi est refait jusqu’à ce qu’il soit accepté.',
    en: 'Received. Any 2xx answer acknowledges; otherwise it is sent again until it is accepted.',
  },
} as const satisfies Record<string, Both>
