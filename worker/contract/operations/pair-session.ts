import * as v from 'valibot'
import { done, emptyForm, FORM, formLanguage, json, onward, wholeList } from '../answer.ts'
import { operation } from '../operation.ts'
import {
  pairSessionShown,
  sessionConfirmation,
  sessionLog,
  sessionMove,
  sessionProposal,
  trainingHoursShown,
} from '../pair-session.ts'
import {
  ideaShown,
  ideaStatus,
  ideasShown,
  takeawayChange,
  takeawayInput,
  takeawayShown,
} from '../takeaway.ts'

const session = json({ fr: 'La séance', en: 'The session' }, pairSessionShown)
const note = json({ fr: 'La note', en: 'The note' }, takeawayShown)

/** A time as a page without script asks for it: one that suits both, or a day and an hour on one’s own clock. */
const timeForm = v.object({
  ...formLanguage,
  slot: v.optional(v.string()),
  day: v.optional(v.string()),
  time: v.optional(v.string()),
  minutes: v.string(),
  place: v.optional(v.string()),
})

/** What the two people of a pair do with their sessions, and the hours that count as training. */
export const PAIR_SESSION_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/pairs/:id/sessions',
    summary: { fr: 'Lire les séances d’un binôme', en: 'List the sessions of a pair' },
    description: {
      fr: 'Dans l’ordre du temps. Les deux personnes du binôme les lisent depuis leur espace, avec le lieu\u00a0; pour l’équipe et les clés, «\u00a0place\u00a0» est nul. Qui a annulé n’est dit à personne.',
      en: 'In order of time. The two people of the pair read them from their space, with the place; for the team and for keys “place” is null. Who cancelled is told to nobody.',
    },
    who: 'pairs:read',
    answers: { 200: wholeList(pairSessionShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/sessions',
    summary: { fr: 'Proposer une séance', en: 'Propose a session' },
    description: {
      fr: 'Une demi-heure d’avance au moins, de 15 minutes à 4 heures, avant la fin du programme, à un moment où aucune des deux personnes n’a de séance. L’autre personne accepte, ou propose un autre moment.',
      en: 'At least half an hour ahead, from 15 minutes to 4 hours, before the programme ends, when neither of the two has a session. The other person accepts, or proposes another time.',
    },
    who: 'person',
    body: { 'application/json': sessionProposal, [FORM]: timeForm },
    answers: { 201: session, 303: onward },
    refuses: ['invalid', 'not-found', 'closed', 'conflict'],
  }),
  operation({
    method: 'PATCH',
    path: '/sessions/:id',
    summary: { fr: 'Changer une séance', en: 'Change a session' },
    description: {
      fr: 'Une date proposée par l’autre devient une contre-proposition. Une séance prévue reste prévue\u00a0: l’autre personne et les agendas sont prévenus.',
      en: 'A date that the other proposed becomes a counter-proposal. A planned session stays planned: the other person and the calendars are told.',
    },
    who: 'person',
    body: { 'application/json': sessionMove },
    answers: { 200: session },
    refuses: ['invalid', 'not-found', 'closed', 'conflict'],
  }),
  operation({
    method: 'POST',
    path: '/sessions/:id/move',
    summary: { fr: 'Changer une séance, depuis un formulaire', en: 'Change a session, from a form' },
    description: { fr: 'Comme «\u00a0PATCH /sessions/:id\u00a0».', en: 'As “PATCH /sessions/:id”.' },
    who: 'person',
    body: { 'application/json': sessionMove, [FORM]: timeForm },
    answers: { 200: session, 303: onward },
    refuses: ['invalid', 'not-found', 'closed', 'conflict'],
  }),
  operation({
    method: 'POST',
    path: '/sessions/:id/acceptance',
    summary: { fr: 'Accepter une date', en: 'Accept a date' },
    description: {
      fr: 'La séance est alors prévue, et les deux personnes reçoivent une invitation pour leur agenda.',
      en: 'The session is then planned, and both people get an invitation for their calendar.',
    },
    who: 'person',
    body: emptyForm,
    answers: { 200: session, 303: onward },
    refuses: ['not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/sessions/:id/cancellation',
    summary: { fr: 'Annuler une séance', en: 'Cancel a session' },
    description: {
      fr: 'Avant son heure. Les deux personnes lisent les mêmes mots.',
      en: 'Before its time. Both people read the same words.',
    },
    who: 'person',
    body: emptyForm,
    answers: { 200: session, 303: onward },
    refuses: ['not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/sessions/:id/log',
    summary: { fr: 'Dire si une séance a eu lieu', en: 'Say whether a session took place' },
    description: {
      fr: 'Dès son heure, avec sa durée réelle. Se corrige jusqu’à ce que l’autre personne confirme.',
      en: 'From its time on, with how long it really was. Can be corrected until the other person confirms.',
    },
    who: 'person',
    body: {
      'application/json': sessionLog,
      [FORM]: v.object({ ...formLanguage, held: v.picklist(['yes', 'no']), minutes: v.optional(v.string()) }),
    },
    answers: { 200: session, 303: onward },
    refuses: ['invalid', 'not-found', 'closed', 'conflict'],
  }),
  operation({
    method: 'POST',
    path: '/sessions/:id/confirmation',
    summary: { fr: 'Confirmer ce que l’autre a noté', en: 'Confirm what the other logged' },
    description: {
      fr: 'Ou dire qu’on le voit autrement\u00a0: la séance attend alors d’être notée de nouveau.',
      en: 'Or say that one sees it otherwise: the session then waits to be logged again.',
    },
    who: 'person',
    body: {
      'application/json': sessionConfirmation,
      [FORM]: v.object({ ...formLanguage, agrees: v.picklist(['yes', 'no']) }),
    },
    answers: { 200: session, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id/takeaways',
    summary: { fr: 'Lire ce que le binôme a noté', en: 'List what the pair noted' },
    description: {
      fr: 'Les deux personnes, et elles seules. Les conseils reçus ne sont lus que par qui les a notés.',
      en: 'The two people, and they alone. Advice received is read only by whoever noted it.',
    },
    who: 'person',
    answers: { 200: wholeList(takeawayShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/takeaways',
    summary: { fr: 'Noter quelque chose d’une séance', en: 'Note something from a session' },
    description: {
      fr: 'Une personne à rencontrer, un projet, une certitude bousculée, une idée, un conseil reçu. Seule une idée se partage avec l’équipe. La même note envoyée deux fois en dix minutes n’en fait qu’une.',
      en: 'Somebody to meet, a project, a certainty challenged, an idea, advice received. Only an idea can be shared with the team. The same note sent twice within ten minutes is one.',
    },
    who: 'person',
    body: {
      'application/json': takeawayInput,
      [FORM]: v.object({
        ...formLanguage,
        kind: v.string(),
        text: v.string(),
        session: v.optional(v.string()),
        shared: v.optional(v.string()),
      }),
    },
    answers: { 201: note, 303: onward },
    refuses: ['invalid', 'not-found', 'closed', 'conflict'],
  }),
  operation({
    method: 'PATCH',
    path: '/takeaways/:id',
    summary: { fr: 'Changer sa note', en: 'Change one’s note' },
    description: {
      fr: 'Son texte, où elle en est, et, pour une idée, si l’équipe la lit.',
      en: 'Its text, how far it is, and, for an idea, whether the team reads it.',
    },
    who: 'person',
    body: { 'application/json': takeawayChange },
    answers: { 200: note },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'POST',
    path: '/takeaways/:id/change',
    summary: { fr: 'Changer sa note, depuis un formulaire', en: 'Change one’s note, from a form' },
    description: { fr: 'Comme «\u00a0PATCH /takeaways/:id\u00a0».', en: 'As “PATCH /takeaways/:id”.' },
    who: 'person',
    body: {
      'application/json': takeawayChange,
      [FORM]: v.object({
        ...formLanguage,
        text: v.optional(v.string()),
        state: v.optional(v.string()),
        shared: v.optional(v.string()),
      }),
    },
    answers: { 200: note, 303: onward },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/takeaways/:id',
    summary: { fr: 'Effacer sa note', en: 'Delete one’s note' },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/takeaways/:id/deletion',
    summary: { fr: 'Effacer sa note, depuis un formulaire', en: 'Delete one’s note, from a form' },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/ideas',
    summary: { fr: 'Lire les idées partagées', en: 'List shared ideas' },
    description: {
      fr: 'Celles que leurs auteurs ont partagées avec l’équipe, et combien de notes de chaque sorte les binômes ont prises\u00a0: «\u00a0null\u00a0» en dessous de cinq binômes.',
      en: 'Those that their authors shared with the team, and how many notes of each kind pairs took: “null” below five pairs.',
    },
    who: 'programmes:read',
    organisersOnly: true,
    answers: { 200: json({ fr: 'Les idées et les totaux', en: 'Ideas and totals' }, ideasShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/ideas/:id/status',
    summary: { fr: 'Dire ce que devient une idée', en: 'Say what became of an idea' },
    description: { fr: 'Nouvelle, essayée ou adoptée.', en: 'New, tried or adopted.' },
    who: 'programmes:write',
    organisersOnly: true,
    body: { 'application/json': ideaStatus },
    answers: { 200: json({ fr: 'L’idée', en: 'The idea' }, ideaShown) },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/training-hours',
    summary: { fr: 'Lire les heures de formation', en: 'Read the hours of training' },
    description: {
      fr: 'Par personne et par rôle\u00a0: les séances que les deux ont confirmées, leur durée, et ce que le programme compte de préparation pour chacune. Avec «\u00a0format=csv\u00a0» ou «\u00a0Accept: text/csv\u00a0», en fichier.',
      en: 'By person and role: the sessions that both confirmed, how long they were, and what the programme counts for preparing each. With “format=csv” or “Accept: text/csv”, as a file.',
    },
    who: 'participants:read',
    organisersOnly: true,
    query: v.object({
      format: v.optional(v.picklist(['json', 'csv'])),
      language: v.optional(v.picklist(['fr', 'en'])),
    }),
    answers: {
      200: {
        description: { fr: 'Les heures', en: 'The hours' },
        body: { ...wholeList(trainingHoursShown).body, 'text/csv': v.pipe(v.string(), v.description('CSV')) },
      },
    },
    refuses: ['not-found'],
  }),
] as const
