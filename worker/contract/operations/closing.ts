import * as v from 'valibot'
import { done, FORM, formLanguage, onward, wholeList } from '../answer.ts'
import { operation } from '../operation.ts'
import { surveyInput } from '../survey.ts'
import { talentChoiceInput, talentShown } from '../talent.ts'
import { thankYouInput } from '../thank-you.ts'

const surveyBody = {
  'application/json': surveyInput,
  [FORM]: v.objectWithRest(formLanguage, v.union([v.string(), v.array(v.string())])),
}

/** The surveys, and what closes a pair. */
export const CLOSING_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/feedback/:token/survey',
    summary: { fr: 'Répondre à un questionnaire reçu par mail', en: 'Answer a mailed survey' },
    description: {
      fr: 'Le lien suffit. Aucune réponse n’est obligatoire, et une seule fois suffit. Personne ne lit ces réponses une par une\u00a0: elles servent à des totaux, à partir de cinq personnes.',
      en: 'The link is enough. No answer is required, and once is enough. Nobody reads these answers one by one: they make totals, from five people on.',
    },
    who: 'anyone',
    body: surveyBody,
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/me/surveys/:request',
    summary: {
      fr: 'Répondre à un questionnaire depuis son espace',
      en: 'Answer a survey from one’s own space',
    },
    description: {
      fr: 'Les mêmes questions que par le lien du mail.',
      en: 'The same questions as by the mailed link.',
    },
    who: 'person',
    body: surveyBody,
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/thank-you',
    summary: { fr: 'Remercier son binôme', en: 'Thank one’s partner' },
    description: {
      fr: 'Un mot que l’autre seul lit, à la place du précédent.',
      en: 'A note that the other alone reads, in the place of the one before.',
    },
    who: 'person',
    body: { 'application/json': thankYouInput, [FORM]: v.object({ ...formLanguage, text: v.string() }) },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'PUT',
    path: '/me/talent-choices/:participant',
    summary: { fr: 'Être visible de l’équipe talents', en: 'Be visible to the talent team' },
    description: {
      fr: 'Une fois la question posée, au terme d’un binôme\u00a0; jamais avant.',
      en: 'Once the question was asked, at the end of a pair; never before.',
    },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/me/talent-choices/:participant',
    summary: { fr: 'Ne plus être visible de l’équipe talents', en: 'Stop being visible to the talent team' },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/me/talent-choices/:participant',
    summary: {
      fr: 'Choisir d’être visible de l’équipe talents ou non',
      en: 'Choose whether to be visible to the talent team',
    },
    who: 'person',
    body: {
      'application/json': talentChoiceInput,
      [FORM]: v.object({ ...formLanguage, ...talentChoiceInput.entries }),
    },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/programmes/:slug/talents',
    summary: { fr: 'Lire qui veut être visible', en: 'List who wants to be visible' },
    description: {
      fr: 'Les personnes qui l’ont choisi au terme de leur binôme, avec des faits\u00a0: rôle, sujets transmis, séances, heures. Aucune note, aucun ressenti, aucune réponse.',
      en: 'People who chose so at the end of their pair, with facts: role, topics passed on, sessions, hours. No rating, no pulse, no answer.',
    },
    who: 'participants:read',
    organisersOnly: true,
    answers: { 200: wholeList(talentShown) },
    refuses: ['not-found'],
  }),
] as const
