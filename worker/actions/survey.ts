import { findFeedback } from '#db/queries/feedback.ts'
import { findFirstPairAsked, insertSurvey, isWaiting } from '#db/queries/survey.ts'
import type { SurveyMoment } from '#domain/feedback.ts'
import { personOf } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import type { SurveyAnswers } from '#domain/survey.ts'
import type { Questionnaire } from '#questionnaire/question.ts'
import { type SurveyFor, surveyOf } from '#questionnaire/survey.ts'
import { loadCatalogue } from './catalogue.ts'
import { type Context, commit } from './context.ts'
import { assertOpen, loadFeedback, type OpenedFeedback, writesOfAnswered } from './feedback.ts'
import { chooseTalent } from './talent.ts'

/** A survey that somebody was asked for, with its questions. */
export interface AskedSurvey extends OpenedFeedback {
  moment: SurveyMoment
  /** What decides on the questions, and what the form holds at first. */
  asked: SurveyFor
  survey: Questionnaire
}

const SURVEY = { fr: 'Questionnaire', en: 'Survey' }

/**
 * The questions of a request for a survey. What is about the person, not the pair, is asked with the first pair alone.
 * @throws Problem `not-found` where the request is no survey.
 */
export async function loadSurvey(ctx: Context, opened: OpenedFeedback): Promise<AskedSurvey> {
  const { request, participant, row } = opened
  const { kind, moment } = request
  if (kind !== 'survey' || moment === null) throw notFound(SURVEY)
  const [catalogue, first] = await Promise.all([
    loadCatalogue(ctx),
    findFirstPairAsked(ctx.db, participant.id, moment),
  ])
  const asked: SurveyFor = {
    moment,
    role: participant.role,
    kind: row.kind,
    wants: participant.answers.WANTS ?? [],
    catalogue,
    isAboutMe: first === null || first === request.pair_id,
  }
  return { ...opened, moment, asked, survey: surveyOf(asked) }
}

/**
 * The same for whoever signed in.
 * @throws Problem `not-found` for somebody else’s request, which looks like one that is not there.
 */
export async function loadOwnSurvey(ctx: Context, requestId: string): Promise<AskedSurvey> {
  const personId = personOf(ctx.actor)
  const request = await findFeedback(ctx.db, requestId)
  const opened = request && (await loadFeedback(ctx, request))
  if (!opened || opened.participant.person_id !== personId) throw notFound(SURVEY)
  return loadSurvey(ctx, opened)
}

/**
 * Keeps what somebody answered, once, and closes the request. The answer about talent visibility is a choice of its own,
 * kept apart, for it is the only one that bears a name (F10).
 * @throws Problem `closed` where it was answered before, or its time is over.
 */
export async function answerSurvey(ctx: Context, own: AskedSurvey, given: SurveyAnswers): Promise<void> {
  assertOpen(own)
  const { request, row, moment } = own
  const { TALENT: isVisible, ...answers } = given
  const id = ctx.newId('sur')
  await commit(ctx, {
    event: {
      type: 'survey.answered',
      subject: id,
      version: 1,
      data: { survey: id, request: request.id, programme: row.slug, moment },
    },
    writes: [
      insertSurvey(ctx.db, {
        id,
        programme_id: row.id,
        pair_id: request.pair_id,
        participant_id: request.participant_id,
        moment,
        answers,
        created_at: ctx.now,
      }),
      ...writesOfAnswered(ctx, request),
    ],
    guards: [isWaiting(request.id)],
  })
  if (own.survey.blocks.some(({ questions }) => questions.some(({ key }) => key === 'TALENT'))) {
    await chooseTalent(ctx, own.participant, isVisible === true)
  }
}
