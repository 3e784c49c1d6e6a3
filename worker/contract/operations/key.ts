import * as v from 'valibot'
import { keyInput, keyRotationInput, keyShown, keyWithSecretShown } from '../key.ts'
import { operation } from '../operation.ts'
import { pageOf, paging } from '../shape.ts'

const ID = 'key_6d1m4ep2ry80ksbn7wq3'

/** The keys by which other systems come in. */
export const KEY_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/keys',
    summary: { fr: 'Lire la liste des clés', en: 'List keys' },
    description: {
      fr: 'Les plus récentes d’abord, avec celles qui sont expirées ou révoquées. Aucun secret n’y figure.',
      en: 'Newest first, with those that expired or were revoked. No secret is in it.',
    },
    who: 'keys:read',
    query: v.object(paging),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(keyShown) },
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/keys',
    summary: { fr: 'Créer une clé', en: 'Create a key' },
    description: {
      fr: 'Le secret n’est montré que dans cette réponse. Il sert tel quel comme jeton «\u00a0Bearer\u00a0», ou avec «\u00a0client_id\u00a0» pour demander un jeton d’accès OAuth 2.0. Personne ne donne un droit qui lui manque.',
      en: 'The secret is shown in this answer only. It serves as a “Bearer” token as it is, or with “client_id” to ask for an OAuth 2.0 access token. Nobody hands out a scope that they lack.',
    },
    who: 'keys:write',
    body: { 'application/json': keyInput },
    answers: {
      201: {
        description: { fr: 'La clé, avec son secret', en: 'The key, with its secret' },
        body: { 'application/json': keyWithSecretShown },
        headers: ['Location'],
      },
    },
    refuses: ['invalid'],
    example: {
      body: {
        name: 'SIRH',
        scopes: ['employees:read', 'employees:write'],
        expires_at: '2027-01-31T00:00:00Z',
      },
    },
  }),
  operation({
    method: 'GET',
    path: '/keys/:id',
    summary: { fr: 'Lire une clé', en: 'Read one key' },
    who: 'keys:read',
    versioned: true,
    answers: {
      200: {
        description: { fr: 'La clé, sans secret', en: 'The key, without a secret' },
        body: { 'application/json': keyShown },
      },
    },
    refuses: ['not-found'],
    example: { params: { id: ID } },
  }),
  operation({
    method: 'POST',
    path: '/keys/:id/rotation',
    summary: { fr: 'Renouveler le secret d’une clé', en: 'Renew the secret of a key' },
    description: {
      fr: 'Le nouveau secret n’est montré que dans cette réponse. L’ancien vaut encore «\u00a0overlap_hours\u00a0» heures (24 sans corps, 0 pour y mettre fin tout de suite). Deux secrets au plus valent en même temps\u00a0: un second renouvellement met fin au plus ancien. Une clé expirée ou révoquée ne se renouvelle pas.',
      en: 'The new secret is shown in this answer only. The old one lives on for “overlap_hours” hours (24 without a body, 0 to end it at once). At most two secrets live at the same time: a second rotation ends the oldest. A key that expired or was revoked cannot be renewed.',
    },
    who: 'keys:write',
    versioned: true,
    body: { 'application/json': keyRotationInput },
    answers: {
      201: {
        description: { fr: 'La clé, avec son nouveau secret', en: 'The key, with its new secret' },
        body: { 'application/json': keyWithSecretShown },
      },
    },
    refuses: ['invalid', 'not-found', 'conflict', 'stale'],
    example: { params: { id: ID }, body: { overlap_hours: 48 } },
  }),
  operation({
    method: 'DELETE',
    path: '/keys/:id',
    summary: { fr: 'Révoquer une clé', en: 'Revoke a key' },
    description: {
      fr: 'Ses secrets et ses jetons d’accès cessent de valoir à l’instant, sans retour. La clé reste dans la liste. Deux fois la même demande ne change rien la seconde fois.',
      en: 'Its secrets and its access tokens end at once and for good. The key stays in the list. The same request twice changes nothing the second time.',
    },
    who: 'keys:write',
    versioned: true,
    answers: { 204: { description: { fr: 'La clé est révoquée', en: 'The key is revoked' } } },
    refuses: ['not-found', 'conflict', 'stale'],
    example: { params: { id: ID } },
  }),
] as const
