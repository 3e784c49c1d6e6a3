import { Hono } from 'hono'
import { pausePair, returnPair } from '#actions/pause.ts'
import { readSeparation, separatePair } from '#actions/separation.ts'
import { type PairShown, showPair } from '#contract/pair.ts'
import { pauseInput, type SeparationShown, separationInput } from '#contract/pair-way.ts'
import { toInstant } from '#contract/shape.ts'
import { changesOfPairs, type PairWithPeople } from '#db/queries/pair.ts'
import { nameOf, referenceOf } from '#domain/person.ts'
import { readJson } from '#http/body.ts'
import { readOptionalJson } from '#http/optional-body.ts'
import type { App, Request } from '#http/service-context.ts'
import { allow, allowOrganiser } from '#http/session.ts'

/** What the team does with a pair, in the same words as if one of the two had asked. */
export const pairWayRoutes = new Hono<App>()
  .put('/pairs/:id/break', allowOrganiser('pairs:write'), async (c) => {
    const { until } = await readJson(c, pauseInput)
    return c.json(await show(c, await pausePair(c.get('ctx'), c.req.param('id'), until)))
  })
  .delete('/pairs/:id/break', allowOrganiser('pairs:write'), async (c) => {
    await returnPair(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })
  .post('/pairs/:id/ending', allowOrganiser('pairs:write'), async (c) => {
    const { reason, reader } = await readOptionalJson(c, separationInput)
    const asked = { reason, named: reader }
    return c.json(await show(c, await separatePair(c.get('ctx'), c.req.param('id'), asked)))
  })
  .get('/pairs/:id/separation', allow('pairs:read'), async (c) => {
    const { pair_id, asked_by, reason, created_at } = await readSeparation(c.get('ctx'), c.req.param('id'))
    const shown: SeparationShown = { pair: pair_id, asked_by, reason, created_at: toInstant(created_at) }
    return c.json(shown)
  })

async function show(c: Request, { pair, programme, mentor, mentee }: PairWithPeople): Promise<PairShown> {
  const changes = await changesOfPairs(c.get('ctx').db, [pair.id])
  const people = {
    mentor: { reference: referenceOf(mentor), name: nameOf(mentor) },
    mentee: { reference: referenceOf(mentee), name: nameOf(mentee) },
  }
  return showPair(pair, programme, people, changes.get(pair.id) ?? pair.started_at)
}
