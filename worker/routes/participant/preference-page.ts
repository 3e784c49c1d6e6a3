import { Hono } from 'hono'
import { listOwnCalendarFeeds } from '#actions/calendar-feed.ts'
import { loadOwnPreferences } from '#actions/preference.ts'
import type { App, Request } from '#http/service-context.ts'
import { pour } from '#pages/pour.ts'
import { type PreferenceView, preferencePage } from '#pages/preference.ts'
import { showCalendarFeed, showPreferences } from './preference-view.ts'
import { asSignedIn } from './signed-in.ts'

/** One’s preferences as a page, with forms that need no script. */
export const preferencePages = new Hono<App>().get('/:language{fr|en}/me/preferences', (c) =>
  asSignedIn(c, () => {
    const told = (['saved', 'withdrawn'] as const).find((what) => c.req.query(what) !== undefined)
    return pourPreferences(c, { told: told ?? null })
  }),
)

/** The page of whoever asks; just after a calendar was made, with its address (201). */
export async function pourPreferences(
  c: Request,
  { told = null, created = null }: Partial<Pick<PreferenceView, 'told' | 'created'>>,
): Promise<Response> {
  const ctx = c.get('ctx')
  const [preferences, feeds] = await Promise.all([loadOwnPreferences(ctx), listOwnCalendarFeeds(ctx)])
  const page = preferencePage(
    {
      preferences: showPreferences(preferences),
      feeds: feeds.map(showCalendarFeed),
      created,
      told,
      timeZone: preferences.time_zone ?? 'Europe/Paris',
      now: ctx.now,
    },
    c.get('language'),
  )
  return pour(c.env.ASSETS, c.req.url, page, created ? 201 : 200)
}
