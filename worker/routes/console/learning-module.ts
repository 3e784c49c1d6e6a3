import { Hono } from 'hono'
import { countCharterSignatures } from '#actions/charter.ts'
import {
  addModule,
  adoptStartingPath,
  listPath,
  removeModule,
  replaceModule,
} from '#actions/learning-path.ts'
import { learningModuleInput } from '#contract/learning-module.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

/** What a team writes for all pairs of a programme: its path, and the charter that everybody signs. */
export const learningModuleRoutes = new Hono<App>()
  .get('/programmes/:slug/modules', allow('programmes:read'), async (c) =>
    c.json({ items: await listPath(c.get('ctx'), c.req.param('slug')), next_cursor: null }),
  )
  .post('/programmes/:slug/modules', allow('programmes:write'), async (c) => {
    const input = await readJson(c, learningModuleInput)
    return c.json(await addModule(c.get('ctx'), c.req.param('slug'), input), 201)
  })
  .post('/programmes/:slug/modules/starting-path', allow('programmes:write'), async (c) =>
    c.json({ items: await adoptStartingPath(c.get('ctx'), c.req.param('slug')), next_cursor: null }, 201),
  )
  .put('/modules/:id', allow('programmes:write'), async (c) => {
    const input = await readJson(c, learningModuleInput)
    return c.json(await replaceModule(c.get('ctx'), c.req.param('id'), input))
  })
  .delete('/modules/:id', allow('programmes:write'), async (c) => {
    await removeModule(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })
  .get('/programmes/:slug/charter-signatures', allow('programmes:read'), async (c) =>
    c.json(await countCharterSignatures(c.get('ctx'), c.req.param('slug'))),
  )
