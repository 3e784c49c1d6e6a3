import { Hono } from 'hono'
import { getReferent, nameReferent, readerName, removeReferent } from '#actions/referent.ts'
import { type ReferentShown, referentInput } from '#contract/referent.ts'
import type { ReaderRow } from '#db/queries/referent.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allowOrganiser } from '#http/session.ts'

export const referentRoutes = new Hono<App>()
  .get('/programmes/:slug/referent', allowOrganiser('programmes:read'), async (c) => {
    const { referent } = await getReferent(c.get('ctx'), c.req.param('slug'))
    return c.json(show(referent))
  })
  .put('/programmes/:slug/referent', allowOrganiser('programmes:write'), async (c) => {
    const { email } = await readJson(c, referentInput)
    return c.json(show(await nameReferent(c.get('ctx'), c.req.param('slug'), email)))
  })
  .delete('/programmes/:slug/referent', allowOrganiser('programmes:write'), async (c) => {
    await removeReferent(c.get('ctx'), c.req.param('slug'))
    return c.body(null, 204)
  })

function show(referent: ReaderRow | null): ReferentShown {
  return { referent: referent && { email: referent.email, name: readerName(referent) } }
}
