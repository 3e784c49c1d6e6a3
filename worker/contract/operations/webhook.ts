import * as v from 'valibot'
import { done, json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'
import { webhookEndpointCreated, webhookEndpointInput, webhookEndpointShown } from '../webhook.ts'

const EXAMPLE = {
  url: 'https://rh.armorique.example/binome',
  description: 'SIRH',
  types: ['pair.started', 'pair.ended'],
}

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
      fr: 'Une adresse https publique, sans port ni identifiants. «\u00a0types\u00a0» vide\u00a0: tous les événements. «\u00a0secret\u00a0» signe chaque envoi (Standard Webhooks) et n’est montré qu’ici.',
      en: 'A public https address, without port or credentials. Empty “types”: all events. “secret” signs each delivery (Standard Webhooks) and is shown here only.',
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
        state: 'active',
        created_at: '2026-03-02T09:15:00.000Z',
        secret: 'whsec_bXkgZXhhbXBsZSBzZWNyZXQgbXkgZXhhbXBsZQ==',
      },
    },
  }),
  operation({
    method: 'GET',
    path: '/webhook-endpoints/:id',
    summary: { fr: 'Lire une adresse de réception', en: 'Read one webhook endpoint' },
    who: 'webhooks:read',
    answers: { 200: json({ fr: 'L’adresse de réception', en: 'The endpoint' }, webhookEndpointShown) },
    refuses: ['not-found'],
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
    answers: { 204: done },
    refuses: ['not-found'],
  }),
] as const
