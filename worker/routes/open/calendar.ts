import { Hono } from 'hono'
import { drawCalendarFeed } from '#actions/calendar-feed.ts'
import { contentTag } from '#http/etag.ts'
import type { App } from '#http/service-context.ts'

/** Calendars at secret addresses: no session, no cookie, for a calendar program has none. */
export const calendarRoutes = new Hono<App>().get('/calendar/:file{[0-9A-Za-z]+\\.ics}', async (c) => {
  c.header('cache-control', 'no-store')
  const text = await drawCalendarFeed(c.get('ctx'), c.req.param('file').replace(/\.ics$/, ''))
  return c.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="binome.ics"',
    'cache-control': 'private, max-age=300',
    'x-robots-tag': 'noindex',
    etag: await contentTag(text),
  })
})
