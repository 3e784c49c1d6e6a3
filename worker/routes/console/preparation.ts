import { Hono } from 'hono'
import { assignCoach, removeCoach } from '#actions/coach.ts'
import { closePreparation, mayReadOutcome } from '#actions/preparation.ts'
import { getProgramme } from '#actions/programme.ts'
import { coachInput, type PreparationShown, preparationClosure } from '#contract/preparation.ts'
import { toInstant } from '#contract/shape.ts'
import { listPreparations, type PreparationWithPeople } from '#db/queries/preparation.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { mayWaive, PREPARATION_STATES, type PreparationState, toldReasons } from '#domain/preparation.ts'
import { Problem } from '#domain/problem.ts'
import { readJson } from '#http/body.ts'
import { afterId, readPaging, toPage } from '#http/cursor.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow } from '#http/session.ts'

/** Talks that come before a first session, and who stands by a pair (P21, P28, P29). */
export const preparationRoutes = new Hono<App>()
  .get('/preparations', allow('pairs:read'), async (c) => {
    const ctx = c.get('ctx')
    const slug = c.req.query('programme')
    const state = readState(c.req.query('state'))
    const programmeId = slug === undefined ? null : (await getProgramme(ctx, slug)).id
    const { limit, after } = readPaging(c, afterId)
    const rows = await listPreparations(ctx.db, { programmeId, state }, after, limit + 1)
    return c.json(toPage(rows, limit, showing(c), ({ preparation }) => preparation.id))
  })
  .post('/preparations/:id/closure', allow('pairs:read'), async (c) => {
    const closure = await readJson(c, preparationClosure)
    return c.json(showing(c)(await closePreparation(c.get('ctx'), c.req.param('id'), closure)))
  })
  .put('/pairs/:id/coach', allow('pairs:write'), async (c) => {
    const { email } = await readJson(c, coachInput)
    return c.json(await assignCoach(c.get('ctx'), c.req.param('id'), email))
  })
  .delete('/pairs/:id/coach', allow('pairs:write'), async (c) => {
    await removeCoach(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })

function readState(given: string | undefined): PreparationState | null {
  if (given === undefined) return null
  const state = PREPARATION_STATES.find((known) => known === given)
  if (state) return state
  throw new Problem('invalid', {
    fr: '«\u00a0state\u00a0» vaut «\u00a0open\u00a0», «\u00a0held\u00a0» ou «\u00a0waived\u00a0».',
    en: '“state” is “open”, “held” or “waived”.',
  })
}

function showing(c: Request) {
  const isTold = mayReadOutcome(c.get('ctx'))
  return ({
    preparation,
    programme,
    pair,
    role,
    person,
    partner,
    coach,
  }: PreparationWithPeople): PreparationShown => ({
    id: preparation.id,
    programme,
    pair: pair.id,
    role,
    person: { reference: referenceOf(person), name: nameOf(person) },
    partner: { reference: referenceOf(partner), name: nameOf(partner) },
    reasons: toldReasons(preparation.reasons),
    may_waive: mayWaive(preparation.reasons),
    state: preparation.state,
    outcome: isTold ? preparation.outcome : null,
    due_at: toInstant(preparation.due_at),
    decided_at: toInstant(preparation.decided_at),
    coach: coach && { email: coach.email, name: coach.name },
  })
}
