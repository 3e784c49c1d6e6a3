import { Hono } from 'hono'
import { getOpenProgramme } from '#actions/sign-up.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { findProgrammeText } from '#db/queries/programme-text.ts'
import { notFound } from '#domain/problem.ts'
import type { App, Request } from '#http/service-context.ts'
import { recogniseActor } from '#http/session.ts'
import { charterPage, noticePage } from '#pages/document.ts'
import type { ProgrammeTextView } from '#pages/document-view.ts'
import { pour } from '#pages/pour.ts'
import { loadNoticeView } from '../console/document.ts'

/** The charter and the notice of a programme, public and printable, in any of their versions (`?version=`). */
export const programmeTextPages = new Hono<App>()
  .get('/:language{fr|en}/programmes/:slug/charter', async (c) => {
    const { text } = await openText(c, 'charter')
    return pour(c.env.ASSETS, c.req.url, charterPage(text, c.get('language')))
  })
  .get('/:language{fr|en}/programmes/:slug/notice', async (c) => {
    const { text, programme } = await openText(c, 'notice')
    const view = await loadNoticeView(c.get('ctx'), programme)
    return pour(c.env.ASSETS, c.req.url, noticePage(text, view, c.get('language')))
  })

async function openText(
  c: Request,
  kind: 'charter' | 'notice',
): Promise<{ programme: ProgrammeRow; text: ProgrammeTextView }> {
  const ctx = c.get('ctx')
  ctx.actor = await recogniseActor(c)
  const programme = await getOpenProgramme(ctx, c.req.param('slug') ?? '')
  const current = programme[`${kind}_version`]
  const asked = c.req.query('version') ?? String(current)
  const version = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0
  const kept = await findProgrammeText(ctx.db, programme.id, kind, version)
  if (!kept && version !== current) throw notFound({ fr: 'Version', en: 'Version' })
  const language = c.get('language')
  const { slug, time_zone, words } = programme
  return {
    programme,
    text: {
      programme: { slug, time_zone, name: words[language].name },
      kind,
      version,
      current,
      words: (kept?.words ?? { fr: words.fr[kind] ?? '', en: words.en[kind] ?? '' })[language],
      since: kept?.created_at ?? null,
    },
  }
}
