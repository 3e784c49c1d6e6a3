import { Hono } from 'hono'
import { addExclusion, listOwnExclusions, removeExclusion } from '#actions/exclusion.ts'
import { type ExclusionShown, exclusionInput } from '#contract/exclusion.ts'
import { toInstant } from '#contract/shape.ts'
import type { ExclusionRow } from '#db/queries/exclusion.ts'
import type { App } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { answerOwn, readLanguage, readOwn } from './own-space.ts'

export const exclusionRoutes = new Hono<App>()
  .get('/me/exclusions', asPerson, async (c) =>
    c.json({ items: (await listOwnExclusions(c.get('ctx'))).map(show), next_cursor: null }),
  )
  .post('/me/exclusions', asPerson, async (c) => {
    const { email } = await readOwn(c, exclusionInput, ['email'])
    const row = await addExclusion(c.get('ctx'), email)
    return answerOwn(c, () => c.json(show(row), 201))
  })
  .delete('/me/exclusions/:id', asPerson, async (c) => {
    await removeExclusion(c.get('ctx'), c.req.param('id'))
    return c.body(null, 204)
  })
  .post('/me/exclusions/:id/withdrawal', asPerson, async (c) => {
    await readLanguage(c)
    await removeExclusion(c.get('ctx'), c.req.param('id'))
    return answerOwn(c, () => c.body(null, 204))
  })

function show({ id, address, created_at }: ExclusionRow): ExclusionShown {
  return { id, email: address, created_at: toInstant(created_at) }
}
