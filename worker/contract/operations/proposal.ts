import { done, emptyForm, onward } from '../answer.ts'
import { operation } from '../operation.ts'

/** What the two people of a proposal answer. */
export const PROPOSAL_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/proposals/:id/acceptance',
    summary: { fr: 'Accepter une proposition', en: 'Accept a proposal' },
    description: {
      fr: 'Le binôme naît à la seconde des deux acceptations. Avant l’échéance, personne d’autre ne sait ce que chacun répond.',
      en: 'The pair starts with the second of the two acceptances. Until the deadline nobody else knows what each answers.',
    },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found', 'conflict', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/proposals/:id/refusal',
    summary: { fr: 'Décliner une proposition', en: 'Decline a proposal' },
    description: {
      fr: 'Sans raison à donner. À l’échéance, l’autre personne lit les mêmes mots que pour toute proposition éteinte.',
      en: 'With no reason asked. At the deadline the other person reads the same words as for any proposal that lapsed.',
    },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found', 'closed'],
  }),
] as const
