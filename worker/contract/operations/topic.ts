import * as v from 'valibot'
import { json, page } from '../answer.ts'
import { operation } from '../operation.ts'
import { language, paging } from '../shape.ts'
import {
  escoImportShown,
  escoSkillsInput,
  escoSkillsShown,
  SUGGESTION_STATES,
  topicInput,
  topicShown,
  topicSuggestionDecision,
  topicSuggestionShown,
  topicsShown,
} from '../topic.ts'

/** The topics that people offer and want, and where new ones come from. */
export const TOPIC_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/topics',
    summary: { fr: 'Chercher un sujet', en: 'Search topics' },
    description: {
      fr: 'Tous les sujets, groupe par groupe, ou ceux que trouve «\u00a0q\u00a0», les plus proches d’abord. «\u00a0language\u00a0» cherche dans les mots d’une langue. «\u00a0offered=all\u00a0» rend aussi ceux qui ne se choisissent plus.',
      en: 'All topics, group by group, or those that “q” finds, best first. “language” searches the words of one language. “offered=all” also gives those that can no longer be chosen.',
    },
    who: 'anyone',
    query: v.object({
      q: v.optional(v.string()),
      language: v.optional(language),
      offered: v.optional(v.string()),
    }),
    answers: { 200: json({ fr: 'Les sujets', en: 'The topics' }, topicsShown) },
    refuses: ['invalid'],
    example: { query: { q: 'tableur', language: 'fr' } },
  }),
  operation({
    method: 'PUT',
    path: '/topics/:id',
    summary: { fr: 'Ajouter ou changer un sujet', en: 'Add or change a topic' },
    description: {
      fr: '«\u00a0family\u00a0»\u00a0: le métier où il sert\u00a0; nul s’il sert partout. «\u00a0offered\u00a0»\u00a0: si l’on peut le choisir. Un sujet n’est jamais supprimé\u00a0: des personnes l’ont choisi.',
      en: '“family”: the field of work where it is useful; null where it is useful in any. “offered”: whether it can be chosen. A topic is never deleted: people have chosen it.',
    },
    who: 'programmes:write',
    body: { 'application/json': topicInput },
    answers: {
      200: json({ fr: 'Le sujet', en: 'The topic' }, topicShown),
      201: json({ fr: 'Le sujet, ajouté', en: 'The topic, added' }, topicShown),
    },
    refuses: ['invalid'],
    example: {
      params: { id: 'fresque-du-climat' },
      body: {
        group: 'sustainability',
        name: { fr: 'Animer une fresque du climat', en: 'Running a climate workshop' },
      },
    },
  }),
  operation({
    method: 'GET',
    path: '/topic-suggestions',
    summary: { fr: 'Lire les sujets proposés', en: 'List topic suggestions' },
    description: {
      fr: 'Ce que des personnes n’ont pas trouvé dans la liste, sans leur nom, les plus anciens d’abord. «\u00a0near\u00a0»\u00a0: les sujets les plus proches.',
      en: 'What people missed in the list, without their names, oldest first. “near”: the topics most like it.',
    },
    who: 'programmes:read',
    query: v.object({ ...paging, state: v.optional(v.picklist(SUGGESTION_STATES)) }),
    answers: { 200: page(topicSuggestionShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/topic-suggestions/:id/decision',
    summary: { fr: 'Décider d’un sujet proposé', en: 'Decide on a topic suggestion' },
    description: {
      fr: 'Le classer sous un sujet qui existe, ou l’écarter. Une décision ne se prend qu’une fois.',
      en: 'File it under an existing topic, or dismiss it. It is decided once.',
    },
    who: 'programmes:write',
    body: { 'application/json': topicSuggestionDecision },
    answers: {
      200: json({ fr: 'La proposition, traitée', en: 'The suggestion, decided' }, topicSuggestionShown),
    },
    refuses: ['invalid', 'not-found', 'conflict'],
    example: { body: { decision: 'file', topic: 'ai-assistants' } },
  }),
  operation({
    method: 'POST',
    path: '/esco-skills',
    summary: { fr: 'Importer des compétences ESCO', en: 'Import ESCO skills' },
    description: {
      fr: 'Jusqu’à 50\u00a0000 compétences et 12\u00a0Mio. Le même fichier une seconde fois n’écrit rien\u00a0; ce qui n’y est pas reste.',
      en: 'Up to 50,000 skills and 12 MiB. The same file a second time writes nothing; what is not in it stays.',
    },
    who: 'programmes:write',
    body: { 'application/json': escoSkillsInput },
    answers: { 200: json({ fr: 'Ce qui a changé', en: 'What changed' }, escoImportShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/esco-skills',
    summary: { fr: 'Chercher une compétence ESCO', en: 'Search ESCO skills' },
    description: {
      fr: 'Les plus proches de «\u00a0q\u00a0» d’abord. «\u00a0total\u00a0»\u00a0: combien de compétences sont là. «\u00a0credit\u00a0» est à montrer avec elles.',
      en: 'Those closest to “q” first. “total”: how many skills there are. “credit” is to be shown with them.',
    },
    who: 'programmes:read',
    query: v.object({ q: v.optional(v.string()), limit: paging.limit }),
    answers: { 200: json({ fr: 'Les compétences', en: 'The skills' }, escoSkillsShown) },
    refuses: ['invalid'],
  }),
] as const
