import { Hono } from 'hono'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { getOpenProgramme } from '#actions/sign-up.ts'
import { showProgramme, showWholeProgramme } from '#contract/programme.ts'
import type { QuestionnaireShown } from '#contract/questionnaire.ts'
import { listProgrammes, listProgrammesUpdated } from '#db/queries/programme.ts'
import { mayDo } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import { afterInstant, readPaging, readSince, toPage } from '#http/cursor.ts'
import { versionTag } from '#http/etag.ts'
import type { App } from '#http/service-context.ts'
import { describe } from '#questionnaire/describe.ts'

const ORDER = { open: 0, upcoming: 1, closed: 2 } as const

export const programmeRoutes = new Hono<App>()
  .get('/programmes', async (c) => {
    const { db, actor, now } = c.get('ctx')
    const { limit, after } = readPaging(c, afterInstant)
    const publishedOnly = !mayDo(actor, 'programmes:read')
    const since = readSince(c)
    const rows =
      since === null
        ? await listProgrammes(
            db,
            publishedOnly,
            after ? { created_at: after.at, id: after.id } : null,
            limit + 1,
          )
        : await listProgrammesUpdated(db, publishedOnly, since, after, limit + 1)
    const show = mayDo(actor, 'programmes:read') ? showWholeProgramme : showProgramme
    const page = toPage(
      rows,
      limit,
      (row) => show(row, signUps(row, now)),
      (row) => ({ at: since === null ? row.created_at : row.updated_at, id: row.id }),
    )
    if (since === null) page.items.sort((a, b) => ORDER[a.sign_ups] - ORDER[b.sign_ups])
    return c.json(page)
  })
  .get('/programmes/:slug', async (c) => {
    const ctx = c.get('ctx')
    const programme = await getOpenProgramme(ctx, c.req.param('slug'))
    const show = mayDo(ctx.actor, 'programmes:read') ? showWholeProgramme : showProgramme
    const state = signUps(programme, ctx.now)
    return c.json(show(programme, state), 200, versionTag(programme.version, state))
  })
  .get('/programmes/:slug/questionnaires/:role', async (c) => {
    const ctx = c.get('ctx')
    const programme = await getOpenProgramme(ctx, c.req.param('slug'))
    const role = c.req.param('role')
    if (role !== 'mentor' && role !== 'mentee') throw notFound({ fr: 'Questionnaire', en: 'Questionnaire' })
    const shown: QuestionnaireShown = describe(await loadQuestionnaire(ctx, programme, role))
    return c.json(shown)
  })
