import { Hono } from 'hono'
import type { ResourceShown } from '#contract/resource.ts'
import { toInstant } from '#contract/shape.ts'
import { listResources, type ResourceRow } from '#db/queries/resource.ts'
import { mayDo } from '#domain/permission.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { pour } from '#pages/pour.ts'
import { resourcesPage } from '#pages/resource.ts'

export const resourceRoutes = new Hono<App>().get('/resources', async (c) => {
  const { db, actor } = c.get('ctx')
  const { limit, after } = readPaging(c, afterInstant)
  const rows = await listResources(db, !mayDo(actor, 'programmes:read'), after, limit + 1)
  return c.json(toPage(rows, limit, showResource, ({ created_at, id }) => ({ at: created_at, id })))
})

export const resourcePageRoutes = new Hono<App>().get('/:language{fr|en}/resources', async (c) => {
  const rows = await listResources(c.get('ctx').db, true, null, 100)
  return pour(c.env.ASSETS, c.req.url, resourcesPage(rows.map(showResource), c.get('language')))
})

/** A resource on the wire. */
export function showResource(row: ResourceRow): ResourceShown {
  const { id, kind, title, summary, source, url, language, published_at } = row
  return { id, kind, title, summary, source, url, language, published_at: toInstant(published_at) }
}
