import { Hono } from 'hono'
import { asProvisioner, scimNoSuchDoor, scimRefusal } from '#http/scim.ts'
import type { App } from '#http/service-context.ts'
import { discoveryRoutes } from './discovery.ts'
import { groupRoutes } from './group.ts'
import { searchRoutes } from './search.ts'
import { userRoutes } from './user.ts'

/** Every door of SCIM; all of them ask for the scope `scim`. */
export const SCIM_DOORS = [discoveryRoutes, userRoutes, groupRoutes, searchRoutes] as const

export const scimRoutes = new Hono<App>()
scimRoutes.onError((error, c) => scimRefusal(c, error))
scimRoutes.use(asProvisioner)
for (const room of SCIM_DOORS) scimRoutes.route('/', room as Hono<App>)
scimRoutes.all('*', scimNoSuchDoor(scimRoutes))
