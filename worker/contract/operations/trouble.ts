import * as v from 'valibot'
import { json, page, wholeList } from '../answer.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'
import { troubleClosureInput, troubleShown, troubleWordsShown } from '../trouble.ts'

/** What does not go well in pairs, whose turn it is, and what can be done. */
export const TROUBLE_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/troubles',
    summary: { fr: 'Lire les difficultés d’un programme', en: 'List the troubles of a programme' },
    description: {
      fr: 'Celles qui attendent quelqu’un, les plus urgentes d’abord. Ce qui vient des réponses confidentielles s’appelle «\u00a0listening\u00a0» pour qui n’est ni coach du binôme ni personne référente, une fois au plus par binôme, et n’est pas montré à une clé. Une demande d’aide n’y figure que pour la personne qui doit la lire. Un coach voit ses binômes.',
      en: 'Those that await somebody, the most urgent first. What comes from confidential answers is called “listening” for whoever is neither the coach of the pair nor the referent, once at most for a pair, and is not shown to a key. A call for help is there only for its reader. A coach sees their own pairs.',
    },
    who: 'pairs:read',
    query: v.object(paging),
    answers: { 200: page(troubleShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id/troubles',
    summary: { fr: 'Lire les difficultés d’un binôme', en: 'List the troubles of a pair' },
    description: {
      fr: 'Celles qui sont ouvertes, puis les passées. Même discrétion que pour un programme.',
      en: 'Open ones, then past ones. As discreet as for a programme.',
    },
    who: 'pairs:read',
    answers: { 200: wholeList(troubleShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/troubles/:id/words',
    summary: {
      fr: 'Relire les mots que les deux personnes recevraient',
      en: 'Read the words that the two would get',
    },
    description: {
      fr: 'Les messages que la fermeture enverrait avec «\u00a0write\u00a0», dans les deux langues\u00a0; chaque personne les reçoit dans la sienne. Les mots sont les mêmes quelles que soient les réponses confidentielles. Qui les a reçus au sujet de ce binôme depuis moins de quatorze jours ne les reçoit pas de nouveau.',
      en: 'The mails that closing would send with “write”, in both languages; each person gets them in theirs. The words are the same whatever was answered in confidence. Whoever got them about this pair within the last fourteen days does not get them again.',
    },
    who: 'pairs:read',
    answers: { 200: wholeList(troubleWordsShown) },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'POST',
    path: '/troubles/:id/closure',
    summary: { fr: 'Dire ce qui a été fait d’une difficulté', en: 'Say what was done about a trouble' },
    description: {
      fr: 'Par qui elle attend\u00a0: l’équipe, le coach du binôme ou la personne référente\u00a0; une clé a besoin de «\u00a0pairs:write\u00a0». «\u00a0outcome\u00a0» reste à ceux qui la voient, «\u00a0write\u00a0» envoie les mots relus auparavant. La même difficulté ne revient pas avant quatorze jours. Une demande d’aide se ferme quand on y répond (409).',
      en: 'By whom it awaits: the team, the coach of the pair or the referent; a key needs “pairs:write”. “outcome” stays with those who see it, “write” sends the words read before. The same trouble does not come back within fourteen days. A call for help closes when it is answered (409).',
    },
    who: 'pairs:read',
    body: { 'application/json': troubleClosureInput },
    answers: { 200: json({ fr: 'La difficulté, réglée', en: 'The trouble, handled' }, troubleShown) },
    refuses: ['invalid', 'not-found', 'conflict', 'closed'],
    example: {
      params: { id: 'trb_6d1m4ep2ry80ksbn7wq3' },
      body: { outcome: 'Trente minutes le mardi à 8 h 30, avec son assistante.', write: true },
    },
  }),
] as const
