import { Hono } from 'hono'
import { createScimGroup, patchScimGroup, removeScimGroup, replaceScimGroup } from '#actions/scim-group.ts'
import { listScim, showScimGroup, showsMembers } from '#actions/scim-list.ts'
import { scimNotFound } from '#actions/scim-version.ts'
import { project } from '#contract/scim/projection.ts'
import { findScimGroup, type ScimGroupRecord } from '#db/queries/scim-group.ts'
import { hasVersion, readScimBody, scimAnswer, scimBase, versionsIn } from '#http/scim.ts'
import type { App, Request } from '#http/service-context.ts'

/** A whole company may be in one group. */
const BYTES_MAX = 4_194_304

/** Groups, as an identity provider sends them. */
export const groupRoutes = new Hono<App>()
  .get('/Groups', async (c) =>
    scimAnswer(c, await listScim(c.get('ctx'), ['Group'], c.req.query(), scimBase(c))),
  )
  .post('/Groups', async (c) =>
    answer(c, await createScimGroup(c.get('ctx'), await readScimBody(c, BYTES_MAX)), 201),
  )
  .post('/Groups/.search', async (c) =>
    scimAnswer(c, await listScim(c.get('ctx'), ['Group'], await readScimBody(c), scimBase(c))),
  )
  .get('/Groups/:id', async (c) => {
    const id = c.req.param('id')
    const group = await findScimGroup(c.get('ctx').db, id, showsMembers(c.req.query()))
    if (!group) throw scimNotFound('Group', id)
    if (hasVersion(c, group.version)) return scimAnswer(c, null, 304, { etag: `W/"${group.version}"` })
    return answer(c, group, 200)
  })
  .put('/Groups/:id', async (c) => {
    const body = await readScimBody(c, BYTES_MAX)
    return answer(c, await replaceScimGroup(c.get('ctx'), c.req.param('id'), body, expected(c)), 200)
  })
  .patch('/Groups/:id', async (c) => {
    const body = await readScimBody(c, BYTES_MAX)
    const group = await patchScimGroup(c.get('ctx'), c.req.param('id'), body, expected(c))
    // RFC 7644 §3.5.2: whoever names attributes gets them. Nobody else waits for a list of all members.
    const { attributes, excludedAttributes } = c.req.query()
    if (attributes ?? excludedAttributes) return answer(c, group, 200)
    return scimAnswer(c, null, 204, { etag: `W/"${group.version}"` })
  })
  .delete('/Groups/:id', async (c) => {
    await removeScimGroup(c.get('ctx'), c.req.param('id'), expected(c))
    return scimAnswer(c, null, 204)
  })

function expected(c: Request): number[] | null {
  return versionsIn(c.req.header('if-match'))
}

function answer(c: Request, group: ScimGroupRecord, status: 200 | 201): Response {
  const shown = project(showScimGroup(group, scimBase(c)), c.req.query())
  const location = `${scimBase(c)}/Groups/${group.id}`
  return scimAnswer(c, shown, status, { etag: `W/"${group.version}"`, location })
}
