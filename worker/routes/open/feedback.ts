import { Hono } from 'hono'
import { type OpenedFeedback, openFeedback } from '#actions/feedback.ts'
import { givePulse, isFirstPulse, readerOfPulse } from '#actions/pulse.ts'
import { readersOfPulse } from '#actions/pulse-readers.ts'
import { readerInWords } from '#actions/referent.ts'
import { loadSurvey } from '#actions/survey.ts'
import { pulseForm, pulseInput, readPulseForm } from '#contract/pulse.ts'
import type { Language } from '#domain/language.ts'
import { nameOf } from '#domain/person.ts'
import { checkShape, isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import type { PouredPage } from '#pages/page.ts'
import { pour } from '#pages/pour.ts'
import { pulseDonePage, pulsePage } from '#pages/pulse.ts'
import { pourSurvey } from '../participant/survey.ts'

/** How a session was, by the link of a mail: the token says who answers, so that no session is needed. */
export const feedbackRoutes = new Hono<App>().post('/feedback/:token/pulse', async (c) => {
  const ctx = c.get('ctx')
  const token = c.req.param('token')
  if (!isForm(c)) {
    await givePulse(ctx, await openFeedback(ctx, token), await readJson(c, pulseInput))
    return c.body(null, 204)
  }
  const fields = await readFormFields(c)
  const language = languageOfForm(c, fields)
  const given = readPulseForm(checkShape(pulseForm, Object.fromEntries(fields)))
  try {
    await givePulse(ctx, await openFeedback(ctx, token), given)
  } catch (error) {
    // A button pressed twice is answered like one pressed once: the page says what was kept.
    if ((await openFeedback(ctx, token)).state !== 'answered') throw error
  }
  return c.redirect(`/${language}/feedback/${encodeURIComponent(token)}/`, 303)
})

/** What the link of a mail opens. Opening changes nothing, for mail scanners open links too. */
export const feedbackPages = new Hono<App>().get('/:language{fr|en}/feedback/:token', async (c) => {
  const ctx = c.get('ctx')
  const token = c.req.param('token')
  const opened = await openFeedback(ctx, token)
  if (opened.request.kind === 'survey') {
    return pourSurvey(c, await loadSurvey(ctx, opened), {
      action: `/api/v1/feedback/${token}/survey`,
      path: `feedback/${token}/`,
    })
  }
  return pour(c.env.ASSETS, c.req.url, await pageOf(c, opened, token, c.get('language')))
})

async function pageOf(
  c: Request,
  opened: OpenedFeedback,
  token: string,
  language: Language,
): Promise<PouredPage> {
  if (opened.state !== 'open') return pulseDonePage(token, opened.state, language)
  const ctx = c.get('ctx')
  const [isFirst, contact, readers] = await Promise.all([
    isFirstPulse(ctx, opened),
    readerOfPulse(ctx, opened),
    readersOfPulse(ctx, opened),
  ])
  return pulsePage(
    {
      token,
      partner: nameOf(opened.partner),
      starts_at: opened.session?.starts_at ?? opened.request.created_at,
      time_zone: opened.row.time_zone,
      isFirst,
      readers,
      contact: contact.id === null ? null : { id: contact.id, name: readerInWords(contact, language) },
    },
    language,
  )
}
