import { Hono } from 'hono'
import { draftGone, findDraft } from '#actions/draft.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { getOpenProgramme } from '#actions/sign-up.ts'
import { showProgramme } from '#contract/programme.ts'
import { findPersonByEmail } from '#db/queries/person.ts'
import { listProgrammes, type ProgrammeRow } from '#db/queries/programme.ts'
import { isPerson } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import type { App, Request } from '#http/service-context.ts'
import { recogniseActor } from '#http/session.ts'
import { mePage } from '#pages/me.ts'
import { pour } from '#pages/pour.ts'
import { programmeListPage, programmePage } from '#pages/programme.ts'
import { codePage, signInPage } from '#pages/sign-in.ts'
import { checkYourMailPage, confirmationPage, keptPage, welcomePage } from '#pages/sign-up.ts'
import type { KeptPage } from '#pages/sign-up-words.ts'
import { checkAnswers } from '#questionnaire/check.ts'
import { fillFromHr } from '#questionnaire/known-to-hr.ts'
import type { Answering } from '#questionnaire/question.ts'
import { readSignUp } from '#questionnaire/sign-up.ts'
import { loadMe } from '../participant/me.ts'
import { pourQuestionnaire } from './questionnaire-page.ts'
import { readSignInCookie, safeNext } from './session.ts'

/** Pages whose words come from the store: programmes, and the space of whoever is signed in. */
export const pageRoutes = new Hono<App>()
  .get('/:language{fr|en}/programmes', async (c) => {
    const { db, now } = c.get('ctx')
    const rows = await listProgrammes(db, true, null, 100)
    const shown = rows.map((row) => showProgramme(row, signUps(row, now)))
    const order = { open: 0, upcoming: 1, closed: 2 }
    shown.sort((a, b) => order[a.sign_ups] - order[b.sign_ups])
    return show(c, programmeListPage(shown, c.get('language')))
  })
  .get('/:language{fr|en}/programmes/:slug', async (c) =>
    show(c, programmePage(shown(c, await getPublished(c)), c.get('language'))),
  )
  .get('/:language{fr|en}/programmes/:slug/:role{mentor|mentee|both}', async (c) => {
    const programme = await getPublished(c)
    const language = c.get('language')
    if (signUps(programme, c.get('ctx').now) !== 'open') {
      return c.redirect(`/${language}/programmes/${programme.slug}/`, 303)
    }
    return pourQuestionnaire(c, programme, c.req.param('role') as Answering, language, {
      values: { answers: {} },
      errors: [],
    })
  })
  .get('/:language{fr|en}/programmes/:slug/check-your-mail', async (c) =>
    show(c, checkYourMailPage(shown(c, await getPublished(c)), c.get('language'))),
  )
  .get('/:language{fr|en}/programmes/:slug/draft/:token', async (c) => openDraft(c, await getPublished(c)))
  .get('/:language{fr|en}/programmes/:slug/:page{saved|saved-again|erased}', async (c) => {
    const page = c.req.param('page') as KeptPage
    return show(c, keptPage(shown(c, await getPublished(c)), page, c.get('language')))
  })
  .get('/:language{fr|en}/programmes/:slug/confirmation/:token', async (c) =>
    show(c, confirmationPage(shown(c, await getPublished(c)), c.req.param('token'), c.get('language'))),
  )
  .get('/:language{fr|en}/programmes/:slug/welcome', async (c) =>
    show(c, welcomePage(shown(c, await getPublished(c)), c.get('language'))),
  )
  .get('/:language{fr|en}/me', async (c) => {
    const ctx = c.get('ctx')
    ctx.actor = await recogniseActor(c)
    const language = c.get('language')
    if (!isPerson(ctx.actor)) {
      return show(c, signInPage({ language, next: safeNext(c.req.query('next')) }))
    }
    return show(c, mePage(await loadMe(ctx, ctx.actor, language), language))
  })
  .get('/:language{fr|en}/me/code', (c) => {
    const { email, next } = readSignInCookie(c)
    return show(c, codePage({ language: c.get('language'), email, next }))
  })
  .all('/:language{fr|en}/:room{programmes|me}/*', () => {
    throw notFound({ fr: 'Page', en: 'Page' })
  })

/** A questionnaire that was put aside, as it was left, with what HR knows of whoever got the link by mail. */
async function openDraft(c: Request, programme: ProgrammeRow): Promise<Response> {
  const ctx = c.get('ctx')
  const language = c.get('language')
  const token = c.req.param('token') ?? ''
  const draft = await findDraft(ctx, programme, token)
  if (!draft) throw draftGone()
  const asked = await loadQuestionnaire(ctx, programme, draft.role)
  const { values } = readSignUp(asked, draft.fields)
  const person = await findPersonByEmail(ctx.db, draft.email_key)
  const { G3, G4 } = checkAnswers(asked, values.answers).answers
  // Whoever came by the mailed link has proved the address, and may be told what HR knows.
  const filled = person?.active ? fillFromHr({ G3, G4 }, person) : { G3, G4 }
  return pourQuestionnaire(c, programme, draft.role, language, {
    values: { ...values, answers: { ...values.answers, ...filled } },
    errors: [],
    carried: { draft: token },
    asked,
    isPrefilled: JSON.stringify(filled) !== JSON.stringify({ G3, G4 }),
  })
}

async function getPublished(c: Request): Promise<ProgrammeRow> {
  return getOpenProgramme(c.get('ctx'), c.req.param('slug') ?? '')
}

function shown(c: Request, programme: ProgrammeRow) {
  return showProgramme(programme, signUps(programme, c.get('ctx').now))
}

function show(c: Request, page: Parameters<typeof pour>[2]): Promise<Response> {
  return pour(c.env.ASSETS, c.req.url, page)
}
