import * as v from 'valibot'
import { done, json, page, wholeList } from '../answer.ts'
import { exceptionShown, namedGroupInput, namedGroupShown } from '../named-group.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'

const group = json({ fr: 'Le groupe', en: 'The group' }, namedGroupShown)
const csv = v.string()

/** Groups of people who are served first, or for whom the rule of the reporting line is narrowed. */
export const NAMED_GROUP_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/groups',
    summary: { fr: 'Lire les groupes nommés', en: 'List named groups' },
    who: 'programmes:read',
    query: v.object(paging),
    answers: { 200: page(namedGroupShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/groups/:name',
    summary: { fr: 'Lire un groupe nommé', en: 'Read one named group' },
    who: 'programmes:read',
    versioned: true,
    answers: { 200: group },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/programmes/:slug/groups/:name',
    summary: { fr: 'Créer ou remplacer un groupe nommé', en: 'Create or replace a named group' },
    description: {
      fr: '«\u00a0served_first\u00a0»\u00a0: l’appariement sert ces personnes d’abord. «\u00a0appraisal_chain\u00a0»\u00a0: l’exception qui réduit la règle hiérarchique à quelques niveaux\u00a0; sa raison est lue par les deux personnes et par le CSE.',
      en: '“served_first”: the match serves these people first. “appraisal_chain”: the exception that narrows the reporting-line rule to a few levels; both people and the works council read its reason.',
    },
    who: 'programmes:write',
    versioned: true,
    body: { 'application/json': namedGroupInput },
    answers: { 200: group, 201: json({ fr: 'Le groupe, créé', en: 'The group, created' }, namedGroupShown) },
    refuses: ['invalid', 'not-found'],
    example: {
      params: { slug: 'regards-neufs', name: 'comite-de-direction' },
      body: {
        label: 'Comité de direction',
        people: ['E0001', 'E0002'],
        appraisal_chain: {
          levels: 3,
          reason:
            'Toute l’entreprise est sous leur responsabilité, au-delà de trois niveaux rien ne les lie.',
        },
      },
    },
  }),
  operation({
    method: 'DELETE',
    path: '/programmes/:slug/groups/:name',
    summary: { fr: 'Dissoudre un groupe nommé', en: 'Dissolve a named group' },
    description: {
      fr: 'Son exception prend fin\u00a0: ce qu’elle seule permettait est revu.',
      en: 'Its exception ends: what it alone allowed is looked at again.',
    },
    who: 'programmes:write',
    versioned: true,
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/exceptions',
    summary: { fr: 'Lire les exceptions hiérarchiques', en: 'List the exceptions to the reporting line' },
    description: {
      fr: 'Pour le CSE\u00a0: ce qui a été décidé, par qui, et combien de personnes cela concerne. Aucun nom. Avec «\u00a0Accept: text/csv\u00a0», en fichier.',
      en: 'For the works council: what was decided, by whom, and how many people it concerns. Nobody’s name. With “Accept: text/csv”, as a file.',
    },
    who: 'programmes:read',
    answers: {
      200: {
        ...wholeList(exceptionShown),
        body: { ...wholeList(exceptionShown).body, 'text/csv': csv },
      },
    },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/exceptions.csv',
    summary: {
      fr: 'Télécharger les exceptions hiérarchiques',
      en: 'Download the exceptions to the reporting line',
    },
    who: 'programmes:read',
    answers: {
      200: {
        description: { fr: 'Un fichier CSV en UTF-8', en: 'A CSV file in UTF-8' },
        body: { 'text/csv': csv },
        headers: ['Content-Disposition'],
      },
    },
    refuses: ['not-found'],
  }),
] as const
