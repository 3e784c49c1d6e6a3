import { Hono } from 'hono'
import type { App } from '#http/service-context.ts'
import { arrivalRoutes } from './arrival.ts'
import { contactPageRoutes } from './contact-message.ts'
import { matchingPageRoutes } from './matching-page.ts'
import { organisationPageRoutes } from './organisation-page.ts'
import { resourcePageRoutes } from './resource.ts'
import { testimonyPageRoutes } from './testimony.ts'

/** The pages of the public site whose words come from the store. */
export const visitorRoutes = new Hono<App>()
for (const room of [
  arrivalRoutes,
  contactPageRoutes,
  testimonyPageRoutes,
  resourcePageRoutes,
  organisationPageRoutes,
  matchingPageRoutes,
]) {
  visitorRoutes.route('/', room)
}
