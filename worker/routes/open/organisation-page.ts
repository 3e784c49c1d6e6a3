import { Hono } from 'hono'
import { findOrganisation } from '#db/queries/organisation.ts'
import type { App } from '#http/service-context.ts'
import { type OrganisationRoom, organisationPage } from '#pages/organisation.ts'
import { pour } from '#pages/pour.ts'

/** The legal pages: as built until an organiser says more, then with the organisation’s own words (W22). */
export const organisationPageRoutes = new Hono<App>().get(
  '/:language{fr|en}/:room{legal|privacy|accessibility}',
  async (c) => {
    const row = await findOrganisation(c.get('ctx').db)
    const room = c.req.param('room') as OrganisationRoom
    const language = c.get('language')
    if (!row) {
      const built = await c.env.ASSETS.fetch(new URL(`/${language}/${room}/`, c.req.url))
      return new Response(built.body, built)
    }
    return pour(c.env.ASSETS, c.req.url, organisationPage(room, row.profile, language))
  },
)
