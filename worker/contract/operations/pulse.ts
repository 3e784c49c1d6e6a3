import { done, FORM, json, onward, wholeList } from '../answer.ts'
import { operation } from '../operation.ts'
import { pairHealthShown, pulseForm, pulseInput, pulseShown } from '../pulse.ts'

const GIVEN = { PU1: 4, PU2: 3, PU3: 3, PU4: 3 }

/** How a session was, and how a pair fares. */
export const PULSE_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/feedback/:token/pulse',
    summary: { fr: 'Dire comment s’est passée une séance', en: 'Say how a session was' },
    description: {
      fr: 'Avec le lien reçu par message, sans connexion. Une seule fois, de 0 à 4, rien n’est obligatoire. «\u00a0PUH\u00a0» demande à être contacté par la personne que nomme la page.',
      en: 'With the link that was mailed, without a session. Once, 0 to 4 each, nothing is required. “PUH” asks to be contacted by the person whom the page names.',
    },
    who: 'anyone',
    body: { 'application/json': pulseInput, [FORM]: pulseForm },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed', 'conflict'],
    example: { body: GIVEN },
  }),
  operation({
    method: 'POST',
    path: '/sessions/:id/pulses',
    summary: { fr: 'Dire comment s’est passée sa séance', en: 'Say how one’s session was' },
    description: {
      fr: 'Le même avis, pour une personne connectée, dès la fin de la séance. Il prend la place de la question envoyée par message.',
      en: 'The same, for somebody who signed in, from the end of the session on. It takes the place of the mailed question.',
    },
    who: 'person',
    body: { 'application/json': pulseInput, [FORM]: pulseForm },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
    example: { body: GIVEN },
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id/pulses',
    summary: { fr: 'Lire les ressentis d’un binôme', en: 'Read the pulses of a pair' },
    description: {
      fr: 'Pour la personne référente du programme et la personne qui accompagne le binôme, et pour personne d’autre\u00a0: ni clé, ni le reste de l’équipe.',
      en: 'For the referent of the programme and the coach of the pair, and nobody else: no key, and not the rest of the team.',
    },
    who: 'pairs:read',
    answers: { 200: wholeList(pulseShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id/health',
    summary: { fr: 'Savoir comment va un binôme', en: 'Read how a pair fares' },
    description: {
      fr: 'Une classe et rien d’autre. «\u00a0grey\u00a0» veut dire que personne n’a encore répondu, ce qui n’est pas un souci.',
      en: 'A class and nothing else. “grey” means that nobody has answered yet, which is no trouble.',
    },
    who: 'pairs:read',
    alsoFor: ['correspondent'],
    answers: { 200: json({ fr: 'La classe', en: 'The class' }, pairHealthShown) },
    refuses: ['not-found'],
  }),
] as const
