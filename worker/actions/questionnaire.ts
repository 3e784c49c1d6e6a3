import { findOwnQuestions } from '#db/queries/own-question.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import type { Answering, Questionnaire } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { loadCatalogue } from './catalogue.ts'
import type { Context } from './context.ts'

/**
 * The questionnaire of a programme for one role, with the programme’s own questions and the organisation’s topics.
 * `ownVersion` is that of answers given before; the newest where it is left out.
 */
export async function loadQuestionnaire(
  ctx: Pick<Context, 'db'>,
  programme: Pick<ProgrammeRow, 'id' | 'kind' | 'own_questions_version'>,
  role: Answering,
  ownVersion = programme.own_questions_version,
): Promise<Questionnaire> {
  const [own, catalogue] = await Promise.all([
    findOwnQuestions(ctx.db, programme.id, ownVersion),
    loadCatalogue(ctx),
  ])
  return questionnaire(programme.kind, role, { own, catalogue })
}
