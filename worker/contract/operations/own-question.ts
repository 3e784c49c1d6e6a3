import * as v from 'valibot'
import { json, page } from '../answer.ts'
import { CONVERSATION_STATES, closureInput, conversationShown } from '../conversation.ts'
import { operation } from '../operation.ts'
import { answeredShown, ownQuestionsInput, ownQuestionsShown } from '../own-question.ts'
import { language, paging } from '../shape.ts'

const questions = json({ fr: 'Les questions', en: 'The questions' }, ownQuestionsShown)

/** What a programme asks besides, what was answered, and the talks to offer. */
export const OWN_QUESTION_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/questions',
    summary: { fr: 'Lire les questions du programme', en: 'Read the questions of a programme' },
    description: {
      fr: 'Celles que le programme ajoute, dans leur version d’aujourd’hui. La version 0 n’en a aucune.',
      en: 'Those that the programme adds, in today’s version. Version 0 has none.',
    },
    who: 'programmes:read',
    answers: { 200: questions },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/questions/:version',
    summary: { fr: 'Lire une version des questions', en: 'Read one version of the questions' },
    who: 'programmes:read',
    answers: { 200: questions },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/programmes/:slug/questions',
    summary: { fr: 'Remplacer les questions du programme', en: 'Replace the questions of a programme' },
    description: {
      fr: 'Vingt au plus, dans l’ordre où elles sont posées. «\u00a0options\u00a0»\u00a0: les réponses possibles, les cinq échelons d’une échelle, ou la phrase à cocher. Les réponses déjà données gardent leur version.',
      en: 'Twenty at most, in the order in which they are asked. “options”: what to pick from, the five steps of a scale, or the sentence to agree with. Answers already given keep their version.',
    },
    who: 'programmes:write',
    body: { 'application/json': ownQuestionsInput },
    answers: { 200: questions },
    refuses: ['invalid', 'not-found'],
    example: {
      params: { slug: 'regards-neufs' },
      body: {
        questions: [
          {
            key: 'own-first_step',
            kind: 'text',
            roles: ['mentee'],
            label: {
              fr: 'Par quoi aimeriez-vous commencer\u00a0?',
              en: 'What would you like to start with?',
            },
            why: { fr: 'Pour préparer la première séance.', en: 'To prepare the first session.' },
          },
        ],
      },
    },
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/answers',
    summary: { fr: 'Lire les réponses', en: 'Read the answers' },
    description: {
      fr: 'Ce que l’équipe peut lire des réponses, dans les mots de «\u00a0language\u00a0». Avec «\u00a0Accept: text/csv\u00a0» ou «\u00a0format=csv\u00a0», tout en un fichier\u00a0; «\u00a0separator=semicolon\u00a0» pour un tableur français.',
      en: 'What the team may read of the answers, in the words of “language”. With “Accept: text/csv” or “format=csv”, all of it as a file; “separator=semicolon” for spreadsheets that expect it.',
    },
    who: 'participants:read',
    organisersOnly: true,
    query: v.object({
      ...paging,
      language: v.optional(language),
      format: v.optional(v.picklist(['json', 'csv'])),
      separator: v.optional(v.picklist(['comma', 'semicolon'])),
    }),
    answers: {
      200: { ...page(answeredShown), body: { ...page(answeredShown).body, 'text/csv': v.string() } },
    },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/conversations',
    summary: { fr: 'Lire les entretiens à proposer', en: 'List the talks to offer' },
    description: {
      fr: '«\u00a0why\u00a0» dit pourquoi un échange aiderait, sans citer de réponse. Personne n’est écarté pour autant.',
      en: '“why” says why a talk would help, without quoting an answer. Nobody is kept out for it.',
    },
    who: 'participants:read',
    query: v.object({ ...paging, state: v.optional(v.picklist(CONVERSATION_STATES)) }),
    answers: { 200: page(conversationShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'POST',
    path: '/programmes/:slug/conversations/:id/closure',
    summary: { fr: 'Clore un entretien', en: 'Close a talk' },
    description: {
      fr: '«\u00a0held\u00a0»\u00a0: il a eu lieu. «\u00a0waived\u00a0»\u00a0: il n’est pas utile. «\u00a0outcome\u00a0»\u00a0: ce qui a été convenu, que la personne peut lire.',
      en: '“held”: it took place. “waived”: it is not needed. “outcome”: what was agreed, which the person may read.',
    },
    who: 'participants:write',
    body: { 'application/json': closureInput },
    answers: { 200: json({ fr: 'L’entretien, clos', en: 'The talk, closed' }, conversationShown) },
    refuses: ['invalid', 'not-found'],
  }),
] as const
