import * as v from 'valibot'
import { columnMappingInput, columnMappingShown } from '../column-mapping.ts'
import { operation } from '../operation.ts'
import { pageOf, paging } from '../shape.ts'

const SHOWN = {
  body: { 'application/json': columnMappingShown },
}

/** Which column of a file is which field, remembered for each source of files. */
export const COLUMN_MAPPING_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/column-mappings',
    summary: { fr: 'Lire les correspondances de colonnes', en: 'List column mappings' },
    who: 'employees:read',
    query: v.object(paging),
    answers: {
      200: {
        description: { fr: 'Une page de la liste, par source', en: 'A page of the list, by source' },
        body: { 'application/json': pageOf(columnMappingShown) },
      },
    },
    refuses: ['invalid'],
  }),
  operation({
    method: 'GET',
    path: '/column-mappings/:source',
    summary: { fr: 'Lire une correspondance de colonnes', en: 'Read a column mapping' },
    who: 'employees:read',
    versioned: true,
    answers: { 200: { description: { fr: 'La correspondance', en: 'The mapping' }, ...SHOWN } },
    refuses: ['not-found'],
  }),
  operation({
    method: 'PUT',
    path: '/column-mappings/:source',
    summary: { fr: 'Retenir une correspondance de colonnes', en: 'Remember a column mapping' },
    description: {
      fr: 'Le nom d’une colonne telle qu’elle est dans le fichier mène à un champ, à plusieurs champs, ou à null pour la laisser. Un nom qui commence par = n’est pas une colonne\u00a0: son texte remplit le champ là où les colonnes ne disent rien. Une colonne qui touche à l’âge, au sexe, à l’origine, à la santé, à la paie ou au domicile est refusée.',
      en: 'The name of a column as it stands in the file leads to a field, to several fields, or to null to leave it out. A name that begins with = is no column: its text fills the field where the columns say nothing. A column about age, sex, origin, health, pay or home is refused.',
    },
    who: 'employees:write',
    versioned: true,
    body: { 'application/json': columnMappingInput },
    answers: {
      200: {
        description: { fr: 'La correspondance, telle que gardée', en: 'The mapping as stored' },
        ...SHOWN,
      },
      201: { description: { fr: 'La correspondance, créée', en: 'The mapping, created' }, ...SHOWN },
    },
    refuses: ['invalid', 'conflict', 'stale'],
    example: {
      params: { source: 'sirh' },
      body: { columns: { 'N° agent': 'external_id', 'Chef de service': 'manager', 'Code interne': null } },
    },
  }),
  operation({
    method: 'DELETE',
    path: '/column-mappings/:source',
    summary: { fr: 'Oublier une correspondance de colonnes', en: 'Forget a column mapping' },
    who: 'employees:write',
    versioned: true,
    answers: { 204: { description: { fr: 'Oubliée', en: 'Forgotten' } } },
    refuses: ['not-found', 'conflict', 'stale'],
  }),
] as const
