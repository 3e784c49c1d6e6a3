import * as v from 'valibot'
import { findingShown, importQuery, importShown, importSummary } from '../employee-import.ts'
import { operation } from '../operation.ts'
import { pageOf, paging } from '../shape.ts'

const bytes = v.pipe(v.string(), v.description('The file, as bytes'))
const csv = v.pipe(v.string(), v.description('CSV'))

const EXAMPLE_FILE =
  'external_id,given_name,family_name,manager\r\nE0417,Erwan,Postec,\r\nE1204,Nolwenn,Le Goff,E0417\r\n'

/** What an HR system does with files of people. */
export const EMPLOYEE_IMPORT_OPERATIONS = [
  operation({
    method: 'POST',
    path: '/employee-imports',
    summary: { fr: 'Envoyer un fichier du personnel', en: 'Send a staff file' },
    description: {
      fr: 'Un CSV (virgule, point-virgule ou tabulation\u00a0; UTF-8, UTF-16 ou Windows-1252) ou un NDJSON jusqu’à 60\u00a0Mio est lu au fil de l’envoi\u00a0; un XLSX jusqu’à 10\u00a0Mio, première feuille. Une ligne du NDJSON est un corps de «\u00a0PUT /employees\u00a0» avec son «\u00a0external_id\u00a0». Un champ dont le fichier n’a pas la colonne reste tel quel\u00a0; une cellule vide efface. «\u00a0mode\u00a0»\u00a0: «\u00a0lenient\u00a0» prend les bonnes lignes, «\u00a0strict\u00a0» tout ou rien, «\u00a0dry-run\u00a0» n’écrit rien. «\u00a0complete=true\u00a0»\u00a0: qui n’est pas dans le fichier est noté comme parti, sauf les personnes suivies par SCIM\u00a0; au-delà de 5\u00a0% et de 5 personnes, l’import attend une confirmation. «\u00a0mapping\u00a0» dit en JSON quelle colonne est quel champ, et est retenu pour «\u00a0source\u00a0». Dans «\u00a0manager\u00a0», plusieurs responsables se séparent par une barre verticale, un point-virgule ou une virgule\u00a0: le premier est hiérarchique, les autres fonctionnels.',
      en: 'CSV (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252) or NDJSON up to 60 MiB is read as it arrives; XLSX up to 10 MiB, first sheet. A line of NDJSON is a body of “PUT /employees” with its “external_id”. A field for which the file has no column stays as it is; an empty cell clears. “mode”: “lenient” takes the good lines, “strict” all or nothing, “dry-run” writes nothing. “complete=true”: who is not in the file is marked as gone, but for people looked after by SCIM; beyond 5 % and 5 people the import waits for a confirmation. “mapping” says in JSON which column is which field, and is remembered for “source”. In “manager”, several managers are divided by a vertical bar, a semicolon or a comma: the first is the line manager, the others dotted.',
    },
    who: 'employees:write',
    query: importQuery,
    body: {
      'text/csv': csv,
      'text/tab-separated-values': csv,
      'application/x-ndjson': v.pipe(v.string(), v.description('One JSON object a line')),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': bytes,
    },
    answers: {
      202: {
        description: {
          fr: 'Le fichier est reçu\u00a0; sa lecture suit',
          en: 'The file is received; reading follows',
        },
        body: { 'application/json': importShown },
        headers: ['Location'],
      },
    },
    refuses: ['invalid', 'conflict'],
    example: { query: { mode: 'lenient' }, body: EXAMPLE_FILE },
  }),
  operation({
    method: 'GET',
    path: '/employee-imports',
    summary: { fr: 'Lire la liste des imports', en: 'List imports' },
    description: { fr: 'Les plus récents d’abord.', en: 'Newest first.' },
    who: 'employees:read',
    query: v.object(paging),
    answers: {
      200: {
        description: { fr: 'Une page de la liste', en: 'A page of the list' },
        body: { 'application/json': pageOf(importSummary) },
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/employee-imports/:id',
    summary: { fr: 'Suivre un import', en: 'Follow an import' },
    description: {
      fr: 'Son avancement, ce que ses lignes sont devenues et les mille premiers constats.',
      en: 'Its progress, what became of its lines, and the first thousand findings.',
    },
    who: 'employees:read',
    answers: {
      200: { description: { fr: 'L’import', en: 'The import' }, body: { 'application/json': importShown } },
    },
    refuses: ['not-found'],
  }),
  operation({
    method: 'DELETE',
    path: '/employee-imports/:id',
    summary: { fr: 'Abandonner un import', en: 'Give up an import' },
    description: {
      fr: 'Tant qu’il attend. Ce qu’il a écrit reste écrit, comme ses nombres le disent\u00a0; personne n’est noté comme parti.',
      en: 'While it waits. What it has written stays written, as its counts say; nobody is marked as gone.',
    },
    who: 'employees:write',
    answers: {
      200: {
        description: { fr: 'L’import, abandonné', en: 'The import, abandoned' },
        body: { 'application/json': importShown },
      },
    },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'POST',
    path: '/employee-imports/:id/confirmation',
    summary: { fr: 'Confirmer de nombreux départs', en: 'Confirm many departures' },
    description: {
      fr: 'Quand «\u00a0state\u00a0» est «\u00a0waiting\u00a0»\u00a0: «\u00a0missing\u00a0» personnes sur «\u00a0active_before\u00a0» ne sont pas dans le fichier. Qui a changé depuis n’est pas noté comme parti.',
      en: 'While “state” is “waiting”: “missing” people of “active_before” are not in the file. Who has changed since is not marked as gone.',
    },
    who: 'employees:write',
    answers: {
      202: {
        description: { fr: 'L’import, qui continue', en: 'The import, which goes on' },
        body: { 'application/json': importShown },
      },
    },
    refuses: ['not-found', 'conflict'],
  }),
  operation({
    method: 'GET',
    path: '/employee-imports/:id/findings',
    summary: { fr: 'Lire les constats d’un import', en: 'List the findings of an import' },
    who: 'employees:read',
    query: v.object(paging),
    answers: {
      200: {
        description: { fr: 'Une page de la liste, par ligne', en: 'A page of the list, by line' },
        body: { 'application/json': pageOf(findingShown) },
      },
    },
    refuses: ['not-found', 'invalid'],
  }),
  operation({
    method: 'GET',
    path: '/employee-imports/:id/rejected-lines',
    summary: { fr: 'Lire les lignes refusées', en: 'Read the rejected lines' },
    description: {
      fr: 'Un CSV à corriger et à renvoyer\u00a0: les colonnes lues, sous leurs propres noms, et une dernière qui dit pourquoi, que l’import passe. Une apostrophe devant ce qu’un tableur prendrait pour une formule est retirée au retour. Gardé 90 jours.',
      en: 'A CSV to correct and send again: the columns that were read, under their own names, and a last one that says why, which the import passes over. An apostrophe before what a spreadsheet would take for a formula is removed on the way back. Kept for 90 days.',
    },
    who: 'employees:read',
    answers: {
      200: { description: { fr: 'Le fichier', en: 'The file' }, body: { 'text/csv': csv } },
    },
    refuses: ['not-found'],
  }),
  operation({
    method: 'GET',
    path: '/employee-import-template',
    summary: { fr: 'Prendre un modèle de fichier', en: 'Get a template file' },
    description: {
      fr: 'Un CSV avec chaque colonne et une ligne d’exemple\u00a0; en français avec des points-virgules.',
      en: 'A CSV with every column and an example line; with semicolons in French.',
    },
    who: 'employees:read',
    query: v.object({ language: v.optional(v.picklist(['fr', 'en'])) }),
    answers: {
      200: { description: { fr: 'Le modèle', en: 'The template' }, body: { 'text/csv': csv } },
    },
  }),
] as const
