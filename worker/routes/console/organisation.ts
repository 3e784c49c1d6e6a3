import { Hono } from 'hono'
import { putOrganisation } from '#actions/organisation.ts'
import { type OrganisationShown, organisationInput } from '#contract/organisation.ts'
import { toInstant } from '#contract/shape.ts'
import { findOrganisation } from '#db/queries/organisation.ts'
import { unknownOrganisation } from '#domain/organisation.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const organisationRoutes = new Hono<App>()
  .get('/organisation', allow('programmes:read'), async (c) => {
    const { db, settings } = c.get('ctx')
    const row = await findOrganisation(db)
    const shown: OrganisationShown = {
      ...(row?.profile ?? unknownOrganisation(settings.organisation)),
      updated_at: toInstant(row?.updated_at ?? null),
    }
    return c.json(shown)
  })
  .put('/organisation', allow('programmes:write'), async (c) => {
    const row = await putOrganisation(c.get('ctx'), await readJson(c, organisationInput))
    const shown: OrganisationShown = { ...row.profile, updated_at: toInstant(row.updated_at) }
    return c.json(shown)
  })
