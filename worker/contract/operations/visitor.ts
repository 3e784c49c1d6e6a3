import * as v from 'valibot'
import { CONTACT_SUBJECTS, type ContactSubject } from '#domain/contact-message.ts'
import { TESTIMONY_STATES } from '#domain/testimony.ts'
import { FORM, formLanguage, json, onward, page } from '../answer.ts'
import { contactMessageInput, contactMessageShown } from '../contact-message.ts'
import { operation } from '../operation.ts'
import { paging } from '../shape.ts'
import { testimonyDecision, testimonyInput, testimonyShown } from '../testimony.ts'

const message = json({ fr: 'Le message', en: 'The message' }, contactMessageShown)
const testimony = json({ fr: 'Le témoignage', en: 'The testimony' }, testimonyShown)

/** What every form of a visitor carries: when its page was drawn. */
const visitorForm = { ...formLanguage, token: v.optional(v.string()) }

/** What visitors send to the team. */
export const VISITOR_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/contact-messages',
    summary: { fr: 'Écrire à l’équipe', en: 'Write to the team' },
    description: {
      fr: 'Un accusé de réception part à l’adresse donnée, sans rien répéter du message. Pour répondre à l’appel à experts, donnez le sujet «\u00a0expert\u00a0».',
      en: 'A receipt goes to the address given and repeats nothing of the message. To answer the call for experts, write about “expert”.',
    },
    who: 'anyone',
    body: {
      'application/json': contactMessageInput,
      [FORM]: v.objectWithRest(
        {
          ...visitorForm,
          about: v.optional(v.picklist(Object.keys(CONTACT_SUBJECTS) as ContactSubject[])),
          name: v.string(),
          email: v.string(),
          phone: v.optional(v.string()),
          text: v.optional(v.string()),
        },
        v.string(),
      ),
    },
    answers: {
      202: json(
        { fr: 'L’équipe a reçu le message', en: 'The team has the message' },
        v.strictObject({ state: v.literal('received') }),
      ),
      303: onward,
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/contact-messages',
    summary: { fr: 'Lire les messages reçus', en: 'List the messages received' },
    description: { fr: 'Les plus récents d’abord.', en: 'Newest first.' },
    who: 'participants:read',
    organisersOnly: true,
    query: v.object({ ...paging, state: v.optional(v.picklist(['open', 'answered'])) }),
    answers: { 200: page(contactMessageShown) },
    refuses: ['invalid'],
  }),
  operation({
    method: 'PUT',
    path: '/contact-messages/:id/answer',
    summary: { fr: 'Marquer un message comme traité', en: 'Mark a message as answered' },
    who: 'participants:write',
    answers: { 200: message },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/contact-messages/:id/answer',
    summary: { fr: 'Remettre un message à traiter', en: 'Mark a message as not answered' },
    who: 'participants:write',
    answers: { 200: message },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/testimonies',
    summary: { fr: 'Lire les témoignages', en: 'List testimonies' },
    description: {
      fr: 'Les témoignages publiés, les plus récents d’abord. Les autres états demandent le droit «\u00a0programmes:read\u00a0».',
      en: 'Published testimonies, newest first. Other states need the scope “programmes:read”.',
    },
    who: 'anyone',
    query: v.object({ ...paging, state: v.optional(v.picklist(TESTIMONY_STATES)) }),
    answers: { 200: page(testimonyShown) },
    refuses: ['invalid', 'unauthenticated', 'forbidden'],
  }),
  operation({
    method: 'POST',
    path: '/testimonies',
    summary: { fr: 'Envoyer un témoignage', en: 'Send a testimony' },
    description: {
      fr: 'Rien n’est publié sans l’accord de l’équipe, ni sans celui de la personne, dans «\u00a0consent\u00a0».',
      en: 'Nothing is published without the approval of the team, nor without that of the person, in “consent”.',
    },
    who: 'anyone',
    body: {
      'application/json': testimonyInput,
      [FORM]: v.object({
        ...visitorForm,
        author: v.string(),
        organisation: v.optional(v.string()),
        text: v.string(),
        consent: v.literal('yes'),
      }),
    },
    answers: {
      202: json(
        { fr: 'Le témoignage attend d’être lu', en: 'The testimony waits to be read' },
        v.strictObject({ state: v.literal('waiting') }),
      ),
      303: onward,
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'PUT',
    path: '/testimonies/:id/decision',
    summary: { fr: 'Publier ou refuser un témoignage', en: 'Publish or refuse a testimony' },
    who: 'programmes:write',
    body: { 'application/json': testimonyDecision },
    answers: { 200: testimony },
    refuses: ['invalid', 'not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/testimonies/:id/decision',
    summary: { fr: 'Remettre un témoignage à lire', en: 'Put a testimony back among those to be read' },
    who: 'programmes:write',
    answers: { 200: testimony },
    refuses: ['not-found'],
  }),
] as const
