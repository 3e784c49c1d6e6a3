import * as v from 'valibot'
import { done, emptyForm, FORM, formLanguage, json, onward } from '../answer.ts'
import { designationInput, designationShown } from '../designation.ts'
import { operation } from '../operation.ts'
import { confirmationInput, confirmedShown, enrolledShown, signUpInput } from '../sign-up.ts'
import { signUpCodeInput, signUpCodeShown } from '../sign-up-code.ts'

/** The page’s own fields; the others are named after the questions, as the page draws them. */
const signUpForm = v.objectWithRest(
  {
    ...formLanguage,
    role: v.optional(v.picklist(['mentor', 'mentee', 'both'])),
    step: v.optional(v.picklist(['check', 'edit', 'save', 'erase', 'send', 'language-fr', 'language-en'])),
    form_token: v.optional(v.string()),
    draft: v.optional(v.string()),
    invitation: v.optional(v.string()),
  },
  v.union([v.string(), v.array(v.string())]),
)

const EXAMPLE = {
  role: 'mentee',
  person: 'E0417',
  language: 'fr',
  consents: { volunteer: '2026-03-02T09:15:00Z', charter: '2026-03-02T09:15:00Z', reminders: true },
  answers: {
    G2: ['fr', 'en'],
    G6: { weeks: 1, slots: ['tue-midday', 'thu-midday'], where: 'either', hours: 4 },
    WANTS: [{ topic: 'ai-assistants', facet: 'usage', level: 1, target: 3 }],
    OFFERS: [{ topic: 'negotiation', facet: 'usage', level: 4, last: 3 }],
    NEED1: 2,
    IM: ['IM5'],
  },
}

/** How people come in: by themselves, by a key that vouches, by an invitation or a printed code. */
export const SIGN_UP_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/programmes/:slug/sign-ups',
    summary: { fr: 'Inscrire à un programme', en: 'Sign up for a programme' },
    description: {
      fr: 'Sans clé, une adresse est à confirmer par e-mail et la réponse est 202\u00a0; la même inscription envoyée deux fois en dix minutes n’en fait qu’une. Une clé avec le droit «\u00a0sign-ups:write\u00a0» répond de l’adresse et des accords datés\u00a0: la personne participe aussitôt, sans e-mail, et la réponse est 201. «\u00a0answers\u00a0» suit le questionnaire du rôle.',
      en: 'Without a key, the address is confirmed by mail and the answer is 202; the same sign-up sent twice within ten minutes is one. A key with the scope “sign-ups:write” vouches for the address and the dated consents: the person takes part at once, without a mail, and the answer is 201. “answers” follows the questionnaire of the role.',
    },
    who: 'anyone',
    body: { 'application/json': signUpInput, [FORM]: signUpForm },
    answers: {
      200: {
        description: {
          fr: 'Pour un formulaire seulement\u00a0: la page, à relire ou à poursuivre',
          en: 'For a form only: the page, to read again or to go on with',
        },
        body: { 'text/html': v.string() },
      },
      201: json({ fr: 'La personne participe', en: 'The person takes part' }, enrolledShown),
      202: json(
        {
          fr: 'Un e-mail est parti, pour confirmer l’adresse',
          en: 'A mail is on its way, to confirm the address',
        },
        v.strictObject({ state: v.literal('to-confirm') }),
      ),
      303: onward,
    },
    refuses: ['invalid', 'not-found', 'forbidden', 'closed'],
    example: {
      params: { slug: 'regards-neufs' },
      body: EXAMPLE,
      answer: {
        participants: [
          { id: 'par_7k3qm2xw9dtn5b8vhe4r', person: 'E0417', role: 'mentee', state: 'active', capacity: 1 },
        ],
      },
    },
  }),
  operation({
    method: 'POST',
    path: '/sign-up-confirmations',
    summary: { fr: 'Confirmer une inscription', en: 'Confirm a sign-up' },
    description: {
      fr: 'Avec le jeton du lien reçu par e-mail, valable trente jours. Deux fois le même ne change rien.',
      en: 'With the token of the mailed link, valid for thirty days. Twice the same changes nothing.',
    },
    who: 'anyone',
    body: {
      'application/json': confirmationInput,
      [FORM]: v.object({ ...formLanguage, token: v.string() }),
    },
    answers: {
      201: json({ fr: 'L’inscription est confirmée', en: 'The sign-up is confirmed' }, confirmedShown),
      303: onward,
    },
    refuses: ['invalid', 'not-found', 'forbidden', 'conflict', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/invitations/:token/refusal',
    summary: { fr: 'Décliner une invitation', en: 'Decline an invitation' },
    description: {
      fr: 'Pour l’équipe, l’invitation reste en attente jusqu’à son terme. L’accepter, c’est s’inscrire depuis sa page.',
      en: 'To the team the invitation keeps waiting until it runs out. To accept it is to sign up from its page.',
    },
    who: 'anyone',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/programmes/:slug/designations',
    summary: { fr: 'Proposer des personnes pour un rôle', en: 'Propose people for a role' },
    description: {
      fr: 'Chacune reçoit une invitation et reste libre de dire non. «\u00a0unreachable\u00a0»\u00a0: qui n’a pas d’adresse, avec un code à remettre, montré une seule fois. «\u00a0already\u00a0»\u00a0: qui était déjà là, et n’est pas sollicité de nouveau. La réponse est 200 quand personne n’a été ajouté.',
      en: 'Each gets an invitation and is free to say no. “unreachable”: who has no address, with a code to hand over, shown once. “already”: who was there before and is not asked again. The answer is 200 where nobody was added.',
    },
    who: 'participants:write',
    body: { 'application/json': designationInput },
    answers: {
      200: json({ fr: 'Tout le monde était déjà là', en: 'Everybody was there already' }, designationShown),
      201: json(
        { fr: 'Ce qu’il est advenu de chaque personne', en: 'What became of each person' },
        designationShown,
      ),
    },
    refuses: ['invalid', 'not-found', 'closed'],
    example: {
      params: { slug: 'regards-neufs' },
      body: { role: 'mentor', proposed_by: 'Anne Riou, directrice des données', people: ['E1204'] },
    },
  }),
  operation({
    method: 'POST',
    path: '/sign-up-codes',
    summary: { fr: 'Imprimer des codes d’inscription', en: 'Print sign-up codes' },
    description: {
      fr: 'Pour les personnes sans messagerie. Un code vaut soixante jours et n’est montré qu’ici. Un nouveau code met fin au précédent.',
      en: 'For people without a mailbox. A code is good for sixty days and is shown here only. A new code ends the one before.',
    },
    who: 'participants:write',
    body: { 'application/json': signUpCodeInput },
    answers: {
      201: json(
        { fr: 'Les codes, dans l’ordre donné', en: 'The codes, in the order given' },
        v.strictObject({ items: v.array(signUpCodeShown), next_cursor: v.null() }),
      ),
    },
    refuses: ['invalid'],
    example: { body: { people: ['E0417', 'E1204'] } },
  }),
] as const
