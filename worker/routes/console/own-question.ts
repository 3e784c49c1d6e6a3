import { Hono } from 'hono'
import { putOwnQuestions } from '#actions/own-question.ts'
import { getProgramme } from '#actions/programme.ts'
import { type OwnQuestionsShown, ownQuestionsInput, versionNumber } from '#contract/own-question.ts'
import { findOwnQuestions } from '#db/queries/own-question.ts'
import { notFound } from '#domain/problem.ts'
import { checkShape, readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { allow } from '#http/session.ts'
import type { OwnQuestions } from '#questionnaire/own-question.ts'

const BYTES_MAX = 262_144

export const ownQuestionRoutes = new Hono<App>()
  .get('/programmes/:slug/questions', allow('programmes:read'), async (c) => {
    const ctx = c.get('ctx')
    const { id, own_questions_version } = await getProgramme(ctx, c.req.param('slug'))
    return c.json(show(await findOwnQuestions(ctx.db, id, own_questions_version)))
  })
  .get('/programmes/:slug/questions/:version', allow('programmes:read'), async (c) => {
    const ctx = c.get('ctx')
    const version = checkShape(versionNumber, c.req.param('version'))
    const { id } = await getProgramme(ctx, c.req.param('slug'))
    const found = await findOwnQuestions(ctx.db, id, version)
    if (found.version !== version)
      throw notFound({ fr: 'Version des questions', en: 'Version of the questions' })
    return c.json(show(found))
  })
  .put('/programmes/:slug/questions', allow('programmes:write'), async (c) => {
    const { questions } = await readJson(c, ownQuestionsInput, BYTES_MAX)
    return c.json(show(await putOwnQuestions(c.get('ctx'), c.req.param('slug'), questions)))
  })

function show({ version, questions }: OwnQuestions): OwnQuestionsShown {
  return { version, questions: [...questions] }
}
