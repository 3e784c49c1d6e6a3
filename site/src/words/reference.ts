import type { Both } from '#domain/language.ts'

export interface ReferenceWords {
  locale: string
  title: string
  lead: string
  document: string
  guides: string
  problems: string
  before: string
  beforeWords: string[]
  contents: string
  shapes: string
  events: string
  eventsLead: string
  anywhere: string
  anywhereWords: string
  onChangesWords: string
  call: string
  parameters: string
  body: string
  answer: string
  refusals: string
  example: string
  headers: string
  scope: string
  who: { anyone: string; person: string; totals: string; scope: string }
  places: Record<'path' | 'query' | 'header', string>
  types: Record<string, string>
  formats: Record<string, string>
  head: [string, string, string, string]
  needed: string
  optional: string
  or: string
  colon: string
  allowed: string
  preset: string
  atMost: string
  atLeast: string
  characters: string
  lines: string
  empty: string
  see: string
  top: string
}

/** The words of the reference page; what it says of each door is in the contract. */
export const REFERENCE: Both<ReferenceWords> = {
  fr: {
    locale: 'fr-FR',
    title: 'Référence de l’API',
    lead: 'Tout ce qu’un autre système peut lire et écrire, avec ce qui est attendu et ce qui est rendu.',
    document: 'Le même document pour les machines (OpenAPI 3.1)',
    guides: 'Les guides, pour commencer en cinq minutes',
    problems: 'Ce que veulent dire les refus',
    before: 'Avant de commencer',
    beforeWords: [
      'Dans les exemples, $BINOME est l’adresse de votre service, comme https://binome.entreprise.fr, et $KEY une clé d’accès faite dans la console.',
      'Toute réponse à une lecture porte un «\u00a0ETag\u00a0». Renvoyez-le dans «\u00a0If-None-Match\u00a0» pour ne rien recevoir deux fois, ou dans «\u00a0If-Match\u00a0» pour ne rien écraser sans l’avoir vu.',
      'Une écriture marquée d’une «\u00a0Idempotency-Key\u00a0» peut être renvoyée sans crainte\u00a0: elle n’est faite qu’une fois.',
    ],
    contents: 'Sommaire',
    shapes: 'Formes communes',
    events: 'Événements envoyés (webhooks)',
    eventsLead:
      'Chaque envoi porte «\u00a0id\u00a0», «\u00a0type\u00a0», «\u00a0timestamp\u00a0» et «\u00a0data\u00a0», et trois en-têtes\u00a0: «\u00a0webhook-id\u00a0», «\u00a0webhook-timestamp\u00a0» et «\u00a0webhook-signature\u00a0» (Standard Webhooks 1.0.0). Voici ce que contient «\u00a0data\u00a0».',
    anywhere: 'Refus possibles partout',
    anywhereWords: 'Ces refus peuvent venir de toute opération\u00a0:',
    onChangesWords: 'Et ceux-ci de toute opération qui écrit\u00a0:',
    call: 'Qui peut appeler',
    parameters: 'Paramètres',
    body: 'Corps de la demande',
    answer: 'Réponse',
    refusals: 'Refus propres à cette opération',
    example: 'Exemple',
    headers: 'En-têtes',
    scope: 'Droit',
    who: {
      anyone: 'Tout le monde, sans clé.',
      person: 'La personne connectée, pour elle-même.',
      totals: 'L’équipe du programme, ou une clé avec ce droit.',
      scope: 'Une clé avec ce droit, ou une personne de l’équipe qui l’a.',
    },
    places: { path: 'Dans l’adresse.', query: 'Après le «\u00a0?\u00a0».', header: 'En-tête.' },
    types: {
      string: 'texte',
      integer: 'nombre entier',
      number: 'nombre',
      boolean: 'true ou false',
      array: 'liste de',
      object: 'objet',
      null: 'null',
      any: 'toute valeur',
    },
    formats: { 'date-time': 'instant', date: 'jour', email: 'adresse e-mail', uri: 'adresse web' },
    head: ['Champ', 'Type', 'Présence', 'À savoir'],
    needed: 'nécessaire',
    optional: 'facultatif',
    or: 'ou',
    colon: '\u00a0: ',
    allowed: 'Valeurs possibles\u00a0:',
    preset: 'Sans lui\u00a0:',
    atMost: 'Au plus',
    atLeast: 'Au moins',
    characters: 'caractères',
    lines: 'éléments',
    empty: 'Sans corps.',
    see: 'Voir la forme',
    top: 'Retour au sommaire',
  },
  en: {
    locale: 'en-GB',
    title: 'API reference',
    lead: 'All that another system can read and write, with what is expected and what is given.',
    document: 'The same document for machines (OpenAPI 3.1)',
    guides: 'The guides, to start in five minutes',
    problems: 'What refusals mean',
    before: 'Before you start',
    beforeWords: [
      'In the examples $BINOME is the address of your service, such as https://binome.company.com, and $KEY an API key made in the console.',
      'Every answer to a read carries an “ETag”. Send it back in “If-None-Match” to receive nothing twice, or in “If-Match” to overwrite nothing unseen.',
      'A write that carries an “Idempotency-Key” can be sent again without fear: it is carried out once only.',
    ],
    contents: 'Contents',
    shapes: 'Common shapes',
    events: 'Events sent out (webhooks)',
    eventsLead:
      'Each delivery holds “id”, “type”, “timestamp” and “data”, and three headers: “webhook-id”, “webhook-timestamp” and “webhook-signature” (Standard Webhooks 1.0.0). This is what “data” holds.',
    anywhere: 'Refusals that any operation may give',
    anywhereWords: 'These refusals may come from any operation:',
    onChangesWords: 'And these from any operation that writes:',
    call: 'Who may call',
    parameters: 'Parameters',
    body: 'Request body',
    answer: 'Answer',
    refusals: 'Refusals of this operation',
    example: 'Example',
    headers: 'Headers',
    scope: 'Scope',
    who: {
      anyone: 'Anybody, without a key.',
      person: 'The person who is signed in, for themselves.',
      totals: 'The programme team, or a key with this scope.',
      scope: 'A key with this scope, or somebody of the team who has it.',
    },
    places: { path: 'In the address.', query: 'After the “?”.', header: 'Header.' },
    types: {
      string: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'true or false',
      array: 'list of',
      object: 'object',
      null: 'null',
      any: 'any value',
    },
    formats: { 'date-time': 'instant', date: 'day', email: 'e-mail address', uri: 'web address' },
    head: ['Field', 'Type', 'Presence', 'To know'],
    needed: 'needed',
    optional: 'optional',
    or: 'or',
    colon: ': ',
    allowed: 'Allowed values:',
    preset: 'Without it:',
    atMost: 'At most',
    atLeast: 'At least',
    characters: 'characters',
    lines: 'items',
    empty: 'No body.',
    see: 'See the shape',
    top: 'Back to the contents',
  },
}
