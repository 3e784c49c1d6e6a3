import { Hono } from 'hono'
import {
  assertCorrectable,
  loadAcceptedTexts,
  loadCorrection,
  loadOwnParticipation,
  type OwnParticipation,
} from '#actions/own-answers.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import type { App, Request } from '#http/service-context.ts'
import { learningPreference } from '#matching/learning-fit.ts'
import { correctionPage, erasurePage, ownAnswersPage, withdrawalPage } from '#pages/own-answers.ts'
import { OWN_ANSWERS_WORDS } from '#pages/own-answers-words.ts'
import { pour } from '#pages/pour.ts'
import { drawCorrectionForm } from '#questionnaire/correction-form.ts'
import { fillFromHr } from '#questionnaire/known-to-hr.ts'
import type { Questionnaire } from '#questionnaire/question.ts'
import { showAnswers } from '#questionnaire/show.ts'
import type { FormError } from '#questionnaire/sign-up-form.ts'
import { asSignedIn } from './signed-in.ts'

/** A person’s own answers as pages: to read, to correct, and the way out. */
export const ownAnswersPages = new Hono<App>()
  .get('/:language{fr|en}/me/answers/:participant', (c) =>
    asOwner(c, async (own) => {
      const ctx = c.get('ctx')
      const language = c.get('language')
      const { participant, programme, person, canCorrect } = own
      const [asked, texts] = await Promise.all([
        loadQuestionnaire(ctx, programme, participant.role, participant.own_questions_version),
        loadAcceptedTexts(ctx, participant),
      ])
      const page = ownAnswersPage({
        ...nameOf(own),
        language,
        answers: showAnswers(asked, fillFromHr(participant.answers, person), language),
        preference: learningPreference(participant.answers),
        canCorrect,
        volunteer_at: participant.volunteer_at,
        charter_at: participant.charter_at,
        reminders: participant.reminders,
        charter: { version: participant.charter_version, text: texts.charter?.words[language] ?? null },
        notice: { version: participant.notice_version, text: texts.notice?.words[language] ?? null },
      })
      return pour(c.env.ASSETS, c.req.url, page)
    }),
  )
  .get('/:language{fr|en}/me/answers/:participant/correction', (c) =>
    asOwner(c, async (own) => {
      assertCorrectable(own)
      const asked = await loadCorrection(c.get('ctx'), own)
      return pourCorrection(c, own, asked, {
        answers: { ...fillFromHr(own.participant.answers, own.person) },
        errors: [],
      })
    }),
  )
  .get('/:language{fr|en}/me/answers/:participant/withdrawal', (c) =>
    asOwner(c, async (own) =>
      pour(c.env.ASSETS, c.req.url, withdrawalPage({ ...nameOf(own), language: c.get('language') })),
    ),
  )
  .get('/:language{fr|en}/me/erasure', (c) =>
    asSignedIn(c, async () => pour(c.env.ASSETS, c.req.url, erasurePage(c.get('language')))),
  )

/** The questionnaire of a person’s own answers: as they stand, or with what needs mending (422). */
export async function pourCorrection(
  c: Request,
  own: OwnParticipation,
  asked: Questionnaire,
  { answers, errors }: { answers: Readonly<Record<string, unknown>>; errors: readonly FormError[] },
): Promise<Response> {
  const language = c.get('language')
  const form = drawCorrectionForm({
    questionnaire: asked,
    language,
    action: `/api/v1/me/answers/${own.participant.id}`,
    answers,
    errors,
    submit: OWN_ANSWERS_WORDS[language].save,
  })
  const page = correctionPage({ ...nameOf(own), language, form, hasErrors: errors.length > 0 })
  return pour(c.env.ASSETS, c.req.url, page, errors.length > 0 ? 422 : 200)
}

function nameOf({ participant, programme }: OwnParticipation) {
  const { slug, kind, words, time_zone } = programme
  return {
    id: participant.id,
    role: participant.role,
    state: participant.state,
    time_zone,
    programme: { slug, kind, names: { fr: words.fr.name, en: words.en.name } },
  }
}

/** Lets the person in whose answers these are. */
function asOwner(c: Request, draw: (own: OwnParticipation) => Promise<Response>): Promise<Response> {
  return asSignedIn(c, async () =>
    draw(await loadOwnParticipation(c.get('ctx'), c.req.param('participant') ?? '')),
  )
}
