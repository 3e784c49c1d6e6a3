import { Hono } from 'hono'
import type { App } from '#http/service-context.ts'

export const healthRoutes = new Hono<App>().get('/health', async (c) =>
  (await c.get('parts').isReady(c.env)) ? c.json({ state: 'ready' }) : c.json({ state: 'starting' }, 503),
)
