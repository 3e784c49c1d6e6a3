import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { type Context, randomId } from '#actions/context.ts'
import { noteMailEvent } from '#actions/mail-event.ts'
import { Problem } from '#domain/problem.ts'
import { answerConditionally } from '#http/etag.ts'
import { answerOnce } from '#http/idempotency.ts'
import { languageOf } from '#http/language.ts'
import { countRequest, limitRate, RequestCounts } from '#http/rate-limit.ts'
import { isScim, SCIM_PATH, scimRefusal } from '#http/scim.ts'
import { type App, openContext, type Parts } from '#http/service-context.ts'
import { recogniseActor, refuseForeignPages } from '#http/session.ts'
import type { Job } from './jobs/job.ts'
import { WAKE_UPS } from './jobs/queue.ts'
import { TIMETABLE } from './jobs/timetable.ts'
import { documentPages } from './routes/console/document.ts'
import { doors } from './routes/doors.ts'
import { accessTokenRoutes } from './routes/open/access-token.ts'
import { calendarRoutes } from './routes/open/calendar.ts'
import { feedbackPages } from './routes/open/feedback.ts'
import { invitationPages } from './routes/open/invitation.ts'
import { mailPages } from './routes/open/mail.ts'
import { pageRoutes } from './routes/open/page.ts'
import { programmeTextPages } from './routes/open/programme-text.ts'
import { referencePages } from './routes/open/reference.ts'
import { visitorRoutes } from './routes/open/visitor.ts'
import { certificatePages } from './routes/participant/closing.ts'
import { ownAnswersPages } from './routes/participant/own-answers-page.ts'
import { pairPages } from './routes/participant/pair-page.ts'
import { pairSessionPages } from './routes/participant/pair-session-page.ts'
import { pairWayPages } from './routes/participant/pair-way-page.ts'
import { preferencePages } from './routes/participant/preference-page.ts'
import { surveyPages } from './routes/participant/survey.ts'
import { tellProblem } from './routes/problem.ts'
import { scimRoutes } from './routes/scim/doors.ts'
import type { Bindings, JobMessage } from './settings.ts'

export interface Service extends ExportedHandler<Bindings, JobMessage> {
  app: Hono<App>
}

/**
 * The three entrances of the Worker – requests, crons, queue – over the parts that differ between places;
 * `more` adds doors that only one place has.
 */
export function openService(
  parts: Parts,
  more?: Hono<App>,
): Service & Required<Pick<Service, 'fetch' | 'scheduled' | 'queue'>> {
  const app = new Hono<App>({ strict: false })
  app.use(secureHeaders({ crossOriginResourcePolicy: 'same-origin', referrerPolicy: 'same-origin' }))
  app.use(async (c, next) => {
    c.set('parts', parts)
    c.set('requestId', randomId('req'))
    c.set('language', languageOf(c.req.path, c.req.header('accept-language')))
    c.set(
      'ctx',
      await openContext(c.env, parts, { kind: 'anonymous' }, (work) => c.executionCtx.waitUntil(work)),
    )
    await next()
  })
  app.use(refuseForeignPages)
  const counts = new RequestCounts()
  for (const address of ['/api/*', '/scim/*']) {
    app.use(address, async (c, next) => {
      c.get('ctx').actor = await recogniseActor(c).catch(async (error) => {
        await countRequest(c, counts)
        throw error
      })
      await next()
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    })
  }
  for (const address of ['/api/*', '/scim/*', '/oauth/*', '/calendar/*']) app.use(address, limitRate(counts))
  app.use('/api/v1/*', answerOnce)
  for (const address of ['/api/v1/*', '/calendar/*']) {
    app.use(
      address,
      answerConditionally(async (c, request) => app.fetch(request, c.env, c.executionCtx)),
    )
  }
  app.route('/api/v1', doors)
  app.route('/oauth', accessTokenRoutes)
  app.route(SCIM_PATH, scimRoutes)
  app.route('/', referencePages)
  app.route('/', invitationPages)
  app.route('/', feedbackPages)
  app.route('/', mailPages)
  app.route('/', calendarRoutes)
  app.route('/', ownAnswersPages)
  app.route('/', pairPages)
  app.route('/', pairSessionPages)
  app.route('/', pairWayPages)
  app.route('/', surveyPages)
  app.route('/', certificatePages)
  app.route('/', preferencePages)
  app.route('/', visitorRoutes)
  app.route('/', documentPages)
  app.route('/', programmeTextPages)
  app.route('/', pageRoutes)
  if (more) app.route('/', more)
  app.notFound((c) =>
    (isScim(c) ? scimRefusal : tellProblem)(
      c,
      new Problem('not-found', {
        fr: 'Il n’y a rien à cette adresse. Vérifiez-la, ou partez de la page d’accueil.',
        en: 'There is nothing at this address. Check it, or start from the home page.',
      }),
    ),
  )
  app.onError((error, c) => (isScim(c) ? scimRefusal(c, error) : tellProblem(c, error)))

  return {
    app,
    fetch: (request, env, execution) => app.fetch(request, env, execution),
    async scheduled(controller, env, execution) {
      const entry = TIMETABLE.find(({ cron }) => cron === controller.cron)
      for (const { job } of entry?.jobs ?? []) await runJob(env, execution, job.name, job)
    },
    async queue(batch, env, execution) {
      if (batch.queue.endsWith('-mail-events')) return noteMailEvents(batch, env, execution)
      // Ten messages that say the same wake one worker up.
      const alike = Map.groupBy(batch.messages, ({ body }) => `${body.job}:${body.id ?? ''}`)
      for (const messages of alike.values()) {
        const { job: name, id = '' } = messages[0]!.body
        if (batch.queue.endsWith('-dead')) {
          // The cron finds the work again in the store: a dead letter only means that something was slow.
          console.error(JSON.stringify({ dead_letter: name, id }))
          for (const message of messages) message.ack()
          continue
        }
        const job = WAKE_UPS[name]?.(id)
        const isDone = job ? await runJob(env, execution, name, job) : true
        for (const message of messages) {
          if (isDone) message.ack()
          else message.retry({ delaySeconds: Math.min(60, 2 ** message.attempts) })
        }
      }
    },
  }

  /** What Cloudflare tells of mails that left, on a queue of its own. */
  async function noteMailEvents(
    batch: MessageBatch<unknown>,
    env: Bindings,
    execution: ExecutionContext,
  ): Promise<void> {
    const ctx = await openContext(env, parts, { kind: 'job', id: 'noteMailEvents' }, (work) =>
      execution.waitUntil(work),
    )
    for (const message of batch.messages) {
      try {
        await noteMailEvent(ctx, 'cloudflare', message.body)
        message.ack()
      } catch (error) {
        console.error(JSON.stringify({ job: 'noteMailEvents', error: String(error) }))
        message.retry({ delaySeconds: Math.min(60, 2 ** message.attempts) })
      }
    }
  }

  async function runJob(
    env: Bindings,
    execution: ExecutionContext,
    name: string,
    job: Job,
  ): Promise<boolean> {
    try {
      const ctx: Context = await openContext(env, parts, { kind: 'job', id: name }, (work) =>
        execution.waitUntil(work),
      )
      const started = Date.now()
      const counts = await job(ctx, {
        clock: () => ctx.now + (Date.now() - started),
        mailer: parts.mailer(env),
        courier: parts.courier,
      })
      if (counts === null) return false
      if (Object.values(counts).some(Boolean)) console.log(JSON.stringify({ job: name, ...counts }))
      return true
    } catch (error) {
      console.error(
        JSON.stringify({ job: name, error: error instanceof Error ? error.stack : String(error) }),
      )
      return false
    }
  }
}
