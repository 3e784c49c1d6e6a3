import { Hono } from 'hono'
import { loadOwnPreferences, putOwnPreferences } from '#actions/preference.ts'
import { preferencesInput } from '#contract/preference.ts'
import { checkShape, isForm, readFormFields, readJson } from '#http/body.ts'
import { versionTag } from '#http/etag.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import { asPerson } from '#http/session.ts'
import { showPreferences } from './preference-view.ts'

export const preferenceRoutes = new Hono<App>()
  .get('/me/preferences', asPerson, async (c) => {
    const own = await loadOwnPreferences(c.get('ctx'))
    return c.json(showPreferences(own), 200, own.version > 0 ? versionTag(own.version) : {})
  })
  .put('/me/preferences', asPerson, putJson)
  .post('/me/preferences', asPerson, async (c) => {
    if (!isForm(c)) return putJson(c)
    const fields = await readFormFields(c)
    const language = languageOfForm(c, fields)
    const wanted = checkShape(preferencesInput, readPosted(Object.fromEntries(fields)))
    await putOwnPreferences(c.get('ctx'), wanted)
    return c.redirect(`/${language}/me/preferences/?saved`, 303)
  })

async function putJson(c: Request): Promise<Response> {
  const own = await putOwnPreferences(c.get('ctx'), await readJson(c, preferencesInput))
  return c.json(showPreferences(own), 200, versionTag(own.version))
}

/** What the form of the page sends, as JSON would say it; what it never sends is left for the shape to refuse. */
function readPosted({ time_zone, reminders, quiet_from, quiet_to }: Record<string, string>) {
  const answers: Record<string, boolean> = { yes: true, no: false }
  return {
    time_zone: time_zone || null,
    reminders: answers[reminders ?? ''] ?? reminders,
    quiet_from: toHour(quiet_from),
    quiet_to: toHour(quiet_to),
  }
}

function toHour(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : text
}
