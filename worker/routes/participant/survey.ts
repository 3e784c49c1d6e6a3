import { Hono } from 'hono'
import { openFeedback } from '#actions/feedback.ts'
import { type AskedSurvey, answerSurvey, loadOwnSurvey, loadSurvey } from '#actions/survey.ts'
import { surveyInput } from '#contract/survey.ts'
import { nameOf } from '#domain/person.ts'
import { Problem } from '#domain/problem.ts'
import { isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { pour } from '#pages/pour.ts'
import { type SurveyView, surveyPage } from '#pages/survey.ts'
import { readForm } from '#questionnaire/check.ts'
import { checkSurvey, startingAnswers } from '#questionnaire/survey.ts'
import { asSignedIn } from './signed-in.ts'

/** A survey from the link of a mail, whose token is the proof. */
export const mailedSurveyRoutes = new Hono<App>().post('/feedback/:token/survey', async (c) => {
  const token = c.req.param('token')
  const ctx = c.get('ctx')
  const posted = await readPosted(c)
  const own = await loadSurvey(ctx, await openFeedback(ctx, token))
  return record(c, own, posted, { action: `/api/v1/feedback/${token}/survey`, path: `feedback/${token}/` })
})

/** The same from one’s own space. */
export const surveyRoutes = new Hono<App>().post('/me/surveys/:request', asPerson, async (c) => {
  const posted = await readPosted(c)
  const own = await loadOwnSurvey(c.get('ctx'), c.req.param('request'))
  return record(c, own, posted, ownAddress(own))
})

/** The same survey as a page of one’s own space. */
export const surveyPages = new Hono<App>().get('/:language{fr|en}/me/surveys/:request', (c) =>
  asSignedIn(c, async () => {
    const own = await loadOwnSurvey(c.get('ctx'), c.req.param('request'))
    return pourSurvey(c, own, ownAddress(own))
  }),
)

/** Where a survey is read and where it is sent. */
type Address = Pick<SurveyView, 'action' | 'path'>

const ownAddress = ({ request }: AskedSurvey): Address => ({
  action: `/api/v1/me/surveys/${request.id}`,
  path: `me/surveys/${request.id}/`,
})

/** A survey as a page: to be answered, with what needs mending (422), or closed. */
export async function pourSurvey(
  c: Request,
  own: AskedSurvey,
  address: Address,
  typed: Pick<SurveyView, 'answers' | 'errors'> | null = null,
): Promise<Response> {
  const { survey, moment, state, row, partner, asked } = own
  const view: SurveyView = {
    survey,
    moment,
    state,
    programme: { slug: row.slug, names: { fr: row.words.fr.name, en: row.words.en.name } },
    partner: nameOf(partner),
    ...(typed ?? { answers: startingAnswers(asked), errors: [] }),
    ...address,
  }
  return pour(c.env.ASSETS, c.req.url, surveyPage(view, c.get('language')), typed ? 422 : 200)
}

/** What was sent, unchecked: the fields of a form, or the answers of a program. */
type Posted = { fields: [string, string][] } | { answers: Record<string, unknown> }

async function readPosted(c: Request): Promise<Posted> {
  return isForm(c) ? { fields: await readFormFields(c) } : readJson(c, surveyInput)
}

async function record(c: Request, own: AskedSurvey, posted: Posted, address: Address): Promise<Response> {
  const isPosted = 'fields' in posted
  const language = languageOfForm(c, isPosted ? posted.fields : [])
  const raw = isPosted ? readForm(own.survey, posted.fields) : posted.answers
  const { answers, errors } = checkSurvey(own.survey, raw)
  if (errors.length > 0 && isPosted) return pourSurvey(c, own, address, { answers: raw, errors })
  if (errors.length > 0) {
    throw new Problem(
      'invalid',
      {
        fr: 'Des réponses sont à corriger. Rien n’a été enregistré.',
        en: 'Some answers need correcting. Nothing was saved.',
      },
      errors.map(({ pointer, detail }) => ({ pointer: `/answers${pointer}`, detail })),
    )
  }
  await answerSurvey(c.get('ctx'), own, answers)
  return isPosted ? c.redirect(`/${language}/${address.path}`, 303) : c.body(null, 204)
}
