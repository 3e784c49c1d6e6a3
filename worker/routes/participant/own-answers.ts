import { Hono } from 'hono'
import { eraseOwn } from '#actions/erasure.ts'
import {
  assertCorrectable,
  correctOwnAnswers,
  leaveProgramme,
  loadCorrection,
  loadOwnParticipation,
} from '#actions/own-answers.ts'
import { ownAnswersInput } from '#contract/own-answers.ts'
import { Problem } from '#domain/problem.ts'
import { isForm, readFormFields, readJson } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { checkAnswers, readForm } from '#questionnaire/check.ts'
import { exportOwn } from './export.ts'
import { pourCorrection } from './own-answers-page.ts'
import { answerOwn, readLanguage } from './own-space.ts'

/** What a person does with what they gave: correct it, take it along, leave. */
export const ownAnswersRoutes = new Hono<App>()
  .post('/me/answers/:participant', asPerson, async (c) => {
    const ctx = c.get('ctx')
    const isPosted = isForm(c)
    const fields = isPosted ? await readFormFields(c) : []
    const input = isPosted ? null : await readJson(c, ownAnswersInput)
    const language = languageOfForm(c, fields)
    const own = await loadOwnParticipation(ctx, c.req.param('participant'))
    assertCorrectable(own)
    const asked = await loadCorrection(ctx, own)
    const raw = input ? input.answers : readForm(asked, fields)
    const { answers, errors } = checkAnswers(asked, raw)
    if (errors.length > 0 && isPosted) return pourCorrection(c, own, asked, { answers: raw, errors })
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
    await correctOwnAnswers(ctx, own, answers, asked)
    return isPosted ? c.redirect(`/${language}/me/answers/${own.participant.id}/`, 303) : c.body(null, 204)
  })
  .post('/me/participations/:participant/withdrawal', asPerson, async (c) => {
    await readLanguage(c)
    await leaveProgramme(c.get('ctx'), c.req.param('participant'))
    return answerOwn(c, () => c.body(null, 204))
  })
  .delete('/me', asPerson, async (c) => {
    await eraseOwn(c.get('ctx'))
    return c.body(null, 204, FORGOTTEN)
  })
  .post('/me/erasure', asPerson, async (c) => {
    await readLanguage(c)
    await eraseOwn(c.get('ctx'))
    return isForm(c)
      ? c.body(null, 303, { ...FORGOTTEN, location: `/${c.get('language')}/` })
      : c.body(null, 204, FORGOTTEN)
  })
  .get('/me/export', asPerson, async (c) => {
    const whole = await exportOwn(c.get('ctx'), c.get('language'))
    return c.json(whole, 200, { 'content-disposition': 'attachment; filename="binome.json"' })
  })

/** The browser forgets along with us. */
const FORGOTTEN = { 'clear-site-data': '"cache", "cookies", "storage"' }
