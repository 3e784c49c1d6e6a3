import { Hono } from 'hono'
import { createResource, publishResource, removeResource, replaceResource } from '#actions/resource.ts'
import { resourceInput } from '#contract/resource.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { showResource } from '../open/resource.ts'

export const resourceConsoleRoutes = new Hono<App>()
  .post('/resources', allow('programmes:write'), async (c) =>
    c.json(showResource(await createResource(c.get('ctx'), await readJson(c, resourceInput))), 201),
  )
  .put('/resources/:id', allow('programmes:write'), async (c) => {
    const input = await readJson(c, resourceInput)
    return c.json(showResource(await replaceResource(c.get('ctx'), c.req.param('id'), input)))
  })
  .delete('/resources/:id', allow('programmes:write'), async (c) => {
    await removeResource(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })
  .put('/resources/:id/publication', allow('programmes:write'), async (c) =>
    c.json(showResource(await publishResource(c.get('ctx'), c.req.param('id'), true))),
  )
  .delete('/resources/:id/publication', allow('programmes:write'), async (c) =>
    c.json(showResource(await publishResource(c.get('ctx'), c.req.param('id'), false))),
  )
