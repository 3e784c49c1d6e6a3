import { Hono } from 'hono'
import { putOrganiser } from '#actions/organiser.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const organiserRoutes = new Hono<App>().put(
  '/organisers/:email',
  allow('organisers:write'),
  async (c) => {
    const { id, created } = await putOrganiser(c.get('ctx'), c.req.param('email'))
    return c.json({ id, email: c.req.param('email') }, created ? 201 : 200)
  },
)
