import type { OutsideType } from '#contract/openapi-webhooks.ts'
import type { Both, Language } from '#domain/language.ts'

/** Events by what they are about, each as a short name. */
const GROUPS: readonly { name: Both; types: readonly OutsideType[] }[] = [
  {
    name: { fr: 'Binômes', en: 'Pairs' },
    types: [
      'pair.started',
      'pair.suspended',
      'pair.resumed',
      'pair.paused',
      'pair.returned',
      'pair.ended',
      'proposal.lapsed',
    ],
  },
  {
    name: { fr: 'Séances', en: 'Sessions' },
    types: ['session.planned', 'session.moved', 'session.cancelled', 'session.held'],
  },
  {
    name: { fr: 'Inscriptions', en: 'Sign-ups' },
    types: ['participant.joined', 'participant.updated', 'participant.withdrawn'],
  },
  {
    name: { fr: 'Appariements', en: 'Matching' },
    types: ['match-run.completed', 'match-run.failed', 'match-run.approved'],
  },
  {
    name: { fr: 'Programmes', en: 'Programmes' },
    types: ['programme.created', 'programme.updated', 'programme.published', 'programme.unpublished'],
  },
  {
    name: { fr: 'Personnel et journal', en: 'Staff and journal' },
    types: ['employee-import.completed', 'journal.sealed'],
  },
]

const NAMES: Record<OutsideType | 'webhook-endpoint.tested', Both> = {
  'pair.started': { fr: 'Un binôme commence', en: 'A pair starts' },
  'pair.suspended': { fr: 'Un binôme est suspendu', en: 'A pair is suspended' },
  'pair.resumed': { fr: 'Un binôme reprend', en: 'A pair resumes' },
  'pair.paused': { fr: 'Un binôme prend une pause', en: 'A pair takes a break' },
  'pair.returned': { fr: 'Un binôme revient de pause', en: 'A pair is back from its break' },
  'pair.ended': { fr: 'Un binôme prend fin', en: 'A pair ends' },
  'proposal.lapsed': { fr: 'Une proposition prend fin sans binôme', en: 'A proposal ends without a pair' },
  'session.planned': { fr: 'Une séance est fixée', en: 'A session is planned' },
  'session.moved': { fr: 'Une séance change de date', en: 'A session is moved' },
  'session.cancelled': { fr: 'Une séance est annulée', en: 'A session is cancelled' },
  'session.held': { fr: 'Une séance a eu lieu', en: 'A session took place' },
  'participant.joined': { fr: 'Une personne rejoint un programme', en: 'Somebody joins a programme' },
  'participant.updated': { fr: 'Une personne change ses réponses', en: 'Somebody changes their answers' },
  'participant.withdrawn': { fr: 'Une personne se retire', en: 'Somebody withdraws' },
  'match-run.completed': { fr: 'Un appariement est calculé', en: 'A match run is computed' },
  'match-run.failed': { fr: 'Un appariement n’a pas abouti', en: 'A match run did not succeed' },
  'match-run.approved': { fr: 'Un appariement est approuvé', en: 'A match run is approved' },
  'programme.created': { fr: 'Un programme est créé', en: 'A programme is created' },
  'programme.updated': { fr: 'Un programme a changé', en: 'A programme has changed' },
  'programme.published': { fr: 'Un programme devient public', en: 'A programme goes public' },
  'programme.unpublished': { fr: 'Un programme n’est plus public', en: 'A programme is no longer public' },
  'employee-import.completed': { fr: 'Un fichier du personnel est lu', en: 'An employee file has been read' },
  'journal.sealed': { fr: 'Le journal est scellé', en: 'The journal is sealed' },
  'webhook-endpoint.tested': { fr: 'Événement d’essai', en: 'Test event' },
}

/** What an event is called; its type where there is no word for it. */
export function eventName(type: string, language: Language): string {
  return (NAMES as Record<string, Both | undefined>)[type]?.[language] ?? type
}

export interface EventGroup {
  name: string
  types: readonly (readonly [type: OutsideType, words: string])[]
}

/** Every event that an outside address may ask for, by what it is about. */
export function eventGroupsIn(language: Language): EventGroup[] {
  return GROUPS.map(({ name, types }) => ({
    name: name[language],
    types: types.map((type) => [type, NAMES[type][language]] as const),
  }))
}
