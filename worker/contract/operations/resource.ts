import * as v from 'valibot'
import { done, json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { organisationInput, organisationShown } from '../organisation.ts'
import { resourceInput, resourceShown } from '../resource.ts'
import { paging } from '../shape.ts'

const resource = json({ fr: 'La ressource', en: 'The resource' }, resourceShown)
const organisation = json({ fr: 'L’organisation', en: 'The organisation' }, organisationShown)

/** What the public site shows beside programmes. */
export const RESOURCE_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/resources',
    summary: { fr: 'Lire les ressources', en: 'List resources' },
    description: {
      fr: 'Les ressources publiées, les plus récentes d’abord. Avec le droit «\u00a0programmes:read\u00a0», toutes.',
      en: 'Published resources, newest first. With the scope “programmes:read”, all of them.',
    },
    who: 'anyone',
    query: v.object(paging),
    answers: { 200: page(resourceShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/resources',
    summary: { fr: 'Ajouter une ressource', en: 'Add a resource' },
    description: {
      fr: 'Un lien https vers ce qui existe ailleurs. Les visiteurs la voient une fois publiée.',
      en: 'An https link to something elsewhere. Visitors see it once it is published.',
    },
    who: 'programmes:write',
    body: { 'application/json': resourceInput },
    answers: { 201: resource },
    refuses: ['invalid'],
  }),
  operation({
    method: 'PUT',
    path: '/resources/:id',
    summary: { fr: 'Remplacer une ressource', en: 'Replace a resource' },
    who: 'programmes:write',
    body: { 'application/json': resourceInput },
    answers: { 200: resource },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/resources/:id',
    summary: { fr: 'Supprimer une ressource', en: 'Delete a resource' },
    who: 'programmes:write',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/resources/:id/publication',
    summary: { fr: 'Publier une ressource', en: 'Publish a resource' },
    who: 'programmes:write',
    answers: { 200: resource },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/resources/:id/publication',
    summary: { fr: 'Retirer une ressource de la vue', en: 'Withdraw a resource from view' },
    who: 'programmes:write',
    answers: { 200: resource },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/organisation',
    summary: { fr: 'Lire le profil de l’organisation', en: 'Read the profile of the organisation' },
    description: {
      fr: 'Ce qui n’est pas connu est nul, et les pages légales le disent. «\u00a0updated_at\u00a0» est nul tant que rien n’a été enregistré.',
      en: 'What is not known is null, and the legal pages say so. “updated_at” is null until something was saved.',
    },
    who: 'programmes:read',
    answers: { 200: organisation },
  }),
  operation({
    method: 'PUT',
    path: '/organisation',
    summary: { fr: 'Remplacer le profil de l’organisation', en: 'Replace the profile of the organisation' },
    description: {
      fr: 'Les pages légales le disent dès la visite suivante.',
      en: 'The legal pages say it from the next visit on.',
    },
    who: 'programmes:write',
    body: { 'application/json': organisationInput },
    answers: { 200: organisation },
    refuses: ['invalid'],
  }),
] as const
