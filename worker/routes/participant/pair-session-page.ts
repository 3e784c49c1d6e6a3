import { Hono } from 'hono'
import { loadOwnSession, loadSessions, viewSession } from '#actions/pair-session.ts'
import type { App } from '#http/service-context.ts'
import { sessionPage } from '#pages/pair-session.ts'
import { pour } from '#pages/pour.ts'
import { asSignedIn } from './signed-in.ts'

/** A session on a page of its own, for its two people. */
export const pairSessionPages = new Hono<App>().get('/:language{fr|en}/me/sessions/:session', (c) =>
  asSignedIn(c, async () => {
    const ctx = c.get('ctx')
    const language = c.get('language')
    const { own, session } = await loadOwnSession(ctx, c.req.param('session'))
    const view = await loadSessions(ctx, own)
    const programme = { slug: own.row.slug, name: own.row.words[language].name }
    return pour(
      c.env.ASSETS,
      c.req.url,
      sessionPage(viewSession(ctx, own, session), view, language, programme),
    )
  }),
)
