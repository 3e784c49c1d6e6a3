import { Hono } from 'hono'
import {
  addWebhookEndpoint,
  challengeWebhookEndpoint,
  changeWebhookEndpoint,
  removeWebhookEndpoint,
  rotateWebhookSecret,
  verifyWebhookEndpoint,
} from '#actions/webhook.ts'
import { toInstant } from '#contract/shape.ts'
import {
  verificationInput,
  type WebhookEndpointCreated,
  type WebhookEndpointShown,
  webhookEndpointInput,
  webhookEndpointPatch,
} from '#contract/webhook.ts'
import { findWebhookEndpoint, listWebhookEndpoints, type WebhookEndpointRow } from '#db/queries/webhook.ts'
import { notFound } from '#domain/problem.ts'
import { readJson } from '#http/body.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const webhookEndpointRoutes = new Hono<App>()
  .post('/webhook-endpoints', allow('webhooks:write'), async (c) => {
    const row = await addWebhookEndpoint(c.get('ctx'), await readJson(c, webhookEndpointInput))
    return tellSecret(c, row, { location: `/api/v1/webhook-endpoints/${row.id}` })
  })
  .get('/webhook-endpoints', allow('webhooks:read'), async (c) => {
    const { db, now } = c.get('ctx')
    const { limit, after } = readPaging(c, afterId)
    const rows = await listWebhookEndpoints(db, after, limit + 1)
    return c.json(
      toPage(
        rows,
        limit,
        (row) => show(row, now),
        (row) => row.id,
      ),
    )
  })
  .get('/webhook-endpoints/:id', allow('webhooks:read'), async (c) => {
    const row = await findWebhookEndpoint(c.get('ctx').db, c.req.param('id'))
    if (!row) throw notFound({ fr: 'Adresse de réception', en: 'Webhook endpoint' })
    return tell(c, row)
  })
  .patch('/webhook-endpoints/:id', allow('webhooks:write'), async (c) => {
    const patch = await readJson(c, webhookEndpointPatch)
    return tell(c, await changeWebhookEndpoint(c.get('ctx'), c.req.param('id'), patch))
  })
  .post('/webhook-endpoints/:id/secret-rotation', allow('webhooks:write'), async (c) =>
    tellSecret(c, await rotateWebhookSecret(c.get('ctx'), c.req.param('id'))),
  )
  .post('/webhook-endpoints/:id/challenge', allow('webhooks:write'), async (c) =>
    tell(c, await challengeWebhookEndpoint(c.get('ctx'), c.req.param('id')), 202),
  )
  .post('/webhook-endpoints/:id/verification', allow('webhooks:write'), async (c) => {
    const { challenge } = await readJson(c, verificationInput)
    return tell(c, await verifyWebhookEndpoint(c.get('ctx'), c.req.param('id'), challenge))
  })
  .delete('/webhook-endpoints/:id', allow('webhooks:write'), async (c) => {
    await removeWebhookEndpoint(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })

/** What a job noticed of an endpoint is no version of it, and changes the tag as well. */
function tell(c: Request, row: WebhookEndpointRow, status: 200 | 202 = 200) {
  const shown = show(row, c.get('ctx').now)
  const also = [shown.failing_since, shown.open_until, shown.previous_secret_until].map((at) =>
    at === null ? 0 : Date.parse(at),
  )
  if (shown.proof) also.push(shown.proof.attempts, shown.proof.last_outcome === null ? 0 : 1)
  return c.json(shown, status, versionTag(row.version, ...also))
}

/** The answers in which a secret leaves. */
function tellSecret(c: Request, row: WebhookEndpointRow, headers: Record<string, string> = {}) {
  const shown: WebhookEndpointCreated = { ...show(row, c.get('ctx').now), secret: row.secret }
  return c.json(shown, 201, { ...versionTag(row.version), 'cache-control': 'no-store', ...headers })
}

function show(row: WebhookEndpointRow, now: number): WebhookEndpointShown {
  const stillAhead = (at: number | null) => toInstant(at !== null && at > now ? at : null)
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    types: row.types,
    state: row.state,
    disabled_reason: row.disabled_reason,
    failing_since: toInstant(row.failing_since),
    open_until: stillAhead(row.open_until),
    previous_secret_until: stillAhead(row.previous_secret_until),
    proof:
      row.challenge === null
        ? null
        : {
            attempts: row.challenge_attempts,
            last_outcome: row.challenge_outcome,
            last_status: row.challenge_status,
            next_attempt_at: toInstant(row.challenge_next_at),
          },
    created_at: toInstant(row.created_at),
  }
}
