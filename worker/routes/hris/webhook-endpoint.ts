import { Hono } from 'hono'
import { addWebhookEndpoint, removeWebhookEndpoint } from '#actions/webhook.ts'
import { toInstant } from '#contract/shape.ts'
import {
  type WebhookEndpointCreated,
  type WebhookEndpointShown,
  webhookEndpointInput,
} from '#contract/webhook.ts'
import { findWebhookEndpoint, listWebhookEndpoints, type WebhookEndpointRow } from '#db/queries/webhook.ts'
import { notFound } from '#domain/problem.ts'
import { readJson } from '#http/body.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const webhookEndpointRoutes = new Hono<App>()
  .post('/webhook-endpoints', allow('webhooks:write'), async (c) => {
    const row = await addWebhookEndpoint(c.get('ctx'), await readJson(c, webhookEndpointInput))
    const shown: WebhookEndpointCreated = { ...show(row), secret: row.secret }
    return c.json(shown, 201, {
      location: `/api/v1/webhook-endpoints/${row.id}`,
    })
  })
  .get('/webhook-endpoints', allow('webhooks:read'), async (c) => {
    const { limit, after } = readPaging(c, afterId)
    const rows = await listWebhookEndpoints(c.get('ctx').db, after, limit + 1)
    return c.json(toPage(rows, limit, show, (row) => row.id))
  })
  .get('/webhook-endpoints/:id', allow('webhooks:read'), async (c) => {
    const row = await findWebhookEndpoint(c.get('ctx').db, c.req.param('id'))
    if (!row) throw notFound({ fr: 'Adresse de réception', en: 'Webhook endpoint' })
    return c.json(show(row))
  })
  .delete('/webhook-endpoints/:id', allow('webhooks:write'), async (c) => {
    await removeWebhookEndpoint(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })

function show({ id, url, description, types, state, created_at }: WebhookEndpointRow): WebhookEndpointShown {
  return { id, url, description, types, state, created_at: toInstant(created_at) }
}
