import { Hono } from 'hono'
import { listScim, showScimUser } from '#actions/scim-list.ts'
import { createScimUser, patchScimUser, removeScimUser, replaceScimUser } from '#actions/scim-user.ts'
import { scimNotFound } from '#actions/scim-version.ts'
import { type ScimUserView, viewScimUsers } from '#actions/scim-view.ts'
import { project } from '#contract/scim/projection.ts'
import { findScimUser } from '#db/queries/scim-user.ts'
import { hasVersion, readScimBody, scimAnswer, scimBase, versionsIn } from '#http/scim.ts'
import type { App, Request } from '#http/service-context.ts'

/** Users: people whom an identity provider keeps up to date. */
export const userRoutes = new Hono<App>()
  .get('/Users', async (c) =>
    scimAnswer(c, await listScim(c.get('ctx'), ['User'], c.req.query(), scimBase(c))),
  )
  .post('/Users', async (c) => answer(c, await createScimUser(c.get('ctx'), await readScimBody(c)), 201))
  .post('/Users/.search', async (c) =>
    scimAnswer(c, await listScim(c.get('ctx'), ['User'], await readScimBody(c), scimBase(c))),
  )
  .get('/Users/:id', async (c) => {
    const ctx = c.get('ctx')
    const record = await findScimUser(ctx.db, c.req.param('id'))
    if (!record) throw scimNotFound('User', c.req.param('id'))
    const { version } = record.person
    if (hasVersion(c, version)) return scimAnswer(c, null, 304, { etag: `W/"${version}"` })
    const [view] = await viewScimUsers(ctx, [record])
    return answer(c, view!, 200)
  })
  .put('/Users/:id', async (c) => {
    const body = await readScimBody(c)
    return answer(c, await replaceScimUser(c.get('ctx'), c.req.param('id'), body, expected(c)), 200)
  })
  .patch('/Users/:id', async (c) => {
    const body = await readScimBody(c)
    return answer(c, await patchScimUser(c.get('ctx'), c.req.param('id'), body, expected(c)), 200)
  })
  .delete('/Users/:id', async (c) => {
    await removeScimUser(c.get('ctx'), c.req.param('id'), expected(c))
    return scimAnswer(c, null, 204)
  })

function expected(c: Request): number[] | null {
  return versionsIn(c.req.header('if-match'))
}

function answer(c: Request, view: ScimUserView, status: 200 | 201): Response {
  const shown = project(showScimUser(view, scimBase(c)), c.req.query())
  const location = `${scimBase(c)}/Users/${view.record.person_id}`
  return scimAnswer(c, shown, status, { etag: `W/"${view.record.person.version}"`, location })
}
