import { Hono } from 'hono'
import { listOwnCalendarFeeds, openCalendarFeed, withdrawCalendarFeed } from '#actions/calendar-feed.ts'
import { type CalendarFeedCreated, calendarFeedInput } from '#contract/preference.ts'
import { isForm } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { readLanguage, readOwn } from './own-space.ts'
import { pourPreferences } from './preference-page.ts'
import { showCalendarFeed } from './preference-view.ts'

export const calendarFeedRoutes = new Hono<App>()
  .get('/me/calendar-feeds', asPerson, async (c) => {
    const mine = await listOwnCalendarFeeds(c.get('ctx'))
    return c.json({ items: mine.map(showCalendarFeed), next_cursor: null })
  })
  .post('/me/calendar-feeds', asPerson, async (c) => {
    const { kind } = await readOwn(c, calendarFeedInput, ['kind'])
    const { row, address, token } = await openCalendarFeed(c.get('ctx'), kind)
    // The address is shown once, so the form is answered with the page itself and not sent on to it.
    if (isForm(c)) return pourPreferences(c, { created: { kind, address } })
    const shown: CalendarFeedCreated = { ...showCalendarFeed(row), address, token }
    return c.json(shown, 201)
  })
  .delete('/me/calendar-feeds/:kind', asPerson, async (c) => {
    await withdrawCalendarFeed(c.get('ctx'), c.req.param('kind'))
    return c.body(null, 204)
  })
  .post('/me/calendar-feeds/:kind/withdrawal', asPerson, async (c) => {
    await readLanguage(c)
    await withdrawCalendarFeed(c.get('ctx'), c.req.param('kind'))
    return isForm(c) ? c.redirect(`/${c.get('language')}/me/preferences/?withdrawn`, 303) : c.body(null, 204)
  })
