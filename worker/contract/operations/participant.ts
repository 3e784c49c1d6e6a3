import * as v from 'valibot'
import { operation } from '../operation.ts'
import { participantShown } from '../participant.ts'
import { pageOf, paging } from '../shape.ts'

/** What an HR system or an organiser reads of participants. */
export const PARTICIPANT_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/participants',
    summary: { fr: 'Lire les participations d’un programme', en: 'List the participants of a programme' },
    description: {
      fr: 'Une personne qui tient les deux rôles y figure deux fois. Avec «\u00a0updated_since\u00a0», dans l’ordre des changements de la participation, les plus anciens d’abord\u00a0; un changement de la personne se lit dans la liste du personnel.',
      en: 'Somebody with both roles is in it twice. With “updated_since” in order of change of the participation, oldest first; a change of the person is in the list of employees.',
    },
    who: 'participants:read',
    alsoFor: ['correspondent'],
    query: v.object({
      ...paging,
      role: v.optional(v.picklist(['mentor', 'mentee'])),
      updated_since: v.optional(v.string()),
    }),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(participantShown) },
        headers: ['Link'],
      },
    },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/participants/:id',
    summary: { fr: 'Lire une participation', en: 'Read one participant' },
    who: 'participants:read',
    alsoFor: ['correspondent'],
    versioned: true,
    answers: {
      200: {
        description: { fr: 'La participation', en: 'The participant' },
        body: { 'application/json': participantShown },
      },
    },
    refuses: ['not-found'],
  }),
] as const
