import * as v from 'valibot'
import { done, json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { pairDecisionShown } from '../pair-decision.ts'
import { paging } from '../shape.ts'

const there = json({ fr: 'La décision, déjà prise', en: 'The decision, taken before' }, pairDecisionShown)
const taken = json({ fr: 'La décision', en: 'The decision' }, pairDecisionShown)

/** What organisers decide about two people before a match run. */
export const PAIR_DECISION_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/locks',
    summary: { fr: 'Lire les binômes imposés', en: 'List locks' },
    who: 'match-runs:read',
    query: v.object(paging),
    answers: { 200: page(pairDecisionShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/programmes/:slug/locks/:mentor/:mentee',
    summary: { fr: 'Imposer un binôme', en: 'Lock a pair' },
    description: {
      fr: 'Le prochain appariement réunit ces deux personnes, ou échoue en disant pourquoi. Deux personnes de la même ligne hiérarchique sont refusées (409).',
      en: 'The next match run pairs these two people, or fails and says why. Two people of one reporting line are refused (409).',
    },
    who: 'match-runs:write',
    answers: { 200: there, 201: taken },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'DELETE',
    path: '/programmes/:slug/locks/:mentor/:mentee',
    summary: { fr: 'Ne plus imposer un binôme', en: 'Remove a lock' },
    description: {
      fr: 'Sans effet là où rien n’était décidé.',
      en: 'Without effect where nothing was decided.',
    },
    who: 'match-runs:write',
    answers: { 204: done },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/bans',
    summary: { fr: 'Lire les binômes écartés', en: 'List bans' },
    who: 'match-runs:read',
    query: v.object(paging),
    answers: { 200: page(pairDecisionShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/programmes/:slug/bans/:mentor/:mentee',
    summary: { fr: 'Écarter un binôme', en: 'Ban a pair' },
    description: {
      fr: 'Aucun appariement ne réunit plus ces deux personnes. Refusé (409) là où elles sont imposées.',
      en: 'No match run pairs these two people any more. Refused (409) where they are locked.',
    },
    who: 'match-runs:write',
    answers: { 200: there, 201: taken },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'DELETE',
    path: '/programmes/:slug/bans/:mentor/:mentee',
    summary: { fr: 'Ne plus écarter un binôme', en: 'Lift a ban' },
    description: {
      fr: 'Sans effet là où rien n’était décidé.',
      en: 'Without effect where nothing was decided.',
    },
    who: 'match-runs:write',
    answers: { 204: done },
    refuses: ['invalid', 'not-found'],
  }),
] as const
