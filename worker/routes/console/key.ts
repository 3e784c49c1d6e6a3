import { Hono } from 'hono'
import { createKey, type KeyWithSecret, revokeKey, rotateKey } from '#actions/key.ts'
import { type KeyWithSecretShown, keyInput, keyRotationInput, showKey } from '#contract/key.ts'
import { findKey, listKeys } from '#db/queries/key.ts'
import { notFound } from '#domain/problem.ts'
import { readJson } from '#http/body.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import { readOptionalJson } from '#http/optional-body.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const keyRoutes = new Hono<App>()
  .post('/keys', allow('keys:write'), async (c) => {
    const made = await createKey(c.get('ctx'), await readJson(c, keyInput))
    return tellSecret(c, made, { location: `/api/v1/keys/${made.key.id}` })
  })
  .get('/keys', allow('keys:read'), async (c) => {
    const { db, now } = c.get('ctx')
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listKeys(db, after, limit + 1)
    return c.json(
      toPage(
        rows,
        limit,
        (key) => showKey(key, now),
        (key) => ({ at: key.created_at, id: key.id }),
      ),
    )
  })
  .get('/keys/:id', allow('keys:read'), async (c) => {
    const { db, now } = c.get('ctx')
    const key = await findKey(db, c.req.param('id'))
    if (!key) throw notFound({ fr: 'Clé', en: 'Key' })
    const shown = showKey(key, now)
    const also = [shown.state, key.last_used_at ?? 0, shown.previous_until === null ? 1 : 2]
    return c.json(shown, 200, versionTag(key.version, ...also))
  })
  .post('/keys/:id/rotation', allow('keys:write'), async (c) => {
    const { overlap_hours } = await readOptionalJson(c, keyRotationInput)
    return tellSecret(c, await rotateKey(c.get('ctx'), c.req.param('id'), overlap_hours))
  })
  .delete('/keys/:id', allow('keys:write'), async (c) => {
    await revokeKey(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })

/** The one answer in which a secret leaves. */
function tellSecret(c: Request, { key, secret }: KeyWithSecret, headers: Record<string, string> = {}) {
  const shown: KeyWithSecretShown = { ...showKey(key, c.get('ctx').now), client_id: key.id, secret }
  return c.json(shown, 201, { ...versionTag(key.version), 'cache-control': 'no-store', ...headers })
}
