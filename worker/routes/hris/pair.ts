import { Hono } from 'hono'
import { nameOf } from '#actions/proposal.ts'
import { toInstant } from '#contract/shape.ts'
import { listPairs } from '#db/queries/pair.ts'
import { referenceOf } from '#domain/person.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const pairRoutes = new Hono<App>().get('/pairs', allow('pairs:read'), async (c) => {
  const { limit, after } = readPaging(c, afterId)
  const rows = await listPairs(c.get('ctx').db, c.req.query('programme') ?? null, after, limit + 1)
  return c.json(
    toPage(
      rows,
      limit,
      ({ pair, programme, mentor, mentee }) => ({
        id: pair.id,
        programme,
        mentor: referenceOf(mentor),
        mentee: referenceOf(mentee),
        state: pair.state,
        started_at: toInstant(pair.started_at),
        ended_at: toInstant(pair.ended_at),
        people: { mentor: { name: nameOf(mentor) }, mentee: { name: nameOf(mentee) } },
      }),
      ({ pair }) => pair.id,
    ),
  )
})
