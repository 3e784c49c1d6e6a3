import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { showProgramme } from '#contract/programme.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import { signUps } from '#domain/programme.ts'
import { issueFormToken } from '#http/form-token.ts'
import type { Request } from '#http/service-context.ts'
import { pour } from '#pages/pour.ts'
import { checkPage, questionnairePage } from '#pages/sign-up.ts'
import type { Answers } from '#questionnaire/answers.ts'
import type { Answering, Questionnaire } from '#questionnaire/question.ts'
import type { KnownIdentity, SignUpValues } from '#questionnaire/sign-up.ts'
import { drawCheck } from '#questionnaire/sign-up-check.ts'
import { drawSignUpForm, type FormError } from '#questionnaire/sign-up-form.ts'

/** What a questionnaire’s page shows beside the questions. */
export interface Filled {
  values: SignUpValues
  errors: readonly FormError[]
  /** Fields carried along unseen: the token of a draft or of an invitation, and the form’s own. */
  carried?: Record<string, string>
  /** Who signs up, where a link has proved it. */
  known?: KnownIdentity | null
  isPrefilled?: boolean
  /** The questionnaire, where it is at hand already. */
  asked?: Questionnaire
}

/** The questionnaire as a page: empty, or with what was typed and what needs mending (422). */
export async function pourQuestionnaire(
  c: Request,
  programme: ProgrammeRow,
  role: Answering,
  language: Language,
  filled: Filled,
): Promise<Response> {
  const ctx = c.get('ctx')
  const { carried = {} } = filled
  const fresh = await issueFormToken(ctx.settings.secret, programme.slug, ctx.now)
  const isInvited = filled.known !== null && filled.known !== undefined
  const form = drawSignUpForm({
    ...filled,
    questionnaire: filled.asked ?? (await loadQuestionnaire(ctx, programme, role)),
    programme: {
      slug: programme.slug,
      charter: programme.words[language].charter,
      externals_allowed: programme.externals_allowed,
    },
    language,
    action: actionOf(programme),
    hidden: { language, form_token: fresh, ...carried },
    doors: isInvited ? null : { both: `/${language}/programmes/${programme.slug}/both/` },
    isDraft: carried.draft !== undefined,
  })
  const hasErrors = filled.errors.length > 0
  const page = questionnairePage(shownProgramme(ctx.now, programme), role, language, form, hasErrors)
  return pour(c.env.ASSETS, c.req.url, page, hasErrors ? 422 : 200)
}

/** The answers, to be read again before they are sent. */
export async function pourCheck(
  c: Request,
  posted: {
    programme: ProgrammeRow
    language: Language
    asked: Questionnaire
    values: SignUpValues
    known: KnownIdentity | null
    fields: [string, string][]
    answers: Answers
    isHasty: boolean
    isTokenGood: boolean
  },
): Promise<Response> {
  const { settings, now } = c.get('ctx')
  const { programme, language, asked, isHasty, isTokenGood } = posted
  const turnstileKey = settings.turnstile?.siteKey ?? null
  // A form that came without one of our tokens gets one here, and is welcome once it has been read again.
  const fields: [string, string][] = isTokenGood
    ? posted.fields
    : [
        ...posted.fields.filter(([name]) => name !== 'form_token'),
        ['form_token', await issueFormToken(settings.secret, programme.slug, now)],
      ]
  const form = drawCheck({
    ...posted,
    questionnaire: asked,
    action: actionOf(programme),
    fields,
    turnstileKey,
  })
  const page = checkPage(shownProgramme(now, programme), asked.role, language, form)
  return pour(c.env.ASSETS, c.req.url, { ...page, isGuarded: turnstileKey !== null }, isHasty ? 422 : 200)
}

function actionOf(programme: ProgrammeRow): string {
  return `/api/v1/programmes/${programme.slug}/sign-ups`
}

function shownProgramme(now: number, programme: ProgrammeRow) {
  return showProgramme(programme, signUps(programme, now))
}
