import * as v from 'valibot'
import { done, emptyForm, FORM, formLanguage, json, onward, page } from '../answer.ts'
import { helpClosureInput, helpInput, helpShown, ownHelpShown } from '../help.ts'
import { operation } from '../operation.ts'
import { pairShown } from '../pair.ts'
import { pauseInput, separationInput, separationShown } from '../pair-way.ts'
import { referentInput, referentShown } from '../referent.ts'
import { paging } from '../shape.ts'

const PAIR = json({ fr: 'Le binôme', en: 'The pair' }, pairShown)

/** To whom people may speak in confidence, and the ways out of a pair and back. */
export const PAIR_WAY_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/programmes/:slug/referent',
    summary: { fr: 'Lire qui est la personne référente', en: 'Read who the referent is' },
    description: {
      fr: 'La personne à qui l’on parle en confiance. Sans elle, c’est toute l’équipe qui lit.',
      en: 'The person to whom people speak in confidence. Without one, the whole team reads.',
    },
    who: 'programmes:read',
    organisersOnly: true,
    answers: { 200: json({ fr: 'La personne référente', en: 'The referent' }, referentShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/programmes/:slug/referent',
    summary: { fr: 'Nommer la personne référente', en: 'Name the referent' },
    description: {
      fr: 'Quelqu’un de l’équipe, qui organise ou qui accompagne. Les demandes dont le lecteur a quitté l’équipe passent à cette personne, et leurs auteurs en sont informés. Celles qui ont un autre lecteur le gardent.',
      en: 'Somebody of the team who organises or coaches. Requests whose reader has left the team pass to them, and their authors are told. Those with another reader keep theirs.',
    },
    who: 'programmes:write',
    organisersOnly: true,
    body: { 'application/json': referentInput },
    answers: { 200: json({ fr: 'La personne référente', en: 'The referent' }, referentShown) },
    refuses: ['invalid', 'not-found'],
    example: { body: { email: 'maelle.kerdoncuff@armorique.example' } },
  }),
  operation({
    method: 'DELETE',
    path: '/programmes/:slug/referent',
    summary: { fr: 'Ne plus nommer de personne référente', en: 'Name no referent any more' },
    description: {
      fr: 'Toute l’équipe lit dès lors. Ce qui a été confié à la personne référente lui reste réservé.',
      en: 'From then on the whole team reads. What was confided to the referent stays theirs alone.',
    },
    who: 'programmes:write',
    organisersOnly: true,
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/help-requests',
    summary: { fr: 'Demander de l’aide', en: 'Ask for help' },
    description: {
      fr: 'Pour un binôme, ou pour une participation sans binôme. Seule la personne nommée avant l’envoi lit le texte\u00a0; l’autre personne du binôme n’en sait rien. Une réponse est due sous trois jours ouvrés. Avec «\u00a0reader\u00a0», rien n’est envoyé si qui lit a changé entre-temps. La même demande, envoyée de nouveau tant qu’elle attend, n’en fait qu’une.',
      en: 'About a pair, or a participation without one. Only the reader named beforehand reads the text; the other person in the pair knows nothing of it. An answer is due within three working days. With “reader”, nothing is sent where the reader has changed in between. The same request sent again while it waits is one.',
    },
    who: 'person',
    body: {
      'application/json': helpInput,
      [FORM]: v.object({
        ...formLanguage,
        pair: v.optional(v.string()),
        participation: v.optional(v.string()),
        text: v.optional(v.string()),
        reader: v.optional(v.string()),
      }),
    },
    answers: {
      201: json(
        { fr: 'La demande, avec qui la lit et pour quand', en: 'The request, with who reads it and by when' },
        ownHelpShown,
      ),
      303: onward,
    },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'GET',
    path: '/help-requests',
    summary: {
      fr: 'Lire les demandes d’aide que l’on doit lire',
      en: 'List the requests for help one is to read',
    },
    description: {
      fr: 'Seulement celles pour lesquelles on a été nommé avant l’envoi, ou qui s’adressent à toute l’équipe. Une clé lit une liste vide.',
      en: 'Only those for which one was named before they were sent, or that are for the whole team. A key reads an empty list.',
    },
    who: 'pairs:read',
    query: v.object({ ...paging, state: v.optional(v.picklist(['open', 'closed'])) }),
    answers: { 200: page(helpShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'POST',
    path: '/help-requests/:id/closure',
    summary: { fr: 'Clore une demande d’aide', en: 'Close a request for help' },
    description: {
      fr: 'Par la personne qui l’a lue. Ce qui a été convenu reste pour elle.',
      en: 'By the person who read it. What was agreed stays with them.',
    },
    who: 'pairs:read',
    body: { 'application/json': helpClosureInput },
    answers: { 200: json({ fr: 'La demande, close', en: 'The request, closed' }, helpShown) },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/pause',
    summary: { fr: 'Mettre son binôme en pause', en: 'Put one’s pair on a break' },
    description: {
      fr: 'Jusqu’à un jour, 60 jours au plus, où le binôme reprend de lui-même. Aucune raison n’est demandée, et les deux personnes lisent les mêmes mots. Les séances d’ici là sont annulées.',
      en: 'Until a day, 60 days ahead at most, on which the pair resumes by itself. No reason is asked, and both people read the same words. Sessions until then are cancelled.',
    },
    who: 'person',
    body: {
      'application/json': pauseInput,
      [FORM]: v.object({ ...formLanguage, until: v.string() }),
    },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/return',
    summary: { fr: 'Reprendre son binôme avant le jour prévu', en: 'Resume one’s pair before the day' },
    who: 'person',
    body: emptyForm,
    answers: { 204: done, 303: onward },
    refuses: ['not-found', 'closed'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/separation',
    summary: { fr: 'Mettre fin à son binôme', en: 'End one’s pair' },
    description: {
      fr: 'Sans faute de personne. Les deux lisent les mêmes mots au même moment. Qui l’a demandé, et pourquoi, n’est lu que par la personne nommée avant l’envoi.',
      en: 'Nobody is at fault. Both read the same words at the same moment. Who asked, and why, is read only by the person named beforehand.',
    },
    who: 'person',
    body: {
      'application/json': separationInput,
      [FORM]: v.object({
        ...formLanguage,
        reason: v.optional(v.string()),
        reader: v.optional(v.string()),
      }),
    },
    answers: { 204: done, 303: onward },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'GET',
    path: '/pairs/:id/separation',
    summary: {
      fr: 'Lire qui a demandé une séparation, et pourquoi',
      en: 'Read who asked for a separation, and why',
    },
    description: {
      fr: 'Réservé à la personne qui avait été nommée. Pour toute autre, il n’y a rien à cette adresse.',
      en: 'For the person who was named alone. For everybody else there is nothing at this address.',
    },
    who: 'pairs:read',
    answers: { 200: json({ fr: 'La séparation', en: 'The separation' }, separationShown) },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/pairs/:id/break',
    summary: { fr: 'Mettre un binôme en pause', en: 'Put a pair on a break' },
    description: {
      fr: 'Les deux personnes lisent les mêmes mots que si l’une d’elles l’avait demandé.',
      en: 'Both people read the same words as if one of them had asked.',
    },
    who: 'pairs:write',
    organisersOnly: true,
    body: { 'application/json': pauseInput },
    answers: { 200: PAIR },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
  operation({
    method: 'DELETE',
    path: '/pairs/:id/break',
    summary: { fr: 'Reprendre un binôme en pause', en: 'Resume a pair on a break' },
    who: 'pairs:write',
    organisersOnly: true,
    answers: { 204: done },
    refuses: ['not-found'],
  }),
  operation({
    method: 'POST',
    path: '/pairs/:id/ending',
    summary: { fr: 'Mettre fin à un binôme', en: 'End a pair' },
    description: {
      fr: 'Sans faute de personne, avec les mêmes mots que si l’une des deux l’avait demandé. Le motif n’est lu que par la personne référente.',
      en: 'Nobody is at fault, in the same words as if one of the two had asked. The reason is read by the referent alone.',
    },
    who: 'pairs:write',
    organisersOnly: true,
    body: { 'application/json': separationInput },
    answers: { 200: PAIR },
    refuses: ['invalid', 'not-found', 'closed'],
  }),
] as const
