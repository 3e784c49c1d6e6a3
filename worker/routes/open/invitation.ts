import { Hono } from 'hono'
import { declineInvitation, findInvitation, type InvitationState } from '#actions/invitation.ts'
import { showProgramme } from '#contract/programme.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import { notFound } from '#domain/problem.ts'
import { signUps } from '#domain/programme.ts'
import { isForm, readFormFields } from '#http/body.ts'
import { languageOfForm } from '#http/language.ts'
import type { App, Request } from '#http/service-context.ts'
import { answeredInvitationPage, invitationPage } from '#pages/invitation.ts'
import { pour } from '#pages/pour.ts'
import { fillFromHr } from '#questionnaire/known-to-hr.ts'
import { pourQuestionnaire } from './questionnaire-page.ts'

/** Saying no to an invitation. Saying yes is a sign-up like any other, with the invitation beside it. */
export const invitationRoutes = new Hono<App>().post('/invitations/:token/refusal', async (c) => {
  const ctx = c.get('ctx')
  const token = c.req.param('token')
  const language = isForm(c) ? languageOfForm(c, await readFormFields(c)) : null
  const { programmeId } = await declineInvitation(ctx, token)
  if (language === null) return c.body(null, 204)
  const { slug } = await getProgrammeById(ctx.db, programmeId)
  return c.redirect(`/${language}/programmes/${slug}/invitation/${token}/`, 303)
})

/** What a designated person opens from their mail. Opening consumes nothing, for mail scanners open links too. */
export const invitationPages = new Hono<App>()
  .get('/:language{fr|en}/programmes/:slug/invitation/:token', async (c) => {
    const { seen, programme } = await load(c)
    const language = c.get('language')
    const shown = showProgramme(programme, signUps(programme, c.get('ctx').now))
    const token = c.req.param('token')
    const page =
      seen.state === 'open'
        ? invitationPage({ programme: shown, token, language, ...seen.invitation })
        : answeredInvitationPage({ programme: shown, token, language, state: seen.state })
    return pour(c.env.ASSETS, c.req.url, page)
  })
  .get('/:language{fr|en}/programmes/:slug/invitation/:token/questionnaire', async (c) => {
    const { seen, programme } = await load(c)
    const language = c.get('language')
    const token = c.req.param('token')
    if (seen.state !== 'open') return c.redirect(pathOf(programme, token, language), 303)
    const { person, role } = seen.invitation
    const answers = fillFromHr({}, person)
    return pourQuestionnaire(c, programme, role, language, {
      values: { answers: { ...answers } },
      errors: [],
      carried: { invitation: token },
      known: { given_name: person.given_name, family_name: person.family_name, email: person.email },
      isPrefilled: Object.keys(answers).length > 0,
    })
  })

function pathOf({ slug }: ProgrammeRow, token: string, language: Language): string {
  return `/${language}/programmes/${slug}/invitation/${token}/`
}

async function load(c: Request): Promise<{ seen: NonNullable<InvitationState>; programme: ProgrammeRow }> {
  const ctx = c.get('ctx')
  const seen = await findInvitation(ctx, c.req.param('token') ?? '')
  if (!seen) throw notFound({ fr: 'Invitation', en: 'Invitation' })
  const programmeId = seen.state === 'open' ? seen.invitation.programme_id : seen.programme_id
  const programme = await getProgrammeById(ctx.db, programmeId)
  if (programme.slug !== c.req.param('slug')) throw notFound({ fr: 'Invitation', en: 'Invitation' })
  return { seen, programme }
}
