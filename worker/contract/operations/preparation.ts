import * as v from 'valibot'
import { PREPARATION_STATES } from '#domain/preparation.ts'
import { done, json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { coachInput, coachShown, preparationClosure, preparationShown } from '../preparation.ts'
import { paging } from '../shape.ts'

/** Talks that come before a first session, and who stands by a pair. */
export const PREPARATION_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/preparations',
    summary: { fr: 'Lire les préparations', en: 'List preparations' },
    description: {
      fr: 'Les échanges qui précèdent une première séance, de tous les programmes ou d’un seul. Un souhait et une réponse au questionnaire s’appellent tous deux «\u00a0personal\u00a0». «\u00a0outcome\u00a0» ne se lit que dans la console.',
      en: 'The talks that come before a first session, of every programme or of one. A wish and an answer of the questionnaire are both called “personal”. “outcome” is read in the console only.',
    },
    who: 'pairs:read',
    query: v.object({
      ...paging,
      programme: v.optional(v.string()),
      state: v.optional(v.picklist(PREPARATION_STATES)),
    }),
    answers: { 200: page(preparationShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'POST',
    path: '/preparations/:id/closure',
    summary: { fr: 'Clore une préparation', en: 'Close a preparation' },
    description: {
      fr: 'Tenue, ou non nécessaire avec une raison dans «\u00a0outcome\u00a0». Par un coach, une personne qui organise, ou une clé qui a aussi le droit «\u00a0pairs:write\u00a0». Sous une exception à la ligne hiérarchique, l’échange est obligatoire.',
      en: 'Held, or not needed with a reason in “outcome”. By a coach, an organiser, or a key that has the scope “pairs:write” too. Under an exception to the reporting line the talk is compulsory.',
    },
    who: 'pairs:read',
    body: { 'application/json': preparationClosure },
    answers: { 200: json({ fr: 'La préparation', en: 'The preparation' }, preparationShown) },
    refuses: ['invalid', 'not-found', 'conflict', 'closed'],
  }),
  operation({
    method: 'PUT',
    path: '/pairs/:id/coach',
    summary: { fr: 'Confier un binôme à un coach', en: 'Put a coach beside a pair' },
    description: {
      fr: 'Un coach ou une personne qui organise. Les deux personnes savent qui leur écrira\u00a0; le coach ne lit aucune réponse.',
      en: 'A coach or an organiser. Both people are told who will write to them; the coach reads no answers.',
    },
    who: 'pairs:write',
    body: { 'application/json': coachInput },
    answers: { 200: json({ fr: 'Le coach', en: 'The coach' }, coachShown) },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'DELETE',
    path: '/pairs/:id/coach',
    summary: { fr: 'Retirer le coach d’un binôme', en: 'Take the coach of a pair away' },
    who: 'pairs:write',
    answers: { 204: done },
    refuses: ['not-found', 'closed'],
  }),
] as const
