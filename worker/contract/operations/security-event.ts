import * as v from 'valibot'
import { operation } from '../operation.ts'
import { securityEventShown } from '../security-event.ts'
import { pageOf, paging } from '../shape.ts'

/** Who did what, when, about access. */
export const SECURITY_EVENT_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/security-events',
    summary: { fr: 'Lire le journal de sécurité', en: 'Read the security log' },
    description: {
      fr: 'Les plus récents d’abord\u00a0: clés, équipe, ouvertures de session de l’équipe, adresses de réception, imports confirmés. Les noms sont ceux d’aujourd’hui\u00a0; «\u00a0null\u00a0» où il n’y en a plus. L’usage d’une clé refusée n’y figure pas.',
      en: 'Newest first: keys, the team, its sign-ins, webhook endpoints, imports that were confirmed. Names are those of today; “null” where there is none any more. The use of a refused key is not in it.',
    },
    who: 'keys:read',
    query: v.object(paging),
    answers: {
      200: {
        description: { fr: 'Une page du journal', en: 'A page of the log' },
        body: { 'application/json': pageOf(securityEventShown) },
      },
    },
    refuses: ['invalid'],
  }),
] as const
