import * as v from 'valibot'
import { json, wholeList } from '../answer.ts'
import {
  changesShown,
  explanationShown,
  objectivesShown,
  planShown,
  ruleCostShown,
  supplyShown,
  waitingExplanationShown,
} from '../explanation.ts'
import { operation } from '../operation.ts'

/** Everything that makes a match run understood. */
export const EXPLANATION_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/match-runs/:id/proposals/:proposal/explanation',
    summary: { fr: 'Comprendre une proposition', en: 'Understand a proposal' },
    description: {
      fr: 'Pourquoi ces deux personnes, et ce que coûterait à tout le programme un autre choix\u00a0: d’abord des binômes, puis des points, en millionièmes. «\u00a0left_out\u00a0» dit pourquoi les autres choix n’ont pas été pesés.',
      en: 'Why these two people, and what another choice would cost the whole programme: pairs first, then points, in millionths. “left_out” says why other choices were not weighed.',
    },
    who: 'match-runs:read',
    answers: { 200: json({ fr: 'L’explication', en: 'The explanation' }, explanationShown) },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/waiting/:role/:person',
    summary: { fr: 'Comprendre pourquoi une personne attend', en: 'Understand why somebody waits' },
    description: {
      fr: 'Ce que chaque règle écarte, seule («\u00a0alone\u00a0») ou avec d’autres («\u00a0together\u00a0»), qui conviendrait, et ce qui devrait changer.',
      en: 'What each rule removes, “alone” or “together” with others, who would suit, and what would have to change.',
    },
    who: 'match-runs:read',
    answers: { 200: json({ fr: 'L’explication', en: 'The explanation' }, waitingExplanationShown) },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/objectives',
    summary: { fr: 'Comparer les objectifs', en: 'Compare the objectives' },
    description: {
      fr: 'Les mêmes binômes possibles sous chaque objectif. «\u00a0differs\u00a0»\u00a0: les binômes qui ne sont pas ceux de l’appariement. Jusqu’à 300\u00a0000 binômes possibles.',
      en: 'The same possible pairs under each objective. “differs”: the pairs that are not those of the run. Up to 300,000 possible pairs.',
    },
    who: 'match-runs:read',
    answers: {
      200: json({ fr: 'Les objectifs, côte à côte', en: 'The objectives, side by side' }, objectivesShown),
    },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/rules',
    summary: { fr: 'Savoir ce que coûte chaque règle', en: 'Read what each rule costs' },
    description: {
      fr: '«\u00a0removes\u00a0»\u00a0: les binômes que cette règle écarte à elle seule. «\u00a0gain\u00a0»\u00a0: ce que le programme gagnerait sans elle\u00a0; nul là où elle ne se lève jamais. Jusqu’à 300\u00a0000 binômes possibles.',
      en: '“removes”: the pairs that this rule alone keeps apart. “gain”: what the programme would gain without it; null where it is never lifted. Up to 300,000 possible pairs.',
    },
    who: 'match-runs:read',
    answers: { 200: wholeList(ruleCostShown) },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/supply',
    summary: { fr: 'Comparer l’offre et la demande', en: 'Compare what is offered and wanted' },
    description: {
      fr: 'Par sujet, combien de personnes le proposent, le souhaitent et l’échangent\u00a0; les mentors sans binôme\u00a0; les mentors chez qui une place de plus aiderait le plus. Jusqu’à 300\u00a0000 binômes possibles.',
      en: 'By topic, how many offer it, want it and exchange it; the mentors without a pair; the mentors with whom one more place would help most. Up to 300,000 possible pairs.',
    },
    who: 'match-runs:read',
    answers: { 200: json({ fr: 'L’offre et la demande', en: 'What is offered and wanted' }, supplyShown) },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/match-runs/:id/changes',
    summary: { fr: 'Savoir ce qui a changé', en: 'Read what changed' },
    description: {
      fr: 'Par rapport à l’appariement nommé par «\u00a0since\u00a0», ou au précédent. Jusqu’à 300\u00a0000 binômes possibles.',
      en: 'Compared with the run that “since” names, or with the one before. Up to 300,000 possible pairs.',
    },
    who: 'match-runs:read',
    query: v.object({ since: v.optional(v.string()) }),
    answers: { 200: json({ fr: 'Les changements', en: 'The changes' }, changesShown) },
    refuses: ['invalid', 'not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/plan',
    summary: { fr: 'Prévoir un programme', en: 'Plan a programme' },
    description: {
      fr: 'Pour «\u00a0mentees\u00a0» personnes qui souhaitent ce que souhaitent celles déjà inscrites\u00a0: combien de mentors, sur quels sujets, en combien de vagues.',
      en: 'For “mentees” people who want what those signed up already want: how many mentors, with which topics, in how many waves.',
    },
    who: 'match-runs:read',
    query: v.object({ mentees: v.pipe(v.string(), v.regex(/^\d{1,6}$/)) }),
    answers: { 200: json({ fr: 'La prévision', en: 'The plan' }, planShown) },
    refuses: ['invalid', 'not-found', 'conflict'],
    example: { params: { slug: 'regards-neufs' }, query: { mentees: '500' } },
  }),
] as const
