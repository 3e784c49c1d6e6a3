import * as v from 'valibot'
import { operation } from '../operation.ts'
import { language } from '../shape.ts'

/** What the API says of itself. */
export const OPENAPI_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/openapi.json',
    summary: { fr: 'Lire cette description', en: 'Read this description' },
    description: {
      fr: 'Le document OpenAPI 3.1 de toute l’API, avec ses webhooks. En anglais si rien n’est dit.',
      en: 'The OpenAPI 3.1 document of the whole API, with its webhooks. In English unless told.',
    },
    who: 'anyone',
    query: v.object({ language: v.optional(language) }),
    answers: {
      200: {
        description: { fr: 'Le document', en: 'The document' },
        body: {
          'application/json': v.looseObject({ openapi: v.literal('3.1.0'), paths: v.looseObject({}) }),
        },
        headers: ['ETag'],
      },
      304: { description: { fr: 'Rien n’a changé', en: 'Nothing has changed' } },
    },
    example: { query: { language: 'fr' } },
  }),
] as const
