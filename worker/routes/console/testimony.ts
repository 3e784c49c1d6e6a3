import { Hono } from 'hono'
import { decideTestimony } from '#actions/testimony.ts'
import { testimonyDecision } from '#contract/testimony.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { showTestimony } from '../open/testimony.ts'

export const testimonyDecisionRoutes = new Hono<App>()
  .put('/testimonies/:id/decision', allow('programmes:write'), async (c) => {
    const { state } = await readJson(c, testimonyDecision)
    return c.json(showTestimony(await decideTestimony(c.get('ctx'), c.req.param('id'), state)))
  })
  .delete('/testimonies/:id/decision', allow('programmes:write'), async (c) =>
    c.json(showTestimony(await decideTestimony(c.get('ctx'), c.req.param('id'), 'waiting'))),
  )
