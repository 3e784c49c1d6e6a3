import { Hono } from 'hono'
import { explainProposal } from '#actions/explanation.ts'
import { compareObjectivesOf } from '#actions/objective-comparison.ts'
import { planFor } from '#actions/plan.ts'
import { listRuleCosts } from '#actions/rule-cost.ts'
import { compareWithRun } from '#actions/run-changes.ts'
import { reportSupplyOf } from '#actions/supply.ts'
import { explainWaitingOf } from '#actions/waiting-explanation.ts'
import { ROLES } from '#domain/participant.ts'
import { notFound, Problem } from '#domain/problem.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

const MENTEES_MAX = 100_000

/** Everything that makes a match run understood: why these two, why somebody waits, what else there could have been. */
export const explanationRoutes = new Hono<App>()
  .get('/match-runs/:id/proposals/:proposal/explanation', allow('match-runs:read'), async (c) =>
    c.json(await explainProposal(c.get('ctx'), c.req.param('id'), c.req.param('proposal'))),
  )
  .get('/match-runs/:id/waiting/:role/:person', allow('match-runs:read'), async (c) => {
    const role = ROLES.find((one) => one === c.req.param('role'))
    if (!role) throw notFound({ fr: 'Rôle', en: 'Role' })
    return c.json(await explainWaitingOf(c.get('ctx'), c.req.param('id'), role, c.req.param('person')))
  })
  .get('/match-runs/:id/objectives', allow('match-runs:read'), async (c) =>
    c.json(await compareObjectivesOf(c.get('ctx'), c.req.param('id'))),
  )
  .get('/match-runs/:id/rules', allow('match-runs:read'), async (c) =>
    c.json({ items: await listRuleCosts(c.get('ctx'), c.req.param('id')), next_cursor: null }),
  )
  .get('/match-runs/:id/supply', allow('match-runs:read'), async (c) =>
    c.json(await reportSupplyOf(c.get('ctx'), c.req.param('id'))),
  )
  .get('/match-runs/:id/changes', allow('match-runs:read'), async (c) =>
    c.json(await compareWithRun(c.get('ctx'), c.req.param('id'), c.req.query('since') || null)),
  )
  .get('/programmes/:slug/plan', allow('match-runs:read'), async (c) =>
    c.json(await planFor(c.get('ctx'), c.req.param('slug'), readMentees(c))),
  )

function readMentees(c: Request): number {
  const text = c.req.query('mentees') ?? ''
  const mentees = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (mentees >= 1 && mentees <= MENTEES_MAX) return mentees
  throw new Problem('invalid', {
    fr: '« mentees » doit être un nombre de personnes, de 1 à 100\u00a0000.',
    en: '“mentees” must be a number of people, from 1 to 100,000.',
  })
}
