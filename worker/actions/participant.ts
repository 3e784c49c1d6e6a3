import type { SQLWrapper } from 'drizzle-orm'
import { answerInvitations } from '#db/queries/invitation.ts'
import { insertMails } from '#db/queries/mail.ts'
import { allowSignIn } from '#db/queries/organiser.ts'
import {
  findParticipants,
  insertParticipant,
  type ParticipantRow,
  updateParticipant,
} from '#db/queries/participant.ts'
import type { PersonRow } from '#db/queries/person.ts'
import type { ProgrammeRow } from '#db/queries/programme.ts'
import { useUpCodes } from '#db/queries/sign-up-code.ts'
import type { Language } from '#domain/language.ts'
import { mentorCapacity, type Role } from '#domain/participant.ts'
import { referenceOf } from '#domain/person.ts'
import type { Answers } from '#questionnaire/answers.ts'
import { keepCorrections } from '#questionnaire/known-to-hr.ts'
import { type Context, commit } from './context.ts'
import { conversationAfter } from './conversation.ts'
import { findOrWelcome } from './signing-person.ts'
import { suggestTopic } from './topic-suggestion.ts'

/** Somebody's wish to take part, once its shape and its answers have been checked. */
export interface CheckedSignUp {
  role: Role | 'both'
  /** How a key names a person it vouches for. */
  person: string | null
  /** Id of the person whom an invitation or a printed code has proved; it counts before `person` and `email`. */
  proved: string | null
  given_name: string
  family_name: string
  /** An address that was confirmed, or that a key vouches for; null for people without one. */
  email: string | null
  language: Language
  answers: Answers
  questionnaire_version: number
  own_questions_version: number
  /** Which versions of the texts they read. */
  charter_version: number
  notice_version: number
  consents: { volunteer_at: number; charter_at: number; reminders: boolean }
}

export interface Enrolled {
  id: string
  person: string
  role: Role
  state: ParticipantRow['state']
  capacity: number
}

/**
 * Makes somebody a participant in one role or both, linked to the person HR knows, or as a new person from outside
 * where the programme welcomes them. Who was designated and says yes becomes active with their own consents (C6); who
 * takes part already has their answers replaced. Low answers open a talk to be offered and never keep anybody out (P32).
 * `afterwards` is written in the last batch, so that a sign-up is confirmed only once everything is in.
 * @throws Problem `forbidden` where the person has left, or is from outside and the programme is for employees;
 *   `conflict` where the address belongs to somebody else.
 */
export async function enrol(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
  afterwards: SQLWrapper | readonly SQLWrapper[] | null,
): Promise<Enrolled[]> {
  const { person, creation } = await findOrWelcome(ctx, programme, signUp)
  const roles: Role[] = signUp.role === 'both' ? ['mentor', 'mentee'] : [signUp.role]
  const present = await findParticipants(ctx.db, programme.id, person.id)
  const answers = keepCorrections(signUp.answers, person)
  const enrolled: Enrolled[] = []
  for (const [index, role] of roles.entries()) {
    const isFirst = index === 0
    const isLast = index === roles.length - 1
    const before = present.find((participant) => participant.role === role)
    const row = {
      state: 'active' as const,
      capacity: capacityOf(programme, role, answers),
      answers,
      questionnaire_version: signUp.questionnaire_version,
      own_questions_version: signUp.own_questions_version,
      charter_version: signUp.charter_version,
      notice_version: signUp.notice_version,
      ...signUp.consents,
      version: (before?.version ?? 0) + 1,
      updated_at: ctx.now,
    }
    const id = before?.id ?? ctx.newId('par')
    const talk = await conversationAfter(ctx, { id, programme_id: programme.id, role, answers }, !!before)
    const end = isLast ? ending(ctx, programme, signUp, person, id, afterwards) : []
    // What broke off half-way goes on where it was.
    const isIn = before !== undefined && hasSaid(before, row) && (!isLast || talk !== null)
    if (!isIn) {
      await commit(isLast && !talk ? ctx : halfWay(ctx), {
        event: {
          type: before?.state === 'active' ? 'participant.updated' : 'participant.joined',
          subject: id,
          version: row.version,
          data: { programme: programme.slug, participant: id, person: referenceOf(person), role },
        },
        writes: [
          ...(isFirst ? creation : []),
          before
            ? updateParticipant(ctx.db, id, row)
            : insertParticipant(ctx.db, {
                ...row,
                id,
                programme_id: programme.id,
                person_id: person.id,
                role,
                created_at: ctx.now,
              }),
          ...(before ? [answerInvitations(ctx.db, id, ctx.now)] : []),
          ...(isFirst ? missedTopic(ctx, programme, signUp, before) : []),
          ...(isFirst && person.email_key ? [allowSignIn(ctx.newId('usr'), person.email_key, ctx.now)] : []),
          ...(talk ? [] : end),
        ],
      })
      ctx.asked.version = null
    }
    if (talk) await commit(isLast ? ctx : halfWay(ctx), { ...talk, writes: [...talk.writes, ...end] })
    enrolled.push({ id, person: referenceOf(person), role, state: row.state, capacity: row.capacity })
  }
  if (afterwards) ctx.wake({ job: 'mails' })
  return enrolled
}

/** What a request is known by again goes with its last change: before that, it has not been carried out. */
function halfWay(ctx: Context): Context {
  return { ...ctx, asked: { ...ctx.asked, once: null } }
}

/** Whether a participant has said all of this already. */
function hasSaid(before: ParticipantRow, said: Partial<ParticipantRow>): boolean {
  return SAID.every((name) => JSON.stringify(before[name]) === JSON.stringify(said[name]))
}

const SAID = [
  'state',
  'capacity',
  'answers',
  'questionnaire_version',
  'own_questions_version',
  'charter_version',
  'notice_version',
  'reminders',
] as const

/** What the last batch of an enrolment writes beside the participant. */
function ending(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
  person: PersonRow,
  participantId: string,
  afterwards: SQLWrapper | readonly SQLWrapper[] | null,
): SQLWrapper[] {
  if (afterwards === null) return []
  const given = Array.isArray(afterwards) ? afterwards : [afterwards as SQLWrapper]
  return [
    ...given,
    ...(signUp.proved ? [useUpCodes(person.id, ctx.now)] : []),
    ...welcomeMail(ctx, programme, signUp, participantId),
  ]
}

/** A topic that somebody missed is filed once, however often they send their answers. */
function missedTopic(
  ctx: Context,
  programme: ProgrammeRow,
  { answers, language }: CheckedSignUp,
  before: ParticipantRow | undefined,
): SQLWrapper[] {
  const missed = answers.MISSED
  if (missed === undefined || missed === before?.answers.MISSED) return []
  return suggestTopic(ctx, programme.id, missed, language)
}

/** How many people a participant can have at once; see `mentorCapacity`. */
export function capacityOf(programme: ProgrammeRow, role: Role, answers: Answers): number {
  if (role === 'mentee') return programme.mentors_per_mentee
  const { session_minutes, preparation_minutes, capacity_max } = programme
  return Math.min(
    capacity_max,
    mentorCapacity(answers.CAP, answers.G6?.hours, session_minutes, preparation_minutes),
  )
}

function welcomeMail(
  ctx: Context,
  programme: ProgrammeRow,
  signUp: CheckedSignUp,
  participantId: string,
): SQLWrapper[] {
  if (signUp.email === null) return []
  return insertMails(
    [
      {
        id: ctx.newId('mai'),
        key: `sign-up-confirmed:${participantId}:${ctx.now}`,
        template: 'sign-up-confirmed',
        language: signUp.language,
        to: signUp.email,
        facts: {
          programme: programme.words[signUp.language].name,
          link: `${ctx.settings.baseUrl}/${signUp.language}/me/`,
        },
      },
    ],
    ctx.now,
  )
}
