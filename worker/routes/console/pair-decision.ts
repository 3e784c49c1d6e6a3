import { Hono } from 'hono'
import { putPairDecision, removePairDecision } from '#actions/pair-decision.ts'
import { getProgramme } from '#actions/programme.ts'
import type { PairDecisionShown } from '#contract/pair-decision.ts'
import { toInstant } from '#contract/shape.ts'
import { listPairDecisions } from '#db/queries/pair-decision.ts'
import type { PairDecision } from '#domain/match-run.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

export const pairDecisionRoutes = new Hono<App>()
  .get('/programmes/:slug/locks', allow('match-runs:read'), (c) => list(c, 'lock'))
  .put('/programmes/:slug/locks/:mentor/:mentee', allow('match-runs:write'), (c) => put(c, 'lock'))
  .delete('/programmes/:slug/locks/:mentor/:mentee', allow('match-runs:write'), (c) => remove(c, 'lock'))
  .get('/programmes/:slug/bans', allow('match-runs:read'), (c) => list(c, 'ban'))
  .put('/programmes/:slug/bans/:mentor/:mentee', allow('match-runs:write'), (c) => put(c, 'ban'))
  .delete('/programmes/:slug/bans/:mentor/:mentee', allow('match-runs:write'), (c) => remove(c, 'ban'))

async function list(c: Request, decision: PairDecision): Promise<Response> {
  const ctx = c.get('ctx')
  const programme = await getProgramme(ctx, c.req.param('slug') ?? '')
  const { limit, after } = readPaging(c, afterId)
  const rows = await listPairDecisions(ctx.db, programme.id, decision, after, limit + 1)
  return c.json(toPage(rows, limit, show, ({ id }) => id))
}

async function put(c: Request, decision: PairDecision): Promise<Response> {
  const { slug = '', mentor = '', mentee = '' } = c.req.param() as Record<string, string>
  const { row, created } = await putPairDecision(c.get('ctx'), slug, mentor, mentee, decision)
  return c.json(show({ mentor, mentee, created_at: row.created_at }), created ? 201 : 200)
}

async function remove(c: Request, decision: PairDecision): Promise<Response> {
  const { slug = '', mentor = '', mentee = '' } = c.req.param() as Record<string, string>
  await removePairDecision(c.get('ctx'), slug, mentor, mentee, decision)
  return c.body(null, 204)
}

function show({ mentor, mentee, created_at }: { mentor: string; mentee: string; created_at: number }) {
  return { mentor, mentee, created_at: toInstant(created_at) } satisfies PairDecisionShown
}
