import { Hono } from 'hono'
import type { EventShown } from '#contract/event.ts'
import { toInstant } from '#contract/shape.ts'
import { type EventRow, findEvent, listEventsOutside } from '#db/queries/event.ts'
import { Problem } from '#domain/problem.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const eventRoutes = new Hono<App>().get('/events', allow('events:read'), async (c) => {
  const { db } = c.get('ctx')
  const { limit, after } = readPaging(c, afterId)
  const from = after ?? c.req.query('after') ?? null
  const last = from === null ? null : await findEvent(db, from)
  if (last === undefined) {
    throw new Problem('invalid', {
      fr: '«\u00a0after\u00a0» doit nommer un événement reçu. Sans lui, la liste part du début.',
      en: '“after” must name an event that you received. Without it the list starts at the beginning.',
    })
  }
  const rows = await listEventsOutside(db, last?.seq ?? 0, limit + 1)
  return c.json(toPage(rows, limit, showEvent, ({ id }) => id))
})

function showEvent({ id, type, subject, data, occurred_at }: EventRow): EventShown {
  return { id, type: type as EventShown['type'], subject, data, occurred_at: toInstant(occurred_at) }
}
