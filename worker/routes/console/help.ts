import { Hono } from 'hono'
import { closeHelp, helpReader } from '#actions/help.ts'
import { type HelpShown, helpClosureInput } from '#contract/help.ts'
import { toInstant } from '#contract/shape.ts'
import { type HelpWithAuthor, listHelpFor } from '#db/queries/help.ts'
import { referenceOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import { readOptionalJson } from '#http/optional-body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

const STATES = ['open', 'closed'] as const

/** What people confided, for the reader who was named to them and for nobody else: a key reads an empty list. */
export const helpRequestRoutes = new Hono<App>()
  .get('/help-requests', allow('pairs:read'), async (c) => {
    const ctx = c.get('ctx')
    const state = c.req.query('state')
    const wanted = STATES.find((one) => one === state) ?? null
    if (state !== undefined && wanted === null) {
      throw new Problem('invalid', {
        fr: '«\u00a0state\u00a0» doit être «\u00a0open\u00a0» ou «\u00a0closed\u00a0».',
        en: '“state” must be “open” or “closed”.',
      })
    }
    const { limit, after } = readPaging(c, afterId)
    const reader = helpReader(ctx.actor)
    const rows = reader ? await listHelpFor(ctx.db, reader, wanted, after, limit + 1) : []
    return c.json(toPage(rows, limit, show, ({ help }) => help.id))
  })
  .post('/help-requests/:id/closure', allow('pairs:read'), async (c) => {
    const { outcome } = await readOptionalJson(c, helpClosureInput)
    return c.json(show(await closeHelp(c.get('ctx'), c.req.param('id'), outcome)))
  })

function show({ help, person, role, programme }: HelpWithAuthor): HelpShown {
  return {
    id: help.id,
    programme: programme.slug,
    pair: help.pair_id,
    person: referenceOf(person),
    given_name: person.given_name,
    family_name: person.family_name,
    email: person.email,
    role,
    source: help.source,
    text: help.text,
    state: help.state,
    due_at: toInstant(help.due_at),
    outcome: help.outcome,
    decided_at: toInstant(help.decided_at),
    created_at: toInstant(help.created_at),
  }
}
