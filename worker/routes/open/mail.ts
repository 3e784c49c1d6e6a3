import { Hono } from 'hono'
import { noteMailEvent, verifyMailEvent } from '#actions/mail-event.ts'
import { openUnsubscription, unsubscribe } from '#actions/mail-unsubscription.ts'
import { mailEventInput, type UnsubscriptionShown } from '#contract/mail-problem.ts'
import { isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App } from '#http/service-context.ts'
import { unsubscriptionPage } from '#pages/mail-unsubscription.ts'
import { pour } from '#pages/pour.ts'

/** What providers and readers of mails say back: no session, for the signature in the address or the headers says who. */
export const mailRoutes = new Hono<App>()
  .post('/mail-events', async (c) => {
    const copy = c.req.raw.clone()
    const event = await readJson(c, mailEventInput)
    await verifyMailEvent(
      c.get('ctx'),
      {
        id: c.req.header('svix-id') ?? '',
        timestamp: c.req.header('svix-timestamp') ?? '',
        signature: c.req.header('svix-signature') ?? '',
      },
      await copy.text(),
    )
    await noteMailEvent(c.get('ctx'), 'resend', event)
    return c.body(null, 204)
  })
  .get('/unsubscriptions/:token', async (c) => {
    const token = c.req.param('token')
    const { kind, isOff } = await openUnsubscription(c.get('ctx'), token)
    const isBrowser = (c.req.header('accept') ?? '').includes('text/html')
    if (isBrowser) return c.redirect(pageAddress(c.get('language'), token), 303)
    const shown: UnsubscriptionShown = { kind, stopped: isOff }
    return c.json(shown)
  })
  .post('/unsubscriptions/:token', async (c) => {
    const token = c.req.param('token')
    const fields = isForm(c) ? await readFormFields(c) : []
    const language = languageOfForm(c, fields)
    await unsubscribe(c.get('ctx'), token)
    // The page says its language; the mail program that presses for a reader does not (RFC 8058).
    if (!fields.some(([name]) => name === 'language')) return c.body(null, 204)
    return c.redirect(pageAddress(language, token), 303)
  })

function pageAddress(language: string, token: string): string {
  return `/${language}/me/unsubscribe/${encodeURIComponent(token)}/`
}

/** What the link of a mail opens: a page with a button. Opening changes nothing, for mail scanners open links too. */
export const mailPages = new Hono<App>().get('/:language{fr|en}/me/unsubscribe/:token', async (c) => {
  const token = c.req.param('token')
  const { kind, isOff } = await openUnsubscription(c.get('ctx'), token)
  const page = unsubscriptionPage({ token, kind, isOff }, c.get('language'))
  return pour(c.env.ASSETS, c.req.url, page)
})
