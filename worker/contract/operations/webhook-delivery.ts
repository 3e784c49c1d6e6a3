import * as v from 'valibot'
import { json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'
import { attemptShown, deliveryShown, deliveryState, recoveryInput, recoveryShown } from '../webhook.ts'

/** What was sent where, what came of it, and how it is sent again. */
export const WEBHOOK_DELIVERY_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/webhook-endpoints/:id/deliveries',
    summary: { fr: 'Lire les envois à une adresse', en: 'List deliveries to an endpoint' },
    description: {
      fr: 'Les événements les plus récents d’abord. Chaque événement est livré au moins une fois, et les premières livraisons d’un même binôme, ou d’un même objet, arrivent dans l’ordre\u00a0: un événement attend que le précédent soit accepté. Essais après 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, puis chaque jour. Ce qui a été accepté est oublié au bout de trente jours.',
      en: 'The newest events first. Each event is delivered at least once, and first deliveries about one pair, or one subject, arrive in order: an event waits until the one before is accepted. Attempts after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, then every day. What was accepted is forgotten after thirty days.',
    },
    who: 'webhooks:read',
    query: v.object({ ...paging, state: v.optional(deliveryState) }),
    answers: { 200: page(deliveryShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/webhook-endpoints/:id/deliveries/:event/attempts',
    summary: { fr: 'Lire les essais d’un envoi', en: 'List attempts at a delivery' },
    description: {
      fr: 'Les plus récents d’abord, avec le statut et les 200 premiers caractères lisibles de la réponse. Gardés trente jours.',
      en: 'The newest first, with the status and the first 200 printable characters of the answer. Kept for thirty days.',
    },
    who: 'webhooks:read',
    query: v.object(paging),
    answers: { 200: page(attemptShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints/:id/deliveries/:event/resend',
    summary: { fr: 'Renvoyer un événement', en: 'Send an event again' },
    description: {
      fr: 'Qu’il ait été accepté ou non, sous le même «\u00a0webhook-id\u00a0». Un événement qui en attend un autre attend encore.',
      en: 'Whether it was accepted or not, under the same “webhook-id”. An event that waits for another goes on waiting.',
    },
    who: 'webhooks:write',
    answers: { 202: json({ fr: 'L’envoi, à faire', en: 'The delivery, to be made' }, deliveryShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints/:id/recovery',
    summary: { fr: 'Reprendre les envois depuis une date', en: 'Recover deliveries since a date' },
    description: {
      fr: 'Envoie, dans l’ordre, tout ce que l’adresse peut recevoir, survenu depuis «\u00a0since\u00a0» et pas encore accepté par elle, y compris ce qui précède sa création. Au-delà de trente jours, ce qui a été accepté est oublié et peut arriver une seconde fois, sous le même «\u00a0webhook-id\u00a0».',
      en: 'Sends in order everything that the endpoint may hear of, that happened since “since” and that it has not accepted yet, also what happened before it was created. Beyond thirty days, what was accepted is forgotten and may arrive a second time, under the same “webhook-id”.',
    },
    who: 'webhooks:write',
    body: { 'application/json': recoveryInput },
    answers: {
      202: json(
        { fr: 'Combien d’événements seront envoyés', en: 'How many events will be sent' },
        recoveryShown,
      ),
    },
    refuses: ['invalid', 'not-found'],
    example: { body: { since: '2026-03-01T00:00:00Z' }, answer: { events: 12 } },
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints/:id/test',
    summary: { fr: 'Envoyer un événement d’essai', en: 'Send a test event' },
    description: {
      fr: 'Un événement «\u00a0webhook-endpoint.tested\u00a0», envoyé à cette adresse seule, quels que soient ses «\u00a0types\u00a0».',
      en: 'An event “webhook-endpoint.tested”, sent to this endpoint alone, whatever its “types”.',
    },
    who: 'webhooks:write',
    answers: {
      202: {
        description: {
          fr: 'L’événement va partir. Le corps est vide.',
          en: 'The event will leave. The body is empty.',
        },
      },
    },
    refuses: ['not-found'],
  }),
] as const
