import * as v from 'valibot'
import { AGREEMENT_PARTS, agreementInput, agreementShown, versionRead } from '../agreement.ts'
import { done, FORM, formLanguage, json, onward } from '../answer.ts'
import { operation } from '../operation.ts'

const agreement = json({ fr: 'L’accord du binôme', en: 'The agreement of the pair' }, agreementShown)
const agreementForm = v.object({ ...formLanguage, ...v.entriesFromList(AGREEMENT_PARTS, v.string()) })
const versionForm = v.object({ ...formLanguage, version: v.string() })
const tickForm = v.object({ ...formLanguage, pair: v.optional(v.string()) })

/** How a pair begins, by the two people of it. */
export const PAIR_START_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/pairs/:id/agreement',
    summary: { fr: 'Lire l’accord de son binôme', en: 'Read the agreement of one’s pair' },
    description: {
      fr: 'Seules les deux personnes du binôme le lisent.',
      en: 'Only the two people of the pair read it.',
    },
    who: 'person',
    answers: { 200: agreement },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/pairs/:id/agreement',
    summary: { fr: 'Écrire l’accord de son binôme', en: 'Write the agreement of one’s pair' },
    description: {
      fr: 'Qui écrit accepte ses mots\u00a0; l’acceptation de l’autre personne, s’il y en avait une, est à redonner.',
      en: 'Whoever writes accepts their own words; the acceptance of the other, if there was one, has to be given again.',
    },
    who: 'person',
    body: { 'application/json': agreementInput },
    answers: { 200: agreement },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/agreement',
    summary: {
      fr: 'Écrire l’accord de son binôme, depuis un formulaire',
      en: 'Write the agreement of one’s pair, from a form',
    },
    description: { fr: 'Comme «\u00a0PUT\u00a0».', en: 'As “PUT”.' },
    who: 'person',
    body: { 'application/json': agreementInput, [FORM]: agreementForm },
    answers: { 200: agreement, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/agreement/acceptance',
    summary: { fr: 'Accepter l’accord de son binôme', en: 'Accept the agreement of one’s pair' },
    description: {
      fr: '«\u00a0version\u00a0» est celle des mots qui ont été lus\u00a0: s’ils ont changé depuis, rien n’est accepté.',
      en: '“version” is that of the words that were read: where they have changed since, nothing is accepted.',
    },
    who: 'person',
    body: { 'application/json': versionRead, [FORM]: versionForm },
    answers: { 200: agreement, 303: onward },
    refuses: ['invalid', 'not-found', 'conflict', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/participations/:id/charter-signature',
    summary: { fr: 'Signer la charte qui a changé', en: 'Sign the charter that has changed' },
    description: {
      fr: '«\u00a0version\u00a0» est celle du texte qui a été lu. Signer deux fois ne change rien.',
      en: '“version” is that of the text that was read. Signing twice changes nothing.',
    },
    who: 'person',
    body: { 'application/json': versionRead, [FORM]: versionForm },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'conflict', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/modules/:id/completion',
    summary: { fr: 'Cocher un module', en: 'Tick a module' },
    who: 'person',
    body: { [FORM]: tickForm },
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/modules/:id/completion',
    summary: { fr: 'Décocher un module', en: 'Untick a module' },
    who: 'person',
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/modules/:id/completion/withdrawal',
    summary: { fr: 'Décocher un module, depuis un formulaire', en: 'Untick a module, from a form' },
    who: 'person',
    body: { [FORM]: tickForm },
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
] as const
