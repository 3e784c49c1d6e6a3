import type { Context } from '#actions/context.ts'
import { loadAcceptedTexts } from '#actions/own-answers.ts'
import { loadQuestionnaire } from '#actions/questionnaire.ts'
import { showEmployee } from '#contract/employee.ts'
import type { OwnExportShown } from '#contract/own-export.ts'
import { toInstant } from '#contract/shape.ts'
import { findConversationOf } from '#db/queries/conversation.ts'
import { loadOwnLife, type OwnLife } from '#db/queries/own-life.ts'
import { listParticipantsOfPerson, type ParticipantRow } from '#db/queries/participant.ts'
import { getPersonRecord } from '#db/queries/person.ts'
import { findPreferences, type PreferenceRow } from '#db/queries/preference.ts'
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
  const [participants, space, life, preferences] = await Promise.all([
    listParticipantsOfPerson(ctx.db, personId),
    loadMe(ctx, ctx.actor as PersonActor, language),
    loadOwnLife(ctx.db, personId),
    findPreferences(ctx.db, personId),
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
    pairs: pairs.map(({ programme, started_at, ended_at, ...pair }) => ({
      ...pair,
      programme: programme.slug,
      started_at: toInstant(started_at),
      ended_at: toInstant(ended_at),
    })),
    life: { ...showLife(life), preferences: preferences ? showPreferences(preferences) : null },
  }
}

/** What happened in the pairs of the person who asks, for them alone. */
function showLife(life: OwnLife): Omit<OwnExportShown['life'], 'preferences'> {
  return {
    agreements: life.agreements.map(
      ({ pair_id: pair, mentor_accepted_at, mentee_accepted_at, ...words }) => ({
        pair,
        ...words,
        mentor_accepted_at: toInstant(mentor_accepted_at),
        mentee_accepted_at: toInstant(mentee_accepted_at),
      }),
    ),
    sessions: life.sessions.map(({ pair_id: pair, starts_at, ...session }) => ({
      ...session,
      pair,
      starts_at: toInstant(starts_at),
    })),
    takeaways: life.takeaways.map(({ pair_id: pair, kind, text, state, created_at }) => ({
      pair,
      kind,
      text,
      state,
      created_at: toInstant(created_at),
    })),
    pulses: life.pulses.map(({ session_id: session, answers, created_at }) => ({
      session,
      answers: { ...answers },
      created_at: toInstant(created_at),
    })),
    surveys: life.surveys.map(({ pair_id: pair, moment, answers, created_at }) => ({
      pair,
      moment,
      answers,
      created_at: toInstant(created_at),
    })),
    feedback_requests: life.asked.map(({ pair_id: pair, created_at, ...asked }) => ({
      ...asked,
      pair,
      created_at: toInstant(created_at),
    })),
    help_requests: life.help.map(({ pair_id: pair, text, state, created_at }) => ({
      pair,
      text,
      state,
      created_at: toInstant(created_at),
    })),
    separations: life.separations.map(({ pair_id: pair, reason, created_at }) => ({
      pair,
      reason,
      created_at: toInstant(created_at),
    })),
    thank_you_notes: life.notes.map(({ pair_id: pair, text, mine, created_at }) => ({
      pair,
      text,
      from: mine ? 'me' : 'partner',
      created_at: toInstant(created_at),
    })),
    modules_completed: life.modules.map(({ module_id: module, completed_at }) => ({
      module,
      completed_at: toInstant(completed_at),
    })),
    talent_choices: life.talents.map(({ participant_id: participation, visible, chosen_at }) => ({
      participation,
      visible,
      chosen_at: toInstant(chosen_at),
    })),
    preparations: life.preparations.map(({ pair_id: pair, created_at, ...preparation }) => ({
      ...preparation,
      pair,
      created_at: toInstant(created_at),
    })),
  }
}

function showPreferences({ time_zone, reminders, quiet_from, quiet_to }: PreferenceRow) {
  return { time_zone, reminders, quiet_from, quiet_to }
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
