import { EVENT_TYPES, type EventType } from '#domain/event.ts'
import type { Both, Language } from '#domain/language.ts'
import type { JsonSchema } from './openapi-shape.ts'
import { pascal } from './openapi-shape.ts'
import { WORDS } from './openapi-words.ts'

/** Types of events that leave: in webhooks and in the event feed. */
export type OutsideType = {
  [T in EventType]: (typeof EVENT_TYPES)[T] extends 'outside' ? T : never
}[EventType]

export const OUTSIDE_TYPES = (Object.keys(EVENT_TYPES) as EventType[]).filter(
  (type): type is OutsideType => EVENT_TYPES[type] === 'outside',
)

const TEXT: JsonSchema = { type: 'string' }
const WHOLE: JsonSchema = { type: 'integer' }
const NAMES: JsonSchema = { type: 'array', items: TEXT }
const PARTICIPANT = { programme: TEXT, participant: TEXT, person: TEXT, role: { enum: ['mentor', 'mentee'] } }
const SESSION = { session: TEXT, pair: TEXT, programme: TEXT, mentor: TEXT, mentee: TEXT }
const PAIR = { pair: TEXT, programme: TEXT, mentor: TEXT, mentee: TEXT }

/** What each event says, and what its data always holds: identifiers and counts, never a name or an answer. */
const OUTSIDE_EVENTS: Record<OutsideType, { summary: Both; data: Record<string, JsonSchema> }> = {
  'employee-import.completed': {
    summary: { fr: 'Un fichier du personnel a été lu', en: 'An employee file has been read' },
    data: { import: TEXT },
  },
  'programme.created': {
    summary: { fr: 'Un programme est créé', en: 'A programme is created' },
    data: { programme: TEXT },
  },
  'programme.updated': {
    summary: { fr: 'Un programme a changé', en: 'A programme has changed' },
    data: { programme: TEXT, changed: NAMES },
  },
  'programme.published': {
    summary: { fr: 'Un programme devient public', en: 'A programme goes public' },
    data: { programme: TEXT },
  },
  'programme.unpublished': {
    summary: { fr: 'Un programme n’est plus public', en: 'A programme is no longer public' },
    data: { programme: TEXT },
  },
  'journal.sealed': {
    summary: {
      fr: 'Le journal est scellé jusqu’à ce rang : gardez cette empreinte, elle prouve qu’il n’a pas changé',
      en: 'The journal is sealed up to this rank: keep this fingerprint, it proves that nothing was changed',
    },
    data: { seq: { type: 'integer' }, hash: TEXT },
  },
  'participant.withdrawn': {
    summary: { fr: 'Une personne se retire d’un programme', en: 'Somebody withdraws from a programme' },
    data: PARTICIPANT,
  },
  'participant.joined': {
    summary: { fr: 'Une personne rejoint un programme', en: 'Somebody joins a programme' },
    data: PARTICIPANT,
  },
  'participant.updated': {
    summary: {
      fr: 'Une personne inscrite a changé ses réponses',
      en: 'A participant has changed their answers',
    },
    data: PARTICIPANT,
  },
  'match-run.completed': {
    summary: { fr: 'Un appariement est calculé', en: 'A match run is computed' },
    data: { match_run: TEXT, programme: TEXT, round: WHOLE, matched: WHOLE },
  },
  'match-run.failed': {
    summary: { fr: 'Un appariement n’a pas pu être calculé', en: 'A match run could not be computed' },
    data: { match_run: TEXT },
  },
  'match-run.approved': {
    summary: { fr: 'Un appariement est approuvé', en: 'A match run is approved' },
    data: { match_run: TEXT, programme: TEXT, round: WHOLE, proposals: WHOLE },
  },
  'proposal.lapsed': {
    summary: { fr: 'Une proposition prend fin sans binôme', en: 'A proposal ends without a pair' },
    data: { proposal: TEXT, programme: TEXT, mentor: TEXT, mentee: TEXT },
  },
  'pair.started': {
    summary: { fr: 'Un binôme commence', en: 'A pair starts' },
    data: { ...PAIR, proposal: TEXT },
  },
  'pair.suspended': { summary: { fr: 'Un binôme est suspendu', en: 'A pair is suspended' }, data: PAIR },
  'pair.resumed': { summary: { fr: 'Un binôme reprend', en: 'A pair resumes' }, data: PAIR },
  'pair.ended': { summary: { fr: 'Un binôme prend fin', en: 'A pair ends' }, data: PAIR },
  'pair.paused': {
    summary: { fr: 'Un binôme prend une pause', en: 'A pair takes a break' },
    data: PAIR,
  },
  'pair.returned': {
    summary: { fr: 'Un binôme revient de pause', en: 'A pair is back from its break' },
    data: PAIR,
  },
  'session.planned': {
    summary: { fr: 'Une séance est fixée', en: 'A session is planned' },
    data: SESSION,
  },
  'session.moved': {
    summary: { fr: 'Une séance change de date', en: 'A session is moved' },
    data: SESSION,
  },
  'session.cancelled': {
    summary: { fr: 'Une séance est annulée', en: 'A session is cancelled' },
    data: SESSION,
  },
  'session.held': {
    summary: {
      fr: 'Une séance a eu lieu, les deux personnes le confirment',
      en: 'A session took place, both people confirm it',
    },
    data: { ...SESSION, minutes: WHOLE },
  },
}

const DESCRIPTION: Both = {
  fr: 'Signé selon Standard Webhooks 1.0.0\u00a0: la signature porte sur «\u00a0webhook-id.webhook-timestamp.corps\u00a0». Le même événement peut arriver deux fois\u00a0: reconnaissez-le à «\u00a0webhook-id\u00a0».',
  en: 'Signed as Standard Webhooks 1.0.0 says: the signature covers “webhook-id.webhook-timestamp.body”. The same event may arrive twice: know it by its “webhook-id”.',
}

const HEADERS: Record<string, { words: Both; schema: JsonSchema }> = {
  'webhook-id': {
    words: {
      fr: 'L’identifiant de l’événement, le même à chaque essai.',
      en: 'The event, the same at each attempt.',
    },
    schema: { type: 'string', pattern: '^evt_[0-9a-z]+$' },
  },
  'webhook-timestamp': {
    words: { fr: 'L’instant de cet essai, en secondes.', en: 'When this attempt was made, in seconds.' },
    schema: { type: 'string', pattern: '^\\d+$' },
  },
  'webhook-signature': {
    words: {
      fr: 'HMAC-SHA256 en base64 après «\u00a0v1,\u00a0», avec les octets qui suivent «\u00a0whsec_\u00a0». Plusieurs signatures sont séparées par une espace.',
      en: 'HMAC-SHA256 in base64 after “v1,”, with the bytes behind “whsec_”. Several signatures are separated by a space.',
    },
    schema: { type: 'string', pattern: '^v1,' },
  },
}

/** The body of a delivery, as `deliveryBody` writes it. */
export function eventSchema(type: OutsideType): JsonSchema {
  const { data } = OUTSIDE_EVENTS[type]
  return {
    type: 'object',
    required: ['id', 'type', 'timestamp', 'data'],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      type: { const: type },
      timestamp: { type: 'string', format: 'date-time' },
      data: { type: 'object', required: Object.keys(data), properties: data },
    },
  }
}

/** The `webhooks` section: one entry for each type of event that leaves. */
export function describeWebhooks(language: Language): {
  webhooks: Record<string, unknown>
  schemas: Record<string, JsonSchema>
} {
  const parameters = Object.entries(HEADERS).map(([name, { words, schema }]) => ({
    name,
    in: 'header',
    required: true,
    description: words[language],
    schema,
  }))
  const schemas: Record<string, JsonSchema> = {}
  const webhooks: Record<string, unknown> = {}
  for (const type of OUTSIDE_TYPES) {
    const name = `${pascal(type)}Event`
    schemas[name] = eventSchema(type)
    webhooks[type] = {
      post: {
        operationId: `webhook ${type}`,
        summary: OUTSIDE_EVENTS[type].summary[language],
        description: DESCRIPTION[language],
        tags: ['webhook-endpoints'],
        parameters,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
        },
        responses: { '2XX': { description: WORDS.received[language] } },
      },
    }
  }
  return { webhooks, schemas }
}
