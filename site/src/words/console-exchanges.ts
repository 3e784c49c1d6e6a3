import type { WebhookEndpointShown } from '#contract/webhook.ts'
import type { Both, Language } from '#domain/language.ts'

type Reason = NonNullable<WebhookEndpointShown['disabled_reason']>

const fr = {
  title: 'Connexions RH',
  lead: 'Binôme prévient vos outils de ce qui se passe\u00a0: à chaque événement, un message signé part vers l’adresse que vous donnez. Il ne porte que des identifiants et des dates, jamais un nom ni une réponse.',
  keys: 'Pour laisser un outil lire ou écrire ici, créez une clé',
  guide: 'Suivre le guide pas à pas',
  reference: 'Lire la référence de l’API',
  list: {
    title: 'Adresses de réception',
    add: 'Ajouter une adresse',
    none: 'Pas encore d’adresse. Ajoutez celle où votre SIRH, ou l’outil qui le relie, attend les événements.',
  },
  everything: 'Tous les événements',
  asked: (count: number) => (count === 1 ? 'Un événement demandé' : `${count} événements demandés`),
  added: (day: string) => `Ajoutée le ${day}`,
  tags: {
    pending: 'preuve attendue',
    active: 'active',
    resting: 'en attente',
    failing: 'ne répond plus',
    disabled: 'arrêtée',
  },
  states: {
    pending: 'Elle doit d’abord prouver qu’elle est à vous.',
    asked: (outcome: string) => `Dernière demande\u00a0: ${outcome}.`,
    askedNext: (when: string) => `La prochaine partira le ${when}.`,
    active: 'Elle reçoit les événements.',
    resting: (when: string) => `Rien ne lui est envoyé avant le ${when}.`,
    failing: (when: string) => `Elle n’accepte plus rien depuis le ${when}.`,
    disabled: {
      'by-hand': 'Quelqu’un de l’équipe a arrêté les envois.',
      gone: 'Elle a répondu qu’elle n’existe plus (410).',
      failing: 'Elle n’a rien accepté pendant cinq jours.',
      unproved: 'Personne n’a prouvé en 24 heures qu’elle est à vous.',
    } satisfies Record<Reason, string>,
  },
  advice: {
    resting:
      'Elle a échoué plusieurs fois de suite, ou demande de patienter. Ce qui l’attend est gardé et partira ensuite. Pour essayer tout de suite, envoyez-lui un essai.',
    failing: (day: string) =>
      `Chaque événement est gardé et réessayé. Vérifiez votre outil\u00a0: sans réponse d’ici là, les envois s’arrêteront le ${day}.`,
    disabled:
      'Ce qui l’attendait est gardé. Ce qui se passe pendant l’arrêt n’attend pas\u00a0: après la reprise, faites-le partir avec «\u00a0Reprendre depuis une date\u00a0».',
    unproved: 'La reprise lui envoie une nouvelle preuve à faire.',
  },
  proof: {
    title: 'Prouver que cette adresse est à vous',
    how: [
      'Un message signé vient de partir vers elle, du type «\u00a0webhook-endpoint.challenge\u00a0». Il sera renvoyé pendant 24 heures.',
      'Votre outil répond 200 avec le texte de «\u00a0data.challenge\u00a0»\u00a0: l’adresse devient active d’elle-même.',
      'S’il ne sait pas répondre ainsi, lisez ce texte dans ce qu’il a reçu et collez-le ici.',
    ],
    challenge: ['Texte reçu (data.challenge)', ''],
    give: 'Vérifier',
    done: 'La preuve est faite. L’adresse reçoit les événements à partir de maintenant.',
    again: 'Envoyer une nouvelle preuve à faire',
    askedAgain: 'Un nouveau texte est parti vers l’adresse. L’ancien ne vaut plus.',
    before:
      'Ce qui se passe avant la preuve n’est pas gardé pour elle. «\u00a0Reprendre depuis une date\u00a0» le fera partir ensuite.',
  },
  form: {
    title: 'Une nouvelle adresse',
    changeTitle: 'Changer cette connexion',
    description: ['Nom', 'Celui de l’outil, pour le reconnaître dans la liste.'],
    url: [
      'Adresse',
      'En https, joignable depuis internet, sans port ni mot de passe. Nous lui enverrons d’abord une preuve à faire.',
    ],
    changedUrl: ['Adresse', 'Une autre adresse doit de nouveau prouver qu’elle est à vous.'],
    which: 'Ce qu’elle reçoit',
    all: 'Tous les événements, ceux à venir aussi',
    some: 'Seulement ceux-ci',
    none: 'Cochez au moins un événement, ou choisissez de tous les recevoir.',
    add: 'Ajouter l’adresse',
    save: 'Enregistrer',
    saved: 'C’est enregistré.',
  },
  secret: {
    title: (name: string) => `Le secret de «\u00a0${name}\u00a0»`,
    once: 'Copiez-le maintenant dans votre outil\u00a0: il ne sera plus jamais montré. Il sert à vérifier que chaque message vient bien d’ici.',
    secret: 'Secret de signature',
    both: (when: string) =>
      `L’ancien secret signe aussi jusqu’au ${when}\u00a0: chaque message porte les deux signatures.`,
    open: 'Ouvrir cette connexion',
    done: 'C’est copié, fermer',
  },
  acts: {
    test: 'Envoyer un essai',
    change: 'Changer',
    rotate: 'Renouveler le secret',
    prove: 'Redemander une preuve',
    recover: 'Reprendre depuis une date',
    stop: 'Arrêter les envois',
    start: 'Reprendre les envois',
    remove: 'Retirer',
  },
  done: {
    test: 'L’événement d’essai part. Il apparaît en tête du journal des envois.',
    stopped: 'Les envois vers cette adresse sont arrêtés.',
    started: 'Les envois reprennent. Pour ce qui s’est passé pendant l’arrêt, reprenez depuis une date.',
    proving: 'L’adresse doit faire ses preuves\u00a0: un message vient de partir vers elle.',
    removed: (name: string) => `L’adresse «\u00a0${name}\u00a0» est retirée.`,
  },
  rotation: {
    lead: 'Un nouveau secret sera montré une seule fois. L’ancien signe encore pendant 24 heures, à côté du nouveau\u00a0: vous avez ce temps pour le changer dans votre outil, sans perdre un message.',
    twice:
      'Un renouvellement est déjà en cours\u00a0: le plus ancien des secrets ne signera plus, dès maintenant.',
    save: 'Renouveler le secret',
  },
  proving: {
    lead: 'L’adresse ne reçoit plus rien tant qu’elle n’a pas fait de nouveau ses preuves, et ce qui se passe d’ici là ne l’attend pas. Ce qui l’attendait déjà est gardé.',
    save: 'Redemander une preuve',
  },
  recovery: {
    lead: 'Tout ce qui s’est passé depuis ce jour, et qu’elle n’a pas encore accepté, part dans l’ordre. Au-delà de trente jours, un événement déjà accepté peut arriver une seconde fois, avec le même «\u00a0webhook-id\u00a0».',
    since: ['Depuis le', ''],
    save: 'Reprendre depuis ce jour',
    done: (count: number) =>
      count === 0
        ? 'Elle a déjà tout reçu depuis ce jour. Rien n’est à renvoyer.'
        : count === 1
          ? 'Un événement part.'
          : `${count} événements partent, dans l’ordre.`,
  },
  removal: {
    lead: (name: string) => `«\u00a0${name}\u00a0» ne recevra plus rien.`,
    lost: 'Seront effacés pour de bon\u00a0: ce qui attend de lui être envoyé, le journal de ses envois et son secret. Les événements eux-mêmes restent\u00a0: une nouvelle adresse pourra les recevoir depuis une date.',
    pause: 'Pour une simple pause, arrêtez plutôt les envois.',
    save: 'Retirer l’adresse',
  },
  facts: {
    title: 'Réglages',
    url: 'Adresse',
    events: 'Reçoit',
    secret: 'Secret',
    secretShown: 'Montré une seule fois, à sa création.',
    secretBoth: (when: string) => `Renouvelé. L’ancien signe encore jusqu’au ${when}.`,
    added: 'Ajoutée le',
  },
  seal: {
    title: 'Sceau du journal',
    lead: 'Gardez cette empreinte hors de Binôme\u00a0: avec elle, «\u00a0npm run audit\u00a0» prouve plus tard que rien n’a été changé ni retiré du journal jusqu’ici.',
    anchor: 'Rang et empreinte',
    whole: (count: string) => `${count} événements, tous scellés.`,
    part: (count: string, waiting: string) =>
      `${count} événements. Restent à sceller dans la minute\u00a0: ${waiting}.`,
    none: 'Rien n’est encore scellé. Le premier sceau vient dans la minute qui suit le premier événement.',
  },
}

export type ExchangesWords = typeof fr

const en: ExchangesWords = {
  title: 'HR connections',
  lead: 'Binôme tells your tools what happens: for each event a signed message leaves for the address that you give. It holds identifiers and dates alone, never a name nor an answer.',
  keys: 'To let a tool read or write here, create a key',
  guide: 'Follow the guide step by step',
  reference: 'Read the API reference',
  list: {
    title: 'Webhook addresses',
    add: 'Add an address',
    none: 'No address yet. Add the one where your HR system, or the tool that links it, waits for events.',
  },
  everything: 'All events',
  asked: (count) => (count === 1 ? 'One event asked for' : `${count} events asked for`),
  added: (day) => `Added on ${day}`,
  tags: {
    pending: 'proof awaited',
    active: 'active',
    resting: 'waiting',
    failing: 'not answering',
    disabled: 'stopped',
  },
  states: {
    pending: 'It has to prove first that it is yours.',
    asked: (outcome: string) => `Last request: ${outcome}.`,
    askedNext: (when: string) => `The next one leaves on ${when}.`,
    active: 'It receives events.',
    resting: (when) => `Nothing is sent to it before ${when}.`,
    failing: (when) => `It has accepted nothing since ${when}.`,
    disabled: {
      'by-hand': 'Somebody of the team stopped deliveries.',
      gone: 'It answered that it is gone (410).',
      failing: 'It accepted nothing for five days.',
      unproved: 'Nobody proved within 24 hours that it is yours.',
    },
  },
  advice: {
    resting:
      'It failed several times in a row, or asks for patience. What waits for it is kept and leaves afterwards. To try at once, send it a test.',
    failing: (day) =>
      `Each event is kept and tried again. Check your tool: without an answer by then, deliveries stop on ${day}.`,
    disabled:
      'What was waiting for it is kept. What happens while it is stopped does not wait: once it is on again, have it sent with “Recover since a date”.',
    unproved: 'Switching it on sends it a new proof to give.',
  },
  proof: {
    title: 'Prove that this address is yours',
    how: [
      'A signed message has just left for it, of the type “webhook-endpoint.challenge”. It is sent again for 24 hours.',
      'Your tool answers 200 with the text of “data.challenge”: the address becomes active by itself.',
      'If it cannot answer like this, read that text in what it received and paste it here.',
    ],
    challenge: ['Text received (data.challenge)', ''],
    give: 'Verify',
    done: 'The proof is given. The address receives events from now on.',
    again: 'Send a new proof to give',
    askedAgain: 'A new text has left for the address. The one before no longer counts.',
    before:
      'What happens before the proof is not kept for it. “Recover since a date” has it sent afterwards.',
  },
  form: {
    title: 'A new address',
    changeTitle: 'Change this connection',
    description: ['Name', 'That of the tool, to recognise it in the list.'],
    url: [
      'Address',
      'With https, reachable from the internet, without port or password. We first send it a proof to give.',
    ],
    changedUrl: ['Address', 'Another address has to prove again that it is yours.'],
    which: 'What it receives',
    all: 'All events, those to come as well',
    some: 'Only these',
    none: 'Tick one event at least, or choose to receive them all.',
    add: 'Add the address',
    save: 'Save',
    saved: 'Saved.',
  },
  secret: {
    title: (name) => `The secret of “${name}”`,
    once: 'Copy it into your tool now: it will never be shown again. It serves to check that each message comes from here.',
    secret: 'Signing secret',
    both: (when) => `The old secret signs as well until ${when}: each message holds both signatures.`,
    open: 'Open this connection',
    done: 'I have copied it, close',
  },
  acts: {
    test: 'Send a test',
    change: 'Change',
    rotate: 'Renew the secret',
    prove: 'Ask for the proof again',
    recover: 'Recover since a date',
    stop: 'Stop deliveries',
    start: 'Resume deliveries',
    remove: 'Remove',
  },
  done: {
    test: 'The test event is leaving. It stands at the top of the delivery log.',
    stopped: 'Deliveries to this address are stopped.',
    started: 'Deliveries resume. For what happened while it was stopped, recover since a date.',
    proving: 'The address has to prove itself: a message has just left for it.',
    removed: (name) => `The address “${name}” is removed.`,
  },
  rotation: {
    lead: 'A new secret will be shown once. The old one signs for 24 more hours beside the new one: you have that long to change it in your tool, without losing a message.',
    twice: 'A renewal is under way already: the oldest of the secrets will no longer sign, from now on.',
    save: 'Renew the secret',
  },
  proving: {
    lead: 'The address receives nothing until it has proved itself again, and what happens until then does not wait for it. What was waiting already is kept.',
    save: 'Ask for the proof again',
  },
  recovery: {
    lead: 'Everything that happened since that day, and that it has not accepted yet, leaves in order. Beyond thirty days, an event that was accepted may arrive a second time, with the same “webhook-id”.',
    since: ['Since', ''],
    save: 'Recover since that day',
    done: (count) =>
      count === 0
        ? 'It has received everything since that day. There is nothing to send again.'
        : count === 1
          ? 'One event is leaving.'
          : `${count} events are leaving, in order.`,
  },
  removal: {
    lead: (name) => `“${name}” will receive nothing any more.`,
    lost: 'Erased for good: what waits to be sent to it, the log of its deliveries, and its secret. The events themselves stay: a new address can receive them since a date.',
    pause: 'For a mere break, stop deliveries instead.',
    save: 'Remove the address',
  },
  facts: {
    title: 'Settings',
    url: 'Address',
    events: 'Receives',
    secret: 'Secret',
    secretShown: 'Shown once, when it was created.',
    secretBoth: (when) => `Renewed. The old one still signs until ${when}.`,
    added: 'Added on',
  },
  seal: {
    title: 'Seal of the journal',
    lead: 'Keep this fingerprint outside of Binôme: with it, “npm run audit” proves later that nothing was changed or taken out of the journal up to here.',
    anchor: 'Rank and fingerprint',
    whole: (count) => `${count} events, all sealed.`,
    part: (count, waiting) => `${count} events. Still to be sealed, within a minute: ${waiting}.`,
    none: 'Nothing is sealed yet. The first seal comes within a minute of the first event.',
  },
}

const EXCHANGES_WORDS: Both<ExchangesWords> = { fr, en }

/** The words of the page about where events are sent, and of the seal over the journal. */
export function exchangesWordsIn(language: Language): ExchangesWords {
  return EXCHANGES_WORDS[language]
}
