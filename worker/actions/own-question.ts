import {
  findOwnQuestions,
  insertOwnQuestions,
  listAnsweredVersions,
  listOwnQuestions,
} from '#db/queries/own-question.ts'
import { type ProgrammeRow, updateProgramme } from '#db/queries/programme.ts'
import { authorise } from '#domain/permission.ts'
import { Problem } from '#domain/problem.ts'
import {
  checkOwnQuestions,
  normaliseOwnQuestions,
  type OwnQuestion,
  type OwnQuestions,
} from '#questionnaire/own-question.ts'
import type { Answering, Questionnaire } from '#questionnaire/question.ts'
import { questionnaire } from '#questionnaire/questionnaires.ts'
import { loadCatalogue } from './catalogue.ts'
import { type Context, commit } from './context.ts'
import { getProgramme } from './programme.ts'

/**
 * Replaces the questions that a programme adds by a new version; the same questions write nothing. Answers already
 * given keep the version they answered.
 * @throws Problem `invalid` with a pointer for each thing to mend.
 */
export async function putOwnQuestions(
  ctx: Context,
  slug: string,
  input: readonly OwnQuestion[],
): Promise<OwnQuestions> {
  authorise(ctx.actor, 'programmes:write')
  const programme = await getProgramme(ctx, slug)
  const flaws = checkOwnQuestions(input)
  if (flaws.length > 0) {
    throw new Problem(
      'invalid',
      {
        fr: 'Des questions sont à corriger. Rien n’a été enregistré.',
        en: 'Some questions need correcting. Nothing was saved.',
      },
      flaws.slice(0, 50).map(({ pointer, detail }) => ({ pointer: `/questions${pointer}`, detail })),
    )
  }
  const before = await findOwnQuestions(ctx.db, programme.id, programme.own_questions_version)
  const questions = normaliseOwnQuestions(input)
  // What is stored was normalised too, so that its keys stand in the same order.
  if (JSON.stringify(normaliseOwnQuestions(before.questions)) === JSON.stringify(questions)) return before
  const version = programme.own_questions_version + 1
  await commit(ctx, {
    event: {
      type: 'programme.questions-changed',
      subject: programme.id,
      version: programme.version + 1,
      data: { programme: slug, own_questions_version: version },
    },
    writes: [
      insertOwnQuestions(ctx.db, { programme_id: programme.id, version, questions, created_at: ctx.now }),
      updateProgramme(ctx.db, programme.id, {
        own_questions_version: version,
        version: programme.version + 1,
        updated_at: ctx.now,
      }),
    ],
  })
  return { version, questions }
}

/** The questionnaires that the participants of a programme answered: one for each role and version, built when asked for. */
export interface AnsweredQuestionnaires {
  /** The versions of the programme’s own questions that somebody answered, newest first. */
  versions: readonly number[]
  of: (role: Answering, ownVersion: number) => Questionnaire
}

/** Reads every version of the own questions once, so that each answer is read with the wording it answered. */
export async function loadAnsweredQuestionnaires(
  ctx: Pick<Context, 'db'>,
  programme: ProgrammeRow,
): Promise<AnsweredQuestionnaires> {
  const [sets, versions, catalogue] = await Promise.all([
    listOwnQuestions(ctx.db, programme.id),
    listAnsweredVersions(ctx.db, programme.id),
    loadCatalogue(ctx),
  ])
  const own = new Map(sets.map((set) => [set.version, set]))
  const built = new Map<string, Questionnaire>()
  const of = (role: Answering, ownVersion: number) => {
    const name = `${role} ${ownVersion}`
    const known =
      built.get(name) ?? questionnaire(programme.kind, role, { own: own.get(ownVersion), catalogue })
    built.set(name, known)
    return known
  }
  return { versions, of }
}
