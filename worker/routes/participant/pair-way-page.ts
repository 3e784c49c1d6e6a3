import { Hono } from 'hono'
import { loadHelp, loadHelpOutside } from '#actions/help.ts'
import { loadOwnParticipation } from '#actions/own-answers.ts'
import { loadOwnPair } from '#actions/own-pair.ts'
import { loadSeparation } from '#actions/separation.ts'
import type { App } from '#http/service-context.ts'
import { helpPage } from '#pages/help.ts'
import { pour } from '#pages/pour.ts'
import { separationPage } from '#pages/separation.ts'
import { asSignedIn } from './signed-in.ts'

/** The pages on which somebody asks for help, or parts from their pair. */
export const pairWayPages = new Hono<App>()
  .get('/:language{fr|en}/me/pairs/:pair/help', (c) =>
    asSignedIn(c, async () => {
      const ctx = c.get('ctx')
      const view = await loadHelp(ctx, await loadOwnPair(ctx, c.req.param('pair')))
      return pour(c.env.ASSETS, c.req.url, helpPage(view, c.get('language')))
    }),
  )
  .get('/:language{fr|en}/me/answers/:participant/help', (c) =>
    asSignedIn(c, async () => {
      const ctx = c.get('ctx')
      const view = await loadHelpOutside(ctx, await loadOwnParticipation(ctx, c.req.param('participant')))
      return pour(c.env.ASSETS, c.req.url, helpPage(view, c.get('language')))
    }),
  )
  .get('/:language{fr|en}/me/pairs/:pair/separation', (c) =>
    asSignedIn(c, async () => {
      const ctx = c.get('ctx')
      const own = await loadOwnPair(ctx, c.req.param('pair'))
      // What has ended is told on the page of the pair.
      if (own.pair.state === 'ended') return c.redirect(`/${c.get('language')}/me/pairs/${own.pair.id}/`, 303)
      const view = await loadSeparation(ctx, own)
      return pour(c.env.ASSETS, c.req.url, separationPage(view, c.get('language')))
    }),
  )
