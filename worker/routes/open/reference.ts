import { Hono } from 'hono'
import { isLanguage } from '#domain/language.ts'
import type { App } from '#http/service-context.ts'
import { pour } from '#pages/pour.ts'

/** The readable reference, at an address that needs no language: `?language=` says it, else the browser does. */
export const referencePages = new Hono<App>().get('/api/reference', async (c) => {
  const asked = c.req.query('language')
  const language = isLanguage(asked) ? asked : c.get('language')
  const page = await pour(c.env.ASSETS, c.req.url, {
    shell: `/${language}/reference/`,
    language,
    slots: {},
    isFindable: true,
  })
  page.headers.set('cache-control', 'public, max-age=300')
  page.headers.set('content-language', language)
  page.headers.append('vary', 'accept-language')
  return page
})
