import { Hono } from 'hono'
import { designate } from '#actions/designation.ts'
import { type DesignationShown, designationInput } from '#contract/designation.ts'
import { referenceOf } from '#domain/person.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import { showCode } from './sign-up-code.ts'

export const designationRoutes = new Hono<App>().post(
  '/programmes/:slug/designations',
  allow('participants:write'),
  async (c) => {
    const input = await readJson(c, designationInput, 262_144)
    const { invited, unreachable, already } = await designate(c.get('ctx'), c.req.param('slug'), input)
    const shown: DesignationShown = {
      invited: invited.map(referenceOf),
      unreachable: unreachable.map(showCode),
      already: already.map(({ person, state }) => ({ person: referenceOf(person), state })),
    }
    return c.json(shown, invited.length + unreachable.length > 0 ? 201 : 200)
  },
)
