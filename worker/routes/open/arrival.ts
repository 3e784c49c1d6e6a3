import { Hono } from 'hono'
import type { App } from '#http/service-context.ts'

/** Whoever comes without a language is led to the first of ours that their browser reads, else to French. */
export const arrivalRoutes = new Hono<App>().get('/', (c) =>
  c.body(null, 302, {
    location: `/${c.get('language')}/`,
    vary: 'Accept-Language',
    'cache-control': 'no-store',
  }),
)
