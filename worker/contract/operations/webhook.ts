import * as v from 'valibot'
import { done, json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'
import {
  verificationInput,
  webhookEndpointCreated,
  webhookEndpointInput,
  webhookEndpointPatch,
  webhookEndpointShown,
} from '../webhook.ts'

const EXAMPLE = {
  url: 'https://rh.armorique.example/binome',
  description: 'SIRH',
  types: ['pair.started', 'pair.ended'],
}

const ENDPOINT = json({ fr: 'L’adresse de réception', en: 'The endpoint' }, webhookEndpointShown)

/** Who is told of what happens. */
export const WEBHOOK_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/webhook-endpoints',
    summary: { fr: 'Lire les adresses de réception', en: 'List webhook endpoints' },
    who: 'webhooks:read',
    query: v.object(paging),
    answers: { 200: page(webhookEndpointShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints',
    summary: { fr: 'Ajouter une adresse de réception', en: 'Add a webhook endpoint' },
    description: {
      fr: 'Une adresse https publique, qui ne soit pas la nôtre, sans port ni identifiants. «\u00a0types\u00a0» vide\u00a0: tous les événements. «\u00a0secret\u00a0» signe chaque envoi (Standard Webhooks) et n’est montré qu’ici. L’adresse est d’abord «\u00a0pending\u00a0»\u00a0: nous lui envoyons aussitôt {"type":"webhook-endpoint.challenge","data":{"challenge":"…"}}, signé. Elle devient «\u00a0active\u00a0» quand elle répond 2xx avec cette chaîne au début du corps, telle quelle ou dans {"challenge":"…"}, ou quand vous la donnez à «\u00a0verification\u00a0». Sans preuve en 24 heures, elle est désactivée. Ce qui se passe avant n’est pas gardé pour elle\u00a0: «\u00a0recovery\u00a0» l’envoie.',
      en: 'A public https address that is not ours, without port or credentials. Empty “types”: all events. “secret” signs each delivery (Standard Webhooks) and is shown here only. The endpoint is “pending” at first: we send it {"type":"webhook-endpoint.challenge","data":{"challenge":"…"}} at once, signed. It becomes “active” when it answers 2xx with that text at the start of the body, as it is or in {"challenge":"…"}, or when you give it to “verification”. Without proof within 24 hours it is disabled. What happens before is not kept for it: “recovery” sends it.',
    },
    who: 'webhooks:write',
    body: { 'application/json': webhookEndpointInput },
    answers: {
      201: {
        ...json(
          { fr: 'L’adresse, avec son secret', en: 'The endpoint, with its secret' },
          webhookEndpointCreated,
        ),
        headers: ['Location'],
      },
    },
    refuses: ['invalid'],
    example: {
      body: EXAMPLE,
      answer: {
        id: 'whe_7k3qm2xw9dtn5b8vhe4r',
        ...EXAMPLE,
        state: 'pending',
        disabled_reason: null,
        failing_since: null,
        open_until: null,
        previous_secret_until: null,
        proof: {
          attempts: 0,
          last_outcome: null,
          last_status: null,
          next_attempt_at: '2026-03-02T09:15:00.000Z',
        },
        created_at: '2026-03-02T09:15:00.000Z',
        secret: 'whsec_bXkgZXhhbXBsZSBzZWNyZXQgbXkgZXhhbXBsZQ==',
      },
    },
  }),
  operation({
    method: 'GET',
    path: '/webhook-endpoints/:id',
    summary: { fr: 'Lire une adresse de réception', en: 'Read one webhook endpoint' },
    description: {
      fr: '«\u00a0open_until\u00a0»\u00a0: après plusieurs échecs de suite, ou à sa demande (Retry-After), rien ne lui est envoyé avant cet instant. «\u00a0failing_since\u00a0»\u00a0: elle n’accepte plus rien depuis lors\u00a0; au bout de cinq jours elle est désactivée, et l’équipe en est prévenue par e-mail la veille et ce jour-là. Une réponse 410 la désactive aussitôt. «\u00a0proof\u00a0»\u00a0: combien de fois la preuve lui a été demandée, ce qu’elle a répondu («\u00a0unproved\u00a0»\u00a0: 2xx sans le texte attendu) et quand elle le sera de nouveau.',
      en: '“open_until”: after several failures in a row, or because it asked (Retry-After), nothing is sent to it before this instant. “failing_since”: it has accepted nothing since then; after five days it is disabled, and the team is told by mail the day before and on the day. A 410 answer disables it at once. “proof”: how often the proof was asked of it, what it answered (“unproved”: 2xx without the text expected) and when it is asked again.',
    },
    who: 'webhooks:read',
    versioned: true,
    answers: { 200: ENDPOINT },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PATCH',
    path: '/webhook-endpoints/:id',
    summary: { fr: 'Changer une adresse de réception', en: 'Change a webhook endpoint' },
    description: {
      fr: 'Seul ce qui est donné change. Une nouvelle «\u00a0url\u00a0» doit de nouveau faire ses preuves. «\u00a0disabled\u00a0» arrête les envois et garde ce qui attend\u00a0; «\u00a0active\u00a0» les reprend aussitôt où ils en étaient, ou renvoie une preuve à faire si elle n’a jamais été faite. Ce qui se passe pendant l’arrêt n’attend pas\u00a0: la reprise depuis une date («\u00a0recovery\u00a0») le renvoie.',
      en: 'Only what is given changes. A new “url” must prove itself again. “disabled” stops deliveries and keeps what waits; “active” goes on at once where they left off, or sends a new challenge where none was ever met. What happens meanwhile does not wait: recover since a date (“recovery”) sends it.',
    },
    who: 'webhooks:write',
    versioned: true,
    body: { 'application/json': webhookEndpointPatch },
    answers: { 200: ENDPOINT },
    refuses: ['invalid', 'not-found', 'stale'],
    example: { body: { types: ['pair.started'] } },
  }),
  operation({
    method: 'DELETE',
    path: '/webhook-endpoints/:id',
    summary: { fr: 'Retirer une adresse de réception', en: 'Remove a webhook endpoint' },
    description: {
      fr: 'Ce qui attendait de lui être envoyé ne le sera plus.',
      en: 'What was waiting to be sent to it is not sent any more.',
    },
    who: 'webhooks:write',
    versioned: true,
    answers: { 204: done },
    refuses: ['not-found', 'stale'],
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints/:id/secret-rotation',
    summary: { fr: 'Renouveler le secret d’une adresse de réception', en: 'Renew the secret of an endpoint' },
    description: {
      fr: 'Le nouveau secret n’est montré que dans cette réponse. L’ancien signe aussi pendant 24 heures\u00a0: l’en-tête porte alors deux signatures, séparées par une espace.',
      en: 'The new secret is shown in this answer only. The old one signs as well for 24 hours: the header then holds two signatures, separated by a space.',
    },
    who: 'webhooks:write',
    versioned: true,
    answers: {
      201: json(
        { fr: 'L’adresse, avec son nouveau secret', en: 'The endpoint, with its new secret' },
        webhookEndpointCreated,
      ),
    },
    refuses: ['not-found', 'stale'],
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints/:id/challenge',
    summary: { fr: 'Demander à une adresse de faire ses preuves', en: 'Have an endpoint prove itself' },
    description: {
      fr: 'L’adresse redevient «\u00a0pending\u00a0» et reçoit une nouvelle chaîne à renvoyer, comme à sa création.',
      en: 'The endpoint is “pending” again and is sent a new text to send back, as when it was created.',
    },
    who: 'webhooks:write',
    versioned: true,
    answers: { 202: ENDPOINT },
    refuses: ['not-found', 'stale'],
  }),
  operation({
    method: 'POST',
    path: '/webhook-endpoints/:id/verification',
    summary: { fr: 'Prouver qu’une adresse est à vous', en: 'Prove that an endpoint is yours' },
    description: {
      fr: 'Donnez «\u00a0data.challenge\u00a0» tel que l’adresse l’a reçu, si elle ne peut pas le renvoyer elle-même. Une adresse déjà active le reste\u00a0; une adresse désactivée se rétablit d’abord.',
      en: 'Give “data.challenge” as the endpoint received it, where it cannot send it back by itself. An endpoint that is active stays so; one that is disabled is to be switched on first.',
    },
    who: 'webhooks:write',
    versioned: true,
    body: { 'application/json': verificationInput },
    answers: { 200: ENDPOINT },
    refuses: ['invalid', 'not-found', 'stale'],
    example: { body: { challenge: 'q7GmT4wZ0cVb9nLr2XyKd8HsPfJ3aEu6WvQo1RiNtYk' } },
  }),
] as const
