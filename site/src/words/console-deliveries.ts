import type { Both, Language } from '#domain/language.ts'

const fr = {
  title: 'Journal des envois',
  lead: 'Les événements les plus récents d’abord. Chacun attend que le précédent du même binôme soit accepté. Ce qui l’a été est oublié au bout de trente jours.',
  filter: 'Montrer',
  filters: [
    ['', 'Tous les envois'],
    ['waiting', 'En attente'],
    ['delivered', 'Livrés'],
  ] as [state: string, words: string][],
  refresh: 'Actualiser',
  none: 'Rien n’est encore parti. Envoyez un essai pour voir comment il arrive.',
  noneSoFar: 'Rien n’est encore parti vers cette adresse.',
  noneLike: { waiting: 'Rien n’attend.', delivered: 'Rien n’a encore été livré.' } as Record<string, string>,
  more: 'Voir plus ancien',
  when: 'Survenu le',
  event: 'Événement',
  state: 'État',
  attempts: 'Essais',
  next: 'Prochain essai',
  acts: 'Que faire',
  states: {
    delivered: 'livré',
    waiting: 'à envoyer',
    retrying: 'à réessayer',
    again: 'à renvoyer',
  },
  soon: 'à son tour',
  later: 'quand elle sera active',
  never: '–',
  number: (count: number) => (count === 0 ? 'aucun essai' : count === 1 ? '1 essai' : `${count} essais`),
  show: 'Voir les essais',
  hide: 'Masquer les essais',
  resend: 'Renvoyer',
  resent: 'L’événement part de nouveau, sous le même «\u00a0webhook-id\u00a0».',
  attemptsOf: (event: string) => `Essais\u00a0: ${event}`,
  noAttempt: 'Pas encore d’essai, ou plus gardés\u00a0: ils le sont trente jours.',
  attempt: 'Essai',
  instant: 'Instant',
  duration: 'Durée',
  outcome: 'Résultat',
  answer: 'Début de la réponse',
  noAnswer: 'vide',
  outcomes: {
    accepted: 'accepté',
    refused: 'refusé',
    redirect: 'renvoie ailleurs, nous ne suivons pas',
    gone: 'dit ne plus exister',
    throttled: 'demande de patienter',
    timeout: 'pas de réponse en dix secondes',
    unreachable: 'injoignable',
    forbidden: 'mène à un réseau privé, rien n’est parti',
    unproved: 'accepté, sans le texte attendu',
  } as Record<string, string>,
  other: 'n’a pas abouti',
  status: (words: string, status: number) => `${words} (${status})`,
}

export type DeliveriesWords = typeof fr

const en: DeliveriesWords = {
  title: 'Delivery log',
  lead: 'The newest events first. Each waits until the one before, about the same pair, is accepted. What was accepted is forgotten after thirty days.',
  filter: 'Show',
  filters: [
    ['', 'All deliveries'],
    ['waiting', 'Waiting'],
    ['delivered', 'Delivered'],
  ],
  refresh: 'Refresh',
  none: 'Nothing has left yet. Send a test to see how it arrives.',
  noneSoFar: 'Nothing has left for this address yet.',
  noneLike: { waiting: 'Nothing is waiting.', delivered: 'Nothing has been delivered yet.' },
  more: 'Show older',
  when: 'Happened on',
  event: 'Event',
  state: 'State',
  attempts: 'Attempts',
  next: 'Next attempt',
  acts: 'What to do',
  states: {
    delivered: 'delivered',
    waiting: 'to be sent',
    retrying: 'to be tried again',
    again: 'to be sent again',
  },
  soon: 'in its turn',
  later: 'once it is active',
  never: '–',
  number: (count) => (count === 0 ? 'no attempt' : count === 1 ? '1 attempt' : `${count} attempts`),
  show: 'Show attempts',
  hide: 'Hide attempts',
  resend: 'Send again',
  resent: 'The event is leaving again, under the same “webhook-id”.',
  attemptsOf: (event) => `Attempts: ${event}`,
  noAttempt: 'No attempt yet, or no longer kept: they are for thirty days.',
  attempt: 'Attempt',
  instant: 'Instant',
  duration: 'Duration',
  outcome: 'Outcome',
  answer: 'Start of the answer',
  noAnswer: 'empty',
  outcomes: {
    accepted: 'accepted',
    refused: 'refused',
    redirect: 'redirects, which we do not follow',
    gone: 'says it is gone',
    throttled: 'asks for patience',
    timeout: 'no answer within ten seconds',
    unreachable: 'cannot be reached',
    forbidden: 'leads to a private network, nothing left',
    unproved: 'accepted, without the text expected',
  },
  other: 'did not succeed',
  status: (words, status) => `${words} (${status})`,
}

const DELIVERIES_WORDS: Both<DeliveriesWords> = { fr, en }

/** The words of the log of what was sent to an address. */
export function deliveriesWordsIn(language: Language): DeliveriesWords {
  return DELIVERIES_WORDS[language]
}

/** What came of an attempt, with the status where the address gave one. */
export function outcomeInWords(outcome: string, status: number | null, language: Language): string {
  const words = deliveriesWordsIn(language)
  const said = words.outcomes[outcome] ?? words.other
  return status === null ? said : words.status(said, status)
}
