import * as v from 'valibot'
import { done, FORM, formLanguage, json, onward, page } from '../answer.ts'
import {
  mailEventInput,
  mailProblemShown,
  mailSuppressionShown,
  unsubscriptionShown,
} from '../mail-problem.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'

/** Mails that did not arrive, addresses that refuse them, and how somebody stops what is sent regularly. */
export const MAIL_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/mail-problems',
    summary: { fr: 'Lire les messages qui ne sont pas partis', en: 'List the mails that did not leave' },
    description: {
      fr: 'Les plus récents d’abord. «\u00a0failed\u00a0»\u00a0: le message n’est pas parti. «\u00a0uncertain\u00a0»\u00a0: aucune réponse n’est venue, il est peut-être parti, et il n’est pas renvoyé de lui-même, pour que personne ne reçoive deux fois la même chose. Ni l’adresse ni le contenu ne sont montrés.',
      en: 'Newest first. “failed”: the mail did not leave. “uncertain”: no answer came, it may have left, and is not sent again by itself, so that nobody gets the same thing twice. Neither address nor contents are shown.',
    },
    who: 'participants:read',
    organisersOnly: true,
    query: v.object(paging),
    answers: { 200: page(mailProblemShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/mail-problems/:id/resend',
    summary: { fr: 'Renvoyer un message qui n’est pas parti', en: 'Send again a mail that did not leave' },
    description: {
      fr: 'Il part dans la minute, à l’adresse d’aujourd’hui. Un message «\u00a0uncertain\u00a0» arrivera peut-être deux fois. Un code de connexion ne se renvoie pas\u00a0: la personne en demande un autre. Rien ne part vers une adresse qui refuse nos messages.',
      en: 'It leaves within a minute, to the address of today. An “uncertain” one may arrive twice. A sign-in code is not sent again: the person asks for another. Nothing leaves for an address that refuses mail.',
    },
    who: 'participants:write',
    organisersOnly: true,
    answers: {
      202: json({ fr: 'Le message, qui attend de partir', en: 'The mail, about to leave' }, mailProblemShown),
    },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/mail-suppressions',
    summary: {
      fr: 'Lire les adresses qui refusent nos messages',
      en: 'List the addresses that refuse mail',
    },
    description: {
      fr: 'Les plus récentes d’abord\u00a0: boîtes qui n’existent plus, personnes qui ont signalé un message comme indésirable, adresses que le fournisseur retient. Seule l’empreinte de l’adresse est gardée. Une personne qui change d’adresse reçoit de nouveau nos messages.',
      en: 'Newest first: mailboxes that are gone, people who reported a mail as unwanted, addresses that the provider holds back. Only the fingerprint of the address is kept. Somebody who changes their address gets mail again.',
    },
    who: 'participants:read',
    organisersOnly: true,
    query: v.object(paging),
    answers: { 200: page(mailSuppressionShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'DELETE',
    path: '/mail-suppressions/:id',
    summary: { fr: 'Écrire de nouveau à une adresse', en: 'Write to an address again' },
    description: {
      fr: 'À faire quand la boîte est réparée, ou que la personne le demande. Le fournisseur tient sa propre liste\u00a0: retirez-en aussi l’adresse.',
      en: 'For when the mailbox is mended, or the person asks for it. The provider keeps a list of its own: take the address off it as well.',
    },
    who: 'participants:write',
    organisersOnly: true,
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/mail-events',
    summary: {
      fr: 'Recevoir les nouvelles du fournisseur de messagerie',
      en: 'Take news of the mail provider',
    },
    description: {
      fr: 'Pour les webhooks de Resend, signés selon Standard Webhooks (en-têtes «\u00a0svix-id\u00a0», «\u00a0svix-timestamp\u00a0», «\u00a0svix-signature\u00a0»). Rebonds définitifs et plaintes sont notés\u00a0; le reste est reçu et ne change rien. Introuvable tant que «\u00a0MAIL_EVENTS_SECRET\u00a0» n’est pas réglé.',
      en: 'For the webhooks of Resend, signed as Standard Webhooks says (headers “svix-id”, “svix-timestamp”, “svix-signature”). Permanent bounces and complaints are noted; the rest is taken and changes nothing. Not found unless “MAIL_EVENTS_SECRET” is set.',
    },
    who: 'anyone',
    body: { 'application/json': mailEventInput },
    answers: { 204: done },
    refuses: ['unauthenticated', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/unsubscriptions/:token',
    summary: {
      fr: 'Ouvrir le lien de désabonnement d’un message',
      en: 'Open the link to unsubscribe of a mail',
    },
    description: {
      fr: 'Ouvrir ne change rien\u00a0: la page a un bouton.',
      en: 'Opening changes nothing: the page has a button.',
    },
    who: 'anyone',
    answers: {
      200: json({ fr: 'Ce que le lien arrête', en: 'What the link stops' }, unsubscriptionShown),
      303: {
        description: {
          fr: 'Pour un navigateur\u00a0: la page à ouvrir',
          en: 'For a browser: the page to open',
        },
        headers: ['Location'],
      },
    },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/unsubscriptions/:token',
    summary: { fr: 'Ne plus recevoir un message régulier', en: 'Stop a regular mail' },
    description: {
      fr: 'En un geste, sans connexion (RFC 8058)\u00a0: le message du lundi pour une personne qui organise, les rappels pour une personne inscrite. Deux fois ne fait rien de plus.',
      en: 'In one press, without signing in (RFC 8058): the message of Monday for an organiser, reminders for a participant. Twice does nothing more.',
    },
    who: 'anyone',
    body: { [FORM]: v.looseObject(formLanguage) },
    answers: { 204: done, 303: onward },
    refuses: ['not-found'],
  }),
] as const
