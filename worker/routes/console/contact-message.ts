import { Hono } from 'hono'
import { markAnswered } from '#actions/contact-message.ts'
import type { ContactMessageShown } from '#contract/contact-message.ts'
import { toInstant } from '#contract/shape.ts'
import { type ContactMessageRow, listContactMessages } from '#db/queries/contact-message.ts'
import { Problem } from '#domain/problem.ts'
import { afterInstant, readPaging, toPage } from '#http/cursor.ts'
import type { App } from '#http/service-context.ts'
import { allow, allowOrganiser } from '#http/session.ts'

export const contactMessageRoutes = new Hono<App>()
  .get('/contact-messages', allowOrganiser('participants:read'), async (c) => {
    const state = c.req.query('state') ?? null
    if (state !== null && state !== 'open' && state !== 'answered') {
      throw new Problem('invalid', {
        fr: '« state » vaut « open » ou « answered ».',
        en: '“state” is “open” or “answered”.',
      })
    }
    const { limit, after } = readPaging(c, afterInstant)
    const rows = await listContactMessages(c.get('ctx').db, state, after, limit + 1)
    return c.json(toPage(rows, limit, show, ({ created_at, id }) => ({ at: created_at, id })))
  })
  .put('/contact-messages/:id/answer', allow('participants:write'), async (c) =>
    c.json(show(await markAnswered(c.get('ctx'), c.req.param('id'), true))),
  )
  .delete('/contact-messages/:id/answer', allow('participants:write'), async (c) =>
    c.json(show(await markAnswered(c.get('ctx'), c.req.param('id'), false))),
  )

function show(row: ContactMessageRow): ContactMessageShown {
  const { id, about, name, email, phone, text, language, state, created_at, answered_at } = row
  return {
    id,
    about,
    name,
    email,
    phone,
    text,
    language,
    state,
    created_at: toInstant(created_at),
    answered_at: toInstant(answered_at),
  }
}
