import { Hono } from 'hono'
import { listScim } from '#actions/scim-list.ts'
import { readScimBody, scimAnswer, scimBase } from '#http/scim.ts'
import type { App } from '#http/service-context.ts'

/** A search among users and groups at once (RFC 7644 §3.4.3). */
export const searchRoutes = new Hono<App>().post('/.search', async (c) =>
  scimAnswer(c, await listScim(c.get('ctx'), ['User', 'Group'], await readScimBody(c), scimBase(c))),
)
