import { Hono } from 'hono'
import { healthOfPair, listPulses } from '#actions/pulse.ts'
import type { PairHealthShown, PulseShown } from '#contract/pulse.ts'
import { toInstant } from '#contract/shape.ts'
import type { App } from '#http/service-context.ts'
import { allow, allowWithin } from '#http/session.ts'

/** How a pair fares: a class for whoever may see the pair, the pulses for its coach and the referent. */
export const pairPulseRoutes = new Hono<App>()
  .get('/pairs/:id/pulses', allow('pairs:read'), async (c) => {
    const rows = await listPulses(c.get('ctx'), c.req.param('id'))
    const items = rows.map(
      ({ session_id, role, answers, created_at }): PulseShown => ({
        session: session_id,
        role,
        answers,
        given_at: toInstant(created_at),
      }),
    )
    return c.json({ items, next_cursor: null })
  })
  .get('/pairs/:id/health', allowWithin('pairs:read'), async (c) => {
    const shown: PairHealthShown = { class: await healthOfPair(c.get('ctx'), c.req.param('id')) }
    return c.json(shown)
  })
