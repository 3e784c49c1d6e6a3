import { Hono } from 'hono'
import { loadCertificate } from '#actions/closing.ts'
import { loadOwnPair } from '#actions/own-pair.ts'
import { changeOwnTalent } from '#actions/talent.ts'
import { writeThankYou } from '#actions/thank-you.ts'
import { talentChoiceInput } from '#contract/talent.ts'
import { thankYouInput } from '#contract/thank-you.ts'
import { isForm } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { certificatePage } from '#pages/closing.ts'
import { pour } from '#pages/pour.ts'
import { readOwn } from './own-space.ts'
import { asSignedIn } from './signed-in.ts'

/** What closes a pair: a note of thanks, and whether the talent team may see what somebody did. */
export const closingRoutes = new Hono<App>()
  .post('/pairs/:id/thank-you', asPerson, async (c) => {
    const { text } = await readOwn(c, thankYouInput, ['text'])
    const id = c.req.param('id')
    await writeThankYou(c.get('ctx'), id, text)
    return isForm(c) ? c.redirect(`/${c.get('language')}/me/pairs/${id}/#closing`, 303) : c.body(null, 204)
  })
  .put('/me/talent-choices/:participant', asPerson, async (c) => {
    await changeOwnTalent(c.get('ctx'), c.req.param('participant'), true)
    return c.body(null, 204)
  })
  .delete('/me/talent-choices/:participant', asPerson, async (c) => {
    await changeOwnTalent(c.get('ctx'), c.req.param('participant'), false)
    return c.body(null, 204)
  })
  .post('/me/talent-choices/:participant', asPerson, async (c) => {
    const { visible } = await readOwn(c, talentChoiceInput, ['visible'])
    const pair = await changeOwnTalent(c.get('ctx'), c.req.param('participant'), visible === 'yes')
    if (!isForm(c)) return c.body(null, 204)
    const page = pair === null ? 'me/' : `me/pairs/${pair}/#talent`
    return c.redirect(`/${c.get('language')}/${page}`, 303)
  })

/** One’s certificate, to be printed. */
export const certificatePages = new Hono<App>().get('/:language{fr|en}/me/pairs/:pair/certificate', (c) =>
  asSignedIn(c, async () => {
    const ctx = c.get('ctx')
    const own = await loadOwnPair(ctx, c.req.param('pair'))
    const page = certificatePage(await loadCertificate(ctx, own), c.get('language'))
    return pour(c.env.ASSETS, c.req.url, page)
  }),
)
