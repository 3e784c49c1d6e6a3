import * as v from 'valibot'
import { operation } from '../operation.ts'
import { organiserInput, organiserShown } from '../organiser.ts'
import { pageOf, paging } from '../shape.ts'

const EMAIL = 'maelle.kerdoncuff@armorique.example'

/** Who belongs to the programme team, and in which role. */
export const ORGANISER_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/organisers',
    summary: { fr: 'Lire l’équipe du programme', en: 'List the programme team' },
    description: { fr: 'Dans l’ordre des adresses.', en: 'In the order of their addresses.' },
    who: 'organisers:read',
    query: v.object(paging),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(organiserShown) },
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/organisers/:email',
    summary: { fr: 'Lire un membre de l’équipe', en: 'Read one member of the team' },
    who: 'organisers:read',
    versioned: true,
    answers: {
      200: {
        description: { fr: 'La personne', en: 'The member' },
        body: { 'application/json': organiserShown },
      },
    },
    refuses: ['not-found'],
    example: { params: { email: EMAIL } },
  }),
  operation({
    method: 'PUT',
    path: '/organisers/:email',
    summary: {
      fr: 'Ajouter quelqu’un à l’équipe, ou changer son rôle',
      en: 'Add somebody to the team, or change their role',
    },
    description: {
      fr: 'Sans corps, le rôle est «\u00a0organiser\u00a0», même pour une personne qui en avait un autre. Qui a ce droit peut ouvrir toute la console\u00a0: il vaut autant que tous les autres. Une personne de rôle «\u00a0correspondent\u00a0» ne voit qu’une filiale, à nommer dans «\u00a0subsidiary\u00a0»\u00a0; aucun autre rôle n’en a. «\u00a0digest\u00a0» dit si la personne veut le message du lundi. Une session ne peut pas retirer son rôle à la dernière personne qui organise.',
      en: 'Without a body the role is “organiser”, even for somebody who had another. Whoever has this scope can open the whole console: it is worth as much as all others. A “correspondent” sees one subsidiary, named in “subsidiary”; no other role has one. “digest” says whether they want the message of Monday. A session cannot take the role from the last organiser.',
    },
    who: 'organisers:write',
    versioned: true,
    body: { 'application/json': organiserInput },
    answers: {
      200: {
        description: { fr: 'La personne, telle que gardée', en: 'The member as stored' },
        body: { 'application/json': organiserShown },
      },
      201: {
        description: { fr: 'La personne, ajoutée', en: 'The member, added' },
        body: { 'application/json': organiserShown },
      },
    },
    refuses: ['invalid', 'conflict', 'stale'],
    example: { params: { email: EMAIL }, body: { role: 'coach' } },
  }),
  operation({
    method: 'DELETE',
    path: '/organisers/:email',
    summary: { fr: 'Retirer quelqu’un de l’équipe', en: 'Remove somebody from the team' },
    description: {
      fr: 'Ses sessions prennent fin à l’instant. Une session ne peut pas retirer la dernière personne qui organise.',
      en: 'Their sessions end at once. A session cannot remove the last organiser.',
    },
    who: 'organisers:write',
    versioned: true,
    answers: { 204: { description: { fr: 'La personne est retirée', en: 'The member is removed' } } },
    refuses: ['not-found', 'conflict', 'stale'],
    example: { params: { email: EMAIL } },
  }),
] as const
