import { Hono } from 'hono'
import { putOrganiser, removeOrganiser } from '#actions/organiser.ts'
import { type OrganiserShown, organiserInput } from '#contract/organiser.ts'
import { toInstant } from '#contract/shape.ts'
import { findOrganiser, listOrganisers, type OrganiserRow } from '#db/queries/organiser.ts'
import { emailKey } from '#domain/person.ts'
import { notFound } from '#domain/problem.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import { readOptionalJson } from '#http/optional-body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const organiserRoutes = new Hono<App>()
  .get('/organisers', allow('organisers:read'), async (c) => {
    const { limit, after } = readPaging(c, afterId)
    const rows = await listOrganisers(c.get('ctx').db, after, limit + 1)
    return c.json(toPage(rows, limit, show, (row) => row.email_key))
  })
  .get('/organisers/:email', allow('organisers:read'), async (c) => {
    const key = emailKey(c.req.param('email'))
    const organiser = key === null ? undefined : await findOrganiser(c.get('ctx').db, key)
    if (!organiser) throw notFound({ fr: 'Membre de l’équipe', en: 'Member of the team' })
    return c.json(show(organiser), 200, versionTag(organiser.version))
  })
  .put('/organisers/:email', allow('organisers:write'), async (c) => {
    const { role, subsidiary, digest } = await readOptionalJson(c, organiserInput)
    const email = c.req.param('email')
    const { organiser, created } = await putOrganiser(c.get('ctx'), email, role, subsidiary, digest)
    return c.json(show(organiser), created ? 201 : 200, versionTag(organiser.version))
  })
  .delete('/organisers/:email', allow('organisers:write'), async (c) => {
    await removeOrganiser(c.get('ctx'), c.req.param('email'))
    return c.body(null, 204)
  })

function show({ id, email, role, subsidiary, digest, created_at }: OrganiserRow): OrganiserShown {
  return { id, email, role, subsidiary, digest, created_at: toInstant(created_at) }
}
