import { Hono } from 'hono'
import { givePulse, openOwnPulse } from '#actions/pulse.ts'
import { pulseForm, pulseInput, readPulseForm } from '#contract/pulse.ts'
import { checkShape, isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'

/** How a session was, for whoever has signed in. */
export const pulseRoutes = new Hono<App>().post('/sessions/:id/pulses', asPerson, async (c) => {
  const ctx = c.get('ctx')
  const id = c.req.param('id')
  if (!isForm(c)) {
    const given = await readJson(c, pulseInput)
    await givePulse(ctx, await openOwnPulse(ctx, id), given)
    return c.body(null, 204)
  }
  const fields = await readFormFields(c)
  const language = languageOfForm(c, fields)
  const given = readPulseForm(checkShape(pulseForm, Object.fromEntries(fields)))
  await givePulse(ctx, await openOwnPulse(ctx, id), given)
  return c.redirect(`/${language}/me/`, 303)
})
