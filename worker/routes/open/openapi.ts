import { Hono } from 'hono'
import { API_VERSION, describeApi } from '#contract/openapi.ts'
import { OPERATIONS } from '#contract/operations.ts'
import { isLanguage, type Language } from '#domain/language.ts'
import { contentTag } from '#http/etag.ts'
import type { App } from '#http/service-context.ts'

interface Written {
  text: string
  etag: string
}

/** Written once for an isolate, an address and a language: the shapes do not change while it lives. */
const written = new Map<string, Promise<Written>>()

/** The contract itself, for whoever makes a client from it. */
export const openapiRoutes = new Hono<App>().get('/openapi.json', async (c) => {
  const asked = c.req.query('language')
  const { text, etag } = await writeOnce(c.get('ctx').settings.baseUrl, isLanguage(asked) ? asked : 'en')
  return c.body(text, 200, {
    etag,
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'content-type': 'application/json; charset=utf-8',
  })
})

function writeOnce(baseUrl: string, language: Language): Promise<Written> {
  const key = `${language} ${baseUrl}`
  const known = written.get(key)
  if (known) return known
  const fresh = write(baseUrl, language)
  written.set(key, fresh)
  return fresh
}

async function write(baseUrl: string, language: Language): Promise<Written> {
  const text = JSON.stringify(describeApi(OPERATIONS, { baseUrl, language, version: API_VERSION }))
  return { text, etag: await contentTag(text) }
}
