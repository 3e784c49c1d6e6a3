import { Hono } from 'hono'
import { acceptAgreement, readAgreement, writeOwnAgreement } from '#actions/agreement.ts'
import { signCharter } from '#actions/charter.ts'
import { completeModule } from '#actions/learning-path.ts'
import { AGREEMENT_PARTS, agreementInput, versionRead, versionReadForm } from '#contract/agreement.ts'
import { isForm, readFormFields } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { answerOwn, readOwn } from './own-space.ts'

/** How a pair begins, by the two people of it: their agreement, the charter, the path. */
export const pairStartRoutes = new Hono<App>()
  .get('/pairs/:id/agreement', asPerson, async (c) =>
    c.json(await readAgreement(c.get('ctx'), c.req.param('id'))),
  )
  .put('/pairs/:id/agreement', asPerson, async (c) => {
    const input = await readOwn(c, agreementInput, AGREEMENT_PARTS)
    return c.json(await writeOwnAgreement(c.get('ctx'), c.req.param('id'), input))
  })
  .post('/pairs/:id/agreement', asPerson, async (c) => {
    const input = await readOwn(c, agreementInput, AGREEMENT_PARTS)
    const shown = await writeOwnAgreement(c.get('ctx'), c.req.param('id'), input)
    return isForm(c) ? toPair(c, shown.pair, 'agreement') : c.json(shown)
  })
  .post('/pairs/:id/agreement/acceptance', asPerson, async (c) => {
    const shown = await acceptAgreement(c.get('ctx'), c.req.param('id'), await readVersion(c))
    return isForm(c) ? toPair(c, shown.pair, 'agreement') : c.json(shown)
  })
  .post('/participations/:id/charter-signature', asPerson, async (c) => {
    const version = await readVersion(c)
    await signCharter(c.get('ctx'), c.req.param('id'), version)
    return answerOwn(c, () => c.body(null, 204))
  })
  .post('/modules/:id/completion', asPerson, (c) => tick(c, true))
  .delete('/modules/:id/completion', asPerson, async (c) => {
    await completeModule(c.get('ctx'), c.req.param('id'), false)
    return c.body(null, 204)
  })
  .post('/modules/:id/completion/withdrawal', asPerson, (c) => tick(c, false))

/** Which version was read: nobody agrees to words that changed behind their back. */
async function readVersion(c: Request): Promise<number> {
  const { version } = isForm(c)
    ? await readOwn(c, versionReadForm, ['version'])
    : await readOwn(c, versionRead, ['version'])
  return version
}

async function tick(c: Request, isDone: boolean): Promise<Response> {
  const fields = isForm(c) ? await readFormFields(c) : []
  if (isForm(c)) languageOfForm(c, fields)
  await completeModule(c.get('ctx'), c.req.param('id') ?? '', isDone)
  const pair = fields.find(([name]) => name === 'pair')?.[1]
  if (pair && /^pai_\w{1,40}$/.test(pair)) return toPair(c, pair, 'path')
  return answerOwn(c, () => c.body(null, 204))
}

function toPair(c: Request, pair: string, section: string): Response {
  return c.redirect(`/${c.get('language')}/me/pairs/${pair}/#${section}`, 303)
}
