import { Hono } from 'hono'
import { answer } from '#actions/proposal.ts'
import type { Answer } from '#domain/proposal.ts'
import { isForm, readFormFields } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'

export const proposalRoutes = new Hono<App>()
  .post('/proposals/:id/acceptance', asPerson, (c) => record(c, 'acceptance'))
  .post('/proposals/:id/refusal', asPerson, (c) => record(c, 'refusal'))

async function record(c: Request, given: Answer): Promise<Response> {
  if (!isForm(c)) {
    await answer(c.get('ctx'), c.req.param('id') ?? '', given)
    return c.body(null, 204)
  }
  const language = languageOfForm(c, await readFormFields(c))
  await answer(c.get('ctx'), c.req.param('id') ?? '', given)
  return c.redirect(`/${language}/me/`, 303)
}
