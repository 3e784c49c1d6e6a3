import * as v from 'valibot'
import { operation } from '../operation.ts'
import { pairShown } from '../pair.ts'
import { pageOf, paging } from '../shape.ts'

/** What an HR system or an organiser reads of pairs. */
export const PAIR_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/pairs',
    summary: { fr: 'Lire la liste des binômes', en: 'List pairs' },
    description: {
      fr: 'De tous les programmes, ou d’un seul. Avec «\u00a0updated_since\u00a0», dans l’ordre des changements, les plus anciens d’abord. La raison d’une fin n’est dite à personne.',
      en: 'Of every programme, or of one. With “updated_since” in order of change, oldest first. Why a pair ended is told to nobody.',
    },
    who: 'pairs:read',
    alsoFor: ['correspondent'],
    query: v.object({
      ...paging,
      programme: v.optional(v.string()),
      updated_since: v.optional(v.string()),
    }),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(pairShown) },
        headers: ['Link'],
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id',
    summary: { fr: 'Lire un binôme', en: 'Read one pair' },
    who: 'pairs:read',
    alsoFor: ['correspondent'],
    versioned: true,
    answers: {
      200: {
        description: { fr: 'Le binôme', en: 'The pair' },
        body: { 'application/json': pairShown },
      },
    },
    refuses: ['not-found'],
  }),
] as const
