import * as v from 'valibot'
import { json, page } from '../answer.ts'
import { candidateShown, matchRunShown, proposalShown, waitingShown } from '../match-run.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'

const run = json({ fr: 'L’appariement', en: 'The match run' }, matchRunShown)

const QUEUED = {
  id: 'run_7k3qm2xw9dtn5b8vhe4r',
  programme: 'regards-neufs',
  round: 1,
  state: 'queued',
  mentors: null,
  mentees: null,
  arcs: null,
  objective: null,
  matched: null,
  total: null,
  worst: null,
  certified: null,
  failure: null,
  created_at: '2026-04-01T08:00:00.000Z',
  completed_at: null,
  approved_at: null,
}

/** Match runs: who is proposed to whom, and who waits. */
export const MATCH_RUN_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/programmes/:slug/match-runs',
    summary: { fr: 'Demander un appariement', en: 'Ask for a match run' },
    description: {
      fr: 'Il est calculé peu après. Il prend la place d’un appariement que personne n’a encore approuvé.',
      en: 'It is computed soon after. It takes the place of a run that nobody has approved yet.',
    },
    who: 'match-runs:write',
    answers: {
      202: {
        ...json(
          { fr: 'L’appariement, en attente de calcul', en: 'The match run, waiting to be computed' },
          matchRunShown,
        ),
        headers: ['Location'],
      },
    },
    refuses: ['not-found'],
    example: { params: { slug: 'regards-neufs' }, answer: QUEUED },
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/match-runs',
    summary: { fr: 'Lire les appariements d’un programme', en: 'List the match runs of a programme' },
    description: { fr: 'Les plus récents d’abord.', en: 'Newest first.' },
    who: 'match-runs:read',
    query: v.object(paging),
    answers: { 200: page(matchRunShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id',
    summary: { fr: 'Lire un appariement', en: 'Read one match run' },
    description: {
      fr: '«\u00a0total\u00a0» est la somme des scores et «\u00a0worst\u00a0» le plus bas, en millionièmes. «\u00a0arcs\u00a0»\u00a0: les binômes possibles qui ont été pesés. «\u00a0certified\u00a0»\u00a0: il est prouvé qu’aucun autre choix n’est meilleur. «\u00a0failure\u00a0»\u00a0: ce qui a empêché un appariement d’aboutir.',
      en: '“total” is the sum of the scores and “worst” the lowest, in millionths. “arcs”: the possible pairs that were weighed. “certified”: it is proved that no other choice is better. “failure”: what kept a run from succeeding.',
    },
    who: 'match-runs:read',
    versioned: true,
    answers: { 200: run },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/candidates',
    summary: { fr: 'Lire les binômes possibles', en: 'Read the possible pairs' },
    description: {
      fr: 'Un objet JSON par ligne\u00a0: {"mentor", "mentee", "score"}, le score en millionièmes. Ce sont les binômes donnés au calcul, gardés avec l’appariement\u00a0: tous ceux que les règles permettent, jusqu’à 250\u00a0000.',
      en: 'One JSON object a line: {"mentor", "mentee", "score"}, the score in millionths. They are the pairs given to the solver, kept with the run: all that the rules allow, up to 250,000.',
    },
    who: 'match-runs:read',
    answers: {
      200: {
        description: { fr: 'Les binômes possibles, un par ligne', en: 'The possible pairs, one a line' },
        body: { 'application/x-ndjson': candidateShown },
      },
    },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/proposals',
    summary: { fr: 'Lire les propositions', en: 'List the proposals' },
    description: {
      fr: 'Les points des «\u00a0reasons\u00a0» s’ajoutent pour donner le score, en millionièmes. Jusqu’à l’échéance, l’état «\u00a0open\u00a0» ne dit pas qui a répondu quoi.',
      en: 'The points of the “reasons” add up to the score, in millionths. Until the deadline the state “open” does not tell who answered what.',
    },
    who: 'match-runs:read',
    query: v.object(paging),
    answers: { 200: page(proposalShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/waiting',
    summary: { fr: 'Lire qui attend', en: 'List who waits' },
    description: {
      fr: 'Les personnes restées sans binôme, et pourquoi, en une phrase.',
      en: 'The people left without a pair, and why, in a sentence.',
    },
    who: 'match-runs:read',
    query: v.object(paging),
    answers: { 200: page(waitingShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'POST',
    path: '/match-runs/:id/approval',
    summary: { fr: 'Approuver un appariement', en: 'Approve a match run' },
    description: {
      fr: 'À cet instant, les deux personnes de chaque proposition se découvrent et ont jusqu’à l’échéance pour répondre. Les règles sont vérifiées une fois encore.',
      en: 'At this moment the two people of each proposal see each other, and have until the deadline to answer. The rules are checked once more.',
    },
    who: 'match-runs:write',
    versioned: true,
    answers: { 200: run },
    refuses: ['not-found', 'conflict'],
  }),
] as const
