import { Hono } from 'hono'
import { toInstant } from '#contract/shape.ts'
import { findEvent, listEventsOutside } from '#db/queries/event.ts'
import { Problem } from '#domain/problem.ts'
import { afterId, readPaging } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const eventRoutes = new Hono<App>().get('/events', allow('events:read'), async (c) => {
  const { db } = c.get('ctx')
  const { limit, after } = readPaging(c, afterId)
  const from = after ?? c.req.query('after') ?? null
  const last = from === null ? null : await findEvent(db, from)
  if (last === undefined) {
    throw new Problem('invalid', {
      fr: '« after » doit nommer un événement reçu. Sans lui, la liste part du début.',
      en: '“after” must name an event that you received. Without it the list starts at the beginning.',
    })
  }
  const rows = await listEventsOutside(db, last?.seq ?? 0, limit + 1)
  const page = rows.slice(0, limit)
  return c.json({
    items: page.map(({ id, type, subject, data, occurred_at }) => ({
      id,
      type,
      subject,
      data,
      occurred_at: toInstant(occurred_at),
    })),
    next_cursor: rows.length > limit ? cursorOf(page.at(-1)?.id ?? '') : null,
  })
})

function cursorOf(id: string): string {
  return btoa(JSON.stringify(id)).replaceAll('=', '')
}
