import * as v from 'valibot'
import { employeeInput, employeeShown } from '../employee.ts'
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
      fr: 'Dans l’ordre des changements, les plus anciens d’abord. « updated_since » compte l’instant donné.',
      en: 'In order of change, oldest first. “updated_since” includes the instant given.',
    },
    who: 'employees:read',
    query: v.object({ ...paging, updated_since: v.optional(v.string()) }),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(employeeShown) },
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
] as const
