import * as v from 'valibot'
import { employeeInput, employeeListed, employeePatch, employeeShown } from '../employee.ts'
import { operation } from '../operation.ts'
import { pageOf, paging } from '../shape.ts'

const EXAMPLE = {
  given_name: 'Nolwenn',
  family_name: 'Le Goff',
  email: 'nolwenn.legoff@armorique.example',
  grade: 'Cadre, niveau 1',
  grade_rank: 3,
  job_family: 'data',
  subsidiary: 'Armorique Services',
  site: 'Brest',
  language: 'fr',
  hired_in: '2022-09',
  manager: 'E0417',
  dotted_managers: ['E0032'],
} as const

/** What an HR system does with people. */
export const EMPLOYEE_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/employees',
    summary: { fr: 'Lire la liste du personnel', en: 'List employees' },
    description: {
      fr: 'Dans l’ordre des changements, les plus anciens d’abord. «\u00a0updated_since\u00a0» compte l’instant donné\u00a0; les personnes supprimées depuis y figurent aussi, avec «\u00a0status\u00a0: deleted\u00a0» et leurs identifiants seuls, pendant un an. Sans lui, elles n’y sont pas.',
      en: 'In order of change, oldest first. “updated_since” includes the instant given; people who were deleted since are in it too, with “status: deleted” and their identifiers alone, for a year. Without it they are left out.',
    },
    who: 'employees:read',
    query: v.object({ ...paging, updated_since: v.optional(v.string()) }),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(employeeListed) },
        headers: ['Link'],
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/employees/:external_id',
    summary: { fr: 'Lire une personne', en: 'Read one employee' },
    who: 'employees:read',
    versioned: true,
    answers: {
      200: {
        description: { fr: 'La personne', en: 'The employee' },
        body: { 'application/json': employeeShown },
      },
    },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/employees/:external_id',
    summary: { fr: 'Créer ou remplacer une personne', en: 'Create or replace an employee' },
    description: {
      fr: 'Ce qui manque est effacé. Le même contenu deux fois n’écrit rien la seconde fois.',
      en: 'What is absent is cleared. The same content twice writes nothing the second time.',
    },
    who: 'employees:write',
    versioned: true,
    body: { 'application/json': employeeInput },
    answers: {
      200: {
        description: { fr: 'La personne, telle que gardée', en: 'The employee as stored' },
        body: { 'application/json': employeeShown },
      },
      201: {
        description: { fr: 'La personne, créée', en: 'The employee, created' },
        body: { 'application/json': employeeShown },
      },
    },
    refuses: ['invalid', 'conflict', 'stale'],
    example: { params: { external_id: 'E1204' }, body: EXAMPLE },
  }),
  operation({
    method: 'PATCH',
    path: '/employees/:external_id',
    summary: { fr: 'Changer quelques champs d’une personne', en: 'Change some fields of an employee' },
    description: {
      fr: 'Ce qui manque reste, «\u00a0null\u00a0» efface, une liste remplace la liste (RFC 7396). L’adresse accepte aussi l’«\u00a0id\u00a0» d’une personne sans identifiant d’entreprise.',
      en: 'What is absent stays, “null” clears, a list replaces the list (RFC 7396). The address takes the “id” of somebody without a company identifier as well.',
    },
    who: 'employees:write',
    versioned: true,
    body: { 'application/merge-patch+json': employeePatch, 'application/json': employeePatch },
    answers: {
      200: {
        description: { fr: 'La personne, telle que gardée', en: 'The employee as stored' },
        body: { 'application/json': employeeShown },
      },
    },
    refuses: ['invalid', 'not-found', 'conflict', 'stale'],
    example: { params: { external_id: 'E1204' }, body: { site: 'Quimper', job_family: null } },
  }),
  operation({
    method: 'DELETE',
    path: '/employees/:external_id',
    summary: { fr: 'Supprimer une personne', en: 'Delete an employee' },
    description: {
      fr: 'La personne quitte ses programmes, ses binômes s’arrêtent, ses sessions aussi, et tout ce qu’elle a donné est effacé. Une simple fin de contrat s’écrit plutôt «\u00a0active\u00a0: false\u00a0» ou «\u00a0leaves_on\u00a0». Recréée sous le même identifiant, elle retrouve son «\u00a0id\u00a0», et rien d’autre.',
      en: 'They leave their programmes, their pairs and sessions end, and all that they gave is erased. Somebody who merely leaves is better told by “active: false” or “leaves_on”. Created again under the same identifier, they get their “id” back, and nothing else.',
    },
    who: 'employees:write',
    versioned: true,
    answers: { 204: { description: { fr: 'Supprimée', en: 'Deleted' } } },
    refuses: ['not-found', 'conflict', 'stale'],
  }),
] as const
