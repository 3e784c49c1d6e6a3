import type { Context } from '#actions/context.ts'
import { loadAcceptedTexts } from '#actions/own-answers.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { showEmployee } from '#contract/employee.ts'
import type { OwnExportShown } from '#contract/own-export.ts'
import { toInstant } from '#contract/shape.ts'
import { findConversationOf } from '#db/queries/conversation.ts'
import { listParticipantsOfPerson, type ParticipantRow } from '#db/queries/participant.ts'
import { getPersonRecord } from '#db/queries/person.ts'
import { getProgrammeById } from '#db/queries/programme.ts'
import type { Language } from '#domain/language.ts'
import { type PersonActor, personOf } from '#domain/permission.ts'
import { notFound } from '#domain/problem.ts'
import { showAnswers } from '#questionnaire/show.ts'
import { loadMe } from './me.ts'

/**
 * Everything about the person who asks (GDPR art. 15 and 20): what HR says of them, what they answered and accepted,
 * whom they would rather not meet, and proposals and pairs as their space shows them. Never the words of the other.
 */
export async function exportOwn(ctx: Context, language: Language): Promise<OwnExportShown> {
  const personId = personOf(ctx.actor)
  const record = await getPersonRecord(ctx.db, personId)
  if (!record) throw notFound({ fr: 'Personne', en: 'Person' })
  const [participants, space] = await Promise.all([
    listParticipantsOfPerson(ctx.db, personId),
    loadMe(ctx, ctx.actor as PersonActor, language),
  ])
  const { proposals, pairs, exclusions } = space
  return {
    exported_at: toInstant(ctx.now),
    readable_page: `${ctx.settings.baseUrl}/${language}/me/`,
    person: showEmployee(record),
    participations: await Promise.all(participants.map((one) => showParticipation(ctx, one, language))),
    mentor_wishes: space.participations.flatMap(({ programme, wish }) =>
      wish?.email ? [{ programme: programme.slug, email: wish.email }] : [],
    ),
    exclusions,
    proposals: proposals.map(({ programme, deadline_at, ...proposal }) => ({
      ...proposal,
      programme: programme.slug,
      deadline_at: toInstant(deadline_at),
    })),
    pairs: pairs.map(({ programme, started_at, ...pair }) => ({
      ...pair,
      programme: programme.slug,
      started_at: toInstant(started_at),
    })),
  }
}

async function showParticipation(
  ctx: Context,
  participant: ParticipantRow,
  language: Language,
): Promise<OwnExportShown['participations'][number]> {
  const programme = await getProgrammeById(ctx.db, participant.programme_id)
  const [asked, texts, conversation] = await Promise.all([
    loadQuestionnaire(ctx, programme, participant.role, participant.own_questions_version),
    loadAcceptedTexts(ctx, participant),
    findConversationOf(ctx.db, participant.id),
  ])
  return {
    id: participant.id,
    programme: programme.slug,
    role: participant.role,
    state: participant.state,
    proposed_by: participant.proposed_by,
    answers: { ...participant.answers },
    answers_in_words: showAnswers(asked, participant.answers, language),
    questionnaire_version: participant.questionnaire_version,
    own_questions_version: participant.own_questions_version,
    consents: {
      volunteer_at: toInstant(participant.volunteer_at),
      charter_at: toInstant(participant.charter_at),
      reminders: participant.reminders,
      charter: { version: participant.charter_version, text: texts.charter?.words[language] ?? null },
      notice: { version: participant.notice_version, text: texts.notice?.words[language] ?? null },
    },
    conversation: conversation
      ? { reasons: conversation.reasons, state: conversation.state, outcome: conversation.outcome }
      : null,
    joined_at: toInstant(participant.created_at),
  }
}
