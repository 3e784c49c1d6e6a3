import { Hono } from 'hono'
import { createKey } from '#actions/key.ts'
import { keyInput } from '#contract/key.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const keyRoutes = new Hono<App>().post('/keys', allow('keys:write'), async (c) => {
  const input = await readJson(c, keyInput)
  const { id, secret } = await createKey(c.get('ctx'), input)
  return c.json({ id, name: input.name, scopes: input.scopes, secret }, 201)
})
