import * as v from 'valibot'
import { done, emptyForm, FORM, formLanguage, json, onward } from '../answer.ts'
import { operation } from '../operation.ts'
import { sessionInput, sessionShown, signInCodeInput } from '../session.ts'

const next = v.optional(v.string())

/** Sign-in by a mailed code, and who is signed in. */
export const SESSION_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/sign-in-codes',
    summary: { fr: 'Demander un code de connexion', en: 'Ask for a sign-in code' },
    description: {
      fr: 'Six chiffres, valables dix minutes, partent par e-mail si l’adresse est connue. La réponse est la même si elle ne l’est pas.',
      en: 'Six digits, valid for ten minutes, are mailed where the address is known. The answer is the same where it is not.',
    },
    who: 'anyone',
    body: {
      'application/json': signInCodeInput,
      [FORM]: v.object({ ...formLanguage, email: v.string(), next }),
    },
    answers: {
      202: json(
        {
          fr: 'Le code est parti si l’adresse est connue',
          en: 'The code is on its way if the address is known',
        },
        v.strictObject({ state: v.literal('mailed-if-known') }),
      ),
      303: onward,
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/sessions',
    summary: { fr: 'Ouvrir une session avec un code', en: 'Open a session with a code' },
    description: {
      fr: 'Trois essais par code. La session dure trente jours, dans un cookie.',
      en: 'Three tries for each code. The session lasts thirty days, in a cookie.',
    },
    who: 'anyone',
    body: {
      'application/json': sessionInput,
      [FORM]: v.object({ ...formLanguage, email: v.optional(v.string()), code: v.string(), next }),
    },
    answers: {
      201: {
        ...json(
          { fr: 'La session est ouverte', en: 'The session is open' },
          v.strictObject({ state: v.literal('signed-in') }),
        ),
        headers: ['Set-Cookie'],
      },
      303: { ...onward, headers: ['Location', 'Set-Cookie'] },
    },
    refuses: ['invalid', 'unauthenticated'],
  }),
  operation({
    method: 'POST',
    path: '/sign-outs',
    summary: { fr: 'Fermer la session', en: 'Close the session' },
    who: 'anyone',
    body: emptyForm,
    answers: {
      204: { ...done, headers: ['Set-Cookie', 'Clear-Site-Data'] },
      303: { ...onward, headers: ['Location', 'Set-Cookie', 'Clear-Site-Data'] },
    },
  }),
  operation({
    method: 'GET',
    path: '/session',
    summary: { fr: 'Savoir qui est connecté', en: 'Read who is signed in' },
    description: {
      fr: '«\u00a0person\u00a0» est l’identifiant de la personne, nul pour qui n’est pas dans l’annuaire. «\u00a0organiser\u00a0» dit si toute la console lui est ouverte.',
      en: '“person” is the identifier of the person, null for somebody who is not in the directory. “organiser” says whether the whole console is open to them.',
    },
    who: 'anyone',
    answers: { 200: json({ fr: 'La personne connectée', en: 'Who is signed in' }, sessionShown) },
    refuses: ['unauthenticated'],
  }),
] as const
