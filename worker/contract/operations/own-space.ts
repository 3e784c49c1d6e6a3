import * as v from 'valibot'
import { done, emptyForm, FORM, formLanguage, json, onward, wholeList } from '../answer.ts'
import { exclusionInput, exclusionShown } from '../exclusion.ts'
import { mentorWishInput, mentorWishShown } from '../mentor-wish.ts'
import { operation } from '../operation.ts'
import { ownAnswersInput } from '../own-answers.ts'
import { ownExportShown } from '../own-export.ts'

const FORGOTTEN = ['Clear-Site-Data']

/** What people do with what is theirs, from their own space. */
export const OWN_SPACE_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/me/answers/:participant',
    summary: { fr: 'Corriger ses réponses', en: 'Correct one’s own answers' },
    description: {
      fr: 'Toutes les réponses à la fois, tant qu’aucun appariement ne s’en est servi. Les accords donnés ne changent pas.',
      en: 'All answers at once, until a match run has looked at them. Consents stay as they were given.',
    },
    who: 'person',
    body: {
      'application/json': ownAnswersInput,
      [FORM]: v.objectWithRest(formLanguage, v.union([v.string(), v.array(v.string())])),
    },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/me/participations/:participant/withdrawal',
    summary: { fr: 'Quitter un programme', en: 'Leave a programme' },
    description: {
      fr: 'Aussitôt, sans raison à donner. Les propositions ouvertes s’éteignent à leur échéance, comme les autres.',
      en: 'At once, with no reason asked. Open proposals lapse at their deadline, like any other.',
    },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/me',
    summary: { fr: 'Tout effacer', en: 'Erase everything' },
    description: {
      fr: 'La personne quitte ses programmes\u00a0; ses réponses, ses souhaits et ses connexions disparaissent. Ce que l’annuaire du personnel dit d’elle reste.',
      en: 'The person leaves their programmes; their answers, wishes and ways in go. What the staff directory says of them stays.',
    },
    who: 'person',
    answers: { 204: { ...done, headers: FORGOTTEN } },
  }),
  operation({
    method: 'POST',
    path: '/me/erasure',
    summary: { fr: 'Tout effacer, depuis un formulaire', en: 'Erase everything, from a form' },
    description: { fr: 'Comme «\u00a0DELETE /me\u00a0».', en: 'As “DELETE /me”.' },
    who: 'person',
    body: emptyForm,
    answers: {
      204: { ...done, headers: FORGOTTEN },
      303: { ...onward, headers: ['Location', ...FORGOTTEN] },
    },
  }),
  operation({
    method: 'GET',
    path: '/me/export',
    summary: { fr: 'Emporter ses données', en: 'Take one’s data along' },
    description: {
      fr: 'Tout ce qui concerne la personne qui le demande, et rien des mots des autres. Les phrases sont dans la langue de la demande.',
      en: 'Everything about the person who asks, and nothing of the words of others. Sentences are in the language of the request.',
    },
    who: 'person',
    answers: {
      200: {
        ...json({ fr: 'Un fichier JSON', en: 'A JSON file' }, ownExportShown),
        headers: ['Content-Disposition'],
      },
    },
  }),
  operation({
    method: 'GET',
    path: '/me/exclusions',
    summary: { fr: 'Lire qui l’on préfère ne pas rencontrer', en: 'List whom one would rather not meet' },
    description: { fr: 'Personne d’autre ne lit cette liste.', en: 'Nobody else reads this list.' },
    who: 'person',
    answers: { 200: wholeList(exclusionShown) },
  }),
  operation({
    method: 'POST',
    path: '/me/exclusions',
    summary: { fr: 'Écarter une adresse', en: 'Exclude an address' },
    description: {
      fr: 'Vingt adresses au plus. La réponse est la même que l’adresse soit connue ou non.',
      en: 'Twenty addresses at most. The answer is the same whether the address is known or not.',
    },
    who: 'person',
    body: { 'application/json': exclusionInput, [FORM]: v.object({ ...formLanguage, email: v.string() }) },
    answers: {
      201: json({ fr: 'L’adresse écartée', en: 'The excluded address' }, exclusionShown),
      303: onward,
    },
    refuses: ['invalid', 'conflict'],
  }),
  operation({
    method: 'DELETE',
    path: '/me/exclusions/:id',
    summary: { fr: 'Ne plus écarter une adresse', en: 'Remove an exclusion' },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/me/exclusions/:id/withdrawal',
    summary: {
      fr: 'Ne plus écarter une adresse, depuis un formulaire',
      en: 'Remove an exclusion, from a form',
    },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/me/mentor-wishes',
    summary: { fr: 'Souhaiter un mentor', en: 'Wish for a mentor' },
    description: {
      fr: 'Une préférence, qui remplace la précédente. Le mentor n’en sait rien, et la réponse est la même que l’adresse soit connue ou non.',
      en: 'A preference, which replaces the one before. The mentor is told nothing, and the answer is the same whether the address is known or not.',
    },
    who: 'person',
    body: {
      'application/json': mentorWishInput,
      [FORM]: v.object({ ...formLanguage, programme: v.string(), email: v.string() }),
    },
    answers: { 201: json({ fr: 'Le souhait', en: 'The wish' }, mentorWishShown), 303: onward },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/me/mentor-wishes/:slug',
    summary: { fr: 'Retirer son souhait', en: 'Withdraw one’s wish' },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/me/mentor-wishes/:slug/withdrawal',
    summary: { fr: 'Retirer son souhait, depuis un formulaire', en: 'Withdraw one’s wish, from a form' },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
] as const
