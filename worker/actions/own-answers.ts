import { listAnsweredInvitations } from '#db/queries/invitation.ts'
import { deleteMentorWish, listWishesOfPerson } from '#db/queries/mentor-wish.ts'
import {
  findParticipant,
  type ParticipantRow,
  updateParticipant,
  wasMatched,
} from '#db/queries/participant.ts'
import { askRecheck, findPerson, type PersonRow } from '#db/queries/person.ts'
import { getProgrammeById, type ProgrammeRow } from '#db/queries/programme.ts'
import { findProgrammeText, type ProgrammeTextRow } from '#db/queries/programme-text.ts'
import { personOf } from '#domain/permission.ts'
import { referenceOf } from '#domain/person.ts'
import { notFound, Problem } from '#domain/problem.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { keepCorrections } from '#questionnaire/known-to-hr.ts'
import type { Questionnaire } from '#questionnaire/question.ts'
import { type Context, commit } from './context.ts'
import { conversationAfter } from './conversation.ts'
import { capacityOf } from './participant.ts'
import { assertFollows } from './person.ts'
import { loadQuestionnaire } from './questionnaire.ts'

/** A participation as the person themselves sees it. */
export interface OwnParticipation {
  participant: ParticipantRow
  programme: ProgrammeRow
  person: PersonRow
  /** True until a match run has looked at them. */
  canCorrect: boolean
}

/**
 * One’s own participation.
 * @throws Problem `not-found` for somebody else’s, which looks like one that is not there.
 */
export async function loadOwnParticipation(ctx: Context, id: string): Promise<OwnParticipation> {
  const personId = personOf(ctx.actor)
  const participant = await findParticipant(ctx.db, id)
  if (!participant || participant.person_id !== personId)
    throw notFound({ fr: 'Participation', en: 'Participation' })
  const [programme, person, isMatched] = await Promise.all([
    getProgrammeById(ctx.db, participant.programme_id),
    findPerson(ctx.db, personId),
    wasMatched(ctx.db, participant),
  ])
  return {
    participant,
    programme,
    person: person as PersonRow,
    canCorrect: participant.state === 'active' && !isMatched,
  }
}

/** The texts that somebody accepted, word for word as they were; undefined for one that was never kept. */
export async function loadAcceptedTexts(
  ctx: Context,
  { programme_id, charter_version, notice_version }: ParticipantRow,
): Promise<{ charter?: ProgrammeTextRow; notice?: ProgrammeTextRow }> {
  const [charter, notice] = await Promise.all([
    findProgrammeText(ctx.db, programme_id, 'charter', charter_version),
    findProgrammeText(ctx.db, programme_id, 'notice', notice_version),
  ])
  return { charter, notice }
}

/** Participations to which the person said no: theirs to know, and nobody else’s. */
export async function listDeclined(ctx: Context, personId: string): Promise<Set<string>> {
  const answered = await listAnsweredInvitations(ctx.db, personId)
  return new Set(answered.map(({ participant_id }) => participant_id))
}

/** The questionnaire to correct answers with: today’s, for today’s questions are what counts from now on. */
export async function loadCorrection(
  ctx: Context,
  { participant, programme }: OwnParticipation,
): Promise<Questionnaire> {
  return loadQuestionnaire(ctx, programme, participant.role)
}

/**
 * Replaces one’s own answers, until the first match run looks at them. Consents stay as they were given.
 * @throws Problem `closed` once a match run has looked at them.
 */
export async function correctOwnAnswers(
  ctx: Context,
  own: OwnParticipation,
  answers: Answers,
  asked: Questionnaire,
): Promise<void> {
  assertCorrectable(own)
  const { participant, programme, person } = own
  const kept = keepCorrections(answers, person)
  const version = participant.version + 1
  assertFollows(ctx, participant.version)
  // The talk comes first: where this breaks off and is asked again, it is there, and the answers follow.
  const talk = await conversationAfter(ctx, { ...participant, answers: kept }, true)
  if (talk) await commit({ ...ctx, asked: { version: null, once: null } }, talk)
  await commit(ctx, {
    event: {
      type: 'participant.updated',
      subject: participant.id,
      version,
      data: {
        programme: programme.slug,
        participant: participant.id,
        person: referenceOf(person),
        role: participant.role,
      },
    },
    writes: [
      updateParticipant(ctx.db, participant.id, {
        answers: kept,
        capacity: capacityOf(programme, participant.role, kept),
        questionnaire_version: asked.version,
        own_questions_version: asked.own_version,
        version,
        updated_at: ctx.now,
      }),
    ],
  })
}

export function assertCorrectable({ canCorrect }: OwnParticipation): void {
  if (canCorrect) return
  throw new Problem('closed', {
    fr: 'Vos réponses servent déjà à former des binômes\u00a0: elles ne changent plus ici. Écrivez à l’équipe du programme si l’une d’elles n’est plus juste.',
    en: 'Your answers already serve to form pairs: they no longer change here. Write to the programme team if one of them is no longer right.',
  })
}

/**
 * Leaves a programme, at once and without a reason. Open proposals lapse at their deadline like any other, and a pair
 * closes kindly: the job that looks again sees to both (P31). Twice the same changes nothing.
 */
export async function leaveProgramme(ctx: Context, id: string): Promise<void> {
  const { participant, programme, person } = await loadOwnParticipation(ctx, id)
  if (participant.state === 'withdrawn') return
  const wishes = await listWishesOfPerson(ctx.db, person.id)
  const version = participant.version + 1
  await commit(ctx, {
    event: {
      type: 'participant.withdrawn',
      subject: participant.id,
      version,
      data: {
        programme: programme.slug,
        participant: participant.id,
        person: referenceOf(person),
        role: participant.role,
      },
    },
    writes: [
      updateParticipant(ctx.db, participant.id, { state: 'withdrawn', version, updated_at: ctx.now }),
      ...wishes
        .filter(({ participant_id }) => participant_id === participant.id)
        .map((wish) => deleteMentorWish(ctx.db, wish.id)),
      ...askRecheck([person.id]),
    ],
  })
  ctx.wake({ job: 'recheck' })
}
