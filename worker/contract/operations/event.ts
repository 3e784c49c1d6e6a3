import * as v from 'valibot'
import { eventShown } from '../event.ts'
import { operation } from '../operation.ts'
import { pageOf, paging } from '../shape.ts'

/** What happened, for whoever missed a webhook. */
export const EVENT_OPERATIONS = [
  operation({
    method: 'GET',
    path: '/events',
    summary: { fr: 'Relire ce qui s’est passé', en: 'Read what happened' },
    description: {
      fr: 'Dans l’ordre où tout a été enregistré, toujours le même, sans trou. Gardez l’«\u00a0id\u00a0» du dernier événement traité et donnez-le dans «\u00a0after\u00a0» la fois suivante\u00a0: rien n’est sauté, rien n’est répété, même après une longue absence. «\u00a0cursor\u00a0» fait de même d’une page à l’autre et l’emporte sur «\u00a0after\u00a0». Les webhooks, eux, peuvent arriver deux fois ou dans un autre ordre\u00a0: l’«\u00a0id\u00a0» est le même ici et là.',
      en: 'In the order in which everything was stored, always the same, without gaps. Keep the “id” of the last event that you dealt with and give it as “after” the next time: nothing is left out and nothing comes twice, even after a long absence. “cursor” does the same from page to page, and wins over “after”. Webhooks may come twice or in another order: the “id” is the same here and there.',
    },
    who: 'events:read',
    query: v.object({ ...paging, after: v.optional(v.string()) }),
    answers: {
      200: {
        description: { fr: 'Une page d’événements', en: 'A page of events' },
        body: { 'application/json': pageOf(eventShown) },
        headers: ['Link'],
      },
    },
    refuses: ['invalid'],
  }),
] as const
